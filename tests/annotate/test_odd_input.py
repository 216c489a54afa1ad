"""Texts that are no ordinary article are read, or refused with a clear word."""

from __future__ import annotations

import pytest

from graph import flow
from graph.annotate import annotate
from graph.errors import InputError
from graph.types import Annotations, Article

pytestmark = pytest.mark.slow
SAID = "Mayor Ada Quill said that the bridge was closed."


def read(text: str) -> Annotations:
    return annotate(Article("a", "https://x/a", text, publisher="Example Herald"), flow.model())


def said(found: Annotations) -> list[tuple[str, str, str]]:
    """Source, cue and content of every attribution, as its spans show them."""
    text = found.article.text
    return [
        (a.source.span.of(text) if a.source else "", a.cue.of(text), a.content[0].of(text))
        for a in found.attributions
    ]


EXPECTED = [("Ada Quill", "said", "that the bridge was closed")]


def test_the_sentence_is_read_as_it_stands() -> None:
    found = said(read(SAID))

    assert [(cue, content) for _, cue, content in found] == [EXPECTED[0][1:]]


@pytest.mark.parametrize(
    "odd",
    [
        "\x00\x01\x1b[31m\x7f",
        "🚀👩‍👩‍👧🇺🇦 ",
        "Zoe\u0308 Cafe\u0301 ",
        "\u202eabc\u202c ",
        "\U0010ffff",
    ],
)
def test_offsets_stay_right_behind_odd_characters(odd: str) -> None:
    found = said(read(f"{odd}\n\n{SAID}"))

    assert [(cue, content) for _, cue, content in found] == [EXPECTED[0][1:]]


@pytest.mark.parametrize("text", ["", " \n", "…", "— — —\n***", "🚀🚀", "\u0301", "12:30"])
def test_a_text_without_a_sentence_has_its_publisher_only(text: str) -> None:
    found = read(text)

    assert [e.name for e in found.entities] == ["Example Herald"]
    assert not found.attributions


def test_a_line_of_200_000_characters_is_read() -> None:
    found = read("x" * 200_000 + " " + SAID)

    assert EXPECTED[0][1:] in [(cue, content) for _, cue, content in said(found)]


def test_an_article_of_five_megabytes_is_read() -> None:
    found = read("- - -\n" * 900_000 + SAID)

    assert [(cue, content) for _, cue, content in said(found)] == [EXPECTED[0][1:]]


def test_another_language_is_not_guessed_at() -> None:
    with pytest.raises(InputError, match="in English"):
        read("Der Bürgermeister erklärte am Dienstag, die Brücke bleibe gesperrt. " * 9)


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("Fighting went on in Tyre, north", "Tyre"),
        ("Soldiers shelled a market in Portville, east", "Portville"),
    ],
)
def test_a_text_may_end_behind_a_comma(text: str, town: str) -> None:
    assert town in {e.name for e in read(text).entities}
