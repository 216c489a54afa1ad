"""Statements behind a colon, without quotation marks, by the shipped reader."""

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
