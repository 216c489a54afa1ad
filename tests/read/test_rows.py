"""JSON Lines: text exactly as given, and one line's mistake is that line's alone."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph import terms
from graph.errors import InputError
from graph.read.draft import Given
from graph.read.rows import rows
from graph.types import Article

GOOD = '{"id": "n1", "text": "The mayor said it."}'


def read_rows(*lines: str | bytes, given: Given | None = None) -> list[Article | InputError]:
    data = [line if isinstance(line, bytes) else line.encode() for line in lines]
    return list(rows(data, where="in/a.jsonl", name="a.jsonl", given=given or Given()))


def article(line: str, *, given: Given | None = None) -> Article:
    (found,) = read_rows(line, given=given)
    assert isinstance(found, Article)
    return found


def message(line: str | bytes) -> str:
    (found,) = read_rows(line)
    assert isinstance(found, InputError)
    return str(found)


def test_every_key_is_taken() -> None:
    row = {"id": "n1", "text": "T fell.", "title": "T", "outlet": "Example Herald"}
    row |= {"published": "2024-03-05T10:00:00Z", "url": "https://herald.example/n1", "more": "x"}

    assert article(json.dumps(row)) == Article(
        id="n1",
        iri=terms.article_iri("Example Herald", "T fell."),
        text="T fell.",
        title="T",
        publisher="Example Herald",
        published=date(2024, 3, 5),
        url="https://herald.example/n1",
    )


@given(st.text(min_size=1).filter(str.strip), st.booleans())
def test_text_is_never_changed(text: str, escaped: bool) -> None:
    line = json.dumps({"text": text}, ensure_ascii=escaped)

    assert article(line).text == text


def test_line_ends_and_spaces_of_the_text_stay() -> None:
    text = "\ufeff One\r\n\u2028two\xa0e\u0301  "

    assert article(json.dumps({"text": text}, ensure_ascii=False)).text == text


def test_what_the_row_says_wins_over_what_the_reader_says() -> None:
    told = Given(outlet="Other Herald", published=date(2020, 1, 1))
    row = '{"text": "x", "outlet": "Example Herald", "published": "2024-03-05"}'

    assert article(row, given=told).publisher == "Example Herald"
    assert article(row, given=told).published == date(2024, 3, 5)
    assert article('{"text": "x"}', given=told).publisher == "Other Herald"
    assert article('{"text": "x", "published": null}', given=told).published == date(2020, 1, 1)


@pytest.mark.parametrize(
    ("id_", "name"), [("n1", "n1"), (7, "7"), (0, "0"), (None, "a.jsonl:1"), ("", "a.jsonl:1")]
)
def test_an_id_is_text_or_a_number_or_made_of_file_and_line(id_: Any, name: str) -> None:
    assert article(json.dumps({"id": id_, "text": "x"})).id == name


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("{'text': 1}", "expected one JSON object, found {'text': 1}. Correct the line."),
        ("[1, 2]", "expected one JSON object, found a list. Correct the line."),
        ("null", "expected one JSON object, found null. Correct the line."),
        ("[" * 100_000, "expected one JSON object, found " + "[" * 59 + "…. Correct the line."),
        ('{"id": 1}', 'expected a row with "text", found none. Add it or remove the line.'),
        ('{"text": 5}', 'expected "text" to be text, found 5. Correct the line.'),
        ('{"text": ""}', 'expected "text" with words in it, found "". Correct the line.'),
        (
            '{"text": " \\n"}',
            'expected "text" with words in it, found only white space. Correct the line.',
        ),
        ('{"id": true, "text": "x"}', 'expected "id" to be text, found true. Correct the line.'),
        ('{"text": "x", "title": []}', 'expected "title" to be text, found []. Correct the line.'),
        (
            '{"text": "x", "published": "last week"}',
            'expected a date such as 2024-03-05, found "last week". '
            "Correct the line or leave published out.",
        ),
        (
            '{"text": "x", "published": 2024}',
            'expected a date such as 2024-03-05, found "2024". '
            "Correct the line or leave published out.",
        ),
        (
            '{"text": "ab\\ud800"}',
            'expected "text" to be Unicode text, found half a surrogate pair at character 2. '
            "Correct the line.",
        ),
        (
            b'{"text": "\xff"}',
            "expected UTF-8, found byte 0xff at byte 10 of the line. Correct the line.",
        ),
    ],
)
def test_a_wrong_line_is_named_with_what_to_do(line: str | bytes, expected: str) -> None:
    assert message(line) == f"in/a.jsonl:1: {expected}"


def test_a_wrong_line_does_not_stop_the_others() -> None:
    found = read_rows(GOOD, "", "{broken", GOOD)

    assert [type(one) for one in found] == [Article, InputError, Article]
    assert str(found[1]).startswith("in/a.jsonl:3: ")


def test_a_byte_order_mark_is_no_part_of_the_first_row() -> None:
    assert isinstance(read_rows(b"\xef\xbb\xbf" + GOOD.encode())[0], Article)


@pytest.mark.parametrize(
    ("data", "found"), [(b"\n \n", "only white space"), (GOOD.encode("utf-16"), "UTF-16")]
)
def test_a_file_that_has_no_rows_is_refused(data: bytes, found: str) -> None:
    with pytest.raises(InputError, match=f"^in/a.jsonl: expected .*found {found}"):
        read_rows(*data.splitlines(keepends=True))
