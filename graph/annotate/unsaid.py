"""What nobody said: words near a cue by which its source has not spoken, or only may.

roles of a cue  →  True if what it introduces was not said by its source

"The senator was misquoted as saying", "the army must admit", "as if to say", "in the play, the
king says".
"""

from __future__ import annotations

import re

from graph.annotate.irrealis import opens_fiction
from graph.annotate.model import Roles
from graph.annotate.syntax import Syntax

_NEVER_SAID = re.compile(
    r"(?:^| )(?:(?:misquoted|misreported|(?:wrongly|falsely|incorrectly) (?:quoted|reported|cited))"
    r"(?: \S+){0,6} (?:as(?: having)?|to have)|as (?:if|though) to|(?:must|should|ought to"
    r"|needs? to|needed to"
    r"|has to|have to)(?: now| also| first| publicly)?|whether(?: \S+){1,5}|(?:fabricated|fake"
    r"|faked"
    r"|doctored|forged|invented|deepfake|spoof)(?: \S+){1,8})$"
)
"""How a clause goes on to a cue that its source has not said."""
_WRONGLY = frozenset("wrongly falsely incorrectly mistakenly".split())
_QUESTION = frozenset("who whoever what which".split())
_NO_SOURCE = frozenset(
    "schedule plan rank custom tradition protocol need size seniority taste timetable".split()
)
"""What things go by, bare, behind "according to"."""


def unsaid(syntax: Syntax, roles: Roles) -> bool:
    """True of a cue that its source has not said, by the words before it in its clause."""
    first = syntax.words.sentence_at(roles.cue.first)[0]
    if any(_is_bare_rule(syntax, roles, c.first, c.last) for c in roles.sources):
        return True
    if any(c.first == c.last and syntax.lower[c.first] in _QUESTION for c in roles.sources):
        return _is_asked(syntax, roles.cue.first)
    words = range(roles.cue.first, roles.cue.last + 1)
    if any(syntax.lower[w] == "citing" and syntax.lower[w - 1] == "without" for w in words):
        return True
    if any(syntax.lower[w].startswith("misquot") or _wrongly_quoted(syntax, w) for w in words):
        return True
    verb = max((w for w in words if syntax.upos[w] == "VERB"), default=roles.cue.first)
    before = syntax.lower[_start_of_speech(syntax, first, verb) : verb]
    return _NEVER_SAID.search(" ".join(before)) is not None or opens_fiction(syntax, verb)


def _wrongly_quoted(syntax: Syntax, word: int) -> bool:
    return syntax.lower[word] == "quoted" and syntax.lower[word - 1] in _WRONGLY


def _start_of_speech(syntax: Syntax, first: int, cue: int) -> int:
    """Where the clause of a cue begins: behind the last comma, colon or quotation mark."""
    marks = (w for w in range(cue - 1, first - 1, -1) if syntax.lower[w] in _MARKS)
    return next(marks, first - 1) + 1


_MARKS = frozenset((",", ";", ":", "—", "–", '"', "“", "”"))


def _is_asked(syntax: Syntax, word: int) -> bool:
    """True in a sentence that ends in a question mark."""
    first, end = syntax.words.sentence_at(word)
    return "?" in syntax.lower[max(first, end - 2) : end]


def _is_bare_rule(syntax: Syntax, roles: Roles, first: int, last: int) -> bool:
    """True of the schedule in "left at noun, according to schedule"."""
    cue = syntax.lower[roles.cue.first : roles.cue.last + 1]
    return cue == ["according", "to"] and first == last and syntax.lower[first] in _NO_SOURCE
