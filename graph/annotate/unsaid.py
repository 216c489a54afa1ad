"""What nobody said: words near a cue by which its source has not spoken, or only may.

roles of a cue  →  True if what it introduces was not said by its source

"The senator was misquoted as saying", "the army must admit", "as if to say", "in the play, the
king says".
"""

from __future__ import annotations

import re

from graph.annotate.irrealis import opens_fiction
from graph.annotate.lemmas import lemma
from graph.annotate.reading import Roles
from graph.annotate.syntax import Syntax
from graph.annotate.verdicts import DENY, FALSE

_PATTERNS = (
    r"(?:ask|asks|asked|wonder|wonders|wondered)(?: \S+){0,2} if(?: \S+){1,5}",
    r"whether(?: \S+){1,5}",
    r"as (?:if|though) to",
    r"(?:must|should|ought to|needs? to|needed to|has to|have to)(?: now| also| first| publicly)?",
    r"(?:should|could|might|would|ought to)(?: never| not)? have",
    r"(?:is|was|['’]s)(?: simply| just| plainly)? (?:false|untrue|not true|a lie|nonsense|absurd)"
    r" that(?: \S+){1,6}",
    r"(?:misquoted|misreported|(?:wrongly|falsely|incorrectly) (?:quoted|reported|cited))"
    r"(?: \S+){0,6} (?:as(?: having)?|to have)",
    r"(?:fabricated|fake|faked|doctored|forged|invented|deepfake|spoof)(?: \S+){1,8}",
)
"""How a clause goes on to a cue that its source has not said."""
_NEVER_SAID = re.compile(rf"(?:^| )(?:{'|'.join(_PATTERNS)})$")
_WRONGLY = frozenset("wrongly falsely incorrectly mistakenly".split())
WISHES = frozenset(
    "urge call want ask press demand order beg tell implore instruct advise invite challenge "
    "pressure expect require wait appeal like need push".split()
)
"""What somebody may want another to say."""
_IF = frozenset("had should were".split())
_CLAUSES = frozenset("ccomp xcomp csubj csubj:pass acl nsubj obj".split())
_NOT = frozenset("not n't n’t never nobody none neither nor".split())
_QUESTION = frozenset("who whoever what which".split())
_MARKS = frozenset((",", ";", ":", "—", "–", '"', "“", "”"))
"""What a clause begins behind."""
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
    return (
        _NEVER_SAID.search(" ".join(before)) is not None
        or opens_fiction(syntax, verb)
        or _told_to(syntax, verb)
        or _had_they(syntax, verb)
        or _denied(syntax, verb)
    )


def _told_to(syntax: Syntax, verb: int) -> bool:
    """True of "urged the government to admit that" and "want the army to say that"."""
    to = next((c for c in syntax.children[verb] if c < verb and syntax.lower[c] == "to"), None)
    above = syntax.heads[verb]
    if to is None or above >= to or lemma(syntax.texts[above], "VERB") not in WISHES:
        return False
    return any(syntax.upos[w] in ("NOUN", "PROPN", "PRON") for w in range(above + 1, to))


def _had_they(syntax: Syntax, verb: int) -> bool:
    """True of "Had the army said that", "Should he say that": before its subject, unasked."""
    subject = syntax.subject(verb)
    first = syntax.words.sentence_at(verb)[0]
    turned = subject is not None and any(
        syntax.lower[c] in _IF and syntax.deprels[c] in ("aux", "mark")
        and (c == first or syntax.lower[c - 1] in _MARKS) and c < subject < verb
        for c in syntax.children[verb]
    )  # fmt: skip
    return turned and not _is_asked(syntax, verb)


def _denied(syntax: Syntax, verb: int) -> bool:
    """True of "denied that he had told them that" and "it is false that the police told"."""
    word = verb
    if syntax.upos[verb] != "VERB" or syntax.deprels[verb] in ("obj", "nsubj"):
        return False  # "rejected the army's claim that"
    while (above := syntax.heads[word]) != word and syntax.deprels[word] in _CLAUSES:
        base = lemma(syntax.texts[above], syntax.upos[above])
        negated = any(syntax.lower[c] in _NOT for c in syntax.children[above])
        if base in DENY | FALSE and not negated and above < verb:
            return ";" not in syntax.lower[above:verb]
        word = above
    return False


def _wrongly_quoted(syntax: Syntax, word: int) -> bool:
    return syntax.lower[word] == "quoted" and syntax.lower[word - 1] in _WRONGLY


def _start_of_speech(syntax: Syntax, first: int, cue: int) -> int:
    """Where the clause of a cue begins: behind the last comma, colon or quotation mark."""
    marks = (w for w in range(cue - 1, first - 1, -1) if syntax.lower[w] in _MARKS)
    return next(marks, first - 1) + 1


def _is_asked(syntax: Syntax, word: int) -> bool:
    """True in a sentence that ends in a question mark."""
    first, end = syntax.words.sentence_at(word)
    return "?" in syntax.lower[max(first, end - 2) : end]


def _is_bare_rule(syntax: Syntax, roles: Roles, first: int, last: int) -> bool:
    """True of the schedule in "left at noun, according to schedule"."""
    cue = syntax.lower[roles.cue.first : roles.cue.last + 1]
    return cue == ["according", "to"] and first == last and syntax.lower[first] in _NO_SOURCE
