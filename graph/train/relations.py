"""Annotated passages against what the reader finds: relations and events.

    rows of ``convert.py``  →  read whole, or with the entities given  →  RelationScores

Relations that follow from attributions (``said_by``, ``reported_by``) are not counted, and events
said not to have happened neither.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from graph.annotate import annotate
from graph.annotate.frames import Frames, shipped_frames
from graph.annotate.grounding import Readings
from graph.annotate.mentions import Found
from graph.annotate.model import Model
from graph.annotate.phrases import Phrases
from graph.annotate.relations import find_relations
from graph.annotate.syntax import Syntax
from graph.annotate.ties import ties_of
from graph.annotate.words import split_words
from graph.train.passages import article_of, same_entities
from graph.train.tally import Tally
from graph.types import Attribution, Event, Relation, Span

_UNANNOTATED = frozenset(("published_evidence", "ceasefire_with"))
"""Relations that the inventory of the written passages did not have."""

Tie = tuple[str, str, str]
"""Subject, predicate, object; the entities by their ids in the passage, "?" for none of them."""


@dataclass
class RelationScores:
    """Scores of a set of passages."""

    relations: dict[str, Tally] = field(default_factory=dict)
    annotated: Tally = field(default_factory=Tally)
    """Of the relations found only those between two entities that the passage annotates."""
    events: dict[str, Tally] = field(default_factory=dict)
    """Kind and trigger; without those that are said not to have happened."""
    actors: Tally = field(default_factory=Tally)
    """Kind, trigger, and the same actors or none."""
    negated: int = 0
    """Relations that the passage takes back and the reader asserts."""
    missed: list[str] = field(default_factory=list)

    def all_relations(self) -> Tally:
        """Over every predicate."""
        return _sum(self.relations.values())

    def all_events(self) -> Tally:
        """Over every kind."""
        return _sum(self.events.values())


def _sum(tallies: Iterable[Tally]) -> Tally:
    whole = Tally()
    for tally in tallies:
        whole.add(tally.right, tally.found, tally.gold)
    return whole


def relation_scores(
    model: Model, rows: Sequence[dict[str, Any]], *, given: bool = False
) -> RelationScores:
    """Scores over passages. given: with the entities and attributions of the passage."""
    scores = RelationScores()
    for row in rows:
        read = _given(model, row) if given else _whole(model, row)
        _score_relations(row, read, scores)
        _score_events(row, read, scores)
    return scores


# Reading ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Read:
    relations: Sequence[Relation]
    events: Sequence[Event]
    same: dict[str, set[int]]
    """For each entity of the passage those of the reader that are it."""
    negative: frozenset[int]
    """Attributions that deny."""

    def ids(self, entity: int) -> set[str]:
        """The entities of the passage that one of the reader's is."""
        return {i for i, found in self.same.items() if entity in found} or {"?"}


def _whole(model: Model, row: dict[str, Any]) -> _Read:
    """The passage as the product reads it."""
    read = annotate(article_of(row), model)
    return _Read(read.relations, read.events, same_entities(row, read),
                 _negative(read.attributions))  # fmt: skip


def _given(model: Model, row: dict[str, Any]) -> _Read:
    """The passage with its own entities, coreference and attributions."""
    syntax = Syntax(model.read(split_words(row["article"]["text"])))
    entities = row["entities"]
    at = _entity_words(syntax, entities)
    attributions = [_attribution(a) for a in row["attributions"]]
    found = list(_mentions(syntax, entities))
    readings = Readings(
        syntax, at.get, lambda n: entities[n]["kind"], attributions,
        mentions=[m for m, _ in found], who=lambda i: found[i][1],
    )  # fmt: skip
    relations, events = find_relations(readings, shipped_frames(), ties_of(model))
    same = {e["id"]: {n} for n, e in enumerate(entities)}
    return _Read(relations, events, same, _negative(attributions))


def _entity_words(syntax: Syntax, entities: Sequence[dict[str, Any]]) -> dict[int, int]:
    """Word → entity: every word of a name, the head of another mention; the shortest wins."""
    found: dict[int, tuple[int, int]] = {}
    for number, entity in enumerate(entities):
        for m in entity["mentions"]:
            first, end = syntax.words.within(Span(m["start"], m["end"]))
            name, head = m["form"] == "name", _head(syntax, first, end)
            for word in range(first, end) if name else [head][: end - first]:
                rank = (m["end"] - m["start"] + 1000 * (name and word != head), number)
                found[word] = min(found.get(word, rank), rank)
    return {word: number for word, (_, number) in found.items()}


def _mentions(syntax: Syntax, entities: Sequence[dict[str, Any]]) -> Iterator[tuple[Found, int]]:
    """Every annotated mention, with the number of its entity."""
    for number, entity in enumerate(entities):
        for m in entity["mentions"]:
            first, end = syntax.words.within(Span(m["start"], m["end"]))
            if first < end:
                name = m["form"] == "name"
                head = syntax.head(first, end - 1) if name else _head(syntax, first, end)
                yield Found(first, end - 1, head, entity["kind"], m["form"], 1.0), number


def _head(syntax: Syntax, first: int, end: int) -> int:
    """The noun of a mention: that of its first noun phrase, else the highest in the tree."""
    head = Phrases(syntax).after(first - 1) if 0 < first < end else None
    if head is not None and head < end:
        return head
    return syntax.head(first, end - 1) if first < end else 0


def _attribution(a: dict[str, Any]) -> Attribution:
    cue = Span(a["cue"]["start"], a["cue"]["end"]) if a["cue"] else Span(0, 0)
    content = tuple(Span(c["start"], c["end"]) for c in a["content"])
    return Attribution(None, cue, content, (), a["manner"], a["polarity"], a["certainty"])


def _negative(attributions: Sequence[Attribution]) -> frozenset[int]:
    return frozenset(k for k, a in enumerate(attributions) if a.polarity == "negative")


# Comparing -------------------------------------------------------------------------------------


def _score_relations(row: dict[str, Any], read: _Read, scores: RelationScores) -> None:
    frames = shipped_frames()
    listed = [(_tie(r, frames), r["negated"]) for r in row["relations"]]
    gold = {t for t, negated in listed if t[1] in scored(frames) and not negated}
    taken_back = {t for t, negated in listed if negated} - gold
    found: dict[Tie, Relation] = {}
    for r in read.relations:
        told = r.asserted and r.attribution not in read.negative
        if told and r.predicate in scored(frames):
            found.setdefault(_found_tie(r, read, gold | taken_back, frames), r)
    for predicate in {t[1] for t in gold | set(found)}:
        mine, theirs = ({t for t in ties if t[1] == predicate} for ties in (found, gold))
        tally = scores.relations.setdefault(predicate, Tally())
        tally.add(len(mine & theirs), len(mine), len(theirs))
        both = {t for t in mine if "?" not in t and t[0] != t[2]}
        scores.annotated.add(len(mine & theirs), len(both), len(theirs))
    scores.negated += len(taken_back & set(found))
    scores.missed += [_told(row, t, "MISSED", "") for t in sorted(gold - set(found))]
    text = row["article"]["text"]
    scores.missed += [
        _told(row, t, "WRONG", f"{r.rule} | {r.evidence[0].of(text)[:150]}")
        for t, r in found.items()
        if t not in gold
    ]


def scored(frames: Frames) -> set[str]:
    """What a frame finds and the passages were annotated with."""
    return {f.name for f in frames.relations.values() if not f.derived} - _UNANNOTATED


def _tie(r: dict[str, Any], frames: Frames) -> Tie:
    return same_tie((r["subject"], r["predicate"], r["object"]), frames)


def same_tie(tie: Tie, frames: Frames) -> Tie:
    """A tie, that of a symmetric relation with its two ends in one order."""
    frame = frames.relations.get(tie[1])
    return (max(tie[0], tie[2]), tie[1], min(tie[0], tie[2])) if frame and frame.symmetric else tie


def _found_tie(r: Relation, read: _Read, listed: set[Tie], frames: Frames) -> Tie:
    """The tie of the passage that one of the reader's is, if it is one."""
    options = sorted(
        same_tie((s, r.predicate, o), frames)
        for s in read.ids(r.subject)
        for o in read.ids(r.object)
    )
    return next((t for t in options if t in listed), options[0])


def _score_events(row: dict[str, Any], read: _Read, scores: RelationScores) -> None:
    free = [g for g in row["events"] if not g["negated"]]
    text = row["article"]["text"]
    for kind in sorted({g["kind"] for g in free} | {e.kind for e in read.events}):
        events = [e for e in read.events if e.kind == kind and not e.negated]
        golds = [g for g in free if g["kind"] == kind]
        hits = [(e, g) for e in events for g in golds if e.trigger.meets(_span(g["trigger"]))]
        right = min(len({id(g) for _, g in hits}), len({id(e) for e, _ in hits}))
        scores.events.setdefault(kind, Tally()).add(right, len(events), len(golds))
        whole = {id(g) for e, g in hits if _same_actors(e, g, read)}
        scores.actors.add(len(whole), len(events), len(golds))
        for name, spans in (
            ("EVENT MISSED", [_span(g["trigger"]) for g in golds if not _hit(g, hits, 1)]),
            ("EVENT WRONG", [e.trigger for e in events if not _hit(e, hits, 0)]),
            ("ACTOR WRONG", [e.trigger for e, g in hits if id(g) not in whole]),
        ):
            scores.missed += [f"{name} {kind} {row['article']['id']} ({s.of(text)}) "
                              f"{_around(text, s)}" for s in spans]  # fmt: skip


def _hit(one: object, hits: Sequence[tuple[object, object]], side: int) -> bool:
    return any(hit[side] is one for hit in hits)


def _same_actors(event: Event, gold: dict[str, Any], read: _Read) -> bool:
    wanted = {p["entity"] for p in gold["participants"] if p["role"] == "actor"}
    found = [read.ids(p.entity) for p in event.participants if p.role == "actor"]
    return all(ids & wanted for ids in found) and wanted <= set().union(*found)


def _span(at: dict[str, int]) -> Span:
    return Span(at["start"], at["end"])


def _around(text: str, span: Span) -> str:
    return text[max(0, span.start - 80) : span.end + 80].replace("\n", " ")


def _told(row: dict[str, Any], tie: Tie, what: str, why: str) -> str:
    names = {e["id"]: e["name"] for e in row["entities"]} | {"publisher": "PUB"}
    told = f"{names.get(tie[0], tie[0])} — {tie[1]} — {names.get(tie[2], tie[2])}"
    return f"{what} {tie[1]} {row['article']['id']} {told} {why or _between(row, tie)}"


def _between(row: dict[str, Any], tie: Tie) -> str:
    """The words from the one entity to the other, where they are nearest."""
    at = [[m for e in row["entities"] if e["id"] == i for m in e["mentions"]]
          for i in (tie[0], tie[2])]  # fmt: skip
    pairs = [(abs(a["start"] - b["start"]), a, b) for a in at[0] for b in at[1]]
    if not pairs:
        return ""
    _, a, b = min(pairs, key=lambda pair: pair[0])
    low, high = min(a["start"], b["start"]), max(a["end"], b["end"])
    text: str = row["article"]["text"]
    return "| " + text[max(0, low - 30) : high + 40].replace("\n", " ")[:280]
