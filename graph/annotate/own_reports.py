"""What an outlet itself wrote or aired: "a Reuters report", "an article in the daily".

a document of the text  →  the outlet that speaks in it, if it is an outlet's own
"""

from __future__ import annotations

from collections.abc import Sequence

from graph.annotate.coref import Coreference
from graph.annotate.documents import BESIDE_PAPERS, GIVEN, JUST, READS, Documents
from graph.annotate.lemmas import lemma
from graph.annotate.mentions import Found
from graph.annotate.nouns import singular
from graph.annotate.speech import Saying
from graph.annotate.syntax import Syntax

_ITEMS = frozenset(
    "report article story piece dispatch investigation reporting analysis broadcast newscast "
    "editorial expose exposé feature coverage".split()
)
"""What an outlet writes or airs."""
_INQUIRIES = frozenset("report inquiry investigation study survey review audit".split())
"""What another may have written of which an outlet reports."""
_TIES = frozenset(("by", "in", "from"))
"""What ties an article to the outlet that wrote it."""


class OwnReports:
    """Finds the outlets behind reports of their own, in one text."""

    def __init__(
        self, syntax: Syntax, coreference: Coreference, mentions: Sequence[Found],
        sayings: Sequence[Saying], documents: Documents,
    ) -> None:  # fmt: skip
        self.syntax = syntax
        self.coreference = coreference
        self.mentions = mentions
        self.sayings = sayings
        self._documents = documents
        self._known: dict[int, int | None] = {}

    def outlet_of(self, cluster: int) -> int | None:
        """The cluster of the outlet whose own report a document is."""
        if cluster not in self._known:
            self._known[cluster] = self._found(cluster)
        return self._known[cluster]

    def _found(self, cluster: int) -> int | None:
        document = self.coreference.clusters[cluster]
        if document.kind != "document":
            return None
        own = (self._outlet(k) for k in document.mentions)
        outlet = next((k for k in own if k is not None), None)
        return None if outlet is None else self.coreference.cluster[outlet]

    def _outlet(self, report: int) -> int | None:
        """The outlet that wrote it, by the words of one of its mentions or by those before."""
        m = self.mentions[report]
        if singular(self.syntax.texts[m.head]) not in _ITEMS:
            return None
        first, end = min(m.first, self.syntax.phrase(m.head)[0]), m.head + BESIDE_PAPERS
        beside = [k for k, o in enumerate(self.mentions)
                  if first <= o.first < end and self._documents.speaks(k)]  # fmt: skip
        if len(beside) == 1 and self.coreference.kind(beside[0]) == "outlet":
            return beside[0] if self._wrote(beside[0], m.head) else None
        return None if beside else self._just_reported(report)

    def _wrote(self, outlet: int, report: int) -> bool:
        """True of the outlet beside a report that it did not only see, or get from another."""
        m, lower = self.mentions[outlet], self.syntax.lower
        if m.last < report:
            return m.last + 4 > report and "," not in lower[m.last : report]
        between = lower[report + 1 : m.first]
        tied = not _TIES.isdisjoint(between) and {".", ";"}.isdisjoint(between)
        return tied and not any(lemma(w, "VERB") in READS or w in GIVEN for w in between)

    def _just_reported(self, report: int) -> int | None:
        """The outlet that just "reported" a thing, of "the report" of which nothing is said."""
        m, lower = self.mentions[report], self.syntax.lower
        if not self.coreference.alone(report) or lower[m.first : m.head] != ["the"]:
            return None
        before = [s for s in self.sayings if s.cue.first < m.first and s.source is not None]
        last = max(before, key=lambda s: s.cue.first, default=None)
        if last is None or last.source is None or self.coreference.kind(last.source) != "outlet":
            return None
        another = not _INQUIRIES.isdisjoint(singular(w) for w in lower[last.cue.last + 1 : m.first])
        sentence_of = self.syntax.words.sentence_of
        near = sentence_of(m.head) - sentence_of(last.cue.first) <= JUST
        told = lemma(lower[last.cue.last], "VERB") == "report"
        return last.source if near and told and not another else None
