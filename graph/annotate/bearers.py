"""Who bears a role, and for whom: "Agora's lawyer, Nadia Reed", "army spokesman Tom Reed".

clauses, the noun of a role  →  its bearer, its possessor, the nouns before it

Answers are as those of Clauses: alternatives, best first.
"""

from __future__ import annotations

from collections.abc import Iterator

from graph.annotate.antecedents import Heads
from graph.annotate.clauses import Clauses
from graph.annotate.mentions import TITLES
from graph.annotate.nouns import is_plural, kind_of

BECOMES = frozenset(("become", "remain"))
"""Verbs whose complement is what their subject is."""
SUCCEEDS = frozenset("succeed replace follow".split())
SACKS = frozenset("sack dismiss fire remove oust depose relieve suspend retire recall".split())
MAKES = SACKS | frozenset("appoint name elect install nominate designate confirm reinstate".split())
"""Verbs whose subject, or whose object, is what "as" says; or was so until then."""
_ALLIES = frozenset(
    "ally allies neighbour neighbor rival enemy foe partner contractor subcontractor backer "
    "opponent adversary supplier".split()
)
"""What somebody has who does not belong to him."""
_LEADS = frozenset("chief head boss commander".split())
_BEFORE_ROLE = 3
"""Words looked at before a role noun for the organisation: "army press officer"."""


def bearer(clauses: Clauses, noun: int) -> list[Heads]:
    """Who bears a role: "Nadia Rahman, a lawyer"; at last the noun itself."""
    if (told := _told_of(clauses, noun)) is not None:
        return told
    found = [*_named_beside(clauses, noun), *_predicated(clauses, noun), *_next_name(clauses, noun)]
    owner = clauses.phrases.owner(noun)
    owners = () if owner is None else clauses.phrases.name_of(owner)
    lower = clauses.syntax.lower
    return [
        (w,) for w in dict.fromkeys([*found, noun])
        if w not in owners and "whose" not in lower[w + 1 : noun]
    ]  # fmt: skip


def _told_of(clauses: Clauses, noun: int) -> list[Heads] | None:
    """Whom "appointed Quill as chief" and "succeeds Quill as chief" make so; None without "as"."""
    verb = clauses.syntax.heads[noun]
    if clauses.case(noun) != "as":
        return None
    while clauses.syntax.upos[verb] != "VERB" and clauses.syntax.heads[verb] != verb:
        verb = clauses.syntax.heads[verb]
    if clauses.lemmas[verb] in SUCCEEDS:
        return clauses.subject(verb)
    return (
        (clauses.patient(verb) or clauses.subject(verb)) if clauses.lemmas[verb] in MAKES else None
    )


def _named_beside(clauses: Clauses, noun: int) -> Iterator[int]:
    above = clauses.syntax.heads[noun]
    below = [c for c in clauses.children(noun, "appos", "flat", "nmod:desc") if clauses.is_name(c)]
    if clauses.deprel(noun) == "appos":  # "Ada Quill, its head, and its spokesman, Tom Reed"
        yield from below
        yield above
    if clauses.deprel(noun) in ("nmod:desc", "compound", "flat") and clauses.is_name(above):
        yield above
    yield from below


def _predicated(clauses: Clauses, noun: int) -> Iterator[int]:
    """The subject of "is a lawyer", "became one"; the name in "their lawyer is Idris Reed"."""
    above = clauses.syntax.heads[noun]
    if clauses.deprel(noun) == "nsubj" and clauses.children(above, "cop"):
        yield from (w for w in (above,) if clauses.is_name(w))
    became = clauses.deprel(noun) == "xcomp" and clauses.lemmas[above] in BECOMES
    if became or clauses.children(noun, "cop"):
        for heads in clauses.subject(above if became else noun):
            yield from heads


def _next_name(clauses: Clauses, noun: int) -> Iterator[int]:
    """A name right after the noun or right before its phrase, whatever the tree says."""
    after = noun + 1
    lower, last = clauses.syntax.lower, clauses.sentence(noun)[1]
    after += after < last and lower[after] == ","
    while after < last and (lower[after] in TITLES or lower[after] == "-"):
        after += 1
    if after < last and clauses.is_name(after) and _is_alone(clauses, noun):
        yield after
    first = min(clauses.syntax.phrase(noun)[0], clauses.phrases.opening(noun))
    comma = first - 1
    behind = (
        comma > clauses.sentence(noun)[0] and lower[comma] == "," and clauses.is_name(comma - 1)
    )
    if behind and not _is_fronted(clauses, comma - 1, noun):
        yield comma - 1


def _is_fronted(clauses: Clauses, name: int, noun: int) -> bool:
    """True of the judge in "According to Judge Quill, officers of the precinct …"."""
    if is_plural(clauses.syntax.texts[noun]):
        return True
    first = clauses.sentence(noun)[0]
    opens = clauses.syntax.upos[first] == "ADP" or clauses.syntax.lower[first] == "according"
    before = clauses.syntax.lower[first:name]
    return opens and "," not in before and clauses.deprel(noun).startswith("nsubj")


def _is_alone(clauses: Clauses, noun: int) -> bool:
    """True if no phrase that could own the next name hangs on the noun."""
    return not any(c > noun for c in clauses.children(noun, "nmod", "acl", "acl:relcl"))


def possessor(clauses: Clauses, noun: int) -> list[Heads]:
    """Whose: "Agora's lawyer", "its lawyer"."""
    led = clauses.syntax.lower[noun - 1 : noun] if clauses.lemmas[noun] in _LEADS else []
    if led and kind_of(led[0]) == "unit":
        return []  # "Ukraine's army chief" heads the army
    tree = [clauses.group(w) for w in clauses.children(noun, "nmod:poss") if w < noun]
    owner = clauses.phrases.owner(noun)
    if owner is not None and not _ALLIES.isdisjoint(clauses.syntax.lower[owner + 1 : noun]):
        return []  # "Syria's ally Russia"
    if owner is not None and clauses.syntax.lower[noun] in TITLES and _has_a_job(clauses, noun):
        return []  # "the army's lawyer Colonel Reed"
    near = [] if owner is None else [clauses.group(owner)]
    return list(dict.fromkeys([*near, *tree]))


def _has_a_job(clauses: Clauses, title: int) -> bool:
    """True of "lawyer Colonel", of whose owner he is the lawyer."""
    rank = clauses.syntax.texts[title][:1].isupper()
    before = clauses.syntax.texts[title - 1]
    return rank and clauses.syntax.upos[title - 1] == "NOUN" and kind_of(before) == "person"


def modifier(clauses: Clauses, noun: int) -> list[Heads]:
    """The nouns before a noun: "army spokesman", "Hamas spokesman"."""
    named = [
        (c,) for c in clauses.children(noun, "compound", "nmod:desc", "amod", "nmod") if c < noun
    ]
    near: list[Heads] = []
    for word in range(noun - 1, max(noun - 1 - _BEFORE_ROLE, clauses.sentence(noun)[0] - 1), -1):
        if clauses.syntax.upos[word] not in ("NOUN", "PROPN", "ADJ"):
            break
        near.append((word,))
    based = [(w - 2,) for w in range(clauses.sentence(noun)[0] + 2, noun)
             if clauses.syntax.lower[w] == "based" and noun - w <= _BEFORE_ROLE]  # fmt: skip
    return list(dict.fromkeys([*near, *named[::-1], *based]))
