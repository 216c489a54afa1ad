"""Every chain is walked to its end, and independent origins are counted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from made import DAY, article, assigned, claim

from graph.corpus import UNTOLD, Cluster, Copy, Digest, Judgement, Origins
from graph.resolve.origins import Corpus, origins

TEXT = "the bridge was blown up"
WIRE, POST, HERALD = ("outlet", "Wire"), ("outlet", "Post"), ("outlet", "Herald")
MAYOR, OFFICIALS = ("person", "Ada Quill"), ("group", "two officials")


def walked(
    *articles: Digest, copies: Sequence[Copy] = (), judgements: Sequence[Judgement] = ()
) -> Origins:
    claims = tuple(c for a in articles for c in a.claims)
    corpus = Corpus({a.article: a for a in articles}, assigned(*articles), copies, judgements)
    return origins(Cluster("k", claims), corpus)


def test_an_outlet_that_cites_an_article_here_adds_no_origin() -> None:
    wire = article("w", claim("w", TEXT, (0, 1)), entities=[WIRE, MAYOR])
    post = article("p", claim("p", TEXT, (0, 1)), entities=[POST, WIRE])

    found = walked(wire, post)

    assert [o.name for o in found.found] == ["Ada Quill"]
    assert found.found[0].articles == ("p", "w")
    assert (found.low, found.high) == (1, 1)


def test_an_outlet_that_is_not_here_is_an_origin() -> None:
    found = walked(article("p", claim("p", TEXT, (0, 1)), entities=[POST, WIRE]))

    assert [o.name for o in found.found] == ["Wire"]
    assert "no article of Wire here makes this claim" in " ".join(found.steps)


def test_an_outlet_that_names_its_source_in_the_same_words_is_no_origin_besides() -> None:
    post = article(
        "p", claim("p", TEXT, (0, 1), (0, 1, 2)), entities=[POST, WIRE, MAYOR]
    )  # "Wire reported that …, citing Ada Quill"

    found = walked(post)

    assert [o.name for o in found.found] == ["Ada Quill"]
    assert (found.low, found.high) == (1, 1)


def test_two_who_say_so_themselves_are_two_origins() -> None:
    wire = article("w", claim("w", TEXT, (0, 1)), entities=[WIRE, MAYOR])
    post = article("p", claim("p", TEXT, (0, 1)), entities=[POST, ("person", "Ben Ford")])

    found = walked(wire, post)

    assert (found.low, found.high) == (2, 2)


def test_unnamed_sources_of_two_articles_may_be_one() -> None:
    wire = article("w", claim("w", TEXT, (0, 1)), entities=[WIRE, OFFICIALS])
    post = article("p", claim("p", TEXT, (0, 1)), entities=[POST, OFFICIALS])

    found = walked(wire, post)
    parted = walked(
        wire, post,
        judgements=[Judgement(("p:two officials", "w:two officials"), "different", "R", DAY)],
    )  # fmt: skip

    assert (found.low, found.high) == (1, 2)
    assert (parted.low, parted.high) == (2, 2)


def test_unnamed_sources_that_two_have_from_one_outlet_are_one() -> None:
    post = article("p", claim("p", TEXT, (0, 1, 2)), entities=[POST, WIRE, OFFICIALS])
    herald = article("h", claim("h", TEXT, (0, 1, 2)), entities=[HERALD, WIRE, OFFICIALS])

    found = walked(post, herald)

    assert (found.low, found.high) == (1, 1)


def test_a_copy_counts_once() -> None:
    wire = article("w", claim("w", TEXT), entities=[WIRE])
    post = article("p", claim("p", TEXT), entities=[POST])
    copied = Copy("w", "p", 0.9, 1.0, "copy", "published later")

    found = walked(wire, post, copies=[copied])

    assert [o.name for o in found.found] == ["Wire"]
    assert (found.low, found.high) == (1, 1)


def test_a_circle_is_named_and_gives_no_origin() -> None:
    wire = article("w", claim("w", TEXT, (0, 1)), entities=[WIRE, POST])
    post = article("p", claim("p", TEXT, (0, 1)), entities=[POST, HERALD])
    herald = article("h", claim("h", TEXT, (0, 1)), entities=[HERALD, WIRE])

    found = walked(wire, post, herald)

    assert found.circular == (("Herald", "Wire", "Post"),)
    assert not found.found
    assert (found.low, found.high) == (0, 1)


def test_a_later_article_is_nobodys_source() -> None:
    wire = article(
        "w", claim("w", TEXT, (0, 1)), entities=[WIRE, MAYOR], published=DAY + timedelta(days=2)
    )
    post = article("p", claim("p", TEXT, (0, 1)), entities=[POST, WIRE])

    found = walked(wire, post)

    assert {o.name for o in found.found} == {"Ada Quill", "Wire"}


def test_an_outlet_may_have_it_from_whom_another_article_names_behind_it() -> None:
    post = article("p", claim("p", TEXT, (0, 1)), entities=[POST, WIRE])
    herald = article("h", claim("h", TEXT, (0, 1, 2)), entities=[HERALD, WIRE, MAYOR])

    found = walked(post, herald)

    assert (found.low, found.high) == (1, 2)


def test_a_source_that_is_named_beyond_an_outlet_stays_if_the_outlet_names_another() -> None:
    wire = article("w", claim("w", TEXT, (0, 1)), entities=[WIRE, MAYOR])
    post = article("p", claim("p", TEXT, (0, 1, 2)), entities=[POST, WIRE, ("person", "Ben Ford")])

    assert {o.name for o in walked(wire, post).found} == {"Ada Quill", "Ben Ford"}


def test_who_is_unnamed_beyond_an_outlet_is_whom_the_outlet_names() -> None:
    wire = article("w", claim("w", TEXT, (0, 1)), entities=[WIRE, MAYOR])
    post = article("p", claim("p", TEXT, (0, 1, 2)), entities=[POST, WIRE, OFFICIALS])

    assert [o.name for o in walked(wire, post).found] == ["Ada Quill"]


def test_copies_of_which_nothing_tells_the_first_are_not_told_as_if_it_did() -> None:
    wire = article("w", claim("w", TEXT, (0, 1)), entities=[WIRE, MAYOR])
    post = article("p", claim("p", TEXT, (0, 1)), entities=[POST, MAYOR])
    steps = [
        " ".join(walked(wire, post, copies=[Copy("w", "p", 1, 1, "copy", reason)]).steps)
        for reason in ("published later", f"{UNTOLD}; in order of their IRIs")
    ]

    assert "Post repeats the words of Wire" in steps[0]
    assert "Post has the same words" in steps[1]
    assert "repeats" not in steps[1]


def test_a_surname_beyond_an_outlet_is_whom_the_outlet_calls_by_the_whole_name() -> None:
    wire = article("w", claim("w", TEXT, (0, 1)), entities=[WIRE, MAYOR])
    post = article("p", claim("p", TEXT, (0, 1, 2)), entities=[POST, WIRE, ("person", "Quill")])

    assert [o.name for o in walked(wire, post).found] == ["Ada Quill"]
