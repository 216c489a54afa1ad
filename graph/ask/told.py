"""Clusters and copies as people and programs read them.

Told, Copy  →  JSON objects, tables, and the walk to the origins in words
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from pyoxigraph import Literal

from graph.ask.names import short
from graph.ask.rows import Rows
from graph.corpus import Assignment, ClaimDigest, Copy, Digest, Judgement, Told

Digests = Callable[[str], Digest]
Assigned = Callable[[str], Mapping[int, Assignment]]


def about(told: Told, words: str, *, digests: Digests, assigned: Assigned) -> bool:
    """True if any claim of the cluster holds the words, or names or stands on who is so called."""
    wanted = words.casefold()
    for claim in told.cluster.claims:
        if wanted in claim.text.casefold():
            return True
        digest, now = digests(claim.article), assigned(claim.article)
        for index in {index for chain in claim.chains for index in chain}:
            names = (now[index].name, digest.entities[index].name, *digest.entities[index].names)
            if wanted == now[index].iri or any(wanted in name.casefold() for name in names):
                return True
    return False


def claims_json(
    told: Told, others: Mapping[str, Told], *, digests: Digests, assigned: Assigned
) -> str:
    """One cluster as one line of JSON. others: clusters by id, those it contradicts among them."""
    cluster = told.cluster
    row = {
        "id": cluster.id,
        "text": cluster.claims[0].told,
        "mentions": [m for c in cluster.claims for m in _mentions(c, digests, assigned)],
        "origins": [
            {"name": o.name, "named": o.named, "articles": [digests(a).id for a in o.articles]}
            for o in told.origins.found
        ],
        "independent": [told.origins.low, told.origins.high],
        "contradictions": list(_contradictions(told, others, digests)),
        "circular": [list(cycle) for cycle in told.origins.circular],
        "drift": [
            {"article": digests(d.article).id, "figure": d.figure,
             "cited": digests(d.cited).id, "there": d.there}
            for d in told.origins.drift
        ],
        "first": digests(cluster.claims[0].article).id,
    }  # fmt: skip
    return json.dumps(row, ensure_ascii=False)


def _mentions(claim: ClaimDigest, digests: Digests, assigned: Assigned) -> Iterator[dict[str, Any]]:
    now = assigned(claim.article)
    for chain in claim.chains:
        yield {
            "article": digests(claim.article).id,
            "start": claim.spans[0].start,
            "end": claim.spans[-1].end,
            "chain": [now[index].name for index in chain],
            "polarity": claim.polarity,
            "denied": claim.denied,
            "figure": claim.figures[0].text if claim.figures else None,
        }


def _contradictions(
    told: Told, others: Mapping[str, Told], digests: Digests
) -> Iterator[dict[str, Any]]:
    for found in told.contradictions:
        other = found.right if found.left == told.cluster.id else found.left
        sides = [told.cluster, others[other].cluster]
        yield {
            "with": other,
            "kind": found.kind,
            "sides": [list(dict.fromkeys(digests(c.article).id for c in s.claims)) for s in sides],
        }


def claims_table(found: Iterable[Told], *, digests: Digests) -> Rows:
    """Clusters by how many articles carry them: origins, articles, what contradicts them.

    Last come those that publishers say in passing, in their own voice ("the army's spokesman").
    """
    rows = []
    for told in sorted(found, key=lambda t: (_in_passing(t), -_articles(t), t.cluster.id)):
        origins = ", ".join(dict.fromkeys(o.name for o in told.origins.found))
        against = "; ".join(c.reason for c in told.contradictions)
        rows.append(
            (
                told.cluster.id, _range(told), str(_articles(told)),
                ", ".join(dict.fromkeys(digests(c.article).publisher or "unknown outlet"
                                        for c in told.cluster.claims)),
                origins, told.cluster.claims[0].told, against,
            )
        )  # fmt: skip
    columns = ("cluster", "origins", "articles", "outlets", "sources", "claim", "contradicted")
    return _rows(columns, rows)


def _in_passing(told: Told) -> bool:
    return all(len(chain) == 1 for claim in told.cluster.claims for chain in claim.chains)


def _articles(told: Told) -> int:
    return len({claim.article for claim in told.cluster.claims})


def _range(told: Told) -> str:
    low, high = told.origins.low, told.origins.high
    return str(low) if low == high else f"{low}–{high}"


def copies_json(copy: Copy, *, digests: Digests) -> str:
    """A pair as one line of JSON: a is the original, as far as can be told."""
    row = {
        "a": digests(copy.original).id, "b": digests(copy.copy).id,
        "jaccard": round(copy.jaccard, 4), "containment": round(copy.containment, 4),
        "kind": copy.kind, "reason": copy.reason,
    }  # fmt: skip
    return json.dumps(row, ensure_ascii=False)


def copies_table(found: Iterable[Copy], *, digests: Digests) -> Rows:
    """Which article repeats which."""
    rows = [
        (_title(digests(c.copy)), _title(digests(c.original)), c.kind, f"{c.jaccard:.2f}",
         f"{c.containment:.2f}", c.reason)
        for c in found
    ]  # fmt: skip
    return _rows(("copy", "original", "kind", "jaccard", "containment", "reason"), rows)


def _rows(columns: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Rows:
    return Rows(columns, tuple(tuple(Literal(cell) for cell in row) for row in rows))


def _title(digest: Digest) -> str:
    return f"{digest.publisher or 'unknown outlet'} ({digest.id})"


def trace(
    told: Told, others: Mapping[str, Told], *, digests: Digests, assigned: Assigned,
    judgements: Iterable[Judgement] = (),
) -> Iterator[str]:  # fmt: skip
    """The walk from who carries a claim to whom it stands on, a line a step.

    judgements: the earliest first; those of the cluster's claims are told of.
    """
    cluster = told.cluster
    yield f"Cluster {cluster.id}: {_quoted(cluster.claims[0])}"
    yield ""
    yield "Carried by"
    for claim in cluster.claims:
        digest, now = digests(claim.article), assigned(claim.article)
        day = digest.published.isoformat() if digest.published else "no date"
        for chain in claim.chains:
            names = " → ".join(now[index].name for index in chain)
            yield f"  {day}  {names}{' denies it' if claim.denied else ''}"
            at = f"{digest.id}, {claim.spans[0].start}–{claim.spans[-1].end}"
            yield f"      {at}, {short(f'{claim.article}#{claim.name}')}: “{claim.text}”"
    yield ""
    yield "The walk"
    yield from (f"  {step}" for step in told.origins.steps)
    yield ""
    denial = " of the denial" if cluster.claims[0].denied else ""
    yield f"Independent origins{denial}: {_range(told)}"
    for origin in told.origins.found:
        named = "" if origin.named else " (unnamed)"
        yield f"  {origin.name}{named}, behind {_count(len(origin.articles))}"
    for cycle in told.origins.circular:
        yield f"Circular: {' → '.join((*cycle, cycle[0]))}"
    for drift in told.origins.drift:
        yield (
            f"Drift: “{drift.figure}” in {digests(drift.article).id}, "
            f"“{drift.there}” in {digests(drift.cited).id}, which it cites"
        )
    for found in told.contradictions:
        other = others[found.right if found.left == cluster.id else found.left].cluster
        yield f"Contradicted by {other.id}: {found.reason}"
    own = {f"{claim.article}#{claim.name}" for claim in cluster.claims}
    for one in judgements:
        if one.about[0] in own:
            note = f": {one.note}" if one.note else ""
            yield f"Judged by {one.by} on {one.on}: {one.verdict}{note}"


def _quoted(claim: ClaimDigest) -> str:
    return f"denied: “{claim.text}”" if claim.denied else f"“{claim.text}”"


def _count(number: int) -> str:
    return "1 article" if number == 1 else f"{number} articles"
