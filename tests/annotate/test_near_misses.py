"""Sentences with the words of a relation that they do not put forward as so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml

from graph import flow
from graph.annotate import annotate
from graph.annotate.frames import shipped_frames
from graph.claims import as_so
from graph.terms import article_iri
from graph.types import Annotations, Article

GOLD = Path(__file__).parents[2] / "data" / "gold"
FILE = GOLD / "near-misses.yaml"
AT_ONCE = 25
"""Sentences read in one go, each a paragraph of its own."""
MOST = 0.05
BESIDE = frozenset(("located_in", "subordinate_to", "member_of", "employed_by"))
"""Relations that hold in these sentences whatever is taken back."""
MOST_TAKEN_BACK = 0.08
"""Of sentences written to break the reader."""


def _listed() -> list[tuple[str, str]]:
    """Relation that must not be asserted, sentence."""
    groups = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return [(one["not"], one["text"]) for group in groups.values() for one in group]


def _read(sentences: list[str]) -> Annotations:
    text = "\n\n".join(sentences)
    return annotate(Article("x", article_iri("Example Herald", text), text), flow.model())


def _asserted(read: Annotations) -> Iterator[tuple[str, int]]:
    """Relation put forward as so, as the store takes it, and where its words begin."""
    for relation in read.relations:
        if relation.asserted and as_so(read.attributions, relation.attribution):
            yield relation.predicate, relation.evidence[0].start


def test_every_near_miss_names_a_relation() -> None:
    listed = _listed()

    assert len(listed) >= 200
    assert len({text for _, text in listed}) == len(listed)
    assert {name for name, _ in listed} <= set(shipped_frames().relations)


def test_at_most_one_near_miss_in_twenty_is_taken_for_the_relation() -> None:
    listed = _listed()
    false = []
    for first in range(0, len(listed), AT_ONCE):
        batch = listed[first : first + AT_ONCE]
        read = _read([text for _, text in batch])
        found = list(_asserted(read))
        end = 0
        for name, text in batch:
            start, end = end, end + len(text) + 2
            if any(relation == name and start <= at < end for relation, at in found):
                false.append(f"{name}: {text}")

    assert len(false) <= MOST * len(listed), "\n".join(false)


def test_what_is_denied_planned_or_imagined_is_seldom_put_forward() -> None:
    listed = yaml.safe_load((GOLD / "taken-back.yaml").read_text(encoding="utf-8"))
    false = []
    for one in listed:  # each alone: a name met before would change who is who
        found = {relation for relation, _ in _asserted(_read([one["text"]]))}
        if found - BESIDE - set(one["so"]):
            false.append(one["text"])

    assert len(listed) >= 300
    assert len(false) <= MOST_TAKEN_BACK * len(listed), "\n".join(false)
