"""What a thing is said in: "in a video released by X", "wrote in a letter", "In it, Quill says".

a saying  →  the nouns of what may be documents
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from graph.annotate.citing import CITING
from graph.annotate.coref import Coreference
from graph.annotate.mentions import Found
from graph.annotate.speech import Saying
from graph.annotate.syntax import Syntax

_RESTS = frozenset("rests rest rested based relies relied hinges hinged depends".split())
"""What a claim does on a document, in which it is not said."""


class SaidIn:
    """Questions about what the sayings of one text are said in."""

    def __init__(self, syntax: Syntax, coreference: Coreference, mentions: Sequence[Found]) -> None:
        self.syntax = syntax
        self.coreference = coreference
        self.mentions = mentions

    def heard_in(self, saying: Saying) -> list[int]:
        """What the cue says it was said in: "says …, in a video released by"."""
        verb = self.syntax.head(saying.cue.first, saying.cue.last)
        return [
            c
            for c in self.syntax.children[verb]
            if self.syntax.deprels[c].startswith("obl")
            and not any(d.meets(self.syntax.words.span(c, c)) for d in saying.contents)
        ]

    def papers(self, saying: Saying) -> list[int]:
        """The nouns of what may be the document that something is said in, each once."""
        found = [*self.heard_in(saying), *self._in_cue(saying), *self._said_in(saying)]
        found += self._said_in_which(saying)
        return list(dict.fromkeys([*found, *self._said_in_it(saying)]))

    def _said_in_it(self, saying: Saying) -> list[int]:
        """The document of a sentence that opens with "In it"."""
        first = self.syntax.words.sentence_at(saying.cue.first)[0]
        if self.syntax.lower[first] not in ("in", "on"):
            return []
        it = next((k for k, m in enumerate(self.mentions)
                   if m.first == first + 1 and m.form == "pronoun"), None)  # fmt: skip
        if it is None or self.coreference.kind(it) != "document":
            return []
        same = self.coreference.clusters[self.coreference.cluster[it]].mentions
        return [self.mentions[k].head for k in same if k < it][-1:]

    def _in_cue(self, saying: Saying) -> list[int]:
        """The document in a cue, or right behind it: "wrote in a pastoral letter"."""
        cue = range(saying.cue.first, saying.cue.last + 1)
        head = self.syntax.head(saying.cue.first, saying.cue.last)
        if self.syntax.upos[head] == "NOUN" or not CITING.isdisjoint(
            self.syntax.lower[i] for i in cue
        ):
            return []
        words = [*cue]
        if self.syntax.lower[cue[-1] + 1 : cue[-1] + 2] in (["in"], ["on"]):
            behind = range(cue[-1] + 1, min(cue[-1] + 7, len(self.syntax.lower)))
            words += takewhile(lambda i: self.syntax.upos[i] != "PUNCT", behind)
        return [
            i
            for i in words
            if self.syntax.upos[i] == "NOUN"
            and not any(c.meets(self.syntax.words.span(i, i)) for c in saying.contents)
        ]

    def _said_in_which(self, saying: Saying) -> list[int]:
        """The video of "a video in which a hostage says"."""
        lower, first = self.syntax.lower, self.syntax.words.sentence_at(saying.cue.first)[0]
        which = next((w for w in range(saying.cue.first, first + 1, -1)
                      if lower[w - 1 : w + 1] == ["in", "which"]), None)  # fmt: skip
        return [] if which is None or self.syntax.upos[which - 2] != "NOUN" else [which - 2]

    def _said_in(self, saying: Saying) -> list[int]:
        """The documents of "in a recording …" in the sentence of a cue, outside what is said."""
        words = self.syntax.words
        first, end = words.sentence_at(saying.cue.first)
        return [
            i
            for i in range(first, end)
            if self.syntax.upos[i] == "NOUN"
            and {"in", "on"} & set(self.syntax.lower[max(int(first), i - 4) : i])
            and _RESTS.isdisjoint(self.syntax.lower[max(int(first), i - 5) : i])
            and not any(c.meets(words.span(i, i)) for c in saying.contents)
        ]
