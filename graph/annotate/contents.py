"""What is said, without what only stands beside it: marks, a dateline, a title, who was told.

roles of a cue  →  spans of its content
"""

from __future__ import annotations

from collections.abc import Sequence

from graph.annotate.lemmas import lemma
from graph.annotate.mentions import Found
from graph.annotate.nouns import singular
from graph.annotate.reading import Roles
from graph.annotate.syntax import Syntax
from graph.annotate.verdicts import CALLS, FALSE, REBUFF, REPORT
from graph.types import Span

_EDGE = frozenset(", ; : - – —".split())
_JOINED_BY = frozenset(", . ; : - – — … ... ” \" ’ ' “ ‘".split())
_VERBS = frozenset(("VERB", "AUX"))
_MEDIA = frozenset("statement comment response reply interview letter email message post".split())
_CARRIED = frozenset("carried published issued released sent posted broadcast aired".split())
_WITHOUT = frozenset(
    "naming giving saying providing specifying elaborating offering identifying mentioning citing "
    "explaining detailing".split()
)
"""What is not done beside saying a thing, which is no part of it."""
_SAID_LEAST = 2
"""By what somebody says a thing, how that is made known; and words that are said before it."""
_BEING, _VERDICT = frozenset(("is", "are", "was", "were", "be", "been")), 6
"""Forms of being; and words behind a claim within which it is called false."""


class Contents:
    """Finds the contents of one text; the mentions may grow."""

    def __init__(self, syntax: Syntax, mentions: Sequence[Found]) -> None:
        self.syntax = syntax
        self.mentions = mentions

    def of(self, roles: Roles) -> tuple[Span, ...]:
        """Content stretches without the punctuation at their edges; neighbours are one."""
        stretches: list[tuple[int, int]] = []
        for chunk in sorted(roles.contents, key=lambda c: c.first):
            if stretches and self._only_marks(stretches[-1][1] + 1, chunk.first, roles):
                stretches[-1] = (stretches[-1][0], chunk.last)
            else:
                stretches.append((chunk.first, chunk.last))
        stretches = stretches or self._this_alone(roles)
        stretches = [self._without_title(roles, a, b) for a, b in stretches]
        stretches = self._of_its_title(roles, stretches)
        stretches = [(self._behind_dateline(a, b), b) for a, b in stretches]
        stretches = [self._without_addressee(roles, a, b) for a, b in stretches]
        stretches = [self._with_its_verdict(roles, a, b) for a, b in stretches]
        stretches = [(a, self._before_medium(a, b)) for a, b in stretches]
        stretches = [(a, self._before_manner(a, b)) for a, b in stretches]
        stretches = [self._pointed_at(a, self._pointing(a, b)) for a, b in stretches]
        stretches = [(a, self._before_verdict(roles, a, b)) for a, b in stretches]
        if any(self._is_nothing(a, b) for a, b in stretches if a <= b):
            return ()
        trimmed = [self._trim(a, b) for a, b in stretches]
        return tuple(self.syntax.words.span(a, b) for a, b in trimmed if a <= b)

    def _is_nothing(self, first: int, last: int) -> bool:
        """True of "nothing about it"; not of "nothing had changed"."""
        lower, upos = self.syntax.lower, self.syntax.upos
        return lower[first] == "nothing" and (first == last or upos[first + 1] not in _VERBS)

    def _with_its_verdict(self, roles: Roles, first: int, last: int) -> tuple[int, int]:
        """The whole of "said | the claim that the ship had sunk was false", not what it denies."""
        lower, texts = self.syntax.lower, self.syntax.texts
        claim = first - 1
        told = claim > roles.cue.last and singular(texts[claim]) in REPORT
        if not told or lower[first] != "that":
            return first, last
        end = self.syntax.words.sentence_at(first)[1]
        near = range(max(first, last - 2), min(last + _VERDICT, end))
        false = [
            w for w in near if lower[w] in FALSE and _BEING & set(lower[max(first, w - 3) : w])
        ]
        if not false:
            return first, last
        while claim - 1 > roles.cue.last and self.syntax.upos[claim - 1] in ("DET", "ADJ", "NOUN"):
            claim -= 1
        return claim, max(last, false[-1])

    def _before_medium(self, first: int, last: int) -> int:
        """Where a content ends that took in how it was said: "P | in a comment to the portal"."""
        lower = self.syntax.lower
        for at in range(last - 2, first + _SAID_LEAST, -1):
            noun = next((w for w in range(at + 2, min(at + 4, last)) if lower[w] in _MEDIA), None)
            if lower[at] != "in" or lower[at + 1] not in ("a", "an") or noun is None:
                continue
            behind = range(noun + 1, last + 1)
            ties = lower[noun + 1] in _CARRIED or lower[noun + 1] == "to"
            finite = any(self.syntax.upos[w] in _VERBS and lower[w] not in _CARRIED for w in behind)
            quoted = not {'"', "”", "“"}.isdisjoint(self.syntax.texts[at : last + 1])
            outlet = any(
                c.kind == "outlet" and c.first in behind for c in self.syntax.reading.names
            )
            return at - 1 if ties and outlet and not (finite or quoted) else last
        return last

    def _before_verdict(self, roles: Roles, first: int, last: int) -> int:
        """Where a claim ends that somebody rejects: "dismissed claims of | torture | as lies"."""
        syntax, noun = self.syntax, roles.cue.last
        if singular(syntax.texts[noun]) not in REPORT or syntax.upos[noun] != "NOUN":
            return last
        start = syntax.words.sentence_at(noun)[0]
        judged = any(syntax.upos[w] == "VERB" and lemma(syntax.texts[w], "VERB") in REBUFF | CALLS
                     for w in range(start, noun))  # fmt: skip
        verdict = next((w for w in range(last - 1, first, -1) if syntax.lower[w] == "as"), None)
        if not judged or verdict is None or last - verdict > _VERDICT:
            return last
        return last if _VERBS & set(syntax.upos[verdict + 1 : last + 1]) else verdict - 1

    def _before_manner(self, first: int, last: int) -> int:
        """Where a content ends that took in how it was said: "P, | without giving details"."""
        lower = self.syntax.lower
        for at in range(last - 2, first + _SAID_LEAST, -1):
            if lower[at : at + 2] == [",", "without"] and lower[at + 2] in _WITHOUT:
                quoted = not {'"', "”", "“"}.isdisjoint(self.syntax.texts[first : last + 1])
                finite = any(self.syntax.upos[w] in _VERBS for w in range(at + 3, last + 1))
                return last if quoted or finite else at - 1
        return last

    def _pointing(self, first: int, last: int) -> int:
        """Where a content ends that only points back: "said this | at the end of the training"."""
        behind = self.syntax.upos[min(first + 1, last)]
        points = self.syntax.lower[first] == "this" and self.syntax.deprels[first] == "obj"
        return first if points and behind in ("ADP", "SCONJ") else last

    def _this_alone(self, roles: Roles) -> list[tuple[int, int]]:
        """The "This" of "This was reported by X", if nothing else was found to be said."""
        opens = self.syntax.words.sentence_at(roles.cue.first)[0]
        near = opens in (roles.cue.first, roles.cue.first - 1)
        return [(opens, opens)] if near and self.syntax.lower[opens] == "this" else []

    def _pointed_at(self, first: int, last: int) -> tuple[int, int]:
        """The sentence before "This was reported by X", if it is all that is said to be."""
        syntax, words = self.syntax, self.syntax.words
        opens = 0 < first == last == words.sentence_at(first)[0] and syntax.lower[first] == "this"
        if not opens or syntax.deprels[first] != "nsubj:pass":
            return first, last
        start, end = words.sentence_at(first - 1)
        return start, end - 1

    def _behind_dateline(self, first: int, last: int) -> int:
        """Where a content begins that took in a dateline: "TARN, May 14 (AP) - | Five people"."""
        opens = self.syntax.words.paragraph_at(first)[0] == first
        dash = self.syntax.dateline(first)
        return dash + 1 if opens and dash is not None and dash < last else first

    def _without_title(self, roles: Roles, first: int, last: int) -> tuple[int, int]:
        """A content without the title that the model took into it: a paragraph without an end.

        What is said in a title ends with it.
        """
        paragraphs = self.syntax.words.paragraphs
        for at in range(first, last):
            if paragraphs[at + 1] != paragraphs[at]:
                if self.syntax.upos[at] == "PUNCT":
                    return first, last
                said_there = paragraphs[roles.cue.first] == paragraphs[at]
                return (first, at) if said_there else (at + 1, last)
        return first, last

    def _of_its_title(
        self, roles: Roles, stretches: Sequence[tuple[int, int]]
    ) -> list[tuple[int, int]]:
        """What is said in a title, without a stretch that the model took from what follows it."""
        words = self.syntax.words
        first, end = words.paragraph_at(roles.cue.first)
        here = [s for s in stretches if first <= s[0] and s[1] < end]
        title = self.syntax.upos[end - 1] != "PUNCT"
        return here if title and here else list(stretches)

    def _without_addressee(self, roles: Roles, first: int, last: int) -> tuple[int, int]:
        """A content that begins with the one who was told ("told | the Journal soldiers who …")."""
        first = self._behind_object(roles, first, last)
        cue = self.syntax.lower[roles.cue.first : roles.cue.last + 1]
        if first != roles.cue.last + 1 or cue[-1] not in ("told", "tells", "telling"):
            return first, last
        for m in self.mentions:
            start = m.first - (self.syntax.lower[m.first - 1] == "the")
            if first in (m.first, start) and m.last < last and m.form != "pronoun":
                after = self.syntax.upos[m.last + 1]
                return (first, last) if after in ("VERB", "AUX", "PART") else (m.last + 1, last)
        return first, last

    def _behind_object(self, roles: Roles, first: int, last: int) -> int:
        """Where a content begins that began in who is told: "the owners of | the ferry to …"."""
        syntax = self.syntax
        verb = syntax.head(roles.cue.first, roles.cue.last)
        told = [c for c in syntax.children[verb] if syntax.deprels[c] in ("obj", "iobj")]
        said = [c for c in syntax.children[verb] if syntax.deprels[c] in ("xcomp", "ccomp")]
        for noun in told:
            low, high = syntax.phrase(noun)
            behind = [min([c, *syntax.children[c]]) for c in said if high < c <= last]
            if low < first <= high and behind and min(behind) > high:
                return min(behind)
        return first

    def _only_marks(self, first: int, end: int, roles: Roles) -> bool:
        """True if nothing but punctuation, none of it the cue's, lies between two stretches."""
        between = range(first, end)
        return all(
            self.syntax.texts[i] in _JOINED_BY and not roles.cue.first <= i <= roles.cue.last
            for i in between
        )

    def _trim(self, first: int, last: int) -> tuple[int, int]:
        texts = self.syntax.texts
        while first <= last and texts[first] in _EDGE:
            first += 1
        while last >= first and texts[last] in _EDGE:
            last -= 1
        if last > first and texts[last] == "." and texts[last - 1] not in '”"’':
            quoted = texts[first] in ('"', "“")
            last -= 0 if quoted else 1
        return first, last
