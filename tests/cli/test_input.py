"""The command line, as its user meets it: help, and what is put in."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import click
import pytest
from commands import OUTLET, SAID, saidby, told
from jsonschema import Draft202012Validator

from graph.annotate.format import SCHEMA
from graph.cli import main
from graph.paths import shipped
from graph.store import Store

COMMANDS = sorted(main.commands)


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


@pytest.mark.parametrize(
    ("name", "content", "what"),
    [
        (
            "empty.txt",
            b"",
            "expected an article, found an empty file. Put its text in, or remove it.",
        ),
        (
            "picture.txt",
            b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
            "expected text, found a NUL byte at byte 8, as in a binary file. "
            "Save it as text in UTF-8.",
        ),
        (
            "page.html",
            b"<html><body><nav><a href='/'>Home</a></nav><div",
            "expected an article, found no paragraph of one. "
            "Save the article's own page, or its text.",
        ),
    ],
)
def test_a_file_without_an_article(tmp_path: Path, name: str, content: bytes, what: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)

    assert told(saidby("annotate", path), code=3) == f"Error: {path}: {what}"


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
    assert (
        result.stderr.count(
            "Gaurdian: none of the outlets in ontology/outlets.yaml, so called as it is here."
        )
        == 1
    )
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


def interrupted(process: subprocess.Popen[bytes]) -> bytes:
    """What a process says when it is interrupted; again, if that came while a file was opened."""
    for _ in range(6):
        process.send_signal(signal.SIGINT)
        with suppress(subprocess.TimeoutExpired):
            return process.communicate(timeout=10)[1]
    raise AssertionError("it was interrupted six times and did not end")


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="sends a POSIX signal")
def test_an_interrupt_ends_it_plainly(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    code = (  # whoever runs the tests in the background may have it ignore interrupts
        "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler); "
        "from graph.cli import main; main(sys.argv[1:])"
    )
    with (
        subprocess.Popen(
            [sys.executable, "-c", code, "annotate", str(pipe)], stderr=subprocess.PIPE
        ) as process,
        pipe.open("w"),
    ):  # which waits until it is opened to be read
        err = interrupted(process)

    assert (process.returncode, err) == (130, b"Interrupted.\n")
