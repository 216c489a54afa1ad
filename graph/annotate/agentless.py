"""What is reported or feared, and nobody says by whom.

syntax, the words of cues  →  Roles without a source

"Fighting was reported in Orm" has it from somebody; "several people feared dead" fear nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from graph.annotate.hearsay import NOBODY
from graph.annotate.reading import BY_WORDS, Chunk, Roles
from graph.annotate.syntax import Syntax

_BESIDE = ("conj", "cc", "punct", "parataxis", "advcl", "aux", "aux:pass", "nsubj:pass", "mark")
"""Dependencies of what hangs on a verb and does not tell where, or what, was reported."""
_FATES = frozenset("dead killed drowned lost trapped missing buried injured wounded".split())


def reported(syntax: Syntax, taken: set[int]) -> Iterator[Roles]:
    """Of "fighting was reported in Orm" that there was. taken: words of cues."""
    for verb, word in enumerate(syntax.lower):
        if word == "reported" and verb not in taken and (said := _reported(syntax, verb)):
            yield Roles(Chunk(verb, verb, "", BY_WORDS), (), said, ())


def in_full(syntax: Syntax, r: Roles) -> Roles:
    """With where it was reported; without whom others fear for as those who fear."""
    verb = r.cue.last
    if syntax.lower[verb] == "feared":
        return _feared(syntax, r)
    if syntax.lower[verb] != "reported" or r.sources:
        return r
    none = any(syntax.lower[c.first] in NOBODY for c in r.contents)
    if none or syntax.negated(verb):
        return replace(r, contents=())  # "no casualties were reported", by nobody
    if any(c.first > verb for c in r.contents):
        return r
    said = _reported(syntax, verb)
    return replace(r, contents=said) if said else r


def _reported(syntax: Syntax, verb: int) -> tuple[Chunk, ...]:
    """What was, and where; empty if somebody reported it, or it was reported that there is none."""
    below = {syntax.deprels[c]: c for c in syntax.children[verb]}
    subject = below.get("nsubj:pass")
    told = any(w in syntax.lower[verb + 1 : verb + 3] for w in ("to", "by", "as", "for"))
    passive = "aux:pass" in below and "obl:agent" not in below
    if subject is None or subject > verb or not passive or told:
        return ()
    first, last = syntax.phrase(subject)
    if syntax.negated(verb) or syntax.lower[first] in NOBODY or syntax.upos[subject] == "PRON":
        return ()
    behind = [
        i
        for c in syntax.children[verb]
        if c > verb and syntax.deprels[c] not in _BESIDE
        for i in syntax.below(c)
    ]
    if not behind:
        return ()
    return (
        Chunk(first, last, "content", BY_WORDS),
        Chunk(verb + 1, max(behind), "content", BY_WORDS),
    )


def _feared(syntax: Syntax, r: Roles) -> Roles:
    """Of "several people feared dead" somebody fears that they are."""
    verb = r.cue.last
    fate = syntax.lower[verb + 1 : verb + 2]
    whom = [c for c in r.sources if c.last < verb]
    ends = all(c.last == verb + 1 for c in r.contents if c.first > verb)
    if not whom or not fate or fate[0] not in _FATES or not ends:
        return r
    others = tuple(c for c in r.sources if c not in whom)
    feared = tuple(replace(c, kind="content") for c in whom)
    return replace(r, sources=others, contents=(*feared, *r.contents))
