"""Whether two names may be of one thing."""

from __future__ import annotations

import pytest

from graph.annotate.likeness import key, kinds_agree, may_be_called, short_for


@pytest.mark.parametrize(
    ("short", "full", "kind", "fits"),
    [
        (("sample",), ("ada", "sample"), "person", True),
        (("ada",), ("ada", "sample"), "person", False),
        (("sample",), ("sample",), "person", False),
        (("national", "guard"), ("exland", "national", "guard"), "unit", True),
        (("ern",), ("example", "reform", "network"), "organisation", True),
        (("gazette",), ("marrow", "gazette"), "outlet", True),
        (("marrow",), ("marrow", "valley"), "place", False),
    ],
)
def test_a_short_form_is_the_end_of_a_name_or_its_initials(
    short: tuple[str, ...], full: tuple[str, ...], kind: str, *, fits: bool
) -> None:
    assert short_for(short, full, kind) is fits  # type: ignore[arg-type]


def test_titles_and_possessives_are_no_part_of_a_name() -> None:
    assert key(["Colonel", "Ada", "Sample", "'s"], "person") == ("ada", "sample")


def test_a_body_may_be_a_unit_but_not_a_person() -> None:
    assert kinds_agree("organisation", "unit")
    assert not kinds_agree("organisation", "person")


@pytest.mark.parametrize(
    ("noun", "canonical", "names", "fits"),
    [
        ("agency", "Reuters", [], True),
        ("newspaper", "Reuters", [], False),
        ("agency", "", [("halden", "press", "agency")], True),
        ("agency", "", [("radio", "kestrel")], False),
        ("paper", "", [("brenpress",)], True),
    ],
)
def test_an_outlet_is_called_what_it_is(
    noun: str, canonical: str, names: list[tuple[str, ...]], *, fits: bool
) -> None:
    assert may_be_called(noun, canonical, names) is fits


def test_a_name_of_nothing_but_periods_keeps_them() -> None:
    assert key(["Post", "..."], "outlet") == ("post", "...")
