"""What the pages promise is there: commands, questions, versions, and Python that runs."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from graph import __version__
from graph.ask import questions
from graph.cli import main

ROOT = Path(__file__).parent.parent
PAGES = sorted(
    path
    for name in ("*.md", "docs/*.md", "data/*/*.md", "ontology/*.md")
    for path in ROOT.glob(name)
)
ARTICLE = (
    "More than a dozen guardsmen were dismissed from the Coast Brigade last week, Ada Quill, "
    "a lawyer who represents them, told the Sample Tribune. The ministry denied it."
)


def words_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def blocks(text: str, language: str) -> list[str]:
    """The fenced blocks of one language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", text, flags=re.S | re.M)


def commands(text: str) -> list[str]:
    """Each ``saidby …`` of the shell blocks, without options."""
    lines = "\n".join(blocks(text, "sh"))
    return re.findall(r"\bsaidby (?:-\S+ \S+ )*([a-z][\w-]*)", lines)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_command_on_a_page_exists(page: Path) -> None:
    assert set(commands(page.read_text(encoding="utf-8"))) <= set(main.commands)


def test_every_command_is_on_the_first_page() -> None:
    named = set(re.findall(r"`saidby ([a-z]+)", words_of("README.md")))

    assert named | set(commands(words_of("README.md"))) >= set(main.commands)


@pytest.mark.parametrize("question", questions(), ids=lambda question: str(question.name))
def test_every_saved_question_is_explained(question: object) -> None:
    name = getattr(question, "name", "")

    assert f"`{name}`" in words_of("docs/questions.md")


def test_every_question_asked_on_a_page_is_saved() -> None:
    saved = {question.name for question in questions()}
    for page in PAGES:
        shell = "\n".join(blocks(page.read_text(encoding="utf-8"), "sh"))

        assert set(re.findall(r"\bask ([a-z][a-z-]+)", shell)) <= saved, page


def test_the_newest_change_is_of_this_version() -> None:
    newest = re.search(r"^## \[(\d[^\]]*)\]", words_of("CHANGELOG.md"), flags=re.M)

    assert newest
    assert newest[1] == __version__


def test_every_target_the_first_page_names_is_in_the_makefile() -> None:
    targets = set(re.findall(r"^([a-z]+):", words_of("Makefile"), flags=re.M))
    pages = words_of("README.md") + words_of("CONTRIBUTING.md")
    named = re.findall(r"(?:^|`)make ([a-z]+)", pages, flags=re.M)

    assert {"demo", "test"} <= set(named) <= targets


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_to_a_file_leads_to_one(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)[^)]*\)", text)

    # A picture and the scores are made, and may not be made yet.
    made = {"docs/who-cited-whom.png", "data/gold/SCORES.md"}
    assert not [link for link in links if link not in made and not (page.parent / link).exists()]


@pytest.mark.slow
def test_the_python_of_the_first_page_runs(tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text(ARTICLE, encoding="utf-8")
    code = blocks(words_of("README.md"), "python")[0]

    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code], cwd=tmp_path, capture_output=True, text=True,
        check=False,
    )  # fmt: skip

    assert done.returncode == 0, done.stderr
    assert "Sample Tribune" in done.stdout
    assert "Sample Tribune" in (tmp_path / "network.html").read_text(encoding="utf-8")


@pytest.mark.slow
def test_the_answers_are_those_of_the_samples() -> None:
    done = subprocess.run([sys.executable, str(ROOT / "docs" / "answers.py"), "--check"])

    assert done.returncode == 0, "docs/answers.md is not as 'make docs' would write it"
