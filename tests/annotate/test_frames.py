"""Relation frames: the shipped file is sound, and a mistake in one is named by its line."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Graph, URIRef

from graph.annotate.frames import load_frames, shipped_frames
from graph.annotate.steps import Step
from graph.errors import InputError
from graph.paths import shipped
from graph.terms import SAID


def _written(folder: Path, text: str) -> Path:
    file = folder / "mine.yaml"
    file.write_text(text, encoding="utf-8")
    return file


ONTOLOGY = Graph().parse(shipped("ontology") / "relations.ttl")
INVENTORY = """
    reported_by said_by cites_outlet cites_article quotes published_evidence denies confirms
    member_of affiliated_with holds_position represents subordinate_to commanded_by ordered
    deployed_to refused_order employed_by dismissed_from resigned_from sued plaintiff_in
    court_rejected detained_by investigated_by sought_help_from attacked captured withdrew_from
    mobilized killed_in injured_in suffered_losses displaced_from deported_to met_with agreed_with
    released demanded_of accused
    told declined_to_comment_on assesses heads spokesperson_for owned_by deserted_from recruited_by
    charged_with convicted_of controls participated_in missing_in destroyed sheltered_by
    ceasefire_with threatened aided sanctioned
""".split()
"""Forty relations and nineteen more."""


def _texts(name: str) -> tuple[str, ...]:
    """Label, inverse label and definition of a property, as the Turtle has them."""
    terms = (RDFS.label, URIRef(f"{SAID}inverse_label"), SKOS.definition)
    return tuple(str(ONTOLOGY.value(URIRef(f"{SAID}{name}"), term)) for term in terms)


def _properties() -> set[str]:
    found = ONTOLOGY.subjects(RDF.type, OWL.ObjectProperty)
    return {str(term).removeprefix(SAID) for term in found}


def test_the_whole_inventory_is_there() -> None:
    assert len(INVENTORY) == 59
    assert set(INVENTORY) - set(shipped_frames().relations) == set()


def test_yaml_and_turtle_have_the_same_relations_in_the_same_words() -> None:
    frames = shipped_frames().relations
    for name in _properties():
        frame = frames[name]
        assert (frame.label, frame.inverse_label, frame.definition) == _texts(name)
    in_other_terms = set(frames) - _properties()
    assert all("said:" in frames[name].derived for name in in_other_terms), in_other_terms


def test_yaml_and_turtle_agree_on_what_holds_both_ways_and_what_turns_what_round() -> None:
    both_ways = ONTOLOGY.subjects(RDF.type, OWL.SymmetricProperty)
    frames = shipped_frames().relations.values()

    assert {f.name for f in frames if f.symmetric} == {
        str(term).removeprefix(SAID) for term in both_ways
    }
    for one, other in ONTOLOGY.subject_objects(OWL.inverseOf):
        frame = shipped_frames().relations[str(one).removeprefix(SAID)]
        assert f"said:{str(other).removeprefix(SAID)}" in frame.derived


def test_the_kinds_of_an_entry_are_no_narrower_than_the_classes_of_the_turtle() -> None:
    for name in _properties():
        frame = shipped_frames().relations[name]
        domain = ONTOLOGY.value(URIRef(f"{SAID}{name}"), RDFS.domain)
        if domain == URIRef(f"{SAID}Person") and not frame.derived:
            assert frame.kinds["subject"] <= {"person", "group"}, name


def test_every_entry_has_an_example_that_matches_and_one_that_does_not() -> None:
    frames = shipped_frames()
    for frame in (*frames.relations.values(), *frames.events.values()):
        found = not frame.derived and not frame.unread
        assert bool(frame.match) == bool(frame.no_match) == found, frame.name


def test_three_lines_make_a_relation(tmp_path: Path) -> None:
    file = _written(tmp_path, "relations:\n- name: blockaded\n  triggers: [{verb: blockade}]\n")

    frame = load_frames(file).relations["blockaded"]

    assert frame.triggers[0].arguments["subject"] == ((Step("agent"),),)
    assert frame.triggers[0].arguments["object"] == ((Step("patient"),),)
    assert "place" in frame.kinds["object"]


def test_a_later_file_adds_entries_and_replaces_those_of_the_same_name(tmp_path: Path) -> None:
    text = """
relations:
- name: represents
  triggers: [{verb: embody}]
- name: blockaded
  triggers: [{verb: blockade}]
"""
    frames = load_frames(shipped("ontology") / "relations.yaml", _written(tmp_path, text))

    assert [t.lemmas for t in frames.relations["represents"].triggers] == [{("embody",)}]
    assert "blockaded" in frames.relations
    assert "member_of" in frames.relations


def test_the_preposition_on_is_not_taken_for_a_truth_value(tmp_path: Path) -> None:
    text = "events:\n- name: attack\n  triggers:\n  - verb: fire\n    target: on\n"

    trigger = load_frames(_written(tmp_path, text)).events["attack"].triggers[0]

    assert trigger.arguments["target"] == ((Step("on"),),)


@pytest.mark.parametrize(
    ("line", "found", "text"),
    [
        (2, "'Sued'", "relations:\n- name: Sued\n  triggers: [{verb: sue}]\n"),
        (2, "None", "relations:\n- name: sued\n  label: sued\n"),
        (4, "'domian'", "relations:\n- name: sued\n  triggers: [{verb: sue}]\n  domian: person\n"),
        (3, "'persona'", "relations:\n- name: sued\n  domain: persona\n  triggers: [{verb: a}]\n"),
        (5, "'subj'", "relations:\n- name: a\n  triggers:\n  - verb: sue\n    object: subj\n"),
        (4, "[]", "relations:\n- name: a\n  triggers:\n  - object: patient\n"),
        (4, "'actor'", "relations:\n- name: a\n  triggers:\n  - verb: sue\n    needs: actor\n"),
        (4, "'a'", "relations:\n- name: a\n  triggers: [{verb: a}]\n- name: a\n  event: b\n"),
        (
            4,
            "'parson'",
            "relations:\n- name: a\n  triggers:\n  - {verb: b, only: {object: parson}}\n",
        ),
        (
            4,
            "'actor'",
            "relations:\n- name: a\n  triggers:\n  - {verb: b, words: {actor: court}}\n",
        ),
        (4, "'court'", "relations:\n- name: a\n  triggers:\n  - {verb: b, words: court}\n"),
        (3, "'blockaded'", "relations:\n- name: a\n  triggers: [{verb: blockaded}]\n"),
        (3, "'strikes'", "relations:\n- name: a\n  triggers: [{noun: air_strikes}]\n"),
        (2, "'riot'", "relations:\n- name: a\n  event: riot\n"),
        (2, "'parson'", "kinds:\n  clergy: parson\n"),
        (3, "mapping values are not allowed here", "relations:\n- name: a\n  event: b: c\n"),
        (1, "list", "- a\n"),
        (1, "'relation'", "relation:\n- name: raided\n"),
    ],
)
def test_a_mistake_is_named_by_file_and_line(
    tmp_path: Path, line: int, found: str, text: str
) -> None:
    file = _written(tmp_path, text)

    with pytest.raises(InputError) as caught:
        load_frames(file)

    message = str(caught.value)
    assert message.startswith(f"{file}:{line}: expected ")
    assert f"found {found}" in message


def test_a_file_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="expected a readable file, found No such file"):
        load_frames(tmp_path / "none.yaml")


def test_a_trigger_may_ask_for_a_word_before_it(tmp_path: Path) -> None:
    file = _written(
        tmp_path, "relations:\n- name: raided\n  triggers: [{noun: raid, with: the this}]\n"
    )
    (trigger,) = load_frames(file).relations["raided"].triggers

    assert trigger.having == {"the", "this"}
