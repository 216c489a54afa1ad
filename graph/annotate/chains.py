"""Through whom a content came: from the publisher to its ultimate source, a reason for each link.

    sayings, coreference  →  Chain of clusters for each saying

A chain is composed, outermost first, of
  the publisher;
  the chain of the saying whose content holds this one ("A said B told her …");
  the outlet that was told, that cites, carries, obtained or published;
  the source.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from graph.annotate.coref import Coreference
from graph.annotate.mentions import CARRYING, Found, mentions_by_word
from graph.annotate.nouns import singular
from graph.annotate.sayings import Saying
from graph.annotate.syntax import Syntax
from graph.types import Span

UNKNOWN = -1
"""In place of a cluster: somebody the text does not name at all."""

_TELL = frozenset("tell told tells telling telegraphed".split())
_CITE = frozenset("citing cites cited cite quoting quotes quoted quote reference referring".split())
_WITNESSES = frozenset(
    "rights watch amnesty protect human monitor monitors observatory centre center reporters "
    "collective league foundation network project forum initiative group charity watchdog "
    "investigators researchers campaigners organisation organization ngo".split()
)
"""Words for bodies that gather testimony and publish it."""
_SPOKEN = frozenset(
    "speaking spoke talking interview interviewed comments remarks conversation".split()
)
_PRESS = frozenset("reporter reporters journalist journalists correspondent".split())
_DENIALS = ("den", "reject", "disput", "refut", "dismiss")
_RECORDINGS = frozenset(
    "audio video clip film footage recording tape call intercept interview broadcast".split()
)
_TALKS = frozenset(("addressee of tell", "relays", "cites", "the talk goes on"))
_PAPERS = frozenset(("publishes", "author of the document", "relays", "the talk goes on"))
INTERVIEW_GAP = 3
"""Paragraphs over which a talk with an outlet is taken to go on."""


@dataclass(frozen=True, slots=True)
class Step:
    """A link before entities have numbers: a cluster, or UNKNOWN."""

    cluster: int
    reason: str
    evidence: Span | None


@dataclass(frozen=True, slots=True)
class Composed:
    """A saying with its chain. `steps` leaves the publisher out."""

    saying: Saying
    steps: tuple[Step, ...]
    within: int | None
    told_to: int | None


class Chains:
    """Composes the chains of one text."""

    def __init__(
        self, syntax: Syntax, coreference: Coreference, sayings: Sequence[Saying],
        mentions: Sequence[Found],
    ) -> None:  # fmt: skip
        self.syntax = syntax
        self.coreference = coreference
        self.sayings = sayings
        self.mentions = mentions
        self._at = mentions_by_word(mentions)
        self.within = [self._holder(k) for k in range(len(sayings))]
        self._sources = {coreference.cluster[s.source] for s in sayings if s.source is not None}
        self._done: dict[int, Composed] = {}

    def compose(self) -> list[Composed]:
        """One Composed a saying, in order."""
        return [self._composed(k) for k in range(len(self.sayings))]

    # Nesting -----------------------------------------------------------------------------------

    def _holder(self, k: int) -> int | None:
        """The innermost other saying whose content holds this one's cue and content."""
        mine = self.sayings[k]
        cue = self.syntax.words.span(mine.cue.first, mine.cue.last)
        fits = []
        for other, saying in enumerate(self.sayings):
            if saying.cue == mine.cue or other == k:
                continue
            holds_cue = any(c.holds(cue) for c in saying.contents)
            holds_some = any(c.meets(d) for c in saying.contents for d in mine.contents)
            if holds_cue and holds_some and not _inside(saying, mine, self.syntax):
                fits.append((sum(c.end - c.start for c in saying.contents), other))
        return min(fits)[1] if fits else None

    # One chain ---------------------------------------------------------------------------------

    def _composed(self, k: int) -> Composed:
        if k in self._done:
            return self._done[k]
        saying = self.sayings[k]
        outer: tuple[Step, ...] = ()
        within = self.within[k]
        if within is not None and within != k:
            self.within[k] = None  # a circle of sayings ends here
            outer = self._composed(within).steps
            self.within[k] = within
        told, relays = self._relays(saying)
        source = self._source(k)
        steps = [*outer, *relays, *source]
        if not relays and not outer:
            steps = [*self._interview(k, source), *source]
        done = Composed(saying, self._clean(steps), within, told)
        self._done[k] = done
        return done

    def _clean(self, steps: Sequence[Step]) -> tuple[Step, ...]:
        """Each cluster once, the publisher not at all unless it is all there is; source last."""
        if not steps:
            return (Step(UNKNOWN, "not named", None),)
        last = steps[-1]
        kept: dict[int, Step] = {}
        for step in steps[:-1]:
            if self._recording_of(step, last):
                continue
            if step.cluster not in (self.coreference.publisher, last.cluster, UNKNOWN):
                kept.setdefault(step.cluster, step)
        return (*kept.values(), last)

    def _recording_of(self, step: Step, last: Step) -> bool:
        """True for a recording in which the source itself is heard: a channel, no relay."""
        if step.cluster == UNKNOWN or last.cluster == UNKNOWN:
            return False
        heard = self.coreference.clusters[last.cluster].kind in ("person", "group")
        mentions = self.coreference.clusters[step.cluster].mentions
        nouns = {singular(self.syntax.texts[self.mentions[i].head]) for i in mentions}
        return heard and bool(nouns & _RECORDINGS)

    def _step(self, mention: int, reason: str) -> Step:
        m = self.mentions[mention]
        span = self.syntax.words.span(m.first, m.last)
        return Step(self.coreference.cluster[mention], reason, span)

    def _source(self, k: int) -> list[Step]:
        saying = self.sayings[k]
        if saying.source is not None:
            return [self._step(saying.source, "source")]
        same = self._shared_source(k)
        if same is not None:
            return [replace(same, reason="goes on from the cue before")]
        return [Step(UNKNOWN, "not named", None)]

    def _shared_source(self, k: int) -> Step | None:
        """The source of the cue before in the same sentence, for "…, adding that"."""
        cue = self.sayings[k].cue
        word = self.syntax.head(cue.first, cue.last)
        if self.syntax.upos[word] != "VERB" or self._passive(word):
            return None
        sentence = self.syntax.words.sentence_of(cue.first)
        before = [
            j
            for j in range(len(self.sayings))
            if self.sayings[j].source is not None
            and self.sayings[j].cue.first < cue.first
            and self.syntax.words.sentence_of(self.sayings[j].cue.first) == sentence
        ]
        if not before:
            return None
        source = self.sayings[before[-1]].source
        return None if source is None else self._step(source, "source")

    def _passive(self, word: int) -> bool:
        below = (self.syntax.deprels[c] for c in self.syntax.children[word])
        return any(d in ("aux:pass", "nsubj:pass") for d in below)

    # Relays ------------------------------------------------------------------------------------

    def _relays(self, saying: Saying) -> tuple[int | None, list[Step]]:
        """Who was told, as a cluster, and the links between publisher and source."""
        told = self._told(saying)
        steps = [
            self._step(m, "addressee of tell" if m == told else self._reason(m))
            for m in dict.fromkeys((told, *saying.relays))
            if m is not None and self._passes_on(m, saying, told=m == told)
        ]
        steps += [*self._citing(saying), *self._carriers(saying), *self._authors(saying)]
        found = list({s.cluster: s for s in reversed(steps)}.values())[::-1]
        found.sort(key=lambda s: self.coreference.clusters[s.cluster].kind != "outlet")
        return (None if told is None else self.coreference.cluster[told]), found

    def _passes_on(self, mention: int, saying: Saying, *, told: bool) -> bool:
        """True if one who was told, or whom the model took for a relay, stands in the chain.

        An outlet does, unless it says something else itself in these words; somebody else who is
        told does if the article has it from them, as an investigator, not a parliament.
        """
        cluster = self.coreference.cluster[mention]
        kind = self.coreference.clusters[cluster].kind
        if told and kind != "outlet":
            m = self.mentions[mention]
            words = set(self.syntax.lower[m.first : m.last + 1])
            if words & _PRESS:
                return False
            gathers = kind in ("organisation", "group") and bool(words & _WITNESSES)
            return gathers or (kind != "person" and cluster in self._sources)
        if self._speaks_elsewhere(mention, saying) or (not told and self._denies(saying)):
            return False
        return kind in ("outlet", "organisation", "unit", "document")

    def _denies(self, saying: Saying) -> bool:
        """True where an outlet beside the cue has made the claim that is denied."""
        cue = self.syntax.lower[saying.cue.first : saying.cue.last + 1]
        return any(w.startswith(_DENIALS) for w in cue)

    def _speaks_elsewhere(self, mention: int, saying: Saying) -> bool:
        """True for the source of a saying beside this one, with another content."""
        others = [s for s in self.sayings if s.source == mention and s is not saying]
        return any(
            self._cites(other)
            or not any(c.meets(d) for c in other.contents for d in saying.contents)
            for other in others
        )

    def _cites(self, saying: Saying) -> bool:
        cue = self.syntax.lower[saying.cue.first : saying.cue.last + 1]
        return not _CITE.isdisjoint(cue)

    def _told(self, saying: Saying) -> int | None:
        """The mention right behind a cue of telling, outside the content."""
        words = self.syntax.lower[saying.cue.first : saying.cue.last + 1]
        if not _TELL & set(words):
            return None
        for k, m in enumerate(self.mentions):
            after = saying.cue.first < m.head <= saying.cue.last + 8
            span = self.syntax.words.span(m.first, m.last)
            free = not any(c.meets(span) for c in saying.contents)
            between = self.syntax.lower[saying.cue.last + 1 : m.first]
            if after and free and k != saying.source and len(between) <= 3:
                return k
        return None

    def _reason(self, mention: int) -> str:
        head = self.mentions[mention].head
        for word in (self.syntax.heads[head], self.syntax.heads[self.syntax.heads[head]]):
            if self.syntax.lower[word] in _TELL:
                return "addressee of tell"
            if self.syntax.lower[word] in _CITE:
                return "cites"
            if self.syntax.lower[word] in CARRYING:
                return "publishes"
        return "relays"

    def _citing(self, saying: Saying) -> list[Step]:
        """The subject of a cue that cites: "AP, citing officials, …"."""
        cue = range(saying.cue.first, saying.cue.last + 1)
        citing = [i for i in cue if self.syntax.lower[i] in _CITE]
        if not citing:
            return []
        subject = self.syntax.subject(citing[0])
        if subject is None:
            subject = self.syntax.heads[citing[0]]
        found = self._mention_at(subject)
        if found is None or found == saying.source:
            return []
        return [self._step(found, "cites")]

    def _carriers(self, saying: Saying) -> list[Step]:
        """Who published, obtained or carried what the source is heard in: "in a video released by".

        And who quoted the source: "was quoted by the agency as saying".
        """
        verb = self.syntax.head(saying.cue.first, saying.cue.last)
        anchors = [verb, *range(saying.cue.first, saying.cue.last + 1), *self._heard_in(saying)]
        steps = []
        for anchor in dict.fromkeys(anchors):
            for child in (anchor, *self.syntax.children[anchor]):
                if self.syntax.lower[child] in CARRYING | _CITE:
                    steps += self._agents(child, saying)
        for noun in self._heard_in(saying):
            steps += self._releasers(noun)
        return steps + self._spoken_to(saying)

    def _spoken_to(self, saying: Saying) -> list[Step]:
        """The outlet of "speaking to X" and "in an interview with X", in the cue's sentence."""
        sentence = self.syntax.words.sentence_of(saying.cue.first)
        for k, m in enumerate(self.mentions):
            if self.syntax.words.sentence_of(m.first) != sentence or k == saying.source:
                continue
            before = self.syntax.lower[max(0, m.first - 5) : m.first]
            spoken = any(
                a in _SPOKEN and b in ("to", "with", "in", "for") for a, b in pairwise(before)
            )
            outlet = self.coreference.clusters[self.coreference.cluster[k]].kind == "outlet"
            span = self.syntax.words.span(m.first, m.last)
            if spoken and outlet and not any(c.meets(span) for c in saying.contents):
                return [self._step(k, "addressee of tell")]
        return []

    def _heard_in(self, saying: Saying) -> list[int]:
        """What the cue says it was said in: "says …, in a video released by"."""
        verb = self.syntax.head(saying.cue.first, saying.cue.last)
        return [
            c
            for c in self.syntax.children[verb]
            if self.syntax.deprels[c].startswith("obl")
            and not any(d.meets(self.syntax.words.span(c, c)) for d in saying.contents)
        ]

    def _agents(self, verb: int, saying: Saying) -> list[Step]:
        """The mentions that "by" makes the agents of a verb."""
        found = []
        for child in self.syntax.children[verb]:
            by = any(self.syntax.lower[c] == "by" for c in self.syntax.children[child])
            mention = self._mention_at(child) if by else None
            if mention is not None and mention != saying.source and self._speaks(mention):
                found.append(self._step(mention, "publishes"))
        return found

    def _authors(self, saying: Saying) -> list[Step]:
        """Who is behind a document, by the words that name it: "a report by", "seen by", "its".

        Told from the words alone: a document's phrase is long, and parses of it are poor.
        """
        if saying.source is None or saying.source_span is None:
            return []
        head = self.mentions[saying.source].head
        papers = self.mentions[saying.source].kind == "document"
        first, end = self.syntax.words.within(saying.source_span)
        steps = []
        for k, m in enumerate(self.mentions):
            if k == saying.source or not (first <= m.first and m.last < end):
                continue
            after = self.syntax.lower[m.last + 1 : m.last + 2]
            owner = m.last < head and (
                after in (["'s"], ["’s"], ["'"], ["’"]) or m.form == "pronoun"
            )
            by = m.first > head and "by" in self.syntax.lower[max(head, m.first - 4) : m.first]
            if (by or (owner and papers)) and self._speaks(k):
                steps.append(self._step(k, "author of the document" if papers else "publishes"))
        return steps[:1] or self._releasers(head)

    def _releasers(self, document: int) -> list[Step]:
        """Who "released" in "an intercepted call that X released"."""
        for verb in self.syntax.children[document]:
            if self.syntax.lower[verb] not in CARRYING:
                continue
            subjects = [c for c in self.syntax.children[verb] if self.syntax.deprels[c] == "nsubj"]
            found = [m for c in subjects if (m := self._mention_at(c)) is not None]
            if found and self._speaks(found[0]):
                return [self._step(found[0], "publishes")]
        return []

    def _speaks(self, mention: int) -> bool:
        kind = self.coreference.clusters[self.coreference.cluster[mention]].kind
        return kind not in ("place", "document")

    def _mention_at(self, word: int) -> int | None:
        return self._at.get(word)

    def _whole(self, k: int) -> int | None:
        """Of a source such as "one of the diplomats" the cluster of the diplomats."""
        source = self.sayings[k].source
        if source is None or self.syntax.lower[self.mentions[source].head] != "one":
            return None
        for child in self.syntax.children[self.mentions[source].head]:
            found = self._mention_at(child)
            if found is not None:
                return self.coreference.cluster[found]
        return None

    # Interviews --------------------------------------------------------------------------------

    def _interview(self, k: int, source: Sequence[Step]) -> list[Step]:
        """The outlet that this source was talking to before, while the talk goes on."""
        if not source or source[-1].cluster in (UNKNOWN, self.coreference.publisher):
            return []
        kind = self.coreference.clusters[source[-1].cluster].kind
        if kind == "outlet":
            return []
        here = self.syntax.words.paragraphs[self.sayings[k].cue.first]
        for j in range(k - 1, -1, -1):
            before = self._composed(j)
            if before.steps[-1].cluster not in (source[-1].cluster, self._whole(k)):
                continue
            there = self.syntax.words.paragraphs[self.sayings[j].cue.first]
            if here - there > 2 * INTERVIEW_GAP or len(before.steps) < 2:
                return []
            return [
                replace(s, reason="the talk goes on")
                for s in before.steps[:-1]
                if s.reason in (_PAPERS if kind == "document" else _TALKS)
            ]
        return []


def _inside(outer: Saying, inner: Saying, syntax: Syntax) -> bool:
    """True if the outer saying in turn stands in the inner one's content: then neither holds."""
    cue = syntax.words.span(outer.cue.first, outer.cue.last)
    return any(c.holds(cue) for c in inner.contents)
