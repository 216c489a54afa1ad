"""Pages pasted into a text file come out as the article they hold."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from graph.read.clean import normalise
from graph.read.clutter import clear, tidy

BREADCRUMBS = """scorecard
  1. Home
  2. world
  3. Dozens of guards have left their posts at Kharsk, report says

Dozens of guards have left their posts at Kharsk, report says

Maria Lindqvist

Dozens of guards have left their posts at Kharsk, report says
WorldConflict2 min read
  • Guards have left their posts since May.
  • Some refused to fight, according to papers seen by the Example Herald.

Dozens of guards have left their posts, according to a report published Monday.

"We will not go back," a guard told the outlet. An advertisement for recruits had hung there.

READ MORE ARTICLES ON


Advertisement

Advertisement
"""

MODERN = """Skip to content
We use cookies to give you the best experience.
Accept all
Reject all
Home > World > Europe
Town falls after three weeks of siege, mayor says | Example Herald

Town falls after three weeks of siege, mayor says

Officials say at least 40 people are missing

By Maria Lindqvist and Tom Roe in Kharsk
Published 5 March 2024, 10:14 GMT
Updated 7 March 2024
Share this article
Facebook Twitter WhatsApp
Photo: Tom Roe/Example Agency

The town of Kharsk has fallen, its mayor said on Tuesday.

Related: Who holds the bridge at Kharsk?

“Nobody is left,” he told Example Radio.

No way out

Advertisement

The army denied it.
Sign up for our newsletter

Related stories
Army denies it fired on the bridge
Rebels take a second town
Follow us on Telegram
© 2024 Example Herald. All rights reserved.
"""


def test_breadcrumbs_and_repeated_titles_go_and_bullets_stay_as_sentences() -> None:
    draft = clear(normalise(BREADCRUMBS))

    assert draft.title == "Dozens of guards have left their posts at Kharsk, report says"
    assert draft.authors == ("Maria Lindqvist",)
    assert draft.text.split("\n\n") == [
        "Guards have left their posts since May.",
        "Some refused to fight, according to papers seen by the Example Herald.",
        "Dozens of guards have left their posts, according to a report published Monday.",
        '"We will not go back," a guard told the outlet. An advertisement for recruits had hung '
        "there.",
    ]


def test_notices_links_credits_and_footers_go_and_summary_and_crosshead_stay() -> None:
    draft = clear(normalise(MODERN))

    assert draft.title == "Town falls after three weeks of siege, mayor says"
    assert draft.authors == ("Maria Lindqvist", "Tom Roe")
    assert draft.published == date(2024, 3, 5)
    assert draft.text.split("\n\n") == [
        "Officials say at least 40 people are missing",
        "The town of Kharsk has fallen, its mayor said on Tuesday.",
        "“Nobody is left,” he told Example Radio.",
        "No way out",
        "The army denied it.",
    ]


def test_a_clean_text_stays_as_it_is() -> None:
    text = "The mayor said 40 people died.\n\nThe army denied it.\n\n“We left,” said a guard."

    draft = clear(text)

    assert (draft.text, draft.title, draft.authors) == (text, "", ())


def test_a_headline_above_the_first_sentence_is_the_title() -> None:
    draft = clear("Town falls, mayor says\n\nBy Maria Lindqvist\n\nKharsk has fallen, he said.")

    assert draft.title == "Town falls, mayor says"
    assert draft.authors == ("Maria Lindqvist",)
    assert draft.text == "Kharsk has fallen, he said."


def test_a_dateline_on_its_own_line_stays_since_it_names_an_agency() -> None:
    draft = clear("Town falls, mayor says\n\nKHARSK (Example Agency)\n\nKharsk fell, he said.")

    assert draft.text.split("\n\n")[0] == "KHARSK (Example Agency)"


def test_a_title_that_asks_is_known_by_its_repetition() -> None:
    draft = clear("Who shelled the market?\nWho shelled the market?\n\nNobody knows, police said.")

    assert (draft.title, draft.text) == ("Who shelled the market?", "Nobody knows, police said.")


def test_a_sentence_repeated_as_a_pull_quote_is_no_title() -> None:
    draft = clear("We will not leave the town.\n\nHe said so.\n\nWe will not leave the town.")

    assert draft.title == ""
    assert draft.text.count("We will not leave") == 2


def test_a_text_without_a_full_stop_is_kept_whole() -> None:
    assert clear("The mayor said the town fell").text == "The mayor said the town fell"


def test_a_menu_of_short_lines_goes() -> None:
    menu = "Home\nWorld\nSport\nWeather\n\n"

    assert clear(menu + "The mayor said the town fell.").text == "The mayor said the town fell."


def test_a_numbered_list_of_the_article_keeps_its_numbers() -> None:
    text = "The terms are these:\n1. The army must leave.\n2. Prisoners must be freed."

    assert clear(text).text.split("\n\n")[1] == "1. The army must leave."


def test_a_sentence_below_related_stories_stays() -> None:
    text = (
        "It fell.\n\nThe town has fallen.\n\nRelated stories\nArmy denies it\n\nHe did not agree."
    )

    assert clear(text).text.split("\n\n")[-1] == "He did not agree."
    assert "Army denies it" not in clear(text).text


def test_a_page_of_clutter_alone_has_no_text() -> None:
    assert clear("Advertisement\n\nShare this article\n\n© 2024 Example Herald").text == ""


def test_paragraphs_found_in_a_page_lose_title_and_advertisements_only() -> None:
    text = "Town falls\n- It fell on Monday.\nAdvertisement\nNo way out\nHe left."

    assert tidy(text, "Town falls") == "It fell on Monday.\n\nNo way out\n\nHe left."


SENTENCE = st.builds(
    "{} {} {} {}.".format,
    *[st.sampled_from("The Mayor advertisement Related share said cookies town Photo".split())] * 4,
)
NOISE = st.sampled_from(
    ["Advertisement", "Share this article", "• Home", "2 min read", "READ MORE", "", "Kharsk"]
)


@given(st.lists(st.one_of(SENTENCE, NOISE), max_size=12))
def test_no_sentence_is_ever_dropped(lines: list[str]) -> None:
    text = clear("\n".join(lines)).text

    assert [p for p in text.split("\n\n") if p.endswith(".")] == [
        line for line in lines if line.endswith(".")
    ]


@given(st.text(max_size=300))
def test_nothing_makes_it_stumble(text: str) -> None:
    clear(normalise(text))
