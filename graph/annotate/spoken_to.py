"""To which outlet a source speaks: "speaking to X", "in an interview with X", "asked by X".

a saying, the mentions  →  the mention of the outlet
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from graph.annotate.coref import Coreference
from graph.annotate.mentions import Found
from graph.annotate.press import INTERVIEWED
from graph.annotate.speech import Saying
from graph.annotate.syntax import Syntax

_SPOKEN = frozenset(
    "speaking spoke spoken talking talked interview interviewed comment comments remarks "
    "conversation statement statements call message email e-mail response reply answer".split()
)

_AT_A_TIME = [[w] for w in ("in", "on", "before", "after", "last", "earlier", "during")]
_RELATIVE = 6
"""Words from "who" to the outlet that interviewed them."""
_ASKED = INTERVIEWED | frozenset("asked questioned quizzed pressed".split())
"""What an outlet does to whom it has something from: "Asked by X, he said"."""
OWN = frozenset("its their his her our my".split())
"""Whose website is a channel, no outlet: "said on its website"."""
_ISSUES = frozenset(("issue", "edition"))
_WRITTEN = frozenset("article ed column essay piece editorial".split())
"""What somebody writes for a paper; of "op-ed" the last word."""
_DURING, _TO_INTERVIEW = frozenset(("in", "during", "as")), 5
"""What stands before "a recent CNN interview", and how many words before the outlet at most."""
_PRINTED = 8
"""Words before an outlet among which what is printed there stands."""
_OF_TIME, _DATE = frozenset(("ADP", "NUM", "PROPN", "PUNCT", "DET")), 6
"""Parts of speech, and most words, of a date that opens a sentence."""
_AIRED = frozenset("appearing appeared appearance airing aired broadcast".split())
_WHEN = frozenset(
    "night morning evening afternoon day week telephone phone host presenter anchor".split()
)
_ON_AIR = 6
"""Words before "on" in which who is heard there speaks or appears."""


class SpokenTo:
    """Finds the outlets that the sources of one text speak to."""

    def __init__(self, syntax: Syntax, coreference: Coreference, mentions: Sequence[Found]) -> None:
        self.syntax = syntax
        self.coreference = coreference
        self.mentions = mentions

    def outlet(self, saying: Saying) -> int | None:
        """The outlet that a source speaks to or on, in the cue's sentence.

        "speaking to X", "in an interview with X", "asked by X", "denied to X", "On X, …",
        "announced on X".
        """
        first, end = self.syntax.words.sentence_at(saying.cue.first)
        for k, m in enumerate(self.mentions):
            if not first <= m.first < end or k == saying.source:
                continue
            kind = self.coreference.kind(k)
            outlet = kind == "outlet" or (kind == "organisation" and self._interviews(m))
            span = self.syntax.words.span(m.first, m.last)
            own = self.syntax.lower[m.first] in OWN and self.syntax.lower[m.first - 1] == "on"
            if not outlet or own or any(c.meets(span) for c in saying.contents):
                continue
            if self._of_another_clause(m, saying):
                continue
            if self._is_listener(m, saying) or self._on_air(m, saying):
                return k
        return None

    def _of_another_clause(self, m: Found, saying: Saying) -> bool:
        """True of the outlet of "X reported P, but the governor, speaking to it, said Q"."""
        words = self.syntax.words
        between = (w for w in range(saying.cue.last + 1, m.first)
                   if self.syntax.lower[w] in ("but", "while", "whereas"))  # fmt: skip
        return any(
            not any(c.meets(words.span(w, w)) for c in saying.contents)
            and any(words.within(c)[1] <= w for c in saying.contents)
            for w in between
        )

    def _interviews(self, m: Found) -> bool:
        """True of the body of "interviewed by the Council"."""
        at = m.first - 1 - (self.syntax.lower[m.first - 1] == "the")
        return at > 0 and self.syntax.lower[at - 1 : at + 1] == ["interviewed", "by"]

    def _on_air(self, m: Found, saying: Saying) -> bool:
        """True of the outlet in "said by telephone on NBC's …", "appearing on Fox News, said"."""
        lower, on = self.syntax.lower, m.first - 1
        first = self.syntax.words.sentence_at(m.first)[0]
        on -= lower[on] == "the"
        if on <= first or lower[on] != "on":
            return False
        for word in range(on - 1, max(first, on - _ON_AIR) - 1, -1):
            cue = saying.cue.first <= word <= saying.cue.last
            if cue or lower[word] in _SPOKEN | _AIRED:
                return True
            if self.syntax.upos[word] in ("NOUN", "VERB") and lower[word] not in _WHEN:
                return False
        return False

    def _is_listener(self, m: Found, saying: Saying) -> bool:
        lower = self.syntax.lower
        before = list(pairwise(lower[max(0, m.first - 5) : m.first]))
        if any(a in _SPOKEN and b in ("to", "with", "in", "for") for a, b in before):
            return True
        if any(a in _ASKED and b == "by" for a, b in before[-2:]) or self._asked_by(m):
            return not at_another_time(self.syntax, m)
        at = m.first - 1
        while at > 0 and (lower[at] == "the" or self.syntax.upos[at] == "ADJ"):
            at -= 1
        if at < 0:
            return False
        if lower[at] == "to" and saying.cue.first <= self.syntax.heads[m.head] <= saying.cue.last:
            return True
        if lower[at] in ("to", "on") and at == saying.cue.last + 1:
            return True
        opens = lower[at] in ("on", "in") and m.last < saying.cue.first and self._opens(at)
        return opens or self._printed(m)

    def _asked_by(self, m: Found) -> bool:
        """True of the agency of "asked about the report by the state agency Rossvest"."""
        lower, by = self.syntax.lower, m.first - 1
        while by > 0 and self.syntax.upos[by] in ("DET", "ADJ", "NOUN"):
            by -= 1
        first = max(self.syntax.words.sentence_at(m.first)[0], by - _RELATIVE)
        asked = next((w for w in range(by - 1, first - 1, -1) if lower[w] in _ASKED), None)
        return (
            lower[by] == "by"
            and asked is not None
            and "VERB" not in self.syntax.upos[asked + 1 : by]
        )

    def _printed(self, m: Found) -> bool:
        """True of the outlet of "in the issue of X", "in an op-ed for X", "in an X interview"."""
        lower = self.syntax.lower
        opens = self.syntax.words.sentence_at(m.first)[0]
        words = lower[max(opens, m.first - _PRINTED) : m.first]
        if lower[m.last + 1 : m.last + 2] == ["interview"]:
            return not _DURING.isdisjoint(words[-_TO_INTERVIEW:])
        if "in" not in words:
            return False
        behind = words[words.index("in") + 1 :]
        return any(a in _ISSUES and b == "of" for a, b in pairwise(behind)) or any(
            a in _WRITTEN and b in ("in", "for") for a, b in pairwise(behind)
        )

    def _opens(self, at: int) -> bool:
        """True if a word opens its sentence, or has only a date before it: "On 7 May on"."""
        first = self.syntax.words.sentence_at(at)[0]
        lead = self.syntax.lower[first:at]
        return lead in ([], ["later"]) or (
            lead[0] in ("on", "in")
            and len(lead) <= _DATE
            and all(upos in _OF_TIME for upos in self.syntax.upos[first:at])
        )


def at_another_time(syntax: Syntax, outlet: Found) -> bool:
    """True of "who was interviewed by the daily in May": of whoever speaks now."""
    before = syntax.lower[max(0, outlet.first - _RELATIVE) : outlet.first]
    relative = not {"who", "whom"}.isdisjoint(before)
    return relative and syntax.lower[outlet.last + 1 : outlet.last + 2] in _AT_A_TIME
