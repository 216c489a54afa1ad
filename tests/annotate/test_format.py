"""The annotation format: what is printed, and the schema that describes it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, get_args

import pytest
from jsonschema import Draft202012Validator
from rdflib import SKOS, Graph, URIRef

from graph import terms, types
from graph.annotate.format import SCHEMA, as_dict, to_json
from graph.paths import shipped
from graph.types import Annotations, Article, Entity, Mention, Span

CONTRACT = json.loads(SCHEMA.read_text(encoding="utf-8"))
CHECK = Draft202012Validator(CONTRACT, format_checker=Draft202012Validator.FORMAT_CHECKER)
PARTS = CONTRACT["$defs"]


def wrong(made: dict[str, Any]) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in CHECK.iter_errors(made)]


def spans(made: Any) -> Iterator[tuple[int, int]]:
    """Every start and end, wherever they stand."""
    if isinstance(made, dict):
        if "start" in made:
            yield made["start"], made["end"]
        made = list(made.values())
    if isinstance(made, list):
        for part in made:
            yield from spans(part)


def named_in(scheme: str) -> set[str]:
    """The terms of a scheme of the ontology, without their prefix."""
    graph = Graph().parse(shipped("ontology") / "schemes.ttl")
    found = graph.subjects(SKOS.inScheme, URIRef(f"{terms.SAID}{scheme}"))
    return {str(term).removeprefix(terms.SAID) for term in found}


def test_the_schema_is_itself_valid() -> None:
    Draft202012Validator.check_schema(CONTRACT)


def test_what_is_printed_is_as_the_schema_says(herald: Annotations, tribune: Annotations) -> None:
    assert wrong(as_dict(herald)) == []
    assert wrong(as_dict(tribune)) == []


def test_a_text_without_a_word_is_as_the_schema_says(herald: Annotations) -> None:
    article = Article(id="-", iri=terms.article_iri("", "…"), text="…")

    empty = Annotations(article, herald.run, (Entity("outlet", ""),))

    assert wrong(as_dict(empty)) == []


def test_one_article_is_one_line_that_reads_back(herald: Annotations) -> None:
    line = to_json(herald)

    assert "\n" not in line
    assert "“They may appeal”" in line  # written as it is, not escaped
    assert json.loads(line) == as_dict(herald)


def test_every_span_lies_in_the_text(herald: Annotations) -> None:
    made = as_dict(herald)
    length = len(made["article"]["text"])

    assert all(0 <= start < end <= length for start, end in spans(made))


def test_spans_count_code_points(herald: Annotations) -> None:
    text = "🇺🇦 “They may appeal”, an officer said."
    at = Span(text.index("an officer"), text.index(" said"))
    article = replace(herald.article, text=text)
    mention = Mention(at, "person", "nominal", 1, 0.9)
    entities = (herald.entities[0], Entity("person", "an officer", unnamed=True))

    made = as_dict(Annotations(article, herald.run, entities, (mention,)))

    written = made["entities"][1]["mentions"][0]
    assert made["article"]["text"][written["start"] : written["end"]] == "an officer"


def test_words_of_an_attribution(herald: Annotations) -> None:
    made = as_dict(herald)
    text = made["article"]["text"]
    told = made["attributions"][0]

    def words(span: dict[str, int]) -> str:
        return str(text[span["start"] : span["end"]])

    assert words(told["source"]) == "lawyer Ada Quill"
    assert words(told["cue"]) == "told"
    assert [words(c) for c in told["content"]] == [
        "A dozen guardsmen were sacked from the Coast Brigade last week"
    ]
    assert [made["entities"][int(e[1:])]["name"] for e in told["chain"]] == [
        "Example Herald",
        "Sample Tribune",
        "Ada Quill",
    ]
    assert [link["entity"] for link in told["links"]] == told["chain"]


def test_ids_name_parts_that_are_there(herald: Annotations) -> None:
    made = as_dict(herald)
    sacked = made["relations"][0]

    assert [e["id"] for e in made["entities"]] == [f"e{k}" for k in range(8)]
    assert [a["id"] for a in made["attributions"]] == ["a1", "a2", "a3"]
    assert sacked["attribution"] == "a1"
    assert sacked["time"] == made["times"][0]["id"] == "t1"
    assert made["quantities"][0]["counted"] == "e3"
    assert made["relations"][1]["attribution"] is None


def test_a_relation_not_put_forward_as_so_is_negated(herald: Annotations) -> None:
    denied = replace(herald.relations[0], polarity="negative")
    planned = replace(herald.relations[0], temporality="future")
    doubted = replace(herald.relations[0], certainty="possible")

    made = as_dict(replace(herald, relations=(herald.relations[0], denied, planned, doubted)))

    assert [r["negated"] for r in made["relations"]] == [False, True, True, True]
    assert wrong(made) == []


def test_an_event_that_its_source_denies_is_negated(herald: Annotations) -> None:
    [event] = herald.events
    assert event.attribution is not None
    denying = [
        replace(a, polarity="negative") if k == event.attribution else a
        for k, a in enumerate(herald.attributions)
    ]

    assert [e["negated"] for e in as_dict(herald)["events"]] == [False]
    assert [
        e["negated"] for e in as_dict(replace(herald, attributions=tuple(denying)))["events"]
    ] == [True]


@pytest.mark.parametrize(
    ("listed", "kinds"),
    [
        (PARTS["entity"]["properties"]["kind"], types.Kind),
        (PARTS["entity"]["properties"]["mentions"]["items"]["properties"]["form"], types.Form),
        (PARTS["attribution"]["properties"]["manner"], types.Manner),
        (PARTS["polarity"], types.Polarity),
        (PARTS["certainty"], types.Certainty),
        (PARTS["relation"]["properties"]["temporality"], types.Temporality),
        (PARTS["quantity"]["properties"]["bound"], types.Bound),
    ],
)
def test_the_schema_lists_the_kinds_of_the_code(listed: dict[str, Any], kinds: Any) -> None:
    assert listed["enum"] == list(get_args(kinds))


@pytest.mark.parametrize(
    ("part", "key", "scheme"),
    [
        ("entity", "source_type", "SourceType"),
        ("attribution", "cue_class", "CueClass"),
        ("attribution", "channel", "Channel"),
    ],
)
def test_the_schema_lists_the_terms_of_the_ontology(part: str, key: str, scheme: str) -> None:
    assert set(PARTS[part]["properties"][key]["enum"]) - {None} == named_in(scheme)


def test_every_object_of_the_schema_is_closed() -> None:
    def objects(part: Any) -> Iterator[dict[str, Any]]:
        if isinstance(part, dict):
            if part.get("type") == "object":
                yield part
            part = list(part.values())
        if isinstance(part, list):
            for inner in part:
                yield from objects(inner)

    found = list(objects(CONTRACT))

    assert len(found) > 10
    assert all(one["additionalProperties"] is False for one in found)
    assert all(set(one["required"]) == set(one["properties"]) for one in found)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("article", "published"), "last week"),
        (("attributions", 0, "manner"), "quoted"),
        (("attributions", 0, "score"), 1.5),
        (("attributions", 0, "chain"), ["e0"]),
        (("attributions", 0, "content"), []),
        (("attributions", 0, "cue", "start"), -1),
        (("entities", 0, "colour"), "red"),
        (("relations", 0, "subject"), 3),
        (("quantities", 0, "bound"), "roughly"),
    ],
)
def test_the_schema_refuses(herald: Annotations, path: tuple[str | int, ...], value: Any) -> None:
    made = as_dict(herald)
    part: Any = made
    for step in path[:-1]:
        part = part[step]
    part[path[-1]] = value

    assert wrong(made)
