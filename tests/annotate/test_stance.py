"""How an attribution is put: in whose words, denied or not, how surely, by what way."""

from __future__ import annotations

import pytest
import yaml
from rdflib import RDF, Graph, URIRef

from graph.annotate.stance import Stance, stance
from graph.paths import shipped
from graph.terms import SAID
from graph.types import Span


def span_of(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def put(text: str, cue: str, *content: str, source: str = "") -> Stance:
    return stance(
        text,
        cue=span_of(text, cue),
        content=[span_of(text, words) for words in content],
        source=span_of(text, source) if source else None,
    )


@pytest.mark.parametrize(
    ("text", "content", "manner"),
    [
        ("“The bridge was hit”, said Ana Example.", "“The bridge was hit”", "direct"),
        ('"The bridge was hit", said Ana Example.', "The bridge was hit", "direct"),
        ('Ana Example said that "the bridge was hit".', 'that "the bridge was hit"', "direct"),
        ("Ana Example said the bridge was “hit twice”.", "the bridge was “hit twice”", "mixed"),
        ("Ana Example said the bridge was hit.", "the bridge was hit", "indirect"),
        (
            "Ana Example said the men's bridge wasn't hit.",
            "the men's bridge wasn't hit",
            "indirect",
        ),
        ("Bridge 'hit twice', said mayor", "Bridge 'hit twice'", "mixed"),
        ("“First.\n\n“And the bridge was hit,” she said.", "And the bridge was hit,", "direct"),
        ('He left "early".\nAna Example said it was hit.', "it was hit", "indirect"),
    ],
)
def test_manner_follows_the_quotation_marks(text: str, content: str, manner: str) -> None:
    assert put(text, "said", content).manner == manner


def test_both_halves_of_an_interrupted_quotation_are_direct() -> None:
    text = "“The bridge,” said Ana Example, “was hit.”"

    assert put(text, "said", "“The bridge,”", "“was hit.”").manner == "direct"


def test_reported_words_inside_a_quotation_are_indirect() -> None:
    text = "“The captain told us the road was clear,” she said."

    assert put(text, "told", "the road was clear", source="The captain").manner == "indirect"


def test_a_turn_of_a_printed_interview_is_direct() -> None:
    text = "Who fired?\nANA EXAMPLE: We never learnt that."

    assert put(text, ":", "We never learnt that", source="ANA EXAMPLE").manner == "direct"


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("The army denied that troops had crossed.", "denied", "that troops had crossed"),
        ("The army rejects the figure.", "rejects", "the figure"),
        ("The army ruled out any missile.", "ruled out", "any missile"),
        ("The army does not believe the list.", "does not believe", "the list"),
        ("The army never believed the list.", "believed", "the list"),
        ("The army dismissed the claim that it fled.", "dismissed", "that it fled"),
        ("The army found no evidence of a strike.", "found no evidence", "of a strike"),
    ],
)
def test_a_cue_that_rejects_its_content_is_a_denial(text: str, cue: str, content: str) -> None:
    found = put(text, cue, content, source="The army")

    assert (found.polarity, found.certainty) == ("negative", "certain")
    assert found.cue_class == "deny"


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("The army said it had not crossed.", "said", "it had not crossed"),
        ("The army did not deny that it crossed.", "deny", "that it crossed"),
        ("The army has no doubt it crossed.", "has no doubt", "it crossed"),
        ("The army dismissed it as “a tale”.", "dismissed", "it as “a tale”"),
    ],
)
def test_a_negation_that_is_no_denial_leaves_the_claim_positive(
    text: str, cue: str, content: str
) -> None:
    found = put(text, cue, content, source="The army")

    assert found.polarity == "positive"
    assert found.cue_class != "deny"


@pytest.mark.parametrize(
    ("content", "certainty", "hedge"),
    [
        ("the bridge was probably hit", "probable", "probably"),
        ("the bridge is believed to have been hit", "probable", "is believed to"),
        ("the bridge “very likely” was hit", "probable", "likely"),
        ("the bridge may have been hit", "possible", "may"),
        ("the families may not return", "possible", "may"),
        ("as many as 90 men could be moved", "possible", "could"),
    ],
)
def test_a_hedge_in_the_content_is_found_with_its_words(
    content: str, certainty: str, hedge: str
) -> None:
    text = f"Ana Example said {content}."
    found = put(text, "said", content)

    assert found.certainty == certainty
    assert found.hedge is not None
    assert found.hedge.of(text) == hedge


@pytest.mark.parametrize(
    "content",
    [
        "the bridge was hit",
        "the bridge was hit in May",
        "perhaps 130 trucks had crossed",
        "she could not see the bridge",
        "nurses could hear them singing",
        "the town falls if the bridge might be hit",
        "they hid the man who may lead the town",
        "an officer told them the bridge may be hit",
    ],
)
def test_what_holds_back_a_number_or_another_clause_is_no_hedge(content: str) -> None:
    found = put(f"Ana Example said {content}.", "said", content)

    assert (found.certainty, found.hedge) == ("certain", None)


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("Ana Example asked who had fired.", "asked", "who had fired"),
        ("Ana Example wanted to know whether he swam.", "wanted to know", "whether he swam"),
        ("“What order?” he replied.", "replied", "“What order?”"),
        ("He declined to say who had fired.", "declined to say", "who had fired"),
        ("He would neither confirm nor deny it.", "would neither confirm nor deny", "it"),
        ("The army has not confirmed the move.", "confirmed", "the move"),
    ],
)
def test_questions_and_withheld_answers_leave_the_claim_open(
    text: str, cue: str, content: str
) -> None:
    found = put(text, cue, content)

    assert (found.polarity, found.certainty) == ("positive", "underspecified")


def test_asking_for_something_is_no_question() -> None:
    text = "Ana Example asked the army to leave the town."

    assert put(text, "asked", "to leave the town").certainty == "certain"


def test_a_belief_without_a_believer_is_probable() -> None:
    text = "The commander is believed to have fled."
    found = put(text, "is believed to", "The commander", "have fled")

    assert (found.certainty, found.passive_report) == ("probable", True)
    assert found.hedge == span_of(text, "is believed to")


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("He was reportedly shot.", "reportedly", "He"),
        ("He is said to have fled.", "is said to", "He"),
        ("He was reported to have fled.", "was reported to", "He"),
        ("Rumours spread that he fled.", "Rumours", "that he fled"),
    ],
)
def test_a_report_without_a_reporter_is_passive(text: str, cue: str, content: str) -> None:
    assert put(text, cue, content).passive_report


def test_a_report_with_a_reporter_is_not_passive() -> None:
    text = "It was reported by the Example Herald that he fled."

    assert not put(text, "was reported", "he fled").passive_report
    assert not put(text, "was reported", "he fled", source="the Example Herald").passive_report


@pytest.mark.parametrize(
    ("cue", "cue_class"),
    [
        ("said", "neutral_say"),
        ("told", "tell"),
        ("has reported", "report"),
        ("citing", "relay"),
        ("insisted", "assert"),
        ("believes", "assess"),
        ("alleged", "claim"),
        ("confirmed", "confirm"),
        ("published", "publish"),
        ("according to", "according_to"),
        ("admitted", "presupposed"),
        ("wanted to know", "neutral_say"),
    ],
)
def test_every_class_of_cue_is_told_from_its_words(cue: str, cue_class: str) -> None:
    found = put(f"Ana Example {cue} the bridge was hit.", cue, "the bridge was hit")

    assert found.cue_class == cue_class
    assert found.addressed == (cue_class == "tell")


@pytest.mark.parametrize(
    ("text", "cue", "source", "channel"),
    [
        ("X was hit, Ana Example wrote on Telegram.", "wrote", "Ana Example", "social_media_post"),
        ("X was hit, Ana Example posted.", "posted", "Ana Example", "social_media_post"),
        ("X was hit, she said in an interview.", "said", "she", "interview"),
        ("X was hit, it said in a statement.", "said", "it", "prepared_statement"),
        ("X was hit, Ana Example testified.", "testified", "Ana Example", "court_proceeding"),
        ("X was hit, he told the court.", "told", "he", "court_proceeding"),
        ("X was hit, he told reporters.", "told", "he", "public_speech"),
        ("X was hit, he says in an intercepted call.", "says", "he", "intercepted_audio"),
        ("X was hit, a leaked memo says.", "says", "a leaked memo", "leaked_document"),
        (
            "X was hit, a report by a panel says.",
            "says",
            "a report by a panel",
            "published_document",
        ),
        ("X was hit, says the paper's reporter.", "says", "the paper's reporter", None),
        ("X was hit, Ana Example said.", "said", "Ana Example", None),
    ],
)
def test_the_channel_is_named_by_cue_source_or_sentence(
    text: str, cue: str, source: str, channel: str | None
) -> None:
    assert put(text, cue, "X was hit", source=source).channel == channel


def test_words_of_the_content_name_no_channel() -> None:
    text = "Ana Example said he lied in a statement."

    assert put(text, "said", "he lied in a statement", source="Ana Example").channel is None


def test_an_attribution_without_a_cue_is_plain() -> None:
    text = "“I ate the orange first.”"
    found = stance(text, cue=Span(0, 0), content=[Span(0, len(text))], source=None)

    assert found == Stance("direct", "positive", "certain", None, "neutral_say", None, False, False)


def test_every_class_and_channel_is_a_term_of_the_ontology() -> None:
    cues = yaml.safe_load((shipped("ontology") / "cues.yaml").read_text(encoding="utf-8"))
    schemes = Graph().parse(shipped("ontology") / "schemes.ttl")
    classes = {*cues["cue"]["classes"], *cues["cue"]["class_phrases"], "deny"}

    for scheme, names in (("CueClass", classes), ("Channel", set(cues["channels"]))):
        for name in names:
            assert (URIRef(SAID + name), RDF.type, URIRef(SAID + scheme)) in schemes, name
