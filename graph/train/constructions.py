"""Passages of one construction each: how many expectations the reader meets, how many passages.

data/gold/passages.yaml and constructions.yaml  →  ConstructionScores

The READMEs beside them say what each key of a passage means.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from graph.annotate import annotate
from graph.annotate.model import Model
from graph.terms import article_iri
from graph.types import Annotations, Article, Attribution, Relation

COVERED = 0.8
"""Of an expected stretch, what a content must hold of it."""
_DETERMINER = re.compile(r"^(?:the|a|an|some|its|his|her|their)\s")
_NUMBERS = ("min", "max", "approx", "best", "fraction")
Passage = Mapping[str, Any]
Names = tuple[str, ...]


@dataclass
class ConstructionScores:
    """Of each kind of expectation how many were met, and how many there are; of passages too."""

    met: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    passed: int = 0
    passages: int = 0

    def share(self, kind: str) -> float:
        """From 0 to 1; 1 if nothing of the kind is expected."""
        return self.met[kind] / self.asked[kind] if self.asked[kind] else 1.0


def construction_scores(model: Model, file: Path) -> ConstructionScores:
    """Read every passage of a file, and count."""
    document = yaml.safe_load(file.read_text(encoding="utf-8"))
    scores = ConstructionScores()
    for passage in document["passages"]:
        given = {**document.get("defaults", {}), **passage}
        found = list(_expectations(given, annotate(_article(given), model)))
        for kind, met in found:
            scores.asked[kind] += 1
            scores.met[kind] += met
        scores.passages += 1
        scores.passed += all(met for _, met in found)
    return scores


def _article(passage: Passage) -> Article:
    text, outlet = passage["text"], passage["outlet"]
    return Article(
        passage["id"], article_iri(outlet, text), text,
        publisher=outlet, published=passage.get("published"),
    )  # fmt: skip


def _expectations(passage: Passage, read: Annotations) -> Iterator[tuple[str, bool]]:
    """Each expectation of a passage, by its kind, and whether it is met."""
    if passage.get("expect") == []:
        yield "silence", not read.attributions
    for want in passage.get("expect") or ():
        yield from _attributed(want, read)
    for kind, expected in (("relation", True), ("taken back", False)):
        for want in passage.get("relations" if expected else "not_relations") or ():
            yield kind, any(_same(want, r, read) for r in read.relations) == expected
    for want in passage.get("entities") or ():
        yield (
            "entity",
            any(
                _is((e.name, *e.names), want["name"]) and e.kind == want["kind"]
                for e in read.entities
            ),
        )
    for want in passage.get("times") or ():
        yield (
            "time",
            any(
                (t.earliest, t.latest) == (want["start"], want["end"])
                for t in read.times
                if t.text in want["text"] or want["text"] in t.text
            ),
        )
    for want in passage.get("quantities") or ():
        keys = [(k, "best" if k == "approx" else k) for k in _NUMBERS if k in want]
        at = read.article.text.find(str(want["text"]))
        there = (q for q in read.quantities if q.span.start <= at + len(str(want["text"]))
                 and at <= q.span.end)  # fmt: skip
        yield (
            "quantity",
            any(all(_near(getattr(q, name), want[k]) for k, name in keys) for q in there),
        )


def _attributed(want: Passage, read: Annotations) -> Iterator[tuple[str, bool]]:
    start = read.article.text.find(want["content"])
    end = start + len(want["content"])
    fits = [a for a in read.attributions if _covers(a, start, end)]
    right = [a for a in fits if any(_told(read, a, c) for c in (want["chain"], *_also(want)))]
    yield "content", bool(fits)
    yield "source", any(_is(_chain(read, a)[-1], want["chain"][-1]) for a in fits)
    yield "chain", bool(right)
    if "polarity" in want:
        yield "polarity", any(a.polarity == want["polarity"] for a in right or fits)


def _also(want: Passage) -> list[Any]:
    """Other chains that are right."""
    return list(want.get("also", ()))


def _covers(a: Attribution, start: int, end: int) -> bool:
    inside = sum(max(0, min(c.end, end) - max(c.start, start)) for c in a.content)
    return inside >= COVERED * (end - start)


def _chain(read: Annotations, a: Attribution) -> list[Names]:
    chain = [read.entities[link.entity] for link in a.chain]
    return [(e.name, *e.names) for e in chain]


def _told(read: Annotations, a: Attribution, chain: Iterable[Any]) -> bool:
    found, wanted = _chain(read, a), list(chain)
    return len(found) == len(wanted) and all(map(_is, found, wanted))


def _same(want: Passage, relation: Relation, read: Annotations) -> bool:
    """True of a relation put forward as so between the two; what its source denies is not."""
    said = relation.attribution
    denied = said is not None and read.attributions[said].polarity == "negative"
    if relation.predicate != want["predicate"] or not relation.asserted or denied:
        return False
    ends = (read.entities[relation.subject], read.entities[relation.object])
    return all(
        _is((e.name, *e.names), want[k]) for e, k in zip(ends, ("subject", "object"), strict=True)
    )


def _near(found: float | None, wanted: float | None) -> bool:
    return abs((found or 0) - (wanted or 0)) < 0.01


def _plain(name: str) -> str:
    name = _DETERMINER.sub("", name.casefold())
    return " ".join(re.findall(r"\w+", re.sub(r"['’]s\b", "", name)))


def _is(entity: Names, wanted: Any) -> bool:
    """True if an entity bears one of the names, or a name that begins or ends as it does."""
    names = {_plain(n) for n in entity}
    options = [_plain(str(w)) for w in (wanted if isinstance(wanted, list) else [wanted])]
    return any(
        w == n or n.endswith(f" {w}") or n.startswith(f"{w} ") or w.endswith(f" {n}")
        for w in options
        for n in names
        if n
    )
