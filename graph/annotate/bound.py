"""Pronouns that a construction binds: who shot himself, whose director, who denies it.

a pronoun, the clusters so far  →  the cluster of whom it means; None if nothing binds it
"""

from __future__ import annotations

from collections.abc import Sequence

from graph.annotate.agreement import Cluster
from graph.annotate.mentions import Found
from graph.annotate.syntax import Syntax

_DENIES = ("den", "reject", "disput")
_REFLEXIVE = frozenset("himself herself itself themselves".split())
"""Who does to them what the verb says is its subject."""


class Bound:
    """Questions about the pronouns of one text, given the clusters that are there so far."""

    def __init__(
        self, syntax: Syntax, mentions: Sequence[Found], clusters: Sequence[Cluster],
        cluster: Sequence[int],
    ) -> None:  # fmt: skip
        """cluster: of each mention, by index; both grow while mentions are joined."""
        self.syntax = syntax
        self.mentions = mentions
        self._clusters = clusters
        self._cluster = cluster

    def meant(self, mention: Found) -> int | None:
        """The cluster that a pronoun means, where its construction says so."""
        for tell in (self._own_subject, self._what_it_said, self._accused):
            if (at := tell(mention)) is not None:
                return at
        return None

    def _own_subject(self, mention: Found) -> int | None:
        """Who shot himself: the subject of the verb; a body or place that lost its men too."""
        lower, head = self.syntax.lower, mention.head
        if lower[head] not in _REFLEXIVE and lower[head] != "its":
            return None
        verb = self.syntax.heads[head]
        while self.syntax.upos[verb] != "VERB" and self.syntax.heads[verb] != verb:
            verb = self.syntax.heads[verb]
        near = [c for c in self.syntax.children[verb]
                if c < head and self.syntax.deprels[c].startswith("nsubj")]  # fmt: skip
        if lower[head] == "its" and (thing := self._just_named(verb, head)) is not None:
            return thing
        subject = near[-1] if near else self.syntax.subject(verb)
        if subject is None or subject >= head or verb >= head:
            return None
        at = self._at(subject)
        if at is None or (lower[head] == "its" and self.mentions[at].kind in ("person", "group")):
            return None
        return self._cluster[at]

    def _accused(self, mention: Found) -> int | None:
        """Who denies it, of "accused both sides of crimes, which they deny"."""
        head, lower = mention.head, self.syntax.lower
        verb = self.syntax.heads[head]
        if not lower[verb].startswith(_DENIES) or not self.syntax.deprels[head].startswith("nsubj"):
            return None
        first = self.syntax.words.sentence_at(head)[0]
        accusing = next(
            (
                w
                for w in range(head - 1, first, -1)
                if lower[w].startswith("accus") and self.syntax.upos[w] == "VERB"
            ),
            None,
        )
        if accusing is None:
            return None
        behind = (c for c in self.syntax.children[accusing] if accusing < c < head)
        accused = [c for c in behind if self.syntax.deprels[c] in ("obj", "iobj")]
        at = self._at(accused[0]) if accused else None
        return None if at is None else self._cluster[at]

    def _just_named(self, verb: int, head: int) -> int | None:
        """The hospital of "stormed the hospital and detained its director"."""
        if self.syntax.deprels[verb] not in ("conj", "advcl"):
            return None
        first = self.syntax.heads[verb]
        things = [c for c in self.syntax.children[first]
                  if first < c < verb and self.syntax.deprels[c] == "obj"]  # fmt: skip
        at = None if not things or first > verb else self._at(things[-1])
        kinds = ("place", "organisation", "unit", "unknown")
        return (
            None
            if at is None or self._clusters[self._cluster[at]].kind not in kinds
            else self._cluster[at]
        )

    def _what_it_said(self, mention: Found) -> int | None:
        """Who does what is done, of "X published pictures of what it said were its captives"."""
        what = mention.first - 1
        if what < 1 or self.syntax.lower[what] != "what":
            return None
        first = self.syntax.words.sentence_at(what)[0]
        verbs = (i for i in range(what - 1, first - 1, -1) if self.syntax.upos[i] == "VERB")
        subject = self.syntax.subject(next(verbs, what))
        at = None if subject is None or subject >= what else self._at(subject)
        if at is None or (self.mentions[at].kind == "person") != (mention.kind == "person"):
            return None
        return self._cluster[at]

    def _at(self, word: int) -> int | None:
        """The first mention that a word is in and whose cluster is known."""
        known = (j for j, m in enumerate(self.mentions)
                 if m.first <= word <= m.last and self._cluster[j] >= 0)  # fmt: skip
        return next(known, None)
