"""Armed forces and other bodies by name: lists of ``ontology/`` against the words of a text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Literal

from graph.annotate.words import split_words
from graph.paths import shipped_yaml

Name = tuple[str, ...]
List = Literal["forces", "bodies"]
"""``forces.yaml``, which are units, and ``bodies.yaml``, which are organisations."""


@cache
def _names(listed: List) -> Mapping[str, tuple[Name, ...]]:
    """The words of every name by the first of them, the longest name first."""
    found: dict[str, list[Name]] = defaultdict(list)
    for line in shipped_yaml("ontology", f"{listed}.yaml"):
        for name in line.split(", "):
            words = tuple(split_words(name).all())
            found[words[0]].append(words)
    return {first: tuple(sorted(names, key=len, reverse=True)) for first, names in found.items()}


def known(words: Sequence[str], listed: List) -> Iterator[tuple[int, int]]:
    """First and last word of each name of a list, none inside another."""
    at = 0
    while at < len(words):
        options = _names(listed).get(words[at], ())
        name = next((n for n in options if tuple(words[at : at + len(n)]) == n), ())
        if name:
            yield at, at + len(name) - 1
        at += len(name) or 1
