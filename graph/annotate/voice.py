"""Whether a verb is passive: its subject is not the one who does it.

syntax, a verb  →  True or False, against the tree where its words say otherwise
"""

from __future__ import annotations

from collections.abc import Sequence

from graph.annotate.phrases import Phrases
from graph.annotate.syntax import Syntax

_REPORT = frozenset("report fear believe presume confirm find see leave get".split())
_TRANSITIVE = frozenset(
    "abduct kidnap kill injure wound detain arrest capture seize imprison bomb murder displace "
    "behead execute".split()
)
_ENDS = ("ed", "en")
"""Of past participles."""


class Voice:
    """Tells the voice of the verbs of one text."""

    def __init__(self, syntax: Syntax, phrases: Phrases, lemmas: Sequence[str]) -> None:
        self._syntax = syntax
        self._phrases = phrases
        self._lemmas = lemmas

    def passive(self, verb: int) -> bool:
        """True if the subject of a verb is not the one who does it."""
        if self._fires(verb):
            return False
        if self._children(verb, "aux:pass", "nsubj:pass") or self._by(verb):
            return True
        if self._reduced(verb) or self._phrases.passive(verb) or self._reported(verb):
            return True
        if self._opens(verb):
            return True
        if self._syntax.lower[verb].endswith("ing") or self._children(verb, "obj"):
            return False
        auxiliaries = self._children(verb, "aux", "cop")
        if any(self._lemmas[c] == "be" for c in auxiliaries):
            return True
        if self._syntax.deprels[verb] in ("acl", "amod"):
            return not self._children(verb, "nsubj", "mark")
        above = self._syntax.heads[verb]
        joined = self._syntax.deprels[verb] == "conj" and self._syntax.upos[above] == "VERB"
        shares = joined and not auxiliaries and not self._children(verb, "nsubj")
        return shares and above != verb and self.passive(above)

    def _by(self, verb: int) -> bool:
        """True if an agent stands behind "by", whatever else the tree calls one."""
        agents = self._children(verb, "obl:agent")
        return any(self._syntax.lower[c] == "by" for a in agents for c in self._syntax.children[a])

    def _fires(self, verb: int) -> bool:
        """True of "fired on", "shot at", with no "was" before them, whatever the tree says."""
        shoots = self._lemmas[verb] in ("fire", "shoot") and not self._phrases.passive(verb)
        return shoots and self._syntax.lower[verb + 1 : verb + 2] in (["on"], ["at"])

    def _reduced(self, verb: int) -> bool:
        """True of "kidnapped" in "workers kidnapped from a barge": it must have an object."""
        if self._lemmas[verb] not in _TRANSITIVE or self._syntax.lower[verb][-2:] not in _ENDS:
            return False
        helped = self._children(verb, "aux", "obj") or self._phrases.after(verb) is not None
        beside = self._syntax.upos[verb - 1] in ("NOUN", "PROPN") if verb else False
        follows = self._syntax.upos[verb + 1 : verb + 2] in (("ADP",), ())
        return beside and follows and not helped

    def _opens(self, verb: int) -> bool:
        """True of "Captured near Orm in May, Corporal Reed …": a participle, without an object."""
        syntax = self._syntax
        first = syntax.words.sentence_at(verb)[0]
        apart = all(syntax.upos[i] in ("ADV", "SCONJ") for i in range(first, verb))
        bare = not self._children(verb, "obj", "nsubj", "aux", "mark")
        ended = syntax.lower[verb] != self._lemmas[verb] and syntax.lower[verb][-3:] != "ing"
        return syntax.deprels[verb] == "advcl" and apart and bare and ended

    def _reported(self, verb: int) -> bool:
        """True of "killed" in "were reported killed"."""
        above = self._syntax.heads[verb]
        ended = self._syntax.lower[verb].endswith(("ed", "en"))
        return ended and above == verb - 1 and self._lemmas[above] in _REPORT

    def _children(self, word: int, *relations: str) -> list[int]:
        return [c for c in self._syntax.children[word] if self._syntax.deprels[c] in relations]
