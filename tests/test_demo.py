"""What ``make demo`` leaves behind, and what it prints."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from graph.demo import STORE, run
from graph.store import Store

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The folder after the demo, and everything it said."""
    folder = tmp_path_factory.mktemp("demo")
    said: list[str] = []
    run(said.append, folder / "demo.html", store=folder / STORE)
    return folder, "\n".join(said)


def answers(said: str) -> list[str]:
    """What is said after each question, up to the next or to where the picture is."""
    return re.split(r"^\S.*\?$", said.partition("\nThe picture is ")[0], flags=re.M)[1:]


def test_the_demo_answers_five_questions(demo: tuple[Path, str]) -> None:
    _, said = demo

    assert len(answers(said)) == 5
    assert all(len(answer.strip().splitlines()) > 1 for answer in answers(said))


def test_the_demo_tells_through_whom_the_claim_came(demo: tuple[Path, str]) -> None:
    _, said = demo

    assert "Journal" in answers(said)[0]
    assert "Mikhail Benyash" in answers(said)[0]


def test_the_demo_leaves_a_picture_that_needs_nothing_else(demo: tuple[Path, str]) -> None:
    folder, said = demo

    page = (folder / "demo.html").read_text(encoding="utf-8")
    assert "Example Herald" in page
    assert "Content-Security-Policy" in page
    assert "demo.html" in said


def test_every_statement_of_the_demo_conforms(demo: tuple[Path, str]) -> None:
    folder, _ = demo

    with Store.open(folder / STORE, read_only=True) as store:
        assert len(store.articles()) == 27
        assert store.check() == []


def test_the_demo_runs_again(demo: tuple[Path, str]) -> None:
    folder, said = demo
    again: list[str] = []

    run(again.append, folder / "demo.html", store=folder / STORE)

    assert "\n".join(again) == said
