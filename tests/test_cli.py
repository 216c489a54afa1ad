"""The command line, as its user meets it: what is printed where, and the exit code."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator

from graph.annotate.format import SCHEMA
from graph.cli import main
from graph.paths import shipped
from graph.store import Store

COMMANDS = sorted(main.commands)
OUTLET = ("--outlet", "Example Herald", "--published", "2024-03-05")
SAID = "The bridge at Portville is gone, the mayor told the Sample Tribune on Monday.\n"


def saidby(*words: str | Path, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words], input=stdin)


def told(result: Result, *, code: int) -> str:
    """The one line of standard error, of a command that printed nothing else."""
    lines = result.stderr.splitlines()
    assert result.exit_code == code, result.output
    assert isinstance(result.exception, SystemExit), result.exception
    assert result.stdout == ""
    assert len(lines) == 1, lines
    return lines[0]


@pytest.fixture
def kept(store: Store) -> Path:
    """The folder of a store with the two invented articles, closed."""
    store.close()
    return store.path


@pytest.fixture
def kept_open(kept: Path) -> Iterator[Path]:
    """The same, while another process has it open to write."""
    code = (
        "import sys; from graph.store import Store\n"
        f"with Store.open({str(kept)!r}): print('open', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout
        assert other.stdout.readline() == b"open\n"
        yield kept
        other.communicate()


# Help ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_ends_in_an_example(command: str) -> None:
    """The last thing said before the options, and a command that is there."""
    shown = saidby(*command.split(), "--help")

    text, _, _ = shown.stdout.partition("Options:")
    example = text.partition("Example:\n")[2]
    used = re.findall(r"saidby (?:-\S+ )*([a-z]+)", example)
    assert shown.exit_code == 0
    assert used
    assert set(used) <= set(COMMANDS)
    assert command in ("", *used) or command == "remove"  # which would need an article's IRI


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_says_what_it_does(command: str) -> None:
    options = [p for p in main.commands[command].params if isinstance(p, click.Option)]

    assert not [option.name for option in options if not option.help and not option.show_default]


def test_version() -> None:
    assert re.fullmatch(r"saidby, version \d+\.\d+\.\d+\n", saidby("--version").stdout)


# What is put in --------------------------------------------------------------------------------


def test_a_missing_file(tmp_path: Path) -> None:
    path = tmp_path / "none.txt"

    line = told(saidby("annotate", path), code=3)

    assert line == f"Error: {path}: expected a file or folder, found none. Check the name."


def test_an_empty_file(tmp_path: Path) -> None:
    path = tmp_path / "empty.txt"
    path.touch()

    line = told(saidby("annotate", path), code=3)

    assert line.startswith(f"Error: {path}: expected an article, found an empty file. ")


def test_a_binary_file(tmp_path: Path) -> None:
    path = tmp_path / "picture.txt"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))

    line = told(saidby("annotate", path), code=3)

    assert line == (
        f"Error: {path}: expected text, found a NUL byte at byte 8, as in a binary file. "
        "Save it as text in UTF-8."
    )


def test_a_page_without_an_article(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text("<html><body><nav><a href='/'>Home</a></nav><div", encoding="utf-8")

    line = told(saidby("annotate", path), code=3)

    assert line.startswith(f"Error: {path}: expected an article, found no paragraph of one. ")


def test_a_date_that_is_none(tmp_path: Path) -> None:
    line = told(saidby("annotate", tmp_path, "--published", "last week"), code=2)

    assert line == (
        'Error: --published: expected a date such as 2024-03-05, found "last week". '
        "Correct it or leave it out."
    )


def test_no_path() -> None:
    result = saidby("add")

    assert result.exit_code == 2
    assert "Missing argument 'PATHS...'" in result.stderr


def test_adding_only_what_cannot_be_used_says_so(tmp_path: Path) -> None:
    result = saidby("--store", tmp_path / "new", "-q", "add", tmp_path / "none.txt")

    assert "none.txt: expected a file or folder, found none." in told(result, code=3)


@pytest.mark.slow
def test_broken_html_is_read_all_the_same(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(f"<html><body><div><p>{SAID}<b>He said<p>nobody crosses it.<", encoding="utf-8")

    result = saidby("annotate", path, *OUTLET)

    assert result.exit_code == 0
    assert json.loads(result.stdout)["article"]["text"].startswith(SAID.strip())


@pytest.mark.slow
@pytest.mark.parametrize(
    ("bad", "found"),
    [
        ('{"id": "r17", "text": "The bri', 'expected one JSON object, found {"id": "r17", "text'),
        (
            json.dumps({"id": "r17", "text": SAID, "published": "last week"}),
            'expected a date such as 2024-03-05, found "last week". Correct the line or leave',
        ),
    ],
)
def test_a_bad_row_is_named_and_the_rest_goes_on(tmp_path: Path, bad: str, found: str) -> None:
    rows = [json.dumps({"id": f"r{k}", "text": f"{SAID}{k}"}) for k in range(1, 21)]
    rows[16] = bad
    path, store = tmp_path / "rows.jsonl", tmp_path / "store"
    path.write_text("\n".join(rows), encoding="utf-8")

    result = saidby("--store", store, "add", path, *OUTLET)

    assert result.exit_code == 3
    assert result.stdout == ""
    assert f"Error: {path}:17: {found}" in result.stderr
    assert "19 articles, " in result.stderr
    assert result.stderr.endswith("1 input failed, named above; the rest went on.\n")
    with Store.open(store, read_only=True) as opened:
        assert len(opened.articles()) == 19


@pytest.mark.slow
def test_an_unknown_outlet_is_taken_and_told_of_once(tmp_path: Path) -> None:
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text(f"{SAID}{name}", encoding="utf-8")
    store = tmp_path / "store"

    result = saidby(
        "--store", store, "add", tmp_path / "one.txt", tmp_path / "two.txt", "--outlet", "Gaurdian"
    )

    assert result.exit_code == 0
    assert result.stderr.count("Gaurdian: not in the list of outlets, so taken by this name.") == 1
    assert "Gaurdian" in saidby("--store", store, "ask", "outlets-cited").stdout


@pytest.mark.slow
def test_a_listed_outlet_is_not_remarked_on(tmp_path: Path) -> None:
    result = saidby("--store", tmp_path / "store", "add", "-", "--outlet", "Reuters", stdin=SAID)

    assert result.exit_code == 0
    assert "list of outlets" not in result.stderr


@pytest.mark.slow
def test_an_article_without_an_outlet_is_told_of(tmp_path: Path) -> None:
    result = saidby("--store", tmp_path / "store", "add", "-", stdin=SAID)

    assert result.exit_code == 0
    assert "No outlet is named, so the publisher is unknown. Name it with --outlet." in (
        result.stderr
    )


@pytest.mark.slow
def test_a_dry_run_makes_no_store(tmp_path: Path) -> None:
    store = tmp_path / "store"

    result = saidby("--store", store, "add", "-", "--dry-run", *OUTLET, stdin=SAID)

    assert result.exit_code == 0
    assert "-: 1 attribution, longest chain 3" in result.stderr
    assert not store.exists()


@pytest.mark.slow
def test_what_annotate_prints_is_as_the_schema_says() -> None:
    check = Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))

    result = saidby("annotate", shipped("sample"), *OUTLET)

    lines = result.stdout.splitlines()
    assert result.exit_code == 0
    assert len(lines) == 27
    assert not [error.message for line in lines for error in check.iter_errors(json.loads(line))]


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="sends a POSIX signal")
def test_an_interrupt_ends_it_plainly(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    code = "import sys; from graph.cli import main; main(sys.argv[1:])"
    with (
        subprocess.Popen(
            [sys.executable, "-c", code, "annotate", str(pipe)], stderr=subprocess.PIPE
        ) as process,
        pipe.open("w"),
    ):  # which waits until it is opened to be read
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=60)

    assert (process.returncode, err) == (130, b"Interrupted.\n")


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
        (("SELECT ?x {",), 1, "query: line 1, column 12: expected SPARQL 1.1 SELECT, ASK, "),
        (("who-said",), 1, "who-said: expected a saved question or SPARQL, found neither. The "),
        (("chain", "-p", "who=x"), 1, "chain: expected a parameter out of words, found 'who'. "),
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


@pytest.mark.parametrize("words", [("--entity", "Nobody"), ("-o", "none/network.html")])
def test_a_picture_that_cannot_be_drawn(kept: Path, words: tuple[str, ...]) -> None:
    line = told(saidby("--store", kept, "draw", *words), code=1)

    assert line.startswith(f"Error: {words[1]}: expected ")
