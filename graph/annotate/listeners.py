"""Whom a source tells a thing: the outlet or the body of those who are told.

a saying  →  the mention that was told
"""

from __future__ import annotations

from collections.abc import Sequence

from graph.annotate.coref import Coreference
from graph.annotate.documents import Documents
from graph.annotate.mentions import BEFORE_NAMES, Found
from graph.annotate.nouns import AIDES, KIN, singular
from graph.annotate.press import PRESS
from graph.annotate.speech import Saying
from graph.annotate.syntax import Syntax

TELL = frozenset("tell told tells telling telegraphed".split())
"""Words of telling."""
AFFILIATES = (["affiliate"], ["affiliates"], ["station"])
_BODIES = ("organisation", "unit")
_LEFT = frozenset("former ex late".split())
STAFF = frozenset("researchers investigators interviewers monitors".split())
"""Those of a body who gather testimony for it."""


class Listeners:
    """Finds who is told in the sayings of one text."""

    def __init__(
        self, syntax: Syntax, coreference: Coreference, sayings: Sequence[Saying],
        mentions: Sequence[Found], documents: Documents,
    ) -> None:  # fmt: skip
        self.syntax = syntax
        self.coreference = coreference
        self.sayings = sayings
        self.mentions = mentions
        self._documents = documents

    def of(self, saying: Saying) -> int | None:
        """The mention right behind a cue of telling, outside the content."""
        words = self.syntax.lower[saying.cue.first : saying.cue.last + 1]
        if not TELL & set(words):
            return None
        for k, m in enumerate(self.mentions):
            after = saying.cue.first < m.head <= saying.cue.last + 8
            span = self.syntax.words.span(m.first, m.last)
            free = not any(c.meets(span) for c in saying.contents)
            between = self.syntax.lower[saying.cue.last + 1 : m.first]
            part = m.kind == "place" and self.syntax.upos[m.last + 1 : m.last + 2] == ("NOUN",)
            if self.syntax.lower[m.last + 1 : m.last + 2] in AFFILIATES and m.kind == "outlet":
                continue  # "told NBC affiliate KXYZ"
            if after and free and not part and k != saying.source and len(between) <= 5:
                return self._house(k, saying)
        return None

    def owner(self, outlet: int) -> int:
        """Of "the BBC's Newshour programme" the BBC; else the outlet itself."""
        first = self.mentions[outlet].first
        while first > 0 and self.syntax.lower[first - 1] in BEFORE_NAMES:
            first -= 1
        if self.syntax.lower[first - 1 : first] not in (["'s"], ["’s"]):
            return outlet
        owners = (k for k, m in enumerate(self.mentions)
                  if m.last == first - 2 and self.coreference.kind(k) == "outlet")  # fmt: skip
        return next(owners, outlet)

    def _house(self, told: int, saying: Saying) -> int:
        """The outlet of whom is told: of "a stringer for the daily", "the station's service"."""
        m = self.mentions[told]
        if self.coreference.kind(told) == "outlet":
            return self.owner(told)
        if self.syntax.lower[m.head] in STAFF and (body := self._theirs(m)) is not None:
            return body
        gathered = self.syntax.lower[m.head] in STAFF and self.syntax.lower[m.first] == "the"
        if gathered and m.head == m.first + 1 and (body := self._reporting(saying)) is not None:
            return body
        last = m.last + 1
        if self.syntax.lower[last : last + 1] in (["of"], ["from"], ["for"], ["with"], ["at"]):
            last += 5
        press = self.syntax.lower[m.head] in PRESS
        words = self.syntax.lower[min(m.first, m.head) : m.head + 1]
        if singular(words[-1]) in KIN | AIDES or not _LEFT.isdisjoint(words):
            return told  # "the brother of a reporter of the daily"
        houses = ("outlet", "organisation") if self.syntax.lower[m.head] in STAFF else ("outlet",)
        for k, other in enumerate(self.mentions):
            if other.form == "pronoun" and not press:
                continue  # a paper's readers, listeners
            inside = m.first <= other.first and other.last < last and k not in (told, saying.source)
            span = self.syntax.words.span(other.first, other.last)
            said = any(c.meets(span) for c in saying.contents)
            if inside and not said and self.coreference.kind(k) in houses:
                return k
        return told

    def _theirs(self, staff: Found) -> int | None:
        """The body of "its researchers", by the pronoun."""
        own = (k for k, m in enumerate(self.mentions)
               if m.first == m.last == staff.first and m.form == "pronoun")  # fmt: skip
        return next((k for k in own if self.coreference.kind(k) in (*_BODIES, "outlet")), None)

    def _reporting(self, saying: Saying) -> int | None:
        """The body whose report is told of, or whose staff were spoken of: "the researchers"."""
        for m in self.mentions:
            known = m.head < saying.cue.first and self.syntax.lower[m.head] in STAFF
            if known and (body := self._theirs(m)) is not None:
                return body
        for s in self.sayings:
            if s.cue.first >= saying.cue.first or s.source is None:
                continue
            body = self.coreference.kind(s.source) in _BODIES
            if body and any(
                self.syntax.lower[w] == "report" for w in self._documents.said_in.papers(s)
            ):
                return s.source
        return None
