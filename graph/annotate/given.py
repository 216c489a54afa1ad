"""A person's name → what pronoun the given name calls for, where it calls for one.

The list is ``ontology/given-names.yaml``; Slavic surnames and patronymics speak for themselves.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import Literal

from graph.annotate.mentions import TITLES
from graph.paths import shipped_yaml

Pronoun = Literal["he", "she"]
_HERS = ("ovna", "evna", "ova", "eva", "skaya")
_HIS = ("ovich", "evich")
_SHORTEST = 5
"""Letters of a word whose ending is looked at: "Eva" is a given name."""


@cache
def _listed() -> dict[str, Pronoun]:
    names: dict[Pronoun, str] = shipped_yaml("ontology", "given-names.yaml")
    return {name: pronoun for pronoun, listed in names.items() for name in listed.split()}


def pronoun_for(name: str) -> Pronoun | None:
    """``she`` or ``he`` for a full name; None if its words do not say.

    A single word may be a surname, so only its ending is looked at; the second of three may be the
    father's name.
    """
    words = [w for w in _plain(name).split() if w not in TITLES and len(w.rstrip(".")) > 1]
    for word in words[:1] if len(words) == 3 else words[:-1]:
        if found := _listed().get(word):
            return found
    for word in words:
        if len(word) > _SHORTEST and word.endswith(_HERS):
            return "she"
        if len(word) > _SHORTEST and word.endswith(_HIS):
            return "he"
    return None


def _plain(name: str) -> str:
    """Lower case without accents."""
    apart = unicodedata.normalize("NFKD", name.lower())
    return "".join(c for c in apart if not unicodedata.combining(c))
