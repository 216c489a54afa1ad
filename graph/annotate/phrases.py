"""Noun phrases by the parts of speech alone, for where the tree has lost its way.

syntax, a word  →  the head of the noun phrase after it, before it, tied to it by a preposition

A tree is wrong more often than the parts of speech are, and English order says much: who stands
before a verb does it, what stands after it has it done.
"""

from __future__ import annotations

from collections.abc import Iterator

from graph.annotate.syntax import DASHES, Syntax

_NOUNS = frozenset(("NOUN", "PROPN"))
_HEADS = _NOUNS | {"NUM", "PRON"}
_INSIDE = _HEADS | {"DET", "ADJ"}
_SKIPPED = frozenset(("AUX", "ADV", "PART"))
_OWNERS = frozenset("his her its their my our your whose".split())
_MARKS = frozenset(("'s", "’s", "'", "’"))
_QUOTES = frozenset('“ ” " ‘'.split())
_RELATIVE = frozenset("who which that whom".split())
_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december today yesterday tomorrow".split()
)
_BOUNDS = frozenset(
    "at least most up to as many few upwards no more fewer less than about around over nearly "
    "almost between well under some of the".split()
)
_BOUND = 6
"""Words before a number that say how exact it is."""
_REACH = 12
"""Words after a verb among which its prepositions stand."""


class Phrases:
    """Questions about what stands beside a word."""

    def __init__(self, syntax: Syntax) -> None:
        self.syntax = syntax
        self._names = {
            i: (c.first, c.last) for c in syntax.reading.names for i in range(c.first, c.last + 1)
        }

    def name_of(self, word: int) -> range:
        """The words of the name that a word is part of; else the word alone."""
        first, last = self._names.get(word, (word, word))
        return range(first, last + 1)

    def after(self, word: int) -> int | None:
        """The head of the noun phrase that begins right after a word."""
        upos, lower = self.syntax.upos, self.syntax.lower
        at, last = word + 1, self._end(word)
        while at < last and (upos[at] == "ADV" or lower[at] in _QUOTES):
            at += 1
        at = self._number(at, last)
        head = None
        while at < last and self._is_inside(at):
            if head is not None and (upos[at] in ("DET", "PRON") or lower[at] in _DAYS):
                break
            if at in self._names:
                at = self._names[at][1]
                head = at
            elif upos[at] in _HEADS and lower[at] not in _OWNERS and lower[at] not in _DAYS:
                head = at
            at += 1
            if at < last and lower[at] in _MARKS:
                head, at = None, at + 1
        return head

    def _number(self, at: int, end: int) -> int:
        """The number that words of a bound lead to: "no fewer than 38"; else the word itself."""
        far = at
        while far < min(at + _BOUND, end) and self.syntax.lower[far] in _BOUNDS:
            far += 1
        return far if far < end and self.syntax.upos[far] == "NUM" else at

    def _is_inside(self, at: int) -> bool:
        if self.syntax.upos[at] == "PRON" and self.syntax.lower[at] in _RELATIVE:
            return False
        if at in self._names or self.syntax.upos[at] in _INSIDE or self.syntax.lower[at] == "-":
            return True
        return self.syntax.upos[at] == "VERB" and self.syntax.deprels[at] in ("amod", "compound")

    def before(self, verb: int) -> list[int]:
        """Heads of what stands before a verb as its subject, the likeliest first."""
        upos, lower = self.syntax.upos, self.syntax.lower
        at, first = verb - 1, self._start(verb)
        while at >= first and (upos[at] in _SKIPPED or lower[at] in _QUOTES):
            at -= 1
        if at >= first and lower[at] in _RELATIVE and upos[at] in ("PRON", "DET", "SCONJ"):
            at -= 1
            return self._ending(at - (at >= first and lower[at] == ","), outer=False)
        if at > first and lower[at] == ",":
            opens = [i for i in range(at - 1, first, -1) if lower[i] == ","]
            return self._ending(opens[0] - 1, outer=True) if opens else []
        return self._ending(at, outer=True)

    def _ending(self, at: int, *, outer: bool) -> list[int]:
        """Heads of the noun phrase that ends at a word, and of those it is tied to by "of", "in".

        outer: the one all others hang on, then what "of" ties to it.
        """
        upos, lower = self.syntax.upos, self.syntax.lower
        found: list[int] = []
        first = self._start(at) if at >= 0 else 0
        while at >= first and (upos[at] in _HEADS or at in self._names):
            found.append(at)
            at = self.opening(at)
            if at - 1 < first or upos[at - 1] != "ADP":
                break
            if outer and lower[at - 1] != "of":
                found = []
            at -= 2
            if at >= first and upos[at] not in _HEADS:  # "fled to Bankass": a verb's own phrase
                return [] if outer else found
        if outer and at - 1 >= first and lower[at - 1] == "by":
            return []
        return found[::-1] if outer else found

    def before_relative(self, verb: int) -> int | None:
        """The noun right before the "that" or "which" of a verb."""
        upos, lower = self.syntax.upos, self.syntax.lower
        at = verb - 1
        while at > self._start(verb) and upos[at] in _SKIPPED:
            at -= 1
        if lower[at] not in ("that", "which"):
            return None
        at -= 1 + (lower[at - 1] == ",")
        return at if at >= self._start(verb) and upos[at] in _NOUNS else None

    def relative_object(self, verb: int) -> list[int]:
        """What "which" stands for in "the unit, which Reed had led"."""
        upos, lower = self.syntax.upos, self.syntax.lower
        at, first = verb - 1, self._start(verb)
        while at >= first and upos[at] in _SKIPPED:
            at -= 1
        if at < first or upos[at] not in _HEADS:
            return []
        at = self.opening(at) - 1
        if at <= first or lower[at] not in _RELATIVE:
            return []
        return self._ending(at - 1 - (lower[at - 1] == ","), outer=False)

    def opening(self, head: int) -> int:
        """The first word of the noun phrase that ends at a word."""
        first, at = self._start(head), head
        while True:
            at = self._names[at][0] if at in self._names else at
            before = at - 1
            marked = before >= first and self.syntax.lower[before] in _MARKS
            if before < first or not (marked or self._is_inside(before)):
                return at
            at = before

    def tied(self, word: int, preposition: str) -> list[int]:
        """Heads of what a preposition ties to a verb or noun, across phrases but no clause."""
        upos, lower = self.syntax.upos, self.syntax.lower
        end = min(self._end(word), word + 1 + _REACH)
        for at in range(word + 1, end):
            if lower[at] == preposition:
                head = self.after(at)
                return [] if head is None else [head]
            passing = preposition == "by" and lower[at] in _BROUGHT
            if preposition == "by" and lower[at] in _ELSEWHERE:
                return []  # "deployed there despite a promise by the ministry"
            if upos[at] in _CLAUSES and not passing and not self._is_inside(at):
                return []
            if lower[at] in (".", ";", ":", "—", "–", "(", ",") or lower[at] in _RELATIVE:
                return []
        return []

    def near(self, word: int, other: int) -> bool:
        """True of a verb; of a noun only if no clause stands between it and the other."""
        if self.syntax.upos[word] == "VERB":
            return True
        between = range(min(word, other) + 1, max(word, other))
        return all(
            self.syntax.upos[i] not in ("VERB", "AUX") or self._is_inside(i) for i in between
        )

    def scene(self, word: int) -> list[int]:
        """What stands behind a preposition of place in the sentence of a word, nearest first."""
        found = [(abs(at - word), head) for at in range(self._start(word), self._end(word))
                 if self._is_local(at) and (head := self.after(at)) is not None
                 and not self._elsewhere(word, head)]  # fmt: skip
        return [head for _, head in sorted(found)]

    def _is_local(self, at: int) -> bool:
        """True of a preposition of place, and of the "of" in "east of Jabalia"."""
        lower = self.syntax.lower
        side = lower[at] == "of" and lower[at - 1] in _SIDES and lower[at - 2] != ","
        return lower[at] in _LOCAL or side

    def _elsewhere(self, word: int, place: int) -> bool:
        """True of a place that says where someone spoke or belongs: "told a court in Orm"."""
        if self._in_another_clause(word, place):
            return True
        above = self.syntax.heads[place]
        if above == place:
            return False
        told = self.syntax.upos[above] == "VERB" and self.syntax.lower[above] in _SAID
        speaks = self.syntax.upos[above] in _NOUNS and self.syntax.lower[above] in _SPEAKERS
        return above != word and (told or speaks)

    def _in_another_clause(self, word: int, place: int) -> bool:
        """True of Chechnya in "a general who had fought in Chechnya was killed"."""
        at = place
        while self.syntax.heads[at] != at and at != word:
            if self.syntax.deprels[at] in ("acl", "acl:relcl") and self.syntax.upos[at] == "VERB":
                return True
            if self.syntax.lower[at] in _WARDS:
                return True  # "wounded children were taken to a hospital in Orm"
            at = self.syntax.heads[at]
        return self._outside_clause_of(word, place)

    def _outside_clause_of(self, word: int, place: int) -> bool:
        """True of Orm in "a man who killed two soldiers is held in Orm"."""
        at = word
        while self.syntax.heads[at] != at:
            if self.syntax.deprels[at] == "acl:relcl":
                named = self.name_of(place)
                whose = self.syntax.heads[at] in named or place in self.syntax.below(at)
                return not whose and place > at
            at = self.syntax.heads[at]
        return False

    def listed(self, name: int) -> int | None:
        """The name behind a comma right after a name: "Tyre, Lebanon"; none in an enumeration."""
        lower, end = self.syntax.lower, self._end(name)
        at = self._names[name][1] + 1 if name in self._names else name + 1
        if at + 1 >= end or lower[at] != ",":
            return None
        at += 1 + (lower[at + 1] in _SIDES)
        if lower[at : at + 1] == ["in"]:
            at += 1 + (lower[at + 1 : at + 2] == ["the"])
            if lower[at + 1 : at + 2] in (["'s"], ["’s"]):
                at += 2  # "in Ukraine's Kharkiv region"
        if at >= end or at not in self._names:
            return None
        last = self._names[at][1]
        closes = last + 1 == end or self.syntax.upos[last + 1] in ("PUNCT", "ADP", "SYM")
        more = last + 1 < end and lower[last + 1] == "," and _goes_on(lower[last + 2 : last + 6])
        return last if closes and not more else None

    def dateline(self, word: int) -> list[int]:
        """The place that a text opens on, seen from its body: "KABUL (AP) —"."""
        names = self.syntax.reading.names
        first = names[0] if names else None
        if first is None or first.first > 0 or first.kind != "place" or word <= first.last:
            return []
        opening = self.syntax.lower[first.last + 1 : first.last + 14]
        return [first.last] if any(w in DASHES for w in opening) else []

    def owner(self, noun: int) -> int | None:
        """Whose: the noun before "'s", or a possessive, left of a noun and its modifiers."""
        upos, lower = self.syntax.upos, self.syntax.lower
        for at in range(noun - 1, self._start(noun) - 1, -1):
            if lower[at] in _OWNERS:
                return at
            if lower[at] in _MARKS and at > 0 and upos[at - 1] in _HEADS:
                return at - 1
            if upos[at] not in ("ADJ", "NOUN", "PROPN", "NUM", "VERB", "ADV") and lower[at] != "-":
                return None
            if upos[at] == "VERB" and self.syntax.deprels[at] != "amod":
                return None  # "Norland's envoy met Agora", not "his wounded men"
        return None

    def passive(self, verb: int) -> bool:
        """True if "was" stands before a participle, whatever else the tree says of it."""
        if self.syntax.lower[verb].endswith("ing"):
            return False
        at = verb - 1
        while at >= self._start(verb) and self.syntax.upos[at] in ("ADV", "PART"):
            at -= 1
        return at >= 0 and self.syntax.lower[at] in _BE

    def also(self, head: int) -> Iterator[int]:
        """Heads of what is joined to a noun phrase by "and" or "or" right behind it."""
        at = self._names[head][1] + 1 if head in self._names else head + 1
        if at < self._end(head) and self.syntax.lower[at] in ("and", "or"):
            other = self.after(at)
            if other is not None:
                yield other

    def _start(self, word: int) -> int:
        return self.syntax.words.sentence_at(word)[0]

    def _end(self, word: int) -> int:
        return self.syntax.words.sentence_at(word)[1]


_SIDES = frozenset("northern southern eastern western central north south east west".split())
_CLAUSES = frozenset(("VERB", "AUX", "SCONJ", "CCONJ"))
_ELSEWHERE = frozenset("despite after following amid during since because".split())
_BROUGHT = frozenset("brought filed lodged submitted made signed".split())
_LOCAL = frozenset(
    "in at near on outside inside around across over off into beside above through along".split()
)
_WARDS = frozenset("hospital hospitals clinic clinics morgue mortuary".split())
_SAID = frozenset(
    "said says say told tells tell saying announced announces wrote reported reports".split()
)
_SPEAKERS = frozenset(
    "court tribunal martial judge prosecutor spokesman spokeswoman spokesperson official officials "
    "reporter reporters journalist journalists diplomat diplomats briefing conference interview "
    "statement".split()
)
"""Whose place is not that of what they speak of."""
_BE = frozenset("was were been being be is are am 're got".split())


def _goes_on(words: list[str]) -> bool:
    """True if an enumeration goes on: "Kabul, Herat and Kunduz"."""
    return "and" in words or "or" in words
