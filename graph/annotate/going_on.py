"""Quotations without a word of saying of their own, and whose they are.

sayings  →  the same with further stretches, and a saying for what nobody was said to have said
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graph.annotate.mentions import FIRST_PERSON, Found
from graph.annotate.quotations import CLOSING, OPENING, stretches
from graph.annotate.reading import BY_WORDS, Chunk
from graph.annotate.speech import Saying
from graph.annotate.syntax import Syntax
from graph.types import Span

_LEAST = 4
"""Words that a quotation has more of, if it is to be somebody's without a cue."""


class GoingOn:
    """Ties quotations to who speaks around them; the list of sayings is changed in place."""

    def __init__(self, syntax: Syntax, mentions: Sequence[Found]) -> None:
        """mentions: as they grow."""
        self.syntax = syntax
        self.mentions = mentions

    def told_later(self, found: list[Saying]) -> None:
        """Add the paragraphs of a quotation that is told of in a later one.

        "“It is a hard job.\n\n“We were ready,” he said.": the first opens and does not close.
        """
        ahead: Saying | None = None
        for first, end, quoted in reversed(list(stretches(self.syntax))):
            span = self.syntax.words.span(first, end - 1)
            here = self._heard(found, first, end, span, quoted=quoted)
            opened = quoted and self.syntax.texts[end - 1] not in CLOSING
            if not here and opened and ahead is not None:
                longer = replace(ahead, contents=(span, *ahead.contents))
                found[found.index(ahead)] = longer
                ahead = longer
                continue
            begun = (s for s in here if any(c.start == span.start for c in s.contents))
            ahead = next(begun, None) if self.syntax.texts[first] in OPENING else None

    def told_before(self, found: list[Saying]) -> None:
        """Add quotations without a cue of their own that go on from the speaker before.

        They fill their sentences, and nothing but such sentences stands between them and a
        sentence in which somebody is quoted, or, in the same paragraph, says something; or they
        fill a paragraph, and somebody says something in the one before. What goes on from a
        quotation is a further stretch of it; what illustrates something said is one of its own.
        """
        speaker: Saying | None = None
        before: Saying | None = None
        for first, end, quoted in stretches(self.syntax):
            span = self.syntax.words.span(first, end - 1)
            here = self._heard(found, first, end, span, quoted=quoted)
            if here:
                speaker = here[-1] if here[-1].source is not None else None
                before = _outermost(self.syntax, here)
            elif not quoted or (speaker is not None and self._answers(speaker, first)):
                speaker = None
            elif speaker is None and (opened := self._opened(first, end)) is not None:
                speaker = opened
                found.append(opened)
            elif speaker is not None and end - first > _LEAST and self._near(speaker, first):
                speaker = self._further(found, speaker, span)
            elif before is not None and self._fills_next(before, first, end):
                speaker = replace(before, contents=(span,), score=before.score / 2)
                found.append(speaker)
            else:
                speaker = None

    def _heard(
        self, found: Sequence[Saying], first: int, end: int, span: Span, *, quoted: bool
    ) -> list[Saying]:
        """What is said in a stretch; of a quotation without what is said inside it."""
        here = [
            s for s in found if first <= s.cue.first < end or any(c.meets(span) for c in s.contents)
        ]
        return [s for s in here if not (quoted and _said_inside(s, first, end, span))]

    def _further(self, found: list[Saying], speaker: Saying, span: Span) -> Saying:
        """The saying that a quotation goes on from, with it; or the quotation as one of its own."""
        if not self._quotes(speaker):
            found.append(replace(speaker, contents=(span,), score=speaker.score / 2))
            return found[-1]
        longer = replace(speaker, contents=(*speaker.contents, span))
        found[found.index(speaker)] = longer
        return longer

    def _quotes(self, speaker: Saying) -> bool:
        return any(c.of(self.syntax.words.text)[:1] in OPENING for c in speaker.contents)

    def _fills_next(self, speaker: Saying, first: int, end: int) -> bool:
        """True of a quotation that is the whole paragraph behind what somebody says."""
        words = self.syntax.words
        whole = words.paragraph_at(first) == (first, end)
        behind = first == words.paragraph_at(speaker.cue.first)[1]
        return whole and behind and speaker.source is not None

    def _answers(self, speaker: Saying, first: int) -> bool:
        """True of a quotation in a paragraph of its own behind a question: another speaks."""
        words = self.syntax.words
        asked = any(c.of(words.text).rstrip("\"”’'").endswith("?") for c in speaker.contents)
        return asked and bool(words.paragraphs[first] != words.paragraphs[speaker.cue.first])

    def _opened(self, first: int, end: int) -> Saying | None:
        """What the subject of the sentence before says of himself, with no word of saying.

        "Ada Quill left the village in May. “I went in first.”"
        """
        words, lower = self.syntax.words, self.syntax.lower
        start = words.sentence_at(first - 1)[0] if first else first
        if start == first or words.paragraphs[start] != words.paragraphs[first]:
            return None
        if FIRST_PERSON.isdisjoint(lower[first:end]) or end - first <= _LEAST:
            return None
        subject = next((w for w in range(start, first)
                        if self.syntax.deprels[w].startswith("nsubj")
                        and self.syntax.deprels[self.syntax.heads[w]] == "root"), None)  # fmt: skip
        known = (
            k
            for k, m in enumerate(self.mentions)
            if subject is not None and m.first <= subject <= m.last and m.kind == "person"
        )
        source = next(known, None)
        if source is None:
            return None
        m = self.mentions[source]
        cue = Chunk(first, first, "", BY_WORDS)
        said = words.span(first, end - 1)
        return Saying(cue, source, words.span(m.first, m.last), (said,), (), BY_WORDS)

    def _near(self, speaker: Saying, first: int) -> bool:
        """True if a quotation may go on from a saying: in its paragraph, or from a quotation."""
        paragraphs = self.syntax.words.paragraphs
        return self._quotes(speaker) or bool(paragraphs[first] == paragraphs[speaker.cue.first])


def _outermost(syntax: Syntax, here: Sequence[Saying]) -> Saying:
    """The last of some sayings that no other of them holds."""

    def held(s: Saying) -> bool:
        cue = syntax.words.span(s.cue.first, s.cue.last)
        return any(c.holds(cue) for other in here if other is not s for c in other.contents)

    return next((s for s in reversed(here) if not held(s)), here[-1])


def _said_inside(saying: Saying, first: int, end: int, span: Span) -> bool:
    """True of what is said, cue and all, among words first to end, whose characters are span."""
    return first <= saying.cue.first < end and all(span.holds(c) for c in saying.contents)
