"""What only looks like one end of a relation: "fled to Chad", "in the uniforms of the guard".

syntax, two words  →  True if the second is not what the first is tied to
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
_DRESS = frozenset("uniform uniforms costume costumes fatigues disguise".split())


def wrong_way(syntax: Syntax, name: str, place: int) -> bool:
    """True of Chad in "fled to Chad", which nobody fled from; of Homs in "was sent from Homs"."""
    ties = [syntax.lower[c] for c in syntax.children[place] if syntax.deprels[c] == "case"]
    return not _WRONG_WAY.get(name, frozenset()).isdisjoint(ties)


def disguised(syntax: Syntax, word: int, other: int) -> bool:
    """True of the Border Guard in "gunmen in the uniforms of the Border Guard"."""
    return not _DRESS.isdisjoint(syntax.lower[word + 1 : other])
