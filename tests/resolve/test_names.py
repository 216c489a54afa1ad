"""When two names may be one, and what they are looked up by."""

from __future__ import annotations

from itertools import combinations

import pytest

from graph.corpus import EntityDigest
from graph.resolve.names import CLOSE, SAME, alike, blocks, blocks_of, key, of_iri
from graph.types import Kind

ONE_PERSON = [
    ("Muammar Gaddafi", "Moammar al-Qadhafi"),
    ("Muammar Gaddafi", "Mu'ammar Qadhdhafi"),
    ("Moammar Kadafi", "Muammar Qaddafi"),
    ("Yevgeny Prigozhin", "Evgeniy Prigozhin"),
    ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
    ("Volodymyr Zelenskiy", "Volodymyr Zelenskyi"),
    ("Mohammed Deif", "Muhammad Deif"),
    ("Sergei Lavrov", "Sergey Lavrov"),
    ("Slobodan Milošević", "Slobodan Milosevich"),
    ("Osama bin Laden", "Usama Ben Ladin"),
    ("Abdul Fattah al-Burhan", "Abdelfattah Burhan"),
    ("Mikhail Benyash", "Mikhail V. Benyash"),
    ("Mikhail V. Benyash", "Mikhail Viktorovich Benyash"),
    ("Kim Jong-un", "Kim Jong Un"),
    ("Kim Jong Un", "Jong Un Kim"),
    ("Haddad, Yusuf", "Yusuf Haddad"),
    ("Col. Yusuf Haddad", "Yusuf Haddad"),
    ("J.D. Vance", "JD Vance"),
]
TWO_PEOPLE = [
    ("Yusuf Haddad", "Yasmin Haddad"),
    ("Yusuf Haddad", "Haddad"),
    ("Ali Hassan", "Ali Hussein"),
    ("Mohammed Quill", "Mahmoud Quill"),
    ("George H. Bush", "George W. Bush"),
    ("Viktor Quill", "Viktor Quill Jr."),
    ("Sasha Petrov", "Sasha Petrova"),
    ("Gary Harrow", "Cary Harrow"),
    ("Martin Hansen", "Morten Hansen"),
    ("Salam Haddad", "Salem Haddad"),
    ("Kim Lee", "Kim Li"),
    ("Christian Quill", "Christine Quill"),
    ("M. Benyash", "Mikhail Benyash"),
]
ONE_BODY: list[tuple[str, str, Kind]] = [
    ("Defence Ministry", "Ministry of Defense", "organisation"),
    ("Russian Defence Ministry", "Russia’s Ministry of Defence", "organisation"),
    ("Israel Defense Forces", "Israeli Defence Force", "organisation"),
    ("14th Mechanised Brigade", "Fourteenth Mechanized Brigade", "unit"),
    ("III Corps", "3rd Corps", "unit"),
    ("Hezbollah", "Hizballah", "group"),
    ("al-Qaeda", "Al Qaida", "group"),
    ("Example Mining Co. Ltd.", "Example Mining", "organisation"),
]
TWO_BODIES: list[tuple[str, str, Kind]] = [
    ("14th Brigade", "41st Brigade", "unit"),
    ("14th Brigade", "Brigade", "unit"),
    ("Russian Defence Ministry", "Ukrainian Defence Ministry", "organisation"),
    ("Defence Ministry", "Ukrainian Defence Ministry", "organisation"),
    ("Police Institute", "Policy Institute", "organisation"),
    ("Council for Peace", "Counsel for Peace", "organisation"),
    ("IDF", "Israel Defense Forces", "organisation"),
    ("Harbour Watch", "Harbour Watch Trust", "organisation"),
]
ACROSS_LANGUAGES = [
    ("Kyrylo Budanov", "Kirill Budanov"),
    ("Volodymyr Zelensky", "Vladimir Zelensky"),
    ("Joe Biden", "Joseph Biden"),
]


@pytest.mark.parametrize(("a", "b"), ONE_PERSON)
def test_spellings_of_a_persons_name_are_one(a: str, b: str) -> None:
    assert alike(a, b, "person") == alike(b, a, "person") >= SAME


@pytest.mark.parametrize(("a", "b"), TWO_PEOPLE)
def test_names_of_two_people_are_two(a: str, b: str) -> None:
    assert alike(a, b, "person") == alike(b, a, "person") < CLOSE


@pytest.mark.parametrize(("a", "b"), ACROSS_LANGUAGES)
def test_a_name_in_another_language_or_in_short_needs_more_than_itself(a: str, b: str) -> None:
    assert CLOSE <= alike(a, b, "person") < SAME


@pytest.mark.parametrize(("a", "b", "kind"), ONE_BODY)
def test_the_same_words_are_one_body(a: str, b: str, kind: Kind) -> None:
    assert alike(a, b, kind) == alike(b, a, kind) >= SAME


@pytest.mark.parametrize(("a", "b", "kind"), TWO_BODIES)
def test_other_numbers_countries_or_words_are_another_body(a: str, b: str, kind: Kind) -> None:
    assert alike(a, b, kind) == alike(b, a, kind) < SAME


def test_names_that_may_be_one_share_a_block() -> None:
    people = sorted({n for pair in ONE_PERSON + TWO_PEOPLE + ACROSS_LANGUAGES for n in pair})
    bodies = sorted({(n, k) for a, b, k in ONE_BODY for n in (a, b)})
    pairs: list[tuple[str, str, Kind]] = [(a, b, "person") for a, b in combinations(people, 2)]
    pairs += [(a, b, kind) for (a, kind), (b, other) in combinations(bodies, 2) if kind == other]
    apart = [
        (a, b)
        for a, b, kind in pairs
        if alike(a, b, kind) >= CLOSE and not set(blocks_of(kind, [a])) & set(blocks_of(kind, [b]))
    ]

    assert apart == []


def test_a_key_is_without_marks_titles_and_determiners() -> None:
    assert key("President Bashar al-Assad", "person") == "bashar assad"
    assert key("the Harbour Ministry", "organisation") == "harbor ministry"
    assert key("Müşür Özil", "person") == "musur ozil"
    assert key("The Hague", "place") == "hague"
    assert key("The", "person") == "the"
    assert key("An Nguyen", "person") == "an nguyen"


def test_an_acronym_and_its_expansion_meet_where_an_article_gives_both() -> None:
    both = EntityDigest("a", 1, "organisation", "Israel Defense Forces", ("IDF", "the army"))
    short = EntityDigest("b", 1, "organisation", "IDF")
    other = EntityDigest("c", 1, "organisation", "Israel Defense Forces")

    assert set(blocks(both)) & set(blocks(short))
    assert not set(blocks(other)) & set(blocks(short))


def test_what_is_settled_is_found_by_its_iri_alone() -> None:
    agency = EntityDigest("a", 0, "outlet", "Reuters")
    officer = EntityDigest(
        "https://w3id.org/saidby/article/0a", 1, "person", "an officer", unnamed=True
    )

    assert blocks(agency) == ["outlet/reuters"]
    assert blocks(officer) == ["person/0a-an-officer"]


def test_an_iri_is_found_with_and_without_what_sets_it_apart() -> None:
    assert of_iri("https://w3id.org/saidby/id/person/ivan-petrov-law") == [
        "person/ivan-petrov-law",
        "person/ivan-petrov",
    ]
