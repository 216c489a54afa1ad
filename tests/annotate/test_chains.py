"""Whole articles into chains, by the shipped reader: the constructions it must not lose."""

from __future__ import annotations

import pytest
from through_papers import THROUGH_PAPERS
from through_talks import THROUGH_TALKS
from through_whom import CITED, THROUGH_WHOM
from told import chains, read
from who_is_meant import WHO_IS_MEANT
from who_speaks import WHO_SPEAKS

pytestmark = pytest.mark.slow

ALONE = WHO_SPEAKS | WHO_IS_MEANT | THROUGH_WHOM | THROUGH_TALKS | THROUGH_PAPERS


@pytest.mark.parametrize(
    ("text", "content", "chain"),
    [
        (
            "The column had turned back, Major Ada Quill said.",
            "The column had",
            ["Ada Quill"],
        ),
        (
            "“They took our phones first,” Ada Quill told Radio Kestrel.",
            "They took our",
            ["Radio Kestrel", "Ada Quill"],
        ),
        (
            "Radio Kestrel, citing two officials, reported on Monday that the talks had failed.",
            "that the talks",
            ["Radio Kestrel", "two officials"],
        ),
        (
            "Radio Kestrel writes with reference to the mother of a conscript that the men are "
            "kept in cellars.",
            "that the men",
            ["Radio Kestrel", "the mother of a conscript"],
        ),
        (
            "The ferry sank at noon, according to documents obtained by the Marrow Gazette.",
            "The ferry sank",
            ["Marrow Gazette", "documents obtained by the Marrow Gazette"],
        ),
        (
            "The bakery was shelled twice, a nurse told the Swedish weekly Veckan.",
            "The bakery was",
            ["Veckan", "a nurse"],
        ),
        (
            "The convoy turned back, Norland News reported, citing Radio Kestrel, which in turn "
            "cited a border guard.",
            "The convoy turned",
            ["Norland News", "Radio Kestrel", "a border guard"],
        ),
        (
            "Herders would pay the price, warned Ada Quill, who keeps the books of a market.",
            "Herders would pay",
            ["Ada Quill"],
        ),
        (
            "Major Tom Reed denied to Radio Kestrel that any order had been given.",
            "that any order",
            ["Radio Kestrel", "Tom Reed"],
        ),
        (
            "The governor, Tom Reed, was quoted by the Marrow Gazette as saying that the road was "
            "open.",
            "that the road",
            ["Marrow Gazette", "Tom Reed"],
        ),
        (
            "A man says he was never paid, in a recording published on Monday by the military "
            "ombudsman.",
            "he was never",
            ["the military ombudsman", "A man"],
        ),
    ],
)
def test_a_chain_runs_from_the_publisher_to_the_source(
    text: str, content: str, chain: list[str]
) -> None:
    assert ["Example Courier", *chain] in chains(text)[content]


@pytest.mark.parametrize(("text", "content", "chain"), CITED.values(), ids=CITED)
def test_whoever_is_cited_has_it_from_whom_the_words_tell(
    text: str, content: str, chain: list[str]
) -> None:
    found = chains(text)[content]

    assert ["Example Courier", *chain] in found
    assert all(one == ["Example Courier", *chain][: len(one)] for one in found)


@pytest.mark.parametrize(("text", "content", "chain"), ALONE.values(), ids=ALONE)
def test_a_claim_has_the_chain_that_the_words_around_it_tell_and_no_other(
    text: str, content: str, chain: list[str]
) -> None:
    assert chains(text)[content] == [["Example Courier", *chain]]


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        (
            "The village was empty, according to shepherds, an aid worker and a UN report.",
            {"shepherds", "an aid worker", "a UN report"},
        ),
        (
            "Residents, aid workers and a UN official said the road was mined.",
            {"Residents", "aid workers", "a UN official"},
        ),
    ],
)
def test_each_of_three_who_say_it_has_a_chain(text: str, sources: set[str]) -> None:
    [found] = chains(text).values()

    assert {chain[-1] for chain in found} == sources


def test_who_was_warned_is_no_source() -> None:
    found = chains(
        "Radio Kestrel reported that the governor, Ada Quill, had been warned of an attack, citing "
        "a letter from Tom Reed."
    )

    assert not any("Ada Quill" in chain for some in found.values() for chain in some)


def test_what_is_said_within_what_is_said_has_both_in_its_chain() -> None:
    found = chains("Colonel Ada Quill said on Sunday that her driver had told her he was lost.")

    assert found["he was lost"] == [["Example Courier", "Ada Quill", "her driver"]]


def test_a_talk_with_an_outlet_goes_on() -> None:
    text = (
        "“We left at dawn,” Ada Quill told the Marrow Gazette. "
        "She said that nobody had ordered it. “I would do it again,” she said."
    )

    for found in chains(text).values():
        assert found == [["Example Courier", "Marrow Gazette", "Ada Quill"]]


@pytest.mark.parametrize(
    ("text", "content", "sources"),
    [
        (
            "The port authority and a crane driver say the crane fell before the first shell.",
            "the crane fell",
            ["The port authority", "a crane driver"],
        ),
        (
            "Both the Ethiopian government and the Oromo Liberation Army said the talks had ended.",
            "the talks had",
            ["Ethiopian government", "Oromo Liberation Army"],
        ),
    ],
)
def test_two_who_say_it_together_have_a_chain_each(
    text: str, content: str, sources: list[str]
) -> None:
    assert chains(text)[content] == [["Example Courier", source] for source in sources]


def test_a_report_is_its_authors_where_it_is_named_again() -> None:
    found = chains(
        "In a 40-page report, the Kestrel Network documented nine strikes near the river. "
        "Four of them may be crimes, the report says."
    )

    assert found["Four of them"][0][:2] == ["Example Courier", "Kestrel Network"]


def test_who_is_asked_is_no_relay_and_one_ministry_is_not_another() -> None:
    found = chains(
        "The interior ministry asked the supreme court to bar the march, a clerk said. "
        "The health ministry called it a folly."
    )

    assert ["Example Courier", "a clerk", "The interior ministry"] in found["to bar the"]
    assert found["it a folly"] == [["Example Courier", "The health ministry"]]


def test_a_thing_that_is_not_granted_is_no_claim() -> None:
    assert not chains("The recruits came to the base, where a clerk denied two of them entry.")


def test_a_talk_that_an_article_is_about_goes_on_after_another_has_spoken() -> None:
    found = chains(
        "“We left at dawn,” Ada Quill told Radio Kestrel. “The road was full of prams,” she "
        "said.\n\n"
        "Quill said that nobody had come back. She said the school was shut.\n\n"
        "Major Tom Reed said the road was open.\n\nQuill said that the well was dry."
    )

    assert found["that the well"] == [["Example Courier", "Radio Kestrel", "Ada Quill"]]


def test_a_letter_that_another_obtained_stands_behind_who_cites_it() -> None:
    found = chains(
        "Radio Kestrel reported, citing a letter obtained by the Marrow Gazette, that the army had "
        "asked for 90 days."
    )

    letter = "a letter obtained by the Marrow Gazette"
    assert found["that the army"] == [
        ["Example Courier", "Radio Kestrel"],
        ["Example Courier", "Radio Kestrel", "Marrow Gazette", letter],
    ]


def test_what_is_dismissed_as_a_fairy_tale_is_denied() -> None:
    text = "The minister dismissed as fiction the claim that his officers had fired first."
    found = read(text)

    dismissed = [a for a in found.attributions if a.cue.of(text) == "dismissed"]
    assert [(a.content[0].of(text), a.polarity) for a in dismissed] == [
        ("that his officers had fired first", "negative")
    ]


def test_who_calls_a_report_fake_denies_it_and_did_not_make_it() -> None:
    found = read("The mayor described reports that the ferry had sunk as fake.")

    said = {(found.entities[a.chain[-1].entity].name, a.polarity) for a in found.attributions}
    assert said == {("The mayor", "negative"), ("unknown", "positive")}
