"""Armed groups and forces by name: ``ontology/forces.yaml`` against the words of a text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

import yaml

from graph.annotate.words import split_words
from graph.paths import shipped

Name = tuple[str, ...]


@cache
def _names() -> Mapping[str, tuple[Name, ...]]:
    """The words of every name by the first of them, the longest name first."""
    found: dict[str, list[Name]] = defaultdict(list)
    file = shipped("ontology") / "forces.yaml"
    for line in yaml.safe_load(file.read_text(encoding="utf-8")):
        for name in line.split(", "):
            words = tuple(split_words(name).all())
            found[words[0]].append(words)
    return {first: tuple(sorted(names, key=len, reverse=True)) for first, names in found.items()}


def forces(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """First and last word of each known force, none inside another."""
    at = 0
    while at < len(words):
        name = next(
            (n for n in _names().get(words[at], ()) if tuple(words[at : at + len(n)]) == n), ()
        )
        if name:
            yield at, at + len(name) - 1
        at += len(name) or 1
