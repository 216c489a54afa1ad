"""What tells two bearers of one name apart."""

from __future__ import annotations

import pytest

from graph.resolve.roles import clash, pairs, traits

NOTHING: frozenset[frozenset[str]] = frozenset()


def apart(a: str, b: str) -> bool:
    return clash(traits(a), traits(b), NOTHING)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("the colonel", "a military surgeon"),
        ("a retired general", "a human rights lawyer"),
        ("the commander of the garrison", "a singer"),
        ("the foreign minister", "the interior minister"),
        ("the minister of defence", "the health minister"),
        ("a ukrainian officer", "a russian officer"),
        ("the spokesman", "the spokeswoman"),
        ("a schoolboy", "the governor"),
    ],
)
def test_walks_of_life_that_hardly_go_together_clash(a: str, b: str) -> None:
    assert apart(a, b)
    assert apart(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("the official", "a doctor"),
        ("the president", "a comedian"),
        ("the general", "the president"),
        ("the secretary general", "a lawyer"),
        ("the attorney general", "a lawyer"),
        ("a police captain", "the detective"),
        ("a military analyst", "a poet"),
        ("a russian general", "the general"),
        ("the defense minister", "russia's defence minister"),
    ],
)
def test_what_may_be_said_of_one_person_does_not_clash(a: str, b: str) -> None:
    assert not apart(a, b)
    assert not apart(b, a)


def test_what_one_article_says_of_one_person_does_not_clash_elsewhere() -> None:
    held = pairs(traits("the colonel") | traits("a doctor"))

    assert not clash(traits("the colonel"), traits("a doctor"), held)
