"""A Reading's trees, asked for heads and noun phrases.

reading  →  Syntax  →  head of a stretch, noun phrase of a head, clause above a word
"""

from __future__ import annotations

from functools import cached_property

from graph.annotate.reading import Reading

_LEFT = frozenset(
    "det amod nummod compound nmod:poss nmod:desc det:predet flat advmod goeswith".split()
)
_RIGHT = frozenset("flat nmod compound nummod fixed goeswith nmod:desc".split())
_INSIDE = _LEFT | _RIGHT | frozenset("case punct".split())
_CUTS_LEFT = frozenset("VERB AUX SCONJ CCONJ".split())
_CUTS_RIGHT = _CUTS_LEFT | {"PRON"}
_OPEN_CLASS = frozenset("NOUN PROPN PRON NUM ADJ X SYM".split())


BESIDE = frozenset("flat appos compound nmod:desc nmod:unmarked".split())
"""Dependencies of a name that stands beside a noun: "the daily Veckan"."""
_BACKED = frozenset("based backed linked led aligned affiliated allied run".split())
_GROUPS = frozenset("human rights aid advocacy monitoring campaign relief watchdog - group".split())
_BEFORE_PHRASES = frozenset("of to by with from for".split())
"""What no phrase begins with, whatever it hangs from in the tree."""
DASHES = frozenset(("-", "–", "—", "--"))
_DATELINE = 12
"""Words of a dateline at most."""
MARKS = frozenset(', ; : . " “ ” - – —'.split())
_NOT = frozenset(("not", "n't", "n’t", "never"))


class Syntax:
    """Questions about the trees of one Reading, by word index."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.words = reading.words
        self.heads = reading.heads.tolist()
        self.deprels = reading.deprels
        self.upos = reading.upos

    @cached_property
    def texts(self) -> list[str]:
        """Every word."""
        return self.words.all()

    @cached_property
    def lower(self) -> list[str]:
        """Every word in lower case."""
        return [w.lower() for w in self.texts]

    @cached_property
    def children(self) -> list[list[int]]:
        """Dependents of every word, in text order."""
        found: list[list[int]] = [[] for _ in self.heads]
        for i, head in enumerate(self.heads):
            if head != i:
                found[head].append(i)
        return found

    def below(self, word: int) -> list[int]:
        """A word and all its dependents, sorted, without the marks around them."""
        found, rest = [], [word]
        while rest:
            at = rest.pop()
            if self.texts[at] not in MARKS:
                found.append(at)
            rest += self.children[at]
        return sorted(found)

    def depth(self, word: int) -> int:
        """Steps from a word up to its root."""
        steps = 0
        while self.heads[word] != word:
            word = self.heads[word]
            steps += 1
        return steps

    def head(self, first: int, last: int) -> int:
        """The word of a stretch that stands highest in the tree; a noun before anything else."""
        span = range(first, last + 1)
        tops = [i for i in span if not first <= self.heads[i] <= last or self.heads[i] == i]
        nouns = [i for i in tops if self.upos[i] in _OPEN_CLASS]
        return min(nouns or tops or [last], key=lambda i: (self.depth(i), i))

    def relation(self, below: int, above: int) -> tuple[str, ...]:
        """Dependencies from a word up to another, nearest first; empty if it is not above."""
        path = []
        while below != above:
            path.append(self.deprels[below])
            if self.heads[below] == below:
                return ()
            below = self.heads[below]
        return tuple(path)

    def phrase(self, head: int) -> tuple[int, int]:
        """First and last word of the noun phrase of a head.

        Without appositions, relative clauses, coordination and what follows a comma.
        """
        first = last = head
        for child in reversed(self.children[head]):
            if child < first and self.deprels[child] in _LEFT and self.deprels[child] != "advmod":
                first = min(first, self._edge(child, left=True))
        for child in self.children[head]:
            if child > last and self.deprels[child] in _RIGHT:
                low = self._edge(child, left=True)
                if low > last + 1 and self.lower[last + 1] in ",;(–—":
                    break
                last = max(last, self._edge(child, left=False))
        return self._within(first, head, last)

    def _within(self, first: int, head: int, last: int) -> tuple[int, int]:
        """Cut a phrase at a verb, a clause or a mark, where a wrong parse ran over it."""
        low, high = head, head
        while low > first and self._soft(low - 1, _CUTS_LEFT):
            low -= 1
        while high < last and self._soft(high + 1, _CUTS_RIGHT):
            high += 1
        while low < head and self.lower[low] in _BEFORE_PHRASES:
            low += 1
        while high > head and self.upos[high] in ("DET", "ADP", "PART"):
            high -= 1
        return low, high

    def _soft(self, word: int, cuts: frozenset[str]) -> bool:
        if self.upos[word] == "PUNCT":
            return self.texts[word] in ("-", "–", "’", "'")
        return self.upos[word] not in cuts or self.deprels[word] in ("amod", "compound")

    def _edge(self, word: int, *, left: bool) -> int:
        edge = word
        for child in self.children[word]:
            if self.deprels[child] in _INSIDE and self.deprels[child] != "punct":
                far = self._edge(child, left=left)
                edge = min(edge, far) if left else max(edge, far)
        return edge

    def is_the_group(self, first: int, last: int) -> bool:
        """True for "the group", "the rights group", "the Iran-backed group".

        Of a body that was named before.
        """
        words = self.lower[first : last + 1]
        if words[:1] != ["the"]:
            return False
        backed = 4 < len(words) < 8 and words[-3] == "-" and words[-2] in _BACKED
        group = words[-1] == "group" and (backed or _GROUPS.issuperset(words[1:-1]))
        return group or (backed and words[-1] in ("organisation", "organization"))

    def negated(self, verb: int) -> bool:
        """True of a verb with "not" or "never"."""
        return not _NOT.isdisjoint(self.lower[c] for c in self.children[verb])

    def dateline(self, word: int) -> int | None:
        """The dash of the dateline that the paragraph of a word opens on: "ORM, May 4 (AP) –".

        None if it opens on none, or a verb stands before the dash.
        """
        first, end = self.words.paragraph_at(word)
        near = range(first + 1, min(first + _DATELINE, end))
        dash = next((i for i in near if self.texts[i] in DASHES), None)
        capitals = len(self.texts[first]) > 2 and self.texts[first].isupper()
        if dash is None or not capitals or "VERB" in self.upos[first:dash]:
            return None
        return dash

    def subject(self, verb: int) -> int | None:
        """The subject of a verb, or of the verb it is coordinated with or depends on as a clause.

        None if there is none.
        """
        seen = set()
        while verb not in seen:
            seen.add(verb)
            for child in self.children[verb]:
                if self.deprels[child].startswith(("nsubj", "csubj")):
                    return child
            if self.deprels[verb] in ("conj", "advcl", "xcomp", "parataxis"):
                verb = self.heads[verb]
        return None
