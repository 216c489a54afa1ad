"""Which saying holds which: "A said that B told her that P".

sayings  →  for each the innermost other one whose content holds it
"""

from __future__ import annotations

from collections.abc import Sequence

from graph.annotate.passing_on import PassingOn
from graph.annotate.speech import Saying
from graph.annotate.syntax import Syntax


class Nesting:
    """Finds the holders of the sayings of one text."""

    def __init__(self, syntax: Syntax, sayings: Sequence[Saying], passing: PassingOn) -> None:
        self.syntax = syntax
        self.sayings = sayings
        self._passing = passing

    def holders(self) -> list[int | None]:
        """The holder of each; nobody holds one of each circle."""
        return _without_circles([self._holder(k) for k in range(len(self.sayings))])

    def _holder(self, k: int) -> int | None:
        """The innermost other saying whose content holds this one's cue and content."""
        mine = self.sayings[k]
        cue = self.syntax.words.span(mine.cue.first, mine.cue.last)
        fits = []
        for other, saying in enumerate(self.sayings):
            if saying.cue == mine.cue or other == k:
                continue
            holds_cue = any(c.holds(cue) for c in saying.contents) or self._parts(saying, mine)
            if not holds_cue or self._disowned(saying):
                continue
            holds_some = any(c.meets(d) for c in saying.contents for d in mine.contents)
            if holds_some and not _inside(saying, mine, self.syntax):
                fits.append((sum(c.end - c.start for c in saying.contents), other))
        return min(fits)[1] if fits else None

    def _parts(self, saying: Saying, mine: Saying) -> bool:
        """True of "wrote that, | according to a firefighter, | two tanks were burning"."""
        lower, first = self.syntax.lower, mine.cue.first
        at = self.syntax.words.span(first, first).start
        between = any(c.end <= at for c in saying.contents) and any(
            at < c.start for c in saying.contents
        )
        return (
            between and saying.cue.last < first and lower[first : first + 2] == ["according", "to"]
        )

    def _disowned(self, saying: Saying) -> bool:
        """True of "P, something that the ministry denies": P is put forward by others."""
        words = self.syntax.words
        behind = all(words.within(c)[1] <= saying.cue.first for c in saying.contents)
        verb = self.syntax.head(saying.cue.first, saying.cue.last)
        relative = self.syntax.deprels[verb].startswith("acl")
        return behind and relative and self._passing.denies(saying)


def _without_circles(within: Sequence[int | None]) -> list[int | None]:
    """Of each saying the one that holds it, but for one of each circle, which nobody holds."""
    kept = list(within)
    for k in range(len(kept)):
        seen, at = set[int](), kept[k]
        while at is not None and at != k and at not in seen:
            seen.add(at)
            at = kept[at]
        if at == k:
            kept[k] = None
    return kept


def _inside(outer: Saying, inner: Saying, syntax: Syntax) -> bool:
    """True if the outer saying in turn stands in the inner one's content: then neither holds."""
    cue = syntax.words.span(outer.cue.first, outer.cue.last)
    return any(c.holds(cue) for c in inner.contents)
