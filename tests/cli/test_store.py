"""The command line, as its user meets it: the store, questions, pictures."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from commands import OUTLET, SAID, saidby, told

from graph.store import Store

# The store -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words", [("ask", "who-cited-whom"), ("draw",), ("check",), ("remove", "doc:0a5472a47b92")]
)
def test_a_store_that_does_not_exist_is_not_made(tmp_path: Path, words: tuple[str, ...]) -> None:
    path = tmp_path / "none"

    line = told(saidby("--store", path, *words), code=1)

    assert line == (f"Error: {path}: expected a store, found no folder. Make it with 'saidby add'.")
    assert not path.exists()


@pytest.mark.parametrize("words", [("ask", "who-cited-whom"), ("add", "-")])
def test_a_store_of_a_newer_version(kept: Path, words: tuple[str, ...]) -> None:
    (kept / "saidby.json").write_text('{"format": 99}', encoding="utf-8")

    line = told(saidby("--store", kept, *words, stdin=SAID), code=1)

    assert line.startswith(f"Error: {kept}: expected a store of format 1 or older, found format 99")
    assert line.endswith("upgrade saidby.")


def test_a_store_that_another_process_writes(kept_open: Path) -> None:
    line = told(saidby("--store", kept_open, "add", "-", *OUTLET, stdin=SAID), code=1)

    assert line == (
        f"Error: {kept_open}: expected to open the store, found it locked by another process. "
        "Close the other saidby and try again."
    )


def test_a_file_for_a_store(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("mine", encoding="utf-8")

    told(saidby("--store", path, "add", "-", stdin=SAID), code=1)

    assert path.read_text(encoding="utf-8") == "mine"


def test_check_finds_nothing_wrong(kept: Path) -> None:
    line = told_on_success(saidby("--store", kept, "check"))

    assert line == "2 articles, every statement conforms."


def told_on_success(result: Result) -> str:
    assert result.exit_code == 0, result.output
    return result.stderr.strip()


def test_an_article_is_removed(kept: Path) -> None:
    question = "SELECT ?article { ?article said:article_id ?id } ORDER BY ?article"
    listed = saidby("--store", kept, "ask", question, "--format", "jsonl").stdout.splitlines()
    first, second = (json.loads(line)["article"] for line in listed)

    line = told_on_success(saidby("--store", kept, "remove", first))

    assert line == f"{first}: removed"
    with Store.open(kept, read_only=True) as opened:
        assert opened.articles() == [second]


@pytest.mark.parametrize(
    ("article", "code"), [("herald-1", 2), ("doc:a b", 2), ("doc:0a5472a47b92", 1)]
)
def test_an_article_that_is_not_there_is_not_removed(kept: Path, article: str, code: int) -> None:
    line = told(saidby("--store", kept, "remove", article), code=code)

    assert "0a5472a47b92" in line  # as the one expected, or as an example of one


# Asking ----------------------------------------------------------------------------------------


def test_an_answer_is_json_lines_in_a_pipe(kept: Path) -> None:
    result = saidby("--store", kept, "ask", "SELECT ?who { ?who said:dismissed_from ?unit }")

    row: dict[str, Any] = json.loads(result.stdout)
    assert result.exit_code == 0
    assert row["who"].endswith("guardsmen")
    assert result.stderr == ""


def test_an_answer_without_rows(kept: Path) -> None:
    result = saidby("--store", kept, "ask", "SELECT ?who { ?who said:commands ?unit }")

    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "No rows.\n")


def test_an_answer_that_is_cut_says_so(kept: Path) -> None:
    result = saidby("--store", kept, "ask", "origins", "--limit", "1")

    assert len(result.stdout.splitlines()) == 1
    assert result.stderr == "The first 1 row; there are more.\n"


def test_an_answer_goes_to_a_file(kept: Path, tmp_path: Path) -> None:
    out = tmp_path / "answer.csv"

    result = saidby(
        "--store", kept, "ask", "represents", "-p", "agent=Ada Quill", "--format", "csv", "-o", out
    )

    assert (result.exit_code, result.stdout) == (0, "")
    assert out.read_text(encoding="utf-8").startswith("represents,represented,")


def test_a_question_in_a_file(kept: Path, tmp_path: Path) -> None:
    file = tmp_path / "articles.rq"
    file.write_text("SELECT ?a { ?a said:article_id ?i }", encoding="utf-8")

    assert len(saidby("--store", kept, "ask", "-f", file).stdout.splitlines()) == 2


@pytest.mark.parametrize(
    ("words", "code", "expected"),
    [
        (("SELECT ?x {",), 2, "query: line 1, column 12: expected SPARQL 1.1 SELECT, ASK, "),
        (("who-said",), 2, "who-said: expected a saved question or SPARQL, found neither. The "),
        (("chain", "-p", "who=x"), 2, "chain: expected a parameter out of words, found 'who'. "),
        (("said-by", "-p", "who=Ada Quil"), 1, "Ada Quil: expected an entity in the store, found "),
        ((), 2, "ask: expected a question, found none. See 'saidby ask --list'."),
        (("chain", "-p", "words"), 2, "-p: expected NAME=VALUE, found 'words'. See "),
        (("-f", "none.rq"), 1, "none.rq: expected a SPARQL query in UTF-8, found: No such file "),
        (("chain", "-f", "x.rq"), 2, "ask: expected a question, found two: one typed, one in a "),
        (("chain", "-o", "none/a.csv"), 1, "none/a.csv: expected to write there, found: No such "),
    ],
)
def test_a_question_that_cannot_be_asked(
    kept: Path, words: tuple[str, ...], code: int, expected: str
) -> None:
    line = told(saidby("--store", kept, "ask", *words), code=code)

    assert line.startswith(f"Error: {expected}")
    assert line.endswith((".", "?"))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_told_in_one_line(kept: Path) -> None:
    command = [sys.executable, "-m", "graph.cli", "--store", str(kept), "ask", "origins"]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)

    assert done.returncode == 1
    assert done.stderr.startswith("Error: disk: expected room to write, found: No space left")
    assert len(done.stderr.splitlines()) == 1


def test_every_saved_question_is_listed() -> None:
    from graph.ask import questions

    shown = saidby("ask", "--list").stdout

    assert all(f"{question.name} " in shown for question in questions())


# Drawing ---------------------------------------------------------------------------------------


def test_a_picture_is_one_file(kept: Path, tmp_path: Path) -> None:
    out = tmp_path / "network.html"

    line = told_on_success(saidby("--store", kept, "draw", "-o", out))

    assert line == str(out)
    assert "Sample Tribune" in out.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "words",
    [("--entity", "Nobody"), ("-o", "none/network.html"), ("-o", "network.png"), ("-o", "network")],
)
def test_a_picture_that_cannot_be_drawn(kept: Path, words: tuple[str, ...]) -> None:
    line = told(saidby("--store", kept, "draw", *words), code=1)

    assert line.startswith(f"Error: {words[1]}: expected ")
