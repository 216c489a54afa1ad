"""Relations and events that no frame has the words for, by a network that learned them.

readings, what frames found  →  `Ties`  →  more relations, more events, with their participants

A frame knows better: what one has found, asserted or not, is left as it is. Whatever stands between
the two ends in the tree and takes the assertion back, takes it back here too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from graph.annotate.clauses import Clauses
from graph.annotate.decode import Floats
from graph.annotate.frames import Frames
from graph.annotate.grounding import Readings
from graph.annotate.mentions import TITLES
from graph.annotate.modality import Modality, modality
from graph.annotate.nouns import AIDES, KIN, singular
from graph.annotate.spots import Spot, find_pairs
from graph.annotate.ties import ROLES, Ties
from graph.annotate.ways import disguised, wrong_way
from graph.terms import STANDING
from graph.types import Event, Participant, Relation

LIKELY = 0.85
"""The probability from which a relation is taken for one."""
HAPPENED, PART = 0.7, 0.5
"""The same for a word that tells an event, and for who takes part in it."""
_PARTS = frozenset("few some several many most half part none one third quarter".split())
_FORETELLS = frozenset("warn warning caution predict".split())
"""What threatens nobody: "warned that food would run out"."""
_OF_ONE = frozenset(("commands", "heads"))
"""What one has of a thing: a frame that found somebody knows better who."""
_SECOND = frozenset("deputy vice former ex assistant".split())
_LEARNERS = frozenset("student pupil graduate patient inmate prisoner".split())
_TELLING = ("VERB", "NOUN", "ADJ")
_LESS = {
    "threatened": frozenset("warn caution advise tell urge".split()),
    "killed": frozenset("shoot hit strike wound".split()),
    "aided": frozenset("pay sell buy".split()),
    "deserted_from": frozenset("leave retire".split()),
    "dismissed_from": frozenset("leave retire resign".split()),
    "demanded_of": frozenset("want hope".split()),
}
"""For a relation, verbs that say less than it, whatever annotators took them for."""


class Further:
    """Finds more relations and events in a text."""

    def __init__(
        self, readings: Readings, frames: Frames, ties: Ties, clauses: Clauses,
        known: Sequence[Event],
    ) -> None:  # fmt: skip
        """known: the events that frames found."""
        self.readings = readings
        self.frames = frames
        self.ties = ties
        self._clauses = clauses
        self._dateline = set(clauses.phrases.dateline(len(readings.syntax.upos) - 1))
        self._told = [
            (word, self.ties.kinds[kind])
            for word, kind in self._triggers()
            if self.ties.kinds[kind] in frames.events
        ]
        self._known = [(self._word(event), event) for event in known]
        mentions = [
            (i, m)
            for i, m in enumerate(readings.mentions)
            if readings.who(i) is not None and readings.syntax.upos[m.head] != "DET"
        ]
        self._mentioned = [i for i, _ in mentions]
        self._spots = [Spot(m.first, m.last, m.head, m.kind, m.form) for _, m in mentions]
        words = [w for w, _ in (*self._told, *self._known)]
        self._spots += [Spot(word, word, word, "event", "nominal") for word in words]
        who = [*(readings.who(i) for i in self._mentioned), *(f"{w}" for w in words)]
        self._pairs = find_pairs(readings.syntax, self._spots, who)
        vectors = readings.syntax.reading.vectors
        self._scores = self.ties.scores(vectors, self._spots, self._pairs)

    def _triggers(self) -> Iterator[tuple[int, int]]:
        """The words that tell an event, each with the index of its kind."""
        scores = self.ties.events(self.readings.syntax.reading.vectors)
        for word in np.flatnonzero(scores.max(1) >= HAPPENED).tolist():
            if self.readings.syntax.upos[word] in _TELLING:
                yield word, int(scores[word].argmax())

    # Relations ---------------------------------------------------------------------------------

    def relations(self, known: Sequence[Relation]) -> Iterator[Relation]:
        """Those that are likely, but for those of two entities that a frame has found."""
        taken = {(r.subject, r.predicate, r.object) for r in known}
        rows, columns = np.nonzero(self._scores[:, : -len(ROLES)] >= LIKELY)
        sure = self._scores[rows, columns]
        for at in np.argsort(-sure):
            row, name = int(rows[at]), self.ties.labels[int(columns[at])]
            relation = self._relation(row, name, float(sure[at]))
            if relation is None:
                continue
            tie = (relation.subject, name, relation.object)
            turned = (relation.object, name, relation.subject)
            if name in _OF_ONE and any((n, o) == tie[1:] for _, n, o in taken):
                continue
            if tie not in taken and turned not in taken:
                taken.add(tie)
                yield relation

    def _relation(self, row: int, name: str, sure: float) -> Relation | None:
        """The relation of a pair, if its ends are of the right kinds."""
        frame = self.frames.relations.get(name)
        one, other = self._spots[self._pairs.ones[row]], self._spots[self._pairs.others[row]]
        subject, target = self._entity(one), self._entity(other)
        if frame is None or subject is None or target is None or subject == target:
            return None
        if name in STANDING and self._verbs(row):
            return None
        said = (*self._pairs.ways[row], int(self._pairs.tops[row]))
        if not _LESS.get(name, frozenset()).isdisjoint(self._clauses.lemmas[w] for w in said):
            return None
        kinds = self.readings.kind_of(subject), self.readings.kind_of(target)
        if kinds[0] not in frame.kinds["subject"] or kinds[1] not in frame.kinds["object"]:
            return None
        if wrong_way(self.readings.syntax, name, other.head):
            return None
        if disguised(self.readings.syntax, one.head, other.head):
            return None
        if other.head in self._dateline or self._is_no_more(one, name) or self._apart(row):
            return None
        if name not in STANDING and self._is_theirs(one):
            return None
        if any(self._is_left_out(spot) for spot in (one, other)) or self._of_whose(one, other):
            return None
        top = int(self._pairs.tops[row])
        how = self._modality(row)
        holders = {self._said(w) for w in (top, one.head, other.head)} - {None}
        if len(holders) > 1:
            return None  # one end is somebody's word, the other another's
        attribution = next(iter(holders), None)
        return Relation(
            subject, name, target,
            (self.readings.evidence((top,), (one.head, other.head)),),
            polarity=self.readings.polarity(how, attribution),
            temporality=how.temporality,
            certainty=self.readings.certainty(how, attribution),
            quantity=self.readings.quantity(one.head),
            time=self.readings.time(top),
            attribution=attribution,
            rule=f"{name}: learned, {sure:.2f}",
        )  # fmt: skip

    def _said(self, word: int) -> int | None:
        """The attribution that holds a word."""
        return self.readings.attribution(self.readings.syntax.words.span(word, word))

    def _is_left_out(self, spot: Spot) -> bool:
        """True of the ADF in "unlike the ADF", of the nine in "two of the nine"."""
        syntax = self.readings.syntax
        before = syntax.lower[max(0, spot.first - 2) : spot.first]
        if before[-1:] == ["the"]:
            before = syntax.lower[max(0, spot.first - 3) : spot.first - 1]
        if before[-1:] in (["unlike"], ["except"]) or before == ["but", "not"]:
            return True
        part = spot.first - 2 - (syntax.lower[max(0, spot.first - 1)] == "the")
        whole = syntax.lower[spot.first] == "the" or part < spot.first - 2
        counts = part >= 0 and (syntax.upos[part] == "NUM" or syntax.lower[part] in _PARTS)
        return before[-1:] == ["of"] and whole and counts

    def _is_theirs(self, spot: Spot) -> bool:
        """True of Quill in "killed the driver of General Quill"."""
        lower, of = self.readings.syntax.lower, spot.first - 1
        while of > 0 and lower[of] in TITLES:
            of -= 1
        return of > 0 and lower[of] == "of" and singular(lower[of - 1]) in KIN | AIDES

    def _apart(self, row: int) -> bool:
        """True of ends in two clauses, each with a subject: "killed in Orm, and two were hurt"."""
        syntax, top = self.readings.syntax, int(self._pairs.tops[row])
        return any(
            w != top
            and syntax.deprels[w] in ("conj", "advcl", "parataxis")
            and syntax.upos[w] == "VERB"
            and bool(self._clauses.children(w, "nsubj", "nsubj:pass"))
            for w in self._pairs.ways[row]
        )

    def _of_whose(self, one: Spot, other: Spot) -> bool:
        """True of Quill in "Ada Quill, whose husband commands the brigade"."""
        return (
            one.last < other.first
            and "whose" in self.readings.syntax.lower[one.last + 1 : other.first]
        )

    def _is_no_more(self, spot: Spot, name: str) -> bool:
        """True of "a student at Orm University", who is not employed there, and "a commander"."""
        lower = self.readings.syntax.lower
        if name in _OF_ONE and not _SECOND.isdisjoint(lower[spot.first : spot.head]):
            return True  # "the deputy commander"
        if name == "commands":  # "an Islamic State commander" is one of several
            return lower[spot.first] in ("a", "an")
        return name == "employed_by" and self._clauses.lemmas[spot.head] in _LEARNERS

    def _entity(self, spot: Spot) -> int | None:
        return self.readings.entity_at(spot.head)

    def _verbs(self, row: int) -> list[int]:
        """The words between the ends that say what is done, or is."""
        upos = self.readings.syntax.upos
        told = {word for word, _ in self._told}
        return [w for w in self._pairs.ways[row] if upos[w] in ("VERB", "AUX") or w in told]

    def _modality(self, row: int) -> Modality:
        """How the first clause between the ends, or of them, that is not asserted is put."""
        ends = (self._spots[p[row]].head for p in (self._pairs.ones, self._pairs.others))
        named = [word for word in ends if self._clauses.children(word, "cop")]
        for word in (*self._verbs(row), *named):
            how = modality(self._clauses, word)
            if how != Modality():
                return how
        return Modality()

    # Events ------------------------------------------------------------------------------------

    def events(self) -> list[Event]:
        """Those of the frames, and others that somebody takes part in."""
        words = self.readings.syntax.words
        found = list(self._completed())
        for at, (word, kind) in enumerate(self._told):
            span = words.span(word, word)
            if any(e.trigger.meets(span) for _, e in self._known):
                continue
            if kind == "threaten" and self._clauses.lemmas[word] in _FORETELLS:
                continue
            event = self._event(len(self._mentioned) + at, word, kind)
            if event is not None:
                found.append(event)
        return found

    def _completed(self) -> Iterator[Event]:
        """The events of the frames, with who did it where no frame found anybody."""
        first = len(self._mentioned) + len(self._told)
        for at, (_, event) in enumerate(self._known):
            there = {p.entity for p in event.participants}
            known = any(p.role == "actor" for p in event.participants)
            parts = {} if known else self._participants(first + at, event.kind)
            more = tuple(
                Participant(role, entity)
                for entity, role in parts.items()
                if role == "actor" and entity not in there
            )
            yield replace(event, participants=event.participants + more)

    def _word(self, event: Event) -> int:
        """The head of the words that tell an event."""
        first, end = self.readings.syntax.words.within(event.trigger)
        return self.readings.syntax.head(first, end - 1)

    def _event(self, spot: int, word: int, kind: str) -> Event | None:
        how = modality(self._clauses, word)
        span = self.readings.syntax.words.span(word, word)
        attribution = self.readings.attribution(span)
        sure = self.readings.certainty(how, attribution) in ("certain", "probable")
        taken = self._participants(spot, kind) if sure and how.temporality != "future" else {}
        if not taken:
            return None
        return Event(
            kind, span, tuple(Participant(role, n) for n, role in taken.items()),
            self.readings.time(word), attribution,
            self.readings.polarity(how, attribution) == "negative",
        )  # fmt: skip

    def _participants(self, event: int, kind: str) -> dict[int, str]:
        """Entity → role, of those who likely take part, and may."""
        allowed = self.frames.events[kind].kinds
        rows = np.flatnonzero(self._pairs.ones == event)
        scores: Floats = self._scores[rows, -len(ROLES) :]
        found: dict[int, tuple[float, str]] = {}
        for row, parts in zip(rows.tolist(), scores, strict=True):
            sure = float(parts.max())
            spot = self._spots[self._pairs.others[row]]
            if sure < PART or spot.head in self._dateline:
                continue
            entity = self._entity(spot)
            if entity is not None:
                best = (sure, ROLES[int(parts.argmax())])
                if self.readings.kind_of(entity) in allowed.get(best[1], ()):
                    found[entity] = max(found.get(entity, best), best)
        return {entity: role for entity, (_, role) in found.items()}
