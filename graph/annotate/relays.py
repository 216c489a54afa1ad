"""Who passes on what a source says: told, citing, carrying, publishing, writing.

a saying, coreference  →  links between the publisher and the source, each with its reason
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.annotate.coref import Coreference
from graph.annotate.documents import PUBLISHES, Behind, Documents
from graph.annotate.lemmas import lemma
from graph.annotate.listeners import TELL, Listeners
from graph.annotate.mentions import CARRYING, Found, mentions_by_word
from graph.annotate.nouns import singular
from graph.annotate.own_reports import OwnReports
from graph.annotate.passing_on import CITE, PassingOn
from graph.annotate.speech import Saying
from graph.annotate.spoken_to import OWN, SpokenTo
from graph.annotate.syntax import BESIDE, Syntax
from graph.annotate.uncued import HEARD
from graph.types import Span

UNKNOWN = -1
"""In place of a cluster: somebody the text does not name at all."""

TOLD = "addressee of tell"
"""The reason of a link to whom the source itself spoke: it stands next to the source."""
_REPEATS = frozenset("repeat carry echo republish reprint relay publish broadcast air".split())
"""What an outlet does with somebody's claim."""
_MESSENGERS, _TO_THROUGH = ("person", "group", "organisation"), 4
"""Of what kinds those are through whom one speaks, and how far behind the cue "through" stands."""
_PAGES = frozenset("channel page account feed blog website site".split())
"""Whose page it is says there what it says, and nobody passes it on."""
_TRANSLATES = frozenset("interpreter translator interpreters translators".split())


@dataclass(frozen=True, slots=True)
class Step:
    """A link before entities have numbers: a cluster, or UNKNOWN."""

    cluster: int
    reason: str
    evidence: Span | None


class Relays:
    """Finds the relays of the sayings of one text."""

    def __init__(
        self, syntax: Syntax, coreference: Coreference, sayings: Sequence[Saying],
        mentions: Sequence[Found],
    ) -> None:  # fmt: skip
        self.syntax = syntax
        self.coreference = coreference
        self.sayings = sayings
        self.mentions = mentions
        self._at = mentions_by_word(mentions)
        self._documents = Documents(syntax, coreference, mentions)
        self._listeners = Listeners(syntax, coreference, sayings, mentions, self._documents)
        self._spoken_to = SpokenTo(syntax, coreference, mentions)
        self.own_reports = OwnReports(syntax, coreference, mentions, sayings, self._documents)
        self._told = [self._listeners.of(s) for s in sayings]
        self.passing = PassingOn(syntax, coreference, sayings, mentions, self._told)

    def step(self, mention: int, reason: str) -> Step:
        """A link for a mention, with its words as evidence."""
        m = self.mentions[mention]
        span = self.syntax.words.span(m.first, m.last)
        return Step(self.coreference.cluster[mention], reason, span)

    def at(self, word: int) -> int | None:
        """The mention whose head, or part of whose name, a word is."""
        return self._at.get(word)

    def of(self, saying: Saying) -> tuple[int | None, list[Step]]:
        """Who was told, as a cluster, and the links between publisher and source."""
        told = next(t for t, s in zip(self._told, self.sayings, strict=True) if s is saying)
        steps = [
            self.step(m, TOLD if m == told else self._reason(m, saying))
            for m in dict.fromkeys((told, *map(self._listeners.owner, saying.relays)))
            if m is not None and self.passing.does(m, saying, told=m == told)
            if not self._own_paper(m, saying) and (m == told or not self._strayed(m, saying))
        ]
        steps += [
            *self._hearing(saying),
            *self._through(saying),
            *self._repeating(saying),
            *self._citing(saying),
            *self._carriers(saying),
            *self._according(saying),
            *self._behind(self._documents.authors(saying)),
            *self._quoting(saying),
        ]
        citing = self.syntax.lower[saying.cue.first] in ("citing", "quoting")
        if (citing or not steps) and self.passing.cites(saying):
            citer = self._speaker(saying) if citing else None
            if citer is None and not steps:
                citer = self._citer(saying)
                citer = self._added_to(saying) if citer is None else citer
            steps = [*([] if citer is None else [self.step(citer, "cites")]), *steps]
        if not steps:
            steps = self._behind(self._documents.issuer(saying, self.sayings))
        steps = [*self._behind_reports(saying, steps), *steps]
        steps = [s for s in steps if not self._own_page(s)]
        found = list({s.cluster: s for s in reversed(steps)}.values())[::-1]
        found.sort(key=self._order)
        return (None if told is None else self.coreference.cluster[told]), found

    def _strayed(self, mention: int, saying: Saying) -> bool:
        """True of a pronoun of another sentence: "It did not mention him. According to AP, …"."""
        m, sentence = self.mentions[mention], self.syntax.words.sentence_of
        return m.form == "pronoun" and sentence(m.head) != sentence(saying.cue.first)

    def _own_page(self, step: Step) -> bool:
        """True of the channel of whoever speaks: "claimed in a video posted on his channel"."""
        if step.evidence is None:
            return False
        first, end = self.syntax.words.within(step.evidence)
        own = self.syntax.lower[first] in OWN
        return own and singular(self.syntax.texts[end - 1]) in _PAGES

    def _own_paper(self, mention: int, saying: Saying) -> bool:
        """True of footage that the source itself has posted."""
        if saying.source is None or self.mentions[mention].kind != "document":
            return False
        mine = self.coreference.cluster[saying.source]
        posted = self._documents.releasers(self.mentions[mention].head)
        return any(self.coreference.cluster[k] == mine for k, _ in posted)

    def _order(self, step: Step) -> tuple[bool, bool, bool, bool]:
        """Outlets before bodies, these before their documents; who is told next to the source.

        Who cites something stands before whoever it comes from.
        """
        kind = self.coreference.clusters[step.cluster].kind
        return kind != "outlet", kind == "document", step.reason == TOLD, step.reason != "cites"

    def _behind_reports(self, saying: Saying, steps: Sequence[Step]) -> list[Step]:
        """Who is behind a report that quotes the source: "The report quotes a teacher"."""
        clusters = self.coreference.clusters
        for step in steps:
            earlier = [k for k in clusters[step.cluster].mentions
                       if self.mentions[k].head < saying.cue.last]  # fmt: skip
            if clusters[step.cluster].kind == "document" and earlier:
                first, last = self.syntax.phrase(self.mentions[earlier[-1]].head)
                own = self._documents.written_by(earlier[-1], first, last + 1)
                return self._behind(own) or self.author(earlier[-1])
        return []

    def _quoting(self, saying: Saying) -> list[Step]:
        """Who is behind the report that quotes a source, and the report."""
        report = self._documents.quoting(saying)
        if report is None:
            return []
        cluster = self.coreference.cluster[report]
        told = (
            s
            for s in self.sayings
            if s.source is not None and self.coreference.cluster[s.source] == cluster
        )
        by = next((found for s in told if (found := self._documents.authors(s))), [])
        by = by or self._documents.known(report, self.sayings)
        return self._behind([*by[:1], (report, PUBLISHES)])

    def author(self, document: int) -> list[Step]:
        """Who is known from another sentence to be behind a document."""
        return self._behind(self._documents.known(document, self.sayings))

    def _reason(self, mention: int, saying: Saying) -> str:
        head = self.mentions[mention].head
        if self.passing.cites(saying):
            return "cites"
        if self.passing.hears(saying):
            return TOLD
        for word in (self.syntax.heads[head], self.syntax.heads[self.syntax.heads[head]]):
            if self.syntax.lower[word] in TELL and self.syntax.deprels[head] in ("obj", "iobj"):
                return TOLD
            if self.syntax.lower[word] in CITE:
                return "cites"
            if self.syntax.lower[word] in CARRYING:
                return PUBLISHES
        return "relays"

    def _hearing(self, saying: Saying) -> list[Step]:
        """Who heard it from the source: "her cousin had heard from a guard that …"."""
        behind = self.syntax.lower[saying.cue.last + 1 : saying.cue.last + 3]
        verb = saying.cue.last
        if self.syntax.lower[verb] not in HEARD or "from" not in behind:
            return []
        at = verb - 1
        while at > 0 and self.syntax.upos[at] in ("AUX", "ADV"):
            at -= 1
        hearer = self.syntax.subject(verb) if self.at(at) is None else at
        found = None if hearer is None else self.at(hearer)
        return [] if found is None or found == saying.source else [self.step(found, "heard it")]

    def _repeating(self, saying: Saying) -> list[Step]:
        """The outlet that "repeated a claim by the ministry that P"."""
        noun = saying.cue.last
        verb = self.syntax.heads[noun]
        if self.syntax.lower[noun - 1] not in ("a", "the") or self.syntax.deprels[noun] != "obj":
            return []
        if lemma(self.syntax.texts[verb], "VERB") not in _REPEATS:
            return []
        subject = self.syntax.subject(verb)
        found = None if subject is None else self.at(subject)
        if found is None or found == saying.source or self.coreference.kind(found) != "outlet":
            return []
        return [self.step(found, PUBLISHES)]

    def _through(self, saying: Saying) -> list[Step]:
        """By whom somebody has it said: "said, through a relative in Iran, that"."""
        lower, last = self.syntax.lower, saying.cue.last
        opens, end = self.syntax.words.sentence_at(saying.cue.first)
        near = (*range(last + 1, min(last + _TO_THROUGH, end)), opens)
        at = next((w for w in near if lower[w] == "through"), None)
        if at is None or "VERB" in self.syntax.upos[last + 1 : at]:
            return []
        behind = (k for k, m in enumerate(self.mentions) if m.first in (at + 1, at + 2))
        found = next((k for k in behind if self.coreference.kind(k) in _MESSENGERS), None)
        if found is None or self.syntax.lower[self.mentions[found].head] in _TRANSLATES:
            return []
        return [self.step(found, "relays")]

    def _citing(self, saying: Saying) -> list[Step]:
        """The subject of a cue that cites: "AP, citing officials, …"."""
        cue = range(saying.cue.first, saying.cue.last + 1)
        citing = [i for i in cue if self.syntax.lower[i] in CITE]
        if not citing or self.syntax.lower[citing[0] + 1 : citing[0] + 2] == ["by"]:
            return []
        subject = self.syntax.subject(citing[0])
        span = saying.source_span
        cited = (
            subject is not None and span and span.meets(self.syntax.words.span(subject, subject))
        )
        if subject is None or cited:
            subject = self.syntax.heads[citing[0]]
        found = self.at(subject)
        if found is None or found == saying.source or self.passing.is_told(found, saying):
            return []
        return [self.step(found, "cites")]

    def _speaker(self, saying: Saying) -> int | None:
        """Who says, before it in the sentence, what somebody is cited for: "X said P, citing"."""
        alike = (
            s.source
            for s in self._said_before(saying)
            if s.contents == saying.contents and not self.passing.cites(s)
        )
        found = next(alike, None)
        return None if found == saying.source else found

    def _added_to(self, saying: Saying) -> int | None:
        """Who says what stands before "but cited a blogger as saying"."""
        if self.syntax.lower[saying.cue.first - 1] not in ("but", "and"):
            return None
        found = next((s.source for s in self._said_before(saying)), None)
        return None if found == saying.source else found

    def _said_before(self, saying: Saying) -> Iterator[Saying]:
        """What somebody says before a cue in its sentence."""
        first = self.syntax.words.sentence_at(saying.cue.first)[0]
        for other in self.sayings:
            before = first <= other.cue.first and other.cue.last < saying.cue.first
            if before and other.source is not None:
                yield other

    def _citer(self, saying: Saying) -> int | None:
        """The outlet whose words, in the same sentence, a citation goes with."""
        sentence = self.syntax.words.sentence_of(saying.cue.first)
        for other in self.sayings:
            here = self.syntax.words.sentence_of(other.cue.first) == sentence
            if other is saying or other.source is None or not here:
                continue
            same = any(c.meets(d) for c in other.contents for d in saying.contents)
            if (
                same
                and other.source != saying.source
                and self.coreference.kind(other.source) == "outlet"
            ):
                return other.source
        return None

    def _according(self, saying: Saying) -> list[Step]:
        """The outlet that a sentence ends in: "the panel concluded P, according to AP"."""
        sentence = self.syntax.words.sentence_of(saying.cue.first)
        for other in self.sayings:
            cue = self.syntax.lower[other.cue.first : other.cue.last + 1]
            behind = other.cue.first > saying.cue.last and cue == ["according", "to"]
            if not behind or other.source is None or other.source == saying.source:
                continue
            here = self.syntax.words.sentence_of(other.cue.first) == sentence
            same = any(c.meets(d) for c in other.contents for d in saying.contents)
            span = self.syntax.words.span(other.cue.first, other.cue.last)
            outside = not any(c.holds(span) for c in saying.contents)
            if here and same and outside and self.coreference.kind(other.source) == "outlet":
                return [self.step(other.source, "relays")]
        return []

    def _carriers(self, saying: Saying) -> list[Step]:
        """Who published, obtained or carried what the source is heard in: "in a video released by".

        And who quoted the source: "was quoted by the agency as saying".
        """
        verb = self.syntax.head(saying.cue.first, saying.cue.last)
        heard = self._documents.said_in.heard_in(saying)
        steps = []
        anchors = [verb, *range(saying.cue.first, saying.cue.last + 1), *heard]
        if saying.source is not None:
            anchors.append(self.mentions[saying.source].head)  # "the army, cited by X"
        for anchor in dict.fromkeys(anchors):
            for child in (anchor, *self.syntax.children[anchor]):
                span = self.syntax.words.span(child, child)
                told = any(c.meets(span) for c in saying.contents)
                if child == verb and self._active(saying, verb):
                    continue
                if self.syntax.lower[child] in CARRYING | CITE and not told:
                    steps += self._agents(child, saying)
        for c in saying.contents:  # "reports of an agent, carried by X"
            end = self.syntax.words.within(c)[1]
            end += self.syntax.lower[end : end + 1] == [","]
            carried = self.syntax.lower[end : end + 2]
            noun = self.syntax.upos[saying.cue.last] == "NOUN"
            if noun and carried[:1] and carried[0] in CARRYING and carried[1:] == ["by"]:
                steps += self._agents(end, saying)
        for paper in self._documents.said_in.papers(saying):
            steps += self._behind(
                self._documents.passed_on(paper) or self._issued_before(paper, saying)
            )
        outlet = self._spoken_to.outlet(saying)
        if outlet is not None:
            steps.append(self.step(self._listeners.owner(outlet), TOLD))
        return steps

    def _issued_before(self, paper: int, saying: Saying) -> list[Behind]:
        """Whose statement it is that somebody "said in the statement", known from before."""
        k = self.at(paper)
        if k is None or saying.source is None or self.coreference.kind(saying.source) != "person":
            return []
        if self.syntax.lower[self.mentions[k].first] != "the":
            return []
        known = self._documents.known(k, self.sayings)
        return [b for b in known if self.coreference.kind(b[0]) in ("organisation", "unit")]

    def _active(self, saying: Saying, verb: int) -> bool:
        """True of "X reported": what stands behind a "by" belongs to something else."""
        if saying.source is None or self.mentions[saying.source].last >= saying.cue.first:
            return False
        return all(self.syntax.deprels[c] != "aux:pass" for c in self.syntax.children[verb])

    def _behind(self, found: Sequence[Behind]) -> list[Step]:
        return [self.step(mention, reason) for mention, reason in found]

    def _agents(self, verb: int, saying: Saying) -> list[Step]:
        """The mentions that "by" makes the agents of a verb."""
        found = []
        for child in self.syntax.children[verb]:
            named = [child]  # and Veckan in "by the daily Veckan"
            named += [c for c in self.syntax.children[child] if self.syntax.deprels[c] in BESIDE]
            by = any(self.syntax.lower[c] == "by" for w in named for c in self.syntax.children[w])
            mentions = (self.at(w) for w in named if by)
            mention = next((m for m in mentions if m is not None), None)
            if mention is not None and mention != saying.source and self._documents.speaks(mention):
                found.append(self.step(mention, PUBLISHES))
        return found
