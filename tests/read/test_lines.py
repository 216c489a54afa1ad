"""Wrapped paragraphs become one line; separate lines stay apart."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.read.lines import unwrap

PARAGRAPHS = [
    "The mayor of Kharsk said on Monday that at least 40 people had left the town overnight, "
    "most of them on foot, and that more would follow if the shelling went on for another day.",
    "A spokesperson for the army denied that any of its units had been near the town. "
    "Russian officials in the region did not answer questions about the strike at all.",
]


@pytest.mark.parametrize("width", [60, 66, 72, 80])
def test_a_hard_wrapped_text_comes_out_as_its_paragraphs(width: int) -> None:
    wrapped = "\n\n".join(textwrap.fill(p, width) for p in PARAGRAPHS)

    assert unwrap(wrapped) == PARAGRAPHS


def test_a_word_hyphenated_in_itself_gets_no_space() -> None:
    text = "Officials on both sides of the river spoke of a cross-\nborder raid that killed four."

    assert unwrap(text) == [text.replace("\n", "")]


def test_headings_labels_and_list_items_stay_on_their_own() -> None:
    lines = ["Town falls to rebels after three weeks of siege, mayor says", "by Maria Lindqvist"]
    lines += ["1. home", "• two bridges were hit in the night, the mayor said", "• one was not"]

    assert unwrap("\n".join(lines)) == lines


@given(st.text(st.sampled_from("ab A.-•1)\t\n"), max_size=200))
def test_no_word_is_lost(text: str) -> None:
    assert "".join("".join(unwrap(text)).split()) == "".join(text.split())
