"""Records in the form of PETRARCH's unit tests."""

from __future__ import annotations

from pathlib import Path

from graph.train.petrarch import codes, records

RECORDS = """<Sentences>
<!-- a comment with a <Sentence id="no"><Text>Not this.</Text></Sentence> in it -->
<Sentence date="19950101" id="A" category="DEMO">
<EventCoding sourcecode="NOR" targetcode="SUD" eventcode="173"></EventCoding>
<EventCoding sourcecode="NOR" targetcode="SUD" eventcode="904"></EventCoding>
<Text>
Norland threatened Sudland
on Monday.
</Text>
</Sentence>
<Sentence id="B"><EventCoding noevents="True"></EventCoding><Text>Nothing.</Text></Sentence>
</Sentences>
"""


def test_records_are_the_sentences_with_an_event_of_a_known_type(tmp_path: Path) -> None:
    file = tmp_path / "records.xml"
    file.write_text(RECORDS, encoding="utf-8")

    (found,) = records(file)

    assert found.text == "Norland threatened Sudland on Monday."
    assert found.events == (("THREATEN", "NOR", "SUD"),)


def test_names_have_the_code_of_the_dictionary(tmp_path: Path) -> None:
    file = tmp_path / "actors.txt"
    file.write_text("NORLAND [NOR]\nGREAT_SUDLAND_ [SUDGOV]\n# not this\n", encoding="utf-8")

    assert codes(file) == {"norland": "NOR", "great sudland": "SUDGOV"}
