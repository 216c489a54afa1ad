"""What a second annotator found against what the first did: how well chains can be told at all.

rows of `graph.train.real`, twice  →  ChainScores, as if the second were the reader
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from graph.train.passages import ChainScores, article_of, score_row
from graph.types import Annotations, Attribution, Entity, Link, Mention, Run, Span

Row = Mapping[str, Any]


def chain_agreement(first: Iterable[Row], second: Iterable[Row]) -> ChainScores:
    """Scores over the articles that both have. Raises KeyError if the first lacks one."""
    scores = ChainScores()
    known = {row["article"]["id"]: row for row in first}
    for row in second:
        score_row(dict(known[row["article"]["id"]]), as_read(row), scores)
    return scores


def as_read(row: Row) -> Annotations:
    """An annotated article as the reader would give it; entity 0 is the publisher."""
    article = article_of(dict(row))
    numbers = {"publisher": 0} | {e["id"]: n for n, e in enumerate(row["entities"], 1)}
    entities = (Entity("outlet", article.publisher), *map(_entity, row["entities"]))
    mentions = tuple(
        Mention(_span(m), e["kind"], m["form"], numbers[e["id"]], 1.0)
        for e in row["entities"]
        for m in e["mentions"]
    )
    attributions = tuple(_attribution(a, numbers) for a in row["attributions"])
    return Annotations(article, Run("", "", ""), entities, mentions, attributions)


def _entity(e: Row) -> Entity:
    return Entity(e["kind"], e["name"], unnamed=e["unnamed"])


def _attribution(a: Row, numbers: Mapping[str, int]) -> Attribution:
    return Attribution(
        None,
        _span(a["cue"]) if a["cue"] else Span(0, 0),
        tuple(map(_span, a["content"])),
        tuple(Link(numbers[name], "annotated") for name in a["chain"]),
        a["manner"],
        a["polarity"],
        a["certainty"],
    )


def _span(at: Mapping[str, int]) -> Span:
    return Span(at["start"], at["end"])
