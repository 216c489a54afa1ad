"""Interviews and debates, each paragraph with its label, by the shipped reader."""

from __future__ import annotations

import pytest
from told import chains, read

pytestmark = pytest.mark.slow

INTERVIEW = """Halima Quill runs a clinic in Orm. She spoke to Tom Reed by phone on Tuesday.

Q: The mayor says that nobody was hurt. Do you believe him?

A: Two women died in the yard. The police told me that the shell came from the hill.

I am a doctor, I count them.

Q: Will you leave?

A: My sister begs me to come. I will stay.

The mayor did not answer a request for comment."""

DEBATE = """Governor Ada Quill met Senator Tom Reed in a debate on Monday.

REED: The police were sent by you.

QUILL: The report is wrong about that.

REED: Nobody else could send them."""


def test_an_answer_is_said_by_whoever_is_interviewed_up_to_the_next_question() -> None:
    told = chains(INTERVIEW)

    assert told["Two women died"] == [["Example Courier", "Halima Quill"]]
    assert told["that the shell"] == [["Example Courier", "Halima Quill", "The police"]]
    assert told["My sister begs"] == [["Example Courier", "Halima Quill"]]
    assert "that nobody was" not in told
    text = INTERVIEW
    answers = [a.content[0].of(text) for a in read(text).attributions]
    assert any(a.endswith("I count them") for a in answers)
    assert not any("request for comment" in a for a in answers)


def test_a_label_that_names_somebody_of_the_text_says_who_speaks() -> None:
    told = chains(DEBATE)

    assert told["The report is"] == [["Example Courier", "Ada Quill"]]
    assert told["Nobody else could"] == [["Example Courier", "Tom Reed"]]


def test_labels_of_lists_are_nobody() -> None:
    listed = "Tom Reed was there.\n\nReed: nine votes.\n\nPortville: two votes."

    assert read(listed).attributions == ()
