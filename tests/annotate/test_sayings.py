"""What is said and what is not, by the shipped reader: acts, denials, hearsay."""

from __future__ import annotations

import pytest
from told import chains, read

pytestmark = pytest.mark.slow


def test_what_a_source_denies_besides_is_not_part_of_what_it_said() -> None:
    read_ = read(
        "The defence ministry said that its troops had repelled four attacks and denied that "
        "soldiers had raised a flag."
    )
    told = {
        " … ".join(c.of(read_.article.text) for c in a.content): a.polarity
        for a in read_.attributions
    }

    assert told == {
        "that its troops had repelled four attacks": "positive",
        "that soldiers had raised a flag": "negative",
    }


def test_a_denial_is_negative_and_never_a_plain_relation() -> None:
    found = read("The Valley Army denied that Captain Nils Aster had been dismissed from the army.")

    assert [a.polarity for a in found.attributions] == ["negative"]


@pytest.mark.parametrize(
    "text",
    [
        "A judge in Portville sentenced Tom Reed to nine years on Monday.",
        "The town approved a new bridge, and Ada Quill, a nurse, was named its mayor.",
        "Ada Quill asked not to be identified. The rebels asked for bread.",
    ],
)
def test_an_act_is_no_saying(text: str) -> None:
    assert chains(text) == {}


def test_hearsay_ends_in_somebody_unknown() -> None:
    found = read("Two villages near the ford were reportedly burned on Friday.")
    (attribution,) = found.attributions

    assert found.entities[attribution.chain[-1].entity].kind == "unknown"
    assert found.entities[attribution.chain[-1].entity].unnamed


def test_what_neither_of_two_has_said_is_said_by_nobody() -> None:
    found = read("Neither the army nor the police has said how many people were killed.")

    assert {a.certainty for a in found.attributions} == {"underspecified"}


def test_what_hearsay_is_set_against_is_no_hearsay() -> None:
    text = "Colonel Reed was reportedly killed on Monday, though his unit has denied it."
    contents = [c.of(text) for a in read(text).attributions for c in a.content]

    assert not any("though" in c for c in contents)


def test_a_dateline_tells_neither_when_nor_where_something_happened() -> None:
    text = "MARROW BAY, 11 March - Five people were killed by a shell on Saturday, police said."
    found = read(text)
    places = [p for e in found.events for p in e.participants if p.role == "place"]

    assert {found.times[e.time].span.of(text) for e in found.events if e.time is not None} == {
        "Saturday"
    }
    assert places == []


def test_every_span_is_of_the_text_and_every_link_has_a_reason() -> None:
    text = "“Go,” said Ada Quill 😀, the mayor. The army denied it, Radio Kestrel reported."
    found = read(text)

    assert found.attributions
    for a in found.attributions:
        assert all(0 <= s.start < s.end <= len(text) for s in (a.cue, *a.content))
        assert all(link.reason for link in a.chain)
        assert a.chain[0].entity == 0


@pytest.mark.parametrize(
    "text",
    [
        "The truce will hold if Norland confirms that its troops will leave.",
        "Nobody will go home until the army says that the road is safe.",
        "The talks will fail unless the general admits that he lied.",
    ],
)
def test_what_somebody_would_have_to_say_is_not_said(text: str) -> None:
    assert read(text).attributions == ()


@pytest.mark.parametrize(
    "text",
    [
        "The army later identified several suspects in Orm.",
        "The officers wrote letters.",
        "Not everybody sees him as a hero.",
    ],
)
def test_who_singles_out_or_writes_or_is_not_everybody_says_nothing(text: str) -> None:
    assert read(text).attributions == ()


def test_what_was_never_said_and_what_is_questioned_are_not_put_forward() -> None:
    never = read("“I never said they were guns,” Ada Quill told reporters.")
    asked = read("Partners question whether the runway is contaminated.")

    assert "underspecified" in {a.certainty for a in never.attributions}
    assert [(a.polarity, a.certainty) for a in asked.attributions] == [
        ("positive", "underspecified")
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Fighting was reported on the outskirts of Velin overnight.",
            {"Fighting … on the outskirts of Velin overnight": ["unknown"]},
        ),
        (
            "The bus fell into a ravine, with several people feared dead.",
            {"several people … dead": ["unknown"]},
        ),
        ("No casualties were reported in Velin.", {}),
        ("On Monday two battalions reported for duty at Velin.", {}),
    ],
)
def test_what_nobody_is_said_to_have_reported_ends_in_somebody_unknown(
    text: str, said: dict[str, list[str]]
) -> None:
    found = read(text)
    told = {
        " … ".join(c.of(text) for c in a.content): [
            found.entities[link.entity].name for link in a.chain[1:]
        ]
        for a in found.attributions
    }

    assert told == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The rebels claimed credit for the attack.", "credit for the attack"),
        ("The army has taken responsibility for security in Velin.", ""),
        ("The rebels refused to claim responsibility for the attack.", ""),
        ("The army hasn’t claimed responsibility for the raid.", ""),
    ],
)
def test_who_claims_a_deed_says_so_and_who_takes_up_a_duty_says_nothing(
    text: str, said: str
) -> None:
    found = [c.of(text) for a in read(text).attributions for c in a.content]

    assert found == ([said] if said else [])


def test_who_dismisses_a_report_denies_it() -> None:
    text = "On Monday the guards’ office, after a long silence, rubbished the allegation."
    (attribution,) = read(text).attributions

    assert attribution.polarity == "negative"
    assert [c.of(text) for c in attribution.content] == ["the allegation"]


@pytest.mark.parametrize(
    "text",
    [
        "A court dismissed all charges against the mayor.",
        "The ministry failed to rebut the allegation.",
    ],
)
def test_a_court_that_dismisses_and_who_fails_to_rebut_say_nothing(text: str) -> None:
    assert chains(text) == {}


def test_what_a_title_says_ends_with_the_title() -> None:
    text = (
        "Dozens of conscripts locked in warehouses, report claims\n\nDozens of conscripts who "
        "would not go back are locked up by their own side, a new investigation claims."
    )
    said = [" … ".join(c.of(text) for c in a.content) for a in read(text).attributions]

    assert said == [
        "Dozens of conscripts locked in warehouses",
        "Dozens of conscripts who would not go back are locked up by their own side",
    ]


def test_hearsay_that_somebody_tells_is_not_his() -> None:
    told = chains("The army said two men were reportedly hurt on Monday.")

    assert told["two men were"] == [
        ["Example Courier", "The army"],
        ["Example Courier", "The army", "unknown"],
    ]
