"""Clusters of mentions → numbered entities with their names.

An entity gets its number when it is first used: by a name in the text, a chain, a relation. What
is only described and never used is not an entity. The publisher is always number 0.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.annotate.coref import Coreference
from graph.annotate.mentions import Found, mentions_by_word
from graph.annotate.name_kinds import names_unit
from graph.annotate.nouns import kind_of
from graph.annotate.pairs import PRONOUNS
from graph.annotate.relays import UNKNOWN
from graph.annotate.sources import looks_unnamed, source_type
from graph.annotate.syntax import Syntax
from graph.types import Entity, Kind, Mention, Span

_FURTHER = re.compile(
    r",(?!\d)|[;(]| (?:who|(?:(?:of|to|for|in|at|on|from|by|with) )?which|that|whose"
    r"|(?:(?:of|to|for|from|by|with) )?whom|speaking|asking) "
)
LONGEST_NAME = 90
"""Characters; what is longer is a sentence that was taken for a source."""
MOST_NAMES = 16
"""Names kept of one entity; a list beyond that says nothing any more."""


class People:
    """Hands out entity numbers, and tells in the end who they are."""

    def __init__(
        self, syntax: Syntax, coreference: Coreference, mentions: list[Found], publisher: str
    ) -> None:
        self.syntax = syntax
        self.coreference = coreference
        self.mentions = mentions
        self.publisher = publisher
        self._at = mentions_by_word(mentions)
        self._numbers = {coreference.publisher: 0}
        self._clusters = {0: coreference.publisher}
        self._unknowns: list[int] = []
        self._phrases: dict[int, str] = {}
        self._count = 1
        for i, mention in enumerate(mentions):
            if mention.form == "name":
                self.number(coreference.cluster[i])

    def number(self, cluster: int) -> int:
        """The entity number of a cluster; each UNKNOWN is somebody else."""
        if cluster == UNKNOWN:
            self._unknowns.append(self._take())
            return self._unknowns[-1]
        if cluster not in self._numbers:
            self._numbers[cluster] = self._take()
            self._clusters[self._numbers[cluster]] = cluster
        return self._numbers[cluster]

    def _take(self) -> int:
        self._count += 1
        return self._count - 1

    def call(self, cluster: int, phrase: str) -> None:
        """Remember what a source without a name was called where it spoke, up to a first comma."""
        short = re.split(_FURTHER, " ".join(phrase.split()), maxsplit=1)[0]
        short = re.sub(r"['’]s$", "", short)
        if len(short) <= LONGEST_NAME and short.casefold() not in PRONOUNS:
            self._phrases.setdefault(cluster, short)

    def kind(self, number: int) -> Kind:
        """The kind of an entity."""
        cluster = self._clusters.get(number)
        return "unknown" if cluster is None else self._kind(cluster)

    def at(self, word: int) -> int | None:
        """The entity whose mention has this head word; described things become entities here."""
        found = self._at.get(word)
        if found is None and self.syntax.upos[word] == "PROPN":
            found = self._body(word)
        if found is None and kind_of(self.syntax.texts[word]) in ("unit", "organisation"):
            found = self._namesake(word)
        return None if found is None else self.number(self.coreference.cluster[found])

    def who(self, mention: int) -> int | None:
        """The cluster of a mention; None if nobody knows whose it is."""
        cluster = self.coreference.cluster[mention]
        return None if cluster == UNKNOWN else cluster

    def _namesake(self, word: int) -> int | None:
        """The one mention called by a noun that stands before another: the army, of its spokesman.

        None if several are.
        """
        noun = self.syntax.lower[word]
        if word and self.syntax.upos[word - 1] in ("ADJ", "PROPN"):
            return None  # "Norland army spokesman"
        called = {
            self.coreference.cluster[i]: i
            for i, m in enumerate(self.mentions)
            if m.form == "nominal" and self.syntax.lower[m.first : m.last + 1] == ["the", noun]
        }
        return next(iter(called.values())) if len(called) == 1 else None

    def _body(self, word: int) -> int | None:
        """A mention for a proper noun behind "the" that the tagger passed over: a body."""
        first, last = self.syntax.phrase(word)
        if self.syntax.lower[first] == "the":
            first += 1
        elif self.syntax.lower[max(0, first - 1)] != "the":
            return None
        if first > last:
            return None  # nothing but the article
        kind: Kind = "unit" if names_unit(self.syntax.texts[first : last + 1]) else "organisation"
        self.mentions.append(Found(first, last, word, kind, "name", 0.3))
        self._at.update(dict.fromkeys(range(first, last + 1), len(self.mentions) - 1))
        return self.coreference.add(kind)

    # In the end --------------------------------------------------------------------------------

    def entities(self) -> tuple[Entity, ...]:
        """Every numbered entity, in order."""
        found: dict[int, Entity] = {
            n: Entity("unknown", "unknown", (), unnamed=True, source_type="unnamed_individual")
            for n in self._unknowns
        }
        for cluster, number in self._numbers.items():
            found[number] = self._entity(cluster, number)
        return tuple(found[n] for n in range(self._count))

    def found(self) -> tuple[Mention, ...]:
        """Every mention of a numbered entity, in text order."""
        kept = []
        for i, m in enumerate(self.mentions):
            number = self._numbers.get(self.coreference.cluster[i])
            if number is not None:
                span = self._span(m)
                kept.append(Mention(span, self._kind(self.coreference.cluster[i]), m.form, number,
                                    round(m.score, 4)))  # fmt: skip
        return tuple(kept)

    def _span(self, m: Found) -> Span:
        return self.syntax.words.span(m.first, m.last)

    def _kind(self, cluster: int) -> Kind:
        c = self.coreference.clusters[cluster]
        if cluster == self.coreference.publisher or c.canonical:
            return "outlet"
        if c.corrected:
            return c.kind
        names = [self.mentions[i].kind for i in c.mentions if self.mentions[i].form == "name"]
        kinds = names or [
            self.mentions[i].kind for i in c.mentions if self.mentions[i].form != "pronoun"
        ]
        return max(kinds, key=kinds.count) if kinds else c.kind

    def _entity(self, cluster: int, number: int) -> Entity:
        c = self.coreference.clusters[cluster]
        kind = self._kind(cluster)
        texts = {f: self._texts(c.mentions, f) for f in ("name", "nominal", "pronoun")}
        if number == 0:
            texts["name"] = [self.publisher, *texts["name"]]
        elif c.canonical:
            texts["name"] = [c.canonical, *texts["name"]]
        else:
            texts["name"].sort(key=len, reverse=True)
        if phrase := self._phrases.get(cluster):
            texts["nominal"].insert(0, phrase)
        every = [*texts["name"], *texts["nominal"]] or texts["pronoun"][:1] or ["unknown"]
        name, *others = list(dict.fromkeys(t for t in every if t)) or [""]
        named = bool(texts["name"])
        unnamed = not named and looks_unnamed(name, kind)
        return Entity(
            kind, name, tuple(others[:MOST_NAMES]), unnamed=unnamed,
            source_type=source_type(name, kind, named=not unnamed),
        )  # fmt: skip

    def _texts(self, mentions: Sequence[int], form: str) -> list[str]:
        """The words of the mentions of one form, each once, in text order."""
        spans = [self._span(self.mentions[i]) for i in sorted(mentions)
                 if self.mentions[i].form == form]  # fmt: skip
        return list(dict.fromkeys(" ".join(s.of(self.syntax.words.text).split()) for s in spans))
