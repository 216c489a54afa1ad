"""Which way somebody went: "fled to Chad" is no flight from there.

syntax, a relation, a place  →  True if the place is at its other end
"""

from __future__ import annotations

from graph.annotate.syntax import Syntax

_WRONG_WAY = {
    "displaced_from": frozenset("to into across toward towards".split()),
    "withdrew_from": frozenset("to into toward towards".split()),
    "deployed_to": frozenset(("from",)),
    "deported_to": frozenset(("from",)),
}
"""For a relation, prepositions of a place that it is not of."""


def wrong_way(syntax: Syntax, name: str, place: int) -> bool:
    """True of Chad in "fled to Chad", which nobody fled from; of Homs in "was sent from Homs"."""
    ties = [syntax.lower[c] for c in syntax.children[place] if syntax.deprels[c] == "case"]
    return not _WRONG_WAY.get(name, frozenset()).isdisjoint(ties)
