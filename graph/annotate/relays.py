"""Who passes on what a source says: told, citing, carrying, publishing, writing.

a saying, coreference  →  links between the publisher and the source, each with its reason
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from graph.annotate.coref import Coreference
from graph.annotate.documents import PUBLISHES, Behind, Documents
from graph.annotate.mentions import CARRYING, Found, mentions_by_word
from graph.annotate.repairs import CITING
from graph.annotate.sayings import Saying
from graph.annotate.syntax import Syntax
from graph.types import Span

UNKNOWN = -1
"""In place of a cluster: somebody the text does not name at all."""

TOLD = "addressee of tell"
"""The reason of a link to whom the source itself spoke: it stands next to the source."""
_TELL = frozenset("tell told tells telling telegraphed".split())
_CITE = CITING | {"quote", "reference", "referring"}
_WITNESSES = frozenset(
    "rights watch amnesty protect human monitor monitors observatory centre center reporters "
    "collective league foundation network project forum initiative group charity watchdog "
    "investigators researchers campaigners organisation organization ngo".split()
)
"""Words for bodies that gather testimony and publish it."""
_STAFF = frozenset("researchers investigators interviewers monitors".split())
"""Those of a body who gather testimony for it."""
_OFFICERS = frozenset("police officers soldiers troops army military guards".split())
"""Who is told a thing and passes it on to nobody."""
_PRESS = frozenset("reporter reporters journalist journalists correspondent".split())
_DENIALS = ("den", "reject", "disput", "refut", "dismiss")
_SPOKEN = frozenset(
    "speaking spoke talking interview interviewed comments remarks conversation statement call "
    "message email e-mail".split()
)


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
        self._told = [self._told_in(s) for s in sayings]
        self._sources = {coreference.cluster[s.source] for s in sayings if s.source is not None}

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
            for m in dict.fromkeys((told, *map(self._owner, saying.relays)))
            if m is not None and self._passes_on(m, saying, told=m == told)
        ]
        steps += [
            *self._citing(saying),
            *self._carriers(saying),
            *self._according(saying),
            *self._behind(self._documents.authors(saying)),
            *self._quoting(saying),
        ]
        if not steps and self._cites(saying) and (citer := self._citer(saying)) is not None:
            steps = [self.step(citer, "cites")]
        if not steps:
            steps = self._behind(self._documents.issuer(saying, self.sayings))
        steps = [*self._behind_reports(saying, steps), *steps]
        found = list({s.cluster: s for s in reversed(steps)}.values())[::-1]
        outlets = self.coreference.clusters
        found.sort(key=lambda s: (outlets[s.cluster].kind != "outlet", s.reason == TOLD))
        return (None if told is None else self.coreference.cluster[told]), found

    def _behind_reports(self, saying: Saying, steps: Sequence[Step]) -> list[Step]:
        """Who is behind a report that quotes the source: "The report quotes a teacher"."""
        clusters = self.coreference.clusters
        for step in steps:
            earlier = [k for k in clusters[step.cluster].mentions
                       if self.mentions[k].head < saying.cue.last]  # fmt: skip
            if clusters[step.cluster].kind == "document" and earlier:
                return self.author(earlier[-1])
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

    def _passes_on(self, mention: int, saying: Saying, *, told: bool) -> bool:
        """True if one who was told, or whom the model took for a relay, stands in the chain.

        An outlet does, unless it says something else itself in these words; somebody else who is
        told does if the article has it from them, as an investigator, not a parliament.
        """
        cluster = self.coreference.cluster[mention]
        kind = self.coreference.clusters[cluster].kind
        if self._is_the_group(mention) and not self._gathers(mention):
            return False
        if told and kind != "outlet":
            m = self.mentions[mention]
            if self.syntax.lower[m.head] in _PRESS:
                return False
            if kind == "organisation" and self._told_its_staff(mention, saying):
                return True
            gathers = kind in ("organisation", "group") and self._gathers(mention)
            officers = self.syntax.lower[m.head] in _OFFICERS
            return gathers or (kind != "person" and cluster in self._sources and not officers)
        others = zip(self._told, self.sayings, strict=True)
        if not told and any(t == mention for t, s in others if s is not saying):
            return False
        if self._speaks_elsewhere(mention, saying) or (not told and self.denies(saying)):
            return False
        if not told and (self._is_told(mention, saying) or self._comes_later(mention, saying)):
            return False
        if not told and self._is_others(mention, saying):
            return False
        if kind in ("organisation", "unit"):
            return told or self._gathers(mention) or not self._spoken_at(mention, saying)
        return kind in ("outlet", "document")

    def _is_told(self, mention: int, saying: Saying) -> bool:
        """True of one who stands in the very words that are passed on."""
        m = self.mentions[mention]
        span = self.syntax.words.span(m.first, m.last)
        return any(c.holds(span) for c in saying.contents)

    def _comes_later(self, mention: int, saying: Saying) -> bool:
        """True of one whom only a sentence behind the cue and all that is said names."""
        words = self.syntax.words
        ends = [words.within(c)[1] - 1 for c in saying.contents]
        last = max(words.sentence_of(w) for w in (saying.cue.last, *ends))
        return words.sentence_of(self.mentions[mention].first) > last

    def _is_others(self, mention: int, saying: Saying) -> bool:
        """True of one whom an earlier sentence names as the relay of another body's words."""
        if saying.source is None:
            return False
        words, m = self.syntax.words, self.mentions[mention]
        here = words.sentence_of(m.first)
        first = min(words.sentence_of(w) for w in
                    (saying.cue.first, *(words.within(c)[0] for c in saying.contents)))  # fmt: skip
        mine = self.coreference.cluster[saying.source]
        named = bool(self.coreference.clusters[mine].names)
        there = {
            self.coreference.cluster[s.source]
            for s in self.sayings
            if s.source is not None and words.sentence_of(s.cue.first) == here
        }
        return here < first and named and bool(there) and mine not in there

    def _spoken_at(self, mention: int, saying: Saying) -> bool:
        """True for whom a cue that tells nobody's news is aimed at: "asked the court", "urged"."""
        head = self.mentions[mention].head
        governor = self.syntax.heads[head]
        aimed = self.syntax.deprels[head] in ("obj", "iobj", "obl", "nsubj:pass")
        return aimed and saying.cue.first <= governor <= saying.cue.last

    def _gathers(self, mention: int) -> bool:
        """True if its words say that it gathers testimony; of "the group" those it has else."""
        alike = [mention]
        if self._is_the_group(mention):
            cluster = self.coreference.clusters[self.coreference.cluster[mention]]
            others = [k for k in cluster.mentions if not self._is_the_group(k)]
            alike = others or alike
        return any(not _WITNESSES.isdisjoint(self._lower(k)) for k in alike)

    def _is_the_group(self, mention: int) -> bool:
        m = self.mentions[mention]
        return self.syntax.is_the_group(m.first, m.last)

    def _lower(self, mention: int) -> list[str]:
        m = self.mentions[mention]
        return self.syntax.lower[m.first : m.last + 1]

    def denies(self, saying: Saying) -> bool:
        """True where an outlet beside the cue has made the claim that is denied."""
        cue = self.syntax.lower[saying.cue.first : saying.cue.last + 1]
        return any(w.startswith(_DENIALS) for w in cue)

    def _speaks_elsewhere(self, mention: int, saying: Saying) -> bool:
        """True for the source of a saying beside this one, with another content."""
        others = [s for s in self.sayings if s.source == mention and s is not saying]
        quoted_on = self._cites(saying)
        return any(
            (self._cites(other) and not (quoted_on and other.cue.first < saying.cue.first))
            or not any(c.meets(d) for c in other.contents for d in saying.contents)
            for other in others
        )

    def _cites(self, saying: Saying) -> bool:
        cue = self.syntax.lower[saying.cue.first : saying.cue.last + 1]
        return not _CITE.isdisjoint(cue)

    def _told_in(self, saying: Saying) -> int | None:
        """The mention right behind a cue of telling, outside the content."""
        words = self.syntax.lower[saying.cue.first : saying.cue.last + 1]
        if not _TELL & set(words):
            return None
        for k, m in enumerate(self.mentions):
            after = saying.cue.first < m.head <= saying.cue.last + 8
            span = self.syntax.words.span(m.first, m.last)
            free = not any(c.meets(span) for c in saying.contents)
            between = self.syntax.lower[saying.cue.last + 1 : m.first]
            part = m.kind == "place" and self.syntax.upos[m.last + 1 : m.last + 2] == ("NOUN",)
            if after and free and not part and k != saying.source and len(between) <= 3:
                return self._house(k, saying)
        return None

    def _owner(self, outlet: int) -> int:
        """Of "the BBC's Newshour programme" the BBC; else the outlet itself."""
        first = self.mentions[outlet].first
        if self.syntax.lower[first - 1 : first] not in (["'s"], ["’s"]):
            return outlet
        owners = (k for k, m in enumerate(self.mentions)
                  if m.last == first - 2 and self.coreference.kind(k) == "outlet")  # fmt: skip
        return next(owners, outlet)

    def _reporting(self, saying: Saying) -> int | None:
        """The body whose report is told of: "the researchers" are its."""
        for s in self.sayings:
            if s.cue.first >= saying.cue.first or s.source is None:
                continue
            body = self.coreference.kind(s.source) in ("organisation", "unit")
            if body and any(self.syntax.lower[w] == "report" for w in self._documents.papers(s)):
                return s.source
        return None

    def _house(self, told: int, saying: Saying) -> int:
        """The outlet of whom is told: of "a stringer for the daily", "the station's service"."""
        m = self.mentions[told]
        if self.coreference.kind(told) == "outlet":
            return self._owner(told)
        gathered = self.syntax.lower[m.head] in _STAFF and self.syntax.lower[m.first] == "the"
        if gathered and m.head == m.first + 1 and (body := self._reporting(saying)) is not None:
            return body
        last = m.last + 1
        if self.syntax.lower[last : last + 1] in (["of"], ["from"], ["for"], ["with"], ["at"]):
            last += 5
        press = self.syntax.lower[m.head] in _PRESS
        houses = ("outlet", "organisation") if self.syntax.lower[m.head] in _STAFF else ("outlet",)
        for k, other in enumerate(self.mentions):
            if other.form == "pronoun" and not press:
                continue  # a paper's readers, listeners
            inside = m.first <= other.first and other.last < last and k not in (told, saying.source)
            span = self.syntax.words.span(other.first, other.last)
            said = any(c.meets(span) for c in saying.contents)
            if inside and not said and self.coreference.kind(k) in houses:
                return k
        return told

    def _told_its_staff(self, body: int, saying: Saying) -> bool:
        """True for the body of "told the group's researchers"."""
        near = self.syntax.lower[saying.cue.last + 1 : self.mentions[body].last + 4]
        return not _STAFF.isdisjoint(near)

    def _reason(self, mention: int, saying: Saying) -> str:
        head = self.mentions[mention].head
        if self._cites(saying):
            return "cites"
        for word in (self.syntax.heads[head], self.syntax.heads[self.syntax.heads[head]]):
            if self.syntax.lower[word] in _TELL and self.syntax.deprels[head] in ("obj", "iobj"):
                return TOLD
            if self.syntax.lower[word] in _CITE:
                return "cites"
            if self.syntax.lower[word] in CARRYING:
                return PUBLISHES
        return "relays"

    def _citing(self, saying: Saying) -> list[Step]:
        """The subject of a cue that cites: "AP, citing officials, …"."""
        cue = range(saying.cue.first, saying.cue.last + 1)
        citing = [i for i in cue if self.syntax.lower[i] in _CITE]
        if not citing or self.syntax.lower[citing[0] + 1 : citing[0] + 2] == ["by"]:
            return []
        subject = self.syntax.subject(citing[0])
        if subject is None:
            subject = self.syntax.heads[citing[0]]
        found = self.at(subject)
        if found is None or found == saying.source or self._is_told(found, saying):
            return []
        return [self.step(found, "cites")]

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
        heard = self._documents.heard_in(saying)
        steps = []
        anchors = [verb, *range(saying.cue.first, saying.cue.last + 1), *heard]
        if saying.source is not None:
            anchors.append(self.mentions[saying.source].head)  # "the army, cited by X"
        for anchor in dict.fromkeys(anchors):
            for child in (anchor, *self.syntax.children[anchor]):
                span = self.syntax.words.span(child, child)
                told = any(c.meets(span) for c in saying.contents)
                if self.syntax.lower[child] in CARRYING | _CITE and not told:
                    steps += self._agents(child, saying)
        for noun in self._documents.papers(saying):
            steps += self._behind(self._documents.passed_on(noun))
        return steps + self._spoken_to(saying)

    def _behind(self, found: Sequence[Behind]) -> list[Step]:
        return [self.step(mention, reason) for mention, reason in found]

    def _spoken_to(self, saying: Saying) -> list[Step]:
        """The outlet that a source speaks to or on, in the cue's sentence.

        "speaking to X", "in an interview with X", "denied to X", "On X, …", "announced on X".
        """
        first, end = self.syntax.words.sentence_at(saying.cue.first)
        for k, m in enumerate(self.mentions):
            if not first <= m.first < end or k == saying.source:
                continue
            outlet = self.coreference.kind(k) == "outlet"
            span = self.syntax.words.span(m.first, m.last)
            if not outlet or any(c.meets(span) for c in saying.contents):
                continue
            if self._is_listener(m, saying):
                return [self.step(k, TOLD)]
        return []

    def _is_listener(self, m: Found, saying: Saying) -> bool:
        lower = self.syntax.lower
        before = lower[max(0, m.first - 5) : m.first]
        if any(a in _SPOKEN and b in ("to", "with", "in", "for") for a, b in pairwise(before)):
            return True
        at = m.first - 1
        while at > 0 and (lower[at] == "the" or self.syntax.upos[at] == "ADJ"):
            at -= 1
        opens = at == self.syntax.words.sentence_at(at)[0]
        if lower[at] in ("to", "on") and at == saying.cue.last + 1:
            return True
        return opens and lower[at] in ("on", "in") and m.last < saying.cue.first

    def _agents(self, verb: int, saying: Saying) -> list[Step]:
        """The mentions that "by" makes the agents of a verb."""
        found = []
        for child in self.syntax.children[verb]:
            by = any(self.syntax.lower[c] == "by" for c in self.syntax.children[child])
            mention = self.at(child) if by else None
            if mention is not None and mention != saying.source and self._documents.speaks(mention):
                found.append(self.step(mention, PUBLISHES))
        return found
