"""Two mentions → the traits that say most plainly whether they name the same thing."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from graph.types import Form

PRONOUNS = frozenset(
    "i me my mine myself we us our ours ourselves you your yours yourself he him his himself she "
    "her hers herself it its itself they them their theirs themselves who whom whose".split()
)
FORMS: tuple[Form, ...] = ("name", "nominal", "pronoun")
EMPTY = frozenset("the a an of 's ’s and this that these those".split())


@dataclass(frozen=True)
class Candidate:
    """A mention as the pair scorer sees it: its words first to last, both included."""

    first: int
    last: int
    sentence: int
    words: tuple[str, ...]
    """In lower case."""
    form: Form

    @cached_property
    def telling(self) -> frozenset[str]:
        """Its words without those that say nothing."""
        return frozenset(self.words) - EMPTY


def form_of(words: list[str]) -> Form:
    """Pronoun, name or nominal, told from the words alone."""
    if len(words) == 1 and words[0].lower() in PRONOUNS:
        return "pronoun"
    return "name" if any(w[0].isupper() for w in words[len(words) > 1 :]) else "nominal"


def pair_traits(later: Candidate, earlier: Candidate, between: int) -> NDArray[np.float32]:
    """(16,) zeros and ones.

    between: mentions from the earlier to the later one, at least 1.

    Six buckets of `between` (1, 2, 3, 4–6, 7–12, more), same words, same last word, one holds the
    other, the form of each (three and three), same sentence.
    """
    row = np.zeros(16, dtype=np.float32)
    row[bisect_left((1, 2, 3, 6, 12), between)] = 1
    a, b = later.telling, earlier.telling
    if later.form != "pronoun" and earlier.form != "pronoun":
        row[6] = a == b
        row[7] = later.words[-1] == earlier.words[-1]
        row[8] = bool(a and b) and (a <= b or b <= a)
    row[9 + FORMS.index(later.form)] = 1
    row[12 + FORMS.index(earlier.form)] = 1
    row[15] = later.sentence == earlier.sentence
    return row
