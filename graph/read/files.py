"""A path → its articles: which files a folder holds, what kind each is, how it is opened.

path  →  unfold  →  files  →  text | page | rows  →  Article, or InputError
"""

from __future__ import annotations

import gzip
import io
import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, Literal, cast

from graph.errors import InputError
from graph.read import clutter, pages
from graph.read.clean import normalise
from graph.read.decode import decode
from graph.read.draft import Given
from graph.read.rows import rows
from graph.types import Article

STDIN = "-"
MAX_BYTES = 50_000_000
"""Most bytes of one article's file, or of one row, uncompressed."""

Shape = Literal["text", "page", "rows"]

_SHAPES: dict[str, Shape] = {
    ".txt": "text",
    ".html": "page",
    ".htm": "page",
    ".jsonl": "rows",
    ".ndjson": "rows",
    ".json": "rows",
}
_IN_FOLDERS = set(_SHAPES) - {".json"}  # a folder's .json files are mostly no articles
_OTHER_FORMS = set(".pdf .doc .docx .odt .rtf .mht .mhtml .eml .epub".split())
"""Suffixes of what may hold an article that is not read from a folder."""
_KINDS = ".txt, .html, .htm, .jsonl or .ndjson file"
_WEB = re.compile(r"https?:/", re.IGNORECASE)
_HTML = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|meta|title|article|main|div|section|p|h1|!--|\?xml)\b"
    rb"|<!--",
    re.IGNORECASE,
)
_JSON = re.compile(rb'\{\s*["}]')


def unfold(path: str) -> Iterator[str | InputError]:
    """The path itself; of a folder, its readable files and theirs, in sorted order.

    Hidden files and folders are passed over, and what is no text, such as a page's pictures; what
    may hold an article in another form is an InputError each.
    """
    if not path:
        yield InputError('"": expected a file or folder, found an empty name. Give its name.')
    elif _WEB.match(path) or not _is_folder(path):
        yield path
    elif files := sorted(_within(Path(path))):
        yield from (str(f) if _suffix(f.name) in _IN_FOLDERS else _left_out(f) for f in files)
    else:
        yield InputError(
            f"{path}: expected a folder with at least one {_KINDS}, found none. "
            "Name the files one by one if they have other suffixes."
        )


def articles(
    path: str, *, given: Given, stdin: BinaryIO | None = None
) -> Iterator[Article | InputError]:
    """The articles of one file; of standard input if path is ``-``, which is read to its end."""
    where = "standard input" if path == STDIN else path
    name = path if path == STDIN else Path(path).name
    try:
        with _opened(path, stdin, where) as stream:
            if _shape(path, stream, where) == "rows":
                lines = _lines(stream, where)
                yield from rows(lines, where=where, name=name, given=given)
            else:
                yield _single(stream, path, where=where, name=name, given=given)
    except InputError as error:
        yield error


def _single(
    stream: io.BufferedReader, path: str, *, where: str, name: str, given: Given
) -> Article:
    shape = _shape(path, stream, where)
    text = normalise(decode(_all_of(stream, where), where))
    if not text.strip():
        raise InputError(
            f"{where}: expected an article, found only white space. Put its text in, or remove it."
        )
    draft = pages.extract(text, where) if shape == "page" else clutter.clear(text)
    if not draft.text:
        raise InputError(
            f"{where}: expected an article, found no paragraph of one. "
            "Save the article's own page, or its text."
        )
    outlet = given.outlet or draft.outlet
    return draft.article(name, outlet=outlet, published=given.published or draft.published)


def _is_folder(path: str) -> bool:
    try:
        return Path(path).is_dir()
    except (OSError, ValueError):  # a name too long, a folder closed to us: opening it will tell
        return False


def _within(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*"):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if not hidden and _suffix(path.name) in _IN_FOLDERS | _OTHER_FORMS and path.is_file():
            yield path


def _left_out(file: Path) -> InputError:
    return InputError(
        f"{file}: expected a {_KINDS} in a folder, found {_suffix(file.name)}. "
        "Save its text as .txt."
    )


def _suffix(name: str) -> str:
    return Path(name.lower().removesuffix(".gz")).suffix


@contextmanager
def _opened(path: str, stdin: BinaryIO | None, where: str) -> Iterator[io.BufferedReader]:
    if stdin is None:
        with _open(path, where) as file, _buffered(file, path) as reader:
            yield reader
        return
    reader = _buffered(stdin, path)
    try:
        yield reader
    finally:
        reader.detach()  # else closing the reader would close standard input


def _open(path: str, where: str) -> io.FileIO:
    if _WEB.match(path):
        raise InputError(
            f"{where}: expected a file, found a web address. "
            "Save the page first, and pass the saved file."
        )
    try:
        return io.FileIO(path)
    except FileNotFoundError:
        raise InputError(
            f"{where}: expected a file or folder, found none. Check the name."
        ) from None
    except (OSError, ValueError) as error:
        found = getattr(error, "strerror", None) or error
        raise InputError(
            f"{where}: expected a file that can be opened, found: {found}. "
            "Check its name and permissions."
        ) from None


def _buffered(file: BinaryIO | io.FileIO, path: str) -> io.BufferedReader:
    raw = gzip.GzipFile(fileobj=file) if path.lower().endswith(".gz") else file
    return io.BufferedReader(cast(Any, raw))  # each has what a buffer needs of a RawIOBase


def _shape(path: str, stream: io.BufferedReader, where: str) -> Shape:
    """By suffix, else by how it begins. Raises InputError if it is empty."""
    head = _peek(stream, where)
    if not head:
        raise InputError(
            f"{where}: expected an article, found an empty file. Put its text in, or remove it."
        )
    if (suffix := _suffix(path)) in _SHAPES:
        return _SHAPES[suffix]
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if _JSON.match(start):
        return "rows"
    return "page" if _HTML.match(start) else "text"


def _peek(stream: io.BufferedReader, where: str) -> bytes:
    try:
        return stream.peek(4096)
    except (OSError, EOFError, zlib.error) as error:
        raise _damaged(error, where) from None


def _all_of(stream: io.BufferedReader, where: str) -> bytes:
    try:
        data = stream.read(MAX_BYTES + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise _damaged(error, where) from None
    if len(data) > MAX_BYTES:
        raise _too_large("one article", where, "Split it into its articles.")
    return data


def _lines(stream: io.BufferedReader, where: str) -> Iterator[bytes]:
    """One line of bytes at a time. Raises InputError if one is too long or cannot be read."""
    while True:
        try:
            line = stream.readline(MAX_BYTES + 1)
        except (OSError, EOFError, zlib.error) as error:
            raise _damaged(error, where) from None
        if len(line) > MAX_BYTES:
            raise _too_large("each row", where, "Put one article on a line.")
        if not line:
            return
        yield line


def _damaged(error: Exception, where: str) -> InputError:
    return InputError(
        f"{where}: expected a file that can be read to its end, found: {error}. Copy it again."
    )


def _too_large(what: str, where: str, do: str) -> InputError:
    most = MAX_BYTES // 1_000_000
    return InputError(f"{where}: expected at most {most} MB for {what}, found more. {do}")
