"""Mentions of one text → which of them name one thing.

Names are joined by rules that can be told in a word; pronouns and descriptions by the model's pair
scores, among antecedents that agree in kind and number. Never two people because of one surname.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from graph.annotate.agreement import Agreement, Cluster
from graph.annotate.appositions import Appositions
from graph.annotate.bound import Bound
from graph.annotate.decode import Floats
from graph.annotate.described import Described
from graph.annotate.introductions import Introductions
from graph.annotate.likeness import key
from graph.annotate.mentions import FIRST_PERSON, Found
from graph.annotate.model import Model
from graph.annotate.pairs import Candidate, pair_traits
from graph.annotate.papers import PUBLISHER, Papers
from graph.annotate.reading import Reading
from graph.annotate.salience import Salience
from graph.annotate.same_names import Key, SameNames
from graph.annotate.speech import Voices
from graph.annotate.syntax import Syntax
from graph.annotate.words import split_words
from graph.outlets import outlets
from graph.types import Kind

BACK = 60
"""Mentions that are looked back at."""
PRONOUN_FLOOR, NOMINAL_FLOOR = -1.0, -0.5
"""Least score of a link; 0 is as likely as having no antecedent."""
NEAR = 2
"""Sentences that a pronoun looks back over before it looks further."""
NAMED_BONUS, KNOWN_BONUS = 0.4, 3.0
"""Added for an antecedent with a name: it is the named who go on being talked of; and for one who
is known to be a man, if "he" is asked for."""

_ASKS = frozenset("asked asks urged demanded questioned pressed wondered".split())
_INDEFINITE = frozenset("a an another some one two three four five several many few other".split())
_NOMINATIVE = {"he": "he", "him": "he", "his": "he", "she": "she", "her": "she", "hers": "she"}


class Coreference:
    """Clusters of the mentions of one text; `cluster[i]` is that of mention i."""

    def __init__(
        self,
        model: Model,
        syntax: Syntax,
        mentions: Sequence[Found],
        publisher: str,
        voices: Voices,
    ) -> None:
        """Join the mentions."""
        self.syntax = syntax
        self.mentions = mentions
        self.clusters: list[Cluster] = []
        self.cluster = [-1] * len(mentions)
        self._model = model
        self._voices = voices
        self._paired = model.paired(_vectors(syntax.reading, mentions))
        self._agreement = Agreement(syntax, mentions, voices, self.clusters, self.cluster)
        self._same_names = SameNames(syntax, mentions, self.clusters, self._agreement)
        self._papers = Papers(syntax, mentions, self.clusters, self.cluster, voices.sources)
        self._candidates = [_candidate(syntax, m) for m in mentions]
        self._described = Described(syntax, mentions, voices, self.clusters, self.cluster)
        self._bound = Bound(syntax, mentions, self.clusters, self.cluster)
        self._salience = Salience(syntax, mentions, voices, self.cluster)
        self.publisher = self._publisher(publisher)
        self._join_names()
        self._join_appositions()
        self._join_introduced()
        quoted = [m.form == "pronoun" and i in voices.quoted_by for i, m in enumerate(mentions)]
        for later in (False, True):  # pronouns in quotations once it is known who speaks there
            for i, mention in enumerate(mentions):
                if self.cluster[i] < 0 and quoted[i] == later:
                    self._place(i, mention)
        for i, mention in enumerate(mentions):
            if self.cluster[i] < 0:
                speaker = self.cluster[voices.speakers[i]] if i in voices.speakers else -1
                self._join(i, speaker if speaker >= 0 else self._new(mention.kind))

    # Names -------------------------------------------------------------------------------------

    def _publisher(self, name: str) -> int:
        found = outlets().find(name)
        self.clusters.append(
            Cluster(
                "outlet",
                names=[key(split_words(name).all(), "outlet")] if name else [],
                canonical=found.name if found else "",
            )
        )
        return PUBLISHER

    def _join_names(self) -> None:
        """Longer names first, so that a surname finds its full name even when it comes before."""
        named = [i for i, m in enumerate(self.mentions) if m.form == "name"]
        words = {i: key(self._words(i), self.mentions[i].kind) for i in named}
        aliases = self._same_names.aliases(named, words)
        for i in sorted(named, key=lambda i: (-len(words[i]), i)):
            self._join_name(i, words, aliases)

    def _join_name(self, i: int, words: dict[int, Key], aliases: dict[Key, int]) -> None:
        """Join a name, and before it the one that it is another name of.

        aliases: those that still count; each counts once, for two names may name each other.
        """
        if self.cluster[i] >= 0:
            return
        mention = self.mentions[i]
        listed = outlets().find(" ".join(self._words(i))) if mention.kind == "outlet" else None
        canonical = listed.name if listed else ""
        bearer = None if canonical else aliases.get(words[i])
        if bearer is not None and self._same_names.may_be_called_so(i, bearer):
            if words[bearer] != words[i]:
                self._join_name(bearer, words, {k: j for k, j in aliases.items() if k != words[i]})
            at: int | None = self.cluster[bearer]
        else:
            at = self._same_names.find(i, words[i], canonical)
        if at is None:
            at = self._new(mention.kind)
            self.clusters[at].canonical = canonical
        if words[i] not in self.clusters[at].names:
            self.clusters[at].names.append(words[i])
        self._join(i, at)

    def _words(self, i: int) -> list[str]:
        m = self.mentions[i]
        return self.syntax.texts[m.first : m.last + 1]

    def _join_appositions(self) -> None:
        """A description beside a name is of the same: "lawyer Mikhail …", "Agora, a … group".

        It also says what the name is, where the model took a body for a person.
        """
        names = [(i, m) for i, m in enumerate(self.mentions) if m.form == "name"]
        at = {w: self.cluster[i] for i, m in names for w in range(m.first, m.last + 1)}
        appositions = Appositions(self.syntax, at)
        for i, m in enumerate(self.mentions):
            if self.cluster[i] >= 0 or m.form != "nominal":
                continue
            for word, relation in appositions.beside(m):
                other = m.kind != "person" and self._is_described(at[word])
                if not other and appositions.fits(m, self.clusters[at[word]], relation):
                    self._join(i, at[word])
                    self._join_earlier(i)
                    break

    def _join_introduced(self) -> None:
        """Those who are introduced in two ways are one; what an alias was read as does not tell."""
        for i, j in Introductions(self.syntax, self.mentions).pairs():
            one, other = self.cluster[i], self.cluster[j]
            if one < 0 and other < 0:
                self._join(i, self._new(self.mentions[i].kind))
                self._join(j, self.cluster[i])
            elif one < 0 and self.clusters[other].mentions == [j]:
                self._join(i, other)
                self.clusters[other].kind = self.mentions[i].kind
                self.clusters[other].corrected = True
            elif one < 0:
                self._join(i, other)
            elif other < 0:
                self._join(j, one)

    def _is_described(self, cluster: int) -> bool:
        """True if a description of a person is in it: "Reed, head of Karta, the rights group"."""
        known = (self.mentions[j] for j in self.clusters[cluster].mentions)
        return any(m.form == "nominal" and m.kind == "person" for m in known)

    def _join_earlier(self, i: int) -> None:
        """A description met before its name: "the governor said … Ada Quill, the governor"."""
        words = [w.lower() for w in self._words(i)]
        if self.mentions[i].kind != "person" or words[0] != "the":
            return
        for j, m in enumerate(self.mentions[:i]):
            alone = m.form == "nominal" and self.cluster[j] < 0
            if alone and [w.lower() for w in self._words(j)] == words:
                self._join(j, self.cluster[i])

    # Descriptions and pronouns -----------------------------------------------------------------

    def _place(self, i: int, mention: Found) -> None:
        at = None
        if self.syntax.lower[mention.head] in ("who", "whom", "whose", "which", "that"):
            at = self._antecedent_of_clause(mention.head)
        elif self.syntax.lower[mention.head] in FIRST_PERSON:
            return  # until the speakers are known
        elif mention.form == "pronoun":
            at = self._bound.meant(mention)
            at = self._antecedent(i, PRONOUN_FLOOR) if at is None else at
        elif mention.kind == "outlet" and self._definite(mention):
            at = self._papers.body_called_so(i)
            at = self._papers.outlet_before(i) if at is None else at
        elif mention.kind == "document" and self._papers.pointed_at(mention):
            at = self._papers.document_before(i)
        elif (told := self._described.plainly(i)) is not None:
            at = told
        elif self._definite(mention) or mention.form == "name":
            known = mention.last > mention.first + 1  # "the rights group", not "the group"
            sort = known and self.syntax.is_the_group(mention.first, mention.last)
            at = self._antecedent(i, -math.inf if sort else NOMINAL_FLOOR)
        self._join(i, self._new(mention.kind) if at is None else at)

    def _antecedent_of_clause(self, word: int) -> int | None:
        """What a relative pronoun stands for: the noun that its clause belongs to."""
        verb = self.syntax.heads[word]
        while self.syntax.deprels[verb] != "acl:relcl":
            if self.syntax.heads[verb] == verb:
                return self._just_before(word)
            verb = self.syntax.heads[verb]
        noun = self.syntax.heads[verb]
        for j, m in enumerate(self.mentions):
            if (m.head == noun or m.first <= noun <= m.last) and self.cluster[j] >= 0:
                return self.cluster[j]
        return self._just_before(word)

    def _just_before(self, word: int) -> int | None:
        """The cluster of whoever is mentioned last before a word of the same sentence."""
        sentence = self.syntax.words.sentence_of(word)
        before = [
            j
            for j, m in enumerate(self.mentions)
            if m.last < word and self.cluster[j] >= 0 and m.kind not in ("place", "document")
            if self._candidates[j].sentence == sentence
        ]
        return self.cluster[max(before, key=lambda j: self.mentions[j].last)] if before else None

    def _definite(self, mention: Found) -> bool:
        """True unless the words bring somebody new on: "a", "two", a bare plural."""
        first = self.syntax.lower[mention.first]
        if first in _INDEFINITE or self.syntax.upos[mention.first] == "NUM":
            return False
        return self.syntax.upos[mention.first] in ("DET", "PRON") or not mention.plural

    def _antecedent(self, i: int, floor: float) -> int | None:
        """The cluster of the best-scoring earlier mention, if it scores above the floor."""
        options = [
            j
            for j in range(max(0, i - BACK), i)
            if self.cluster[j] not in (-1, self.publisher) and self._agreement.may_be(i, j)
            if not self._described.of_another(i, self.cluster[j])
        ]
        if not options:
            return None
        if self.mentions[i].form == "pronoun":
            options = self._near(i, self._not_asking(i, self._spoken_of(i, options)))
        elif self.syntax.is_the_group(self.mentions[i].first, self.mentions[i].last):
            options = self._near(i, options)
        meant = self._described.meant(i, options)
        if meant is not None:
            return meant
        rows = np.stack([
            pair_traits(self._candidates[i], self._candidates[j], i - j) for j in options
        ])  # fmt: skip
        scores = self._model.pair_scores(self._paired[i], self._paired[options], rows)
        if self.mentions[i].form == "pronoun":
            named = np.array([self._named(j) for j in options], dtype=np.float32)
            scores = scores + np.float32(NAMED_BONUS) * named
            scores = scores + np.float32(KNOWN_BONUS) * self._surely(i, options)
        if self._described.goes_on(i):
            scores = scores + self._salience.bonus(i, options)
        best = int(scores.argmax())
        return self.cluster[options[best]] if scores[best] >= floor else None

    def _near(self, i: int, options: list[int]) -> list[int]:
        """Those in the last sentences, if there are any: nobody is "she" for long unmentioned."""
        here = self._candidates[i].sentence
        near = [j for j in options if here - self._candidates[j].sentence <= NEAR]
        return near or options

    def _not_asking(self, i: int, options: list[int]) -> list[int]:
        """Without who asked in the sentence before, of "it" that speaks: it is who was asked."""
        if self.syntax.lower[self.mentions[i].head] != "it" or i not in self._voices.sources:
            return options
        here = self._candidates[i].sentence
        asking = {
            self.cluster[j]
            for j in options
            if j in self._voices.sources and here - self._candidates[j].sentence == 1
            and self.syntax.lower[self.syntax.heads[self.mentions[j].head]] in _ASKS
        }  # fmt: skip
        return [j for j in options if self.cluster[j] not in asking] or options

    def _spoken_of(self, i: int, options: list[int]) -> list[int]:
        """Outside quotations those who are spoken of there, if anybody is: not "my neighbour"."""
        quoted = self._voices.quoted_by
        if i in quoted:
            return options
        known = {self.cluster[j] for j in options if j not in quoted}
        return [j for j in options if j not in quoted or self.cluster[j] in known] or options

    def _surely(self, i: int, options: Sequence[int]) -> Floats:
        """1 for each that something says is a man, of "he"; else 0."""
        word = _NOMINATIVE.get(self.syntax.lower[self.mentions[i].head])
        sure = [
            word is not None and self._agreement.gender(self.cluster[j]) == word for j in options
        ]
        return np.array(sure, dtype=np.float32)

    def _named(self, j: int) -> bool:
        return bool(self.clusters[self.cluster[j]].names)

    def kind(self, mention: int) -> Kind:
        """What the thing is that a mention names."""
        return self.clusters[self.cluster[mention]].kind

    def alone(self, mention: int) -> bool:
        """True of a mention of what nothing else in the text names."""
        return len(self.clusters[self.cluster[mention]].mentions) == 1

    def add(self, kind: Kind) -> int:
        """Take in a mention that was found later, as a thing of its own. Returns its index."""
        self.cluster.append(-1)
        self._join(len(self.cluster) - 1, self._new(kind))
        return len(self.cluster) - 1

    # Clusters ----------------------------------------------------------------------------------

    def _new(self, kind: Kind) -> int:
        self.clusters.append(Cluster(kind))
        return len(self.clusters) - 1

    def _join(self, i: int, at: int) -> None:
        self.cluster[i] = at
        self.clusters[at].mentions.append(i)


def _vectors(reading: Reading, mentions: Sequence[Found]) -> Floats:
    """(m, 3 × 384): first, last and mean word of each mention."""
    if not mentions:
        return np.zeros((0, 3 * reading.vectors.shape[1]), dtype=np.float32)
    rows = [
        np.concatenate([
            reading.vectors[m.first], reading.vectors[m.last],
            reading.vectors[m.first : m.last + 1].mean(0),
        ])
        for m in mentions
    ]  # fmt: skip
    return np.stack(rows)


def _candidate(syntax: Syntax, m: Found) -> Candidate:
    words = tuple(syntax.lower[m.first : m.last + 1])
    return Candidate(m.first, m.last, syntax.words.sentence_of(m.first), words, m.form)
