"""Who is introduced twice over: "one man, a baker", "a pilot, who asked to be called Oleh".

syntax, mentions  →  pairs of mentions that are one

Told from the order of the words; both descriptions may be without a name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.annotate.aliases import name_given
from graph.annotate.mentions import Found
from graph.annotate.syntax import Syntax

_ALIAS = frozenset(
    "identified known called named name nickname nicknamed sign alias initials nom-de-guerre "
    "pseudonym".split()
)
"""One of which stands between somebody and the name that he goes by."""
_BEFORE_ALIAS = frozenset(("as", "sign", "called", "named", "name", "nickname", ",", "alias"))
"""What the name stands right behind."""
_OPENS = frozenset((",", "who", "identified", "known", "using", "called"))
"""What stands right behind the description."""
_TOLD, _TO_TELL = frozenset(("told", "tells")), 4
"""How somebody begins a text who is named only later, and the words to it."""
_FAR = 14
"""Words from a description to the name that it is given."""
_ENUMERATES = frozenset(("and", "or"))


class Introductions:
    """Finds those that a text introduces in two ways at once."""

    def __init__(self, syntax: Syntax, mentions: Sequence[Found]) -> None:
        self.syntax = syntax
        self.mentions = mentions

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Indices of a description and of what else it is called, in text order."""
        for i, m in enumerate(self.mentions):
            if m.form != "nominal" or m.kind not in ("person", "group", "unit", "organisation"):
                continue
            if (j := self._beside(m)) is not None:
                yield i, j
            if (j := self._alias(m)) is not None:
                yield i, j
            if (j := self._named_next(m)) is not None:
                yield i, j
            if (j := self._named_later(m)) is not None:
                yield i, j

    def _named_later(self, m: Found) -> int | None:
        """The name of "a lawyer" in "the lawyer, Ada Quill,", of whom there is but one."""
        lower = self.syntax.lower
        if m.kind != "person" or m.plural or lower[m.first] not in ("a", "an"):
            return None
        alike = [o for o in self.mentions if o.form == "nominal" and lower[o.head] == lower[m.head]
                 and lower[o.first] in ("a", "an", "another")]  # fmt: skip
        if len(alike) != 1:
            return None
        for j, other in enumerate(self.mentions):
            noun = other.first - 2
            named = other.form == "name" and other.kind == "person" and other.last > other.first
            if not named or noun - 1 <= m.last or lower[noun + 1] != ",":
                continue
            if lower[noun] == lower[m.head] and lower[noun - 1] == "the":
                return j
        return None

    def _named_next(self, m: Found) -> int | None:
        """Who opens the second paragraph by name, with an age or nothing else, after a first of
        "a former prisoner has told the daily".
        """
        lower, paragraphs = self.syntax.lower, self.syntax.words.paragraphs
        told = not _TOLD.isdisjoint(lower[m.last + 1 : m.last + _TO_TELL])
        if m.kind != "person" or m.plural or lower[m.first] not in ("a", "an") or not told:
            return None
        opens = next(
            (w for w in range(m.last, len(lower)) if paragraphs[w] > paragraphs[m.last]), 0
        )
        if paragraphs[m.first] != paragraphs[0] or not opens:
            return None
        name = next((j for j, o in enumerate(self.mentions) if o.first == opens), None)
        if name is None:
            return None
        other = self.mentions[name]
        aged = self.syntax.texts[other.last + 2 : other.last + 3]
        behind = other.last + 1
        if lower[behind] == "," and aged and aged[0].isdigit() and lower[behind + 2] == ",":
            behind += 3
        new = other.form == "name" and other.kind == "person" and other.last > other.first
        return name if new and self.syntax.upos[behind] in ("VERB", "AUX") else None

    def _beside(self, m: Found) -> int | None:
        """The description between commas right behind another: "Her brother, a sergeant, …"."""
        lower = self.syntax.lower
        if m.kind != "person" or m.plural:
            return None
        named = {o.last for o in self.mentions if o.form == "name" and o.kind == "person"}
        for j, other in enumerate(self.mentions):
            begins = other.first in (m.head + 2, m.last + 2) and lower[other.first] in ("a", "an")
            same = other.form == "nominal" and other.kind == "person" and not other.plural
            if other.first == m.last + 2 and m.last in named:
                continue  # "the wife of Ali Dirir, a commander"
            if begins and same and lower[other.first - 1] == ",":
                return j if self._closed(other) else None
        return None

    def _closed(self, m: Found) -> bool:
        """True of what a comma ends that begins no further member of a list."""
        lower, end = self.syntax.lower, self.syntax.words.sentence_at(m.first)[1]
        comma = next((w for w in range(m.head + 1, end) if lower[w] in (",", ".", ";")), end)
        if comma == end or lower[comma] == ".":
            return True
        return lower[comma + 1] not in _ENUMERATES and lower[comma + 1] not in ("a", "an")

    def _alias(self, m: Found) -> int | None:
        """The name that a description is said to go by, in its sentence."""
        lower, end = self.syntax.lower, self.syntax.words.sentence_at(m.first)[1]
        if m.plural:
            return None
        bare = lower[m.last + 1 : m.last + 2] == ["("]
        alias = None if m.kind != "person" or bare else name_given(self.syntax, m.last + 1)
        for j, other in enumerate(self.mentions):
            if other.form != "name" or not m.head < other.first < min(end, m.head + _FAR):
                continue
            between = lower[m.head + 1 : other.first]
            while between and between[-1] in ('"', "“", "‘", "'"):
                between = between[:-1]
            if alias is not None and alias[0] == other.first and other.kind == "person":
                return j
            opens = not _OPENS.isdisjoint(between[:1])
            given = between[-1:] and between[-1] in _BEFORE_ALIAS and _ALIAS & set(between)
            between_two = any(
                n.form == "nominal" and n.kind == m.kind and m.head < n.head < other.first
                for n in self.mentions
            )
            return j if opens and given and not between_two else None
        return None
