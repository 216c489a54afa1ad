"""Bytes become text only where there is no doubt."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import InputError
from graph.read.decode import decode

TEXT = "“Nobody is left,” said Zoë in a café near Kharsk, as the shelling went on for hours."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_what_is_plainly_text_is_read(encoding: str) -> None:
    assert decode(TEXT.encode(encoding), "a.txt") == TEXT


def test_utf16_of_the_other_byte_order_is_read() -> None:
    assert decode(b"\xfe\xff" + TEXT.encode("utf-16-be"), "a.txt") == TEXT


@pytest.mark.parametrize("declaration", ['<meta charset="koi8-r">', '<?xml encoding="koi8-r"?>'])
def test_a_page_is_read_as_it_declares(declaration: str) -> None:
    page = f"{declaration}<p>Мэр заявил об этом</p>"

    assert decode(page.encode("koi8-r"), "a.html") == page


@given(st.text())
def test_utf8_comes_back_as_it_was(text: str) -> None:
    if "\0" not in text and not text.startswith(("%PDF-", "PK\x03\x04", "{\\rtf", "\ufeff")):
        assert decode(text.encode(), "a.txt") == text


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"abc\x00def", "found a NUL byte at byte 3, as in a binary file. Save it as text"),
        ("Мэр заявил".encode("cp1251"), "expected UTF-8 text, found byte 0xcc at byte 0"),
        ("café ".encode() + b"\xff fell", "found byte 0xff at byte 6. Save it as UTF-8"),
        (b"The mayor said\x81 it", "found byte 0x81 at byte 14"),
        (b"\xff\xfea\x00b", "expected UTF-16 text, found byte 0x62 at byte 4"),
        (b"\xef\xbb\xbfabc\xff", "expected UTF-8 text, found byte 0xff"),
        (b"%PDF-1.7 \xe2\xe3", "found a PDF file. Save it as text or HTML"),
        (b"PK\x03\x04\x00", "found a ZIP or Word file"),
        (b'<meta charset="no-such"><p>\xcc\xdd\xfd\xe1\xf1', "expected UTF-8 text"),
    ],
)
def test_what_is_in_doubt_is_refused_with_its_place(data: bytes, message: str) -> None:
    with pytest.raises(InputError) as caught:
        decode(data, "a.txt")

    assert str(caught.value).startswith("a.txt: expected ")
    assert message in str(caught.value)
