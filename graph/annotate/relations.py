"""Matches of frames → relations between entities, and events with their participants.

syntax, frames, who is at a word  →  matches  →  arguments of the right kind  →  Relation, Event

A relation that is negated, to come or doubted is kept and marked, so that it is never asserted. An
event says that something happened: one to come or doubted is none, a negated one is marked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial

from graph.annotate.antecedents import Heads
from graph.annotate.clauses import Clauses
from graph.annotate.frames import Frame, Frames
from graph.annotate.further import Further
from graph.annotate.grounding import Readings
from graph.annotate.matching import Match, find_matches
from graph.annotate.nouns import singular
from graph.annotate.syntax import Syntax
from graph.annotate.ties import Ties
from graph.annotate.ways import wrong_way
from graph.types import Event, Kind, Participant, Relation, Span

_VAGUE = frozenset(
    "dozens hundreds thousands scores tens number group some one two three four five six several "
    "many most all half none rest others few couple majority handful part both each last first "
    "third quarter crowd total".split()
)
"""Words that count or part what follows "of"."""
_WHOLE = frozenset("the those these his her its their our".split())
_EVERY = frozenset(("all", "both", "each"))
_SETTLEMENTS = frozenset(
    "village town city hamlet suburb district port island province region camp quarter".split()
)
_PHRASE, _INSIDE = 6, frozenset("DET ADJ NOUN PROPN PRON PART NUM".split())
"""How far left of a noun "of" may stand, and what may stand between."""
_DATELINE = 4
"""Words behind its place that may still be of a dateline."""
_MOST = 4
"""Entities taken for one argument."""


_Who = Callable[[tuple[Heads, ...], frozenset[Kind]], tuple[tuple[int, int], ...]]
"""Who fills a role, as pairs of a head word and an entity."""


@dataclass(frozen=True, slots=True)
class _Filled:
    """A match with, for each role, the (head word, entity) pairs that fill it."""

    match: Match
    roles: Mapping[str, tuple[tuple[int, int], ...]]


def find_relations(
    readings: Readings, frames: Frames, ties: Ties | None = None
) -> tuple[list[Relation], list[Event]]:
    """The relations and the events of a text, each once, in text order.

    ties: what finds those that no frame has the words for; None: nothing does.
    """
    clauses = Clauses(readings.syntax)
    fillers = cache(partial(_fillers, readings))
    filled = [_fill(readings, match, fillers) for match in find_matches(clauses, frames, fillers)]
    filled = [f for f in filled if all(f.roles[need] for need in f.match.trigger.needs)]
    filled = _without_dateline(clauses, filled)
    found = [r for f in filled for r in _relations(readings, frames, f)]
    found += [r for f in filled for r in _inherited(readings, frames, f, found)]
    told = _merged([e for f in filled for e in _events(readings, f)])
    if ties is not None:
        further = Further(readings, frames, ties, clauses, told)
        found += further.relations(found)
        told = further.events()
    return _once(found), sorted(told, key=lambda e: e.trigger)


def _without_dateline(clauses: Clauses, filled: list[_Filled]) -> list[_Filled]:
    """Without the place of a dateline behind it: there something was written, not done."""
    at = set(clauses.phrases.dateline(len(clauses.syntax.upos) - 1))
    if not at:
        return filled
    behind = max(at) + _DATELINE
    return [
        replace(f, roles={
            role: tuple(who for who in people if who[0] not in at)
            for role, people in f.roles.items()
        })
        if f.match.word > behind else f
        for f in filled
    ]  # fmt: skip


# Who fills a role ------------------------------------------------------------------------------


def _fill(readings: Readings, match: Match, fillers: _Who) -> _Filled:
    roles = {
        role: fillers(alternatives, match.trigger.kinds[role])
        for role, alternatives in match.arguments.items()
    }
    if roles.get("actor"):
        allowed = match.frame.kinds["actor"] & {"person", "group"}
        roles["actor"] = tuple(_member(readings, who, allowed) for who in roles["actor"])
    if roles.get("place"):
        roles["place"] = tuple(w for w in roles["place"] if readings.told_with(w[0], match.word))
    return _Filled(match, roles)


def _member(readings: Readings, who: tuple[int, int], kinds: frozenset[Kind]) -> tuple[int, int]:
    """The soldiers rather than the brigade, in "soldiers of the 5th Brigade left"."""
    syntax = readings.syntax
    above = syntax.heads[who[0]]
    belongs = any(syntax.lower[c] == "of" for c in syntax.children[who[0]])
    person = readings.kind_of(who[1]) in ("person", "group")
    if above < who[0] and belongs and not person and syntax.deprels[who[0]] == "nmod":
        member = readings.entity_at(above)
        if member is not None and readings.kind_of(member) in kinds:
            return above, member
    return who


def _fillers(
    readings: Readings, alternatives: tuple[Heads, ...], kinds: frozenset[Kind]
) -> tuple[tuple[int, int], ...]:
    """Who fills a role: of the first alternative that anybody of the right kind is in."""
    for heads in alternatives:
        fits = [(word, entity) for word in heads for entity in _entities(readings, word, kinds)]
        if fits:
            among = [a for word in heads for a in _included(readings, word, kinds)]
            return tuple(dict.fromkeys([*fits, *among]))[:_MOST]
    return ()


def _included(readings: Readings, word: int, kinds: frozenset[Kind]) -> Iterator[tuple[int, int]]:
    """The people among those at a word: "seven people, including two nurses and a driver"."""
    syntax = readings.syntax
    end = syntax.words.sentence_at(word)[1]
    at = next((i for i in range(word + 1, min(word + _PHRASE, end))
               if syntax.lower[i] == "including"), end)  # fmt: skip
    if at == end or "group" not in kinds:
        return
    if any(syntax.upos[i] in ("VERB", "AUX") for i in range(word + 1, at)):
        return
    for i in range(at + 1, end):
        if syntax.upos[i] not in _INSIDE and syntax.lower[i] not in (",", "and", "of"):
            return
        entity = readings.entity_at(i)
        if entity is not None and readings.kind_of(entity) in ("person", "group"):
            yield i, entity


def _entities(readings: Readings, word: int, kinds: frozenset[Kind]) -> list[int]:
    """The entity of the right kind at a word, or at words that mean the same.

    Of "dozens of residents" that of the residents, or that of the dozens; of "the villages of Orm
    and Velin" those of both. Of "two of the nine suspects" not that of the nine.
    """
    part = _part_of_it(readings, word)
    if part is not None:
        some = readings.entity_at(part)
        return [some] if some is not None and readings.kind_of(some) in kinds else []
    syntax = readings.syntax
    for heads in ([word], *_counted(syntax, word), _named(syntax, word), _places(syntax, word)):
        found = [readings.entity_at(head) for head in heads]
        fits = [e for e in found if e is not None and readings.kind_of(e) in kinds]
        if fits:
            return fits
    return []


def _counted(syntax: Syntax, word: int) -> Iterator[list[int]]:
    """What is counted of a word that counts, and the word that counts what is counted."""
    if _is_part(syntax, word):
        return
    if syntax.lower[word] in _VAGUE or syntax.upos[word] == "NUM":
        yield from ([c] for c in syntax.children[word] if syntax.deprels[c] == "nmod")
    at = word - 1
    while word - at < _PHRASE and at > 0 and syntax.upos[at] in _INSIDE:
        at -= 1
    if (
        at > 0
        and syntax.lower[at] == "of"
        and (syntax.lower[at - 1] in _VAGUE or syntax.upos[at - 1] == "NUM")
    ):
        yield [at - 1]


def _part_of_it(readings: Readings, word: int) -> int | None:
    """The two, of the nine in "two of the nine suspects"."""
    syntax = readings.syntax
    first = word
    while first > 0 and syntax.lower[first] not in _WHOLE and syntax.upos[first] in _INSIDE:
        first -= 1
    counted = syntax.lower[first] in _WHOLE and syntax.lower[first - 1 : first] == ["of"]
    part = first - 2
    if not counted or part < 0 or syntax.lower[part] in _EVERY:
        return None
    counts = syntax.upos[part] == "NUM" or syntax.lower[part] in ("few", "some", "several", "most")
    return part if counts else None


def _is_part(syntax: Syntax, word: int) -> bool:
    """True of "two of the nine", of whom the rest did nothing."""
    behind = syntax.lower[word + 1 : word + 3]
    return behind[:1] == ["of"] and behind[-1] in _WHOLE and syntax.lower[word] not in _EVERY


def _places(syntax: Syntax, word: int) -> list[int]:
    """The names behind "of" where the word says what they are: "the villages of Orm and Velin"."""
    if singular(syntax.texts[word]) not in _SETTLEMENTS:
        return []
    names = [c for c in syntax.children[word] if c > word and syntax.deprels[c] == "nmod"
             and syntax.upos[c] == "PROPN"
             and any(syntax.lower[k] == "of" for k in syntax.children[c])]  # fmt: skip
    joined = [c for n in names for c in syntax.children[n] if syntax.deprels[c] == "conj"]
    return [*names, *joined]


def _named(syntax: Syntax, word: int) -> list[int]:
    """The name that a title or description stands before: "the minister, Ada Quill".

    Of "Colonel Reed" the tree may put either on top.
    """
    return [c for c in syntax.children[word] if syntax.deprels[c] in ("flat", "appos")]


# Relations -------------------------------------------------------------------------------------


def _ties(frames: Frames, frame: Frame) -> Iterator[tuple[Frame, tuple[str, str]]]:
    """The relations a frame stands for, with the roles of their subject and object."""
    if not frame.is_event:
        yield frame, ("subject", "object")
        return
    for relation in frames.of_event.get(frame.name, ()):
        yield relation, relation.shares


def _relations(readings: Readings, frames: Frames, filled: _Filled) -> Iterator[Relation]:
    for frame, roles in _ties(frames, filled.match.frame):
        yield from _pairs(readings, filled, frame, roles)


def _pairs(
    readings: Readings, filled: _Filled, frame: Frame, roles: tuple[str, str]
) -> Iterator[Relation]:
    """A relation for each subject with each object."""
    kinds = (frame.kinds["subject"], frame.kinds["object"])
    for one, subject in filled.roles[roles[0]]:
        for other, object_ in filled.roles[roles[1]]:
            fits = readings.kind_of(subject) in kinds[0] and readings.kind_of(object_) in kinds[1]
            fits = fits and not wrong_way(readings.syntax, frame.name, other)
            if fits and subject != object_:
                yield _relation(
                    readings, filled.match, frame.name, (one, subject), (other, object_)
                )


def _relation(
    readings: Readings, match: Match, name: str, subject: tuple[int, int],
    object_: tuple[int, int], *, rule: str = "",
) -> Relation:  # fmt: skip
    trigger = _trigger(readings.syntax, match)
    attribution = readings.attribution(trigger)
    return Relation(
        subject[1],
        name,
        object_[1],
        (readings.evidence((match.word, match.other), (subject[0], object_[0])),),
        polarity=readings.polarity(match.modality, attribution),
        temporality=match.modality.temporality,
        certainty=readings.certainty(match.modality, attribution),
        quantity=readings.quantity(subject[0]),
        time=readings.time(match.word),
        attribution=attribution,
        rule=rule or f"{name}: {match.trigger.sort} “{trigger.of(readings.syntax.words.text)}”",
    )


def _inherited(
    readings: Readings, frames: Frames, filled: _Filled, found: Sequence[Relation]
) -> Iterator[Relation]:
    """The object a clause leaves out, from another relation of its subject in the sentence."""
    match = filled.match
    sentence = readings.sentence(match.word)
    for frame, roles in _ties(frames, match.frame):
        if not frame.inherits or filled.roles[roles[1]]:
            continue
        for word, entity in filled.roles[roles[0]]:
            for known in found:
                same = (known.predicate, known.subject) == (frame.inherits, entity)
                if same and known.polarity == "positive" and sentence.holds(known.evidence[0]):
                    at = (readings.syntax.words.within(known.evidence[0])[0], known.object)
                    rule = f"{frame.name}: inferred from {known.predicate}"
                    yield _relation(readings, match, frame.name, (word, entity), at, rule=rule)


def _once(relations: Sequence[Relation]) -> list[Relation]:
    """Without repetition: the first of those that put the same thing forward the same way."""
    kept: dict[tuple[object, ...], Relation] = {}
    for r in sorted(relations, key=lambda r: r.evidence):
        key = (r.subject, r.predicate, r.object, r.attribution, r.polarity, r.asserted)
        kept.setdefault(key, r)
    return list(kept.values())


# Events ----------------------------------------------------------------------------------------


def _events(readings: Readings, filled: _Filled) -> Iterator[Event]:
    match = filled.match
    if not match.frame.is_event or match.modality.temporality == "future":
        return
    trigger = _trigger(readings.syntax, match)
    attribution = readings.attribution(trigger)
    if readings.certainty(match.modality, attribution) not in ("certain", "probable"):
        return
    taken: dict[int, Participant] = {}
    for role, fillers in filled.roles.items():
        for _, entity in fillers:
            taken.setdefault(entity, Participant(role, entity))
    if len(taken) < max(1, len(match.trigger.needs)):
        return
    negated = readings.polarity(match.modality, attribution) == "negative"
    yield Event(
        match.frame.name,
        trigger,
        tuple(taken.values()),
        readings.time(match.word),
        attribution,
        negated,
    )


def _merged(events: Sequence[Event]) -> list[Event]:
    """Each event once: as the first frame has it, what it leaves empty as the next one does."""
    kept: dict[tuple[str, Span], Event] = {}
    for event in events:
        first = kept.setdefault((event.kind, event.trigger), event)
        roles = {p.role for p in first.participants}
        known = {p.entity for p in first.participants}
        more = [p for p in event.participants if p.role not in roles and p.entity not in known]
        if more:
            whole = replace(first, participants=(*first.participants, *more))
            kept[event.kind, event.trigger] = whole
    return list(kept.values())


def _trigger(syntax: Syntax, match: Match) -> Span:
    return syntax.words.span(*sorted((match.word, match.other)))
