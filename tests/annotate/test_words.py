"""Text into words and sentences."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.annotate.words import CASES, split_words, traits
from graph.types import Span


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They don't know.", ["They", "do", "n't", "know", "."]),
        ("Russia’s 42nd Division", ["Russia", "’s", "42nd", "Division"]),
        ("one-third of 1,000", ["one", "-", "third", "of", "1,000"]),
        ("Gen. Sample of the U.S. Army", ["Gen.", "Sample", "of", "the", "U.S.", "Army"]),
        ("Sen. Reed (D-W.Va.) left", ["Sen.", "Reed", "(", "D", "-", "W.", "Va", ".", ")", "left"]),
        ("Brig.-Gen. Tom Reed", ["Brig.-Gen.", "Tom", "Reed"]),
        ("Jacob J. Quill of J. K. Reed", ["Jacob", "J.", "Quill", "of", "J.", "K.", "Reed"]),
        ("He had plan B. They left.", ["He", "had", "plan", "B", ".", "They", "left", "."]),
        ("Sana'a and O'Brien", ["Sana'a", "and", "O'Brien"]),
        ("“Go,” she said…", ["“", "Go", ",", "”", "she", "said", "…"]),
    ],
)
def test_words_follow_the_treebanks(text: str, words: list[str]) -> None:
    assert split_words(text).all() == words


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("He left. She stayed.", ["He left.", "She stayed."]),
        ("“We left.” She stayed.", ["“We left.”", "She stayed."]),
        ("Gen. Sample left. It rained.", ["Gen. Sample left.", "It rained."]),
        ("Edward J. Reed left. It rained.", ["Edward J. Reed left.", "It rained."]),
        ("A man of Boston, Mass., left.", ["A man of Boston, Mass., left."]),
        ("A title\nA first line.", ["A title", "A first line."]),
        ("“Why?” he asked. No answer.", ["“Why?” he asked.", "No answer."]),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, sentences: list[str]) -> None:
    words = split_words(text)
    found = [words.span(a, b - 1).of(text) for a, b in pairwise(words.sentences.tolist())]

    assert found == sentences


@given(st.text(max_size=300))
def test_words_are_in_order_apart_and_hold_every_visible_character(text: str) -> None:
    words = split_words(text)
    spans = [Span(int(a), int(b)) for a, b in zip(words.starts, words.ends, strict=True)]

    assert all(left.end <= right.start for left, right in pairwise(spans))
    assert "".join(s.of(text) for s in spans) == "".join(text.split())


@given(st.text(alphabet="ab.\n “”", max_size=80))
def test_every_word_is_in_exactly_one_sentence(text: str) -> None:
    words = split_words(text)

    assert words.sentences[-1] == len(words)
    assert all(a < b for a, b in pairwise(words.sentences.tolist()))
    assert len(words) == 0 or words.sentences[0] == 0


def test_within_gives_the_words_that_a_span_meets() -> None:
    words = split_words("The bridge is gone.")

    assert words.within(Span(4, 10)) == (1, 2)
    assert words.within(Span(5, 13)) == (1, 3)


def test_an_open_quotation_does_not_run_into_the_next_paragraph() -> None:
    words = split_words("“We stay.\nNobody left.")
    inside = traits(words.all(), words.paragraphs)[:, 1].tolist()

    assert inside == [1, 1, 1, 1, 0, 0, 0]


def test_traits_tell_what_lower_case_hides() -> None:
    words = split_words("NATO said Kyiv got 12 eBikes")
    cases = [CASES[i] for i in traits(words.all(), words.paragraphs)[:, 0]]

    assert cases == ["upper", "lower", "title", "lower", "digit", "mixed"]
