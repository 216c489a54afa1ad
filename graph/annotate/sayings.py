"""Cues with their roles → who is said to have said what, as mentions and spans.

    reading, mentions  →  Saying: cue, source mention, contents, relay mentions

Who that is, and through whom it came, is decided later (coref, chains).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.annotate.acts import is_asked, no_saying
from graph.annotate.contents import Contents
from graph.annotate.going_on import GoingOn
from graph.annotate.lemmas import lemma
from graph.annotate.mentions import FIRST_PERSON, Found
from graph.annotate.nouns import singular
from graph.annotate.quotations import OPENING, in_quotation
from graph.annotate.reading import Chunk, Roles
from graph.annotate.repairs import repaired
from graph.annotate.speakers import Speakers
from graph.annotate.speech import Saying, Voices
from graph.annotate.syntax import Syntax
from graph.annotate.verdicts import CALLS, REBUFF, REPORT
from graph.types import Kind, Span

_SILENT = re.compile(
    r"(?i)(?:(?:to|for) )?(?:be )?(?:comment|interviewed)(?: further| on .{1,60})?|it by .*", re.S
)
_SILENT_ASKED = re.compile(
    rf"{_SILENT.pattern}|for (?!.* to ).*|(?:to|not to) be (?:named|identified|quoted).*"
    r"|that (?:his|her|their) (?:sur|full )?names? (?:not )?be .*",
    re.S,
)
"""Contents that say nothing: "declined to comment", "was told it by a clerk"; "asked for bread"."""
_ONESELF = FIRST_PERSON | {"you"}
"""Who speaks, or is spoken to, and has no other name."""
_HEARINGS = frozenset("court inquest tribunal jury hearing inquiry trial bailey".split())
"""Those before whom a thing is said."""


class Sayings:
    """Finds sayings; `mentions` grows by the sources that no mention covered."""

    def __init__(self, syntax: Syntax, mentions: Sequence[Found]) -> None:
        self.syntax = syntax
        self.mentions = list(mentions)
        self._speakers = Speakers(syntax, self.mentions)
        self._contents = Contents(syntax, self.mentions)
        self._going_on = GoingOn(syntax, self.mentions)

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
        self._going_on.told_later(found)
        self._going_on.told_before(found)
        found = [self._of_own_papers(s, found) for s in found]
        found = [heard for s in found if (heard := self._by_whom(s, found)) is not None]
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

    def _by_whom(self, saying: Saying, found: Sequence[Saying]) -> Saying | None:
        """None for what the publisher says of itself: "We now know that P", quoted from nobody.

        In quotation marks of which nobody is told who speaks there, it is somebody unknown.
        """
        source = None if saying.source is None else self.mentions[saying.source]
        if source is None or self.syntax.lower[source.head] not in _ONESELF:
            return saying
        span = self.syntax.words.span(source.head, source.head)
        if any(c.holds(span) for s in found if s is not saying for c in s.contents):
            return saying
        if not in_quotation(self.syntax, source.head):
            return None
        return replace(saying, source=None, source_span=None)

    def _of_own_papers(self, saying: Saying, found: Sequence[Saying]) -> Saying:
        """What an outlet says, "according to files": they do not tell that it said so.

        "The Gazette put the number at 300, according to files": it has it from them.
        """
        cue = self.syntax.lower[saying.cue.first : saying.cue.last + 1]
        if cue != ["according", "to"] or self._kind(saying) != "document":
            return saying
        for other in found:
            within = self.syntax.words.span(other.cue.first, other.cue.last)
            told = any(c.holds(within) for c in saying.contents)
            if told and other.source is not None and self._kind(other) == "outlet":
                relays = (other.source, *(r for r in saying.relays if r != other.source))
                return replace(saying, contents=other.contents, relays=relays)
        return saying

    def _kind(self, saying: Saying) -> Kind | None:
        """The kind of its source, as far as its words tell."""
        return None if saying.source is None else self.mentions[saying.source].kind

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
