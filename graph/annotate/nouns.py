"""What a description is: the kind of thing that its head noun names, and whether it is many."""

from __future__ import annotations

from functools import cache, lru_cache

from graph.paths import shipped_yaml
from graph.types import Kind

RECORDINGS = frozenset(
    "audio video clip film footage recording tape call intercept interview broadcast".split()
)
"""Documents in which people are heard."""
KIN = frozenset(
    "relative family neighbour neighbor friend colleague parent mother father wife husband widow "
    "brother sister son daughter cousin nephew niece uncle aunt grandson granddaughter grandfather "
    "grandmother fiancé fiancée partner".split()
)
AIDES = frozenset(
    "lawyer attorney barrister solicitor aide adviser advisor assistant bodyguard driver "
    "translator supporter follower classmate roommate teacher doctor".split()
)
"""Who speaks for somebody, or of him, and is not he."""


@cache
def _kinds() -> dict[str, Kind]:
    """Noun, in the singular, → kind; from ``ontology/nouns.yaml``."""
    listed: dict[Kind, str] = shipped_yaml("ontology", "nouns.yaml")
    return {noun: kind for kind, nouns in listed.items() for noun in nouns.split()}


@lru_cache(maxsize=50_000)
def singular(noun: str) -> str:
    """A noun in lower case and in the singular, as far as regular spelling tells."""
    noun = noun.lower()
    irregular = {"people": "person", "men": "man", "women": "woman", "children": "child"}
    if noun in irregular:
        return irregular[noun]
    if noun.endswith("men") and len(noun) > 4:
        return noun[:-2] + "an"
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "shes", "ches", "xes")):
        return noun[:-2]
    if noun.endswith("s") and not noun.endswith(("ss", "us", "is")):
        return noun[:-1]
    return noun


def is_plural(noun: str) -> bool:
    """True if a noun stands for several."""
    return singular(noun) != noun.lower()


def kind_of(noun: str) -> Kind | None:
    """The kind that a noun names; a plural of persons is a group. None if the list lacks it."""
    kind = _kinds().get(singular(noun))
    return "group" if kind == "person" and is_plural(noun) else kind
