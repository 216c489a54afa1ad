"""Web pages: the article they hold, and what they say of it."""

from __future__ import annotations

import logging
from datetime import date

import pytest

from graph.errors import InputError
from graph.read.pages import extract

PAGE = """<!doctype html>
<html class="x" lang="en-GB"><head>
<title>Town falls after siege, mayor says | Example Herald</title>
<meta property="og:site_name" content="Example Herald">
<meta name="author" content="Maria Lindqvist; Tom Roe">
<meta property="article:published_time" content="2024-03-05T10:00:00Z">
<meta property="article:modified_time" content="2024-03-09T10:00:00Z">
<link rel="canonical" href="https://herald.example/town-falls">
</head><body>
<nav><a href="/">Home</a><a href="/world">World</a></nav>
<div class="cookie-banner">We use cookies to improve your visit.</div>
<article><h1>Town falls after siege, mayor says</h1>
<ul><li>At least 40 people are missing, officials said.</li></ul>
<p>The town of Kharsk has fallen,
  its mayor said on Tuesday.&nbsp;He gave no number.</p>
<div>Advertisement</div>
<p>Share this article</p>
<p>“Nobody is left,” he told <a href="/radio">Example Radio</a>, before the line was cut.</p>
</article>
<aside><h2>Most read</h2><a href="/2">Rebels take a second town</a></aside>
<footer>© 2024 Example Herald. All rights reserved.</footer>
</body></html>"""


def test_the_article_is_found_and_the_page_around_it_goes() -> None:
    draft = extract(PAGE, "a.html")

    assert draft.text.split("\n\n") == [
        "At least 40 people are missing, officials said.",
        "The town of Kharsk has fallen, its mayor said on Tuesday. He gave no number.",
        "“Nobody is left,” he told Example Radio, before the line was cut.",
    ]


@pytest.mark.parametrize("name", ["ad", "sponsored box", "col ads"])
def test_an_advertisement_among_the_paragraphs_goes(name: str) -> None:
    sold = f'<div class="{name}">Our readers save 50%, says our team.</div><div>Advertisement</div>'
    draft = extract(PAGE.replace("<div>Advertisement</div>", sold), "a.html")

    assert "save 50%" not in draft.text
    assert "“Nobody is left,”" in draft.text


def test_what_the_page_says_of_itself_is_taken() -> None:
    draft = extract(PAGE, "a.html")

    assert draft.title == "Town falls after siege, mayor says"
    assert draft.authors == ("Maria Lindqvist", "Tom Roe")
    assert draft.outlet == "Example Herald"
    assert draft.published == date(2024, 3, 5)
    assert draft.url == "https://herald.example/town-falls"


@pytest.mark.parametrize(
    ("tag", "language"), [("<html lang='UK'>", "uk"), ("<html>", ""), ('<html lang="">', "")]
)
def test_the_language_is_the_first_part_of_the_tag(tag: str, language: str) -> None:
    page = f"{tag}<body><p>The town of Kharsk has fallen, its mayor said on Tuesday.</p></body>"

    assert extract(page, "a.html").language == language
    assert extract(PAGE, "a.html").language == "en"


def test_a_year_in_the_footer_is_no_date_of_publication() -> None:
    page = "<p>The town of Kharsk has fallen, its mayor said.</p><footer>© 2019 Herald</footer>"

    assert extract(f"<html><body>{page}</body></html>", "a.html").published is None


@pytest.mark.parametrize("page", ["<html></html>", "<html><body><p></p></body></html>", "<<<>>"])
def test_a_page_without_an_article_is_refused_quietly(
    page: str, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(InputError, match=r"^a\.html: expected a page with an article, found no "):
        extract(page, "a.html")

    assert caplog.records == []
    assert capfd.readouterr() == ("", "")
    assert logging.getLogger("trafilatura").propagate
