"""Relations, events, quantities and times against passages annotated whole, and two annotators.

rows of ``graph.train.written``, what a second annotator found  →  a table, a line at a time
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import yaml

from graph.annotate.frames import shipped_frames
from graph.annotate.model import Model
from graph.train.counts import quantity_scores, time_scores
from graph.train.relations import RelationScores, relation_scores, same_tie
from graph.train.tally import Tally
from graph.train.written import Loader, located

Row = dict[str, Any]


def fact_table(
    model: Model, whole: Sequence[Row], partly: Sequence[Row], second: Path
) -> Iterator[str]:
    """A section of SCORES.md.

    whole: passages annotated whole, held back; partly: those whose annotators left things out;
    second: what a second annotator found in some of the first.
    """
    yield "## What happened, how many, when\n"
    yield f"On {len(whole)} passages annotated whole and held back, on the {len(partly)} passages"
    yield "kept out of training in which not every relation and event is annotated, and what a"
    yield "second annotator, given text and entities, has against the first.\n"
    columns = [_column(model, rows) for rows in (whole, partly)]
    ties, kinds, actors = agreement(whole, second)
    columns.append(
        {"relations, entities and attributions given": ties, "events, kind and trigger": kinds,
         "… and the same actors": actors}
    )  # fmt: skip
    yield "| P / R / F1 | whole | in part | second annotator |\n|---|---|---|---|"
    for name in columns[0]:
        yield f"| {name} | " + " | ".join(str(c.get(name, "")) for c in columns) + " |"
    yield ""


def _column(model: Model, rows: Sequence[Row]) -> dict[str, Tally | int]:
    read, given = (relation_scores(model, rows, given=given) for given in (False, True))
    return {
        "relations, from raw text": read.all_relations(),
        "relations, entities and attributions given": given.all_relations(),
        **_events(read),
        "… with entities given": given.actors,
        "quantities": quantity_scores(rows),
        "times": time_scores(rows),
        "relations taken back there and put forward here": read.negated,
    }


def _events(scores: RelationScores) -> dict[str, Tally | int]:
    return {"events, kind and trigger": scores.all_events(),
            "… and the same actors": scores.actors}  # fmt: skip


def agreement(rows: Sequence[Row], second: Path) -> tuple[Tally, Tally, Tally]:
    """Relations, events, and events with their actors, of a second annotator against the rows.

    second: YAML with relations and events as in ``data/train``, and the ids of the passages.
    """
    first = {row["article"]["id"]: row for row in rows}
    ties, kinds, actors = Tally(), Tally(), Tally()
    for passage in yaml.load(second.read_text(encoding="utf-8"), Loader):
        row = first[passage["id"]]
        _compare_ties(row, passage, ties)
        _compare_events(row, passage, kinds, actors)
    return ties, kinds, actors


def _compare_ties(row: Row, passage: Row, tally: Tally) -> None:
    frames = shipped_frames()
    one = {same_tie((r["subject"], r["predicate"], r["object"]), frames)
           for r in row["relations"] if not r["negated"]}  # fmt: skip
    other = {same_tie((s, p, o), frames)
             for s, p, o, *rest in passage["relations"] if "not" not in rest}  # fmt: skip
    tally.add(len(one & other), len(other), len(one))


def _compare_events(row: Row, passage: Row, kinds: Tally, actors: Tally) -> None:
    found = located(row["article"]["text"], passage["events"])
    one, other = (
        [(e["kind"], e["trigger"], _actors(e)) for e in events if not e["negated"]]
        for events in (row["events"], found)
    )
    alike = [
        {k for k, (kind, at, who) in enumerate(one) if kind == e[0] and _meet(at, e[1])}
        for e in other
    ]
    same = [any(one[k][2] == e[2] for k in found) for e, found in zip(other, alike, strict=True)]
    kinds.add(sum(map(bool, alike)), len(other), len(one))
    actors.add(sum(same), len(other), len(one))


def _actors(event: Row) -> frozenset[str]:
    return frozenset(p["entity"] for p in event["participants"] if p["role"] == "actor")


def _meet(a: dict[str, int], b: dict[str, int]) -> bool:
    return a["start"] < b["end"] and b["start"] < a["end"]
