"""Armed groups and forces by the names that reports give them."""

from __future__ import annotations

import pytest

from graph import flow
from graph.annotate import annotate
from graph.annotate.forces import forces
from graph.types import Article


def test_the_longest_name_wins_and_half_a_name_is_none() -> None:
    words = "The Islamic State group said the Republican front and Hamas fled".split()

    assert list(forces(words)) == [(1, 3), (9, 9)]


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
