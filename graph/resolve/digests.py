"""Annotations of one article  →  Digest: what the other articles are held against."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from graph.claims import Claim, around, claims, denied_by
from graph.corpus import ClaimDigest, Digest, EntityDigest, Figure, Tie
from graph.outlets import outlets
from graph.resolve import copies, names
from graph.resolve.content_words import stems
from graph.resolve.figures import figure
from graph.resolve.scenes import titled, towns
from graph.terms import STANDING
from graph.types import Annotations, Attribution, Entity, Polarity, Span

SHELL = 0.5
"""A content of which an inner attribution takes this share or more says little itself."""
_NOT = re.compile(
    r"""(?xi) \b(?:do|does|did|is|are|was|were|has|have|had|will|would|can|could|should|must|might)
    \s(?:not|never)\b | \bcannot\b | n['’]t\b | \bnever\b
    | ^(?:no(?!\ (?:more|fewer|less|later|earlier|sooner)\b)|nobody|none|nothing|neither)\b"""
)
_CLAUSE = re.compile(
    r"[,;:–—]|\b(?:which|who|that|because|although|while|if|when|where|and|or|but|to)\b"
)


def digest(read: Annotations) -> Digest:
    """What resolution across articles needs of an article."""
    article = read.article
    outlet = outlets().find(article.publisher)
    return Digest(
        article=article.iri,
        id=article.id,
        publisher=outlet.name if outlet else article.publisher,
        title=article.title,
        published=article.published,
        entities=tuple(entity_digests(read)),
        claims=tuple(_claim(read, claim) for claim in _telling(read)),
        shingles=copies.shingles(article.text),
        credits=copies.credits(article.text, article.authors),
    )


def entity_digests(read: Annotations) -> list[EntityDigest]:
    """The entities of an article, as far as other articles can know them."""
    return [_entity(read, k, e) for k, e in enumerate(read.entities)]


def _entity(read: Annotations, index: int, entity: Entity) -> EntityDigest:
    called = {
        mention.span.of(read.article.text): mention.form
        for mention in read.mentions
        if mention.entity == index
    }
    every = dict.fromkeys((*entity.names, *called))
    proper = tuple(n for n in every if called.get(n, "name") == "name" and n != entity.name)
    roles = {n.casefold() for n in every if called.get(n) == "nominal"}
    return EntityDigest(
        read.article.iri, index, entity.kind, entity.name, proper, tuple(sorted(roles)),
        entity.unnamed,
    )  # fmt: skip


def _telling(read: Annotations) -> Iterator[Claim]:
    """The claims that say something themselves, not only that somebody said something."""
    shells = {
        outer
        for inner in read.attributions
        if (outer := inner.within) is not None and _is_shell(read.attributions[outer], inner)
    }
    for claim in claims(read):
        told = [k for k in claim.attributions if _puts_forward(read, k)]
        says = any(stems(span.of(read.article.text)) for span in claim.content)
        own = not claim.attributions and claim.standing == "put forward"
        if says and (own or set(told) - shells):
            yield replace(claim, attributions=tuple(told))


def _is_shell(outer: Attribution, inner: Attribution) -> bool:
    """True of "the army has denied P", which says that P is denied, and no more."""
    if not all(any(o.holds(s) for o in outer.content) for s in inner.content):
        return False
    told = [*inner.content, inner.cue, *([inner.source.span] if inner.source else [])]
    held = [s for s in told if any(o.holds(s) for o in outer.content)]
    return _length(held) >= SHELL * _length(outer.content)


def _puts_forward(read: Annotations, index: int) -> bool:
    """False for what is asked, withheld, or said not to have been said."""
    every = (index, *around(read.attributions, index))
    asked = any(read.attributions[k].certainty == "underspecified" for k in every)
    return not asked and denied_by(read, index) is None


def _length(spans: Iterable[Span]) -> int:
    return sum(span.end - span.start for span in spans)


def _claim(read: Annotations, claim: Claim) -> ClaimDigest:
    said = [read.attributions[index] for index in claim.attributions]
    words = " … ".join(span.of(read.article.text) for span in claim.content)
    denied = claim.standing == "denied"
    chains = [tuple(link.entity for link in one.chain) for one in said] or [(0,)]
    inside = {m.entity for m in read.mentions if any(s.holds(m.span) for s in claim.content)}
    meanings = [read.meanings[i] for i in claim.attributions if i < len(read.meanings)]
    return ClaimDigest(
        article=read.article.iri,
        name=claim.name,
        spans=claim.content,
        text=words,
        chains=tuple(dict.fromkeys(chains)),
        polarity=_polarity(words, denied=denied),
        lemmas=stems(words),
        about=frozenset(_keys(read, inside)),
        towns=frozenset(towns(read, inside)),
        scene=frozenset(towns(read, titled(read))),
        figures=tuple(_figures(read, claim)),
        days=_days(read, claim),
        ties=tuple(_ties(read, claim)),
        vector=next(iter(meanings), b""),
        denied=denied,
    )


def _keys(read: Annotations, entities: Iterable[int]) -> Iterator[str]:
    for index in entities:
        entity = read.entities[index]
        if not entity.unnamed and not entity.name[:1].islower():
            yield names.key(entity.name, entity.kind)


def _polarity(words: str, *, denied: bool) -> Polarity:
    """Negative if the source denies the words, or the words themselves are negated; not both."""
    clause = _CLAUSE.split(words.strip("\"'“”‘’ ").removeprefix("that ").lstrip("\"'“‘"))[0]
    negated = bool(_NOT.search(clause))
    return "negative" if denied != negated else "positive"


def _figures(read: Annotations, claim: Claim) -> Iterator[Figure]:
    for quantity in read.quantities:
        for span in claim.content:
            if span.holds(quantity.span):
                yield figure(quantity, span.of(read.article.text), quantity.span.start - span.start)


def _days(read: Annotations, claim: Claim) -> tuple[date, date] | None:
    held = [t for t in read.times if any(s.holds(t.span) for s in claim.content)]
    first = [t.earliest for t in held if t.earliest is not None]
    last = [t.latest for t in held if t.latest is not None]
    return (min(first), max(last)) if first and last else None


def _ties(read: Annotations, claim: Claim) -> Iterator[Tie]:
    """What is done; that a market is in a town is no news that two claims share."""
    for relation in claim.relations:
        if relation.predicate in STANDING:
            continue
        subject, target = read.entities[relation.subject], read.entities[relation.object]
        yield Tie(
            names.key(subject.name, subject.kind), relation.predicate,
            names.key(target.name, target.kind), relation.polarity == "positive",
        )  # fmt: skip
