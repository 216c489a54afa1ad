"""Steps of the paths that lead from the word of a frame to its arguments.

    "agent", "from", "nsubj", "<acl"  →  Step

The head of ontology/relations.yaml tells what each means.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

MACROS = frozenset(
    "agent patient subject bearer self poss modifier where scene listed doer based backed".split()
)
PREPOSITIONS = frozenset(
    "of for from to in at with by against into on near over under off between outside inside "
    "around across towards as about within through among before behind upon alongside via".split()
)
_DEPENDENCIES = frozenset(
    "acl advcl advmod amod appos aux case ccomp compound conj cop csubj dep det discourse "
    "expl fixed flat iobj list mark nmod nsubj nummod obj obl orphan parataxis root vocative "
    "xcomp".split()
)
_STEP = re.compile(r"(<?)([a-z]+)((?::[a-z]+)?)$")


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a path."""

    word: str
    """A macro, a preposition, or a dependency."""
    up: bool = False


Path = tuple[Step, ...]
"""From a trigger word to an argument."""


def read_step(written: str) -> Step | None:
    """None if there is no such step."""
    match = _STEP.fullmatch(written)
    if match and not match[1] and not match[3] and match[2] in MACROS | PREPOSITIONS:
        return Step(match[2])
    if match and match[2] in _DEPENDENCIES:
        return Step(match[2] + match[3], up=bool(match[1]))
    return None
