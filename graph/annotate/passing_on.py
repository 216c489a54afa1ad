"""Whether one who was told, or whom the model took for a relay, passes a thing on.

a mention, a saying  →  True if it stands in the chain
"""

from __future__ import annotations

from collections.abc import Sequence

from graph.annotate.citing import CITING, hears_from
from graph.annotate.coref import Coreference
from graph.annotate.listeners import AFFILIATES, STAFF
from graph.annotate.mentions import Found
from graph.annotate.nouns import singular
from graph.annotate.press import PRESS
from graph.annotate.speech import Saying
from graph.annotate.syntax import Syntax
from graph.annotate.verdicts import REPORT, SHOWS

CITE = CITING | {"quote", "reference", "referring"}
"""Words of citing, of one who cites or is cited."""
_WITNESSES = frozenset(
    "rights watch amnesty protect human monitor monitors observatory centre center reporters "
    "collective league foundation network project forum initiative group charity watchdog "
    "researchers campaigners organisation organization ngo".split()
)
"""Words for bodies that gather testimony and publish it."""
_HEARERS = frozenset(
    "police officers soldiers troops army military guards court tribunal parliament assembly "
    "senate congress jury chamber council chambers".split()
)
"""Who is told a thing and passes it on to nobody."""
_THINGS = frozenset("offices office headquarters building studios studio copy copies gates".split())
_AGAINST = frozenset("outside against near".split())
"""What stands before an outlet that only stands by: things of its own, and prepositions."""
_SENT = frozenset("sent send sends wrote written handed submitted addressed delivered".split())
_REFUTES = ("contradict", "refut", "disprov", "undermin", "beli", "challeng", "debunk", "rebut")
_CITED_NEAR = 10
"""Words from "citing" to "showing"."""
_TOLD_BY = (["told", "by"], ["informed", "by"])
_DENIALS = ("den", "reject", "disput", "refut", "dismiss")


class PassingOn:
    """Judges the relays of one text. told: of each saying the mention that was told."""

    def __init__(
        self, syntax: Syntax, coreference: Coreference, sayings: Sequence[Saying],
        mentions: Sequence[Found], told: Sequence[int | None],
    ) -> None:  # fmt: skip
        self.syntax = syntax
        self.coreference = coreference
        self.sayings = sayings
        self.mentions = mentions
        self._told = told
        self._sources = {coreference.cluster[s.source] for s in sayings if s.source is not None}

    def does(self, mention: int, saying: Saying, *, told: bool) -> bool:
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
            if self.syntax.lower[m.head] in PRESS:
                return False
            if kind == "organisation" and self._told_its_staff(mention, saying):
                return True
            gathers = kind in ("organisation", "group") and self._gathers(mention)
            hears = not _HEARERS.isdisjoint(self._lower(mention))
            people = kind in ("person", "group")
            return (gathers or (not people and cluster in self._sources)) and not hears
        others = zip(self._told, self.sayings, strict=True)
        if not told and any(t == mention for t, s in others if s is not saying):
            return False
        if self._speaks_elsewhere(mention, saying) or (not told and self.denies(saying)):
            return False
        if not told and (self.is_told(mention, saying) or self._comes_later(mention, saying)):
            return False
        if not told and (self._is_others(mention, saying) or self._claims(mention, saying)):
            return False
        if not told and (self._is_scenery(mention) or self._is_network(mention)):
            return False
        if not told and (self._refutes(mention, saying) or self._wrote(mention, saying)):
            return False
        if kind in ("organisation", "unit"):
            aimed = self._spoken_at(mention, saying) or self._received(mention)
            return told or self._gathers(mention) or not aimed
        return kind in ("outlet", "document")

    def is_told(self, mention: int, saying: Saying) -> bool:
        """True of one who stands in the very words that are passed on."""
        m = self.mentions[mention]
        span = self.syntax.words.span(m.first, m.last)
        return any(c.holds(span) for c in saying.contents)

    def _refutes(self, mention: int, saying: Saying) -> bool:
        """True of the video in "the video contradicts the army's claim that P"."""
        verb = self.syntax.heads[self.mentions[mention].head]
        lower = self.syntax.lower
        doubts = lower[verb + 1 : verb + 3] == ["doubt", "on"]
        return verb < saying.cue.first and (lower[verb].startswith(_REFUTES) or doubts)

    def _wrote(self, mention: int, saying: Saying) -> bool:
        """True of the paper of "In a paper published last year, they wrote": it is their own."""
        lower, m = self.syntax.lower, self.mentions[mention]
        own = lower[max(0, m.first - 1) : m.first + 1] in (["in", "a"], ["in", "an"])
        wrote = (
            lower[saying.cue.last] in ("wrote", "writes", "warned") and lower[saying.cue.first - 1]
        )
        return bool(own and m.kind == "document" and wrote in ("he", "she", "they", "it"))

    def _is_network(self, mention: int) -> bool:
        """True of NBC in "NBC affiliate KXYZ"."""
        last = self.mentions[mention].last
        return self.syntax.lower[last + 1 : last + 2] in AFFILIATES

    def _is_scenery(self, mention: int) -> bool:
        """True of the paper in "outside the offices of the Beacon", "a copy of the Gazette"."""
        lower, first = self.syntax.lower, self.mentions[mention].first
        of = first - 1 - (lower[first - 1] == "the")
        if of < 1:
            return False
        if lower[of] == "of":
            return lower[of - 1] in _THINGS
        return lower[of] in _AGAINST or lower[of - 1 : of + 1] == ["banned", "from"]

    def _comes_later(self, mention: int, saying: Saying) -> bool:
        """True of one whom only a sentence behind the cue and all that is said names."""
        words = self.syntax.words
        ends = [words.within(c)[1] - 1 for c in saying.contents]
        last = max(words.sentence_of(w) for w in (saying.cue.last, *ends))
        return words.sentence_of(self.mentions[mention].first) > last

    def _claims(self, mention: int, saying: Saying) -> bool:
        """True of Glas in "she confirmed a report by Glas that P": it passes on nothing of hers."""
        lower, first = self.syntax.lower, self.mentions[mention].first
        by = first - 1 - (lower[first - 1] == "the")
        owned = lower[by] == "by" and singular(self.syntax.texts[by - 1]) in REPORT
        return owned and saying.cue.last < by - 1

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

    def _received(self, mention: int) -> bool:
        """True for whom a letter was "sent to"."""
        lower, first = self.syntax.lower, self.mentions[mention].first
        to = first - 1 - (lower[first - 1] == "the")
        verb = self.syntax.heads[self.mentions[mention].head]
        return lower[to] == "to" and lower[verb] in _SENT

    def _told_its_staff(self, body: int, saying: Saying) -> bool:
        """True for the body of "told the group's researchers"."""
        near = self.syntax.lower[saying.cue.last + 1 : self.mentions[body].last + 4]
        return not STAFF.isdisjoint(near)

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

    def _speaks_elsewhere(self, mention: int, saying: Saying) -> bool:
        """True for the source of a saying beside this one, with another content."""
        quoted_on = self.cites(saying) or self.hears(saying)
        others = [s for s in self.sayings if s.source == mention and s is not saying
                  and not (quoted_on and self._adds(s, saying))]  # fmt: skip
        if quoted_on and self.syntax.lower[saying.cue.first - 1] in ("and", "but"):
            return False  # "X called it a lie and cited officials as saying"
        near = self.syntax.lower[max(0, saying.cue.first - _CITED_NEAR) : saying.cue.first]
        if self.syntax.lower[saying.cue.first] in SHOWS and "citing" in near:
            return False  # "X reported it, citing a file showing that"
        return any(
            (self.cites(other) and not (quoted_on and other.cue.first < saying.cue.first))
            or not any(c.meets(d) for c in other.contents for d in saying.contents)
            for other in others
        )

    def _adds(self, other: Saying, saying: Saying) -> bool:
        """True of the second cue of "X quoted Y as saying P but said Q"."""
        joined = self.syntax.lower[other.cue.first - 1] in ("but", "and")
        return joined and other.cue.first > saying.cue.last

    def hears(self, saying: Saying) -> bool:
        """True of "was told by", "which heard it from": whoever was told passes it on."""
        cue = range(saying.cue.first, saying.cue.last + 1)
        told = any(self.syntax.lower[w : w + 2] in _TOLD_BY for w in cue)
        return told or any(hears_from(self.syntax, w) is not None for w in cue)

    def cites(self, saying: Saying) -> bool:
        cue = self.syntax.lower[saying.cue.first : saying.cue.last + 1]
        return not CITE.isdisjoint(cue)

    def denies(self, saying: Saying) -> bool:
        """True of a cue of denying: what is denied is another's claim, and who made it no relay."""
        cue = self.syntax.lower[saying.cue.first : saying.cue.last + 1]
        return any(w.startswith(_DENIALS) for w in cue)
