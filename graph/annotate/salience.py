"""Who a pronoun that speaks is likely to be: who spoke last, what the sentence before is about.

a mention, those before it  →  a bonus for each
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from graph.annotate.decode import Floats
from graph.annotate.mentions import Found
from graph.annotate.speech import Voices
from graph.annotate.syntax import Syntax

SPEAKER_BONUS, SUBJECT_BONUS, NEW_BONUS = 6.0, 4.0, 3.0
"""For who spoke last in its paragraph; for what the sentence before is about; for who is named
there for the first time."""


class Salience:
    """Questions about the mentions of one text, given the clusters that they are in so far."""

    def __init__(
        self, syntax: Syntax, mentions: Sequence[Found], voices: Voices, cluster: Sequence[int]
    ) -> None:
        """cluster: of each mention, by index; it changes while mentions are joined."""
        self.syntax = syntax
        self.mentions = mentions
        self._voices = voices
        self._cluster = cluster

    def bonus(self, i: int, options: Sequence[int]) -> Floats:
        """What is added to the score of each antecedent of mention i, which speaks.

        A description is also of who spoke in the paragraph before.
        """
        paragraphs = self.syntax.words.paragraphs
        first = paragraphs[self.mentions[i].first] - 2 * (self.mentions[i].form == "nominal")
        near = (j for j in options if paragraphs[self.mentions[j].first] >= first)
        spoke = [j for j in near if self._voices.outright(j)]
        last = self._cluster[spoke[-1]] if spoke else self._alone_before(options)
        found = [
            SPEAKER_BONUS * (self._cluster[j] == last)
            + SUBJECT_BONUS * self._was_about(i, j)
            + NEW_BONUS * self._just_named(i, j)
            for j in options
        ]
        return np.array(found, dtype=np.float32)

    def _alone_before(self, options: Sequence[int]) -> int:
        """The cluster of who spoke last, if nobody else was mentioned since; else -1."""
        last = self._cluster[options[-1]]
        for j in reversed(options):
            if self._cluster[j] != last:
                break
            if self._voices.outright(j):
                return last
        return -1

    def _was_about(self, i: int, j: int) -> bool:
        """True if the sentence before is about j; or what its speaker says, who goes on with i."""
        gap = self._sentence(i) - self._sentence(j)
        if gap == 1 and self._is_subject(j):
            return True
        inside = self.syntax.deprels[self.mentions[j].head].startswith("nsubj")
        return 0 < gap <= 2 and inside and bool(self._tellers(i) & self._tellers(j))

    def _tellers(self, i: int) -> set[int]:
        """The clusters, as far as they are known, of who says the words with a mention."""
        return {self._cluster[k] for k in self._voices.told_by.get(i, ())} - {-1}

    def _just_named(self, i: int, j: int) -> bool:
        """True of who is named for the first time as the subject of the sentence before."""
        m = self.mentions[j]
        first = self._cluster.index(self._cluster[j]) == j or m.form != "name"
        named = m.form == "name" and m.kind == "person" and first
        return named and self._sentence(i) - self._sentence(j) == 1 and self._is_subject(j)

    def _is_subject(self, j: int) -> bool:
        """True of the subject of a main clause."""
        head = self.mentions[j].head
        verb = self.syntax.heads[head]
        return self.syntax.deprels[head].startswith("nsubj") and self.syntax.deprels[verb] == "root"

    def _sentence(self, i: int) -> int:
        return self.syntax.words.sentence_of(self.mentions[i].first)
