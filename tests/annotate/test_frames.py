"""Relation frames: the shipped file is sound, and a mistake in one is named by its line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from graph.annotate.frames import Step, load_frames, shipped_frames
from graph.errors import InputError
from graph.paths import shipped


def _written(folder: Path, text: str) -> Path:
    file = folder / "mine.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def _ontology() -> dict[str, tuple[str, str, str]]:
    """Property → label, inverse label, definition, of relations.ttl."""
    turtle = (shipped("ontology") / "relations.ttl").read_text(encoding="utf-8")
    found = {}
    for block in re.split(r"\n(?=said:)", turtle):
        texts = [
            re.search(rf'{key}\s+"([^"]*)"', block)
            for key in ("rdfs:label", "said:inverse_label", "skos:definition")
        ]
        name = re.match(r"said:(\w+) a owl:ObjectProperty", block)
        if name and all(texts):
            found[name[1]] = tuple(t[1] for t in texts if t)
    return found  # type: ignore[return-value]  # three of them, as all() has seen


def test_every_relation_is_a_property_of_the_ontology_with_the_same_words() -> None:
    ontology = _ontology()
    for frame in shipped_frames().relations.values():
        assert (frame.label, frame.inverse_label, frame.definition) == ontology[frame.name]


def test_every_entry_has_an_example_that_matches_and_one_that_does_not() -> None:
    frames = shipped_frames()
    for frame in (*frames.relations.values(), *frames.events.values()):
        assert frame.match, frame.name
        assert frame.no_match, frame.name


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
        (2, "'riot'", "relations:\n- name: a\n  event: riot\n"),
        (2, "'parson'", "kinds:\n  clergy: parson\n"),
        (3, "mapping values are not allowed here", "relations:\n- name: a\n  event: b: c\n"),
        (1, "list", "- a\n"),
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
