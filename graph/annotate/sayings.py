"""Cues with their roles → who is said to have said what, as mentions and spans.

    reading, mentions  →  Saying: cue, source mention, contents, relay mentions

Who that is, and through whom it came, is decided later (coref, chains).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from graph.annotate.acts import is_asked, no_saying
from graph.annotate.contents import Contents
from graph.annotate.lemmas import lemma
from graph.annotate.mentions import FIRST_PERSON, Found
from graph.annotate.nouns import singular
from graph.annotate.quotations import CLOSING, OPENING, stretches
from graph.annotate.reading import BY_WORDS, Chunk, Roles
from graph.annotate.repairs import repaired
from graph.annotate.speakers import Speakers
from graph.annotate.syntax import Syntax
from graph.annotate.verdicts import CALLS, REBUFF, REPORT
from graph.types import Span

_SILENT = re.compile(
    r"(?i)(?:(?:to|for) )?(?:be )?(?:comment|interviewed)(?: further| on .{1,60})?|it by .*", re.S
)
_SILENT_ASKED = re.compile(
    rf"{_SILENT.pattern}|for (?!.* to ).*|(?:to|not to) be (?:named|identified|quoted).*"
    r"|that (?:his|her|their) (?:sur|full )?names? (?:not )?be .*",
    re.S,
)
"""Contents that say nothing: "declined to comment", "was told it by a clerk"; "asked for bread"."""
_HEARINGS = frozenset("court inquest tribunal jury hearing inquiry trial bailey".split())
"""Those before whom a thing is said."""
_LEAST = 4
"""Words that a quotation has more of, if it is to be somebody's without a cue."""


@dataclass(frozen=True, slots=True)
class Saying:
    """One attribution before its people are known. Mentions are indices."""

    cue: Chunk
    source: int | None
    source_span: Span | None
    contents: tuple[Span, ...]
    relays: tuple[int, ...]
    score: float
    of_others: bool = False
    """True of "reports" in "she described reports that … as fake": nobody says whose they are."""


@dataclass(frozen=True, slots=True)
class Voices:
    """Which mentions speak, and in whose words the others stand."""

    sources: frozenset[int]
    speakers: Mapping[int, int]
    """For a first person inside a content, who speaks there."""
    told_by: Mapping[int, frozenset[int]]
    """For a mention inside a content, those who say it."""
    quoted_by: Mapping[int, frozenset[int]]
    """The same for a mention inside quotation marks."""

    def outright(self, mention: int) -> bool:
        """True of one that speaks, and in nobody else's words."""
        return mention in self.sources and mention not in self.told_by


class Sayings:
    """Finds sayings; `mentions` grows by the sources that no mention covered."""

    def __init__(self, syntax: Syntax, mentions: Sequence[Found]) -> None:
        self.syntax = syntax
        self.mentions = list(mentions)
        self._speakers = Speakers(syntax, self.mentions)
        self._contents = Contents(syntax, self.mentions)

    def find(self) -> list[Saying]:
        """Every saying, in the order of the cues. What has no content says nothing."""
        found = []
        for roles in repaired(self.syntax, self.syntax.reading.attributions):
            contents = self._contents.of(roles)
            if not contents or self._named(roles) or no_saying(self.syntax, roles):
                continue
            silent = _SILENT_ASKED if is_asked(self.syntax, roles) else _SILENT
            if all(silent.fullmatch(c.of(self.syntax.words.text)) for c in contents):
                continue
            others = self._of_others(roles)
            sources: list[tuple[int | None, Chunk | None]] = (
                [] if others else [*self._speakers.of(roles)]
            )
            relays = [self._speakers.mention(c.first, c.last, relay=True) for c in roles.relays]
            for source, chunk in sources or [(None, None)]:
                saying = self._saying(roles, source, chunk, contents, relays)
                found.append(replace(saying, of_others=others))
        self._quoted_before(found)
        self._quoted_on(found)
        found = [self._of_own_papers(s, found) for s in found]
        return sorted(self._in_order(found), key=lambda s: (s.cue.first, s.contents))

    def _of_others(self, roles: Roles) -> bool:
        """True of "reports" in "she described reports that … as fake": they are not hers."""
        syntax, noun = self.syntax, roles.cue.first
        if self._in_court(roles.cue.last):
            return True
        if roles.cue.last != noun or singular(syntax.texts[noun]) not in REPORT:
            return False
        first = syntax.words.sentence_at(noun)[0]
        own = any(syntax.deprels[c] == "nmod:poss" for c in syntax.children[noun])
        beside = any("VERB" not in syntax.upos[c.last + 1 : noun] for c in roles.sources)
        judges = (w for w in range(noun - 1, first - 1, -1) if syntax.upos[w] == "VERB")
        judge = next(judges, None)
        if own or beside or judge is None:
            return False
        base = lemma(syntax.texts[judge], "VERB")
        told = base in ("say", "add") and syntax.deprels[noun].startswith(("nsubj", "csubj"))
        return told or base in REBUFF | CALLS

    def _in_court(self, verb: int) -> bool:
        """True of "the court heard that": somebody who is not named has told it."""
        subject = self.syntax.subject(verb)
        if self.syntax.lower[verb] not in ("heard", "hears") or subject is None:
            return False
        first, last = self.syntax.phrase(subject)
        return not _HEARINGS.isdisjoint(self.syntax.lower[first : last + 1])

    def _in_order(self, found: Sequence[Saying]) -> Iterator[Saying]:
        """The sayings, once the mentions that were added stand in text order as well."""
        places = [(m.first, -m.last) for m in self.mentions]
        order = sorted(range(len(places)), key=places.__getitem__)
        new = {old: k for k, old in enumerate(order)}
        self.mentions[:] = [self.mentions[k] for k in order]
        for s in found:
            source = None if s.source is None else new[s.source]
            yield replace(s, source=source, relays=tuple(new[r] for r in s.relays))

    def voices(self, found: Sequence[Saying]) -> Voices:
        """Who speaks where."""
        return Voices(
            frozenset(s.source for s in found if s.source is not None),
            self._first_persons(found),
            self._told_by(found),
            self._told_by(found, quoted=True),
        )

    def _first_persons(self, found: Sequence[Saying]) -> dict[int, int]:
        """For each first person inside a content, the mention of its source."""
        heard: dict[int, int] = {}
        for i, m in enumerate(self.mentions):
            if self.syntax.lower[m.head] not in FIRST_PERSON:
                continue
            span = self.syntax.words.span(m.first, m.last)
            holders = [
                (sum(c.end - c.start for c in s.contents), s.source)
                for s in found
                if s.source is not None and s.source != i
                if any(c.holds(span) for c in s.contents)
            ]
            if holders:
                heard[i] = min(holders)[1]
        return heard

    def _told_by(
        self, found: Sequence[Saying], *, quoted: bool = False
    ) -> dict[int, frozenset[int]]:
        """For each mention inside a content, the mentions of who says it.

        quoted: only of contents in quotation marks.
        """
        text = self.syntax.words.text
        heard: dict[int, set[int]] = {}
        told = [
            (content, s.source)
            for s in found
            if s.source is not None
            for content in s.contents
            if not quoted or content.of(text)[0] in OPENING
        ]
        for i, m in enumerate(self.mentions):
            span = self.syntax.words.span(m.first, m.last)
            for content, source in told:
                if content.start <= span.start and span.end <= content.end:
                    heard.setdefault(i, set()).add(source)
        return {i: frozenset(tellers) for i, tellers in heard.items()}

    def _of_own_papers(self, saying: Saying, found: Sequence[Saying]) -> Saying:
        """What an outlet says, "according to files": they do not tell that it said so.

        "The Gazette put the number at 300, according to files": it has it from them.
        """
        cue = self.syntax.lower[saying.cue.first : saying.cue.last + 1]
        if saying.source is None or cue != ["according", "to"]:
            return saying
        if self.mentions[saying.source].kind != "document":
            return saying
        for other in found:
            outlet = other.source is not None and self.mentions[other.source].kind == "outlet"
            within = self.syntax.words.span(other.cue.first, other.cue.last)
            if (
                outlet
                and other.source is not None
                and any(c.holds(within) for c in saying.contents)
            ):
                relays = (other.source, *(r for r in saying.relays if r != other.source))
                return replace(saying, contents=other.contents, relays=relays)
        return saying

    def _quoted_before(self, found: list[Saying]) -> None:
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

    def _quoted_on(self, found: list[Saying]) -> None:
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
        paragraphs = self.syntax.words.paragraphs
        whole = end == len(paragraphs) or paragraphs[end] != paragraphs[end - 1]
        opens = first > 0 and paragraphs[first - 1] == paragraphs[speaker.cue.first]
        apart = first > 0 and paragraphs[first] != paragraphs[first - 1]
        return bool(whole and opens and apart) and speaker.source is not None

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

    def _saying(
        self, roles: Roles, source: int | None, chunk: Chunk | None,
        contents: tuple[Span, ...], relays: list[int | None],
    ) -> Saying:  # fmt: skip
        parts = [roles.cue.score, *(c.score for c in roles.contents)]
        if chunk:
            parts.append(chunk.score)
        kept = tuple(dict.fromkeys(r for r in relays if r is not None and r != source))
        span = self.syntax.words.span(chunk.first, chunk.last) if chunk else None
        return Saying(roles.cue, source, span, contents, kept, min(parts))

    def _named(self, roles: Roles) -> bool:
        """True for a cue that is part of a name: the "Say" of "Altyn-Say"."""
        cue = range(roles.cue.first, roles.cue.last + 1)
        return any(m.form == "name" and set(cue) <= {*range(m.first, m.last + 1)}
                   for m in self.mentions)  # fmt: skip


def _outermost(syntax: Syntax, here: Sequence[Saying]) -> Saying:
    """The last of some sayings that no other of them holds."""

    def held(s: Saying) -> bool:
        cue = syntax.words.span(s.cue.first, s.cue.last)
        return any(c.holds(cue) for other in here if other is not s for c in other.contents)

    return next((s for s in reversed(here) if not held(s)), here[-1])


def _said_inside(saying: Saying, first: int, end: int, span: Span) -> bool:
    """True of what is said, cue and all, among words first to end, whose characters are span."""
    return first <= saying.cue.first < end and all(span.holds(c) for c in saying.contents)
