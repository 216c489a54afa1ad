"""Noun phrases by the parts of speech alone: every tree here is as wrong as can be."""

from __future__ import annotations

import numpy as np
import pytest

from graph.annotate.phrases import Phrases
from graph.annotate.reading import Chunk, Reading
from graph.annotate.syntax import Syntax
from graph.annotate.words import split_words
from graph.types import Kind


def _phrases(tagged: str, *names: tuple[str, Kind]) -> Phrases:
    """From ``form/UPOS`` words; all hang on the first."""
    rows = [word.rsplit("/", 1) for word in tagged.split()]
    words = split_words(" ".join(form for form, _ in rows))
    forms = words.all()
    assert forms == [form for form, _ in rows]
    chunks = []
    for name, kind in names:
        parts = name.split()
        first = next(i for i in range(len(forms)) if forms[i : i + len(parts)] == parts)
        chunks.append(Chunk(first, first + len(parts) - 1, kind, 1.0))
    reading = Reading(
        words, np.zeros((len(rows), 384), dtype=np.float32), tuple(chunks), (),
        tuple(upos for _, upos in rows), np.zeros(len(rows), dtype=np.int64),
        ("dep",) * len(rows), (),
    )  # fmt: skip
    return Phrases(Syntax(reading))


def _told(phrases: Phrases, word: int | None) -> str:
    return "" if word is None else phrases.syntax.texts[word]


def _at(phrases: Phrases, word: str) -> int:
    return phrases.syntax.texts.index(word)


@pytest.mark.parametrize(
    ("told", "tagged"),
    [
        ("pilots", "Quill/PROPN sued/VERB the/DET young/ADJ pilots/NOUN in/ADP May/PROPN"),
        ("worshippers", "They/PRON sued/VERB no/DET fewer/ADJ than/ADP 38/NUM worshippers/NOUN"),
        ("ministry", "They/PRON sued/VERB Ostavia/PROPN 's/PART trade/NOUN ministry/NOUN"),
        ("", "They/PRON sued/VERB after/ADP lunch/NOUN"),
    ],
)
def test_what_stands_after_a_verb_has_it_done(told: str, tagged: str) -> None:
    phrases = _phrases(tagged)

    assert _told(phrases, phrases.after(_at(phrases, "sued"))) == told


@pytest.mark.parametrize(
    ("told", "tagged"),
    [
        (["Quill"], "Quill/PROPN never/ADV left/VERB"),
        (["members", "union"], "Members/NOUN of/ADP the/DET union/NOUN have/AUX left/VERB"),
        (["men"], "The/DET men/NOUN from/ADP Skerrow/PROPN left/VERB"),
        (["Quill"], "Quill/PROPN ,/PUNCT a/DET lawyer/NOUN ,/PUNCT left/VERB"),
        (["pilots"], "the/DET pilots/NOUN who/PRON left/VERB"),
        ([], "Told/VERB by/ADP Quill/PROPN left/VERB"),
    ],
)
def test_who_stands_before_a_verb_does_it(told: list[str], tagged: str) -> None:
    phrases = _phrases(tagged)

    found = phrases.before(_at(phrases, "left"))

    assert [_told(phrases, w).lower() for w in found] == [t.lower() for t in told]


def test_a_relative_pronoun_may_stand_for_the_object() -> None:
    phrases = _phrases(
        "the/DET company/NOUN ,/PUNCT which/PRON Quill/PROPN had/AUX led/VERB ,/PUNCT fled/VERB"
    )

    assert [_told(phrases, w) for w in phrases.relative_object(_at(phrases, "led"))] == ["company"]


def test_a_possessive_owns_what_it_stands_before() -> None:
    phrases = _phrases(
        "The/DET ministry/NOUN 's/PART new/ADJ spokesman/NOUN and/CCONJ its/PRON men/NOUN"
    )

    assert _told(phrases, phrases.owner(_at(phrases, "spokesman"))) == "ministry"
    assert _told(phrases, phrases.owner(_at(phrases, "men"))) == "its"


def test_a_place_behind_a_comma_holds_the_one_before_it() -> None:
    places: list[tuple[str, Kind]] = [("Skerrow", "place"), ("Ostavia", "place")]
    told = _phrases(
        "In/ADP Skerrow/PROPN ,/PUNCT Ostavia/PROPN ,/PUNCT it/PRON rained/VERB", *places
    )
    listed = _phrases(
        "In/ADP Skerrow/PROPN ,/PUNCT Ostavia/PROPN ,/PUNCT Tarn/PROPN and/CCONJ Hollin/PROPN",
        *places,
    )

    assert _told(told, told.listed(1)) == "Ostavia"
    assert listed.listed(1) is None


def test_a_text_that_opens_on_a_place_is_set_there() -> None:
    phrases = _phrases(
        "SKERROW/PROPN —/PUNCT Ten/NUM men/NOUN died/VERB on/ADP a/DET road/NOUN",
        ("SKERROW", "place"),
    )

    died = _at(phrases, "died")
    assert [_told(phrases, w) for w in phrases.dateline(died)] == ["SKERROW"]
    assert [_told(phrases, w) for w in phrases.scene(died)] == ["road"]
