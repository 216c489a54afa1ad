"""Statements behind a colon, and dialogues, without quotation marks, by the shipped reader."""

from __future__ import annotations

import pytest
from told import chains, read

pytestmark = pytest.mark.slow

OPENING = "The ministry has condemned the raid on Orm.\n\nMinister Tom Reed said:\n\n"
STATEMENT = (
    "I am shocked by the raid on Orm.\n\nThe town has suffered enough.\n\n"
    "We believe that the militia was behind it."
)


def _said(text: str) -> str:
    """The content of what is said with the cue "said"."""
    found = read(text)
    return next(
        a.content[0].of(text) for a in found.attributions if a.cue.of(text).startswith("said")
    )


def test_a_statement_is_said_to_its_end_and_no_further() -> None:
    text = f"{OPENING}{STATEMENT}\n\nThe full report can be found on the site of the council."

    assert _said(text) == STATEMENT.removesuffix(".")


def test_who_speaks_of_himself_in_a_statement_is_who_makes_it() -> None:
    told = chains(OPENING + STATEMENT)

    assert told["that the militia"] == [["Example Courier", "Tom Reed"]]


@pytest.mark.parametrize(
    "after",
    [
        "“We will go,” Ada Quill answered.",
        "Reed has said before that he would go, and we asked him.",
    ],
)
def test_a_statement_ends_where_somebody_is_quoted_or_its_speaker_named(after: str) -> None:
    text = f"{OPENING}{STATEMENT}\n\n{after}"

    assert _said(text).endswith("was behind it")


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
