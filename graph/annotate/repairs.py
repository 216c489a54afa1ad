"""Roles that the trees know better than the tagger.

    roles of every cue  →  the same, mended where a construction is plain

"AP, citing officials, said P": officials are the source of P, and AP is not.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from graph.annotate.agentless import in_full, reported
from graph.annotate.citing import (
    CITING,
    before_reference,
    cited,
    goes_on,
    hears_from,
    in_its_sentence,
    noun_phrase,
    outside,
    said_beside,
    shown,
    uncued,
)
from graph.annotate.colons import introduced
from graph.annotate.dialogue import in_dialogue
from graph.annotate.headlines import headed
from graph.annotate.hearsay import HEARSAY, charges, said_of
from graph.annotate.judged import is_named, likened, rebuffed, verdict, whole_act, without_as
from graph.annotate.nouns import kind_of
from graph.annotate.phrases import Phrases
from graph.annotate.reading import Chunk, Roles
from graph.annotate.speakers import ADDRESSED
from graph.annotate.statements import to_its_end
from graph.annotate.syntax import Syntax
from graph.annotate.uncued import claims, counted, credited, disputed, framed, fronted, heard, told
from graph.annotate.views import views

_SHOUTING = frozenset(
    "fearing screaming yelling shouting crying whispering chanting calling".split()
)
_SPEAK_NOT = (None, "place", "document")
_BEFORE_VERBS = frozenset("had has have also then later already never not just only once".split())
_TO_SOMEBODY = ADDRESSED | {"asks", "warned", "promised"}
_ADDRESSED = ADDRESSED | {"warned", "notified", "reminded", "advised", "promised"}
_ADDING = frozenset("adding saying noting stressing".split())
"""How somebody goes on whose words another then is said to have reported."""
_BE = frozenset("is are was were be been being".split())


def repaired(syntax: Syntax, roles: tuple[Roles, ...]) -> list[Roles]:
    """Mended roles and the citations that no cue was found for, in the order of the cues."""
    roles = tuple(before_reference(syntax, verdict(syntax, r, roles)) for r in roles)
    kept = tuple(r for r in roles if not (_is_turned(syntax, r, roles) or is_named(syntax, r)))
    mended = [_parted(syntax, _mended(syntax, r, roles), roles) for r in kept]
    mended += [own for r in kept if (own := likened(syntax, r)) is not None]
    found = [_nested(syntax, r, roles) for r in mended]
    found += uncued(syntax, found)
    found = _instead(found, heard(syntax))
    for finds in (charges, claims, counted, credited, fronted, disputed, reported, told, views):
        found += finds(syntax, {i for r in found for i in range(r.cue.first, r.cue.last + 1)})
    found += introduced(syntax, found)
    found += headed(syntax, found)
    found = _in_what_it_called(syntax, framed(syntax, found))
    found = [_from_the_start(syntax, r) for r in found]
    found = shown(syntax, found)
    found = [without_as(syntax, r, found) for r in found]
    found = in_dialogue(syntax, [to_its_end(syntax, r) for r in found])
    return sorted(found, key=lambda r: r.cue.first)


def _in_what_it_called(syntax: Syntax, found: list[Roles]) -> list[Roles]:
    """Of "X said P, in what it called Q" it is X that calls it Q; P ends before."""
    made = list(found)
    for at, r in enumerate(made):
        verb = r.cue.first
        what = syntax.lower[verb - 3 : verb - 1] == ["in", "what"]
        if not what or syntax.lower[verb - 1] not in ("it", "they", "he", "she"):
            continue
        first = syntax.words.sentence_at(verb)[0]
        said = next((k for k, o in enumerate(made)
                     if k != at and o.sources and first <= o.cue.first < verb), None)  # fmt: skip
        if said is None:
            continue
        end = verb - 4 - (syntax.lower[verb - 4] == ",")
        kept = tuple(replace(c, last=min(c.last, end)) if c.first < end else c
                     for c in made[said].contents)  # fmt: skip
        made[said] = replace(made[said], contents=kept)
        made[at] = replace(r, sources=made[said].sources, relays=made[said].relays)
    return made


def _from_the_start(syntax: Syntax, r: Roles) -> Roles:
    """The whole of "P, the mayor wrote, adding that Q | the agency reported", not Q alone."""
    first, end = syntax.words.sentence_at(r.cue.first)
    if len(r.contents) != 1 or len(r.sources) != 1 or not r.contents[0].last < r.sources[0].first:
        return r
    c = r.contents[0]
    adds = _ADDING & {syntax.lower[c.first], *syntax.lower[max(first, c.first - 1) : c.first]}
    closes = r.cue.last + 2 >= end and r.sources[0].last < r.cue.first and first < c.first
    return replace(r, contents=(replace(c, first=first),)) if adds and closes else r


def _instead(found: list[Roles], better: Iterable[Roles]) -> list[Roles]:
    """The roles, with better ones in place of those of the same cue."""
    by_cue = {r.cue.last: r for r in better}
    return [*(r for r in found if r.cue.last not in by_cue), *by_cue.values()]


def _is_turned(syntax: Syntax, r: Roles, every: tuple[Roles, ...]) -> bool:
    """True of a "cited by X" that another cue of the same content has as its relay already."""
    if syntax.lower[r.cue.last] != "by" or not CITING & {syntax.lower[r.cue.first]}:
        return False
    mine, said = ({(c.first, c.last) for c in part} for part in (r.sources, r.contents))
    return any(
        said & {(c.first, c.last) for c in other.contents}
        and mine & {(c.first, c.last) for c in other.relays}
        for other in every
        if other is not r
    )


def _mended(syntax: Syntax, r: Roles, every: tuple[Roles, ...]) -> Roles:
    r = _inverted(syntax, r)
    words = set(syntax.lower[r.cue.first : r.cue.last + 1])
    if words & CITING:
        return in_its_sentence(syntax, cited(syntax, r, every))
    cue = range(r.cue.first, r.cue.last + 1)
    if not r.contents and ("attributing" in words or any(hears_from(syntax, w) for w in cue)):
        return replace(r, contents=said_beside(syntax, r.cue, every))
    if syntax.lower[r.cue.last - 1 : r.cue.last + 1] == ["according", "to"]:
        return _rejoined(syntax, _according(syntax, r))
    r = goes_on(syntax, r, every)
    if syntax.lower[r.cue.last] in _ADDRESSED:
        return _addressed(syntax, r)
    if words & _SHOUTING:
        return _shouted(syntax, r)
    if words == {"adding"}:
        return _added(syntax, r, every)
    if r.cue.first == r.cue.last and words & HEARSAY:
        return replace(r, sources=(), contents=tuple(said_of(syntax, r.cue)))
    return in_full(syntax, whole_act(syntax, rebuffed(syntax, r)))


def _shouted(syntax: Syntax, r: Roles) -> Roles:
    """Of "came out of a tunnel screaming that P" who came out is the source, not the tunnel."""
    mute = [c for c in r.sources if kind_of(syntax.texts[c.last]) in _SPEAK_NOT]
    if not mute or len(mute) < len(r.sources):
        return r
    verbs = (w for w in range(mute[0].first, 0, -1) if syntax.upos[w] == "VERB")
    subject = next((s for w in verbs if (s := syntax.subject(w)) is not None and s < w), None)
    return (
        r if subject is None else replace(r, sources=(noun_phrase(syntax, subject, r.cue.score),))
    )


def _added(syntax: Syntax, r: Roles, every: tuple[Roles, ...]) -> Roles:
    """Of "…, Radio Orm reported, adding that P" the radio is the source."""
    before = (o for o in every if o.cue.last == r.cue.first - 2 and o.sources)
    said = next(before, None)
    return r if said is None else replace(r, sources=said.sources, relays=said.relays)


def _inverted(syntax: Syntax, r: Roles) -> Roles:
    """Of "Were he dismissed, the truce would end, warned Quill" Quill is the source."""
    verb = syntax.head(r.cue.first, r.cue.last)
    behind = [c for c in syntax.children[verb] if c > r.cue.last and syntax.deprels[c] == "nsubj"]
    clause = any(syntax.upos[c.first] == "AUX" for c in r.sources)
    if not clause or not behind or any(c.first <= behind[0] <= c.last for c in r.contents):
        return r
    source = noun_phrase(syntax, behind[0], r.cue.score)
    return replace(r, sources=(source,), relays=())


def _according(syntax: Syntax, r: Roles) -> Roles:
    """Of "according to X" X is the source, whatever stands elsewhere."""
    after = r.cue.last + 1
    if any(after <= c.first <= after + 2 for c in r.sources):
        return r
    head = Phrases(syntax).after(r.cue.last)
    if head is None:
        return r
    source = noun_phrase(syntax, head, r.cue.score)
    said = (p for c in r.contents for p in outside(syntax, c, r.cue.first, source.last))
    return replace(r, sources=(source,), contents=tuple(said))


def _rejoined(syntax: Syntax, r: Roles) -> Roles:
    """With the verb of what is said behind the source: "The raid, according to X, | began …"."""
    if len(r.contents) not in (1, 2) or len(r.sources) != 1:
        return r
    said, behind = r.contents[0], r.sources[0].last + 1
    end = syntax.words.sentence_at(r.cue.first)[1]
    broken = said.last == r.cue.first - 2 and syntax.texts[r.cue.first - 1] == ","
    finite = {"VERB", "AUX"} & set(syntax.upos[said.first : said.last + 1])
    if not broken or finite or syntax.texts[behind : behind + 1] != [","]:
        return r
    if syntax.upos[behind + 1 : behind + 2] not in (("VERB",), ("AUX",)):
        return r
    if r.contents[1:] and r.contents[1].first <= behind + 1:
        return r
    last = r.contents[1].last if r.contents[1:] else end - 1
    return replace(r, contents=(said, replace(said, first=behind + 1, last=last)))


def _addressed(syntax: Syntax, r: Roles) -> Roles:
    """Of "had been warned" who was warned is no source; who warned stands behind "by", if named."""
    before = r.cue.last - 1
    while before > 0 and syntax.upos[before] == "ADV":
        before -= 1
    if syntax.lower[before] not in _BE or syntax.lower[r.cue.last + 1 : r.cue.last + 2] == ["by"]:
        return r
    subject = syntax.subject(r.cue.last)
    return replace(r, sources=tuple(
        c for c in r.sources
        if syntax.lower[c.first - 1] == "by"
        or (c.last < r.cue.first and subject is not None and not c.first <= subject <= c.last)
    ))  # fmt: skip


def _parted(syntax: Syntax, r: Roles, every: tuple[Roles, ...]) -> Roles:
    """Without what the same source says with a further cue: "said P and denied | Q"."""
    contents = list(r.contents)
    for other in every:
        if other.cue.first <= r.cue.last or not _same_source(r, other):
            continue
        if not _TO_SOMEBODY.isdisjoint(syntax.lower[other.cue.first : other.cue.last + 1]):
            continue  # "said a clerk had rung and told her": the clerk told her
        at = other.cue.first
        while syntax.lower[at - 1] in _BEFORE_VERBS:
            at -= 1
        if syntax.lower[at - 1] not in ("and", "but"):
            continue
        end = at - 2 - (syntax.lower[at - 2] == ",")
        contents = [
            replace(c, last=end) if c.first <= end and at <= c.last else c for c in contents
        ]
    return replace(r, contents=tuple(contents))


def _same_source(r: Roles, other: Roles) -> bool:
    """True if both have a source, the same, and it stands outside what the first says."""
    known = {(c.first, c.last) for c in r.sources}
    return any(
        (s.first, s.last) in known and not any(c.first <= s.first <= c.last for c in r.contents)
        for s in other.sources
    )


# Nested ----------------------------------------------------------------------------------------


def _nested(syntax: Syntax, r: Roles, every: tuple[Roles, ...]) -> Roles:
    """Inside another's content it is who stands right before the cue that speaks.

    "Quill said that her driver had told her": told by the driver, not by Quill.
    """
    holders = [
        c
        for other in every
        for c in other.contents
        if other.cue != r.cue and c.first < r.cue.first and r.cue.last <= c.last
    ]
    at = r.cue.first
    while at > 0 and syntax.lower[at - 1] in _BEFORE_VERBS:
        at -= 1
    speaker = at - 1
    if not holders or speaker < max(c.first for c in holders):
        return r
    if syntax.lower[r.cue.last] in _ADDRESSED and _BE & set(syntax.lower[at : r.cue.last]):
        return r  # "we are told"
    if syntax.lower[r.cue.first : r.cue.last + 2] in (["accused", "of"], ["accused", "by"]):
        return r  # "a pilot accused of"
    if syntax.lower[r.cue.last] in _SHOUTING:
        return r
    if syntax.upos[speaker] not in ("NOUN", "PROPN", "PRON") or syntax.upos[r.cue.last] != "VERB":
        return r
    if syntax.lower[speaker] in ("who", "that", "which", "it") or any(
        c.first <= speaker <= c.last for c in r.sources
    ):
        return r
    first, last = syntax.phrase(speaker)
    source = Chunk(first, last, "source", r.cue.score)
    relays = tuple(c for c in r.relays if c.last < first or c.first > last)
    return replace(r, sources=(source,), relays=relays)
