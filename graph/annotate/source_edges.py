"""Where the words for a source begin and end: "police | at first", "the abbot |, who was away".

a stretch that was taken for a source  →  the words of it that name who speaks
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graph.annotate.mentions import DAYS, Found
from graph.annotate.nouns import AIDES, KIN, kind_of, singular
from graph.annotate.reading import Chunk
from graph.annotate.syntax import Syntax

WHOLE = frozenset(("both", "all", "each"))
"""What stands before "of whom" where all of those before are meant."""
_EVERYBODY = frozenset("all everyone everybody none nobody any".split())
_APART_FROM = (["apart", "from"], ["other", "than"], ["aside", "from"])
_POSING = frozenset("impersonating posing imitating masquerading pretending".split())
_PLATFORMS = frozenset(
    "x twitter facebook telegram whatsapp tiktok instagram youtube reddit weibo vkontakte".split()
)
"""Where things are posted, which says nothing itself."""
_WHO = frozenset("who which whose where".split())
_PART_OF_DAY = frozenset(("late", "early"))
"""What may stand before the day: "late on Sunday"."""
_ORDER = frozenset("first last once least most".split())
"""How "at first" goes on."""


class SourceEdges:
    """Trims the sources of one text; the mentions may grow."""

    def __init__(self, syntax: Syntax, mentions: Sequence[Found]) -> None:
        self.syntax = syntax
        self.mentions = mentions

    def as_told(self, chunk: Chunk) -> Chunk:
        """A stretch without a heading before it, "at first", or the day on which it is said."""
        lower, first, last = self.syntax.lower, chunk.first, chunk.last
        first = max(first, self.syntax.words.paragraph_at(last)[0])
        if lower[first] == "at" and first + 1 < last and lower[first + 1] in _ORDER:
            first += 2
        if last - 1 > first and lower[last - 1] == "on" and self.syntax.texts[last] in DAYS:
            last -= 2 + (lower[last - 2] in _PART_OF_DAY)
        return replace(chunk, first=first, last=last)

    def trimmed(self, first: int, last: int) -> tuple[int, int]:
        """First and last word of who speaks; the last before the first if nobody does."""
        first, last = self._unexcepted(first, last)
        last = self._last_of(first, last)
        if first > last:
            return first, last
        first, last = self._antecedent(first, last)
        last = self._before_of(first, self._before_which(first, last))
        return first, self._before_platform(first, self._before_alias(first, last))

    def _unexcepted(self, first: int, last: int) -> tuple[int, int]:
        """Who speaks in "all of them except Quill", "the witnesses, but not Quill": not Quill."""
        lower, start = self.syntax.lower, self.syntax.words.sentence_at(first)[0]
        near = range(max(start + 1, first - 2), last)
        at = next((w for w in near if self._excepts(w) and w > start), None)
        if at is None:
            return first, last
        end = at - 1 - (lower[at - 1] == ",")
        return (first, end) if first <= end else (self.syntax.phrase(end)[0], end)

    def _excepts(self, word: int) -> bool:
        """True where an exception begins: "except", "apart from", "all but"."""
        lower = self.syntax.lower
        if lower[word] == "but":
            return lower[word - 1] in _EVERYBODY or lower[word + 1] == "not"
        return lower[word] == "except" or lower[word : word + 2] in _APART_FROM

    def _last_of(self, first: int, last: int) -> int:
        """Where who a stretch names ends: "police | at first", "I | 've"."""
        if all(self.syntax.upos[i] == "AUX" for i in range(first + 1, last + 1)):
            return min(first, last)
        posing = (i for i in range(first + 1, last) if self.syntax.lower[i] in _POSING)
        last = next(posing, last + 1) - 1
        whose = (
            i for i in range(first + 2, last) if self.syntax.lower[i - 1 : i + 1] == [",", "whose"]
        )
        last = next(whose, last + 2) - 2
        for at in range(first + 1, last):
            if self.syntax.lower[at] == "at" and self.syntax.lower[at + 1] in _ORDER:
                return at - 1
        return last

    def _antecedent(self, first: int, last: int) -> tuple[int, int]:
        """The noun phrase that a lone "who", or "both of whom", belongs to, if it is no mention."""
        lower = self.syntax.lower
        if lower[first] in WHOLE and lower[first + 1 : last + 1] == ["of", "whom"]:
            several = [m for m in self.mentions if m.last == first - 2 and m.plural]
            inner = max(several, key=lambda m: m.first, default=None)
            return (first, last) if inner is None else (inner.first, inner.last)
        verb = self.syntax.heads[first]
        if first != last or lower[first] not in ("who", "which"):
            return first, last
        if self.syntax.lower[first - 1 : first] == [","]:
            beside = (m for m in self.mentions if first - 2 in (m.last, m.head))
            if (m := next((m for m in beside if m.kind not in ("place",)), None)) is not None:
                return m.first, m.last
        if self.syntax.deprels[verb] != "acl:relcl":
            return first, last
        noun = self.syntax.heads[verb]
        low = self.syntax.phrase(noun)[0]
        known = any(m.head == noun or m.first <= noun <= m.last for m in self.mentions)
        return (first, last) if known or noun > first else (low, first - 1)

    def _before_of(self, first: int, last: int) -> int:
        """The last word before whose relative, or driver, it is: "a relative of General Parr"."""
        lower = self.syntax.lower
        of = next((w for w in range(first + 1, last) if lower[w] == "of"), None)
        if of is None or "," in lower[of:last] or singular(lower[of - 1]) not in KIN | AIDES:
            return last
        return of - 1

    def _before_which(self, first: int, last: int) -> int:
        """The last word before a clause on the source: "the abbot, who was in Taunggyi,"."""
        lower = self.syntax.lower
        commas = (w for w in range(first + 1, last) if lower[w] == "," and lower[w + 1] in _WHO)
        return next(commas, last + 1) - 1

    def _before_platform(self, first: int, last: int) -> int:
        """The last word of what is seen on a platform: "posts shared on X and Facebook"."""
        lower = self.syntax.lower
        on = next((w for w in range(first + 1, last) if lower[w] == "on"), None)
        return on - 1 if on is not None and lower[on + 1] in _PLATFORMS else last

    def _before_alias(self, first: int, last: int) -> int:
        """The last word of whom one knows "identified in its pages only as K-17"."""
        lower = self.syntax.lower
        known = next(
            (w for w in range(first + 2, last) if lower[w] in ("identified", "named")), None
        )
        alias = known is not None and {"only", "as"} <= set(lower[known:last])
        described = known is not None and kind_of(self.syntax.texts[known - 1]) == "person"
        return known - 1 if known is not None and alias and described else last
