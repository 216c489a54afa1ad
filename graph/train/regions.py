"""News from newsrooms that the rules were not written on, a set for each part of the world.

DATA, data/gold  →  rows of each set, and of its second annotator
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.train.real import real_rows
from graph.train.written import PassageError, rows

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Region:
    """A set, by the name of its file in data/gold, and what SCORES.md says of it."""

    name: str
    title: str
    told: tuple[str, ...]


REGIONS = (
    Region(
        "nigeria",
        "Real conflict news: {} articles of Nigerian outlets",
        (
            "Army, police and Boko Haram, 2007 to 2018; the errors in 31 others of the same set",
            "were read when rules were written, and the reader was trained on those; of the errors",
            "in these a few were seen.",
        ),
    ),
    Region(
        "latin-america",
        "Real conflict news: {} reports from Latin America",
        (
            "Radio, agencies and papers of 1988 to 1991, as FBIS translated them; the errors in",
            "others of the same set were read when rules were written, and the reader was trained",
            "on those; no error in these was read.",
        ),
    ),
    Region(
        "world",
        "News from all over the world: {} articles modelled on real ones",
        (
            "Each has the sentences, sources and cues of a real article of another outlet, and",
            "other people, places and events, in other words; the errors in others of the kind and",
            "in four of these were read, and the reader was trained on those others.",
        ),
    ),
)


def annotated(file: Path) -> list[Row]:
    """The rows of annotated YAML. Raises PassageError if one says what its text does not."""
    found = []
    for row in rows([file]):
        if isinstance(row, PassageError):
            raise row
        found.append(row)
    return found


def of_region(data: Path, gold: Path, name: str) -> tuple[list[Row], list[Row]]:
    """The articles of a set, and what a second annotator found in them, if one did.

    Raises KeyError if he has an article that is not in the set.
    """
    file = gold / f"{name}.yaml"
    first = annotated(file) if file.exists() else list(real_rows(data, gold / f"{name}.jsonl"))
    known = {row["article"]["id"]: row for row in first}
    second = gold / f"{name}-second.jsonl"
    lines = second.read_text(encoding="utf-8").splitlines() if second.exists() else []
    return first, [{**known[row["id"]], **row} for row in map(json.loads, lines)]
