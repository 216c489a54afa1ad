"""Short articles, read by the shipped reader as the product reads them."""

from __future__ import annotations

from datetime import date

from graph import flow
from graph.annotate import annotate
from graph.types import Annotations, Article


def read(text: str) -> Annotations:
    """What is read in an article of the Example Courier, of 15 March 2023."""
    article = Article("a", "https://w3id.org/saidby/article/a", text, publisher="Example Courier",
                      published=date(2023, 3, 15))  # fmt: skip
    return annotate(article, flow.model())


def chains(text: str) -> dict[str, list[list[str]]]:
    """For each content, in its first three words, the names of its chains."""
    found = read(text)
    named: dict[str, list[list[str]]] = {}
    for a in found.attributions:
        words = " ".join(a.content[0].of(text).strip("“”").split()[:3])
        names = [found.entities[link.entity].name for link in a.chain]
        named.setdefault(words, []).append(names)
    return named
