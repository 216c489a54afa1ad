"""Which of the things known so far a name is another name of, by rules that can be told in a word.

a name, the clusters  →  its cluster, if it has one

Never two people because of one surname where their title or their gender tells them apart.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from graph.annotate.agreement import Agreement, Cluster
from graph.annotate.aliases import name_given
from graph.annotate.likeness import key, kinds_agree, short_for
from graph.annotate.mentions import TITLES, Found, behind_titles
from graph.annotate.nouns import KIN, singular
from graph.annotate.papers import PUBLISHER
from graph.annotate.syntax import Syntax
from graph.types import Kind

Key = tuple[str, ...]
"""The words of a name that tell."""
_NOT_WHO = [[word] for word in "in at near to from around of the outside into".split()]
"""Before a lone name, what tells that it is nobody's."""
_ALSO = ([",", "or"], [",", "known", "as"], ["known", "as"], ["("], ["(", "or"],
         [",", "also", "known", "as"], [",", "better", "known", "as"])  # fmt: skip
_OWN = frozenset(("his", "her", "their", "'s", "’s"))
_INTRODUCED = 5
"""Words before a name that tell whose mother or brother is introduced."""
_BODIES = ("organisation", "unit", "group")
_MEN = ("person", "organisation")
"""What an alias is read as: the tagger takes many for bodies."""
_EDITIONS = frozenset(("sunday", "saturday", "weekend"))
"""What the weekend's issue of a daily is called."""
_ADDRESS = {"ms": "she", "mrs": "she", "miss": "she", "mr": "he"}


def _letters(words: Key) -> str:
    return "".join(c for word in words for c in word if c.isalnum())


class SameNames:
    """Questions about the names of one text, while its clusters are being made."""

    def __init__(
        self,
        syntax: Syntax,
        mentions: Sequence[Found],
        clusters: Sequence[Cluster],
        agreement: Agreement,
    ) -> None:
        self.syntax = syntax
        self.mentions = mentions
        self.clusters = clusters
        self._agreement = agreement

    def find(self, i: int, words: Key, canonical: str) -> int | None:
        """The cluster that a name belongs to; None if it names something new.

        i: its mention. words: its key. canonical: the outlet's listed name, empty if it has none.
        """
        kind = self.mentions[i].kind
        fits = []
        for c, cluster in enumerate(self.clusters):
            if not kinds_agree(kind, cluster.kind) and not (
                c == PUBLISHER and words in cluster.names
            ):
                continue
            own = c == PUBLISHER and (self._own_programme(i) or self._own_short(kind, words))
            if canonical and cluster.canonical and not own:
                if canonical == cluster.canonical:
                    return c
                continue
            if own or (words in cluster.names and not self._addresses_another(i, c)):
                return c
            if any(short_for(words, name, kind) for name in cluster.names):
                fits.append(c)
        fits = self._of_gender(i, fits)
        if not fits and self._is_surname(i, words):
            fits = [c for c, cluster in enumerate(self.clusters) if cluster.kind == "person"
                    and any(short_for(words, n, "person") for n in cluster.names)]  # fmt: skip
        somebody = kind == "person" or (self._is_surname(i, words) and self._agreement.speaks(i))
        if not fits and somebody and len(words) == 1:
            fits = self._of_first_name(words[0])
        if not fits:
            return None
        fits = self._spoken_of_first(fits, words)
        before = [c for c in fits if any(j < i for j in self.clusters[c].mentions)]
        near = [c for c in fits if self._share_title(i, c)] or before or fits
        return max(near, key=lambda c: max((j for j in self.clusters[c].mentions if j < i),
                                           default=-1))  # fmt: skip

    def aliases(self, named: Sequence[int], words: Mapping[int, Key]) -> dict[Key, int]:
        """The keys of names that a text gives for another, each with the mention of that.

        "The Group for the Support of the Valley (GSV)", "the Free Army, known as the Lions",
        "Ada Quill, alias Raven".
        """
        found = self._called(named, words)
        for j, i in pairwise(named):
            one, other = self.mentions[j], self.mentions[i]
            between = [w for w in self.syntax.lower[one.last + 1 : other.first] if w != "the"]
            bodies = one.kind in _BODIES and other.kind in (*_BODIES, "outlet")
            short = len(words[i]) < len(words[j]) and self.syntax.texts[other.first][:1].isupper()
            closed = self.syntax.texts[other.last + 1 : other.last + 2] in ([")"], [","], ["."])
            if between in _ALSO and bodies and short and closed:
                found[words[i]] = j
        return found

    def _called(self, named: Sequence[int], words: Mapping[int, Key]) -> dict[Key, int]:
        """What people are called as well: "Ada Quill, alias Raven", "Ada Quill (Raven)"."""
        known = set(words.values())
        found = {}
        for j in named:
            m = self.mentions[j]
            given = name_given(self.syntax, m.last + 1) if m.kind == "person" else None
            if given is None:
                continue
            first = behind_titles(self.syntax.lower, given[0], ())
            name = key(self.syntax.texts[first : given[1] + 1], "person")
            if name in known and name != words[j] and self._may_be_a_man(first):
                found[name] = j
        return found

    def may_be_called_so(self, i: int, bearer: int) -> bool:
        """True unless a name is of a thing that a man is not: the town Velin, and Reed "Velin"."""
        person = self.mentions[bearer].kind == "person"
        return not person or self.mentions[i].kind in _MEN

    def _may_be_a_man(self, word: int) -> bool:
        """True unless a place, an outlet or a unit is named at a word."""
        at = (m for m in self.mentions if m.first <= word <= m.last and m.form == "name")
        return all(m.kind in _MEN for m in at)

    def _spoken_of_first(self, fits: list[int], words: Key) -> list[int]:
        """Of the Ruizes whom a bare surname may mean, those who are nobody's mother or brother.

        "Marco Ruiz was charged. His mother, Teresa Ruiz, …. Ruiz told detectives": Marco.
        """
        if len(fits) < 2 or len(words) > 1:
            return fits
        return [c for c in fits if not self._is_relative(c)] or fits

    def _is_relative(self, at: int) -> bool:
        """True of who is introduced as somebody's: "his mother, Teresa Ruiz"."""
        lower = self.syntax.lower
        full = (self.mentions[k] for k in self.clusters[at].mentions)
        for m in full:
            before = lower[max(0, m.first - _INTRODUCED) : m.first]
            kin = [w for w, word in enumerate(before) if singular(word) in KIN]
            if m.last > m.first and kin and not _OWN.isdisjoint(before[: kin[-1]]):
                return not {".", "and"} & set(before[kin[-1] :])
        return False

    def _of_first_name(self, word: str) -> list[int]:
        """The only one of that first name: "Haftom Werede", who is "Haftom" from then on."""
        found = [c for c, cluster in enumerate(self.clusters) if cluster.kind == "person"
                 and any(len(n) > 1 and n[0] == word for n in cluster.names)]  # fmt: skip
        return found if len(found) == 1 else []

    def _is_surname(self, i: int, words: Key) -> bool:
        """True of a lone name that may be somebody's, whatever else it was taken for."""
        before = self.syntax.lower[max(0, self.mentions[i].first - 1) : self.mentions[i].first]
        return len(words) < 3 and self.mentions[i].kind != "person" and before[:1] not in _NOT_WHO

    def _of_gender(self, i: int, fits: list[int]) -> list[int]:
        """Of the people whom "Ms Mbuyi" may be those who are not known for men, if there are."""
        asked = self._addressed(i)
        if not fits or not asked:
            return fits
        sure = [c for c in fits if self._agreement.gender(c) == asked]
        if len(fits) == 1 and not sure:
            return [c for c in fits if self._agreement.gender(c) is None]
        return sure or [c for c in fits if not self._addresses_another(i, c)]

    def _addresses_another(self, i: int, at: int) -> bool:
        """True of "Ms Mbuyi" and a Mbuyi who is "he"."""
        asked, gender = self._addressed(i), self._agreement.gender(at)
        return bool(asked and gender) and asked != gender

    def _addressed(self, i: int) -> str:
        """The pronoun of who is called Mr or Ms; empty if a name stands alone."""
        return _ADDRESS.get(self.syntax.lower[max(0, self.mentions[i].first - 1)].rstrip("."), "")

    def _own_programme(self, i: int) -> bool:
        """True for "BBC Radio 4" where the BBC publishes."""
        first = self.syntax.texts[self.mentions[i].first]
        named = self.clusters[PUBLISHER].names
        return len(first) > 2 and first.isupper() and any(n[:1] == (first.lower(),) for n in named)

    def _own_short(self, kind: Kind, words: Key) -> bool:
        """True for "the Nation" and "the Sunday Nation" where the Daily Nation publishes.

        And for "PMNEWS", where P.M. News does.
        """
        named = self.clusters[PUBLISHER].names
        bare = words[1:] if words and words[0] in _EDITIONS else words
        alike = (n[-len(bare) :] == bare or _letters(n) == _letters(bare) for n in named if bare)
        return kind == "outlet" and any(alike)

    def _share_title(self, i: int, at: int) -> bool:
        """True for "Colonel Osvald" and an earlier "Colonel Bera Osvald"."""
        mine = self._titles(i)
        return bool(mine) and any(mine & self._titles(j) for j in self.clusters[at].mentions)

    def _titles(self, i: int) -> set[str]:
        first = self.mentions[i].first
        return set(self.syntax.lower[max(0, first - 2) : first]) & TITLES
