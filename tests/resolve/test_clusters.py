"""Claims that say the same come together; what cannot both hold is told."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations

import pytest
from made import DAY, claim, figure

from graph.corpus import ClaimDigest, Cluster, Contradiction, Judgement, Match
from graph.resolve.clusters import clusters, contradictions
from graph.resolve.judged import pairs_judged
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


def test_towns_that_are_not_one_are_two_events_however_alike_they_are_told() -> None:
    """Nor do they come together by way of a claim that names no town."""
    text = "seven people were killed when shells hit the market"
    karrow = replace(claim("a", f"{text} in Karrow"), towns=frozenset(["karrow"]))
    belden = replace(claim("b", f"{text} in Belden"), towns=frozenset(["belden"]))

    found = grouped(karrow, belden, claim("c", text))

    assert sorted(len(c.claims) for c in found) == [1, 2]


def test_two_spellings_of_a_town_are_one_place() -> None:
    kharkiv, kharkov = (
        replace(claim(name, f"{FERRY} by {name}"), towns=frozenset([name]))
        for name in ("kharkiv", "kharkov")
    )

    assert len(grouped(kharkiv, kharkov)) == 1


@pytest.mark.parametrize("resolved", [True, False])
def test_days_that_are_not_one_are_two_events(*, resolved: bool) -> None:
    monday, thursday = (
        replace(claim(day, f"{FERRY} on {day}"), days=(at, at) if resolved else None)
        for day, at in (("Monday", DAY), ("Thursday", DAY + timedelta(days=10)))
    )

    assert len(grouped(monday, thursday)) == 2


def test_figures_of_two_towns_do_not_contradict_each_other() -> None:
    three, nine = (
        replace(claim(place, FERRY, figures=[figure(str(n), "exact", n)]), scene=frozenset([place]))
        for place, n in (("karrow", 3), ("belden", 9))
    )

    assert not against(three, nine)
    assert against(replace(three, scene=nine.scene), nine)


def test_what_a_person_judged_of_two_claims_holds() -> None:
    claims = claim("a", FERRY, about=PLACE), claim("b", SAME, about=PLACE), claim("c", OTHER)
    days, matches = {c.article: DAY for c in claims}, matches_of(claims)
    judgements = [
        Judgement(("a#c1", "b#c1"), "different", "R. Moss", DAY),
        Judgement(("a#c1", "c#c1"), "same", "R. Moss", DAY),
    ]

    found = clusters(claims, matches, days, judged=pairs_judged(judgements))
    taken_back = [*judgements, Judgement(("a#c1", "b#c1"), "unsure", "R. Moss", date.max)]
    again = clusters(claims, matches, days, judged=pairs_judged(taken_back))

    assert [{c.article for c in one.claims} for one in found] == [{"a", "c"}, {"b"}]
    assert {"a", "c"} in [{c.article for c in one.claims} for one in again]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The frigate Halden was hit by a missile", "The frigate Sander was hit by a missile"),
        ("Guards shot two inmates at Holm prison", "Guards shot two inmates at Dahl prison"),
        ("Police arrested Colonel Igor Venn", "Police arrested Colonel Pavel Venn"),
    ],
)
def test_like_words_of_two_ships_prisons_or_men_are_two_events(one: str, other: str) -> None:
    denial = replace(claim("b", other, polarity="negative"), denied=True)

    assert len(grouped(claim("a", one), claim("b", other))) == 2
    assert not against(claim("a", one), denial)
    assert against(claim("a", one), replace(denial, text=one, lemmas=claim("a", one).lemmas))


def test_figures_of_two_units_do_not_contradict_each_other() -> None:
    fifth, sixth = (
        claim(unit, FERRY, about=[f"{unit} brigade"], figures=[figure(str(n), "exact", n)])
        for unit, n in (("5", 3), ("6", 9))
    )

    assert not against(fifth, sixth)
    assert against(fifth, replace(sixth, about=frozenset(["5 mechanised brigade"])))
