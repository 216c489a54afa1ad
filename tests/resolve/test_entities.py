"""Which entities of many articles are one, whatever order they come in."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph import terms
from graph.corpus import Assignment, EntityDigest, Judgement, Verdict
from graph.resolve import names
from graph.resolve.entities import assign, decide, touched, touched_profiles
from graph.resolve.profiles import Seen, profile, seen
from graph.types import Kind

PETROV = "Ivan Petrov"


def article(name: str) -> str:
    return f"{terms.BASE}article/{name}"


def one(
    where: str,
    name: str,
    *roles: str,
    kind: Kind = "person",
    index: int = 1,
    also: Sequence[str] = (),
    unnamed: bool = False,
) -> EntityDigest:
    return EntityDigest(article(where), index, kind, name, tuple(also), roles, unnamed)


def person(name: str) -> str:
    return terms.entity_iri("person", name)


def judged(
    a: str, verdict: Verdict, b: str, *, on: date = date(2024, 5, 1), by: str = "ada"
) -> Judgement:
    return Judgement((a, b), verdict, by, on)


def iris(
    entities: Iterable[EntityDigest], judgements: Sequence[Judgement] = ()
) -> dict[tuple[str, int], str]:
    """IRI by the end of the article's and the index."""
    return {(a.article.rsplit("/", 1)[-1], a.index): a.iri for a in assign(entities, judgements)}


def groups(
    entities: Iterable[EntityDigest], judgements: Sequence[Judgement] = ()
) -> list[list[str]]:
    """Articles whose entity 1 is one, in order."""
    found: dict[str, list[str]] = {}
    for (where, _), iri in iris(entities, judgements).items():
        found.setdefault(iri, []).append(where)
    return sorted(found.values())


GADDAFI = [
    one("a", "Muammar Gaddafi"),
    one("b", "Moammar al-Qadhafi"),
    one("c", "Muammar Gaddafi"),
]
COLONEL, LAWYER = one("a", PETROV, "the colonel"), one("b", PETROV, "a human rights lawyer")


# Alone and together --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "name", "iri", "shown"),
    [
        ("outlet", "WSJ", "outlet/the-wall-street-journal", "The Wall Street Journal"),
        ("outlet", "the Example Herald", "outlet/example-herald", "Example Herald"),
        ("outlet", "", "outlet/a-unknown", "unknown outlet"),
        ("person", "Ada Quill", "person/ada-quill", "Ada Quill"),
        ("person", "Quill", "person/a-quill", "Quill"),
        (
            "organisation",
            "the Harbour Ministry",
            "organisation/harbour-ministry",
            "Harbour Ministry",
        ),
        ("organisation", "the harbour police", "organisation/a-harbour-police", "harbour police"),
        ("place", "The Hague", "place/the-hague", "The Hague"),
        ("unknown", "", "unknown/a-unknown", "unknown source"),
    ],
)
def test_alone_an_entity_is_known_by_its_kind_and_name(
    kind: Kind, name: str, iri: str, shown: str
) -> None:
    found = assign([one("a", name, kind=kind)])[0]

    assert (found.iri, found.name) == (f"{terms.BASE}id/{iri}", shown)
    assert found.score == 1.0


def test_two_unnamed_that_one_article_describes_alike_stay_two() -> None:
    found = [one("a", "an officer", index=k, unnamed=True) for k in (2, 5)]

    assert [a.iri for a in assign(found)] == [person("a an officer"), person("a an officer 5")]


def test_three_spellings_are_one_person() -> None:
    found = assign(GADDAFI)

    assert {a.iri for a in found} == {person("Moammar al-Qadhafi")}
    assert {a.name for a in found} == {"Muammar Gaddafi"}
    assert all(0.8 <= a.score < 1 and "spellings of one name" in a.reason for a in found)


def test_a_title_makes_no_surname_a_full_name() -> None:
    assert groups([one("a", "President Quill"), one("b", "President Quill")]) == [["a"], ["b"]]


def test_an_initial_is_hardly_more_than_a_surname() -> None:
    assert groups([one("a", "A. Quill"), one("b", "A. Quill")]) == [["a"], ["b"]]


def test_a_surname_is_never_joined_to_a_full_name() -> None:
    assert groups([one("a", "Ada Quill"), one("b", "Quill", "the lawyer")]) == [["a"], ["b"]]


def test_a_name_in_another_language_is_joined_if_the_role_agrees() -> None:
    names_only = [one("a", "Kyrylo Budanov"), one("b", "Kirill Budanov")]
    with_role = [
        one("a", "Kyrylo Budanov", "the general"),
        one("b", "Kirill Budanov", "a lieutenant general"),
    ]

    assert groups(names_only) == [["a"], ["b"]]
    assert groups(with_role) == [["a", "b"]]


def test_an_acronym_goes_with_the_body_that_an_article_gives_it_to() -> None:
    found = [
        one("a", "Harbour Watch Network", kind="organisation", also=("HWN",)),
        one("b", "HWN", kind="organisation"),
    ]

    assert groups(found) == [["a", "b"]]
    assert "an article calls it" in assign(found)[1].reason


def test_an_acronym_of_two_bodies_goes_with_neither() -> None:
    found = [
        one("a", "Harbour Watch Network", kind="organisation", also=("HWN",)),
        one("b", "Highland Water Nation", kind="organisation", also=("HWN",)),
        one("c", "HWN", kind="organisation"),
    ]

    assert groups(found) == [["a"], ["b"], ["c"]]


def test_names_of_two_kinds_are_two() -> None:
    assert groups([one("a", "Ada Quill"), one("b", "Ada Quill", kind="place")]) == [["a"], ["b"]]


# Two people of one name ----------------------------------------------------------------------


def test_two_people_of_one_name_stay_two_if_their_roles_clash() -> None:
    found = assign([COLONEL, LAWYER])

    assert [a.iri for a in found] == [person(PETROV), f"{person(PETROV)}-law"]
    assert "military, not law" in found[0].reason


def test_who_has_no_role_is_the_only_one_of_that_name() -> None:
    assert groups([COLONEL, one("c", PETROV)]) == [["a", "c"]]


def test_who_has_no_role_is_neither_of_two() -> None:
    found = assign([COLONEL, LAWYER, one("c", PETROV)])

    assert len({a.iri for a in found}) == 3
    assert found[2].reason == "may be any of 2 told apart, so taken for none of them"


def test_a_role_decides_between_two() -> None:
    found = [COLONEL, LAWYER, one("c", "Ivan V. Petrov", "a barrister")]

    assert groups(found) == [["a"], ["b", "c"]]


def test_two_of_one_work_are_told_apart_by_a_hash() -> None:
    found = assign([
        one("a", PETROV, "a russian colonel"),
        one("b", PETROV, "a ukrainian colonel"),
    ])  # fmt: skip

    assert found[0].iri == person(PETROV)
    assert found[1].iri == f"{person(PETROV)}-ukraine"


def test_another_middle_name_is_another_person() -> None:
    found = [one("a", "Ivan A. Petrov"), one("b", "Ivan B. Petrov"), one("c", PETROV)]

    assert groups(found) == [["a"], ["b"], ["c"]]


# Judgements ----------------------------------------------------------------------------------


def test_a_person_joins_what_the_machine_keeps_apart() -> None:
    same = judged(person(PETROV), "same", f"{person(PETROV)}-law")
    found = assign([COLONEL, LAWYER], [same])

    assert {a.iri for a in found} == {person(PETROV)}
    assert found[0].reason == "judged the same by ada on 2024-05-01"


def test_a_person_parts_what_the_machine_joins() -> None:
    different = judged(person("Muammar Gaddafi"), "different", person("Moammar al-Qadhafi"))

    assert groups(GADDAFI, [different]) == [["a", "c"], ["b"]]


def test_a_judgement_holds_when_more_spellings_have_come() -> None:
    same = judged(person("Muammar Gaddafi"), "same", person("Ada Quill"))
    found = [*GADDAFI, one("d", "Ada Quill")]

    assert groups(found, [same]) == [["a", "b", "c", "d"]]


def test_an_unnamed_source_can_be_judged_to_be_somebody() -> None:
    officer = one("b", "an officer", unnamed=True)
    alone = assign([officer])[0].iri
    found = assign([COLONEL, officer], [judged(alone, "same", person(PETROV))])

    assert {a.iri for a in found} == {person(PETROV)}


def test_unsure_changes_nothing_and_nobody_unknown_is_judged() -> None:
    some = [
        judged(person(PETROV), "unsure", f"{person(PETROV)}-law"),
        judged(person("No Body"), "same", person(PETROV)),
    ]

    assert assign([COLONEL, LAWYER], some) == assign([COLONEL, LAWYER])


def test_the_later_of_two_judgements_wins_then_the_last_given() -> None:
    ends = person("Ada Quill"), person("Bela Harrow")
    both = [one("a", "Ada Quill"), one("b", "Bela Harrow")]
    early, late = date(2024, 1, 1), date(2024, 2, 1)
    same, different = judged(ends[0], "same", ends[1]), judged(ends[0], "different", ends[1])

    assert groups(both, [replace(same, on=late), replace(different, on=early)]) == [["a", "b"]]
    assert groups(both, [same, different]) == [["a"], ["b"]]
    assert groups(both, [different, same]) == [["a", "b"]]


def test_a_judgement_of_difference_holds_along_a_chain() -> None:
    ada, bela = person("Ada Quill"), person("Bela Harrow")
    some = [
        judged(person("Muammar Gaddafi"), "different", bela),
        judged(person("Moammar al-Qadhafi"), "same", bela),
        judged(ada, "same", bela),
    ]
    found = [*GADDAFI, one("d", "Ada Quill"), one("e", "Bela Harrow")]

    assert groups(found, some) == [["a", "c"], ["b", "d", "e"]]


# Order, and one article more -----------------------------------------------------------------

_PEOPLE = (
    "Ivan Petrov", "Ivan V. Petrov", "Ivan A. Petrov", "Muammar Gaddafi", "Moammar al-Qadhafi",
    "Moammar Kadafi", "Kyrylo Budanov", "Kirill Budanov", "Ada Quill", "Quill", "an officer",
)  # fmt: skip
_ROLES = ("the colonel", "a lawyer", "a doctor", "the general", "a russian officer", "the man")
_BODIES = ("Harbour Watch Network", "HWN", "Highland Water Nation", "14th Brigade", "41st Brigade")
_ENDS = (*map(person, _PEOPLE[:9]), f"{person(PETROV)}-law", f"{person(PETROV)}-military")


@st.composite
def _digests(draw: st.DrawFn) -> list[EntityDigest]:
    made = []
    for k in range(draw(st.integers(2, 9))):
        where = f"{draw(st.integers(0, 99)):02}{k}"
        name = draw(st.sampled_from(_PEOPLE))
        roles = draw(st.lists(st.sampled_from(_ROLES), max_size=2, unique=True))
        made.append(one(where, name, *roles, unnamed=name.islower()))
        body = draw(st.sampled_from(_BODIES))
        also = ("HWN",) if body.startswith("H") and draw(st.booleans()) else ()
        made.append(one(where, body, kind="organisation", index=2, also=also))
        made.append(one(where, "Reuters", kind="outlet", index=0))
    return made


_judgements = st.lists(
    st.builds(
        lambda a, b, verdict, day: judged(a, verdict, b, on=date(2024, 1, day)),
        st.sampled_from(_ENDS),
        st.sampled_from(_ENDS),
        st.sampled_from(("same", "different", "unsure")),
        st.integers(1, 3),
    ),
    max_size=3,
)


@settings(max_examples=40, deadline=None)
@given(_digests(), _judgements, st.randoms(use_true_random=False))
def test_the_order_changes_nothing(
    found: list[EntityDigest], some: list[Judgement], order: random.Random
) -> None:
    shuffled = order.sample(found, len(found))

    assert assign(shuffled, some) == assign(found, some)


@settings(max_examples=40, deadline=None)
@given(_digests(), _judgements)
def test_article_by_article_comes_to_the_same_as_all_at_once(
    found: list[EntityDigest], some: list[Judgement]
) -> None:
    here: list[EntityDigest] = []
    kept: dict[tuple[str, int], Assignment] = {}

    def sharing(blocks: Iterable[str]) -> list[EntityDigest]:
        wanted = set(blocks)
        return [e for e in here if wanted & set(names.blocks(e))]

    for where in dict.fromkeys(e.article for e in found):
        new = [e for e in found if e.article == where]
        here += new
        closed = touched(new, sharing, some)
        kept.update({(a.article, a.index): a for a in assign(closed, some)})

    assert [kept[key] for key in sorted(kept)] == assign(found, some)


def test_profiles_of_a_store_decide_what_its_entities_do() -> None:
    found = [*GADDAFI, COLONEL, LAWYER, one("c", PETROV, index=2)]
    held = seen((profile(e), e.article) for e in found)

    def sharing(blocks: Iterable[str]) -> list[Seen]:
        wanted = set(blocks)
        return [s for s in held.values() if wanted & set(s.profile.blocks)]

    new = [held[profile(found[-1])]]
    decided = decide(touched_profiles(new, sharing))

    assert {p.name for p in decided} == {PETROV}
    assert {decided[profile(e)].iri for e in found[3:]} == {a.iri for a in assign(found[3:])}


def test_a_popular_name_does_not_bring_in_everybody_of_its_surname() -> None:
    crowd = [one(f"{k:03}", f"{first} Haddad", "the general") for k, first in enumerate(
        ("Yusuf", "Yasmin", "Omar", "Karim", "Layla", "Samir", "Tarek", "Nadia"))]  # fmt: skip

    def sharing(blocks: Iterable[str]) -> list[EntityDigest]:
        wanted = set(blocks)
        return [e for e in crowd if wanted & set(names.blocks(e))]

    assert [e.name for e in touched([one("x", "Youssef Haddad")], sharing)] == [
        "Yusuf Haddad", "Youssef Haddad",
    ]  # fmt: skip


@pytest.mark.parametrize("kind", ["outlet", "person"])
def test_what_is_settled_looks_nothing_up(kind: Kind) -> None:
    asked: list[str] = []

    def sharing(blocks: Iterable[str]) -> list[EntityDigest]:
        asked.extend(blocks)
        return []

    name = "Reuters" if kind == "outlet" else "an officer"
    new = one("a", name, kind=kind, unnamed=kind == "person")

    assert touched([new], sharing) == [new]
    assert not [block for block in asked if "/a-" not in block]


def test_one_name_of_several_words_is_one_whatever_it_was_read_as() -> None:
    told = [
        one("a", "Grey Ferry Watch", kind="outlet"),
        one("b", "Grey Ferry Watch", kind="person"),
        one("c", "Grey Ferry Watch", kind="outlet"),
        one("d", "Marrow", kind="place"),
        one("e", "Marrow", kind="unit"),
    ]
    found = {a.article: a for a in assign(told)}

    assert {found[article(k)].iri for k in "abc"} == {
        terms.entity_iri("outlet", "Grey Ferry Watch")
    }
    assert found[article("d")].iri != found[article("e")].iri
    assert "as a person in another" in found[article("b")].reason
