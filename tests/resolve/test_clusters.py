"""Claims that say the same come together; what cannot both hold is told."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import combinations

from made import DAY, claim, figure

from graph.corpus import ClaimDigest, Cluster, Contradiction, Match
from graph.resolve.clusters import clusters, contradictions
from graph.resolve.matches import match

FERRY = "three people died when a ferry was shelled near Portville"
SAME = "a ferry was shelled near Portville and three people died"
OTHER = "the harvest in the eastern valley will be late this autumn"
PLACE = ["portville"]


def matches_of(claims: Sequence[ClaimDigest]) -> list[Match]:
    return [found for a, b in combinations(claims, 2) if (found := match(a, b))]


def grouped(*claims: ClaimDigest) -> list[Cluster]:
    days = {c.article: DAY for c in claims}
    return clusters(claims, matches_of(claims), days)


def against(*claims: ClaimDigest, later: int = 0, one_source: bool = False) -> list[Contradiction]:
    days: dict[str, date | None] = {
        c.article: DAY + timedelta(days=later * k) for k, c in enumerate(claims)
    }
    matches = matches_of(claims)
    found = clusters(claims, matches, days)
    return contradictions(
        found, matches, lambda c: frozenset(["x" if one_source else c.article]), days
    )


def test_claims_in_other_words_are_one_cluster_and_other_claims_are_not() -> None:
    found = grouped(
        claim("a", FERRY, about=PLACE), claim("b", SAME, about=PLACE), claim("c", OTHER)
    )

    assert sorted(len(c.claims) for c in found) == [1, 2]


def test_the_order_of_claims_does_not_matter() -> None:
    claims = [claim(str(k), (FERRY, SAME, OTHER)[k % 3], about=PLACE) for k in range(9)]
    first = {(c.id, c.claims) for c in grouped(*claims)}
    for seed in range(5):
        random.Random(seed).shuffle(claims)

        assert {(c.id, c.claims) for c in grouped(*claims)} == first


def test_of_one_day_the_article_that_is_no_copy_carries_a_claim_first() -> None:
    claims = [claim(name, FERRY, about=PLACE) for name in ("a", "b")]
    days = {"a": DAY, "b": DAY}

    (found,) = clusters(claims, matches_of(claims), days, {"a"})

    assert [c.article for c in found.claims] == ["b", "a"]


def test_two_floors_are_two_clusters_and_no_contradiction() -> None:
    a, b = (
        claim(name, FERRY, about=PLACE, figures=[figure(f"at least {n}", "at_least", n)])
        for name, n in (("a", 14), ("b", 19))
    )

    assert len(grouped(a, b)) == 2
    assert not against(a, b)


def test_figures_that_exclude_each_other_are_a_contradiction() -> None:
    a = claim("a", FERRY, about=PLACE, figures=[figure("three", "exact", 3)])
    b = claim("b", SAME, about=PLACE, figures=[figure("nine", "exact", 9)])

    assert len(grouped(a, b)) == 2
    assert [c.kind for c in against(a, b)] == ["figure"]


def test_a_later_and_larger_figure_of_one_source_is_no_contradiction() -> None:
    a = claim("a", FERRY, about=PLACE, figures=[figure("three", "exact", 3)])
    b = claim("b", SAME, about=PLACE, figures=[figure("nine", "exact", 9)])

    assert not against(a, b, later=1, one_source=True)
    assert against(b, a, later=1, one_source=True)


def test_a_denial_contradicts_what_it_denies() -> None:
    a = claim("a", FERRY, about=PLACE)
    b = claim("b", SAME, about=PLACE, polarity="negative")

    assert [c.kind for c in against(a, b)] == ["polarity"]
