"""Who says it: the sources of a cue as mentions, where the model found them and where it did not.

roles of a cue, mentions  →  (mention, its words) for each source
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from graph.annotate.hearsay import NOBODY
from graph.annotate.mentions import CARRYING, DAYS, TITLES, Found
from graph.annotate.name_edges import PAPERS
from graph.annotate.nouns import AIDES, KIN, is_plural, kind_of, singular
from graph.annotate.pairs import PRONOUNS
from graph.annotate.posts import holder
from graph.annotate.reading import Chunk, Roles
from graph.annotate.source_edges import SourceEdges
from graph.annotate.syntax import BESIDE, Syntax
from graph.annotate.together import Together, belonging, owns
from graph.annotate.verdicts import REPORT
from graph.types import Kind

_TIMES = frozenset("day week month year night morning evening afternoon time hour moment".split())
"""Nouns of time, which nobody is."""
ADDRESSED = frozenset("told tells tell telling asked assured informed".split())
"""Cues behind which whom they address may stand."""
_MADE = frozenset("made levelled leveled raised aired voiced published spread".split())
_MADE_NEAR = 4
"""What is done to a claim by whoever makes it; and words within which that is said."""
_AGENCIES = frozenset("agency service newswire press bureau".split())
_MARKS = frozenset(("'s", "’s", "'", "’"))
_BODIES = ("organisation", "unit", "outlet")
_OWNERS = frozenset("of for to from with by in at on".split())
_WITHIN = frozenset("DET ADJ NOUN PROPN NUM CCONJ ADV".split())
"""Parts of speech inside a noun phrase, before its head."""
_APPOSED = BESIDE | {"list", "dep"}

_Known = tuple[int, Found]
"""A mention with its index."""


class Speakers:
    """Finds speakers; the mentions grow by those that none covered."""

    def __init__(self, syntax: Syntax, mentions: list[Found]) -> None:
        self.syntax = syntax
        self.mentions = mentions
        self._together = Together(syntax, mentions)
        self._edges = SourceEdges(syntax, mentions)

    def of(self, roles: Roles) -> list[tuple[int, Chunk]]:
        """The source nearest to the cue; both of two that are coordinated."""
        if not roles.sources:
            known = self._subject(roles) or self._owner(roles) or self._beside(roles)
            return known or self._maker(roles)
        near = min(roles.sources, key=lambda c: _gap(c, roles.cue))
        chunks = [near]
        for other in roles.sources:
            low, high = sorted((near, other), key=lambda c: c.first)
            between = self.syntax.lower[low.last + 1 : high.first]
            if other is not near and between in (["and"], [",", "and"], [",", "as", "did"]):
                chunks.append(other)
        if len(chunks) == 1:
            chunks += self._together.others(near, roles)
        return self._each(chunks)

    def _each(self, chunks: list[Chunk]) -> list[tuple[int, Chunk]]:
        """The mention that each chunk is, in text order; of a chunk of two sources both."""
        told = sorted((self._edges.as_told(c) for c in chunks), key=lambda c: c.first)
        parts = [part for c in told for part in self._together.parts(c)]
        found = [(m, c) for c in parts if (m := self.mention(c.first, c.last)) is not None]
        return list({m: (m, c) for m, c in found}.values())

    def _subject(self, roles: Roles) -> list[tuple[int, Chunk]]:
        """The subject of an active cue for which the model found no source; whose claim it is."""
        verb = self.syntax.head(roles.cue.first, roles.cue.last)
        rels = {self.syntax.deprels[c]: c for c in self.syntax.children[verb]}
        subject = rels.get("nsubj")
        if self.syntax.upos[verb] == "NOUN":
            subject = rels.get("nmod:poss")
        elif "aux:pass" in rels or self.syntax.upos[verb] != "VERB":
            return []
        if subject is None:
            return []
        inside = any(c.first <= subject <= c.last for c in roles.contents)
        if inside or self.syntax.lower[subject] in ("it", "that", "this", *NOBODY):
            return []
        first, last = self.syntax.phrase(subject)
        chunk = Chunk(first, last, "source", roles.cue.score / 2)
        return self._each([chunk, *self._together.others(chunk, roles)])

    def _owner(self, roles: Roles) -> list[tuple[int, Chunk]]:
        """Whose claim it is: "the army's claim"."""
        mark = roles.cue.first - 1
        if mark < 1 or self.syntax.lower[mark] not in ("'s", "’s", "'", "’"):
            return []
        first = self.syntax.phrase(mark - 1)[0]
        chunk = Chunk(first, mark - 1, "source", roles.cue.score / 2)
        found = self.mention(chunk.first, chunk.last)
        return [] if found is None else [(found, chunk)]

    def _maker(self, roles: Roles) -> list[tuple[int, Chunk]]:
        """Who makes a claim that stands before: "Allegations that …, first made by the weekly"."""
        syntax, cue = self.syntax, roles.cue
        end = syntax.words.sentence_at(cue.first)[1]
        behind = max([cue.last, *(c.last for c in roles.contents if c.last < end)]) + 1
        made = (i for i in range(behind, min(behind + _MADE_NEAR, end - 1))
                if syntax.lower[i] in _MADE and syntax.lower[i + 1] == "by")  # fmt: skip
        at = next(made, None)
        if at is None or singular(syntax.texts[cue.last]) not in REPORT:
            return []
        for k, m in enumerate(self.mentions):
            if at + 1 < m.head <= at + _MADE_NEAR + 2 and m.kind not in ("place", "document"):
                return [(k, Chunk(at + 2, max(m.last, at + 2), "source", cue.score / 2))]
        return []

    def _beside(self, roles: Roles) -> list[tuple[int, Chunk]]:
        """Who stands right behind a cue: "…, warned Okoye", "according to an aide and an envoy"."""
        cue, lower = roles.cue, self.syntax.lower
        according = lower[cue.first : cue.last + 1] == ["according", "to"]
        inverted = (
            self.syntax.upos[cue.last] == "VERB"
            and lower[cue.last] not in ADDRESSED
            and all(c.last < cue.first for c in roles.contents)
            and not self._has_subject(cue)
        )
        if not (according or inverted):
            return []
        last = cue.last + 1
        while last + 1 < len(lower) and self._goes_on(last + 1):
            last += 1
        for k, m in enumerate(self.mentions):
            if cue.last < m.head <= last and m.kind != "place" and m.form != "pronoun":
                if any(c.first <= m.head <= c.last for c in roles.contents):
                    return []
                chunk = Chunk(cue.last + 1, max(last, m.last), "source", cue.score / 2)
                return [(k, chunk)]
        return []

    def _has_subject(self, cue: Chunk) -> bool:
        verb = self.syntax.head(cue.first, cue.last)
        return any(
            self.syntax.deprels[c].startswith("nsubj") and c < cue.first
            for c in self.syntax.children[verb]
        )

    def _goes_on(self, word: int) -> bool:
        """True inside a noun phrase that began before a word."""
        upos = self.syntax.upos[word]
        return upos in ("NOUN", "PROPN", "ADJ", "DET", "NUM") and self.syntax.lower[word] != "that"

    # Mentions -----------------------------------------------------------------------------------

    def mention(self, first: int, last: int, *, relay: bool = False) -> int | None:
        """The mention that a stretch is; a new description if none covers its head.

        relay: that it passes on what others say, so that "the agency" is a news agency.
        """
        first, last = self._edges.trimmed(first, last)
        if first > last:
            return None
        head = self._heading(first, last)
        if head is None:
            return None
        inside = [(k, m) for k, m in enumerate(self.mentions)
                  if first <= m.head <= last and m.first <= last]  # fmt: skip
        names = [(k, m) for k, m in inside if m.form == "name"]
        found = next(self._called(first, last, head, names), None)
        if found is None:
            found = next((k for k, m in inside if m.head == head), None)
        if found is None:
            return self._new(first, last, head, relay=relay)
        self._widen(found, first)
        return found

    def _widen(self, mention: int, first: int) -> None:
        """Let a description begin where the stretch does: "A | government official"."""
        m = self.mentions[mention]
        between = range(first, m.first)
        if m.form == "nominal" and all(self.syntax.upos[i] in _WITHIN for i in between):
            self.mentions[mention] = replace(m, first=min(first, m.first))

    def _called(self, first: int, last: int, head: int, names: list[_Known]) -> Iterator[int]:
        """The names that a stretch may go by, the surest first."""
        for k, m in names:
            behind = self.syntax.lower[m.last + 1 : last + 1]
            if m.kind == "outlet" and behind and PAPERS.issuperset(behind) and m.first <= head:
                yield k  # "the Interfax news agency", not "a poll in the Interfax news agency"
        people = [(k, m) for k, m in names if m.kind == "person" and not self._owned(m, first)]
        bodies = [(k, m) for k, m in names[-1:] if m.kind in _BODIES]
        for known, owned in ((people[-1:], True), (bodies, False)):
            for k, m in known:
                if m.last == last and self._described(first, m, owned=owned):
                    yield k
        named = [(k, m) for k, m in people if not self._paper(head, m)]
        if (post := holder(self.syntax, first, last, named)) is not None:
            yield post
        yield from (k for k, m in (*people, *names) if m.first <= head <= m.last)
        yield from (k for k, m in people if self._apposed(m, head))
        yield from (k for k, m in people[:1] if self._only_titles(first, m.first))
        yield from (k for k, m in people[-1:] if m.last >= last - 1 and not self._paper(head, m))
        yield from (k for k, m in names if m.last >= last - 1 and self._body_beside(m, head))

    def _paper(self, head: int, m: Found) -> bool:
        """True where a name only tells whose a document is: "a study by the economist Quill"."""
        return head < m.first and kind_of(self.syntax.texts[head]) == "document"

    def _apposed(self, m: Found, head: int) -> bool:
        """True of a name beside a description; not of the one in "the Quill campaign"."""
        path = self.syntax.relation(m.head, head)
        before = m.kind == "person" and path[:1] == ("compound",) and m.last < head
        return bool(path) and set(path) <= _APPOSED and not before

    def _body_beside(self, m: Found, head: int) -> bool:
        """True for "the daily Veckan", and for "the ship's manager, Kallisto"."""
        if m.kind == "outlet" and (m.first == head + 1 or self._apposed(m, head)):
            return not (m.last < head and kind_of(self.syntax.texts[head]) == "document")
        behind_comma = self.syntax.lower[m.first - 1] == ","
        return m.kind in _BODIES and behind_comma and self._apposed(m, head)

    def _only_titles(self, first: int, name: int) -> bool:
        """True where nothing but titles, or nothing at all, stands before a name."""
        return all(w in TITLES or w == "." for w in self.syntax.lower[first:name])

    def _heading(self, first: int, last: int) -> int | None:
        """The head of a stretch; never a day, on which parses stumble. None for a bare time.

        Of "minutes of a meeting obtained by X" it stands before "obtained".
        """
        for at in range(first + 1, last):
            if self.syntax.lower[at] in CARRYING and self.syntax.lower[at + 1] == "by":
                last = at - 1
                break
        head = self.syntax.head(first, last)
        ends = max([head, *(c for c in self.syntax.children[head]
                            if self.syntax.deprels[c] == "flat" and c <= last)])  # fmt: skip
        if owns(self.syntax, ends, last):
            head = belonging(self.syntax, ends, last)
        if self.syntax.texts[head] in _TIMES or self.syntax.lower[head] == "weekend":
            return None
        if self.syntax.texts[head] not in DAYS:
            return head
        nouns = (i for i in range(first, last + 1) if self.syntax.upos[i] in ("NOUN", "PROPN"))
        return next((i for i in nouns if self.syntax.texts[i] not in DAYS), None)

    def _described(self, first: int, m: Found, *, owned: bool = True) -> bool:
        """True for "Hezbollah spokesman Abbas Mroueh": a description, then the name.

        owned: also behind an owner, as in "Hezbollah's Mroueh".
        """
        before = range(first, m.first)
        parts = ("NOUN", "PROPN", "ADJ", "DET", *(("PART",) if owned else ()))
        return all(
            self.syntax.upos[i] in parts and (owned or self.syntax.lower[i] not in _MARKS)
            for i in before
        )

    def _owned(self, m: Found, first: int) -> bool:
        """True for a person who only tells whose or of whom the source is: "Putin's office"."""
        after = self.syntax.lower[m.last + 1 : m.last + 2]
        before = m.first - 1
        while before > first and (
            self.syntax.lower[before] in TITLES or self.syntax.upos[before] in ("ADJ", "PROPN")
        ):
            before -= 1
        owner = before >= first and self.syntax.lower[before] in _OWNERS
        owner = owner or self._is_of_kin(first, m.first)
        return owner or after in (["'s"], ["’s"], ["'"], ["’"])

    def _is_of_kin(self, first: int, name: int) -> bool:
        """True of Quill in "relatives of one of the dead, the driver Quill"."""
        lower, texts = self.syntax.lower, self.syntax.texts
        of = next((w for w in range(first + 1, name) if lower[w] in ("of", "for")), None)
        if of is None or singular(texts[of - 1]) not in KIN | AIDES:
            return False
        opens = of - 1 == self.syntax.words.sentence_at(first)[0]
        if texts[of - 1][:1].isupper() and not opens:
            return False
        if "," not in texts[of:name]:
            return True
        kin = singular(texts[of - 1]) in KIN
        return kin and (lower[of + 1 : of + 3] == ["one", "of"] or is_plural(texts[of - 1]))

    def _new(self, first: int, last: int, head: int, *, relay: bool) -> int | None:
        word = self.syntax.texts[head]
        if not any(c.isalnum() for c in word):
            return None
        if word.lower() in PRONOUNS:
            kind: Kind = "person" if word.lower() in ("he", "she", "i") else "group"
            self.mentions.append(Found(head, head, head, kind, "pronoun", 0.5))
        else:
            many = is_plural(word)
            agency = relay and word.lower() in _AGENCIES
            kind = "outlet" if agency else kind_of(word) or ("group" if many else "person")
            low, high = self.syntax.phrase(head)
            low, high = max(low, first), min(high, last)
            self.mentions.append(Found(low, high, head, kind, "nominal", 0.5, many))
        return len(self.mentions) - 1


def _gap(chunk: Chunk, cue: Chunk) -> int:
    if chunk.last < cue.first:
        return cue.first - chunk.last
    return max(0, chunk.first - cue.last)
