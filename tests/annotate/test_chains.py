"""Whole articles into chains, by the shipped reader: the constructions it must not lose."""

from __future__ import annotations

import pytest
from told import chains, read

pytestmark = pytest.mark.slow


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


ALONE = {
    "the paper is the outlet that was named": (
        "The Marrow Gazette has seen the letters. “Nobody would sign it,” a clerk told the paper.",
        "Nobody would sign",
        ["Marrow Gazette", "a clerk"],
    ),
    "a second document came the way of the first": (
        "Officers knew of the plan, according to internal documents published on Sunday by "
        "Radio Kestrel.\n\nA second document states that the road was closed.",
        "that the road",
        ["Radio Kestrel", "A second document"],
    ),
    "another witness speaks to whom the first did": (
        "“They took the first five men,” a herder told the Marrow Gazette.\n\n"
        "Another survivor said that the soldiers wore no signs.",
        "that the soldiers",
        ["Marrow Gazette", "Another survivor"],
    ),
    "a talk is over once somebody else has spoken and a paragraph has ended": (
        "“The road is mined,” Ada Quill told Radio Kestrel.\n\nMajor Tom Reed said the road was "
        "open.\n\nQuill said that nobody had come back.",
        "that nobody had",
        ["Ada Quill"],
    ),
    "a talk goes on over a paragraph": (
        "“The road is mined,” Ada Quill told Radio Kestrel.\n\nShe said that nobody had come back.",
        "that nobody had",
        ["Radio Kestrel", "Ada Quill"],
    ),
    "who tells a group's researchers tells the group": (
        "The Kestrel Human Rights Network published a report on Thursday. A baker told the "
        "group's researchers that the mill had been closed.",
        "that the mill",
        ["Kestrel Human Rights Network", "A baker"],
    ),
    "a witness in a report is heard by who wrote it": (
        "Nobody was warned, according to a report by the Kestrel Network. “They counted us "
        "twice,” one survivor quoted in the report said.",
        "They counted us",
        ["Kestrel Network", "a report by the Kestrel Network", "one survivor quoted in the report"],
    ),
    "a leaked memo goes on to be known through whom it was leaked to": (
        "An internal memo, leaked to Radio Kestrel, contradicts the minister. The 12-page memo "
        "warns that the bridge is unsafe.",
        "that the bridge",
        ["Radio Kestrel", "The 12-page memo"],
    ),
    "who runs a channel does not pass on what it says": (
        "Grey Ferry, a Telegram channel run by serving soldiers, said that the colonel had left.",
        "that the colonel",
        ["Grey Ferry"],
    ),
    "a quotation of two sentences goes on from the one who spoke": (
        "Ada Quill, a driver, recalled hearing a sound like a sewing machine. "
        "“The cross on the roof is a metre wide. You can see it from anywhere.”",
        "The cross on",
        ["Ada Quill"],
    ),
    "a pronoun that speaks is who spoke last": (
        "A courier was questioned about the maps. Hew Tarrant, a sapper, said the bridge was "
        "mined. He had laid the charges himself, he said.",
        "He had laid",
        ["Hew Tarrant"],
    ),
    "this newspaper is the publisher": (
        "The Marrow Gazette spoke to the mayor of Tarn. “I saw nothing,” Ada Quill, a baker, told "
        "this newspaper.",
        "I saw nothing,",
        ["Ada Quill"],
    ),
    "a surname that is a title elsewhere does not make its bearer a man": (
        "Tishana King saw the shots. “I could not see the yard,” she said.",
        "I could not",
        ["Tishana King"],
    ),
    "a pronoun is somebody of the last sentences": (
        "A woman from Eastmere wept. The ferry was late. The road was shut. The port was quiet. "
        "The bread had run out. Ada Quill opened the gate at noon. “I could not see the yard,” she "
        "said.",
        "I could not",
        ["Ada Quill"],
    ),
    "a statement is of the body that spoke just before": (
        "The Harbour Ministry said the ferry had left at noon. The cause is not known, a statement "
        "said.",
        "The cause is",
        ["Harbour Ministry", "a statement"],
    ),
    "police who are told pass nothing on": (
        "Two witnesses told police that the driver ran away, Ada Quill said. Police said the road "
        "was shut.",
        "that the driver",
        ["Ada Quill", "Two witnesses"],
    ),
    "state television that is told is not the publisher": (
        "Ada Quill told state television that the troops had left.",
        "that the troops",
        ["state television", "Ada Quill"],
    ),
    "a channel that is described is the one that is named": (
        "“The road is mined,” Ada Quill told the Benghazi channel Marsad 8.",
        "The road is",
        ["Marsad 8", "Ada Quill"],
    ),
    "a statement is known through where it was read out": (
        "In a statement read out on Radio Kestrel, the Harbour Ministry said the road was mined.",
        "the road was",
        ["Radio Kestrel", "Harbour Ministry"],
    ),
    "a programme is its outlet's": (
        "The army had used phosphorus shells, Ada Quill told the BBC's Newshour programme.",
        "The army had",
        ["BBC", "Ada Quill"],
    ),
    "who speaks on the air speaks to whose air it is": (
        "“The road is mined,” Ada Quill said in an interview airing Sunday on the BBC. “We saw "
        "the mines ourselves.”",
        "The road is",
        ["BBC", "Ada Quill"],
    ),
    "an unknown station is named where one speaks on air": (
        "“The road is mined,” Ada Quill said on KXB’s “Marrow This Week” on Sunday.",
        "The road is",
        ["KXB", "Ada Quill"],
    ),
    "a talk may be opened by its date and station": (
        "On Dec. 7 on Radio Kestrel, Ada Quill said the road was mined.",
        "the road was",
        ["Radio Kestrel", "Ada Quill"],
    ),
    "what is written in an issue of a paper came through it": (
        "In the April issue of the Marrow Gazette, Ada Quill argued that the war was lost.",
        "that the war",
        ["Marrow Gazette", "Ada Quill"],
    ),
    "a talk goes on where it is named again, whoever spoke in between": (
        "“The road is mined,” Ada Quill told Radio Kestrel.\n\nMajor Tom Reed said the road was "
        "open.\n\nQuill said in the interview that nobody had come back.",
        "that nobody had",
        ["Radio Kestrel", "Ada Quill"],
    ),
    "a poll comes through the paper that it was made for": (
        "A poll for the Marrow Gazette found that the peace talks have few friends.",
        "that the peace",
        ["Marrow Gazette", "A poll for the Marrow Gazette"],
    ),
    "its own website is where a body speaks, and passes nothing on": (
        "Radio Kestrel has new owners. The shipping firm said on its website that the port was "
        "closed.",
        "that the port",
        ["The shipping firm"],
    ),
    "a paper of which only the noun tells is named": (
        "The family told the Marrow Gazette of his death. Felt died of a heart attack, his "
        "grandson told the Press Democrat newspaper in Tarn.",
        "Felt died of",
        ["Press Democrat", "his grandson"],
    ),
    "a claim that is called false is not what its judge says": (
        "The mayor said the claim that the ferry had sunk was false.",
        "the claim that",
        ["The mayor"],
    ),
    "who appears on the air too": (
        "Ada Quill, appearing on the BBC right after the raid, said that the road was mined.",
        "that the road",
        ["BBC", "Ada Quill"],
    ),
    "a name goes on behind an initial": (
        "The road was mined, said Edward J. Quill, a deputy. Mr. Quill said that nobody would "
        "clear it.",
        "that nobody would",
        ["Edward J. Quill"],
    ),
    "who is behind it is described": (
        "A trader who said that the road was mined has left Portville.",
        "that the road",
        ["A trader"],
    ),
    "who is cited by somebody is cited once": (
        "According to the Harbour Ministry, cited by Radio Kestrel, two ships were hit.",
        "two ships were",
        ["Radio Kestrel", "Harbour Ministry"],
    ),
    "a description is of the name that it gets later": (
        "Two men were killed, the governor said. “They were fixing the roof,” Ada Quill, the "
        "governor, said.",
        "Two men were",
        ["Ada Quill"],
    ),
    "a report that quotes is its author's": (
        "Harbour Watch said in a report that soldiers had burned three villages. The report quotes "
        "a teacher as saying that children were inside.",
        "that children were",
        ["Harbour Watch", "a report", "a teacher"],
    ),
    "the researchers are of whose report it is": (
        "Harbour Watch said in a report that soldiers had burned three villages. A second witness "
        "told the researchers that she saw two trucks.",
        "that she saw",
        ["Harbour Watch", "A second witness"],
    ),
    "the rights group is the body that was named": (
        "Amnesty International accused the army of a massacre. The rights group said it had "
        "interviewed 40 survivors.",
        "it had interviewed",
        ["Amnesty International"],
    ),
    "who carries what is said around it stands in the chain once": (
        "The leaked cables, seen by the Guardian and Le Monde, show that diplomats warned of a "
        "massacre.",
        "a massacre",
        ["The Guardian", "The leaked cables", "diplomats"],
    ),
    "that nothing had changed is said": (
        "Two observers said nothing had changed in Portville. The mayor said nothing about it.",
        "nothing had changed",
        ["Two observers"],
    ),
    "who is asked by an outlet speaks to it": (
        "Asked by Radio Kestrel about the strike, Governor Tom Reed said that the depot had been "
        "empty.",
        "that the depot",
        ["Radio Kestrel", "Tom Reed"],
    ),
    "what is heard from somebody is his": (
        "Ada Quill said her cousin had heard from a border guard that the post would be abandoned.",
        "that the post",
        ["Ada Quill", "her cousin", "a border guard"],
    ),
    "a sentence may open a talk": (
        "The Marrow Gazette also spoke to Ada Quill, an engineer. “The tanks stand side by side,” "
        "she said.",
        "The tanks stand",
        ["Marrow Gazette", "Ada Quill"],
    ),
    "who has obtained a document stands before it in later sentences": (
        "The Marrow Gazette has obtained minutes of a meeting. According to the minutes, the "
        "harbour would lose a third of its cranes.",
        "the harbour would",
        ["Marrow Gazette", "the minutes"],
    ),
    "who released a recording stands before who is heard in it": (
        "The Coast Guard has released a recording of a call. In the recording, a sailor says that "
        "only nine men are left.",
        "that only nine",
        ["Coast Guard", "a sailor"],
    ),
    "a news agency is called by its name": (
        "“We are leaving,” Ada Quill told the Sotva Online news agency.",
        "We are leaving,",
        ["Sotva Online", "Ada Quill"],
    ),
    "its researchers are the body": (
        "Human Rights Watch said a former detainee told its researchers that guards had used "
        "cables.",
        "that guards had",
        ["Human Rights Watch", "a former detainee"],
    ),
    "a view is whose it is": (
        "The depot at Orm was probably hit by a missile, in the view of Ada Quill, an analyst.",
        "The depot at",
        ["Ada Quill"],
    ),
    "what stands behind a colon is said by whom the clause is about": (
        "The mayor was blunt about the promised pumps: “We have no water at all.”",
        "We have no",
        ["The mayor"],
    ),
    "what was confirmed by somebody is said by him": (
        "That the convoy carried no weapons was confirmed on Tuesday by the Norland Red Cross.",
        "That the convoy",
        ["Norland Red Cross"],
    ),
    "nobody who is only spoken of in a quotation goes on outside it": (
        "“My neighbour saw it,” Tom Reed said. He said the shells had come from the east.",
        "the shells had",
        ["Tom Reed"],
    ),
}


@pytest.mark.parametrize(("text", "content", "chain"), ALONE.values(), ids=ALONE)
def test_a_claim_has_the_chain_that_the_words_around_it_tell_and_no_other(
    text: str, content: str, chain: list[str]
) -> None:
    assert chains(text)[content] == [["Example Courier", *chain]]


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


def test_two_who_say_it_together_have_a_chain_each() -> None:
    found = chains(
        "The port authority and a crane driver say the crane fell before the first shell."
    )

    assert found["the crane fell"] == [
        ["Example Courier", "The port authority"],
        ["Example Courier", "a crane driver"],
    ]


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


def test_both_of_two_bodies_that_say_a_thing_say_it() -> None:
    found = chains(
        "Both the Ethiopian government and the Oromo Liberation Army said the talks had ended."
    )

    assert found["the talks had"] == [
        ["Example Courier", "Ethiopian government"],
        ["Example Courier", "Oromo Liberation Army"],
    ]


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
