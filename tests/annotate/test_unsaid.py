"""What nobody said, what may yet be said, and what is said to be taken back."""

from __future__ import annotations

import pytest
from told import chains, read

from graph.claims import as_so

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("text", "not_said_by"),
    [
        ("Senator Ada Quill was misquoted as saying that the army had left.", "Ada Quill"),
        ("Senator Ada Quill was wrongly quoted as having called it a lie.", "Ada Quill"),
        ("A caller impersonating Minister Ada Quill told Reuters the army had left.", "Ada Quill"),
        ("The army should admit that it bombed the school, Tom Reed said.", "The army"),
        ("Colonel Tom Reed shrugged as if to say that the village was lost.", "Tom Reed"),
        ("In the play, the general tells his daughter that the army has fled.", "the general"),
        ("The train left Orm at noon, according to schedule.", "schedule"),
        ("Not even the rebels claim that they have captured Orm.", "the rebels"),
        ("All of the witnesses except Tom Reed said that the army had left.", "Tom Reed"),
        ("Without citing a source, the agency TASS said the town had fallen.", "a source"),
        ("The bishop called on the president to confirm that they were alive.", "the president"),
        ("The rebels want the army to say that the raid was a mistake.", "the army"),
        ("The minister denied that he had told the envoy that the war was lost.", "the envoy"),
        ("It is false that the police told the family that he was dead, Ada Quill said.", "police"),
        ("Had the army said that the road was mined, the bus would have stopped.", "the army"),
        ("The minister should have told the families that they were dead.", "The minister"),
        ("The court heard that the bomb went off at nine.", "The court"),
        ("According to Radio Kestrel, a pilot accused of bombing a mill slept.", "a pilot"),
        ("Mali recalled its ambassador to Paris on Friday.", "Mali"),
        ("He argued with a supervisor over leave.", "He"),
    ],
)
def test_nobody_speaks_who_has_not_spoken(text: str, not_said_by: str) -> None:
    assert not any(not_said_by in chain for found in chains(text).values() for chain in found)


@pytest.mark.parametrize(
    "text",
    [
        "Prosecutor Ada Quill stopped short of saying that the guard had killed the hostages.",
        "The army never acknowledged that its men killed the monks.",
        "The minister declined to blame the army for the killing of the monks.",
        "General Reed is likely to argue that rebels shelled the square.",
        "The general will tell the council on Friday that the army has captured Orm.",
        "Has the ministry admitted that its troops killed the monks?",
        "Did the minister know that the monks had been killed?",
        "The minister was about to tell the families that the monks had been killed.",
        "The Gulf Courier on Monday retracted an article saying that Admiral Bray had resigned.",
        "The appeals court quashed the finding that police in Orm had killed Tom Reed.",
        "“We captured Paris,” joked the coach, Tom Reed.",
        "Despite what the governor told Reuters, the rebels still hold the bridge.",
    ],
)
def test_what_is_held_back_open_or_taken_back_is_not_put_forward(text: str) -> None:
    found = read(text)

    assert found.attributions
    assert not any(
        as_so(found.attributions, k)
        for k, a in enumerate(found.attributions)
        if a.cue.of(text) != "finding"
    )


@pytest.mark.parametrize(
    "text",
    [
        "The minister would later say that the army had killed the monks.",
        "Ada Quill would say only that two men were missing.",
        "The ministry said it would tell the families on Sunday.",
    ],
)
def test_what_was_said_after_all_is_put_forward(text: str) -> None:
    found = read(text)

    assert any(as_so(found.attributions, k) for k in range(len(found.attributions)))


def test_what_is_called_a_finding_behind_a_comma_is_what_is_rejected() -> None:
    text = "The UN said that prisoners were starved, a finding Damascus has rejected."
    said = {a.polarity: found.entities[a.chain[-1].entity].name
            for found in [read(text)] for a in found.attributions}  # fmt: skip

    assert said == {"positive": "UN", "negative": "Damascus"}


@pytest.mark.parametrize(
    "text",
    [
        "The state agency quoted the minister as denying that the town had fallen.",
        "Ada Quill was quoted by the daily L'Aube as rejecting claims that the town had fallen.",
        "The minister dismissed claims of torture as lies.",
        "The army described the claims of abuse as baseless.",
    ],
)
def test_who_is_quoted_as_denying_denies(text: str) -> None:
    found = read(text)

    assert any(a.polarity == "negative" for a in found.attributions)
    assert not any(
        a.polarity == "positive" and found.entities[a.chain[-1].entity].kind != "unknown"
        for a in found.attributions
    )


@pytest.mark.parametrize("verb", ["conclude", "say"])
def test_what_a_panel_could_not_say_is_not_so_even_where_nobody_is_heard_to_say_it(
    verb: str,
) -> None:
    found = read(f"The panel was unable to {verb} that the army had killed the monks.")

    assert [r.predicate for r in found.relations] == ["killed"]
    assert not found.relations[0].asserted
    assert not any(e.attribution is None and not e.negated for e in found.events)


def test_who_declines_to_discuss_a_report_has_not_said_it() -> None:
    found = read("He declined to discuss a report in the Harrow Post that the town had fallen.")

    assert [
        found.entities[a.chain[-1].entity].name
        for k, a in enumerate(found.attributions)
        if as_so(found.attributions, k)
    ] == ["Harrow Post"]


@pytest.mark.parametrize("words", ["at no stage", "by no means", "in no way"])
def test_what_was_in_no_way_done_is_not_put_forward(words: str) -> None:
    found = read(f"The brigade had {words} attacked the hospital, Colonel Imre Dask said.")

    assert [r.asserted for r in found.relations if r.predicate == "attacked"] == [False]
