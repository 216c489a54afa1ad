"""The ontology says what every term means, and its shapes catch what is wrong."""

from __future__ import annotations

import re
from functools import cache

import pyoxigraph
import pytest
from pyshacl import validate
from rdflib import OWL, RDF, RDFS, SH, SKOS, Graph, URIRef

from graph.paths import shipped
from graph.resolve import resolve
from graph.state import state
from graph.terms import ENTITIES, PREFIXES, RUNS, SAID, STATED
from graph.types import Annotations

FOLDER = shipped("ontology")
ONTOLOGY = Graph()
for _file in FOLDER.glob("*.ttl"):
    ONTOLOGY.parse(_file)
SHAPES = Graph()
for _file in (FOLDER / "shapes").glob("*.ttl"):
    SHAPES.parse(_file)
KINDS = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty, SKOS.Concept)
TYPED = {str(term) for kind in KINDS for term in ONTOLOGY.subjects(RDF.type, kind)}
TERMS = sorted(term for term in TYPED if "#" in term)  # the rest are nameless unions
RELATIONS = Graph().parse(FOLDER / "relations.ttl")
HEAD = "".join(f"PREFIX {p}: <{iri}>\n" for p, iri in PREFIXES.items())
HEAD += "PREFIX : <https://example.org/x#>\n"

WHOLE = """
:d a said:Article , schema:NewsArticle ; said:published_by :herald ; said:read_by :run ;
    said:text "At least 115 guardsmen were sacked last week, Quill told the Sample Tribune." ;
    said:text_sha256 "0000000000000000000000000000000000000000000000000000000000000000" ;
    schema:headline "Guardsmen sacked" ; schema:datePublished "2022-06-08"^^xsd:date ;
    schema:url "https://example.org/1" ; schema:inLanguage "en" ; schema:author "Ann Writer" .
:run a prov:Activity ; said:software "saidby 0" ; said:model "by hand" ; said:model_sha256 "" .
:stub a said:Article ; said:published_by :tribune ; said:is_stub true .
:c a said:Claim ; said:stated_in :d ; said:evidence :words ; said:proposition :p ;
    said:claim_text "At least 115 guardsmen were sacked last week" ;
    said:standing "put forward" ; said:reported_by :herald , :tribune ; said:said_by :quill .
:p a rdf:Statement ; rdf:subject :guards ; rdf:predicate said:dismissed_from ; rdf:object :brigade ;
    said:polarity graspf:positive ; said:temporality graspf:non-future ;
    said:certainty graspf:certain ; said:evidence :words ; said:quantity :q ; said:time :t .
:guards said:dismissed_from :brigade ; said:group_size :q .
:a0 a said:Attribution ; said:source :herald ; said:content :a1 ; said:chain_depth 0 ;
    said:polarity graspf:positive ; said:certainty graspf:certain ; said:in_article :d .
:a1 a said:Attribution ; said:source :tribune ; said:content :a2 ; said:chain_depth 1 ;
    said:polarity graspf:positive ; said:certainty graspf:certain ; said:in_article :d ;
    said:inferred_from "addressee of tell" .
:a2 a said:Attribution ; said:source :quill ; said:content :c ; said:chain_depth 2 ;
    said:polarity graspf:positive ; said:certainty graspf:probable ; said:in_article :d ;
    said:manner said:indirect ; said:cue_class said:tell ; said:channel said:interview ;
    said:cue_text "told" ; said:cue_evidence :words ; said:source_evidence :words ;
    said:hedge_text "likely" ; said:told_to :tribune ; said:score 0.9 .
:words a oa:SpecificResource ; oa:hasSource :d ; oa:hasSelector :position , :quote .
:position a oa:TextPositionSelector ; oa:start 0 ; oa:end 12 .
:quote a oa:TextQuoteSelector ; oa:exact "At least 115" ; oa:prefix "" ; oa:suffix " guardsmen" .
:m a said:Mention ; said:mentions :quill ; said:form "name" ; said:evidence :words .
:q a said:Quantity ; said:value_text "At least 115" ; said:bound_type said:at_least ;
    said:value_min 115.0 ; said:min_inclusive true ; said:value_best 115.0 ; said:evidence :words .
:q2 a said:Quantity ; said:value_text "10 to 15" ; said:bound_type said:range ;
    said:value_min 10.0 ; said:min_inclusive true ; said:value_max 15.0 ; said:max_inclusive true ;
    said:evidence :words .
:q3 a said:Quantity ; said:value_text "fewer than 20" ; said:bound_type said:less_than ;
    said:value_max 20.0 ; said:max_inclusive false ; said:evidence :words .
:q4 a said:Quantity ; said:value_text "at least half" ; said:bound_type said:at_least ;
    said:fraction 0.5 ; said:evidence :words .
:t a said:TimeSpan ; said:time_text "last week" ; said:earliest "2022-05-30"^^xsd:date ;
    said:latest "2022-06-05"^^xsd:date ; said:anchor_date "2022-06-08"^^xsd:date ;
    said:resolution_rule "the week before" ; said:evidence :words .
:t2 a said:TimeSpan ; said:time_text "some day" ; said:evidence :words .
:v a said:Event ; said:event_kind "dismiss" ; said:time :t ; said:evidence :words .
"""

# A change that breaks one thing, and what the shapes say to it.
FAULTS = {
    "attribution": [
        ("DELETE DATA { :a2 said:source :quill }", "exactly one source"),
        ("INSERT DATA { :a2 said:content :a0 }", "exactly one content"),
        ("DELETE DATA { :a2 said:in_article :d }", "in exactly one article"),
        ("DELETE DATA { :a1 said:chain_depth 1 }", "one depth in its chain"),
        ("DELETE DATA { :a0 said:content :a1 }", "is the content of another"),
        ("INSERT DATA { :a2 said:polarity graspf:negative }", "attribution is positive or"),
        ("DELETE DATA { :a2 said:certainty graspf:probable }", "attribution is certain,"),
        ("INSERT DATA { :a2 said:manner said:loud }", "one of said:Manner"),
        ("INSERT DATA { :a2 said:cue_class said:sing }", "one of said:CueClass"),
        ("INSERT DATA { :a2 said:channel said:dream }", "one of said:Channel"),
        ("INSERT DATA { :a1 said:score 1.9 }", "A score is one decimal"),
        ('INSERT DATA { :a2 said:cue_text "" }', "A cue is given once"),
        ('INSERT DATA { :a2 said:hedge_text "may" }', "A hedge is given once"),
        ("INSERT DATA { :a2 said:inferred_from :d }", "why a link was inferred"),
        ("INSERT DATA { :a2 said:told_to :herald }", "tells one entity"),
        ("INSERT DATA { :a2 said:within :c }", "within one other"),
        ("INSERT DATA { :a2 said:source_evidence :d }", "A source's evidence"),
        ("INSERT DATA { :a2 said:cue_evidence :d }", "A cue's evidence"),
        ("DELETE DATA { :a2 said:cue_evidence :words }", "A cue has evidence"),
    ],
    "claim": [
        ("DELETE DATA { :c said:stated_in :d }", "stated in exactly one article"),
        ("DELETE DATA { :c said:evidence :words }", "A claim has evidence"),
        ('INSERT DATA { :c said:claim_text "more" }', "A claim has one text"),
        ("DELETE DATA { :c said:said_by :quill }", "said by somebody"),
        ('INSERT DATA { :c said:standing "denied" }', "put forward, possible or denied"),
        ('INSERT DATA { :c said:said_by "Ada Quill" }', "said by an entity"),
        ('INSERT DATA { :c said:reported_by "AP" }', "reported by an outlet"),
        ("INSERT DATA { :c said:proposition :d }", "propositions are statements"),
        ("DELETE DATA { :a0 said:content :a1 }", "begins with its publisher"),
    ],
    "evidence": [
        ("DELETE DATA { :words oa:hasSource :d }", "Evidence is in exactly one"),
        ("DELETE DATA { :words oa:hasSelector :position }", "selector of positions"),
        ("DELETE DATA { :words oa:hasSelector :quote }", "selector of a quotation"),
        ("DELETE DATA { :position oa:end 12 } ; INSERT DATA { :position oa:end 0 }", "A start is"),
        ("DELETE DATA { :position oa:end 12 }", "An end is"),
        ('DELETE DATA { :quote oa:exact "At least 115" }', "exact words"),
        ('DELETE DATA { :quote oa:prefix "" }', "the words before it"),
        ('DELETE DATA { :quote oa:suffix " guardsmen" }', "the words after it"),
        (
            "DELETE DATA { :position oa:end 12 } ; INSERT DATA { :position oa:end 13 }",
            "what stands",
        ),
        ("INSERT DATA { :m said:mentions :herald }", "names exactly one entity"),
        ('INSERT DATA { :m said:form "title" }', "name, nominal or pronoun"),
        ("DELETE DATA { :m said:evidence :words }", "A mention has evidence"),
    ],
    "proposition": [
        ("DELETE DATA { :p rdf:subject :guards }", "exactly one subject"),
        ("INSERT DATA { :p rdf:predicate said:sued }", "exactly one predicate"),
        ('INSERT DATA { :p rdf:object "it" }', "exactly one object"),
        ("DELETE DATA { :p said:polarity graspf:positive }", "proposition is positive or"),
        ("INSERT DATA { :p said:temporality graspf:future }", "of the future or not"),
        ("DELETE DATA { :p said:certainty graspf:certain }", "proposition is certain,"),
        ("DELETE DATA { :p said:evidence :words }", "A proposition has evidence"),
        ("INSERT DATA { :p said:quantity :t }", "one quantity at most"),
        ("INSERT DATA { :p said:time :q }", "A proposition has one time"),
        ("INSERT DATA { :p said:frame :d }", "found by one rule"),
        (
            "DELETE DATA { :p said:polarity graspf:positive } ; "
            "INSERT DATA { :p said:polarity graspf:negative }",
            "is no plain triple",
        ),
        ("DELETE DATA { :v said:event_kind 'dismiss' }", "An event has one kind"),
        ("DELETE DATA { :v said:evidence :words }", "An event has evidence"),
        ("INSERT DATA { :v said:time :q }", "An event has one time"),
    ],
    "quantity-time": [
        ('INSERT DATA { :q said:value_text "115" }', "A quantity has its words"),
        ("INSERT DATA { :q said:bound_type said:hardly }", "one bound of said:BoundType"),
        ("INSERT DATA { :q2 said:value_min 16.0 }", "A least value is one"),
        ('INSERT DATA { :q3 said:value_max "many" }', "A greatest value is one"),
        ("INSERT DATA { :q said:value_best 115 }", "A best value"),
        ("INSERT DATA { :q4 said:fraction 1.5 }", "A fraction is one decimal"),
        ("DELETE DATA { :q said:evidence :words }", "A quantity has evidence"),
        ("DELETE DATA { :q said:min_inclusive true }", "A least value says"),
        ("DELETE DATA { :q3 said:max_inclusive false }", "A greatest value says"),
        ("DELETE DATA { :q said:value_min 115.0 }", "At least and more than"),
        ("DELETE DATA { :q3 said:value_max 20.0 }", "At most and less than"),
        ("DELETE DATA { :q2 said:value_max 15.0 }", "A range has"),
        (
            "DELETE DATA { :q3 said:max_inclusive false } ; "
            "INSERT DATA { :q3 said:max_inclusive true }",
            "leave their number out",
        ),
        ("INSERT DATA { :guards said:group_size :t }", "size of a group"),
        ("DELETE DATA { :t said:time_text 'last week' }", "A time has its words"),
        ("INSERT DATA { :t said:earliest '2022-07-01'^^xsd:date }", "An earliest day"),
        ("INSERT DATA { :t said:latest 'June' }", "A latest day"),
        ("INSERT DATA { :t said:anchor_date 'today' }", "An anchor is"),
        ("DELETE DATA { :t said:evidence :words }", "A time has evidence"),
        ("DELETE DATA { :t said:resolution_rule 'the week before' }", "the rule that gave them"),
    ],
    "article": [
        ("INSERT DATA { :d said:published_by :tribune }", "exactly one publisher"),
        ("DELETE DATA { :stub said:is_stub true }", "An article that is no stub"),
        ("INSERT DATA { :stub said:is_stub 'yes' }", "marked with true"),
        ('INSERT DATA { :d schema:headline "Again" }', "one headline"),
        ('INSERT DATA { :d schema:datePublished "June" }', "day of publication"),
        ('INSERT DATA { :d schema:url "https://example.org/2" }', "one web address"),
        ('INSERT DATA { :d schema:inLanguage "uk" }', "in one language"),
        ("INSERT DATA { :d schema:author :ann }", "Authors are given by name"),
        ("DELETE DATA { :run a prov:Activity }", "What read an article"),
        ("DELETE DATA { :run said:software 'saidby 0' }", "names its software"),
        ('INSERT DATA { :run said:model "other" }', "one model at most"),
        ('INSERT DATA { :run said:model_sha256 "12" }', "64 hex digits"),
    ],
}
CASES = [(file, change, told) for file, faults in FAULTS.items() for change, told in faults]


@cache
def shapes(file: str) -> Graph:
    return Graph().parse(FOLDER / "shapes" / f"{file}.ttl")


def report_on(data: Graph, against: Graph) -> str:
    """What does not conform; empty if all does."""
    conforms, _, report = validate(data, shacl_graph=against)
    return "" if conforms else str(report)


def whole() -> Graph:
    return Graph().parse(data=HEAD + WHOLE, format="turtle")


@pytest.mark.parametrize("path", [*FOLDER.rglob("*.ttl")], ids=lambda path: path.name)
def test_every_file_parses_in_both_libraries(path: object) -> None:
    triples = pyoxigraph.parse(path=str(path), format=pyoxigraph.RdfFormat.TURTLE)

    assert len(set(triples)) == len(Graph().parse(str(path), format="turtle")) > 0


@pytest.mark.parametrize("needed", [RDFS.label, SKOS.definition, SKOS.example])
def test_every_term_is_explained(needed: URIRef) -> None:
    assert [term for term in TERMS if (URIRef(term), needed, None) not in ONTOLOGY] == []


@pytest.mark.parametrize(
    "needed",
    [RDFS.label, URIRef(f"{SAID}inverse_label"), RDFS.domain, RDFS.range],
)
def test_every_relation_has_all_its_parts(needed: URIRef) -> None:
    relations = set(RELATIONS.subjects(RDF.type, OWL.ObjectProperty))

    assert len(relations) >= 20
    assert relations - set(RELATIONS.subjects(needed)) == set()


def test_every_class_named_as_domain_or_range_is_defined() -> None:
    values = (ONTOLOGY.objects(None, place) for place in (RDFS.domain, RDFS.range))
    named = {str(value) for found in values for value in found}

    assert {iri for iri in named if iri.startswith(SAID)} <= set(TERMS)


def test_every_shape_names_terms_that_are_defined() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in (FOLDER / "shapes").glob("*.ttl"))
    names = {name for name in re.findall(r"\bsaid:(\w+)", text) if not name.endswith("Shape")}

    assert {f"{SAID}{name}" for name in names} - set(TERMS) == {STATED}


@pytest.mark.parametrize("scheme", ["Manner", "CueClass", "Channel", "BoundType"])
def test_shapes_allow_exactly_the_values_of_a_scheme(scheme: str) -> None:
    values = set(ONTOLOGY.subjects(SKOS.inScheme, URIRef(f"{SAID}{scheme}")))
    allowed = [set(SHAPES.items(head)) for head in SHAPES.objects(None, SH["in"])]

    assert values in allowed


def test_a_sound_article_conforms() -> None:
    assert report_on(whole(), SHAPES) == ""


@pytest.mark.parametrize(("file", "change", "told"), CASES)
def test_shapes_tell_what_is_wrong(file: str, change: str, told: str) -> None:
    data = whole()
    data.update(HEAD + change)

    assert told in report_on(data, shapes(file))


def test_every_message_is_heard_in_a_test() -> None:
    messages = {str(message) for message in SHAPES.objects(None, SH.message)}
    heard = {m for m in messages if any(told in m for _, _, told in CASES)}

    assert messages - heard == set()


def test_a_denial_may_stand_beside_a_plain_triple_that_another_puts_forward() -> None:
    denial = """:p2 a rdf:Statement ; rdf:subject :guards ; rdf:predicate said:dismissed_from ;
        rdf:object :brigade ; said:polarity graspf:negative ; said:certainty graspf:certain ;
        said:temporality graspf:non-future ; said:evidence :words ."""

    assert report_on(whole().parse(data=HEAD + denial, format="turtle"), SHAPES) == ""


def test_what_the_state_stage_writes_conforms_and_is_defined(herald: Annotations) -> None:
    quads = state([herald], resolve([herald]))
    lines = pyoxigraph.serialize((q.triple for q in quads), format=pyoxigraph.RdfFormat.N_TRIPLES)
    data = Graph().parse(data=lines or b"", format="nt")
    used = {str(name) for triple in data for name in triple if str(name).startswith(SAID)}

    assert report_on(data, SHAPES) == ""
    assert used - set(TERMS) - {STATED, ENTITIES, RUNS} == set()


def test_the_query_of_the_readme_leads_to_words(herald: Annotations) -> None:
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    query = re.findall(r"```sparql\n(.*?)```", readme, re.DOTALL)[0]
    quads = state([herald], resolve([herald]))
    store = pyoxigraph.Store()
    store.extend(quads)

    found = store.query(query, use_default_graph_as_union=True)

    assert isinstance(found, pyoxigraph.QuerySolutions)
    words = [str(getattr(row["words"], "value", "")) for row in found]
    assert words
    assert all(word in herald.article.text for word in words)
