"""One article with its annotations and identities, and the nodes its graph is made of.

    a part of the annotations  →  its IRI;  a span  →  its selectors

No span, no claim: what has no evidence, or evidence outside the text, is refused here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pyoxigraph import NamedNode, Triple

from graph.errors import ShapeError
from graph.state.agree import check_agreement
from graph.state.rdf import Triples, iri, of_type, text, whole
from graph.types import Annotations, Identity, Span

_AROUND = 32
"""Characters of prefix and suffix that find a quotation again after a re-reading."""


@dataclass(frozen=True, slots=True)
class Page:
    """An article's annotations with one identity an entity."""

    read: Annotations
    identities: Sequence[Identity]

    def __post_init__(self) -> None:
        if len(self.identities) != len(self.read.entities):
            raise ShapeError(
                f"state: {self.read.article.iri}: expected {len(self.read.entities)} identities, "
                f"found {len(self.identities)}. Resolve these annotations first."
            )
        check_agreement(self.read)

    @property
    def article(self) -> NamedNode:
        return NamedNode(self.read.article.iri)

    @property
    def publisher(self) -> NamedNode:
        return self.entity(0)

    def node(self, name: str) -> NamedNode:
        """A part of the article: ``c1``, ``a3.0``, ``q2``."""
        return NamedNode(f"{self.read.article.iri}#{name}")

    def entity(self, index: int) -> NamedNode:
        return NamedNode(self.identities[index].iri)

    def words(self, spans: Iterable[Span]) -> str:
        """The words of the spans; what lies between them is left out with an ellipsis."""
        return " … ".join(span.of(self.read.article.text) for span in spans)

    def rests_on(self, subject: NamedNode, predicate: str, spans: Sequence[Span]) -> Triples:
        """Tie the subject to the words it rests on.

        Raises ShapeError if there are none, or if they lie outside the text.
        """
        if not spans:
            raise ShapeError(f"state: {subject.value}: expected evidence, found none.")
        for span in spans:
            words = self._selected(span)
            yield Triple(subject, iri(predicate), words)
            yield from self._selectors(words, span)

    def _selected(self, span: Span) -> NamedNode:
        """The IRI of a span, as in RFC 5147: ``#char=192,256``."""
        if not 0 <= span.start < span.end <= len(self.read.article.text):
            raise ShapeError(
                f"state: {self.read.article.iri}: expected a span within "
                f"{len(self.read.article.text)} characters, found {span.start} to {span.end}."
            )
        return self.node(f"char={span.start},{span.end}")

    def _selectors(self, words: NamedNode, span: Span) -> Triples:
        whole_text = self.read.article.text
        position, quote = (NamedNode(f"{words.value}/{part}") for part in ("position", "quote"))
        yield from of_type(words, "oa:SpecificResource")
        yield Triple(words, iri("oa:hasSource"), self.article)
        yield Triple(words, iri("oa:hasSelector"), position)
        yield Triple(words, iri("oa:hasSelector"), quote)
        yield from of_type(position, "oa:TextPositionSelector")
        yield Triple(position, iri("oa:start"), whole(span.start))
        yield Triple(position, iri("oa:end"), whole(span.end))
        yield from of_type(quote, "oa:TextQuoteSelector")
        yield Triple(quote, iri("oa:exact"), text(span.of(whole_text)))
        before = whole_text[max(0, span.start - _AROUND) : span.start]
        yield Triple(quote, iri("oa:prefix"), text(before))
        yield Triple(quote, iri("oa:suffix"), text(whole_text[span.end : span.end + _AROUND]))
