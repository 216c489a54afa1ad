"""What is done with a claim: denied as an act, wished for, or named and judged behind a comma.

roles of a cue  →  the same, mended

"Denied telling them that P": the telling is denied. "…, a charge the general denied": the charge
is what was said before the comma.
"""

from __future__ import annotations

from dataclasses import replace

from graph.annotate.lemmas import lemma
from graph.annotate.nouns import singular
from graph.annotate.reading import Chunk, Roles
from graph.annotate.syntax import Syntax
from graph.annotate.unsaid import WISHES
from graph.annotate.verdicts import CALLS, DENY, FALSE, REBUFF, REPORT

_OF_AN_ACT = DENY | WISHES | frozenset(("accuse", "suspect", "blame", "charge"))
_CLAIM = REPORT | {"finding"}
_VERDICT, _VERDICTS = 6, FALSE | {"a", "an", "“", '"', "pure", "mere"}
"""How many words of a content "as a fairy tale" is, and how it begins behind "as"."""
_QUOTES = frozenset('"“”')
_NEAR_ACT = 6
"""Words from "telling" to what is told."""
_CLAIMS = REPORT | frozenset("finding version account conclusion".split())
"""What something is called that was said before the comma."""


def whole_act(syntax: Syntax, r: Roles) -> Roles:
    """Of "denied saying that P" and "urged him to admit that P" the saying is in the content."""
    verb = lemma(syntax.texts[syntax.head(r.cue.first, r.cue.last)], "VERB")
    said = next((c for c in r.contents if c.first > r.cue.last), None)
    if verb not in _OF_AN_ACT or said is None or syntax.lower[said.first] != "that":
        return r
    between = range(said.first - 1, max(r.cue.last, said.first - _NEAR_ACT), -1)
    act = next((w for w in between if syntax.upos[w] == "VERB"), None)
    if act is None or syntax.deprels[act] in ("obj", "nsubj"):
        return r
    if syntax.lower[act - 1] == "to":
        act -= 1
    elif not syntax.lower[act].endswith("ing"):
        return r
    whole = tuple(replace(c, first=act) if c is said else c for c in r.contents)
    return replace(r, contents=whole, relays=tuple(c for c in r.relays if c.first < act))


def without_as(syntax: Syntax, r: Roles, every: list[Roles]) -> Roles:
    """Of "As the daily reported, P, said Quill" the daily passes nothing on of Quill's."""
    own = {
        (s.first, s.last)
        for other in every
        for s in other.sources
        if other is not r and other.cue.first == s.last + 1
        and "as" in (syntax.lower[s.first - 1], syntax.lower[s.first])
    }  # fmt: skip
    return replace(r, relays=tuple(c for c in r.relays if (c.first, c.last) not in own))


def verdict(syntax: Syntax, r: Roles, every: tuple[Roles, ...]) -> Roles:
    """Of "prisoners were starved, a finding Damascus rejected" what is rejected."""
    judges = lemma(syntax.texts[r.cue.last], "VERB") in REBUFF | CALLS
    if r.contents or not judges or not r.sources:
        return r
    source = r.sources[0]
    noun = next((w for w in range(source.first - 1, source.first + 2)
                 if singular(syntax.texts[w]) in _CLAIMS), 0)  # fmt: skip
    if syntax.lower[max(0, noun - 2) : noun] not in ([",", "a"], [",", "an"]):
        return r
    said = (c for o in every if o is not r for c in o.contents if c.last == noun - 3)
    before = next(said, None)
    if before is None or noun + 1 > source.last:
        return r
    who = replace(source, first=max(source.first, noun + 1))
    return replace(r, sources=(who,), contents=(before,))


def is_named(syntax: Syntax, r: Roles) -> bool:
    """True of "…, an allegation Colonel Quill called absurd": what was said before, and by whom."""
    words = syntax.lower[r.cue.first : r.cue.last + 1]
    called = words[:1] in (["a"], ["an"]) and singular(words[-1]) in _CLAIMS
    return called and not r.sources and syntax.lower[max(0, r.cue.first - 1)] == ","


def rebuffed(syntax: Syntax, r: Roles) -> Roles:
    """Of "dismissed as fiction the claim that P" and "dismissed the claim that P as fiction" P."""
    claim, that = _claim(syntax, r)
    held = next((c for c in r.contents if c.first <= that <= c.last), None)
    if held is None:
        return r
    near = range(max(that, held.last - _VERDICT), held.last)
    as_what = [w for w in near if syntax.lower[w] == "as"]
    likened = [w for w in as_what if _VERDICTS & set(syntax.lower[w + 1 : w + 3])]
    if not likened and "as" not in syntax.lower[r.cue.last + 1 : claim]:
        return r
    said = replace(held, first=that, last=likened[-1] - 1 if likened else held.last)
    return replace(r, contents=(said,))


def _claim(syntax: Syntax, r: Roles) -> tuple[int, int]:
    """Of a verb that takes back a claim, behind it, where this stands and its "that"; or -1."""
    if lemma(syntax.texts[r.cue.last], "VERB") not in REBUFF:
        return -1, -1
    after = range(r.cue.last + 1, syntax.words.sentence_at(r.cue.last)[1])
    claim = next((i for i in after if singular(syntax.texts[i]) in _CLAIM), -1)
    behind = (i for i in after if 0 <= claim < i and syntax.lower[i] == "that")
    return claim, next((i for i in behind if syntax.upos[i] == "SCONJ"), -1)


def likened(syntax: Syntax, r: Roles) -> Roles | None:
    """What a claim is called, in the words of who dismisses it: as "a fairy tale"."""
    claim, that = _claim(syntax, r)
    quoted = [i for i in range(r.cue.last + 1, claim) if syntax.texts[i] in _QUOTES]
    if that < 0 or len(quoted) != 2 or syntax.lower[r.cue.last + 1] != "as":
        return None
    return replace(r, contents=(Chunk(r.cue.last + 1, quoted[1], "content", r.cue.score),))
