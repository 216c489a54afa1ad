"""What sort of source the words stand for, and whether they name anyone."""

from __future__ import annotations

import pytest

from graph.annotate.sources import looks_unnamed, source_type
from graph.types import Kind


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("a senior official", "person"),
        ("Two officers", "group"),
        ("The mayor of Exampleville", "person"),
        ("Ana Example's lawyer", "person"),
        ("his cousin", "person"),
        ("residents", "group"),
        ("a rights group", "organisation"),
        ("the charity", "organisation"),
        ("rebels", "unit"),
        ("French peacekeepers", "unit"),
        ("Bo Example's platoon", "unit"),
        ("a battalion", "unit"),
        ("a local channel", "outlet"),
        ("a leaked memo", "document"),
        ("unknown", "unknown"),
        ("", "person"),
    ],
)
def test_a_description_names_nobody(phrase: str, kind: Kind) -> None:
    assert looks_unnamed(phrase, kind)


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("Ana Example", "person"),
        ("General Bo Example", "person"),
        ("al-Example", "person"),
        ("the Examplian government", "organisation"),
        ("the ministry", "organisation"),
        ("the army", "unit"),
        ("12th Example Brigade", "unit"),
        ("Example battalion", "unit"),
        ("Example Herald", "outlet"),
        ("state television", "outlet"),
        ("the Example family", "group"),
        ("Exampleville", "place"),
    ],
)
def test_a_name_or_the_only_one_of_its_sort_is_named(phrase: str, kind: Kind) -> None:
    assert not looks_unnamed(phrase, kind)


@pytest.mark.parametrize(
    ("words", "kind", "expected"),
    [
        ("a senior official", "person", "unnamed_official"),
        ("two officers of the 12th Brigade", "group", "unnamed_official"),
        ("a military source", "person", "unnamed_official"),
        ("the general's driver", "person", "unnamed_individual"),
        ("the wife of a detained lieutenant", "person", "unnamed_individual"),
        ("residents", "group", "unnamed_group"),
        ("our correspondent in Exampleville", "person", "journalist_observation"),
        ("gunmen", "unit", "unnamed_group"),
        ("a rights group", "organisation", "unnamed_organization"),
        ("a confidential report", "document", "document"),
        ("a poll by the Example Institute", "document", "poll"),
        ("the commercial register", "document", "database"),
        ("unknown", "unknown", "unnamed_individual"),
    ],
)
def test_an_unnamed_source_or_a_document_has_a_type(words: str, kind: Kind, expected: str) -> None:
    assert source_type(words, kind, named=False) == expected


def test_named_people_have_a_type_and_named_organisations_none() -> None:
    assert source_type("Ana Example", "person", named=True) == "named_individual"
    assert source_type("the Example family", "group", named=True) == "named_group"
    assert source_type("the defence ministry", "organisation", named=True) is None
    assert source_type("Example Herald", "outlet", named=True) is None
