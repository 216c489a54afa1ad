"""Armed forces and other bodies by the names that reports give them."""

from __future__ import annotations

import pytest

from graph import flow
from graph.annotate import annotate
from graph.annotate.known import known
from graph.types import Article


def test_the_longest_name_wins_and_half_a_name_is_none() -> None:
    words = "The Islamic State group said the Republican front and Hamas fled".split()

    assert list(known(words, "forces")) == [(1, 3), (9, 9)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Fighters of Hezbollah left the town, Ada Quill said.", "Hezbollah"),
        ("The Republican Guard's 35th Brigade left the town, Ada Quill said.", "35th Brigade"),
        ("The army said its 2nd Corps had left the town.", "2nd Corps"),
    ],
)
def test_a_force_is_a_unit_by_its_own_name(text: str, name: str) -> None:
    read = annotate(Article("a", "https://example.org/a", text), flow.model())

    assert ("unit", name) in {(e.kind, e.name) for e in read.entities}


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("Oxfam said the road was open.", "organisation", "Oxfam"),
        ("The minister told the Storting that the ship was unarmed.", "organisation", "Storting"),
        ("The Police Academy was shelled, Ada Quill said.", "organisation", "Police Academy"),
        ("Gunmen of the Reed Valley Front left the town.", "unit", "Reed Valley Front"),
    ],
)
def test_a_body_is_of_the_kind_that_its_name_or_the_list_says(
    text: str, kind: str, name: str
) -> None:
    read = annotate(Article("a", "https://example.org/a", text), flow.model())

    assert (kind, name) in {(e.kind, e.name) for e in read.entities}


def test_initials_are_of_the_kind_of_the_full_name_and_a_jet_is_nobody() -> None:
    text = (
        "The Temporary Anti-Gang Unit (UTAG) fired into houses, and Thai F-16s flew over them. "
        "UTAG said nobody was hurt. UTAG spokesman Tom Reed denied it."
    )
    read = annotate(Article("a", "https://example.org/a", text), flow.model())

    assert {e.kind for e in read.entities if "UTAG" in (e.name, *e.names)} == {"unit"}
    assert not any("F-16" in e.name for e in read.entities)
