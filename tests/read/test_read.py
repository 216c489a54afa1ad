"""Paths → articles, and for each bad input one plain line while the rest goes on."""

from __future__ import annotations

import gzip
import io
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from graph import terms
from graph.errors import InputError
from graph.read import files, read
from graph.types import Article

TEXT = "Town falls, mayor says\n\nKharsk has fallen, its mayor said on Tuesday.\n"
BODY = "Kharsk has fallen, its mayor said on Tuesday."
ROW = b'{"id": "n1", "text": "The mayor said it."}\n'
PAGE = f"<html><head><title>Town falls</title></head><body><p>{BODY}</p></body></html>"


def articles(*paths: Path, **options: str) -> list[Article]:
    found = list(read(paths, **options))  # type: ignore[arg-type]
    assert all(isinstance(one, Article) for one in found), found
    return [one for one in found if isinstance(one, Article)]


def only_error(path: str | Path) -> str:
    (found,) = read([path])
    assert isinstance(found, InputError)
    return str(found)


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_a_text_file_is_an_article_named_by_its_file(tmp_path: Path) -> None:
    (found,) = articles(write(tmp_path / "n1.txt", TEXT), outlet=" Example Herald ")

    assert found == Article(
        id="n1.txt",
        iri=terms.article_iri("Example Herald", BODY),
        text=BODY,
        title="Town falls, mayor says",
        publisher="Example Herald",
    )


def test_the_same_text_in_another_encoding_is_the_same_article(tmp_path: Path) -> None:
    one = write(tmp_path / "1.txt", TEXT)
    two = write(tmp_path / "2.txt", TEXT.replace("\n", "\r\n").encode("utf-16"))

    assert len({found.iri for found in articles(one, two)}) == 1


def test_what_the_reader_says_wins_over_what_a_page_says(tmp_path: Path) -> None:
    meta = '<meta property="og:site_name" content="Example Herald"></head>'
    path = write(tmp_path / "a.html", PAGE.replace("</head>", meta))

    (as_page,) = articles(path)
    (as_told,) = read([path], outlet="Other Herald", published=date(2024, 3, 5))

    assert as_page.publisher == "Example Herald"
    assert isinstance(as_told, Article)
    assert (as_told.publisher, as_told.published) == ("Other Herald", date(2024, 3, 5))


@pytest.mark.parametrize("name", ["a.jsonl", "a.ndjson", "a.json", "a.JSONL", "a.dat", "a"])
def test_rows_are_known_by_suffix_or_by_look(tmp_path: Path, name: str) -> None:
    assert [one.id for one in articles(write(tmp_path / name, ROW * 2))] == ["n1", "n1"]


@pytest.mark.parametrize(
    ("name", "content"), [("a.jsonl.gz", ROW), ("a.txt.gz", TEXT.encode()), ("a.gz", ROW)]
)
def test_compressed_files_are_opened(tmp_path: Path, name: str, content: bytes) -> None:
    assert len(articles(write(tmp_path / name, gzip.compress(content)))) == 1


@pytest.mark.parametrize("name", ["a.htm", "a.HTML", "a.page"])
def test_pages_are_known_by_suffix_or_by_look(tmp_path: Path, name: str) -> None:
    (found,) = articles(write(tmp_path / name, PAGE))

    assert (found.text, found.title) == (BODY, "Town falls")


def test_a_folder_gives_every_readable_file_in_sorted_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/c.txt", ".hidden.txt", ".git/x.txt", "picture.png"):
        write(tmp_path / name, TEXT)
    write(tmp_path / "a/r.jsonl", ROW)

    assert [one.id for one in articles(tmp_path)] == ["c.txt", "n1", "z.txt", "b.txt"]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (ROW, "The mayor said it."),
        (b"\xef\xbb\xbf " + ROW, "The mayor said it."),
        (TEXT.encode(), BODY),
        (b"{They left.", "{They left."),
    ],
)
def test_standard_input_is_read_as_what_it_looks_like(content: bytes, text: str) -> None:
    stdin = io.BytesIO(content)

    (found,) = read(["-"], stdin=stdin)

    assert isinstance(found, Article)
    assert found.text == text
    assert not stdin.closed


def test_a_page_on_standard_input_is_read_as_a_page() -> None:
    (found,) = read(["-"], stdin=io.BytesIO(b"\n<!DOCTYPE html>" + PAGE.encode()))

    assert isinstance(found, Article)
    assert (found.id, found.text) == ("-", BODY)


def test_mistakes_on_standard_input_are_named_so() -> None:
    empty, broken = (io.BytesIO(data) for data in (b"", ROW + b'{"id": 2}'))

    (nothing,) = read(["-"], stdin=empty)
    _, second = read(["-"], stdin=broken)

    assert str(nothing).startswith("standard input: expected an article, found an empty file.")
    assert str(second).startswith('standard input:2: expected a row with "text", found none.')


def test_a_bad_input_stands_in_its_place_and_the_rest_goes_on(tmp_path: Path) -> None:
    good = write(tmp_path / "good.txt", TEXT)
    rows = write(tmp_path / "rows.jsonl", ROW + b"{broken\n" + ROW)

    found = list(read([tmp_path / "none.txt", good, rows, good]))

    kinds = [InputError, Article, Article, InputError, Article, Article]
    assert [type(one) for one in found] == kinds


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.txt", b"", "expected an article, found an empty file."),
        ("a.jsonl", b"", "expected an article, found an empty file."),
        ("a.jsonl.gz", gzip.compress(b""), "expected an article, found an empty file."),
        ("a.txt", b" \n\t\n", "expected an article, found only white space."),
        ("a.txt", b"\xef\xbb\xbf", "expected an article, found only white space."),
        ("a.txt", b"Advertisement\n", "expected an article, found no paragraph of one."),
        ("a.txt", b"ab\x00c", "expected text, found a NUL byte at byte 2"),
        ("a.jsonl.gz", b"no gzip", "expected a file that can be read to its end, found: "),
        ("a.jsonl.gz", gzip.compress(ROW)[:-9], "expected a file that can be read to its end"),
        ("a.json", b'{\n"text": "x"}', "1: expected one JSON object, found {. Correct the line."),
    ],
)
def test_a_file_that_cannot_be_used_is_named_with_what_was_found(
    tmp_path: Path, name: str, content: bytes, message: str
) -> None:
    path = write(tmp_path / name, content)

    assert f"{path}:" in str(next(iter(read([path]))))
    assert message in str(next(iter(read([path]))))


def test_a_missing_file_is_named() -> None:
    assert only_error("no/such.txt") == (
        "no/such.txt: expected a file or folder, found none. Check the name."
    )


@pytest.mark.parametrize("path", ["", "a\0b.txt", "x" * 5000])
def test_a_name_that_can_be_no_file_is_one_plain_line(path: str) -> None:
    assert ": expected a file" in only_error(path)


@pytest.mark.parametrize("path", ["https://herald.example/a", "HTTP://herald.example/a.html"])
def test_a_web_address_is_not_fetched(path: str) -> None:
    assert only_error(path) == (
        f"{path}: expected a file, found a web address. "
        "Save the page first, and pass the saved file."
    )


def test_an_article_in_a_form_that_is_not_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("The bridge is closed.", encoding="utf-8")
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4")
    (tmp_path / "logo.png").write_bytes(b"png")
    pdf, text = files.unfold(str(tmp_path))

    assert text == str(tmp_path / "b.txt")
    assert str(pdf).startswith(f"{tmp_path / 'a.pdf'}: expected a .txt")


def test_a_folder_with_nothing_to_read_is_named(tmp_path: Path) -> None:
    write(tmp_path / "picture.png", b"x")

    assert only_error(tmp_path).startswith(f"{tmp_path}: expected a folder with at least one .txt")


def test_a_file_that_is_too_large_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "MAX_BYTES", 1_000_000)
    long_row = b'{"text": "' + b"a" * 1_000_000 + b'"}\n'

    text = only_error(write(tmp_path / "a.txt", b"word " * 200_001))
    row = only_error(write(tmp_path / "a.jsonl", long_row))

    assert "expected at most 1 MB for one article, found more. Split it" in text
    assert "expected at most 1 MB for each row, found more. Put one article on a line." in row


def test_rows_are_read_one_at_a_time(tmp_path: Path) -> None:
    found = read([write(tmp_path / "a.jsonl", ROW * 3), tmp_path / "none.txt"])

    assert isinstance(next(found), Article)
    found.close()  # type: ignore[attr-defined]


def test_the_page_extractor_is_not_imported_until_a_page_comes() -> None:
    code = "import sys, graph.read; sys.exit('trafilatura' in sys.modules or 'lxml' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
