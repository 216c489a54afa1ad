"""Who says what stands in quotation marks behind a colon, without a word of saying.

syntax, the roles so far  →  Roles

"The mayor was blunt: “We have no water.”", "His answer had four words: “Ask me on Sunday.”"
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.annotate.nouns import kind_of
from graph.annotate.quotations import CLOSING, OPENING
from graph.annotate.reading import BY_WORDS, Chunk, Roles
from graph.annotate.syntax import Syntax

_LEAST = 3
"""Words of a quotation that somebody says; a title has fewer."""
SPEAK = ("person", "group", "organisation", "unit", "outlet")
"""Kinds of those who say something; a place or a document does not."""
_WORDS = frozenset(
    "answer reply response verdict message advice order warning word words question comment "
    "explanation complaint plea conclusion motto".split()
)
"""What is said, whose owner says it."""


def introduced(syntax: Syntax, found: Sequence[Roles]) -> Iterator[Roles]:
    """Quotations that no content covers, behind a colon that ends a clause about somebody."""
    for colon, text in enumerate(syntax.texts[:-1]):
        first, end = syntax.words.sentence_at(colon)
        if text != ":" or colon < first + 2 or syntax.texts[colon + 1] not in OPENING:
            continue
        close = next((i for i in range(colon + 2, end) if syntax.texts[i] in CLOSING), None)
        if close is None or close - colon - 2 < _LEAST or covered(found, colon, close):
            continue
        source = _speaker(syntax, first, colon)
        if source is not None:
            yield Roles(
                Chunk(colon, colon, "", BY_WORDS),
                (source,),
                (Chunk(colon + 1, close, "content", BY_WORDS),),
                (),
            )


def covered(found: Sequence[Roles], first: int, last: int) -> bool:
    """True if somebody is said to have said some of the words first to last."""
    return any(c.first <= last and first <= c.last for r in found for c in r.contents)


def _speaker(syntax: Syntax, first: int, colon: int) -> Chunk | None:
    """The subject of the clause before a colon, or whose answer that is."""
    subject = next((i for i in range(first, colon) if syntax.deprels[i].startswith("nsubj")), None)
    if subject is None:
        return None
    if syntax.lower[subject] in _WORDS:
        owner = next(
            (c for c in syntax.children[subject] if syntax.deprels[c] == "nmod:poss"), None
        )
        return None if owner is None else Chunk(*syntax.phrase(owner), "source", BY_WORDS)
    named = syntax.upos[subject] == "PROPN" or syntax.lower[subject] in ("he", "she")
    if not named and kind_of(syntax.texts[subject]) not in SPEAK:
        return None
    return Chunk(*syntax.phrase(subject), "source", BY_WORDS)
