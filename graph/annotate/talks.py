"""Talks with an outlet: where one begins, and whether it still goes on after others have spoken.

the sayings of a text, each with its links  →  answers about one who speaks, by cluster
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.annotate.coref import Coreference
from graph.annotate.lemmas import lemma
from graph.annotate.mentions import Found
from graph.annotate.relays import TOLD, Step
from graph.annotate.syntax import Syntax

_SPEAKS = frozenset("speak talk chat".split())
_ASKS = frozenset("interview question reach contact".split())
MOST, LEAST = 0.6, 4
"""Of what an article has somebody say, the share from which on it is about a talk with him, and
how many sayings that must be."""


@dataclass(frozen=True, slots=True)
class Talks:
    """Who speaks to whom, and how much of an article is theirs."""

    shares: dict[int, float]
    """Of each source that says much, its share of what is said and held by no other saying."""
    told: dict[int, frozenset[int]]
    """Of each source the outlets that it is said to speak to."""

    @classmethod
    def of(cls, spoken: Sequence[tuple[int, bool, Sequence[Step]]]) -> Talks:
        """spoken: of each saying its source, whether it is nested, and the links before it."""
        outermost = Counter(source for source, nested, _ in spoken if not nested)
        told: dict[int, set[int]] = {}
        for source, nested, links in spoken:
            outlets = {s.cluster for s in links if s.reason == TOLD}
            if not nested and outlets:
                told.setdefault(source, set()).update(outlets)
        return cls(
            {s: n / outermost.total() for s, n in outermost.items() if n >= LEAST},
            {source: frozenset(outlets) for source, outlets in told.items()},
        )

    def goes_on(self, source: int) -> bool:
        """True of one whose talk with one outlet is what the article is about.

        Of 28 sayings in real news that come in a later paragraph, after somebody else has spoken,
        24 keep the outlet; of all others 30 of 92.
        """
        return len(self.told.get(source, ())) == 1 and self.shares.get(source, 0) > MOST


@dataclass(frozen=True, slots=True)
class Opening:
    """Where a text says that somebody talks with an outlet, by clusters; outlet is a mention."""

    verb: int
    who: int
    outlet: int


def openings(
    syntax: Syntax, coreference: Coreference, mentions: Sequence[Found]
) -> Iterator[Opening]:
    """Of "She spoke to the paper in Goma." and "The paper also interviewed the mayor."."""
    at = {w: k for k, m in enumerate(mentions) for w in {m.head, *_named(m)}}
    for verb, upos in enumerate(syntax.upos):
        base = lemma(syntax.texts[verb], "VERB") if upos == "VERB" else ""
        if base not in _SPEAKS | _ASKS:
            continue
        tied = [c for c in syntax.children[verb] if c > verb and _tied(syntax, c, base)]
        subject = syntax.subject(verb)
        pair = [at[w] for w in (subject, *tied[:1]) if w is not None and w in at]
        outlets = [k for k in pair if coreference.kind(k) == "outlet"]
        if len(pair) == 2 and len(outlets) == 1:
            who = next(k for k in pair if k not in outlets)
            yield Opening(verb, coreference.cluster[who], outlets[0])


def _named(m: Found) -> range:
    return range(m.first, m.last + 1) if m.form == "name" else range(0)


def _tied(syntax: Syntax, word: int, base: str) -> bool:
    """True of whom one speaks "to" or "with", or interviews, or is interviewed "by"."""
    ties = ("to", "with") if base in _SPEAKS else ("by",)
    tied = any(syntax.lower[c] in ties for c in syntax.children[word])
    return tied or (base in _ASKS and syntax.deprels[word] == "obj")
