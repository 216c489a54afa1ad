"""A web page's HTML → what it says of its article: text, title, authors, outlet, day, address.

trafilatura (Barbaresi 2021) finds the article in the page; what clutter it leaves, such as
"Advertisement" between two paragraphs, goes as in pasted text.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from graph.errors import InputError
from graph.read.clean import normalise
from graph.read.clutter import tidy
from graph.read.draft import Draft

_LANGUAGE = re.compile(r"""<html\b[^>]*?\slang\s*=\s*["']?([a-z]{2,3})\b""", re.IGNORECASE)
_ADVERTISES = "ad ads advert advertisement advertising sponsored promo".split()
"""Classes of what stands in a page and is no part of its article."""
_PRUNED = [
    f"//*[contains(concat(' ', normalize-space(@class), ' '), ' {name} ')]" for name in _ADVERTISES
]
_NOISY = ("trafilatura", "htmldate", "courlan", "justext")


def extract(html: str, where: str) -> Draft:
    """The article of a page. Raises InputError if the page has none.

    The outlet is the site's name as the page gives it; the language that of its ``lang``.
    """
    from trafilatura import bare_extraction  # here: slow to import, and only pages need it
    from trafilatura.settings import Document

    with _quiet():
        found = bare_extraction(
            html,
            with_metadata=True,
            include_comments=False,
            include_tables=False,
            prune_xpath=_PRUNED,
            # An extensive search takes the year of a copyright line for a date.
            date_extraction_params={"original_date": True, "extensive_search": False},
        )
    if not isinstance(found, Document):
        raise InputError(
            f"{where}: expected a page with an article, found no paragraph of one. "
            "Save the article's own page, or its text."
        )
    title = _line(found.title)
    language = _LANGUAGE.search(html)
    return Draft(
        text=tidy(normalise(found.text or ""), title),
        title=title,
        authors=tuple(name for part in _line(found.author).split(";") if (name := part.strip())),
        outlet=_line(found.sitename).removeprefix("@"),
        published=date.fromisoformat(found.date) if found.date else None,
        url=found.url or "",
        language=language[1].lower() if language else "",
    )


def _line(words: str | None) -> str:
    return " ".join(normalise(words or "").split())


@contextmanager
def _quiet() -> Iterator[None]:
    """Keeps what the extractor logs of a poor page off the screen: we say it in our own words."""
    loggers = [logging.getLogger(name) for name in _NOISY]
    before = [logger.propagate for logger in loggers]
    handler = logging.NullHandler()
    for logger in loggers:
        logger.propagate = False
        logger.addHandler(handler)
    try:
        yield
    finally:
        for logger, propagate in zip(loggers, before, strict=True):
            logger.propagate = propagate
            logger.removeHandler(handler)
