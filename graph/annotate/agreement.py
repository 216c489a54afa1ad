"""Whether kind, number, gender and place let a mention mean what an earlier one does.

two mentions, the clusters so far  →  True if a link may be scored
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from graph.annotate.given import pronoun_for
from graph.annotate.likeness import HERS, HIS, kinds_agree
from graph.annotate.mentions import Found, called
from graph.annotate.nouns import singular
from graph.annotate.numbers import WORTH
from graph.annotate.speech import Voices
from graph.annotate.syntax import Syntax
from graph.types import Kind

_THINGS: frozenset[Kind] = frozenset(("organisation", "unit", "outlet", "place", "document"))
_MANY: frozenset[Kind] = frozenset(("group", "organisation", "unit", "outlet", "document"))
_OTHER = dict.fromkeys(("he", "him", "his", "himself"), "she") | dict.fromkeys(
    ("she", "her", "hers", "herself"), "he"
)
"""For a pronoun, the gender its antecedent must not have."""
_WORTH = {**WORTH, "dozen": 12.0}
_OWNS = (["'s"], ["’s"])
_OF_THE_STATE = frozenset(
    "ministry office navy police government court council department service parliament "
    "authority embassy secretariat kremlin pentagon".split()
)
"""Words in the names of bodies that nobody calls a group."""
_FEATURES = frozenset(
    "strait river sea lake valley mountain hill border road highway bridge coast gulf bay desert "
    "forest canal airport airfield harbour harbor market hospital school mosque church".split()
)
"""What no town is."""
_RANKS = frozenset(
    "general colonel captain major lieutenant sergeant corporal admiral senator governor mayor "
    "president ambassador judge bishop sheikh".split()
)
"""Of which hardly anybody has two."""
_KIN = frozenset(
    "uncle aunt wife husband brother sister mother father son daughter cousin nephew niece "
    "grandmother grandfather grandson granddaughter neighbour neighbor friend colleague lawyer "
    "boss commander driver widow widower fiance fiancee girlfriend boyfriend partner assistant "
    "aide adviser deputy predecessor successor counterpart rival".split()
)
"""Who is somebody's."""
_TELLING = frozenset(("ADJ", "NOUN", "PROPN", "NUM"))
_TELL_NOTHING = frozenset("same other former latter first second own said old young".split())


@dataclass(slots=True)
class Cluster:
    """Mentions, by index, that name one thing."""

    kind: Kind
    mentions: list[int] = field(default_factory=list)
    names: list[tuple[str, ...]] = field(default_factory=list)
    """Words of its names, in lower case, without determiners and titles."""
    corrected: bool = False
    """True if `kind` is surer than what the mentions say."""
    canonical: str = ""
    """Of an outlet of the list: its name there."""


class Agreement:
    """Questions about two mentions of one text, given the clusters that they are in so far."""

    def __init__(
        self, syntax: Syntax, mentions: Sequence[Found], voices: Voices,
        clusters: Sequence[Cluster], cluster: Sequence[int],
    ) -> None:  # fmt: skip
        """cluster: of each mention, by index; both grow while mentions are joined."""
        self.syntax = syntax
        self.mentions = mentions
        self._voices = voices
        self._clusters = clusters
        self._cluster = cluster
        self._genders: dict[tuple[int, int], str | None] = {}

    def may_be(self, i: int, j: int) -> bool:
        """True if kind and number let mention i mean what mention j does."""
        fits = self._pronoun_fits if self.mentions[i].form == "pronoun" else self._noun_fits
        return fits(i, j) and not self._nested(i, j) and not self._act_on(i, j)

    def speaks(self, i: int) -> bool:
        """True of a mention that is the source of what is said."""
        return i in self._voices.sources

    def _act_on(self, i: int, j: int) -> bool:
        """True if one is the subject and the other an object, or the agent, of one verb."""
        a, b = self.mentions[i].head, self.mentions[j].head
        heads, deprels = self.syntax.heads, self.syntax.deprels
        if heads[a] != heads[b] or self.syntax.lower[a].endswith(("self", "selves")):
            return False
        parts = {deprels[a].split(":")[0], deprels[b].split(":")[0]}
        agent = "obl:agent" in (deprels[a], deprels[b])
        return "nsubj" in parts and bool(parts & {"obj", "iobj"} or agent)

    def _noun_fits(self, i: int, j: int) -> bool:
        later, earlier = self.mentions[i], self.mentions[j]
        if later.plural != earlier.plural:
            return False
        body = self.syntax.is_the_group(later.first, later.last)
        kind = "organisation" if body else later.kind
        cluster = self._clusters[self._cluster[j]]
        if not kinds_agree(kind, cluster.kind):
            return False
        if body and any(not _OF_THE_STATE.isdisjoint(name) for name in cluster.names):
            return False
        same = self._same_noun(i, j)
        feature = self._nouns[i] in _FEATURES
        if feature and not same and not any(self._nouns[i] in name for name in cluster.names):
            return False
        if later.kind != "person":
            if earlier.form != "name" and not same:
                return False
            if same and not self._modifiers(i) <= self._modifiers(j):
                return False
        if later.form == "nominal" and not same and (self._of_an_outlet(i) or self._kin(i)):
            return False
        if later.form == "nominal" and later.kind == "person" and self._of_another_rank(i, j):
            return False
        return not self._owner(i, j) and not self._speaks_of(j, i)

    def _pronoun_fits(self, i: int, j: int) -> bool:
        later, earlier = self.mentions[i], self._clusters[self._cluster[j]]
        word = self.syntax.lower[later.head]
        if word in ("who", "whom", "whose"):
            return False
        if later.kind == "person" != earlier.kind:
            return False
        if self._cluster[j] in {self._cluster[k] for k in self._voices.quoted_by.get(i, ())}:
            return False  # who speaks of himself says "I"
        if self._cluster[j] in self._named_by(i):
            return False  # and not his own name
        if later.kind == "person":
            return self.gender(self._cluster[j]) != _OTHER.get(word)
        if word.startswith("th"):
            many = earlier.kind in _MANY or self.mentions[j].plural
            return many and not self._too_few(i, j)
        if word.startswith("it"):
            mute = earlier.kind == "place" and not earlier.names and i in self._voices.sources
            many = self.mentions[j].plural and self.mentions[j].form == "nominal"
            return earlier.kind in _THINGS and not mute and not many
        return False

    def _named_by(self, i: int) -> set[int]:
        """The clusters of whom the words that mention i says, in quotation marks, name."""
        if i not in self._voices.sources:
            return set()
        quoted = self._voices.quoted_by
        return {self._cluster[k] for k in self._names if i in quoted.get(k, ())}

    def _too_few(self, i: int, j: int) -> bool:
        """True of "two judges" where "a dozen of them" are spoken of."""
        of = self.mentions[i].first - 1
        if self.syntax.lower[of : of + 1] != ["of"]:
            return False
        part = _number(self.syntax.lower[of - 1 : of])
        return 0 < _number(self.syntax.lower[self.mentions[j].first : self.mentions[j].head]) < part

    def _same_noun(self, i: int, j: int) -> bool:
        return self._nouns[i] == self._nouns[j]

    @cached_property
    def _names(self) -> list[int]:
        return [k for k, m in enumerate(self.mentions) if m.form == "name"]

    @cached_property
    def _nouns(self) -> list[str]:
        """The head of each mention, in the singular."""
        return [singular(self.syntax.texts[m.head]) for m in self.mentions]

    def _of_an_outlet(self, i: int) -> bool:
        """True for "the channel's author": nobody who was named apart from the channel."""
        return self._belongs[i]

    @cached_property
    def _belongs(self) -> list[bool]:
        """Of each mention whether an outlet that owns what follows stands in it."""
        owning = [
            m.last
            for m in self.mentions
            if m.kind == "outlet" and self.syntax.lower[m.last + 1 : m.last + 2] in _OWNS
        ]
        return [any(m.first <= end < m.head for end in owning) for m in self.mentions]

    def gender(self, at: int) -> str | None:
        """What pronouns, titles and nouns say of a person: "she", "Mr", "the widow"."""
        key = at, len(self._clusters[at].mentions)  # which only grow
        if key not in self._genders:
            self._genders[key] = self._gender(at)
        return self._genders[key]

    def _gender(self, at: int) -> str | None:
        for k in self._clusters[at].mentions:
            m = self.mentions[k]
            told = m.form != "name" or m.head < m.first  # Ada King is no king
            telling = {self.syntax.lower[m.head]} if told else set()
            if m.form == "name" and m.first > 0:
                telling.add(self.syntax.lower[m.first - 1])
            if telling & (HIS | HERS):
                return "he" if telling & HIS else "she"
        names = [self.mentions[k] for k in self._clusters[at].mentions]
        spans = [self.syntax.words.span(m.first, m.last) for m in names if m.form == "name"]
        said = (pronoun_for(s.of(self.syntax.words.text)) for s in spans)
        return next((p for p in said if p), None)

    def _of_another_rank(self, i: int, j: int) -> bool:
        """True of "the colonel" where the earlier is called Senator, and nothing else."""
        mine = self._nouns[i]
        if mine not in _RANKS:
            return False
        known = (self.mentions[k] for k in self._clusters[self._cluster[j]].mentions)
        ranks = {w for m in known for w in called(self.syntax.lower, m)} & _RANKS
        return bool(ranks) and mine not in ranks

    def _kin(self, i: int) -> bool:
        """True of "his uncle": somebody new, unless "his uncle" was spoken of before."""
        return self.syntax.lower[self.mentions[i].head] in _KIN and (
            self.syntax.upos[self.mentions[i].first] == "PRON"
        )

    def _owner(self, i: int, j: int) -> bool:
        """True if the later is "his commander", and the earlier stands in the same sentence."""
        first = self.mentions[i].first
        possessive = self.mentions[i].form == "nominal" and self.syntax.upos[first] == "PRON"
        return possessive and self._sentence(i) == self._sentence(j)

    def _modifiers(self, i: int) -> set[str]:
        """What tells a description from others with its noun: "interior", of the ministry."""
        return self._all_modifiers[i]

    @cached_property
    def _all_modifiers(self) -> list[set[str]]:
        upos, lower = self.syntax.upos, self.syntax.lower
        return [
            {lower[w] for w in range(m.first, m.head) if upos[w] in _TELLING} - _TELL_NOTHING
            for m in self.mentions
        ]

    def _speaks_of(self, j: int, i: int) -> bool:
        """True if j says, in one sentence, the words with i: nobody calls himself "the bishop"."""
        tellers = {self._cluster[k] for k in self._voices.told_by.get(i, ())
                   if self._sentence(k) == self._sentence(i)}  # fmt: skip
        return self._cluster[j] in tellers

    def _nested(self, i: int, j: int) -> bool:
        a, b = self.mentions[i], self.mentions[j]
        if a.first == b.last + 2 and self.syntax.lower[b.last + 1] == "of":
            return True  # "two of his cellmates"
        return (a.first <= b.first and b.last <= a.last) or (
            b.first <= a.first and a.last <= b.last
        )

    def _sentence(self, i: int) -> int:
        return self.syntax.words.sentence_of(self.mentions[i].first)


def _number(words: Sequence[str]) -> float:
    """The first number among words; 0 if there is none."""
    return next((_WORTH[word] for word in words if word in _WORTH), 0.0)
