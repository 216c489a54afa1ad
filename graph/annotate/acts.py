"""Cues that say nothing: acts, what somebody would have to say, what nobody says.

roles of a cue  →  True if there is no saying in them
"""

from __future__ import annotations

from collections.abc import Sequence

from graph.annotate.hearsay import NOBODY
from graph.annotate.lemmas import lemma
from graph.annotate.mentions import TITLES
from graph.annotate.nouns import kind_of, singular
from graph.annotate.quotations import OPENING
from graph.annotate.reading import Roles
from graph.annotate.syntax import Syntax
from graph.annotate.unsaid import unsaid

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
_NOT_ALL = (["not", "everybody"], ["not", "everyone"], ["not", "all"], ["not", "even"])
_CONDITIONS = frozenset("if unless until".split())
_WONDERS = frozenset("ask wonder know see say tell question clarify check doubt".split())
"""Verbs behind which "if" is "whether"."""
_GRANTED = frozenset(
    "entry access permission admission passage bail parole visa visas asylum treatment".split()
)
_SENT = frozenset(
    "ambassador envoy diplomat battalion brigade troop soldier reservist staff delegation unit "
    "force observer attaché consul".split()
)
"""Who is called back from where he was sent."""
_QUOTED = OPENING | {"that"}
"""How what is said begins, and what is done does not."""


def no_saying(syntax: Syntax, roles: Roles) -> bool:
    """True of a cue that is an act, is only supposed, or whose source is not there."""
    return (
        _nobody(syntax, roles)
        or _acted(syntax, roles)
        or _supposed(syntax, roles)
        or _forbidden(syntax, roles.cue.first)
        or unsaid(syntax, roles)
    )


def _acted(syntax: Syntax, roles: Roles) -> bool:
    """True of a cue that is an act: "a judge sentenced the man who killed four"."""
    acts = _ACTS if roles.sources else _ACTS | _DONE
    words = range(roles.cue.first, roles.cue.last + 1)
    told = [_base(syntax, w) for w in words if syntax.upos[w] in ("VERB", "ADJ", "NOUN")]
    spoken = any(syntax.lower[c.first] in _QUOTED for c in roles.contents)
    is_act = _IF_OF_A_THING.get(told[0]) if len(told) == 1 else None
    if is_act is not None and is_act(syntax, _said(roles)):
        return True
    return bool(told) and not spoken and acts.issuperset(told)


def _forbidden(syntax: Syntax, cue: int) -> bool:
    """True of "don't believe any map", which tells somebody what to think."""
    lower = syntax.lower
    told = lower[cue] in ("believe", "trust", "think", "say", "tell")
    opens = lower[cue - 3 : cue - 2] in ([":"], ["“"], ['"'], ["‘"], ["."])
    return told and lower[cue - 2 : cue] in (["do", "n't"], ["do", "n’t"], ["do", "not"]) and opens


def _supposed(syntax: Syntax, roles: Roles) -> bool:
    """True of what somebody would have to say: "if the army admits", "until it confirms"."""
    verb = syntax.head(roles.cue.first, roles.cue.last)
    marks = {syntax.lower[c] for c in syntax.children[verb] if c < verb}
    above = syntax.heads[verb]
    asked = above < verb and lemma(syntax.texts[above], "VERB") in _WONDERS
    return not (asked or _CONDITIONS.isdisjoint(marks))


def _said(roles: Roles) -> list[int]:
    """The words of what is said."""
    return [i for c in roles.contents for i in range(c.first, c.last + 1)]


def _is_clause(syntax: Syntax, said: Sequence[int]) -> bool:
    return any(syntax.upos[i] in ("VERB", "AUX") for i in said)


def _is_granted(syntax: Syntax, said: Sequence[int]) -> bool:
    """True if what is denied is a thing that is granted: "denied two of them entry"."""
    granted = not _GRANTED.isdisjoint(syntax.lower[i] for i in said)
    return granted and not _is_clause(syntax, said)


def _is_singled_out(syntax: Syntax, said: Sequence[int]) -> bool:
    """True of "identified several suspects"; not of "identified him as a guard"."""
    return not _is_clause(syntax, said) and all(syntax.lower[i] != "as" for i in said)


def _is_paper(syntax: Syntax, said: Sequence[int]) -> bool:
    """True of "wrote letters"."""
    papers = kind_of(syntax.texts[said[-1]]) == "document"
    return papers and not _is_clause(syntax, said)


def _is_called_back(syntax: Syntax, said: Sequence[int]) -> bool:
    """True of "recalled its ambassador"; not of "recalled the night"."""
    return not _SENT.isdisjoint(singular(syntax.texts[i]) for i in said) and not _is_clause(
        syntax, said
    )


def _is_quarrel(syntax: Syntax, said: Sequence[int]) -> bool:
    """True of "argued with a clerk over leave"."""
    return syntax.lower[said[0]] in ("with", "over") and not _is_clause(syntax, said)


def _is_taken_in(syntax: Syntax, said: Sequence[int]) -> bool:
    """True of "were admitted to hospital"."""
    wards = ("hospital", "clinic", "ward", "prison", "university", "court")
    words = [syntax.lower[i] for i in said]
    behind = syntax.lower[said[-1] + 1 : said[-1] + 3]
    if behind == ["admitted", "to"]:
        return True
    return not _is_clause(syntax, said) and (words[0] == "to" or not set(wards).isdisjoint(words))


def _is_the_truth(syntax: Syntax, said: Sequence[int]) -> bool:
    """True of "told the truth"."""
    return [syntax.lower[i] for i in said] in (["the", "truth"], ["lies"], ["a", "lie"])


def _is_sacked(syntax: Syntax, said: Sequence[int]) -> bool:
    """True of "dismissed General Quill as head of the forces"; not of "dismissed him as a liar"."""
    words = [syntax.lower[i] for i in said]
    somebody = syntax.upos[said[0]] in ("PROPN", "PRON") or words[0] in TITLES
    if not somebody or _is_clause(syntax, said) or not OPENING.isdisjoint(words):
        return False
    behind = words[words.index("as") + 1 :] if "as" in words else []
    if not behind:
        return syntax.upos[said[0]] == "PROPN" or words[0] in ("him", "her", "them")
    return behind[0] not in ("a", "an", "mere", "pure", "just") and any(
        kind_of(word) == "person" for word in behind
    )


_IF_OF_A_THING = {
    "deny": _is_granted, "identify": _is_singled_out, "write": _is_paper,
    "admit": _is_taken_in, "tell": _is_the_truth, "recall": _is_called_back,
    "argue": _is_quarrel, "dismiss": _is_sacked,
}  # fmt: skip
"""Verbs that are acts if what stands behind them is a thing, and how that is told."""


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
        (
            lower[c.first] in NOBODY
            or lower[c.first : c.first + 2] in _NOT_ALL
            or lower[max(0, c.first - 2) : c.first] == ["not", "even"]
        )
        and not (lower[c.first] == "neither" and "nor" in lower[c.first : c.last + 1])
        for c in roles.sources
    )
