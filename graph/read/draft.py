"""What a file says of its article, with what the reader said of it → Article."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from graph import terms
from graph.types import Article


@dataclass(frozen=True, slots=True)
class Given:
    """What the reader says of all the files together."""

    outlet: str = ""
    published: date | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """What one file or row says of its article; empty where it says nothing."""

    text: str
    title: str = ""
    authors: tuple[str, ...] = ()
    outlet: str = ""
    published: date | None = None
    url: str = ""
    language: str = ""

    def article(self, name: str, *, outlet: str, published: date | None) -> Article:
        """The article called name, with the outlet and day that were decided on."""
        return Article(
            id=name,
            iri=terms.article_iri(outlet, self.text),
            text=self.text,
            title=self.title,
            publisher=outlet,
            published=published,
            url=self.url,
            authors=self.authors,
            language=self.language or "en",
        )
