"""Annotations → the annotation format: one JSON object an article.

A public contract: ``annotation.schema.json`` beside this file describes it, and a test holds both
together. Entities are ``e0`` (the publisher), ``e1`` …; attributions ``a1`` …; times ``t1`` ….
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from graph.claims import as_so
from graph.types import Annotations, Attribution, Event, Quantity, Relation, Span, TimeSpan

SCHEMA = Path(__file__).parent / "annotation.schema.json"


def to_json(annotations: Annotations) -> str:
    """One line of JSON, without its line end."""
    return json.dumps(as_dict(annotations), ensure_ascii=False)


def as_dict(annotations: Annotations) -> dict[str, Any]:
    """The annotation format as Python values."""
    article = annotations.article
    return {
        "article": {
            "id": article.id,
            "title": article.title,
            "outlet": article.publisher,
            "published": article.published.isoformat() if article.published else None,
            "url": article.url,
            "text": article.text,
        },
        "entities": _entities(annotations),
        "attributions": [
            _attribution(f"a{k}", a) for k, a in enumerate(annotations.attributions, 1)
        ],
        "relations": [_relation(r, annotations.attributions) for r in annotations.relations],
        "events": [
            _event(f"v{k}", e, annotations.attributions)
            for k, e in enumerate(annotations.events, 1)
        ],
        "quantities": [_quantity(q) for q in annotations.quantities],
        "times": [_time(f"t{k}", t) for k, t in enumerate(annotations.times, 1)],
        "run": {"software": annotations.run.software, "model": annotations.run.model},
    }


def _entities(annotations: Annotations) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = [
        {
            "id": f"e{k}",
            "kind": e.kind,
            "name": e.name,
            "names": [e.name, *e.names],
            "unnamed": e.unnamed,
            "source_type": e.source_type,
            "same_as": [],
            "mentions": [],
        }
        for k, e in enumerate(annotations.entities)
    ]
    for m in annotations.mentions:
        rows[m.entity]["mentions"].append({**_span(m.span), "form": m.form})
    return rows


def _span(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def _id(letter: str, index: int | None, *, base: int = 1) -> str | None:
    return None if index is None else f"{letter}{index + base}"


def _attribution(name: str, a: Attribution) -> dict[str, Any]:
    source = a.source
    return {
        "id": name,
        "chain": [f"e{link.entity}" for link in a.chain],
        "links": [
            {
                "entity": f"e{link.entity}",
                "reason": link.reason,
                "evidence": _span(link.evidence) if link.evidence else None,
            }
            for link in a.chain
        ],
        "source": {"entity": f"e{source.entity}", **_span(source.span)} if source else None,
        "cue": _span(a.cue),
        "content": [_span(c) for c in a.content],
        "manner": a.manner,
        "polarity": a.polarity,
        "certainty": a.certainty,
        "hedge": _span(a.hedge) if a.hedge else None,
        "cue_class": a.cue_class,
        "channel": a.channel,
        "told_to": _id("e", a.told_to, base=0),
        "within": _id("a", a.within),
        "score": a.score,
    }


def _relation(r: Relation, attributions: Sequence[Attribution]) -> dict[str, Any]:
    return {
        "subject": f"e{r.subject}",
        "predicate": r.predicate,
        "object": f"e{r.object}",
        "negated": not (r.asserted and as_so(attributions, r.attribution)),
        "polarity": r.polarity,
        "temporality": r.temporality,
        "certainty": r.certainty,
        "attribution": _id("a", r.attribution),
        "time": _id("t", r.time),
        "evidence": [_span(s) for s in r.evidence],
        "rule": r.rule,
    }


def _event(name: str, e: Event, attributions: Sequence[Attribution]) -> dict[str, Any]:
    places = [p.entity for p in e.participants if p.role == "place"]
    return {
        "id": name,
        "kind": e.kind,
        "trigger": _span(e.trigger),
        "participants": [{"role": p.role, "entity": f"e{p.entity}"} for p in e.participants],
        "time": _id("t", e.time),
        "place": f"e{places[0]}" if places else None,
        "negated": e.negated or not as_so(attributions, e.attribution),
        "attribution": _id("a", e.attribution),
    }


def _quantity(q: Quantity) -> dict[str, Any]:
    return {
        **_span(q.span),
        "text": q.text,
        "bound": q.bound,
        "min": q.min,
        "max": q.max,
        "best": q.best,
        "fraction": q.fraction,
        "unit": q.unit,
        "counted": _id("e", q.counted, base=0),
    }


def _time(name: str, t: TimeSpan) -> dict[str, Any]:
    return {
        "id": name,
        **_span(t.span),
        "text": t.text,
        "earliest": t.earliest.isoformat() if t.earliest else None,
        "latest": t.latest.isoformat() if t.latest else None,
        "anchor": t.anchor.isoformat() if t.anchor else None,
        "rule": t.rule,
    }
