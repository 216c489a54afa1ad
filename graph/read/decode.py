"""Bytes → text, or the byte that stands in the way.

Tried in this order; a wrong guess would shift every span, so none is made when in doubt:

1. UTF-8 or UTF-16 with a byte order mark.
2. A file with a NUL byte, or one that starts as PDF, ZIP (Word), RTF or MHTML do, is no text.
3. UTF-8.
4. Of a web page, the encoding it declares.
5. Windows-1252, if all of this holds: no byte is a control character or undefined there, at most
   one in ten is outside ASCII, and none of them form a UTF-8 sequence. Old English text passes;
   Cyrillic, and UTF-8 with one byte damaged, do not.
"""

from __future__ import annotations

import codecs
import re

from graph.errors import InputError

_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_OTHER_FORMATS = {
    b"%PDF-": "a PDF file",
    b"PK\x03\x04": "a ZIP or Word file",
    b"{\\rtf": "an RTF file",
    b"From: <Saved by": "a web archive (MHTML)",
}
_DECLARED = re.compile(rb"""<(?:meta|\?xml)[^>]*(?:charset|encoding)\s*=\s*["']?([\w.:-]+)""", re.I)
_NOT_1252 = re.compile(rb"[\x00-\x08\x0e-\x1f\x7f\x81\x8d\x8f\x90\x9d]")
_MOST_ACCENTED = 0.1


def decode(data: bytes, where: str) -> str:
    """The text of a whole file. Raises InputError, with the byte's offset, if it is none."""
    for mark, encoding in _MARKS.items():
        if data.startswith(mark):
            return _strictly(data, encoding, where)
    _refuse_other_formats(data, where)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if (text := _declared(data)) is not None:
            return text
        if _is_1252(data):
            return data.decode("cp1252")
        raise _not_text(data, error, "UTF-8", where) from None


def _strictly(data: bytes, encoding: str, where: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        name = encoding.removesuffix("-sig").upper()
        raise _not_text(data, error, name, where) from None


def _refuse_other_formats(data: bytes, where: str) -> None:
    for start, name in _OTHER_FORMATS.items():
        if data.startswith(start):
            raise InputError(f"{where}: expected text, found {name}. Save it as text or HTML.")
    if (at := data.find(0)) >= 0:
        raise InputError(
            f"{where}: expected text, found a NUL byte at byte {at}, as in a binary file. "
            "Save it as text in UTF-8."
        )


def _declared(data: bytes) -> str | None:
    match = _DECLARED.search(data[:4096])
    try:
        return data.decode(match[1].decode()) if match else None
    except (LookupError, UnicodeError):
        return None


def _is_1252(data: bytes) -> bool:
    accented = sum(byte > 0x7F for byte in data)
    if _NOT_1252.search(data) or accented > _MOST_ACCENTED * len(data):
        return False
    return data.decode("utf-8", "ignore").isascii()


def _not_text(data: bytes, error: UnicodeDecodeError, encoding: str, where: str) -> InputError:
    at = error.start + len(data) - len(error.object)  # a mark that was taken off counts too
    found = f"byte 0x{data[at]:02x} at byte {at}" if at < len(data) else "its end too early"
    return InputError(f"{where}: expected {encoding} text, found {found}. Save it as UTF-8.")
