"""Scores of relations and events against an annotated passage."""

from __future__ import annotations

from typing import Any

from graph.annotate.words import split_words
from graph.flow import model
from graph.train.relations import RelationScores, relation_scores

TEXT = (
    "Ada Quill, a lawyer for the sailors, spoke on Monday. The Reed Militia did not capture "
    "Eastmere. The Coast Brigade shelled Portville."
)


def _entity(name: str, kind: str, *mentions: str) -> dict[str, Any]:
    spans = []
    for words in mentions or (name,):
        start = TEXT.index(words)
        form = "name" if words[0].isupper() else "nominal"
        spans.append({"start": start, "end": start + len(words), "form": form})
    return {"id": name, "kind": kind, "name": name, "unnamed": False, "mentions": spans}


def _row(**events: list[dict[str, Any]]) -> dict[str, Any]:
    assert len(split_words(TEXT)) > 0
    return {
        "article": {"id": "x", "outlet": "Example Herald", "published": None, "text": TEXT},
        "entities": [
            _entity("Ada Quill", "person"),
            _entity("the sailors", "group"),
            _entity("Reed Militia", "unit"),
            _entity("Coast Brigade", "unit"),
            _entity("Portville", "place"),
            _entity("Eastmere", "place"),
        ],
        "attributions": [],
        "relations": [
            {"subject": "Ada Quill", "predicate": "represents", "object": "the sailors",
             "negated": False},
            {"subject": "Reed Militia", "predicate": "captured", "object": "Eastmere",
             "negated": True},
            {"subject": "Coast Brigade", "predicate": "attacked", "object": "Portville",
             "negated": False},
            {"subject": "Ada Quill", "predicate": "said_by", "object": "the sailors",
             "negated": False},
        ],
        "events": events.get("events", []),
    }  # fmt: skip


def _scores(row: dict[str, Any], *, given: bool) -> RelationScores:
    return relation_scores(model(), [row], given=given)


def test_relations_are_counted_whether_entities_are_given_or_found() -> None:
    for given in (True, False):
        scores = _scores(_row(), given=given)

        assert scores.all_relations().gold == 2  # neither the negated one nor said_by
        assert scores.all_relations().right == 2, scores.missed
        assert scores.negated == 0


def test_an_event_counts_with_its_trigger_and_again_with_its_actor() -> None:
    start = TEXT.index("shelled")
    participants = [{"role": "actor", "entity": "Coast Brigade"}]
    event = {
        "kind": "attack",
        "trigger": {"start": start, "end": start + len("shelled")},
        "participants": participants,
        "negated": False,
    }
    right = _scores(_row(events=[event]), given=True)
    other = [{"role": "actor", "entity": "Reed Militia"}]
    wrong = _scores(_row(events=[{**event, "participants": other}]), given=True)

    assert (right.all_events().right, right.actors.right) == (1, 1)
    assert (wrong.all_events().right, wrong.actors.right) == (1, 0)
    assert any(line.startswith("ACTOR WRONG attack") for line in wrong.missed)
