"""Text → whether it can be English at all, told by its commonest words.

The reader knows English only; of another language it would make things up.
"""

from __future__ import annotations

import re

from graph.errors import InputError

_WORD = re.compile(r"[^\W\d_]+")
_COMMON = frozenset(
    "the of and to that is for with it by from at were has had have be are said he his they their "
    "this which not but who would been will its was we you she her him them there when what says "
    "told after over into than more while shows".split()
)
"""Among the commonest words of English; those that other languages write as well are few."""
FEWEST, SHORT = 40, 20
"""Words of letters: of so many hardly one common, or of so few none; a shorter text tells too
little, unless it is in another script."""
LATIN = 0.5
"""Share of words in Latin letters."""
LEAST = 0.06
"""Share of common words. English prose has a quarter or more, other languages a fiftieth."""


def check_english(text: str, *, where: str) -> None:
    """Raise InputError if hardly a word is a common English one, or the script is another."""
    words = common = latin = 0
    for match in _WORD.finditer(text):
        words += 1
        common += match[0].lower() in _COMMON
        latin += match[0][0] < "\u0250"
    few = common < LEAST * words if words >= FEWEST else words >= SHORT and not common
    if few or latin < LATIN * words:
        raise InputError(
            f"{where}: expected an article in English, found {common} common English words among "
            f"{words:,}. Leave it out, or give an English text."
        )
