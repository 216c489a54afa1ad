"""Who is cited by whom: "AP, citing officials", "was quoted by the daily", with no cue at all.

roles of a cue that cites  →  the same, mended: what is cited is the source, who cites a relay
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from graph.annotate.phrases import Phrases
from graph.annotate.reading import Chunk, Roles
from graph.annotate.syntax import MARKS, Syntax
from graph.annotate.verdicts import SHOWS

CITING = frozenset("citing cites cited cite quoting quotes quoted".split())
_REFERENCE = frozenset("reference referring attribution".split())
_HEARS, _TO_FROM = frozenset("heard got learned learnt obtained".split()), 5
"""What an outlet does to what it has from others, and the words to "from", or to "to"."""
_SOURCES = frozenset("source sources official officials agency media report reports".split())
"""To whom one refers as a source, and not only to say whom one means."""
_TO_REPORTED = 8
"""Words from "referring" to the comma before who refers says so."""
_SPELLS = frozenset("weekend week month year night morning evening day".split())
"""Times, which nobody cites."""
_TO_BY = 5
"""Words from "quoted" within which "by" stands, behind a day."""
_WITH_REFERENCE = ["with", "reference", "to"]
_FROM_TALKS = ["based", "on", "interviews", "with"]


def cited(syntax: Syntax, r: Roles, every: tuple[Roles, ...]) -> Roles:
    """What is cited is the source; the content is that of the one who cites."""
    verb = next(i for i in range(r.cue.first, r.cue.last + 1) if syntax.lower[i] in CITING)
    if _passive(syntax, verb):
        return _quoted_by(syntax, r, verb)
    what = _object(syntax, verb)
    if what is None:
        return r
    beside = _not_the_citer(syntax, r, verb, every) or said_beside(syntax, r.cue, every)
    known = tuple(s for s in r.sources if s.first <= what <= s.last)
    if known:
        citing = tuple(s for s in r.sources if s.last < r.cue.first)
        return replace(r, sources=known, contents=beside, relays=(*r.relays, *citing))
    source = noun_phrase(syntax, what, r.cue.score)
    contents = tuple(p for c in r.contents for p in outside(syntax, c, r.cue.first, source.last))
    return replace(r, sources=(source,), contents=contents or said_beside(syntax, r.cue, every))


def before_reference(syntax: Syntax, r: Roles) -> Roles:
    """Of the cue "reports with reference to" the verb: the rest of it cites."""
    within = range(r.cue.first + 1, r.cue.last + 1)
    at = next((w for w in within if syntax.lower[w : w + 3] == _WITH_REFERENCE), None)
    if at is None:
        return r
    sources, subject = tuple(s for s in r.sources if s.last < at), syntax.subject(r.cue.first)
    if not sources and subject is not None:
        sources = (noun_phrase(syntax, subject, r.cue.score),)
    return replace(r, cue=replace(r.cue, last=at - 1), sources=sources, relays=())


def _not_the_citer(
    syntax: Syntax, r: Roles, verb: int, every: tuple[Roles, ...]
) -> tuple[Chunk, ...]:
    """Of "X said P, citing Y" it is P that is cited, not that X said so."""
    if syntax.lower[verb] not in ("citing", "quoting") or len(r.contents) != 1:
        return r.contents
    whole = r.contents[0]
    for other in every:
        parts = (*other.sources, *other.contents)
        within = all(whole.first <= c.first and c.last <= whole.last for c in parts)
        begins = bool(other.sources) and other.sources[0].first == whole.first
        if begins and within and whole.first < other.cue.first <= whole.last and other.contents:
            return other.contents
    return r.contents


def goes_on(syntax: Syntax, r: Roles, every: tuple[Roles, ...]) -> Roles:
    """Of "X quoted Y as saying P but said Q" it is X that says Q."""
    verb, lower = r.cue.first, syntax.lower
    if lower[verb - 1] not in ("but", "and") or syntax.upos[verb] != "VERB":
        return r
    first = syntax.words.sentence_at(verb)[0]
    for other in every:
        cue = range(other.cue.first, other.cue.last + 1)
        quotes = next((w for w in cue if lower[w] in ("quoted", "cited", "quotes", "cites")), None)
        if quotes is None or not first <= quotes < verb or _passive(syntax, quotes):
            continue
        subject = syntax.subject(quotes)
        said = lower[other.cue.last + 1 : verb]
        if subject is None or subject > quotes:
            citer = other.relays[:1]
        else:
            citer = (noun_phrase(syntax, subject, r.cue.score),)
        if not citer or "as" not in said or "“" in said or '"' in said:
            continue
        inside = any(c.first <= verb <= c.last for c in other.contents)
        if not inside and any(s.first > quotes for s in r.sources):
            return replace(r, sources=citer, relays=())
    return r


def in_its_sentence(syntax: Syntax, r: Roles) -> Roles:
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
        or noun_phrase(syntax, word, r.cue.score)
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
    no_source = _SPELLS | {"saying"}
    after = [c for c in syntax.children[verb] if c > verb and syntax.lower[c] not in no_source]
    found = next((c for c in after if syntax.deprels[c] in ("obj", "obl", "nmod")), None)
    to = syntax.lower[verb + 1 : verb + 2] == ["to"]
    return Phrases(syntax).after(verb + to) if found is None else found


def noun_phrase(syntax: Syntax, head: int, score: float) -> Chunk:
    """The noun phrase of a head with what closely belongs to it ("documents obtained by")."""
    first, last = syntax.phrase(head)
    for child in syntax.children[head]:
        if child == last + 1 and syntax.deprels[child] == "acl":
            last = max(last, *syntax.below(child))
    return Chunk(first, last, "source", score)


def outside(syntax: Syntax, c: Chunk, first: int, last: int) -> Iterator[Chunk]:
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


def said_beside(syntax: Syntax, cue: Chunk, every: tuple[Roles, ...]) -> tuple[Chunk, ...]:
    """The content of the nearest other cue of the sentence."""
    sentence = syntax.words.sentence_of(cue.first)
    others = [
        r
        for r in every
        if r.contents and r.cue != cue and syntax.words.sentence_of(r.cue.first) == sentence
    ]
    near = min(others, key=lambda r: abs(r.cue.first - cue.first), default=None)
    return near.contents if near else ()


def uncued(syntax: Syntax, found: list[Roles]) -> Iterator[Roles]:
    """Citations without a cue: "…, with reference to", "citing" that the tagger passed over."""
    covered = {i for r in found for i in range(r.cue.first, r.cue.last + 1)}
    for i, word in enumerate(syntax.lower):
        heard = hears_from(syntax, i)
        if i in covered or (heard is None and not _cites(syntax, i, word)):
            continue
        heard = _attributed_to(syntax, i) if word == "attributing" else heard
        cited = _object(syntax, i) if heard is None else Phrases(syntax).after(heard)
        cue = Chunk(i, i, "", 0.5)
        contents = said_beside(syntax, cue, tuple(found))
        if cited is None or not contents:
            continue
        if any(c.first <= i <= c.last for c in contents):
            continue
        citer = _nearest_source(syntax, cue, found)
        if citer is not None:
            yield Roles(cue, (noun_phrase(syntax, cited, 0.5),), contents, (citer,))


def _cites(syntax: Syntax, i: int, word: str) -> bool:
    if word in ("citing", "quoting"):
        return syntax.upos[i] in ("VERB", "ADP", "SCONJ") and syntax.lower[i - 1] != "without"
    if syntax.lower[max(0, i - len(_FROM_TALKS) + 1) : i + 1] == _FROM_TALKS:
        return True
    if word == "on" and syntax.lower[i - 1] in ("drawing", "relying"):
        return True
    if word == "attributing":
        return _attributed_to(syntax, i) is not None
    if word not in _REFERENCE or syntax.lower[i + 1 : i + 2] != ["to"]:
        return False
    if word == "reference":
        return syntax.lower[i - 1] == "with"
    if word != "referring" or not _SOURCES.isdisjoint(syntax.lower[i + 2 : i + 6]):
        return True
    near = range(i + 2, min(i + _TO_REPORTED, len(syntax.lower) - 1))  # "X, referring to P, said"
    return any(syntax.lower[w] == "," and syntax.upos[w + 1] == "VERB" for w in near)


def _attributed_to(syntax: Syntax, verb: int) -> int | None:
    """The "to" of "attributing the report to a police officer"."""
    near = range(verb + 1, verb + _TO_FROM)
    return next((w for w in near if syntax.lower[w : w + 1] == ["to"]), None)


def hears_from(syntax: Syntax, verb: int) -> int | None:
    """The preposition of "which was told by X", "which heard it from X"; None of other verbs."""
    lower = syntax.lower
    if lower[verb] in ("told", "informed"):
        return verb + 1 if lower[verb - 2 : verb + 2 : 3] == ["which", "by"] else None
    if lower[verb] not in _HEARS or lower[verb - 1] not in ("which", "had"):
        return None
    return next((w for w in range(verb + 1, verb + _TO_FROM) if lower[w : w + 1] == ["from"]), None)


def _nearest_source(syntax: Syntax, cue: Chunk, found: list[Roles]) -> Chunk | None:
    sentence = syntax.words.sentence_of(cue.first)
    sources = [
        r.sources[0]
        for r in found
        if r.sources and syntax.words.sentence_of(r.cue.first) == sentence
    ]
    return min(sources, key=lambda s: abs(s.last - cue.first), default=None)


def shown(syntax: Syntax, every: list[Roles]) -> list[Roles]:
    """Of "said P, citing a file showing that Q" the file is cited for P, and shows Q."""
    found = list(every)
    for at, cites in enumerate(every):
        if syntax.lower[cites.cue.first] != "citing":
            continue
        end = syntax.words.sentence_at(cites.cue.first)[1]
        shows = next((k for k, o in enumerate(every) if _shows(syntax, o, cites, end)), None)
        first = syntax.words.sentence_at(cites.cue.first)[0]
        known = [o for o in every if o.sources and o.contents]
        before = [o for o in known if first <= o.cue.first < cites.cue.first]
        if shows is None or not before:
            continue
        said = before[-1]
        paper = replace(said.sources[0], first=cites.cue.last + 1, last=every[shows].cue.first - 1)
        citers = (*said.relays, *said.sources)
        found[at] = replace(cites, sources=(paper,), contents=said.contents, relays=citers)
        found[shows] = replace(every[shows], sources=(paper,), relays=citers)
    return found


def _shows(syntax: Syntax, r: Roles, cites: Roles, end: int) -> bool:
    """True of the cue "showing" right behind what is cited."""
    between = syntax.upos[cites.cue.last + 1 : r.cue.first]
    near = cites.cue.last < r.cue.first < end and "VERB" not in between
    return near and syntax.lower[r.cue.first] in SHOWS
