"""What a relative clause hangs on: its noun, those that this belongs to, whom "who" may mean.

syntax, the verb of the clause  →  alternatives, best first
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from graph.annotate.nouns import is_plural, kind_of
from graph.annotate.phrases import Phrases
from graph.annotate.syntax import Syntax

Heads = tuple[int, ...]
"""Head words; more than one where they are coordinated."""
NOMINAL = frozenset("NOUN PROPN PRON NUM ADJ X SYM".split())
_RELATIVE = frozenset("who whom which that".split())
_PLURAL_VERBS = frozenset("were are have do".split())
_HAPPENINGS = frozenset(
    "attack bombing blast strike shelling raid explosion fire crash accident ambush airstrike "
    "assault massacre shooting operation offensive clash battle fight incident".split()
)
"""Nouns whose relative clause tells what they did, and nobody else."""


class Antecedents:
    """Questions about the relative clauses of one text."""

    def __init__(self, syntax: Syntax, phrases: Phrases, lemmas: Sequence[str]) -> None:
        self.syntax = syntax
        self.phrases = phrases
        self.lemmas = lemmas

    def of(self, verb: int) -> list[Heads]:
        """What a relative clause may hang on: its head, then the nouns that this belongs to.

        A plural verb skips singular nouns: "members of the Guard … who were dismissed".
        """
        if (nearest := self.nearest(verb)) is not None:
            return [(nearest,)]
        noun = self.syntax.heads[verb]
        if noun >= verb or self.syntax.upos[noun] not in NOMINAL:
            return self._lost(verb)
        found = [noun]
        while self.syntax.deprels[noun] == "nmod" and self.syntax.heads[noun] < noun:
            noun = self.syntax.heads[noun]
            found.append(noun)
        if self._is_plural_verb(verb):
            plural = [w for w in found if is_plural(self.syntax.texts[w])]
            found = plural or found
        return [(w,) for w in found]

    def nearest(self, verb: int) -> int | None:
        """The noun right before "that", of an attack or a unit, whatever the tree says.

        "questioned two men over an attack that killed a judge", "led the battery that shelled".
        """
        noun = self.phrases.before_relative(verb)
        if noun is None:
            return None
        base = self.lemmas[noun]
        return noun if base in _HAPPENINGS or kind_of(base) == "unit" else None

    def _lost(self, verb: int) -> list[Heads]:
        """Whom "who" may mean where the tree hung its clause elsewhere: people before it."""
        start = self.syntax.words.sentence_at(verb)[0]
        who = next((i for i in range(verb - 1, start, -1) if self.syntax.lower[i] == "who"), start)
        if who == start:
            return []
        plural = self._is_plural_verb(verb)
        before = who - 1 - (self.syntax.lower[who - 1] == ",")
        named = [before] if self.syntax.upos[before] == "PROPN" and not plural else []
        people = (
            noun
            for noun in range(who - 1, start - 1, -1)
            if self.syntax.upos[noun] == "NOUN"
            and kind_of(self.syntax.texts[noun]) in ("person", "group")
            and plural == is_plural(self.syntax.texts[noun])
        )
        return [(noun,) for noun in named or islice(people, 1)]

    def _is_plural_verb(self, verb: int) -> bool:
        words = [
            verb,
            *(
                c
                for c in self.syntax.children[verb]
                if self.syntax.deprels[c] in ("aux", "aux:pass", "cop")
            ),
        ]
        return any(self.syntax.lower[w] in _PLURAL_VERBS for w in words)

    def is_relative(self, word: int) -> bool:
        return self.syntax.lower[word] in _RELATIVE and self.syntax.upos[word] in ("PRON", "DET")
