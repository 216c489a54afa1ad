"""Which outlet "the paper" is, which document "the report".

a description, the clusters so far  →  one of them
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import takewhile

from graph.annotate.agreement import Cluster
from graph.annotate.lemmas import lemma
from graph.annotate.likeness import may_be_called
from graph.annotate.mentions import Found, called
from graph.annotate.nouns import RECORDINGS, singular
from graph.annotate.syntax import Syntax

PUBLISHER = 0
"""The cluster of the outlet that published the text."""
_ANY_OUTLET = frozenset(("outlet", "publication", "organisation"))
_BESIDE = 8
"""Words behind an outlet's name in which it is told what it is."""
_ALSO_PLACES = frozenset("station site channel daily post network service platform".split())
"""Nouns for an outlet that are also nouns for a place or a thing."""
_HEARD_BY = frozenset(
    "told tell tells telling with by spoke speaking said wrote gave according quoted cited".split()
)
_OF_ANOTHER = frozenset(
    "state official government national local regional private opposition rival foreign military "
    "army party".split()
)
"""What an outlet does not call itself, but another."""
_SAYS = frozenset("say report write claim note add quote cite state announce publish".split())
"""What an outlet does not tell of itself; it does, "the newspaper has learned that"."""
_LIKE_AGENCIES = frozenset(
    "agency directorate service bureau office authority administration commission".split()
)
"""Words in the name of a body that may be called an agency."""
_AIRED = frozenset(("programme", "program", "show"))
"""Also what a meeting has, which announces a break."""
_ANY_PAPER = frozenset("document paper file text".split())
_OF_A_PAPER = frozenset(
    "same leaked internal secret confidential classified unpublished unsigned undated full - page "
    "minute second hour line word paragraph".split()
)
"""What may stand before "report" and tells it from no other: its length, that it is secret."""
_ANY_RECORDING = frozenset("recording footage clip video film".split())


class Papers:
    """Finds the outlets and documents of one text.

    clusters, cluster: those of the `Coreference`, which grow as mentions are joined.
    """

    def __init__(
        self, syntax: Syntax, mentions: Sequence[Found], clusters: Sequence[Cluster],
        cluster: Sequence[int], speakers: Set[int],
    ) -> None:  # fmt: skip
        """speakers: the mentions that are sources."""
        self._speakers = speakers
        self.syntax = syntax
        self.mentions = mentions
        self.clusters = clusters
        self.cluster = cluster

    def outlet_before(self, i: int) -> int | None:
        """The outlet that "the paper" means: the one named last that may be called so."""
        m, lower = self.mentions[i], self.syntax.lower
        if lower[m.first] in ("this", "our"):
            return PUBLISHER
        if self.syntax.upos[m.first] not in ("DET", "PRON"):  # "state television"
            return self._first_called(lower[m.first : m.last + 1], i)
        noun = singular(self.syntax.texts[m.head])
        last = None
        for j in range(i - 1, -1, -1):
            c = self.cluster[j]
            if c < 0 or self.clusters[c].kind != "outlet" or c == PUBLISHER:
                continue
            cluster = self.clusters[c]
            told = self._said_beside(cluster)
            if noun in _ANY_OUTLET or may_be_called(noun, cluster.canonical, cluster.names, told):
                return c
            last = c if last is None else last
        if noun in _ALSO_PLACES and not self._speaks_or_hears(i):
            return None  # "rebels shelled the station"
        if last is not None:
            return last
        if self._told_apart(i) or self._is_cited(i):
            return self._body_before(i) if noun == "agency" else None
        return PUBLISHER

    def body_called_so(self, i: int) -> int | None:
        """The body that "the network" is, which has the word in its name and is no outlet."""
        m = self.mentions[i]
        noun = singular(self.syntax.texts[m.head])
        if self.syntax.lower[m.first] != "the" or m.head > m.first + 1:
            return None
        for j in range(i - 1, -1, -1):
            c = self.cluster[j]
            if c < 0 or self.mentions[j].form != "name":
                continue
            cluster = self.clusters[c]
            if cluster.kind == "outlet" and any(noun in name for name in cluster.names):
                return None
            if cluster.kind == "organisation" and any(noun in name for name in cluster.names):
                return c
        return None

    def _said_beside(self, cluster: Cluster) -> set[str]:
        """The words right before the names of an outlet, and between commas behind them."""
        lower, found = self.syntax.lower, set[str]()
        for m in (self.mentions[k] for k in cluster.mentions):
            if m.form == "name":
                found.update(called(lower, m)[:-1])
                behind = lower[m.last + 2 : m.last + _BESIDE] if m.last + 1 < len(lower) else []
                apposed = behind[:1] in (["a"], ["an"], ["the"])
                if apposed and lower[m.last + 1] == ",":
                    found.update(takewhile(lambda word: word != ",", behind))
        return found

    def _speaks_or_hears(self, i: int) -> bool:
        """True of "the station said", "told the site", "spoke to the channel"."""
        m, lower = self.mentions[i], self.syntax.lower
        if self.syntax.deprels[m.head] == "nsubj":
            return True
        before = lower[max(0, m.first - 1) : m.first]
        governor = lower[self.syntax.heads[m.head]]
        return not _HEARD_BY.isdisjoint([*before, governor])

    def _body_before(self, i: int) -> int | None:
        """The body named last that is one or speaks: "the agency" of a text without an outlet."""
        for j in range(i - 1, -1, -1):
            m, c = self.mentions[j], self.cluster[j]
            words = self.syntax.lower[m.first : m.last + 1]
            speaks = m.kind == "organisation" and j in self._speakers
            if c >= 0 and m.form == "name" and (speaks or not _LIKE_AGENCIES.isdisjoint(words)):
                return c
        return None

    def _is_cited(self, i: int) -> bool:
        """True of "according to the agency", "the agency said": nobody cites itself so."""
        m, lower = self.mentions[i], self.syntax.lower
        if lower[max(0, m.first - 2) : m.first] == ["according", "to"]:
            return True
        says = lemma(self.syntax.texts[self.syntax.heads[m.head]], "VERB") in _SAYS
        return self.syntax.deprels[m.head] == "nsubj" and says and lower[m.head] not in _AIRED

    def _told_apart(self, i: int) -> bool:
        """True of "the state news agency", which is not how an outlet calls itself."""
        m = self.mentions[i]
        return any(
            word in _OF_ANOTHER or word.startswith("pro-") or word.endswith("-run")
            for word in self.syntax.lower[m.first + 1 : m.head]
        )

    def _first_called(self, words: list[str], end: int) -> int | None:
        """The cluster of the first mention before one that has the same words."""
        for m, c in zip(self.mentions[:end], self.cluster, strict=False):
            if c >= 0 and self.syntax.lower[m.first : m.last + 1] == words:
                return c
        return None

    def pointed_at(self, mention: Found) -> bool:
        """True for "the report", with nothing between that tells it from others: "48-page"."""
        first = self.syntax.lower[mention.first]
        between = self.syntax.lower[mention.first + 1 : mention.head]
        return first in ("the", "this", "that", "these", "those") and all(
            word in _OF_A_PAPER or word.isdigit() for word in between
        )

    def document_before(self, i: int) -> int | None:
        """The document that "the report" or "the document" means: the last one it may be."""
        later = self.mentions[i]
        noun = singular(self.syntax.texts[later.head])
        before = [
            (singular(self.syntax.texts[m.head]), c)
            for m, c in zip(self.mentions[:i], self.cluster, strict=False)
            if c >= 0 and m.kind == "document" and m.plural == later.plural and m.form != "pronoun"
        ][::-1]
        called_so = (c for other, c in before if other == noun)
        any_paper = (c for other, c in before if _may_be(noun, other))
        return next(called_so, next(any_paper, None))


def _may_be(noun: str, other: str) -> bool:
    """True if "the text" may be a letter, "the footage" a clip."""
    return noun in (_ANY_RECORDING if other in RECORDINGS else _ANY_PAPER)
