"""Who says what a headline says, without a word of saying.

syntax, the roles so far  →  Roles

"Police: Two men held over ferry fire", "Army is ready for the rains – GOC", "Five hurt: media"
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from graph.annotate.colons import SPEAK, covered
from graph.annotate.nouns import kind_of, singular
from graph.annotate.reading import BY_WORDS, Chunk, Roles
from graph.annotate.syntax import DASHES, Syntax

_BEFORE = ("person", "outlet")
"""Of what kinds those are whose names, with a colon, open a headline; others are its topic."""
_CREDITED = tuple(kind for kind in SPEAK if kind != "outlet")
"""Further down an outlet behind a dash is whose picture it is: "A ship burns - Reuters"."""
_MOST = 24
"""Words of a headline."""
_LABEL, _LEAST = 4, 3
"""Most words of who says it, and fewest of what is said."""
_REPORTS = frozenset("report study poll survey audit document record media agency".split())
_TOPICS = frozenset(
    "hostage prisoner refugee migrant detainee victim child civilian protester fighter rebel "
    "militant terrorist gunman passenger patient visitor guest man woman boy girl radio television "
    "website site magazine".split()
)
"""Who is rather told about than heard."""


def headed(syntax: Syntax, found: Sequence[Roles]) -> Iterator[Roles]:
    """What a headline says, at the top or further down, that nobody is said to say yet."""
    bounds = syntax.words.paragraph_bounds
    for first, end in bounds if len(bounds) > 1 else ():
        ended = not {".", "?", "!"}.isdisjoint(syntax.texts[first:end])
        if end - first <= _MOST and not ended:
            said = (r for mark in range(first + 1, end - 1)
                    if (r := _said_beside(syntax, first, mark, end)) is not None
                    and not covered(found, r.contents[0].first, r.contents[0].last))  # fmt: skip
            yield from islice(said, 1)


def _said_beside(syntax: Syntax, first: int, mark: int, end: int) -> Roles | None:
    """What a headline says before or behind a mark, if who says so stands on the other side."""
    before, behind = (first, mark - 1), (mark + 1, end - 1)
    if syntax.texts[mark] == ":" and _speaks(syntax, *before, named=_BEFORE):
        source, content = before, behind
    elif _parts(syntax, mark) and _speaks(syntax, *behind, named=_CREDITED if first else SPEAK):
        source, content = behind, before
    else:
        return None
    if not _says_something(syntax, *content):
        return None
    said = (Chunk(*content, "content", BY_WORDS),)
    return Roles(Chunk(mark, mark, "", BY_WORDS), (Chunk(*source, "source", BY_WORDS),), said, ())


def _parts(syntax: Syntax, mark: int) -> bool:
    """True of a colon, and of a dash that no word goes on behind."""
    starts, ends = syntax.words.starts, syntax.words.ends
    apart = bool(starts[mark + 1] > ends[mark])
    return syntax.texts[mark] == ":" or (syntax.texts[mark] in DASHES and apart)


def _speaks(syntax: Syntax, first: int, last: int, *, named: Sequence[str]) -> bool:
    """True of "Police", of "Security agencies", of "Tom Reed"; of a name only of these kinds."""
    if last - first >= _LABEL or not {"VERB", "AUX"}.isdisjoint(syntax.upos[first : last + 1]):
        return False
    for c in syntax.reading.names:
        if c.first <= last and first <= c.last:
            return c.kind in named and c.last == last and c.first <= first + 1
    noun = singular(syntax.texts[last])
    known = kind_of(syntax.texts[last]) in SPEAK or noun in _REPORTS
    return known and noun not in _TOPICS


def _says_something(syntax: Syntax, first: int, last: int) -> bool:
    clause = not {"VERB", "AUX"}.isdisjoint(syntax.upos[first : last + 1])
    return clause and last - first >= _LEAST and syntax.texts[last] != "?"
