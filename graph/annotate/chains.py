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

from graph.annotate.hearsay import HEARSAY
from graph.annotate.nesting import Nesting
from graph.annotate.nouns import RECORDINGS, singular
from graph.annotate.relays import TOLD, UNKNOWN, Relays, Step
from graph.annotate.speech import Saying
from graph.annotate.talks import Talks, openings, spoke_elsewhere

_TALKS = frozenset((TOLD, "relays", "cites", "publishes", "the talk goes on"))
_TALKED = frozenset((TOLD, "the talk goes on"))
_PAPERS = frozenset(("publishes", "author of the document", "relays", "the talk goes on"))
_MORE = frozenset("also added adds adding continued".split())
_TALK = frozenset("interview show programme broadcast".split())
_SAME, _DURING = frozenset(("the", "that", "same")), frozenset(("in", "on", "during"))
_HEARD_OR_SEEN = frozenset(("voice", "audio", "video"))
"""What makes a recording of a note or a message."""
_FURTHER = frozenset("other second third fourth fifth".split())
_SOME = frozenset(
    "one two three four five six some many most several both all none first second third last "
    "others".split()
)
"""Who is told of as a part of several."""
INTERVIEW_GAP = 3
"""Paragraphs over which a talk with an outlet is taken to go on."""


@dataclass(frozen=True, slots=True)
class Composed:
    """A saying with its chain. `steps` leaves the publisher out."""

    saying: Saying
    steps: tuple[Step, ...]
    within: int | None
    told_to: int | None


class Chains:
    """Composes the chains of one text."""

    def __init__(self, relays: Relays) -> None:
        self._relays = relays
        self.syntax = relays.syntax
        self.coreference = relays.coreference
        self.sayings = relays.sayings
        self.mentions = relays.mentions
        self.within = Nesting(self.syntax, self.sayings, relays.passing).holders()
        self._done: dict[int, Composed] = {}
        self._begun: set[int] = set()
        """Those that are being composed, or have been."""
        self._links = [relays.of(saying) for saying in self.sayings]
        self._talks = Talks.of(
            [
                (
                    -1 if s.source is None else self.coreference.cluster[s.source],
                    w is not None,
                    steps,
                )
                for s, w, (_, steps) in zip(self.sayings, self.within, self._links, strict=True)
            ]
        )

        self._openings = list(openings(relays.syntax, relays.coreference, relays.mentions))

    def compose(self) -> list[Composed]:
        """One Composed a saying, in order."""
        return [self._composed(k) for k in range(len(self.sayings))]

    # One chain ---------------------------------------------------------------------------------

    def _composed(self, k: int) -> Composed:
        if k in self._done:
            return self._done[k]
        self._begun.add(k)
        saying = self.sayings[k]
        outer: tuple[Step, ...] = ()
        within = self.within[k]
        if within is not None:
            outer = self._longest(within).steps
        told, relays = self._links[k]
        if within is not None and outer:  # who carries what is said around it is there already
            held = self.sayings[within].contents
            relays = [s for s in relays
                      if s.evidence is None or any(c.meets(s.evidence) for c in held)]  # fmt: skip
        if relays and not outer:
            outer = self._cited(k, relays[0])
        source = self._source(k)
        steps = [*outer, *relays, *source]
        if not relays and not outer:
            steps = [*(self._interview(k, source) or self._author(k)), *source]
        elif relays and not outer and (whole := self._carried_on(k, source, relays)):
            steps = [*whole, *source]
        done = Composed(saying, self._clean(steps), within, told)
        self._done[k] = done
        return done

    def _carried_on(self, k: int, source: Sequence[Step], relays: Sequence[Step]) -> Sequence[Step]:
        """The talk that goes on, if who passes it on was named before the sentence and is in it.

        "According to a record obtained by the daily, the guard fired twice. He claimed …"
        """
        words = self.syntax.words
        start = words.span(*[words.sentence_at(self.sayings[k].cue.first)[0]] * 2).start
        if any(s.evidence is None or s.evidence.end > start for s in relays):
            return ()
        whole = self._interview(k, source)
        return whole if {s.cluster for s in relays} <= {s.cluster for s in whole} else ()

    def _cited(self, k: int, relay: Step) -> tuple[Step, ...]:
        """How a relay is known that is cited itself: "quoting Karta, which quoted a pilot"."""
        if relay.reason not in ("cites", TOLD):
            return ()
        mine = self.sayings[k]
        for j, other in enumerate(self.sayings):
            cited = other.source is not None and self.coreference.cluster[other.source]
            if j != k and cited == relay.cluster and other.contents == mine.contents:
                relays = self._links[j][1]
                if relays and relays[0].cluster != relay.cluster:
                    begun = j in self._begun and j not in self._done
                    return tuple(relays) if begun else self._composed(j).steps[:-1]
        return ()

    def _longest(self, k: int) -> Composed:
        """A saying, or a citation of its content through it: "Delo said P, citing two aides"."""
        alike = [
            self._composed(j)
            for j in range(len(self.sayings))
            if self.sayings[j].contents == self.sayings[k].contents and self.within[j] != k
            if j in self._done or j not in self._begun
        ]
        whole = self._composed(k)
        longer = [c for c in alike if len(c.steps) > len(whole.steps)
                  and {s.cluster for s in whole.steps} <= {s.cluster for s in c.steps}]  # fmt: skip
        return max(longer, key=lambda c: len(c.steps)) if longer else whole

    def _clean(self, steps: Sequence[Step]) -> tuple[Step, ...]:
        """Each cluster once, the publisher not at all unless it is all there is; source last."""
        if not steps:
            return (Step(UNKNOWN, "not named", None),)
        steps = self._as_outlets(steps)
        last = steps[-1]
        kept: dict[int, Step] = {}
        for step in steps[:-1]:
            if self._recording_of(step, last):
                continue
            if step.cluster not in (self.coreference.publisher, last.cluster, UNKNOWN):
                kept.setdefault(step.cluster, step)
        return (*kept.values(), last)

    def _as_outlets(self, steps: Sequence[Step]) -> list[Step]:
        """With the outlet in place of a report or article of its own: it says what they say."""
        found = []
        for step in steps:
            known = step.cluster != UNKNOWN
            outlet = self._relays.own_reports.outlet_of(step.cluster) if known else None
            found.append(step if outlet is None else replace(step, cluster=outlet))
        return found

    def _recording_of(self, step: Step, last: Step) -> bool:
        """True for a recording in which the source itself is heard: a channel, no relay."""
        if step.cluster == UNKNOWN or last.cluster == UNKNOWN:
            return False
        heard = self.coreference.clusters[last.cluster].kind in ("person", "group")
        heads = [self.mentions[i].head for i in self.coreference.clusters[step.cluster].mentions]
        return heard and any(
            singular(self.syntax.texts[h]) in RECORDINGS
            or self.syntax.lower[h - 1] in _HEARD_OR_SEEN
            for h in heads
        )

    def _source(self, k: int) -> list[Step]:
        saying = self.sayings[k]
        if saying.source is not None:
            return [self._relays.step(saying.source, "source")]
        if (asker := self._asker(k)) is not None:
            return [asker]
        same = self._shared_source(k)
        if same is not None:
            return [replace(same, reason="goes on from the cue before")]
        return [Step(UNKNOWN, "not named", None)]

    def _asker(self, k: int) -> Step | None:
        """Who asked, in "Asked whether P, he told the daily that Q": the daily."""
        cue, lower = self.sayings[k].cue, self.syntax.lower
        first = self.syntax.words.sentence_at(cue.first)[0]
        if lower[cue.first] != "asked" or lower[first : cue.first] not in ([], ["when"]):
            return None
        sentence = self.syntax.words.sentence_of(cue.first)
        for j, other in enumerate(self.sayings):
            if j == k or self.syntax.words.sentence_of(other.cue.first) != sentence:
                continue
            talk = self._links[j][1] or self._interview(j, self._source(j))
            for step in talk:
                if step.cluster != UNKNOWN and step.reason in _TALKED:
                    return replace(step, reason="asks")
        return None

    def _shared_source(self, k: int) -> Step | None:
        """The source of the cue before in the same sentence, for "…, adding that"."""
        cue = self.sayings[k].cue
        word = self.syntax.head(cue.first, cue.last)
        verb = self.syntax.upos[word] == "VERB" and self.syntax.lower[word] not in HEARSAY
        if not verb or self._passive(word) or self.sayings[k].of_others:
            return None
        if self.syntax.lower[word : word + 2] == ["accused", "of"]:
            return None  # "the pilot, accused of", by somebody who is not named
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
        return None if source is None else self._relays.step(source, "source")

    def _passive(self, word: int) -> bool:
        below = (self.syntax.deprels[c] for c in self.syntax.children[word])
        return any(d in ("aux:pass", "nsubj:pass") for d in below)

    def _whole(self, k: int) -> int | None:
        """Of a source such as "one of the diplomats" the cluster of the diplomats."""
        source = self.sayings[k].source
        if source is None or self.syntax.lower[self.mentions[source].head] not in _SOME:
            return None
        for child in self.syntax.children[self.mentions[source].head]:
            found = self._relays.at(child)
            if found is not None:
                return self.coreference.cluster[found]
        return None

    # Interviews --------------------------------------------------------------------------------

    def _interview(self, k: int, source: Sequence[Step]) -> list[Step]:
        """The outlet that this source was talking to before, while the talk goes on.

        It is over once two others have spoken and a paragraph has ended, unless the source "also
        said", or for a denial: of 57 such places in annotated texts 30 keep the outlet, of 78 with
        one other in between 65. It goes on where it is named: "said in the interview".
        """
        if not source or source[-1].cluster in (UNKNOWN, self.coreference.publisher):
            return []
        kind = self.coreference.clusters[source[-1].cluster].kind
        if kind == "outlet":
            return []
        here = self.syntax.words.paragraphs[self.sayings[k].cue.first]
        if opened := self._opened(k, source[-1].cluster):
            return opened
        between: list[Composed] = []
        for j in range(k - 1, -1, -1):
            if self._holds(k, j) or (j in self._begun and j not in self._done):
                continue
            before = self._composed(j)
            fellow = before.steps[-1].cluster in (source[-1].cluster, self._whole(k))
            fellow = fellow or (not between and self._is_part(k, j, before))
            if not fellow and not self._is_another(k, j, before):
                between += [before] if before.within is None else []
                continue
            there = self.syntax.words.paragraphs[self.sayings[j].cue.first]
            if here - there > 2 * INTERVIEW_GAP or len(before.steps) < 2:
                return []
            if spoke_elsewhere(self.syntax, self.sayings[k], self.sayings[j].cue.first):
                return []
            one = len({o.steps[-1].cluster for o in between}) == 1
            goes_on = one or self._also(k) or self._talks.goes_on(source[-1].cluster)
            over = here > there and not goes_on
            outlets = {s.cluster for s in before.steps[:-1]}
            others = any(outlets.isdisjoint(s.cluster for s in o.steps) for o in between)
            if others and (over or self._relays.passing.denies(self.sayings[k])):
                return []
            reasons = _PAPERS if kind == "document" else _TALKS
            known = [s for s in before.steps[:-1] if s.reason in reasons]
            paper = any(self.coreference.clusters[s.cluster].kind == "document"
                        for s in before.steps[:-1] if s.cluster != UNKNOWN)  # fmt: skip
            kept = before.steps[:-1] if (known or paper) and kind != "document" else known
            return [replace(s, reason="the talk goes on") for s in kept]
        return []

    def _holds(self, k: int, j: int) -> bool:
        """True if saying j is said in what saying k says, or in what is said there."""
        at: int | None = j
        while at is not None and at != k:
            at = self.within[at]
        return at == k

    def _opened(self, k: int, source: int) -> list[Step]:
        """The outlet that the text just said this source talks to: "He spoke to the daily."."""
        paragraphs, cue = self.syntax.words.paragraphs, self.sayings[k].cue
        cluster = self.coreference.cluster
        spoken = [s.cue.first for s in self.sayings[:k]
                  if s.source is not None and cluster[s.source] == source]  # fmt: skip
        for opening in reversed(self._openings):
            near = paragraphs[cue.first] - paragraphs[opening.verb] <= 2
            first = max(spoken, default=-1) < opening.verb < cue.first
            if spoke_elsewhere(self.syntax, self.sayings[k], opening.verb):
                continue
            if first and near and opening.who in (source, self._whole(k)):
                step = self._relays.step(opening.outlet, "the talk goes on")
                return [] if step.cluster == self.coreference.publisher else [step]
        return []

    def _also(self, k: int) -> bool:
        """True for "also said", "said in the interview": more of what was said before."""
        lower, cue = self.syntax.lower, self.sayings[k].cue
        if not _MORE.isdisjoint(lower[max(0, cue.first - 2) : cue.last + 1]):
            return True
        first, end = self.syntax.words.sentence_at(cue.first)
        return any(
            lower[i] in _TALK
            and lower[i - 1] in _SAME
            and not _DURING.isdisjoint(lower[max(first, i - 3) : i])
            and not any(c.meets(self.syntax.words.span(i, i)) for c in self.sayings[k].contents)
            for i in range(first + 2, end)
        )

    def _is_another(self, k: int, j: int, before: Composed) -> bool:
        """True for "Another survivor", "the third", who speak to whom one spoke just before."""
        source = self.sayings[k].source
        if source is None or before.within is not None or before.steps[-1].cluster == UNKNOWN:
            return False
        first = self.mentions[source].first
        paragraphs = self.syntax.words.paragraphs
        near = paragraphs[first] - paragraphs[self.sayings[j].cue.first] <= 2
        opening = self.syntax.lower[first : first + 2]
        person = self.mentions[source].kind == "person"
        return near and (
            opening[0] in ("another", "others")
            or (person and opening[0] in ("a", "the") and opening[-1] in _FURTHER)
        )

    def _is_part(self, k: int, j: int, before: Composed) -> bool:
        """True of "one", "two", "the first", of several whom an outlet heard just before."""
        source, teller = self.sayings[k].source, self.sayings[j].source
        if source is None or teller is None or not self.mentions[teller].plural:
            return False
        m, clusters = self.mentions[source], self.coreference.clusters
        words = self.syntax.lower[m.first : m.last + 1]
        part = len(words) <= 2 and words[-1] in _SOME and words[:-1] in ([], ["the"])
        group = singular(self.syntax.texts[self.mentions[teller].head])
        part = part or (words[0] == "one" and words[-1] == group and len(words) == 2)
        opens = self.syntax.lower[max(0, m.first - 4) : m.first]
        part = part or (m.kind == "person" and opens == ["one", "of", "them", ","])
        return part and all(clusters[s.cluster].kind == "outlet" for s in before.steps[:-1])

    def _author(self, k: int) -> list[Step]:
        """Who is behind a document that other words name."""
        mention = self.sayings[k].source
        if mention is None or self.mentions[mention].kind != "document":
            return []
        return self._relays.author(mention)
