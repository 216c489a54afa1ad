"""The outlets we know by name, and what counts as naming one."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import InputError
from graph.outlets import Outlet, OutletList, outlets, read_outlets

KNOWN = outlets()


def named(text: str) -> list[tuple[str, str]]:
    """Each mention's words and the outlet's name."""
    return [(span.of(text), outlet.name) for span, outlet in KNOWN.mentions(text)]


def test_the_list_covers_the_world() -> None:
    assert len(KNOWN.outlets) >= 320
    assert len({outlet.country for outlet in KNOWN.outlets}) >= 100


def test_the_list_is_sorted_by_name_without_the() -> None:
    names = [re.sub("^The ", "", outlet.name).casefold() for outlet in KNOWN.outlets]

    assert names == sorted(names)


def faults(outlet: Outlet) -> list[str]:
    names = [re.sub("^[Tt]he ", "", name) for name in (outlet.name, *outlet.short)]
    domain = r"[a-z0-9.-]+\.[a-z]+(/[a-z0-9_]+)?"
    checks = {
        "a country is two capitals": re.fullmatch("[A-Z]{2}", outlet.country),
        "a qid is Q and a number": re.fullmatch(r"(Q[1-9]\d*)?", outlet.qid),
        "a domain is a host": all(re.fullmatch(domain, found) for found in outlet.domains),
        "a name is written once": len(set(names)) == len(names),
        "common marks one of its names": set(outlet.common) <= set(names),
        "a nickname is without the": not any(n.startswith("The ") for n in outlet.nicknames),
        "never holds a name": all(any(n in found for n in names) for found in outlet.never),
    }
    return [f"{outlet.name}: {what}" for what, holds in checks.items() if not holds]


def test_every_entry_is_well_formed() -> None:
    assert [fault for outlet in KNOWN.outlets for fault in faults(outlet)] == []


def test_no_two_outlets_share_a_qid() -> None:
    qids = [outlet.qid for outlet in KNOWN.outlets if outlet.qid]

    assert len(set(qids)) == len(qids)


def test_a_name_of_two_outlets_is_refused() -> None:
    pair = (Outlet("Example Herald", ("EH",)), Outlet("Example Hour", ("eh",)))

    with pytest.raises(InputError, match="Example Herald and Example Hour"):
        OutletList(pair)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("name: Example Herald", "a list of outlets"),
        ("- {name: Example Herald, country: US}", "expected country, name, type"),
        ("- {name: Example Herald, country: US, type: site, nick: H}", "no key but"),
        ("- {name: Example Herald, country: US, type: blog}", "of agency, newspaper"),
        ("- {name: [", "expected YAML"),
    ],
)
def test_a_damaged_list_is_told(text: str, told: str) -> None:
    with pytest.raises(InputError, match=told):
        read_outlets(text)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("AFP", "Agence France-Presse"),
        ("afp", "Agence France-Presse"),
        ("the associated press", "Associated Press"),
        ("Guardian", "The Guardian"),
        ("The  Guardian", "The Guardian"),
        ("WSJ", "The Wall Street Journal"),
        ("Mash", "Mash"),
        ("NO such outlet", None),
        ("the Journal", None),
        ("", None),
    ],
)
def test_an_outlet_is_found_by_its_whole_name(name: str, expected: str | None) -> None:
    found = KNOWN.find(name)

    assert (found.name if found else None) == expected


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("news.bbc.co.uk", "BBC"),
        ("https://www.bbc.com/news/world-1", "BBC"),
        ("https://www.bbc.com/russian/news-1", "BBC News Russian"),
        ("HTTPS://WWW.WSJ.COM:443/articles/x?y=z", "The Wall Street Journal"),
        ("https://t.me/rybar/1234", "Rybar"),
        ("https://t.me/s/rybar", "Rybar"),
        ("https://t.me/someone_else", None),
        ("notreuters.com", None),
        ("https://example.org/reuters.com", None),
        ("http://[broken", None),
        ("", None),
    ],
)
def test_a_page_belongs_to_its_outlet(address: str, expected: str | None) -> None:
    found = KNOWN.by_domain(address)

    assert (found.name if found else None) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A lawyer told Reuters so.", ["Reuters"]),
        ("Interfax-Ukraine, not Interfax", ["Interfax-Ukraine", "Interfax"]),
        ("the New York Times and the AP", ["The New York Times", "Associated Press"]),
        ("the New\nYork\u00a0Times", ["The New York Times"]),
        ("BBC’s Russian service", ["BBC News Russian"]),
        ("The reuters of old, TASSEL, ReutersX", []),
        ("Reuters' man at the AP-NORC poll", ["Reuters", "Associated Press"]),
    ],
)
def test_the_longest_name_is_a_mention(text: str, expected: list[str]) -> None:
    assert [outlet for _, outlet in named(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Time passed. The sun rose at dawn. Dawn broke. They mash it.", []),
        ("He told Time that it was so.", ["Time"]),
        ("Dawn, which first reported the strike, is in Karachi.", ["Dawn"]),
        ("According to the Telegram channels Mash and Baza, it burnt.", ["Mash", "Baza"]),
        ("The Baza Telegram channel said so, and Germany's Stern magazine.", ["Baza", "Stern"]),
        ("Daniel Stern was there. Stern said it was so.", []),
        ("Under the Sun. Time Warner said no.", []),
        ("She wrote it for The Atlantic last year. They crossed the Atlantic.", ["The Atlantic"]),
        ("On Tuesday Mash reported a blast.", ["Mash"]),
    ],
)
def test_a_common_word_needs_words_that_tell(text: str, expected: list[str]) -> None:
    assert [name for _, name in named(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He told the Guardian that it was so.", [("the Guardian", "The Guardian")]),
        ("He told the Guardian Russia had left.", [("the Guardian", "The Guardian")]),
        ("The Guardian Council met. A Guardian angel.", []),
        ("The Manila Guardian said so.", []),
    ],
)
def test_a_title_of_one_word_needs_its_the(text: str, expected: list[tuple[str, str]]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Wall Street Journal has it. He told The Journal so; a Journal reporter agreed.",
            ["The Wall Street Journal"] * 3,
        ),
        ("He told The Journal so.", []),
        ("The Washington Post has it. The Post Office was shut.", ["The Washington Post"]),
        (
            "The Jerusalem Post had it, the Post said. The New York Post had it, the Post said.",
            ["The Jerusalem Post"] * 2 + ["New York Post"] * 2,
        ),
        ("The New York Times has it. The Times was told.", ["The New York Times"] * 2),
        ("The Times has it.", ["The Times"]),
    ],
)
def test_a_nickname_needs_the_full_name(text: str, expected: list[str]) -> None:
    assert [name for _, name in named(text)] == expected


def test_a_mention_of_the_nickname_takes_the_article_with_it() -> None:
    text = "The Wall Street Journal has it. He told the Journal so."

    assert [words for words, _ in named(text)] == ["The Wall Street Journal", "the Journal"]


@given(st.text(st.sampled_from("tThe WSJ.\nTimeRuts,“”’")))
def test_mentions_are_in_order_and_apart(text: str) -> None:
    spans = [span for span, _ in KNOWN.mentions(text)]

    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(left.end <= right.start for left, right in pairwise(spans))
