"""Relations and events out of parsed sentences, with the trees written by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from trees import reading_of

from graph.annotate.frames import shipped_frames
from graph.annotate.grounding import Readings
from graph.annotate.relations import find_relations
from graph.annotate.syntax import Syntax
from graph.types import Attribution, Event, Kind, Link, Quantity, Relation, Span, TimeSpan

KINDS: dict[str, Kind] = {
    "Benyash": "person", "Reed": "person", "Quill": "person", "Okoye": "person",
    "Agora": "organisation", "Ministry": "organisation", "Court": "organisation",
    "Guard": "unit", "Brigade": "unit", "Militia": "unit", "jets": "unit", "gunmen": "unit",
    "members": "group", "guardsmen": "group", "pilots": "group", "residents": "group",
    "Portville": "place", "Togoga": "place", "market": "place", "Herald": "outlet",
    "He": "person", "lawyer": "person", "spokesman": "person", "mayor": "person",
}  # fmt: skip


def _readings(sentence: str) -> Readings:
    syntax = Syntax(reading_of(sentence))
    names = list(dict.fromkeys(w for w in syntax.texts if w in KINDS))
    return Readings(
        syntax,
        lambda word: names.index(syntax.texts[word]) if syntax.texts[word] in KINDS else None,
        lambda entity: KINDS[names[entity]],
    )


def _found(readings: Readings) -> tuple[list[tuple[Relation, str]], list[Event]]:
    names = list(dict.fromkeys(w for w in readings.syntax.texts if w in KINDS))
    relations, events = find_relations(readings, shipped_frames())
    return [(r, f"{names[r.subject]} {r.predicate} {names[r.object]}") for r in relations], events


def _asserted(sentence: str) -> list[str]:
    relations, _ = _found(_readings(sentence))
    return [told for relation, told in relations if relation.asserted]


REPRESENTS = """Benyash/PROPN/nsubj>3 is/AUX/aux>3 representing/VERB/root>0 a/DET/det>6
    dozen/NUM/nummod>6 members/NOUN/obj>3 of/ADP/case>9 the/DET/det>9 Guard/PROPN/nmod>6
    ,/PUNCT/punct>13 which/PRON/nsubj>12 patrols/VERB/acl:relcl>9 ,/PUNCT/punct>16
            who/PRON/nsubj:pass>16
    were/AUX/aux:pass>16 dismissed/VERB/acl:relcl>9 ./PUNCT/punct>3"""
SACKED = """Reed/PROPN/nsubj:pass>3 was/AUX/aux:pass>3 sacked/VERB/root>0 from/ADP/case>6
            the/DET/det>6
    Guard/PROPN/obl>3 ./PUNCT/punct>3"""


def test_dismissed_members_were_dismissed_from_what_they_are_members_of() -> None:
    told = _asserted(REPRESENTS)

    assert "Benyash represents members" in told
    assert "members member_of Guard" in told
    assert "members dismissed_from Guard" in told


def test_who_finds_its_people_where_the_tree_lost_its_clause() -> None:
    lost = REPRESENTS.replace("dismissed/VERB/acl:relcl>9", "dismissed/VERB/advcl>12")

    assert "members dismissed_from Guard" in _asserted(lost)


def test_a_preposition_keeps_its_noun_where_the_tree_lost_it() -> None:
    lost = SACKED.replace("from/ADP/case>6", "from/ADP/advmod>3").replace("obl>3", "obl:agent>3")

    assert _asserted(lost) == ["Reed dismissed_from Guard"]


def test_an_inherited_object_is_marked_as_inferred() -> None:
    relations, _ = _found(_readings(REPRESENTS))

    rules = {told: relation.rule for relation, told in relations}
    assert rules["members dismissed_from Guard"] == "dismissed_from: inferred from member_of"
    assert rules["Benyash represents members"] == "represents: verb “representing”"


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        (  # a participle behind a comma goes on from the verb before, wherever the tree hangs it
            "Militia killed pilots",
            """The/DET/det>2 Militia/PROPN/nsubj>3 shelled/VERB/ccomp>11 Portville/PROPN/obj>3
            ,/PUNCT/punct>6 killing/VERB/ccomp>11 pilots/NOUN/obj>6 ,/PUNCT/punct>11
            Reed/PROPN/nsubj>6 ,/PUNCT/punct>11 said/VERB/root>0""",
        ),
        (  # a participle that opens a sentence is passive: it has no object
            "Militia captured Reed",
            """Captured/VERB/advcl>6 by/ADP/case>3 Militia/PROPN/obl>1 ,/PUNCT/punct>1
            Reed/PROPN/nsubj>6 slept/VERB/root>0""",
        ),
        (
            "Militia attacked Portville",
            """The/DET/det>2 Militia/PROPN/nsubj>3 carried/VERB/root>0 out/ADP/compound:prt>3
            a/DET/det>6 raid/NOUN/obj>3 on/ADP/case>8 Portville/PROPN/nmod>6 ./PUNCT/punct>3""",
        ),
        (
            "Militia attacked Togoga",
            """The/DET/det>2 Militia/PROPN/nsubj>3 shelled/VERB/root>0 the/DET/det>5
            villages/NOUN/obj>3 of/ADP/case>7 Portville/PROPN/nmod>5 and/CCONJ/cc>9
            Togoga/PROPN/conj>7 ./PUNCT/punct>3""",
        ),
        (
            "Agora located_in Portville",
            """The/DET/det>5 Portville/PROPN/compound>4 -/PUNCT/punct>4 based/VERB/amod>5
            group/NOUN/nsubj>8 ,/PUNCT/punct>7 Agora/PROPN/appos>5 left/VERB/root>0""",
        ),
        (
            "Militia aided Guard",
            """The/DET/det>2 Guard/PROPN/nsubj>11 ,/PUNCT/punct>4 armed/VERB/acl>2 and/CCONJ/cc>6
            paid/VERB/conj>4 by/ADP/case>9 the/DET/det>9 Militia/PROPN/obl:agent>6 ,/PUNCT/punct>4
            left/VERB/root>0""",
        ),
        (
            "Reed dismissed_from Guard",
            SACKED,
        ),
        (
            "Reed dismissed_from Guard",
            """The/DET/det>2 dismissal/NOUN/nsubj>8 of/ADP/case>4 Reed/PROPN/nmod>2 from/ADP/case>7
            the/DET/det>7 Guard/PROPN/nmod>2 came/VERB/root>0 late/ADV/advmod>8""",
        ),
        (
            "Quill represents pilots",
            """Quill/PROPN/nsubj>8 ,/PUNCT/punct>4 a/DET/det>4 lawyer/NOUN/appos>1 for/ADP/case>7
            the/DET/det>7 pilots/NOUN/nmod>4 left/VERB/root>0 ./PUNCT/punct>8""",
        ),
        (
            "Quill represents Agora",
            """Agora/PROPN/nmod:poss>3 's/PART/case>1 lawyer/NOUN/nsubj>7 ,/PUNCT/punct>5
            Quill/PROPN/appos>3 ,/PUNCT/punct>5 left/VERB/root>0 ./PUNCT/punct>7""",
        ),
        (
            "Quill represents pilots",
            """Quill/PROPN/nsubj>4 is/AUX/cop>4 a/DET/det>4 lawyer/NOUN/root>0 for/ADP/case>7
            the/DET/det>7 pilots/NOUN/nmod>4 ./PUNCT/punct>4""",
        ),
        (
            "Quill represents pilots",
            """Quill/PROPN/nsubj>6 ,/PUNCT/punct>3 who/PRON/nsubj>4 represents/VERB/acl:relcl>1
            pilots/NOUN/obj>4 left/VERB/root>0 ./PUNCT/punct>6""",
        ),
        (
            "Quill represents pilots",
            """The/DET/det>2 pilots/NOUN/nsubj:pass>4 are/AUX/aux:pass>4 represented/VERB/root>0
            by/ADP/case>6 Quill/PROPN/obl:agent>4 ./PUNCT/punct>4""",
        ),
        (
            "Reed spokesperson_for Militia",
            """Militia/PROPN/compound>2 spokesman/NOUN/nmod:desc>4 Col./PROPN/nmod:desc>4
            Reed/PROPN/nsubj>5 left/VERB/root>0 ./PUNCT/punct>5""",
        ),
        (
            "Reed spokesperson_for Ministry",
            """The/DET/det>2 Ministry/PROPN/nmod:poss>4 's/PART/case>2 spokesman/NOUN/nsubj>8
            ,/PUNCT/punct>6 Reed/PROPN/appos>4 ,/PUNCT/punct>6 left/VERB/root>0 ./PUNCT/punct>8""",
        ),
        (
            "Reed commands Brigade",
            """Reed/PROPN/nsubj>8 ,/PUNCT/punct>3 commander/NOUN/appos>1 of/ADP/case>6 the/DET/det>6
            Brigade/PROPN/nmod>3 ,/PUNCT/punct>3 waved/VERB/root>0 ./PUNCT/punct>8""",
        ),
        (
            "Militia captured Portville",
            """The/DET/det>2 Militia/PROPN/nsubj>3 attacked/VERB/root>0 and/CCONJ/cc>5
            captured/VERB/conj>3 Portville/PROPN/obj>5 ./PUNCT/punct>3""",
        ),
        (
            "residents detained_by Militia",
            """The/DET/det>2 residents/NOUN/nsubj>6 detained/VERB/acl>2 by/ADP/case>5
            Militia/PROPN/obl:agent>3 sang/VERB/root>0 ./PUNCT/punct>6""",
        ),
        (
            "Reed resigned_from Guard",
            """Reed/PROPN/nsubj>2 resigned/VERB/root>0 as/ADP/case>4 head/NOUN/obl>2 of/ADP/case>7
            the/DET/det>7 Guard/PROPN/nmod>4 ./PUNCT/punct>2""",
        ),
        (
            "residents killed_in Portville",
            """Dozens/NOUN/nsubj:pass>5 of/ADP/case>3 residents/NOUN/nmod>1 were/AUX/aux:pass>5
            killed/VERB/root>0 in/ADP/case>7 Portville/PROPN/obl>5 ./PUNCT/punct>5""",
        ),
        (
            "Reed met_with Quill",
            """Reed/PROPN/nsubj>4 and/CCONJ/cc>3 Quill/PROPN/conj>1 met/VERB/root>0
            ./PUNCT/punct>4""",
        ),
    ],
)
def test_a_relation_is_found_in_any_grammar(told: str, sentence: str) -> None:
    assert told in _asserted(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        SACKED.replace("sacked", "hidden"),
        # The object is no organisation, the subject no person.
        SACKED.replace("Guard", "Portville"),
        SACKED.replace("Reed", "Portville"),
        """The/DET/det>2 Militia/PROPN/nsubj>3 held/VERB/root>0 up/ADP/compound:prt>3
        Portville/PROPN/obj>3""",
        """Agora/PROPN/nsubj>2 fired/VERB/root>0 three/NUM/nummod>4 questions/NOUN/obj>2""",
        # What a verb stands before belongs to nobody before it.
        """Portville/PROPN/nmod:poss>3 's/PART/case>1 clerk/NOUN/nsubj>4 saw/VERB/root>0
        Agora/PROPN/obj>4""",
    ],
)
def test_the_same_words_in_another_sense_give_no_relation(sentence: str) -> None:
    assert _asserted(sentence) == []


def test_a_director_of_sales_has_a_post_and_is_no_head() -> None:
    sentence = """Reed/PROPN/nsubj>7 ,/PUNCT/punct>4 sales/NOUN/compound>4 director/NOUN/appos>1
        of/ADP/case>6 Agora/PROPN/nmod>4 left/VERB/root>0"""

    assert _asserted(sentence) == ["Reed holds_position Agora"]


UNASSERTED = {
    "not": """Reed/PROPN/nsubj:pass>4 was/AUX/aux:pass>4 not/PART/advmod>4 sacked/VERB/root>0
        from/ADP/case>7 the/DET/det>7 Guard/PROPN/obl>4""",
    "never": """Reed/PROPN/nsubj:pass>4 was/AUX/aux:pass>4 never/ADV/advmod>4 sacked/VERB/root>0
        from/ADP/case>7 the/DET/det>7 Guard/PROPN/obl>4""",
    "no": """No/DET/det>2 guardsmen/NOUN/nsubj:pass>4 were/AUX/aux:pass>4 sacked/VERB/root>0
        from/ADP/case>7 the/DET/det>7 Guard/PROPN/obl>4""",
    "will": """Reed/PROPN/nsubj:pass>4 will/AUX/aux>4 be/AUX/aux:pass>4 sacked/VERB/root>0
        from/ADP/case>7 the/DET/det>7 Guard/PROPN/obl>4""",
    "may": """Reed/PROPN/nsubj:pass>5 may/AUX/aux>5 have/AUX/aux>5 been/AUX/aux:pass>5
        sacked/VERB/root>0 from/ADP/case>8 the/DET/det>8 Guard/PROPN/obl>5""",
    "if": """If/SCONJ/mark>4 Reed/PROPN/nsubj:pass>4 is/AUX/aux:pass>4 sacked/VERB/advcl>9
        from/ADP/case>7 the/DET/det>7 Guard/PROPN/obl>4 ,/PUNCT/punct>4 leave/VERB/root>0""",
    "question": """Was/AUX/aux:pass>3 Reed/PROPN/nsubj:pass>3 sacked/VERB/root>0
        from/ADP/case>6 the/DET/det>6 Guard/PROPN/obl>3 ?/PUNCT/punct>3""",
    "denied": """He/PRON/nsubj>2 denied/VERB/root>0 that/SCONJ/mark>6 Reed/PROPN/nsubj:pass>6
        was/AUX/aux:pass>6 sacked/VERB/ccomp>2 from/ADP/case>9 the/DET/det>9 Guard/PROPN/obl>6""",
    "unable to conclude": """He/PRON/nsubj>3 was/AUX/cop>3 unable/ADJ/root>0 to/PART/mark>5
        conclude/VERB/xcomp>3 that/SCONJ/mark>9 Reed/PROPN/nsubj:pass>9 was/AUX/aux:pass>9
        sacked/VERB/ccomp>5 from/ADP/case>12 the/DET/det>12 Guard/PROPN/obl>9""",
    "failed to": """The/DET/det>2 Militia/PROPN/nsubj>3 failed/VERB/root>0 to/PART/mark>5
        capture/VERB/xcomp>3 Portville/PROPN/obj>5""",
    "threatened to": """The/DET/det>2 Militia/PROPN/nsubj>3 threatened/VERB/root>0 to/PART/mark>5
        shell/VERB/xcomp>3 Portville/PROPN/obj>5""",
    "ordered to": """Reed/PROPN/nsubj>2 wanted/VERB/root>0 the/DET/det>4 Brigade/PROPN/obj>2
        to/PART/mark>6 capture/VERB/xcomp>2 Portville/PROPN/obj>6""",
    "demanded": """He/PRON/nsubj>2 demanded/VERB/root>0 the/DET/det>4 dismissal/NOUN/obj>2
            of/ADP/case>6
        Reed/PROPN/nmod>4 from/ADP/case>9 the/DET/det>9 Guard/PROPN/nmod>4""",
    "no lawyer": """Quill/PROPN/nsubj>5 is/AUX/cop>5 not/PART/advmod>5 a/DET/det>5
            lawyer/NOUN/root>0
        for/ADP/case>8 the/DET/det>8 pilots/NOUN/nmod>5""",
}  # fmt: skip


@pytest.mark.parametrize("sentence", UNASSERTED.values(), ids=UNASSERTED)
def test_what_is_not_put_forward_as_so_is_kept_but_not_asserted(sentence: str) -> None:
    relations, events = _found(_readings(sentence))

    assert relations
    assert not any(r.asserted for r, _ in relations if r.predicate != "threatened")
    assert all(e.negated or e.kind in ("threaten", "demand") for e in events)


@pytest.mark.parametrize(
    ("sentence", "so"),
    [
        (
            """The/DET/det>2 Guard/PROPN/nsubj>5 did/AUX/aux>5 not/PART/advmod>5
            shell/VERB/root>0 it/PRON/obj>5 ,/PUNCT/punct>11 but/CCONJ/cc>11
            the/DET/det>10 Militia/PROPN/nsubj>11 captured/VERB/conj>5 Portville/PROPN/obj>11""",
            ["Militia captured Portville"],
        ),
        (
            """Reed/PROPN/nsubj:pass>4 was/AUX/aux:pass>4 not/PART/advmod>4 sacked/VERB/root>0
            from/ADP/case>7 the/DET/det>7 Guard/PROPN/obl>4 and/CCONJ/cc>9
            represents/VERB/conj>4 Agora/PROPN/obj>9""",
            ["Reed represents Agora"],
        ),
    ],
)
def test_a_negation_stays_in_its_clause(sentence: str, so: list[str]) -> None:
    assert _asserted(sentence) == so


def test_what_a_lawyer_will_do_leaves_them_a_lawyer() -> None:
    assert _asserted(
        """Quill/PROPN/nsubj>9 ,/PUNCT/punct>4 a/DET/det>4 lawyer/NOUN/appos>1 for/ADP/case>7
        the/DET/det>7 pilots/NOUN/nmod>4 will/AUX/aux>9 appeal/VERB/root>0"""
    ) == ["Quill represents pilots"]


def test_a_relative_clause_is_so_whatever_the_clause_around_it_says() -> None:
    assert "gunmen attacked Portville" in _asserted(
        """Reed/PROPN/nsubj>3 will/AUX/aux>3 pursue/VERB/root>0 the/DET/det>5 gunmen/NOUN/obj>3
        who/PRON/nsubj>7 shelled/VERB/acl:relcl>5 Portville/PROPN/obj>7"""
    )


BOMBED = """Ethiopian/ADJ/amod>2 jets/NOUN/nsubj>3 bombed/VERB/root>0 a/DET/det>5
    market/NOUN/obj>3 in/ADP/case>7 Togoga/PROPN/nmod>5 on/ADP/case>9 22/NUM/obl>3
    June/PROPN/nmod:unmarked>9 ./PUNCT/punct>3"""


def test_an_event_has_actor_target_place_and_time() -> None:
    readings = _readings(BOMBED)
    text = readings.syntax.words.text
    begin = text.index("22 June")
    day = TimeSpan(Span(begin, begin + 7), "22 June", date(2021, 6, 22), date(2021, 6, 22))

    _, [event] = _found(replace(readings, times=(day,)))

    assert (event.kind, event.trigger.of(text), event.time) == ("attack", "bombed", 0)
    assert [(p.role, p.entity) for p in event.participants] == [
        ("actor", 0), ("target", 1), ("place", 2),
    ]  # fmt: skip


def _said(readings: Readings, words: str, **other: str) -> Attribution:
    begin = readings.syntax.words.text.index(words)
    content = (Span(begin, begin + len(words)),)
    made = Attribution(None, Span(0, 2), content, (Link(0, "publisher"),), "indirect")
    return replace(made, **other)  # type: ignore[arg-type]  # literals, of which mypy sees strings


def test_a_relation_belongs_to_the_innermost_attribution_that_holds_it() -> None:
    readings = _readings(SACKED)
    outer = _said(readings, "Reed was sacked from the Guard")
    inner = _said(readings, "sacked from the Guard")

    [(relation, _)], _ = _found(replace(readings, attributions=(outer, inner)))

    assert relation.attribution == 1
    assert relation.evidence[0].of(readings.syntax.words.text) == "Reed was sacked from the Guard"


def test_under_an_attribution_that_denies_the_words_stand_as_they_are() -> None:
    readings = _readings(UNASSERTED["denied"])
    denial = _said(readings, "that Reed was sacked from the Guard", polarity="negative")

    [(alone, _)], _ = _found(readings)
    [(denied, _)], _ = _found(replace(readings, attributions=(denial,)))

    assert (alone.polarity, alone.attribution) == ("negative", None)
    assert (denied.polarity, denied.attribution) == ("positive", 0)


def test_a_quantity_counts_the_subject_it_stands_with() -> None:
    readings = _readings(
        """Three/NUM/nummod>2 guardsmen/NOUN/nsubj:pass>4 were/AUX/aux:pass>4 killed/VERB/root>0
        in/ADP/case>6 Portville/PROPN/obl>4"""
    )
    three = Quantity(Span(0, 5), "Three", "exact", best=3)

    [(relation, told)], _ = _found(replace(readings, quantities=(three,)))

    assert told == "guardsmen killed_in Portville"
    assert relation.quantity == 0
