"""Whose reporters somebody speaks to, or who has obtained something: "reporters at the daily".

a mention of staff  →  the mention of their outlet
"""

from __future__ import annotations

from collections.abc import Sequence

from graph.annotate.coref import Coreference
from graph.annotate.mentions import Found
from graph.annotate.syntax import Syntax

PRESS = frozenset("reporter reporters journalist journalists correspondent correspondents".split())
"""Who is told for an outlet, which the words behind may name."""
INTERVIEWED = frozenset("interviewed contacted reached consulted polled".split())
"""What is done by an outlet to whom it hears something from."""
_AT, _STAFF_OF = frozenset(("at", "from", "of", "for", "with")), 7
"""What ties staff to their outlet, and how many words behind them it begins at most."""


def house(
    syntax: Syntax, coreference: Coreference, mentions: Sequence[Found], staff: int
) -> int | None:
    """The outlet of "reporters at the daily", of "its correspondents"; None if none is named."""
    m = mentions[staff]
    if syntax.lower[m.head] not in PRESS:
        return None
    near = range(m.first, min(m.head + _STAFF_OF, syntax.words.sentence_at(m.head)[1]))
    for k, other in enumerate(mentions):
        if k == staff or other.first not in near or coreference.kind(k) != "outlet":
            continue
        own = other.form == "pronoun" and other.first == m.first
        tied = not _AT.isdisjoint(syntax.lower[m.head + 1 : other.first])
        free = "VERB" not in syntax.upos[m.head + 1 : other.first]
        if own or (tied and free):
            return k
    return None
