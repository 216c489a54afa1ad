"""The training passages say only what their texts hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.train.written import PassageError, rows

FOLDER = Path(__file__).parents[2] / "data" / "train"


def test_every_passage_is_sound() -> None:
    found = list(rows(sorted(FOLDER.glob("*.yaml"))))

    assert not [str(row) for row in found if isinstance(row, PassageError)]
    assert len(found) > 100


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("content: the bridge fell", "not in the text"),
        ("content: the", "say which with #n"),
        ("chain: [e1]", "begins with publisher"),
        ("chain: [publisher, e9]", "no entity is called e9"),
        ("manner: loud", "no such manner"),
    ],
)
def test_a_mistake_is_named(tmp_path: Path, change: str, told: str) -> None:
    given = {
        "chain": "[publisher, e1]", "content": "the bridge was hit", "manner": "indirect",
        **dict([change.split(": ", 1)]),
    }  # fmt: skip
    parts = ", ".join(f"{key}: {value}" for key, value in given.items())
    (tmp_path / "one.yaml").write_text(
        "- id: x\n  text: The mayor said the bridge was hit near the mill.\n"
        "  entities:\n  - {id: e1, kind: person, is: the mayor, nominal: The mayor}\n"
        f"  attributions:\n  - {{source: The mayor, cue: said, {parts}}}\n",
        encoding="utf-8",
    )

    (found,) = rows([tmp_path / "one.yaml"])

    assert isinstance(found, PassageError)
    assert told in str(found)
