"""Posts, and who holds them: "The Commander, 4 Brigade, Brig. Tom Reed" is Reed.

words  →  whether they name a post; a stretch, the people named in it  →  the one who is meant
"""

from __future__ import annotations

from collections.abc import Sequence

from graph.annotate.mentions import TITLES, Found, before_titles
from graph.annotate.nouns import kind_of
from graph.annotate.syntax import Syntax

_WORDS = TITLES | {"commanding", "staff", "of", "the", "in"}
_OF = ("of", "for", "to")
_BEHIND = frozenset((",", "(", "—", "–", "via", "through", "in"))
"""What may follow the name in a stretch."""


def is_post(words: Sequence[str], kind: str) -> bool:
    """True of "Officer Commanding", of "GOC": a post, not whoever holds it, nor a General Staff."""
    short = len(words) == 1 and words[0].isupper()
    whole = short or "Officer" in words or (kind == "person" and len(words) > 1)
    return whole and all(w.lower() in _WORDS or kind_of(w) == "person" for w in words)


def holder(
    syntax: Syntax, first: int, last: int, people: Sequence[tuple[int, Found]]
) -> int | None:
    """The number of whoever is named behind a post and a comma, mostly with his rank; the last.

    Not Reed of "the driver of the governor, Gen. Tom Reed", who may be either.
    """
    for number, m in reversed(people):
        start = before_titles(syntax.lower, m.first, first)
        ends = m.last >= last or syntax.lower[m.last + 1] in _BEHIND
        if start - 2 <= first or syntax.texts[start - 1] != "," or not ends:
            continue
        if start == m.first and not _is_full(syntax, first, m):
            continue
        if "and" not in syntax.lower[first:start] and not _of_somebody(syntax, first, start - 1):
            return number
    return None


def _is_full(syntax: Syntax, first: int, m: Found) -> bool:
    """True of Tom Reed in "The Commander, 4 Brigade, Tom Reed": two words, behind two commas."""
    return m.last > m.first and syntax.texts[first : m.first].count(",") > 1


def _of_somebody(syntax: Syntax, first: int, comma: int) -> bool:
    """True if a person stands between "of" and the comma: it may be he who is named."""
    of = next((w for w in range(comma - 1, first, -1) if syntax.lower[w] in (*_OF, ",")), first)
    inside = syntax.texts[of + 1 : comma]
    return syntax.lower[of] in _OF and any(kind_of(word) == "person" for word in inside)
