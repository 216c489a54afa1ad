"""Statements that follow a colon, paragraph by paragraph, without quotation marks.

the roles of a cue  →  the same, its content up to the end of the statement

"Minister Ada Quill said:", and below it "We condemn …", "I call on …": press releases are written
so. The statement ends with the last paragraph in which somebody speaks of himself, or with its
first; before one that names its speaker, or that opens a quotation.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

from graph.annotate.mentions import FIRST_PERSON
from graph.annotate.quotations import OPENING, quoted
from graph.annotate.reading import Chunk, Roles
from graph.annotate.syntax import Syntax

MOST = 40
"""Paragraphs of a statement."""
_LEAD = 4
"""Words that may stand before what the reader took for the beginning: "Last night | the enemy"."""
_NOBODY = frozenset(("US", "mine"))
"""What looks like a first person: the country, and what lies in fields."""


def to_its_end(syntax: Syntax, roles: Roles) -> Roles:
    """Roles whose content takes in the whole statement that begins behind their colon."""
    if len(roles.contents) != 1 or not roles.sources:
        return roles
    [content] = roles.contents
    texts = syntax.texts
    begins = content.first + (texts[content.first] == ":" and content.first < content.last)
    first, _ = syntax.words.paragraph_at(begins)
    behind = first > 0 and texts[first - 1] == ":" and roles.cue.last < first
    if not behind or content.first - first > _LEAD or texts[first] in OPENING:
        return roles
    if syntax.lower[first - 2] == "that":
        return roles  # a list
    last = max(content.last, _end(syntax, first, _names(syntax, roles.sources)))
    return replace(roles, contents=(replace(content, first=first, last=last),))


def _names(syntax: Syntax, sources: tuple[Chunk, ...]) -> set[str]:
    """The last words of the speaker's names."""
    words = (range(c.first, c.last + 1) for c in sources)
    return {syntax.texts[i] for row in words for i in row if syntax.upos[i] == "PROPN"}


def _end(syntax: Syntax, first: int, names: set[str]) -> int:
    """The last word of a statement: of its first paragraph, if nobody speaks of himself in it."""
    end = first
    bounds = (b for b in syntax.words.paragraph_bounds if b[0] >= first)
    for at, after in islice(bounds, MOST):
        words = syntax.texts[at:after]
        if at > first and (words[0] in OPENING or not names.isdisjoint(words)):
            break
        own = (w for w, inside in zip(words, quoted(words), strict=True) if not inside)
        if at == first or any(w.lower() in FIRST_PERSON and w not in _NOBODY for w in own):
            end = after - 1
    return end
