"""Who holds a post, where the name stands behind it: "The Commander, 4 Brigade, Brig. Tom Reed".

syntax, a stretch, the people named in it  →  the one who is meant
"""

from __future__ import annotations

from collections.abc import Sequence

from graph.annotate.mentions import TITLES, Found
from graph.annotate.nouns import kind_of
from graph.annotate.syntax import Syntax

_OF = ("of", "for", "to")
_BEHIND = frozenset((",", "(", "—", "–", "via", "through", "in"))
"""What may follow the name in a stretch."""


def holder(
    syntax: Syntax, first: int, last: int, people: Sequence[tuple[int, Found]]
) -> int | None:
    """The number of whoever is named behind a post and a comma, mostly with his rank; the last.

    Not Reed of "the driver of the governor, Gen. Tom Reed", who may be either.
    """
    for number, m in reversed(people):
        start = _with_titles(syntax, m.first, first)
        ends = m.last >= last or syntax.lower[m.last + 1] in _BEHIND
        if start - 2 <= first or syntax.texts[start - 1] != "," or not ends:
            continue
        if start == m.first and not _is_full(syntax, first, m):
            continue
        other = "and" in syntax.lower[first:start] or _is_paper(syntax, first, start)
        if not other and not _of_somebody(syntax, first, start - 1):
            return number
    return None


def _is_full(syntax: Syntax, first: int, m: Found) -> bool:
    """True of Tom Reed in "The Commander, 4 Brigade, Tom Reed": two words, behind two commas."""
    return m.last > m.first and syntax.texts[first : m.first].count(",") > 1


def _with_titles(syntax: Syntax, name: int, first: int) -> int:
    """Where a name begins with its titles: "Major-General | Tom Reed"."""
    start = name
    while start > first and (
        syntax.lower[start - 1] in TITLES
        or (syntax.texts[start - 1] == "-" and syntax.lower[start - 2] in TITLES)
    ):
        start -= 1
    return start


def _is_paper(syntax: Syntax, first: int, end: int) -> bool:
    """True of "a statement by the army spokesman, Brig. Tom Reed": the source is the statement."""
    return any(kind_of(word) == "document" for word in syntax.texts[first:end])


def _of_somebody(syntax: Syntax, first: int, comma: int) -> bool:
    """True if a person stands between "of" and the comma: it may be he who is named."""
    of = next((w for w in range(comma - 1, first, -1) if syntax.lower[w] in (*_OF, ",")), first)
    inside = syntax.texts[of + 1 : comma]
    return syntax.lower[of] in _OF and any(kind_of(word) == "person" for word in inside)
