"""One normalisation of text, and that twice is once."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.read import normalise

AWKWARD = st.text(
    st.one_of(
        st.sampled_from("\r\n\t\v\f\x00\x85\xa0\xad\u200b\u2028\ufeff e\u0301\u0340\u1100\u1161"),
        st.characters(),
    )
)


@pytest.mark.parametrize(
    ("given", "clean"),
    [
        ("one\r\ntwo\rthree\u2028four\ffive", "one\ntwo\nthree\nfour\nfive"),
        ("\ufeffThe mayor", "The mayor"),
        ("10\xa0000\u202fmen", "10 000 men"),
        ("cafe\u0301", "café"),
        ("with\x00draw\x07al", "withdrawal"),
        ("co\xadop\u200berate", "cooperate"),
        ("said. \t \nThen  ", "said.\nThen"),
        ("a\tb", "a\tb"),
        ("half \ud800 pair", "half  pair"),
        ("می\u200cخواهم", "می\u200cخواهم"),
    ],
)
def test_each_step_does_what_it_says(given: str, clean: str) -> None:
    assert normalise(given) == clean


def test_plain_english_stays_as_it_is() -> None:
    text = "“We left,” the mayor said – twice.\n\n  An indented line…"

    assert normalise(text) == text


@given(AWKWARD)
def test_twice_is_once(text: str) -> None:
    once = normalise(text)

    assert normalise(once) == once


@given(AWKWARD)
def test_what_comes_out_is_nfc_without_controls_or_trailing_spaces(text: str) -> None:
    clean = normalise(text)

    assert unicodedata.is_normalized("NFC", clean)
    assert not any(unicodedata.category(c) in ("Cc", "Cs") and c not in "\n\t" for c in clean)
    assert all(line == line.rstrip(" \t") for line in clean.split("\n"))
    clean.encode()
