"""Copies are found, and nothing else; which was there first is told, and why."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from datetime import date

import pytest

from graph.corpus import Digest
from graph.resolve.copies import compare, copies, sample, shingles
from graph.resolve.copies import credits as credited

Edit = Callable[[random.Random, list[str]], list[str]]
MONDAY, TUESDAY = date(2024, 3, 4), date(2024, 3, 5)

_COMMON = "the of a in and to had said that on was by for with it at from as they were".split()
_OTHER = [a + b for a in "kar mel tor ven sol bri dun fal".split() for b in
          "an et ix om und ara esk ild orn ush ely amp".split()]  # fmt: skip


def sentence(rng: random.Random) -> str:
    """Twelve to thirty words, half of them common ones."""
    words = [rng.choice(rng.choice((_COMMON, _OTHER))) for _ in range(rng.randint(12, 30))]
    return " ".join(words).capitalize() + "."


def sentences(rng: random.Random, count: int) -> list[str]:
    return [sentence(rng) for _ in range(count)]


def article(
    iri: str, text: str | Sequence[str], *, publisher: str = "", published: date | None = None,
    named: Sequence[str] = (),
) -> Digest:  # fmt: skip
    """A digest of which only the words matter."""
    words = text if isinstance(text, str) else " ".join(text)
    return Digest(iri, iri, publisher, "", published, (), (), shingles(words), frozenset(named))


def keys(one: Digest) -> set[int]:
    return set(sample(one.shingles))


# What is a copy ----------------------------------------------------------------------------------


def drop(rng: random.Random, told: list[str]) -> list[str]:
    gone = set(rng.sample(range(len(told)), len(told) * 3 // 10))
    return [one for nth, one in enumerate(told) if nth not in gone]


def reorder(rng: random.Random, told: list[str]) -> list[str]:
    return rng.sample(told, len(told))


def reword(rng: random.Random, told: list[str]) -> list[str]:
    """Every third sentence with one word in five changed."""
    return [
        " ".join(rng.choice(_OTHER) if nth % 3 == 0 and rng.random() < 0.2 else word
                 for word in one.split())
        for nth, one in enumerate(told)
    ]  # fmt: skip


def another_headline(rng: random.Random, told: list[str]) -> list[str]:
    return [sentence(rng), *told]


def shorten(_: random.Random, told: list[str]) -> list[str]:
    return told[: len(told) // 3]


@pytest.mark.parametrize("edit", [drop, reorder, reword, another_headline, shorten])
def test_a_copy_is_found_whatever_was_done_to_it(edit: Edit) -> None:
    for seed in range(20):
        rng = random.Random(seed)
        told = sentences(rng, 15)
        first = article("a", told, published=MONDAY)
        second = article("b", edit(rng, told), published=TUESDAY)
        found = copies([second, first])

        assert [(c.original, c.copy, c.kind) for c in found] == [("a", "b", "copy")]


def test_a_wire_story_inside_a_longer_article_is_found_and_is_a_part_of_it() -> None:
    missed = 0
    for seed in range(30):
        rng = random.Random(seed)
        wire, own = sentences(rng, 7), sentences(rng, 28)
        holding = article("b", [*own[:9], *wire, *own[9:]], published=TUESDAY)
        short = article("a", wire, published=MONDAY)
        found = compare(short, holding)

        assert found is not None
        assert (found.original, found.copy, found.kind) == ("a", "b", "partial")
        assert found.containment == pytest.approx(0.2, abs=0.08)
        missed += keys(short).isdisjoint(keys(holding))

    assert missed == 0


def test_a_few_sentences_taken_over_are_a_partial_copy() -> None:
    rng = random.Random(1)
    theirs, own = sentences(rng, 15), sentences(rng, 12)
    found = compare(
        article("a", theirs, published=MONDAY),
        article("b", [*own, *theirs[4:8]], published=TUESDAY),
    )

    assert found is not None
    assert (found.kind, found.reason) == ("partial", "published later")


@pytest.mark.parametrize("marks", ["“{}”", '"{}"', "‘{}’", "'{}'"])
def test_two_reporters_who_quote_the_same_words_copy_nothing(marks: str) -> None:
    rng = random.Random(2)
    quotation = marks.format(" ".join(sentence(rng).rstrip(".") for _ in range(3)) + ",")
    one, other = sentences(rng, 6), sentences(rng, 6)
    a = article("a", [*one, quotation, "the mayor of Tarrow said on Monday.", sentence(rng)])
    b = article("b", [other[0], quotation, "said Mayor Ada Linn.", *other[1:]])

    assert compare(a, b) is None


def test_a_quotation_of_several_paragraphs_is_one_too() -> None:
    rng = random.Random(3)
    said = f"“{sentence(rng)} {sentence(rng)}\n“{sentence(rng)} {sentence(rng)}” he said."
    a = article("a", "\n".join([*sentences(rng, 5), said]))
    b = article("b", "\n".join([*sentences(rng, 5), said]))

    assert compare(a, b) is None


def test_a_copy_of_an_article_with_quotations_is_still_a_copy() -> None:
    rng = random.Random(4)
    told = [one if nth % 3 else f"“{one}” she said." for nth, one in enumerate(sentences(rng, 12))]
    found = compare(article("a", told), article("b", told[:9]))

    assert found is not None
    assert found.kind == "copy"


def test_standing_text_is_no_copy() -> None:
    rng = random.Random(5)
    standing = "Example Herald relies on its readers. " + sentence(rng)
    a, b = ([*sentences(rng, 10), standing] for _ in range(2))

    assert compare(article("a", a), article("b", b)) is None


def test_two_reports_of_one_event_are_no_copies_of_each_other() -> None:
    a = article(
        "a",
        "Shells fell on the market of Tarrow on Monday morning, killing at least nine people, the "
        "regional health office said. Rescue workers were still looking for survivors under the "
        "stalls at noon. The army of Northland denied having fired on the town. Two of the dead "
        "were children, a doctor at the municipal hospital said.",
    )
    b = article(
        "b",
        "At least nine people were killed when artillery hit a market in Tarrow on Monday, "
        "according to the regional health office. Northland's army said it had not fired on the "
        "town. A doctor at the municipal hospital said that two children were among the dead, and "
        "rescue workers searched the stalls for survivors.",
    )

    assert compare(a, b) is None


def test_an_article_is_no_copy_of_itself() -> None:
    one = article("a", sentences(random.Random(6), 10))

    assert compare(one, one) is None
    assert copies([one, one]) == []


def test_articles_without_words_are_no_copies() -> None:
    assert copies([article("a", ""), article("b", "No news.")]) == []


# Which was there first ---------------------------------------------------------------------------


def test_a_credit_line_counts_more_than_the_date() -> None:
    told = sentences(random.Random(7), 10)
    wire = article("b", told, publisher="Example Wire", published=TUESDAY)
    herald = article(
        "a", told, publisher="Example Herald", published=MONDAY, named=["the Example Wire"]
    )
    found = compare(herald, wire)

    assert found is not None
    assert (found.original, found.copy) == ("b", "a")
    assert found.reason == "credits Example Wire"


def test_an_agency_that_names_itself_credits_nobody() -> None:
    told = sentences(random.Random(8), 10)
    early = article("a", told, publisher="Example Wire", published=MONDAY, named=["Example Wire"])
    late = article("b", told, publisher="Example Wire", published=TUESDAY)
    found = compare(early, late)

    assert found is not None
    assert (found.original, found.reason) == ("a", "published later")


def test_without_dates_the_one_that_holds_less_is_the_copy() -> None:
    told = sentences(random.Random(9), 12)
    found = compare(article("a", told[:6]), article("b", told))

    assert found is not None
    assert (found.original, found.copy, found.reason) == ("b", "a", "holds less")


def test_where_nothing_tells_them_apart_the_reason_says_so() -> None:
    told = sentences(random.Random(10), 10)
    found = compare(article("b", told, published=MONDAY), article("a", told, published=MONDAY))

    assert found is not None
    assert (found.original, found.copy) == ("a", "b")
    assert "cannot be told" in found.reason


# Order, keys and hashes --------------------------------------------------------------------------


def corpus(rng: random.Random) -> list[Digest]:
    """Thirty articles, half of them made of earlier ones."""
    texts: list[list[str]] = []
    for _ in range(30):
        told = sentences(rng, rng.randint(5, 15))
        if texts and rng.random() < 0.5:
            taken = rng.choice(texts)
            told = told[: rng.randint(0, 6)] + taken[: rng.randint(3, len(taken))]
        texts.append(told)
    days = [None, MONDAY, TUESDAY]
    outlets = ["Example Wire", "Example Herald", ""]
    return [
        article(
            f"a{nth:02}", told, publisher=rng.choice(outlets), published=rng.choice(days),
            named=["Example Wire"] if rng.random() < 0.2 else [],
        )
        for nth, told in enumerate(texts)
    ]  # fmt: skip


def test_the_order_of_the_articles_does_not_matter() -> None:
    for seed in range(5):
        rng = random.Random(seed)
        digests = corpus(rng)
        found = copies(digests)
        rng.shuffle(digests)

        assert copies(digests) == found
        assert all(compare(a, b) == compare(b, a) for a in digests for b in digests[:5])


def test_the_keys_find_what_comparing_all_finds() -> None:
    found = every = 0
    for seed in range(5):
        digests = corpus(random.Random(seed))
        found += len(copies(digests))
        every += sum(
            compare(a, b) is not None for nth, a in enumerate(digests) for b in digests[:nth]
        )

    assert every > 50
    assert found >= 0.99 * every


def test_articles_that_have_nothing_in_common_are_seldom_compared() -> None:
    rng = random.Random(11)
    found = [keys(article(str(nth), sentences(rng, 20))) for nth in range(60)]
    pairs = [(a, b) for nth, a in enumerate(found) for b in found[:nth]]

    assert sum(not a.isdisjoint(b) for a, b in pairs) < len(pairs) / 50


def test_hashes_are_the_same_in_every_process_so_they_can_be_stored() -> None:
    one = shingles("The army denied it on Monday.")

    assert one == {6465274722006300170, 12109373551723035241}


def test_case_accents_and_punctuation_do_not_count() -> None:
    assert shingles("In Şırnak, 1,200 TROOPS’ tents burnt.") == shingles(
        "In Sırnak 1200 troops' tents burnt"
    )


def test_an_empty_text_has_no_keys() -> None:
    assert sample(shingles("Too short to tell")) == []


# Credit lines ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("TARROW (Reuters) — Shells fell.", {"Reuters"}),
        ("TARROW, June 3 (AFP) - Shells fell.", {"Agence France-Presse"}),
        ("TARROW/LINN, June 3 (Example Wire) -- Shells fell.", {"Example Wire"}),
        ("Tarrow (Example Wire) – Shells fell.", {"Example Wire"}),
        ("TARROW, June 3. /Nordlys/. Shells fell.", {"Nordlys"}),
        ("TARROW (Nordlys/AP) — Shells fell.", {"Nordlys", "Associated Press"}),
        ("By Example Wire\nShells fell.", {"Example Wire"}),
        ("By Ada Linn, Example Wire\nShells fell.", {"Example Wire"}),
        ("By Ada Linn for the Example Herald\nShells fell.", {"Example Herald"}),
        ("Shells fell. Source: Nordlys", {"Nordlys"}),
        ("Shells fell.\nSources: Reuters, Example Wire and Nordlys",
         {"Reuters", "Example Wire", "Nordlys"}),
        ("Shells fell.\n(Reporting by Ada Linn in Tarrow and Bo Marr; Editing by Cy Dell; Nordlys)",
         {"Nordlys"}),
        ("Shells fell. (Reporting by Ada Linn; Example Wire)", {"Example Wire"}),
        ("Shells fell.\nAdditional reporting by Ada Linn for Example Wire", {"Example Wire"}),
        ("Shells fell.\n© 2024 Nordlys. All rights reserved.", {"Nordlys"}),
        ("Shells fell.\nCopyright 2024 The Associated Press", {"Associated Press"}),
        ("Shells fell.\nThis article was first published by Nordlys.", {"Nordlys"}),
        ("Shells fell.\nFirst published by Nordlys on 3 May.", {"Nordlys"}),
        ("Shells fell.\nRepublished with permission from The Example Herald.", {"Example Herald"}),
        ("Shells fell.\nAda Linn and Example Wire contributed to this report.", {"Example Wire"}),
        ("Shells fell.\n(With inputs from AFP and Example Wire)",
         {"Agence France-Presse", "Example Wire"}),
        ("Shells fell. (Example Wire)", {"Example Wire"}),
        ("Shells fell.\n— Example Wire", {"Example Wire"}),
    ],
)  # fmt: skip
def test_a_credit_line_names_the_outlet(line: str, named: set[str]) -> None:
    assert credited(line) == named


@pytest.mark.parametrize(
    "line",
    [
        "By Ada Linn\nShells fell.",
        "Ada Linn contributed to this report.",
        "The Tarrow Defence Corps (TDC) — a militia — said so.",
        "Shells fell in the sector of the Tarrow Defence Corps (TDC).",
        "TARROW, Northland (Monday) — Shells fell.",
        "The report was published by Nordlys.",
        "Reporting by Reuters shows that the army fired first.",
        "Ada Linn told Reuters that shells fell, and Example Wire reported it.",
    ],
)
def test_people_abbreviations_and_citations_are_no_credit_lines(line: str) -> None:
    assert credited(line) == frozenset()


def test_of_a_byline_the_outlets_count() -> None:
    byline = ["Ada Linn", "Bo Marr and Example Wire", "Voice of America", "Example Herald Staff"]

    assert credited("Shells fell.", byline) == {
        "Example Wire", "Voice of America", "Example Herald",
    }  # fmt: skip
