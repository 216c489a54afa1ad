"""Who says a thing together: "both the army and a nurse", "shepherds, an aid worker and a report".

a source, the roles of its cue  →  the others; the parts of a source of several
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from graph.annotate.mentions import Found
from graph.annotate.nouns import kind_of
from graph.annotate.reading import Chunk, Roles
from graph.annotate.syntax import Syntax

_SEVERAL = 3
"""From so many on, those who say a thing together are a list."""
_OPENS = frozenset("a an the two three four five six several some many local".split())
_NOUNS = frozenset("DET ADJ NOUN PROPN NUM CCONJ PART ADP".split())
"""What opens the first of two sources, and the parts of speech in both."""
_PAIR = frozenset(("both", "neither"))
_MARKS = frozenset(("'s", "’s", "'", "’"))


class Together:
    """Parts sources, and finds those that the tagger left out; mentions may grow."""

    def __init__(self, syntax: Syntax, mentions: Sequence[Found]) -> None:
        self.syntax = syntax
        self.mentions = mentions

    def others(self, near: Chunk, roles: Roles) -> list[Chunk]:
        """Those who say it with the source that is nearest to the cue."""
        return (
            self._listed(near, roles)
            or self._enumerated(near, roles)
            or self.joined(near, roles)
            or self._behind(near, roles)
        )

    def _enumerated(self, near: Chunk, roles: Roles) -> list[Chunk]:
        """The others of "according to survivors, a priest who buried them and a diplomat"."""
        cue, lower, upos = roles.cue, self.syntax.lower, self.syntax.upos
        if lower[cue.first : cue.last + 1] != ["according", "to"] or near.first != cue.last + 1:
            return []
        end = self.syntax.words.sentence_at(cue.last)[1]
        later = [
            c.first
            for c in roles.contents
            if c.first > cue.last and "VERB" in upos[c.first : c.last]
        ]
        end = min([end, *later])
        starts, last = [near.first], ""
        for w in range(near.first + 1, end - 1):
            clause = "VERB" in upos[starts[-1] : w]
            opens = lower[w + 1] in _OPENS or (
                not clause and upos[w + 1] in ("NOUN", "ADJ", "PROPN")
            )
            if lower[w] in (",", "and") and opens and w > starts[-1]:
                starts.append(w + 1)
                last = lower[w]
        heads = {m.first: m for m in self.mentions if m.kind not in ("place", "outlet")}
        if len(starts) < _SEVERAL or last != "and" or any(s not in heads for s in starts):
            return []
        return [Chunk(s, heads[s].last, "source", near.score / 2) for s in starts[1:]]

    def _behind(self, near: Chunk, roles: Roles) -> list[Chunk]:
        """The other of two between what is said and the cue: "P, a charity and two medics said"."""
        first = max((c.last for c in roles.contents if c.last < near.first), default=-1) + 1
        end = roles.cue.first - 1
        upos, lower = self.syntax.upos, self.syntax.lower
        while 0 < first < end and upos[first] == "PUNCT":
            first += 1
        ands = [w for w in range(first + 1, end) if lower[w] == "and"]
        if not 0 < first <= near.first or near.last > end or len(ands) != 1:
            return []
        if lower[first] not in _OPENS or not _NOUNS.issuperset(upos[first : end + 1]):
            return []
        parts = [Chunk(first, ands[0] - 1, "source", near.score / 2),
                 Chunk(ands[0] + 1, end, "source", near.score / 2)]  # fmt: skip
        names = all(upos[p.last] in ("NOUN", "PROPN") for p in parts)
        return (
            [p for p in parts if not (p.first <= near.last and near.first <= p.last)]
            if names
            else []
        )

    def joined(self, near: Chunk, roles: Roles) -> list[Chunk]:
        """The other of two sources that the tree takes together: "the port and a driver say"."""
        head = self.syntax.head(near.first, near.last)
        if self.syntax.deprels[head] == "conj":
            others = [self.syntax.heads[head]]
        else:
            others = [c for c in self.syntax.children[head] if self.syntax.deprels[c] == "conj"]
        found = []
        for other in others:
            apart = other < near.first or other > near.last
            inside = any(c.first <= other <= c.last for c in roles.contents)
            if apart and not inside:
                low, high = self.syntax.phrase(other)
                if owns(self.syntax, high, roles.cue.first - 1):
                    high = belonging(self.syntax, high, roles.cue.first - 1)
                first, second = sorted(((near.first, near.last), (low, high)))
                between = self.syntax.lower[first[1] + 1 : second[0]]
                known = self._is_mention(other) or self._is_pair(first[0])
                if known and between in (["and"], [",", "and"], ["or"], ["nor"]):
                    found.append(Chunk(low, high, "source", near.score / 2))
        return found or self._next_to(near, roles.cue)

    def _listed(self, near: Chunk, roles: Roles) -> list[Chunk]:
        """The others of three and more: "shepherds, an aid worker and a UN report"."""
        parts = self._list_of(self.syntax.head(near.first, near.last), near.score / 2)
        taken = [*roles.contents, roles.cue]
        if any(p.first <= c.last and c.first <= p.last for p in parts for c in taken):
            return []
        return [p for p in parts if p.last < near.first or p.first > near.last]

    def _list_of(self, word: int, score: float) -> list[Chunk]:
        """The members of a list of three and more that a noun stands in; none if there is none."""
        syntax = self.syntax
        top = syntax.heads[word] if syntax.deprels[word] == "conj" else word
        heads = [top, *(c for c in syntax.children[top] if syntax.deprels[c] == "conj")]
        if len(heads) < _SEVERAL or not all(self._is_mention(h) for h in heads):
            return []
        phrases = sorted(syntax.phrase(h) for h in heads)
        phrases = [(a, b - (syntax.lower[b] == ",")) for a, b in phrases]
        ties = (syntax.lower[a[1] + 1 : b[0]] for a, b in pairwise(phrases))
        if any(tie not in ([","], ["and"], [",", "and"], ["or"]) for tie in ties):
            return []
        return [Chunk(a, b, "source", score) for a, b in phrases]

    def _next_to(self, near: Chunk, cue: Chunk) -> list[Chunk]:
        """The other of two names on both sides of an "and": "Okoye and the mission both said"."""
        lower = self.syntax.lower
        if "and" not in (
            *lower[near.last + 1 : near.last + 2],
            *lower[max(0, near.first - 2) : near.first],
        ):
            return []
        ends = cue.first - (lower[cue.first - 1] in ("both", "each", "all"))
        for m in self.mentions:
            if m.form == "pronoun" or m.kind == "place":
                continue
            start = m.first - (lower[m.first - 1] in ("the", "a", "an"))
            behind = lower[near.last + 1 : start] == ["and"] and m.last + 1 == ends
            first = near.first - (lower[near.first - 1] in ("the", "a", "an"))
            opens = start == 0 or lower[start - 1] in (",", ".", "”", '"')
            before = lower[m.last + 1 : first] == ["and"] and near.last + 1 == ends and opens
            if (behind or before) and m.form == "name":
                return [Chunk(start, m.last, "source", near.score / 2)]
        return []

    def _is_mention(self, word: int) -> bool:
        return any(m.head == word and m.kind != "place" for m in self.mentions)

    def parts(self, chunk: Chunk) -> list[Chunk]:
        """A chunk of two sources ("both the Pentagon and NATO"), parted at its "and" or "nor"."""
        head = self.syntax.head(chunk.first, chunk.last)
        inside = [c for c in self._list_of(head, chunk.score) if c.last <= chunk.last]
        if len(inside) >= _SEVERAL:
            return inside
        named = {m.head for m in self.mentions if m.form == "name"}
        second = [
            i
            for i in self.syntax.children[head]
            if self.syntax.deprels[i] == "conj" and chunk.first <= i <= chunk.last
        ]
        if not second:
            return [chunk]
        cut = next(
            (
                i
                for i in range(head, second[0])
                if self.syntax.lower[i] in ("and", ",", "or", "nor")
            ),
            None,
        )
        apart = cut is not None and self.syntax.upos[cut + 1] == "DET"
        kinds = {kind_of(self.syntax.texts[w]) for w in (head, second[0])}
        apart |= "document" in kinds and bool(kinds & {"person", "group"})
        pair = self.syntax.lower[chunk.first] in _PAIR
        both = (head in named and second[0] in named) or self._is_pair(chunk.first)
        if not (both or apart):
            return [chunk]
        if cut is None or cut == chunk.first:
            return [chunk]
        first = chunk.first + pair
        right = Chunk(cut + 1, chunk.last, chunk.kind, chunk.score)
        return [Chunk(first, cut - 1, chunk.kind, chunk.score), right]

    def _is_pair(self, first: int) -> bool:
        """True of what "both" or "neither" opens."""
        return not _PAIR.isdisjoint(self.syntax.lower[max(0, first - 1) : first + 1])


def owns(syntax: Syntax, head: int, last: int) -> bool:
    """True if "'s" stands behind a noun, and something behind that."""
    return head + 2 <= last and syntax.lower[head + 1] in _MARKS


def belonging(syntax: Syntax, owner: int, last: int) -> int:
    """What a possessor owns: of "France's new envoy, who …" the envoy."""
    at = owner + 2
    while at < last and syntax.upos[at + 1] in ("NOUN", "PROPN", "ADJ"):
        at += 1
    return at
