"""Whom a description means, as its words tell: "the general", "the driver", "the rebel leader".

a description, the clusters so far  →  a cluster; whether it may be of whoever spoke before
"""

from __future__ import annotations

from collections.abc import Sequence

from graph.annotate.agreement import Cluster
from graph.annotate.mentions import TITLES, Found, called
from graph.annotate.nouns import kind_of, singular
from graph.annotate.papers import PUBLISHER
from graph.annotate.speech import Voices
from graph.annotate.syntax import Syntax

_ANYBODY = frozenset(
    "man woman leader politician lawmaker activist campaigner survivor witness father mother "
    "widow widower veteran prisoner detainee fighter rebel guerrilla warlord diplomat official "
    "resident farmer teacher student refugee migrant author expert analyst researcher scholar old "
    "source boy girl grandmother grandfather parent".split()
)
"""What somebody who spoke may be called, beside an office that is his alone."""
_TITLE, _RECENT = 3, 2
"""Words before a name among which its office stands; and sentences over which two are told of."""
_TRIED = frozenset("witness defendant accused suspect prisoner detainee victim".split())
_COURT = frozenset(
    "lawyer counsel prosecutor judge barrister attorney magistrate solicitor".split()
)
"""Who is heard in court, and who hears them there."""
_ARMED = [["the", w] for w in ("rebels", "militants", "guerrillas", "insurgents", "jihadists")]
_REGULAR = frozenset(
    "army armed police navy force forces corps guard ministry brigade battalion regiment division "
    "air military defence defense intelligence security fleet company squadron mission".split()
)
"""Words in the names of forces that nobody calls rebels."""
_OTHERS = frozenset("other another second third fourth fifth latter 's ’s".split())
"""Words of who is told apart from whoever spoke before, or is only his."""
_GENERALS = frozenset("attorney secretary solicitor consul inspector governor prosecutor".split())
"""Whose general is no officer."""


class Described:
    """Questions about the descriptions of one text, given the clusters that are there so far."""

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

    def meant(self, i: int, options: Sequence[int]) -> int | None:
        """For "the general" the person named last with that title, or one of the generals."""
        head = self.mentions[i].head
        noun = self.syntax.lower[head]
        if self.mentions[i].form != "nominal" or self.mentions[i].kind != "person":
            return None
        if self.syntax.lower[head - 1] in _GENERALS and noun == "general":
            return None
        if (only := self._only_one_called(i, noun)) is not None:
            return only
        if (same := self._of_same_office(i, options)) is not None:
            return same
        if self._speaks_again(i) and (speaker := self._role_of_speaker(i, noun)) is not None:
            return speaker
        for j in reversed(options):
            m = self.mentions[j]
            if m.form == "name" and noun in self.syntax.lower[max(0, m.first - 3) : m.first]:
                return self._cluster[j]
            if self.syntax.lower[m.head] == "one" and noun in {
                singular(w) for w in self.syntax.lower[m.head + 1 : m.last + 1]
            }:
                return self._cluster[j]
        return None

    def plainly(self, i: int) -> int | None:
        """Whom the words alone tell: the former of two, the ministry that spoke, the rebels."""
        for tell in (self._of_two, self._body_that_spoke, self._armed, self._holds,
                     self._same_words):  # fmt: skip
            if (found := tell(i)) is not None:
                return found
        return None

    def of_another(self, i: int, cluster: int) -> bool:
        """True of "Israel's minister" where the one before is "the foreign minister" of his own.

        And of "the witness" where the one before is a lawyer.
        cluster: of somebody who was called by the same noun, of no country or another one.
        """
        m = self.mentions[i]
        if m.form == "nominal" and self.syntax.lower[m.head] in _TRIED:
            words = (called(self.syntax.lower, self.mentions[k])
                     for k in self._clusters[cluster].mentions if k < i)  # fmt: skip
            return any(not _COURT.isdisjoint(one) for one in words)
        mine = self._countries(m)
        if m.form != "nominal" or m.kind != "person" or not mine:
            return False
        noun = self.syntax.lower[m.head]
        known = [self.mentions[k] for k in self._clusters[cluster].mentions if k < i]
        alike = [k for k in known if noun in called(self.syntax.lower, k)]
        return bool(alike) and all(mine.isdisjoint(self._countries(k)) for k in alike)

    def _countries(self, m: Found) -> set[str]:
        """Capitalised words before the head of a description, or before a name with its office."""
        first = max(0, m.first - _TITLE) if m.form == "name" else m.first
        words = range(first, m.first if m.form == "name" else m.head)
        return {
            self.syntax.lower[w]
            for w in words
            if self.syntax.texts[w][:1].isupper() and self.syntax.upos[w] in ("PROPN", "ADJ")
            and (not self._opens_sentence(w) or self.syntax.upos[w] == "PROPN" or w + 1 in words)
            and self.syntax.lower[w] not in TITLES
        }  # fmt: skip

    def _opens_sentence(self, word: int) -> bool:
        return self.syntax.words.sentence_at(word)[0] == word

    def _of_two(self, i: int) -> int | None:
        """Whom "the former" or "the latter" means, of two that the sentence before names."""
        m = self.mentions[i]
        words = self.syntax.lower[m.first : m.last + 1]
        if words not in (["the", "former"], ["the", "latter"]):
            return None
        here = self.syntax.words.sentence_of(m.first)
        before = [
            self._cluster[k]
            for k, n in enumerate(self.mentions[:i])
            if n.form == "name" and n.kind in ("person", "outlet", "organisation", "unit")
            and here - self.syntax.words.sentence_of(n.first) <= _RECENT and self._cluster[k] >= 0
        ]  # fmt: skip
        two = list(dict.fromkeys(before))[-2:]
        return None if len(two) < len(("former", "latter")) else two[words[1] == "latter"]

    def _holds(self, i: int) -> int | None:
        """Who holds "the GOC", after "Tom Reed, the General Officer Commanding (GOC)"."""
        m = self.mentions[i]
        post = self.syntax.texts[m.head]
        alone = self.syntax.lower[min(m.first, m.head - 1) : m.head] == ["the"]
        if not (alone and post.isupper() and kind_of(post) == "person"):
            return None
        for w in range(m.first - 1, -1, -1):
            if self.syntax.texts[w] == post:
                here = self.syntax.words.sentence_of(w)
                named = [k for k, n in enumerate(self.mentions[:i])
                         if n.form == "name" and n.kind == "person" and self._cluster[k] >= 0
                         and self.syntax.words.sentence_of(n.first) == here]  # fmt: skip
                if named:
                    return self._cluster[min(named, key=lambda k: abs(self.mentions[k].first - w))]
        return None

    def _body_that_spoke(self, i: int) -> int | None:
        """Of "the ministry" that speaks the one that spoke last, of those that are called so."""
        m = self.mentions[i]
        words = self.syntax.lower[m.first : m.head + 1]
        bodies = ("organisation", "unit")
        if m.kind not in bodies or len(words) != len(("the", "ministry")) or words[0] != "the":
            return None
        if i not in self._voices.sources or i in self._voices.told_by:
            return None
        for j in range(i - 1, -1, -1):
            c = self._cluster[j]
            if c <= PUBLISHER or not self._voices.outright(j):
                continue
            said = (self.mentions[k] for k in self._clusters[c].mentions if k < i)
            if any(words[1] in self.syntax.lower[n.first : n.last + 1] for n in said):
                return c
        return None

    def _armed(self, i: int) -> int | None:
        """The armed group that "the rebels" are: the only one that was named before."""
        m = self.mentions[i]
        if self.syntax.lower[m.first : m.last + 1] not in _ARMED:
            return None
        found = {
            self._cluster[j]
            for j, n in enumerate(self.mentions[:i])
            if n.form == "name" and self._cluster[j] > PUBLISHER and self._is_armed(n)
        }
        return found.pop() if len(found) == 1 else None

    def _is_armed(self, m: Found) -> bool:
        """True of a name of an armed group, and of no army or police."""
        words = set(self.syntax.lower[m.first : m.last + 1])
        behind = self.syntax.lower[m.last + 1 : m.last + 2]
        if m.kind not in ("unit", "organisation", "group") or words & _REGULAR:
            return False
        return m.kind == "unit" or behind in ([w] for _, w in _ARMED)

    def _same_words(self, i: int) -> int | None:
        """Who was described in the same two words or more before: "the rights group"."""
        m = self.mentions[i]
        words = self.syntax.lower[m.first + 1 : m.last + 1]
        too_few = len(words) < len(("rights", "group"))
        if m.kind == "person" or self.syntax.lower[m.first] != "the" or too_few:
            return None
        alike = (j for j in range(i - 1, -1, -1)
                 if self.mentions[j].form == "nominal" and self._is_called(j, words))  # fmt: skip
        at = next(alike, None)
        return None if at is None or self._cluster[at] < 0 else self._cluster[at]

    def goes_on(self, i: int) -> bool:
        """True of one who may be whoever spoke before: "she", "the rebel leader"."""
        return self._speaks_again(i) and self._is_anybody(i)

    def _speaks_again(self, i: int) -> bool:
        """True of one who speaks and may have spoken before: "she", "the spokesman"."""
        m = self.mentions[i]
        words = self.syntax.lower[m.first : m.head + 1]
        known = words[0] == "the" and _OTHERS.isdisjoint(words) and i not in self._voices.told_by
        body = self.syntax.is_the_group(m.first, m.last)
        somebody = m.form == "nominal" and (m.kind == "person" or body) and known
        speaks = i in self._voices.sources or self._speaks_soon(i)
        return speaks and (m.form == "pronoun" or somebody)

    def _speaks_soon(self, i: int) -> bool:
        """True of the first pronoun in "Though he gave no details, he warned them"."""
        word = self.mentions[i].head
        _, end = self.syntax.words.sentence_at(word)
        return self.syntax.deprels[word].startswith("nsubj") and any(
            m.form == "pronoun" and word < m.head < end
            and self.syntax.lower[m.head] == self.syntax.lower[word] and k in self._voices.sources
            for k, m in enumerate(self.mentions)
        )  # fmt: skip

    def _is_anybody(self, i: int) -> bool:
        """True of what may be said of whoever spoke, whatever his office: "the rebel leader"."""
        m = self.mentions[i]
        return m.form == "pronoun" or m.kind != "person" or self.syntax.lower[m.head] in _ANYBODY

    def _only_one_called(self, i: int, noun: str) -> int | None:
        """The only person who was called by that noun before, of "the driver"."""
        m = self.mentions[i]
        said = i in self._voices.told_by
        if self.syntax.lower[m.first : m.head] != ["the"] or said or noun in _ANYBODY:
            return None
        found = {
            self._cluster[k]
            for k, n in enumerate(self.mentions[:i])
            if self._cluster[k] not in (-1, PUBLISHER)
            and self._clusters[self._cluster[k]].kind == "person"
            and noun in called(self.syntax.lower, n)
        }
        return found.pop() if len(found) == 1 else None

    def _of_same_office(self, i: int, options: Sequence[int]) -> int | None:
        """Who was called so last, of "the defence minister", where there are other ministers."""
        m = self.mentions[i]
        words = self.syntax.lower[m.first + 1 : m.last + 1]
        office = self.syntax.lower[m.first] == "the" and m.last == m.head
        if not office or len(words) < len(("defence", "minister")) or words[-1] in _ANYBODY:
            return None
        return next(
            (self._cluster[j] for j in reversed(options) if self._is_called(j, words)), None
        )

    def _is_called(self, j: int, words: list[str]) -> bool:
        """True of who is described in these words, or has them before the name as an office."""
        n = self.mentions[j]
        start = n.first + (self.syntax.upos[n.first] == "DET")
        before = self.syntax.lower[max(0, n.first - len(words)) : n.first]
        said = self.syntax.lower[start : n.head + 1] if n.form == "nominal" else before
        return n.form != "pronoun" and said == words

    def _role_of_speaker(self, i: int, noun: str) -> int | None:
        """Who spoke last, if anything in the text has called him by that noun."""
        for j in range(i - 1, -1, -1):
            if not self._voices.outright(j) or self._cluster[j] in (-1, PUBLISHER):
                continue
            cluster = self._clusters[self._cluster[j]]
            before = (self.mentions[k] for k in cluster.mentions if k < i)
            known = any(noun in called(self.syntax.lower, m) for m in before)
            return self._cluster[j] if known and cluster.kind == "person" else None
        return None
