"""What a network learned of ties: it says what may be, the clause whether it is put forward."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from trees import WIDTH, reading_of

from graph.annotate.clauses import Clauses
from graph.annotate.frames import shipped_frames
from graph.annotate.further import Further
from graph.annotate.grounding import Readings
from graph.annotate.mentions import Found
from graph.annotate.relations import find_relations
from graph.annotate.spots import TRAITS, Spot, find_pairs
from graph.annotate.syntax import Syntax
from graph.annotate.ties import ROLES, Ties
from graph.types import Attribution, Event, Kind, Relation, Span

KINDS: dict[str, Kind] = {"Reed": "person", "Agora": "organisation", "Portville": "place"}
DEEDS = ("bandaged", "hoped")


def _readings(sentence: str) -> Readings:
    """Names are its mentions; the first number of a word's vector says whether it is a deed."""
    reading = reading_of(sentence)
    forms = reading.words.all()
    reading.vectors[:, 0] = [form in DEEDS for form in forms]
    syntax = Syntax(reading)
    names = [w for w in forms if w in KINDS]
    mentions = [
        Found(i, i, i, KINDS[form], "name", 1.0) for i, form in enumerate(forms) if form in KINDS
    ]
    return Readings(
        syntax,
        lambda word: names.index(forms[word]) if forms[word] in KINDS else None,
        lambda entity: KINDS[names[entity]],
        mentions=mentions,
        who=lambda mention: mention,
    )


def _ties(likely: str, *, kind: str = "aid") -> Ties:
    """Finds one label in every pair, and an event in every word whose first number is not 0."""
    labels = ["affiliated_with", "dismissed_from", "sued", *ROLES]
    tables: dict[str, NDArray[Any]] = {
        f"{name}.weight": np.zeros((2, WIDTH), np.float32)
        for name in ("head", "mean", "top", "way", "between", "peak", "amid", "event")
    }
    tables |= {
        f"{name}.bias": np.zeros(2, np.float32)
        for name in ("head", "top", "way", "peak", "amid", "event")
    }
    tables |= {"traits.weight": np.zeros((2, TRAITS), np.float32), "traits.bias": np.zeros(2)}
    tables |= {"hidden.weight": np.zeros((2, 16)), "hidden.bias": np.zeros(2)}
    tables |= {"out.weight": np.zeros((len(labels), 2))}
    tables["out.bias"] = np.array([5.0 if label == likely else -5.0 for label in labels])
    tables["event.weight"][0, 0] = 1.0
    tables |= {"kind.weight": np.array([[10.0, 0.0]]), "kind.bias": np.array([-5.0])}
    tables |= {"labels": np.array(labels), "kinds": np.array([kind])}
    return Ties(tables)


def _found(sentence: str, ties: Ties) -> tuple[list[Relation], list[Event]]:
    return find_relations(_readings(sentence), shipped_frames(), ties)


OF_AGORA = "Reed/PROPN/nsubj>4 of/ADP/case>3 Agora/PROPN/nmod>1 slept/VERB/root>0"


def test_what_no_frame_has_words_for_is_found_with_the_words_it_stands_in() -> None:
    relations, _ = _found(OF_AGORA, _ties("affiliated_with"))

    (relation,) = relations
    assert (relation.subject, relation.object, relation.asserted) == (0, 1, True)
    assert relation.evidence[0].of("Reed of Agora slept") == "Reed of Agora"
    assert relation.rule == "affiliated_with: learned, 0.99"


def test_its_ends_must_be_of_kinds_that_the_relation_allows() -> None:
    relations, _ = _found(OF_AGORA.replace("Agora", "Portville"), _ties("affiliated_with"))

    assert relations == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Reed/PROPN/nsubj>2 planned/VERB/root>0 to/PART/mark>4 enter/VERB/xcomp>2 "
        "Agora/PROPN/obj>4",
        "Reed/PROPN/nsubj>4 did/AUX/aux>4 not/PART/advmod>4 enter/VERB/root>0 Agora/PROPN/obj>4",
        "Reed/PROPN/nsubj>3 may/AUX/aux>3 enter/VERB/root>0 Agora/PROPN/obj>3",
    ],
)
def test_what_the_clause_takes_back_is_not_put_forward(sentence: str) -> None:
    relations, _ = _found(sentence, _ties("sued"))

    assert relations
    assert not any(r.asserted for r in relations)


def test_what_somebody_is_no_verb_says() -> None:
    wrote = "Agora/PROPN/nsubj>2 wrote/VERB/root>0 to/ADP/case>4 Reed/PROPN/obl>2"
    relations, _ = _found(wrote, _ties("affiliated_with"))
    others, _ = _found(wrote, _ties("sued"))

    assert relations == []
    assert others


def test_a_frame_knows_better() -> None:
    sentence = (
        "Reed/PROPN/nsubj:pass>4 was/AUX/aux:pass>4 not/PART/advmod>4 dismissed/VERB/root>0 "
        "from/ADP/case>6 Agora/PROPN/obl>4"
    )
    relations, _ = _found(sentence, _ties("dismissed_from"))

    (relation,) = relations
    assert relation.polarity == "negative"
    assert "learned" not in relation.rule


def test_an_event_that_no_frame_has_words_for_has_those_who_take_part() -> None:
    sentence = "Reed/PROPN/nsubj>2 bandaged/VERB/root>0 people/NOUN/obj>2"
    _, events = _found(sentence, _ties("actor"))
    _, nobody = _found(sentence, _ties("affiliated_with"))

    (event,) = events
    assert (event.kind, event.trigger.of("Reed bandaged people")) == ("aid", "bandaged")
    assert [(p.role, p.entity) for p in event.participants] == [("actor", 0)]
    assert nobody == []


@pytest.mark.parametrize(("likely", "actors"), [("actor", [1]), ("target", [])])
def test_who_did_what_a_frame_found_may_be_learned_and_nothing_else_of_it(
    likely: str, actors: list[int]
) -> None:
    sentence = (
        "Portville/PROPN/nsubj:pass>3 was/AUX/aux:pass>3 shelled/VERB/root>0 "
        "Reed/PROPN/nsubj>5 smiled/VERB/parataxis>3"
    )
    _, (event,) = _found(sentence, _ties(likely))

    assert event.kind == "attack"
    assert [p.entity for p in event.participants if p.role == "actor"] == actors
    assert [p.entity for p in event.participants if p.role != "actor"] == [0]


def test_what_somebody_says_is_no_word_of_the_publisher() -> None:
    sentence = (
        "Portville/PROPN/nsubj>2 said/VERB/root>0 Reed/PROPN/nsubj>4 slept/VERB/ccomp>2 "
        "Agora/PROPN/obl>2"
    )
    content = Span(len("Portville said "), len("Portville said Reed slept Agora"))
    said = Attribution(None, Span(10, 14), (content,), (), "indirect", "positive", "certain")
    readings = replace(_readings(sentence), attributions=[said])
    relations, _ = find_relations(readings, shipped_frames(), _ties("sued"))

    assert {r.attribution for r in relations} == {0}


def test_an_event_to_come_is_none() -> None:
    sentence = (
        "Reed/PROPN/nsubj>2 hoped/VERB/root>0 to/PART/mark>5 be/AUX/aux:pass>5 "
        "bandaged/VERB/xcomp>2"
    )
    _, events = _found(sentence, _ties("actor"))

    assert [e.trigger.of("Reed hoped to be bandaged") for e in events] == ["hoped"]


def test_pairs_are_of_one_sentence_and_know_the_way_between_their_ends() -> None:
    readings = _readings(
        "Reed/PROPN/nsubj>2 left/VERB/root>0 Agora/PROPN/obj>2 in/ADP/case>5 Portville/PROPN/obl>2"
    )
    spots = [Spot(m.first, m.last, m.head, m.kind, m.form) for m in readings.mentions]
    pairs = find_pairs(readings.syntax, spots, ["Reed", "Agora", "Portville"])
    one = find_pairs(readings.syntax, spots, ["Reed", "Reed", "Portville"])

    assert len(pairs) == 6
    assert set(pairs.ways) == {(1,)}
    assert set(pairs.tops.tolist()) == {1}
    assert len(one) == 4  # nobody is tied to himself


def test_a_text_without_a_mention_has_nothing_to_tie() -> None:
    readings = _readings("It/PRON/nsubj>2 rained/VERB/root>0")
    further = Further(readings, shipped_frames(), _ties("actor"), Clauses(readings.syntax), [])

    assert list(further.relations([])) == []
    assert further.events() == []
