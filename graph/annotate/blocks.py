"""A text too long to hold at once → blocks of paragraphs, and their Annotations as one.

text  →  (start, block)  →  Annotations of each  →  Annotations of the whole

A name of one kind is one entity in all blocks; what is only described, and every chain, stays
within its block.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from graph.types import (
    Annotations,
    Article,
    Attribution,
    Entity,
    Event,
    Link,
    Mention,
    Quantity,
    Relation,
    Span,
    TimeSpan,
)

LONGEST = 50_000
"""Characters read at once, some 8,000 words; memory grows with them."""
_ENDS = ("\n", ". ", "? ", "! ", " ")
"""Where to cut, best first."""


def cut(text: str, *, most: int = LONGEST) -> Iterator[tuple[int, str]]:
    """Blocks of at most so many characters, each with where it starts; together the whole text.

    Each ends with a paragraph if it can, else a sentence, else a word.
    """
    start = 0
    while len(text) - start > most:
        ends = (text.rfind(end, start + most // 2, start + most) for end in _ENDS)
        stop = next((at + len(e) for at, e in zip(ends, _ENDS, strict=True) if at >= 0), None)
        stop = min(stop or start + most, start + most)
        yield start, text[start:stop]
        start = stop
    yield start, text[start:]


def in_blocks(
    article: Article, read: Callable[[Article], Annotations], *, most: int = LONGEST
) -> Annotations:
    """Read an article block by block, only one of them in memory."""
    whole = _Whole()
    for start, text in cut(article.text, most=most):
        whole.add(start, read(replace(article, text=text)))
    return whole.annotations(article)


@dataclass
class _Whole:
    """What was read so far, counted from the start of the whole text."""

    parts: list[Annotations] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)
    _named: dict[tuple[str, str], int] = field(default_factory=dict)
    _attributions: int = 0
    _quantities: int = 0
    _times: int = 0

    def add(self, start: int, part: Annotations) -> None:
        """Take in a block that starts at a character of the whole."""
        moved = _Moved(
            start, self._numbers(part), self._attributions, self._quantities, self._times
        )
        self.parts.append(moved.annotations(part))
        self._attributions += len(part.attributions)
        self._quantities += len(part.quantities)
        self._times += len(part.times)

    def _numbers(self, part: Annotations) -> list[int]:
        """The number in the whole of each entity of a block."""
        named = {m.entity for m in part.mentions if m.form == "name"}
        numbers = []
        for k, entity in enumerate(part.entities):
            new = len(self.entities)
            number = new
            if k == 0:
                number = 0
            elif k in named:
                number = self._named.setdefault((entity.kind, entity.name), new)
            if number == new:
                self.entities.append(entity)
            else:
                known = self.entities[number]
                names = dict.fromkeys((*known.names, *entity.names))
                self.entities[number] = replace(known, names=tuple(names))
            numbers.append(number)
        return numbers

    def annotations(self, article: Article) -> Annotations:
        """All blocks as one."""
        return Annotations(
            article,
            self.parts[0].run,
            tuple(self.entities),
            tuple(m for p in self.parts for m in p.mentions),
            tuple(a for p in self.parts for a in p.attributions),
            tuple(r for p in self.parts for r in p.relations),
            tuple(e for p in self.parts for e in p.events),
            tuple(q for p in self.parts for q in p.quantities),
            tuple(t for p in self.parts for t in p.times),
            tuple(m for p in self.parts for m in p.meanings),
        )


@dataclass(frozen=True, slots=True)
class _Moved:
    """How places and numbers of a block become those of the whole."""

    start: int
    numbers: Sequence[int]
    attributions: int
    quantities: int
    times: int

    def annotations(self, part: Annotations) -> Annotations:
        return replace(
            part,
            mentions=tuple(map(self._mention, part.mentions)),
            attributions=tuple(map(self._attribution, part.attributions)),
            relations=tuple(map(self._relation, part.relations)),
            events=tuple(map(self._event, part.events)),
            quantities=tuple(map(self._quantity, part.quantities)),
            times=tuple(map(self._time, part.times)),
        )

    def _span(self, span: Span) -> Span:
        return Span(span.start + self.start, span.end + self.start)

    def _spans(self, spans: Sequence[Span]) -> tuple[Span, ...]:
        return tuple(map(self._span, spans))

    def _mention(self, m: Mention) -> Mention:
        return replace(m, span=self._span(m.span), entity=self.numbers[m.entity])

    def _link(self, link: Link) -> Link:
        evidence = self._span(link.evidence) if link.evidence else None
        return replace(link, entity=self.numbers[link.entity], evidence=evidence)

    def _attribution(self, a: Attribution) -> Attribution:
        return replace(
            a,
            source=self._mention(a.source) if a.source else None,
            cue=self._span(a.cue),
            content=self._spans(a.content),
            chain=tuple(map(self._link, a.chain)),
            hedge=self._span(a.hedge) if a.hedge else None,
            told_to=None if a.told_to is None else self.numbers[a.told_to],
            within=_plus(a.within, self.attributions),
        )

    def _relation(self, r: Relation) -> Relation:
        return replace(
            r,
            subject=self.numbers[r.subject],
            object=self.numbers[r.object],
            evidence=self._spans(r.evidence),
            quantity=_plus(r.quantity, self.quantities),
            time=_plus(r.time, self.times),
            attribution=_plus(r.attribution, self.attributions),
        )

    def _event(self, e: Event) -> Event:
        return replace(
            e,
            trigger=self._span(e.trigger),
            participants=tuple(replace(p, entity=self.numbers[p.entity]) for p in e.participants),
            time=_plus(e.time, self.times),
            attribution=_plus(e.attribution, self.attributions),
        )

    def _quantity(self, q: Quantity) -> Quantity:
        counted = None if q.counted is None else self.numbers[q.counted]
        return replace(q, span=self._span(q.span), counted=counted)

    def _time(self, t: TimeSpan) -> TimeSpan:
        return replace(t, span=self._span(t.span))


def _plus(number: int | None, before: int) -> int | None:
    return None if number is None else number + before
