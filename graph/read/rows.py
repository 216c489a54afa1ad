"""Lines of JSON → articles whose text is exactly as it was given.

    {"id", "text", "title"?, "outlet"?, "published"?, "url"?}   one a line; other keys are ignored

No normalisation at all: spans count the characters of the text the caller sent.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from graph.errors import InputError
from graph.read.dates import parse_date
from graph.read.draft import Draft, Given
from graph.types import Article

_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_NAMES = {list: "a list", str: "text", bool: "true or false", int: "a number", float: "a number"}


def rows(
    lines: Iterable[bytes], *, where: str, name: str, given: Given
) -> Iterator[Article | InputError]:
    """The article of each line that is not blank, or what is wrong with the line.

    where: begins each message, with the line's number.
    name:  stands, with the line's number, for an id that is missing.
    """
    found = False
    for number, line in enumerate(lines, start=1):
        if number == 1 and line.startswith(_UTF16):
            raise InputError(f"{where}: expected UTF-8, found UTF-16. Save it as UTF-8.")
        if line.strip():
            found = True
            yield _article(line, f"{where}:{number}", default=f"{name}:{number}", given=given)
    if not found:
        raise InputError(
            f"{where}: expected one JSON object a line, found only white space. "
            "Put rows in, or remove it."
        )


def _article(line: bytes, where: str, *, default: str, given: Given) -> Article | InputError:
    try:
        row = _parsed(line, where)
        name = _name(row, where) or default
        outlet = _string(row, "outlet", where).strip() or given.outlet
        published = _published(row, where) or given.published
        return _draft(row, where).article(name, outlet=outlet, published=published)
    except InputError as error:
        return error


def _parsed(line: bytes, where: str) -> dict[str, Any]:
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise InputError(
            f"{where}: expected UTF-8, found byte 0x{line[error.start]:02x} at byte {error.start} "
            "of the line. Correct the line."
        ) from None
    except (ValueError, RecursionError):
        start = line.decode("utf-8-sig").strip()
        raise _wrong(where, "one JSON object", _shortened(start)) from None
    if not isinstance(row, dict):
        raise _wrong(where, "one JSON object", _NAMES.get(type(row), "null"))
    return row


def _draft(row: dict[str, Any], where: str) -> Draft:
    if row.get("text") is None:
        raise InputError(
            f'{where}: expected a row with "text", found none. Add it or remove the line.'
        )
    text = _string(row, "text", where)
    if not text.strip():
        raise _wrong(where, '"text" with words in it', "only white space" if text else '""')
    return Draft(text, title=_string(row, "title", where), url=_string(row, "url", where))


def _name(row: dict[str, Any], where: str) -> str:
    """The id as text; empty if the row has none."""
    value = row.get("id")
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return _string(row, "id", where)


def _published(row: dict[str, Any], where: str) -> date | None:
    value = row.get("published")
    if value is None or value == "":
        return None
    words = value if isinstance(value, str) else json.dumps(value)
    advice = "Correct the line or leave published out."
    return parse_date(words, where=where, advice=advice)


def _string(row: dict[str, Any], key: str, where: str) -> str:
    """The text under key; empty if there is none. Raises InputError if it is something else."""
    value = row.get(key)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise _wrong(where, f'"{key}" to be text', _shortened(json.dumps(value)))
    try:
        value.encode()
    except UnicodeEncodeError as error:
        half = f"half a surrogate pair at character {error.start}"
        raise _wrong(where, f'"{key}" to be Unicode text', half) from None
    return value


def _shortened(words: str) -> str:
    return words if len(words) <= 60 else f"{words[:59]}…"


def _wrong(where: str, expected: str, found: str) -> InputError:
    return InputError(f"{where}: expected {expected}, found {found}. Correct the line.")
