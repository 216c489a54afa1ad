"""From annotations to quads."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace

import pyoxigraph
import pytest
from pyoxigraph import NamedNode, Quad, RdfFormat

from graph import terms
from graph.errors import ShapeError
from graph.resolve import resolve
from graph.state import state
from graph.types import Annotations, Attribution, Relation, Resolution, Span


def quads(*read: Annotations) -> list[Quad]:
    return state(read, resolve(read))


def short(term: object) -> str:
    """A term as a reader would write it."""
    value = str(getattr(term, "value", term))
    for prefix, iri in terms.PREFIXES.items():
        if prefix not in ("e", "doc") and value.startswith(iri):
            return f"{prefix}:{value.removeprefix(iri)}"
    return value.removeprefix(terms.BASE)


def about(found: list[Quad], subject: str) -> dict[str, list[str]]:
    """Predicates and objects of the node whose IRI ends so."""
    made: dict[str, list[str]] = defaultdict(list)
    for quad in found:
        if str(getattr(quad.subject, "value", "")).endswith(subject):
            made[short(quad.predicate)].append(short(quad.object))
    return made


def stated(found: list[Quad]) -> set[tuple[str, str, str]]:
    return {
        (short(q.subject).split("/")[-1], short(q.predicate), short(q.object).split("/")[-1])
        for q in found
        if q.graph_name == NamedNode(terms.STATED)
    }


def test_the_same_annotations_give_the_same_quads_in_the_same_order(
    herald: Annotations, tribune: Annotations
) -> None:
    assert quads(herald, tribune) == quads(herald, tribune)


def test_no_triple_stands_in_two_graphs(herald: Annotations, tribune: Annotations) -> None:
    found = quads(herald, tribune)

    assert max(Counter(quad.triple for quad in found).values()) == 1


def test_every_subject_of_an_articles_graph_but_counted_groups_is_its_own(
    herald: Annotations,
) -> None:
    others = {
        short(quad.predicate)
        for quad in quads(herald)
        if quad.graph_name == NamedNode(herald.article.iri)
        and herald.article.iri not in str(quad.subject)
    }

    assert others == {"said:group_size"}


def test_oxigraph_keeps_every_literal_as_it_is_written(herald: Annotations) -> None:
    found = quads(herald)
    store = pyoxigraph.Store()
    store.extend(found)

    assert set(store) == set(found)
    assert set(pyoxigraph.parse(store.dump(format=RdfFormat.TRIG), RdfFormat.TRIG)) == set(found)


def test_a_chain_runs_from_the_publisher_to_the_source(herald: Annotations) -> None:
    found = quads(herald)
    publisher, outlet, person = (about(found, f"#a1.{depth}") for depth in range(3))

    assert publisher["said:source"] == ["id/outlet/example-herald"]
    assert publisher["said:content"][0].endswith("#a1.1")
    assert publisher["said:chain_depth"] == ["0"]
    assert outlet["said:source"] == ["id/outlet/sample-tribune"]
    assert outlet["said:inferred_from"] == ["addressee of tell"]
    assert outlet["said:cue_evidence"]
    assert person["said:source"] == ["id/person/ada-quill"]
    assert person["said:content"][0].endswith("#c1")
    assert person["said:cue_text"] == ["told"]
    assert person["said:told_to"] == ["id/outlet/sample-tribune"]
    assert person["said:channel"] == ["said:interview"]
    assert person["said:score"] == ["0.9"]


def test_a_claim_says_who_reports_and_who_says_it(herald: Annotations) -> None:
    claim = about(quads(herald), "#c1")

    assert claim["said:claim_text"] == [
        "A dozen guardsmen were sacked from the Coast Brigade last week"
    ]
    assert claim["said:reported_by"] == ["id/outlet/example-herald", "id/outlet/sample-tribune"]
    assert claim["said:said_by"] == ["id/person/ada-quill"]
    assert claim["said:stated_in"] == [short(NamedNode(herald.article.iri))]


def test_evidence_finds_the_words_by_place_and_by_quotation(herald: Annotations) -> None:
    found = quads(herald)
    at = herald.attributions[0].content[0]
    where = f"#char={at.start},{at.end}"

    assert about(found, "#c1")["said:evidence"][0].endswith(where)
    assert about(found, f"{where}/position")["oa:start"] == [str(at.start)]
    assert about(found, f"{where}/quote")["oa:exact"] == [at.of(herald.article.text)]
    assert about(found, f"{where}/quote")["oa:suffix"] == [
        ", lawyer Ada Quill told the Sample "[:32]
    ]


def test_the_publishers_own_voice_is_a_claim_with_one_link(herald: Annotations) -> None:
    found = quads(herald)

    assert about(found, "#c4")["said:said_by"] == ["id/outlet/example-herald"]
    assert about(found, "#c4p1")["rdf:predicate"] == ["said:represents"]
    assert about(found, "#a4.0")["said:content"][0].endswith("#c4")
    assert about(found, "#a4.0")["said:manner"] == ["said:narrative"]


def test_attributions_of_the_same_words_share_a_claim(herald: Annotations) -> None:
    first = herald.attributions[0]
    both = replace(herald, attributions=(*herald.attributions, replace(first, score=0.5)))
    found = quads(both)

    assert about(found, "#a4.2")["said:content"][0].endswith("#c1")
    assert not about(found, "#c6")


def test_only_what_is_put_forward_becomes_a_plain_triple(herald: Annotations) -> None:
    group = f"{herald.article.iri.rsplit('/', 1)[-1]}-guardsmen"

    assert stated(quads(herald)) == {
        (group, "said:dismissed_from", "coast-brigade"),
        ("ada-quill", "said:represents", group),
        ("coast-brigade", "said:deployed_to", "portville"),
        ("example-herald", "said:cites_outlet", "sample-tribune"),
    }


@pytest.mark.parametrize(
    "change",
    [
        {"polarity": "negative"},
        {"temporality": "future"},
        {"certainty": "possible"},
    ],
)
def test_a_relation_that_is_negated_future_or_possible_is_no_plain_triple(
    herald: Annotations, change: dict[str, str]
) -> None:
    unsure: Relation = replace(herald.relations[3], **change)  # type: ignore[arg-type]
    found = quads(replace(herald, relations=(unsure,)))

    assert about(found, "#c4p1")["rdf:predicate"] == ["said:deployed_to"]
    assert {predicate for _, predicate, _ in stated(found)} == {"said:cites_outlet"}


def test_what_a_denied_attribution_holds_is_no_plain_triple(herald: Annotations) -> None:
    denied: Attribution = replace(herald.attributions[0], within=1)
    found = quads(replace(herald, attributions=(denied, *herald.attributions[1:])))

    assert "said:dismissed_from" not in {predicate for _, predicate, _ in stated(found)}
    assert about(found, "#c1")["said:standing"] == ["denied"]
    assert not about(found, "#a1.2")


def test_who_is_said_not_to_have_said_it_did_not_say_it(herald: Annotations) -> None:
    inner = replace(herald.attributions[0], within=1)
    denying = replace(herald.attributions[1], polarity="negative")
    found = quads(replace(herald, attributions=(inner, denying, *herald.attributions[2:])))
    plain = quads(herald)

    assert about(plain, "#c1")["said:said_by"]
    assert not {"said:said_by", "said:denied_by"} & about(found, "#c1").keys()
    assert about(found, "#c2")["said:denied_by"]


def test_a_count_keeps_its_bound_and_its_words(herald: Annotations) -> None:
    found = quads(herald)

    assert about(found, "#q1")["said:value_text"] == ["A dozen"]
    assert about(found, "#q1")["said:bound_type"] == ["said:approximate"]
    assert about(found, "#q1")["said:value_best"] == ["12"]
    assert about(found, "-guardsmen")["said:group_size"][0].endswith("#q1")


def test_a_time_keeps_what_it_was_counted_from(herald: Annotations) -> None:
    time = about(quads(herald), "#t1")

    assert time["said:anchor_date"] == ["2022-06-08"]
    assert (time["said:earliest"], time["said:latest"]) == (["2022-05-30"], ["2022-06-05"])


def test_an_event_says_who_took_which_part_and_in_which_claim(herald: Annotations) -> None:
    event = about(quads(herald), "#v1")

    assert event["said:event_kind"] == ["dismissal"]
    assert event["said:target"][0].endswith("-guardsmen")
    assert event["said:stated_by_claim"][0].endswith("#c1")
    assert event["said:time"][0].endswith("#t1")


def test_a_passing_description_is_no_name_of_a_shared_entity(herald: Annotations) -> None:
    found = quads(herald)

    assert about(found, "person/ada-quill")["skos:altLabel"] == ["Quill"]
    assert "it" not in about(found, "organisation/harbour-ministry")["skos:altLabel"]


def test_a_listed_outlet_has_its_outside_id(tribune: Annotations) -> None:
    entities = (replace(tribune.entities[0], name="the Boston Globe"), *tribune.entities[1:])
    outlet = about(quads(replace(tribune, entities=entities)), "outlet/the-boston-globe")

    assert outlet["said:country"] == ["US"]
    assert outlet["skos:exactMatch"] == ["http://www.wikidata.org/entity/Q824451"]


def test_an_unnamed_source_is_marked_as_one(herald: Annotations) -> None:
    officer = about(quads(herald), "-officer")

    assert officer["rdf:type"] == ["said:Person", "said:UnnamedPerson"]
    assert officer["said:unnamed"] == ["true"]
    assert officer["said:source_type"] == ["said:unnamed_official"]


@pytest.mark.parametrize("spans", [(), (Span(0, 10_000),), (Span(3, 3),)])
def test_a_claim_without_words_is_refused(herald: Annotations, spans: tuple[Span, ...]) -> None:
    wordless = replace(herald.attributions[0], content=spans)

    with pytest.raises(ShapeError, match="expected"):
        quads(replace(herald, attributions=(wordless, *herald.attributions[1:])))


def test_an_index_that_points_at_nothing_is_refused(herald: Annotations) -> None:
    for broken in (replace(herald, times=()), replace(herald, attributions=())):
        with pytest.raises(ShapeError, match=r"expected (time|attribution) 0 to -1, found 0"):
            quads(broken)


def test_an_article_that_is_not_resolved_is_refused(herald: Annotations) -> None:
    with pytest.raises(ShapeError, match="Resolve these annotations first"):
        state([herald], Resolution())
    with pytest.raises(ShapeError, match="expected 8 identities, found 0"):
        state([herald], Resolution({herald.article.iri: ()}))
