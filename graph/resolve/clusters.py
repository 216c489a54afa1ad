"""Claims that match  →  Clusters, and which of them contradict each other.

Joined from the best match down, two groups if they match on average, and never across a figure or
a polarity that excludes the other: that is what a contradiction is. What a person judged of two
claims holds before that.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from types import MappingProxyType

from graph import terms
from graph.corpus import (
    Acceptance,
    ClaimDigest,
    Cluster,
    Contradiction,
    Match,
    Verdict,
)
from graph.resolve.events import happened_twice, of_two_events
from graph.resolve.figures import comparable, exclude, size
from graph.resolve.matches import apart, overlap

LINKAGE = 0.45
"""The mean score over all pairs of two groups at which they are joined; a pair that does not match
counts as 0."""
BETWEEN = 0.65
"""And where both hold several claims: two groups joined wrongly spoil more than one claim does."""
AGAINST, NEAREST = 0.55, 0.8
"""A contradiction needs a surer match than a cluster, for claims that sound alike are many; and a
denial is of what it matches best, or of what matches it NEAREST times as well."""

Key = tuple[str, str]
Judged = Verdict | Acceptance


def key(claim: ClaimDigest) -> Key:
    """What a claim is known by: its article and its name there."""
    return claim.article, claim.name


def clusters(
    claims: Iterable[ClaimDigest],
    matches: Iterable[Match],
    published: Mapping[str, date | None],
    copied: Collection[str] = (),
    judged: Mapping[frozenset[Key], Judged] = MappingProxyType({}),
) -> list[Cluster]:
    """Every claim in exactly one cluster; in an order that depends on the claims alone.

    In a cluster the earliest stands first; of one day, those of articles that are no copies.
    copied: the articles that are. judged: what people decided, see `graph.resolve.judged`.
    """
    by_key = {key(claim): claim for claim in sorted(claims, key=key)}
    scores = {(m.left, m.right): m for m in matches if m.left in by_key and m.right in by_key}
    group = {k: [k] for k in by_key}
    why: dict[Key, list[str]] = defaultdict(list)
    for left, right in sorted(map(sorted, _pairs(judged, "same", by_key))):
        a, b = group[left], group[right]
        if a is not b:
            why[min(a[0], b[0])] = [*why[a[0]], *why[b[0]], "judged to be the same"]
            _join(group, a, b)
    never = _pairs(judged, "different", by_key)
    for match in sorted(scores.values(), key=lambda m: (-m.score, m.left, m.right)):
        a, b = group[match.left], group[match.right]
        kept_apart = never and any(frozenset((x, y)) in never for x in a for y in b)
        if a is not b and not kept_apart and _fit(a, b, scores, by_key):
            why[min(a[0], b[0])] = [*why[a[0]], *why[b[0]], "; ".join(match.reasons)]
            _join(group, a, b)
    kept = {id(g): g for g in group.values()}.values()
    return [_cluster([by_key[k] for k in g], why[g[0]], published, copied) for g in kept]


def _pairs(
    judged: Mapping[frozenset[Key], Judged], verdict: Verdict, here: Collection[Key]
) -> set[frozenset[Key]]:
    return {pair for pair, v in judged.items() if v == verdict and all(k in here for k in pair)}


def _join(group: dict[Key, list[Key]], a: list[Key], b: list[Key]) -> None:
    joined = sorted([*a, *b])
    for k in joined:
        group[k] = joined


def _fit(
    a: Sequence[Key], b: Sequence[Key], scores: Mapping[tuple[Key, Key], Match],
    by_key: Mapping[Key, ClaimDigest],
) -> bool:  # fmt: skip
    total = 0.0
    for x in a:
        for y in b:
            if any(rule(by_key[x], by_key[y]) for rule in (apart, overlap, happened_twice)):
                return False
            found = scores.get((x, y) if x < y else (y, x))
            total += found.score if found else 0.0
    least = LINKAGE if min(len(a), len(b)) == 1 else BETWEEN
    return total / (len(a) * len(b)) >= least


def _cluster(
    claims: list[ClaimDigest], why: Iterable[str], published: Mapping[str, date | None],
    copied: Collection[str],
) -> Cluster:  # fmt: skip
    def place(claim: ClaimDigest) -> tuple[date, bool, str, int]:
        day = published.get(claim.article) or date.max
        return day, claim.article in copied, claim.article, claim.spans[0].start

    ordered = sorted(claims, key=place)
    return Cluster(
        terms.digest(*min(key(c) for c in claims)), tuple(ordered), tuple(dict.fromkeys(why))
    )


def contradictions(
    found: Sequence[Cluster],
    matches: Iterable[Match],
    sources: Callable[[ClaimDigest], frozenset[str]],
    published: Mapping[str, date | None],
) -> list[Contradiction]:
    """Pairs of clusters on the same thing that cannot both hold.

    sources: the ultimate sources of a claim, as IRIs. The same source that gives a larger figure
    later has updated it, which is no contradiction.
    """
    of = {key(claim): cluster for cluster in found for claim in cluster.claims}
    claim_of = {key(claim): claim for cluster in found for claim in cluster.claims}
    made: dict[tuple[str, str], Contradiction] = {}
    best: dict[str, float] = {}
    for match in sorted(matches, key=lambda m: (-m.score, m.left, m.right)):
        if match.score < AGAINST:
            break
        left, right = sorted((of[match.left], of[match.right]), key=lambda c: c.id)
        if left.id == right.id or (left.id, right.id) in made:
            continue
        a, b = claim_of[match.left], claim_of[match.right]
        if of_two_events(a, b) or any(
            happened_twice(x, y) for x in left.claims for y in right.claims
        ):
            continue
        kind = apart(a, b)
        if kind == "polarity":
            denial = of[key(a if a.polarity == "negative" else b)].id
            if match.score < NEAREST * best.setdefault(denial, match.score):
                continue
        if kind == "figure" and (not _clash(a, b) or updated(a, b, sources, published)):
            continue
        if kind:
            made[left.id, right.id] = Contradiction(left.id, right.id, kind, _reason(a, b, kind))
    return sorted(made.values(), key=lambda c: (c.left, c.right))


def _clash(a: ClaimDigest, b: ClaimDigest) -> bool:
    """True if figures of theirs exclude each other; two floors only differ."""
    return any(exclude(x, y) for x in a.figures for y in b.figures)


def updated(
    a: ClaimDigest, b: ClaimDigest,
    sources: Callable[[ClaimDigest], frozenset[str]], published: Mapping[str, date | None],
) -> bool:  # fmt: skip
    """True if one source gave both figures, the larger one later."""
    if not sources(a) & sources(b):
        return False
    days = published.get(a.article), published.get(b.article)
    if days[0] is None or days[1] is None or days[0] == days[1]:
        return False
    earlier, later = (a, b) if days[0] < days[1] else (b, a)
    pairs = [(x, y) for x in earlier.figures for y in later.figures if exclude(x, y)]
    return all((size(x) or 0) <= (size(y) or 0) for x, y in pairs)


def _reason(a: ClaimDigest, b: ClaimDigest, kind: str) -> str:
    if kind == "polarity":
        denying = a if a.polarity == "negative" else b
        return f"one is {'denied' if denying.denied else 'negated'}: “{denying.text[:120]}”"
    x, y = next((x, y) for x in a.figures for y in b.figures if exclude(x, y))
    return f"“{x.text}” and “{y.text}” of the same ({x.unit.replace(':', ', ')})"


def drifted(a: ClaimDigest, b: ClaimDigest) -> tuple[str, str] | None:
    """The figures of the same thing that two claims give otherwise, if any."""
    for x in a.figures:
        for y in b.figures:
            if comparable(x, y) and (x.bound, x.min, x.max, x.best) != (
                y.bound, y.min, y.max, y.best,
            ):  # fmt: skip
                return x.text, y.text
    return None
