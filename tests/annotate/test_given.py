"""Which pronoun a name calls for."""

from __future__ import annotations

import pytest
import yaml

from graph.annotate.given import pronoun_for
from graph.paths import shipped


@pytest.mark.parametrize(
    ("name", "pronoun"),
    [
        ("Ingrid Example", "she"),
        ("Omar Example", "he"),
        ("Désirée Élise Sofía Example", "she"),
        ("Major Pavel Example", "he"),
        ("N. Examplova", "she"),
        ("Ivan Examplovich", "he"),
        ("Example", None),
        ("Sasha Example", None),
        ("", None),
    ],
)
def test_a_name_calls_for_a_pronoun_or_for_none(name: str, pronoun: str | None) -> None:
    assert pronoun_for(name) == pronoun


def test_no_name_is_listed_for_both() -> None:
    with (shipped("ontology") / "given-names.yaml").open(encoding="utf-8") as handle:
        listed = {key: set(names.split()) for key, names in yaml.safe_load(handle).items()}

    assert not listed["she"] & listed["he"]
