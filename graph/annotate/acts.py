"""Cues that say nothing: acts, what somebody would have to say, what nobody says.

roles of a cue  →  True if there is no saying in them
"""

from __future__ import annotations

from graph.annotate.hearsay import NOBODY
from graph.annotate.lemmas import lemma
from graph.annotate.model import Roles
from graph.annotate.nouns import kind_of
from graph.annotate.quotations import OPENING
from graph.annotate.syntax import Syntax

_ACTS = frozenset(
    "sentence impose approve sue vote indict acquit sanction convict arrest sign elect "
    "appoint interview discover detect experience return verify".split()
)
"""What the model sometimes takes for speech."""
_DONE = frozenset(
    "appear seem charge know order want give declare see learn name find guilty identify announce "
    "conviction information portrait remind assure promise call list plan effort".split()
)
"""And what it does where nobody is said to speak: "was declared dead", "has been named"."""
_NOT_ALL = (["not", "everybody"], ["not", "everyone"], ["not", "all"])
_CONDITIONS = frozenset("if unless until".split())
_WONDERS = frozenset("ask wonder know see say tell question clarify check doubt".split())
"""Verbs behind which "if" is "whether"."""
_GRANTED = frozenset(
    "entry access permission admission passage bail parole visa visas asylum treatment".split()
)
_VERBS = frozenset(("VERB", "AUX"))
_QUOTED = OPENING | {"that"}
"""How what is said begins, and what is done does not."""


def no_saying(syntax: Syntax, roles: Roles) -> bool:
    """True of a cue that is an act, is only supposed, or whose source is not there."""
    return _nobody(syntax, roles) or _acted(syntax, roles) or _supposed(syntax, roles)


def _acted(syntax: Syntax, roles: Roles) -> bool:
    """True of a cue that is an act: "a judge sentenced the man who killed four"."""
    acts = _ACTS if roles.sources else _ACTS | _DONE
    words = range(roles.cue.first, roles.cue.last + 1)
    told = [w for w in words if syntax.upos[w] in ("VERB", "ADJ", "NOUN")]
    spoken = any(syntax.lower[c.first] in _QUOTED for c in roles.contents)
    if [_base(syntax, w) for w in told] == ["deny"] and _granted(syntax, roles):
        return True
    if [_base(syntax, w) for w in told] == ["identify"] and _singled_out(syntax, roles):
        return True
    if [_base(syntax, w) for w in told] == ["write"] and _is_paper(syntax, roles):
        return True
    return bool(told) and not spoken and all(_base(syntax, w) in acts for w in told)


def _supposed(syntax: Syntax, roles: Roles) -> bool:
    """True of what somebody would have to say: "if the army admits", "until it confirms"."""
    verb = syntax.head(roles.cue.first, roles.cue.last)
    marks = {syntax.lower[c] for c in syntax.children[verb] if c < verb}
    above = syntax.heads[verb]
    asked = above < verb and lemma(syntax.texts[above], "VERB") in _WONDERS
    return not (asked or _CONDITIONS.isdisjoint(marks))


def _granted(syntax: Syntax, roles: Roles) -> bool:
    """True if what is denied is a thing that is granted: "denied two of them entry"."""
    inside = [i for c in roles.contents for i in range(c.first, c.last + 1)]
    return not _GRANTED.isdisjoint(syntax.lower[i] for i in inside) and not any(
        syntax.upos[i] in _VERBS for i in inside
    )


def _singled_out(syntax: Syntax, roles: Roles) -> bool:
    """True of "identified several suspects"; not of "identified him as a guard"."""
    inside = [i for c in roles.contents for i in range(c.first, c.last + 1)]
    said = any(syntax.upos[i] in _VERBS or syntax.lower[i] == "as" for i in inside)
    return not said


def _is_paper(syntax: Syntax, roles: Roles) -> bool:
    """True of "wrote letters"."""
    inside = [i for c in roles.contents for i in range(c.first, c.last + 1)]
    papers = kind_of(syntax.texts[inside[-1]]) == "document"
    return papers and not any(syntax.upos[i] in _VERBS for i in inside)


def is_asked(syntax: Syntax, roles: Roles) -> bool:
    """True of a cue of asking and nothing else."""
    words = range(roles.cue.first, roles.cue.last + 1)
    return [_base(syntax, w) for w in words if syntax.upos[w] == "VERB"] == ["ask"]


def _base(syntax: Syntax, word: int) -> str:
    return lemma(syntax.texts[word], "VERB" if syntax.upos[word] == "VERB" else "NOUN")


def _nobody(syntax: Syntax, roles: Roles) -> bool:
    """True for "no group has claimed": a source that is said not to be there.

    Of "neither the army nor the militia" both are there.
    """
    lower = syntax.lower
    return any(
        (lower[c.first] in NOBODY or lower[c.first : c.first + 2] in _NOT_ALL)
        and not (lower[c.first] == "neither" and "nor" in lower[c.first : c.last + 1])
        for c in roles.sources
    )
