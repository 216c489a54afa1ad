"""Whose a relation is where several stand in its sentence: what must hold, and what must not."""

from __future__ import annotations

import pytest
from told import read

from graph.claims import as_so

pytestmark = pytest.mark.slow
Tie = tuple[str, str, str]


def _put_forward(text: str) -> set[Tie]:
    """Subject, predicate and object of what is put forward as so, by their names."""
    found = read(text)
    return {
        (found.entities[r.subject].name, r.predicate, found.entities[r.object].name)
        for r in found.relations
        if r.asserted and as_so(found.attributions, r.attribution)
    }


@pytest.mark.parametrize(
    ("text", "so"),
    [
        (
            "The officer who commanded the battery that shelled the market was dismissed.",
            ("the battery", "attacked", "the market"),
        ),
        (
            "The prisoners were beaten, stripped and later fed by nuns.",
            ("nuns", "aided", "The prisoners"),
        ),
        (
            "The students were arrested and beaten by police.",
            ("The students", "detained_by", "police"),
        ),
        (
            "Captain Musa Kone commands the 5th Brigade, while Captain Ali Diarra commands the 7th "
            "Brigade.",
            ("Ali Diarra", "commands", "7th Brigade"),
        ),
        (
            "Peter Gyang, whose father commands the 3rd Division, was released on Monday.",
            ("whose father", "commands", "3rd Division"),
        ),
        (
            "General Ivo Kanev succeeds Vasil Bonev as army chief.",
            ("Ivo Kanev", "commands", "army"),
        ),
        (
            "The army attacked the rebels and the villagers.",
            ("The army", "attacked", "the villagers"),
        ),
        (
            "According to Judge Ada Quill, officers of the Fifth Precinct beat the boy.",
            ("officers of the Fifth Precinct", "member_of", "Fifth Precinct"),
        ),
    ],
)
def test_a_relation_is_of_those_whom_the_words_tie(text: str, so: Tie) -> None:
    assert so in _put_forward(text)


@pytest.mark.parametrize(
    ("text", "never"),
    [
        (
            "The officer who commanded the battery that shelled the market was dismissed.",
            ("The officer", "attacked", "the market"),
        ),
        (
            "Police are questioning two officers over an attack that killed a judge.",
            ("two officers", "killed", "a judge"),
        ),
        (
            "The hostages were released in Tripoli and driven to Tunisia by Turkish diplomats.",
            ("Turkish diplomats", "released", "The hostages"),
        ),
        (
            "Captain Musa Kone commands the 5th Brigade, while Captain Ali Diarra commands the 7th "
            "Brigade.",
            ("Musa Kone", "commands", "7th Brigade"),
        ),
        (
            "A teacher was killed in Goma and a nurse was killed in Bukavu.",
            ("a nurse", "killed_in", "Goma"),
        ),
        (
            "The mayor was killed by gunmen, while his deputy was killed by a mine.",
            ("gunmen", "killed", "his deputy"),
        ),
        (
            "Gunmen killed a farmer and his wife was kidnapped by bandits.",
            ("Gunmen", "killed", "his wife"),
        ),
        (
            "Peter Gyang, whose father commands the 3rd Division, was released on Monday.",
            ("Peter Gyang", "commands", "3rd Division"),
        ),
        (
            "A general who had fought in Chechnya was killed in a car crash on Sunday.",
            ("A general", "killed_in", "Chechnya"),
        ),
        (
            "In Brussels, the minister said that the rebels had killed two nurses.",
            ("two nurses", "killed_in", "Brussels"),
        ),
        (
            "Only two of the nine suspects were members of the Popular Front.",
            ("the nine suspects", "member_of", "Popular Front"),
        ),
        (
            "The M23, unlike the ADF, controls the town of Rutshuru.",
            ("ADF", "controls", "Rutshuru"),
        ),
        ("An Islamic State commander was killed in Raqqa.", ("", "commands", "Islamic State")),
        (
            "According to Judge Ada Quill, officers of the Fifth Precinct beat the boy.",
            ("Ada Quill", "member_of", "Fifth Precinct"),
        ),
        ("The former commander of the 5th Brigade fled.", ("", "commands", "5th Brigade")),
        ("Rebels captured outposts in Shan State.", ("Rebels", "captured", "Shan State")),
        ("Rovers captured the title in Lisbon.", ("Rovers", "captured", "Lisbon")),
        ("Rebels attacked the station on Sunday.", ("Rebels", "attacked", "Example Courier")),
        ("If the video is real, soldiers killed a nurse.", ("soldiers", "killed", "a nurse")),
        (
            "The army's lawyer Colonel Ivo Hass said the charges were false.",
            ("Ivo Hass", "commands", "The army"),
        ),
        ("Norland lifted sanctions on Agora.", ("Norland", "sanctioned", "Agora")),
        (
            "The rebels refused to come under the command of the army.",
            ("The rebels", "subordinate_to", "the army"),
        ),
        (
            "Three villagers were killed by the People's Front in Sarmin.",
            ("People's Front", "located_in", "Sarmin"),
        ),
        (
            "A car bomb killed the driver of General Samir Kanaan in Tripoli.",
            ("Samir Kanaan", "killed_in", "Tripoli"),
        ),
        ("Norland's ally Agora sent troops.", ("Agora", "located_in", "Norland")),
        (
            "Ada Quill fled to Orm after the army had attacked Vell.",
            ("Ada Quill", "displaced_from", "Orm"),
        ),
        ("The London barrister Ada Hale left.", ("Ada Hale", "represents", "London")),
        (
            "President Lazar Todorov sacked Vasil Bonev as army chief.",
            ("Lazar Todorov", "commands", "army"),
        ),
        (
            "Three generals surrendered their weapons to the army.",
            ("the army", "captured", "Three generals"),
        ),
        (
            "“We are leaving,” Ada Quill told the Washington Post in Goma.",
            ("The Washington Post", "located_in", "Goma"),
        ),
    ],
)
def test_a_relation_is_of_nobody_else(text: str, never: Tie) -> None:
    found = _put_forward(text)

    assert not any(tie[1:] == never[1:] and never[0] in ("", tie[0]) for tie in found)
