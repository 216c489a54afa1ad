"""Roles that the trees know better than the tagger.

    roles of every cue  →  the same, mended where a construction is plain

"AP, citing officials, said P": officials are the source of P, and AP is not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from graph.annotate.colons import introduced
from graph.annotate.dialogue import in_dialogue
from graph.annotate.hearsay import HEARSAY, charges, said_of
from graph.annotate.judged import is_named, shown, verdict, whole_act, without_as
from graph.annotate.lemmas import lemma
from graph.annotate.model import Chunk, Roles
from graph.annotate.nouns import kind_of, singular
from graph.annotate.phrases import Phrases
from graph.annotate.speakers import ADDRESSED
from graph.annotate.statements import to_its_end
from graph.annotate.syntax import MARKS, Syntax
from graph.annotate.uncued import claims, fronted, heard
from graph.annotate.verdicts import FALSE, REBUFF, REPORT
from graph.annotate.views import views

CITING = frozenset("citing cites cited cite quoting quotes quoted".split())
_SHOUTING = frozenset(
    "fearing screaming yelling shouting crying whispering chanting calling".split()
)
_SPEAK_NOT = (None, "place", "document")
_REFERENCE = frozenset("reference referring attributing attribution".split())
_BEFORE_VERBS = frozenset("had has have also then later already never not just only once".split())
_TO_SOMEBODY = ADDRESSED | {"asks", "warned", "promised"}
_ADDRESSED = ADDRESSED | {"warned", "notified", "reminded", "advised", "promised"}
_CLAIM = REPORT | {"finding"}
_VERDICT, _VERDICTS = 6, FALSE | {"a", "an", "“", '"', "pure", "mere"}
"""How many words of a content "as a fairy tale" is, and how it begins behind "as"."""
_QUOTES = frozenset('"“”')
_TO_BY = 5
"""Words from "quoted" within which "by" stands, behind a day."""
_FROM_TALKS = ["based", "on", "interviews", "with"]
_BE = frozenset("is are was were be been being".split())


def repaired(syntax: Syntax, roles: tuple[Roles, ...]) -> list[Roles]:
    """Mended roles and the citations that no cue was found for, in the order of the cues."""
    roles = tuple(verdict(syntax, r, roles) for r in roles)
    kept = tuple(r for r in roles if not (_is_turned(syntax, r, roles) or is_named(syntax, r)))
    mended = [_parted(syntax, _mended(syntax, r, roles), roles) for r in kept]
    mended += [own for r in kept if (own := _likened(syntax, r)) is not None]
    found = [_nested(syntax, r, roles) for r in mended]
    found += _uncued(syntax, found)
    found = _instead(found, heard(syntax))
    for finds in (charges, claims, fronted, views):
        found += finds(syntax, {i for r in found for i in range(r.cue.first, r.cue.last + 1)})
    found += introduced(syntax, found)
    found = shown(syntax, found)
    found = [without_as(syntax, r, found) for r in found]
    found = in_dialogue(syntax, [to_its_end(syntax, r) for r in found])
    return sorted(found, key=lambda r: r.cue.first)


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
        return _in_its_sentence(syntax, _cited(syntax, r, every))
    if syntax.lower[r.cue.last - 1 : r.cue.last + 1] == ["according", "to"]:
        return _rejoined(syntax, _according(syntax, r))
    if syntax.lower[r.cue.last] in _ADDRESSED:
        return _addressed(syntax, r)
    if words & _SHOUTING:
        return _shouted(syntax, r)
    if words == {"adding"}:
        return _added(syntax, r, every)
    if r.cue.first == r.cue.last and words & HEARSAY:
        return replace(r, contents=tuple(said_of(syntax, r.cue)))
    return whole_act(syntax, _rebuffed(syntax, r))


def _shouted(syntax: Syntax, r: Roles) -> Roles:
    """Of "came out of a tunnel screaming that P" who came out is the source, not the tunnel."""
    mute = [c for c in r.sources if kind_of(syntax.texts[c.last]) in _SPEAK_NOT]
    if not mute or len(mute) < len(r.sources):
        return r
    verbs = (w for w in range(mute[0].first, 0, -1) if syntax.upos[w] == "VERB")
    subject = next((s for w in verbs if (s := syntax.subject(w)) is not None and s < w), None)
    return r if subject is None else replace(r, sources=(_phrase(syntax, subject, r.cue.score),))


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
    source = _phrase(syntax, behind[0], r.cue.score)
    return replace(r, sources=(source,), relays=())


def _rebuffed(syntax: Syntax, r: Roles) -> Roles:
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


def _likened(syntax: Syntax, r: Roles) -> Roles | None:
    """What a claim is called, in the words of who dismisses it: as "a fairy tale"."""
    claim, that = _claim(syntax, r)
    quoted = [i for i in range(r.cue.last + 1, claim) if syntax.texts[i] in _QUOTES]
    if that < 0 or len(quoted) != 2 or syntax.lower[r.cue.last + 1] != "as":
        return None
    return replace(r, contents=(Chunk(r.cue.last + 1, quoted[1], "content", r.cue.score),))


def _according(syntax: Syntax, r: Roles) -> Roles:
    """Of "according to X" X is the source, whatever stands elsewhere."""
    after = r.cue.last + 1
    if any(after <= c.first <= after + 2 for c in r.sources):
        return r
    head = Phrases(syntax).after(r.cue.last)
    if head is None:
        return r
    source = _phrase(syntax, head, r.cue.score)
    said = (p for c in r.contents for p in _outside(syntax, c, r.cue.first, source.last))
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
    if syntax.lower[r.cue.first : r.cue.last + 1] == ["accused"] and _is_participle(syntax, r):
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


def _is_participle(syntax: Syntax, r: Roles) -> bool:
    """True of "accused of" that has no subject of its own."""
    return syntax.lower[r.cue.last + 1 : r.cue.last + 2] in (["of"], ["by"])


# Citing ----------------------------------------------------------------------------------------


def _cited(syntax: Syntax, r: Roles, every: tuple[Roles, ...]) -> Roles:
    """What is cited is the source; the content is that of the one who cites."""
    verb = next(i for i in range(r.cue.first, r.cue.last + 1) if syntax.lower[i] in CITING)
    if _passive(syntax, verb):
        return _quoted_by(syntax, r, verb)
    cited = _object(syntax, verb)
    if cited is None:
        return r
    beside = r.contents or _beside(syntax, r.cue, every)
    known = tuple(s for s in r.sources if s.first <= cited <= s.last)
    if known:
        citing = tuple(s for s in r.sources if s.last < r.cue.first)
        return replace(r, sources=known, contents=beside, relays=(*r.relays, *citing))
    source = _phrase(syntax, cited, r.cue.score)
    contents = tuple(p for c in r.contents for p in _outside(syntax, c, r.cue.first, source.last))
    return replace(r, sources=(source,), contents=contents or _beside(syntax, r.cue, every))


def _in_its_sentence(syntax: Syntax, r: Roles) -> Roles:
    """Without what the sentence before says, if something stands in the sentence of the cue."""
    first = syntax.words.sentence_at(r.cue.first)[0]
    here = tuple(c for c in r.contents if c.first >= first)
    before = [c for c in r.contents if c.last < first]
    return replace(r, contents=here) if here and before else r


def _quoted_by(syntax: Syntax, r: Roles, verb: int) -> Roles:
    """Of "Dumlao was quoted by the daily as saying P" Dumlao is the source, the daily the relay."""
    by = next(
        (w for w in range(verb + 1, verb + _TO_BY) if syntax.lower[w : w + 1] == ["by"]), None
    )
    if by is None or any(syntax.upos[w] == "VERB" for w in range(verb + 1, by)):
        return r
    agent = Phrases(syntax).after(by)
    of = [syntax.heads[verb]] if syntax.deprels[verb] == "acl" else []  # "the army, cited by X"
    before = of or Phrases(syntax).before(verb)
    if agent is None or not before:
        return r
    relay, source = (
        next((c for c in (*r.sources, *r.relays) if c.first <= word <= c.last), None)
        or _phrase(syntax, word, r.cue.score)
        for word in (agent, before[0])
    )
    said = tuple(c for c in r.contents if not c.first <= before[0] <= c.last)
    others = tuple(
        c
        for c in r.relays
        if not any(c.first <= one.last and one.first <= c.last for one in (relay, source))
    )
    return replace(r, sources=(source,), contents=said, relays=(*others, relay))


def _passive(syntax: Syntax, verb: int) -> bool:
    """True for "was quoted as saying" and "quoted by"."""
    below = [syntax.deprels[c] for c in syntax.children[verb]]
    after = syntax.lower[verb + 1 : verb + 2]
    return "aux:pass" in below or "nsubj:pass" in below or after in (["by"], ["as"])


def _object(syntax: Syntax, verb: int) -> int | None:
    after = [c for c in syntax.children[verb] if c > verb and syntax.lower[c] != "saying"]
    found = next((c for c in after if syntax.deprels[c] in ("obj", "obl", "nmod")), None)
    return Phrases(syntax).after(verb) if found is None else found


def _phrase(syntax: Syntax, head: int, score: float) -> Chunk:
    """The noun phrase of a head with what closely belongs to it ("documents obtained by")."""
    first, last = syntax.phrase(head)
    for child in syntax.children[head]:
        if child == last + 1 and syntax.deprels[child] == "acl":
            last = max(last, *syntax.below(child))
    return Chunk(first, last, "source", score)


def _outside(syntax: Syntax, c: Chunk, first: int, last: int) -> Iterator[Chunk]:
    """What is left of a content before and behind words first to last."""
    if c.last < first or c.first > last:
        yield c
        return
    if c.first < first:
        yield replace(c, last=first - 1)
    behind = last + 1
    while behind <= c.last and syntax.texts[behind] in MARKS:
        behind += 1
    if behind < c.last:
        yield replace(c, first=behind)


def _beside(syntax: Syntax, cue: Chunk, every: tuple[Roles, ...]) -> tuple[Chunk, ...]:
    """The content of the nearest other cue of the sentence."""
    sentence = syntax.words.sentence_of(cue.first)
    others = [
        r
        for r in every
        if r.contents and r.cue != cue and syntax.words.sentence_of(r.cue.first) == sentence
    ]
    near = min(others, key=lambda r: abs(r.cue.first - cue.first), default=None)
    return near.contents if near else ()


def _uncued(syntax: Syntax, found: list[Roles]) -> Iterator[Roles]:
    """Citations without a cue: "…, with reference to", "citing" that the tagger passed over."""
    covered = {i for r in found for i in range(r.cue.first, r.cue.last + 1)}
    for i, word in enumerate(syntax.lower):
        if i in covered or not _cites(syntax, i, word):
            continue
        cited = _object(syntax, i)
        cue = Chunk(i, i, "", 0.5)
        contents = _beside(syntax, cue, tuple(found))
        if cited is None or not contents:
            continue
        if any(c.first <= i <= c.last for c in contents):
            continue
        citer = _nearest_source(syntax, cue, found)
        if citer is not None:
            yield Roles(cue, (_phrase(syntax, cited, 0.5),), contents, (citer,))


def _cites(syntax: Syntax, i: int, word: str) -> bool:
    if word in ("citing", "quoting"):
        return syntax.upos[i] in ("VERB", "ADP", "SCONJ") and syntax.lower[i - 1] != "without"
    if syntax.lower[max(0, i - len(_FROM_TALKS) + 1) : i + 1] == _FROM_TALKS:
        return True
    if word == "on" and syntax.lower[i - 1] in ("drawing", "relying"):
        return True
    return word in _REFERENCE and syntax.lower[i + 1 : i + 2] == ["to"]


def _nearest_source(syntax: Syntax, cue: Chunk, found: list[Roles]) -> Chunk | None:
    sentence = syntax.words.sentence_of(cue.first)
    sources = [
        r.sources[0]
        for r in found
        if r.sources and syntax.words.sentence_of(r.cue.first) == sentence
    ]
    return min(sources, key=lambda s: abs(s.last - cue.first), default=None)
