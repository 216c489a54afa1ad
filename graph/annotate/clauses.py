"""Who does what to whom in a clause, whatever its grammar: passives, relative clauses, control.

syntax, a verb or noun  →  its agent, patient, place, the one who bears a role, …

Every answer is a list of alternatives, best first; an alternative is a tuple of head words, more
than one where they are coordinated ("the army and its allies").
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, takewhile

from graph.annotate.lemmas import lemma
from graph.annotate.mentions import TITLES
from graph.annotate.nouns import is_plural, kind_of
from graph.annotate.syntax import Syntax

Heads = tuple[int, ...]

_NOMINAL = frozenset("NOUN PROPN PRON NUM ADJ X SYM".split())
_NOUNS = frozenset(("NOUN", "PROPN"))
_IN_PHRASE = _NOUNS | {"DET", "ADJ", "NUM"}
_RELATIVE = frozenset("who whom which that".split())
_PLURAL_VERBS = frozenset("were are have do".split())
_CONTROLS_OBJECT = frozenset(
    "order tell ask urge force allow persuade instruct command compel advise invite enable help "
    "cause lead permit require send encourage direct beg press want expect".split()
)
_WHERE = ("in", "at", "near", "on", "outside", "inside", "around", "across", "over", "off", "into")
_MOST_CONJUNCTS = 6
_BEFORE_ROLE = 3
"""Words looked at before a role noun for the organisation: "army press officer"."""


class Clauses:
    """Questions about the clauses of one text, by word index."""

    def __init__(self, syntax: Syntax) -> None:
        self.syntax = syntax
        self.lemmas = [
            lemma(w, u) for w, u in zip(syntax.texts, syntax.upos, strict=True)
        ]  # fmt: skip

    # Parts of a clause ---------------------------------------------------------------------------

    def agent(self, verb: int) -> list[Heads]:
        """Who does it: the subject in the active, "by …" in the passive."""
        return self.by(verb) if self.passive(verb) else self.subject(verb)

    def patient(self, verb: int) -> list[Heads]:
        """To whom it is done: the object in the active, the subject in the passive."""
        if self.passive(verb):
            return self.subject(verb)
        objects = self.children(verb, "obj")
        if any(self._is_relative(child) for child in objects):
            return self._antecedents(verb)
        if objects:
            return [self.group(child) for child in objects]
        subjects = self.children(verb, "nsubj")
        if subjects and subjects[0] < verb < subjects[-1]:  # the second is an object misread
            return [self.group(subjects[-1])]
        own = [c for c in self.children(verb, "nsubj") if not self._is_relative(c)]
        return self._antecedents(verb) if own and self._deprel(verb) == "acl:relcl" else []

    def by(self, word: int) -> list[Heads]:
        """What "by" ties to a word."""
        return self.phrase(word, "by")

    def subject(self, verb: int) -> list[Heads]:
        """The subject of a verb, of either voice, its own or shared."""
        seen: set[int] = set()
        while verb not in seen:
            seen.add(verb)
            for child in self.children(verb, "nsubj", "nsubj:pass", "nsubj:outer"):
                return self._antecedents(verb) if self._is_relative(child) else [self.group(child)]
            if self._who_before(verb):
                return self._antecedents(verb)
            above, relation = self.syntax.heads[verb], self._deprel(verb)
            if relation == "acl:relcl":
                return self._antecedents(verb)
            if relation == "acl" and self.syntax.upos[above] in _NOMINAL:
                infinitive = any(self.syntax.lower[c] == "to" for c in self.children(verb, "mark"))
                return [] if infinitive else [self.group(above)]
            if relation not in ("conj", "xcomp", "advcl"):
                return []
            if relation == "xcomp" and (controlled := self._controlled(above)):
                return controlled
            verb = above
        return []

    def _who_before(self, verb: int) -> bool:
        """True if "who" stands before a verb, whatever the tree says."""
        at = verb - 1
        while self.syntax.upos[at] in ("AUX", "ADV") and at > 0:
            at -= 1
        return self.syntax.lower[at] == "who" and self._is_relative(at)

    def _controlled(self, verb: int) -> list[Heads]:
        """The object of a verb that decides what its object does: "ordered them to leave"."""
        if self.lemmas[verb] in _CONTROLS_OBJECT and not self.passive(verb):
            return [self.group(c) for c in self.children(verb, "obj", "iobj")][:1]
        return []

    def passive(self, verb: int) -> bool:
        """True if the subject of a verb is not the one who does it."""
        if self.children(verb, "aux:pass", "nsubj:pass", "obl:agent"):
            return True
        if self.syntax.lower[verb].endswith("ing") or self.children(verb, "obj"):
            return False
        auxiliaries = self.children(verb, "aux", "cop")
        if any(self.lemmas[c] == "be" for c in auxiliaries):
            return True
        if self._deprel(verb) in ("acl", "amod"):
            return not self.children(verb, "nsubj", "mark")
        above = self.syntax.heads[verb]
        shares = (
            self._deprel(verb) == "conj" and not auxiliaries and not self.children(verb, "nsubj")
        )
        same_form = self.syntax.upos[above] == "VERB"
        return shares and same_form and above != verb and self.passive(above)

    def where(self, word: int) -> list[Heads]:
        """Places tied to a word, or to its object or subject: "bombed a market in Togoga"."""
        held = [word, *self.children(word, "obj", "nsubj:pass", "obl", "nmod")]
        found = {heads for w in held for prep in _WHERE for heads in self.phrase(w, prep)}
        return sorted(found)

    def phrase(self, word: int, preposition: str) -> list[Heads]:
        """What a preposition ties to a word, as an adverbial or as an attribute."""
        tied = [
            child
            for child in self.syntax.children[word]
            if self._deprel(child).startswith(("obl", "nmod"))
            and self._deprel(child) not in ("nmod:poss", "nmod:desc")
            and self._case(child) == preposition
        ]
        return [
            self.group(w) for w in dict.fromkeys([*self._right_after(word, preposition), *tied])
        ]

    def _case(self, word: int) -> str:
        """The preposition of a noun phrase; "out of" counts as "from"."""
        found = [c for c in self.syntax.children[word] if self._deprel(c) == "case" and c < word]
        first = self.syntax.lower[found[0]] if found else ""
        return "from" if first == "out" else first

    def _right_after(self, word: int, preposition: str) -> Iterator[int]:
        """The noun of a phrase right behind a word or name, wherever the tree hangs it."""
        at, last = word + 1, self._sentence(word)[1]
        if self._is_name(word):
            while at < last and (self._is_name(at) or self.syntax.lower[at] == "-"):
                at += 1
            at += preposition == "of" and at < last and self.syntax.lower[at] == ","
        if at < last and self.syntax.lower[at] == preposition:
            noun = self.syntax.heads[at]
            if not at < noun < last:
                run = takewhile(lambda w: self.syntax.upos[w] in _IN_PHRASE, range(at + 1, last))
                noun = max((w for w in run if self.syntax.upos[w] in _NOUNS), default=at)
            if noun > at and self.syntax.upos[noun] in _NOMINAL:
                yield noun

    # Roles ---------------------------------------------------------------------------------------

    def bearer(self, noun: int) -> list[Heads]:
        """Who bears a role: "Nadia Rahman, a lawyer"; at last the noun itself."""
        found = [*self._named_beside(noun), *self._predicated(noun), *self._next_name(noun)]
        return [(w,) for w in dict.fromkeys([*found, noun])]

    def _named_beside(self, noun: int) -> Iterator[int]:
        above = self.syntax.heads[noun]
        if self._deprel(noun) in ("nmod:desc", "compound", "flat") and self._is_name(above):
            yield above
        if self._deprel(noun) == "appos":
            yield above
        for child in self.children(noun, "appos", "flat", "nmod:desc"):
            if self._is_name(child):
                yield child

    def _predicated(self, noun: int) -> Iterator[int]:
        """The subject of "is a lawyer"."""
        if self.children(noun, "cop"):
            for heads in self.subject(noun):
                yield from heads

    def _next_name(self, noun: int) -> Iterator[int]:
        """A name right after the noun or right before its phrase, whatever the tree says."""
        after = noun + 1
        lower, last = self.syntax.lower, self._sentence(noun)[1]
        after += after < last and lower[after] == ","
        while after < last and (lower[after] in TITLES or lower[after] == "-"):
            after += 1
        if after < last and self._is_name(after) and self._is_alone(noun):
            yield after
        first = self.syntax.phrase(noun)[0]
        comma = first - 1
        if comma > self._sentence(noun)[0] and lower[comma] == "," and self._is_name(comma - 1):
            yield comma - 1

    def _is_alone(self, noun: int) -> bool:
        """True if no phrase that could own the next name hangs on the noun."""
        return not any(c > noun for c in self.children(noun, "nmod", "acl", "acl:relcl"))

    def possessor(self, noun: int) -> list[Heads]:
        """Whose: "Agora's lawyer", "its lawyer"."""
        near = [w for w in self._owners_before(noun) if self.syntax.upos[w] in _NOMINAL]
        found = dict.fromkeys([*near, *self.children(noun, "nmod:poss")])
        return [self.group(w) for w in found]

    def _owners_before(self, noun: int) -> Iterator[int]:
        """The noun before "'s", or a possessive, left of a noun and its modifiers."""
        for word in range(noun - 1, self._sentence(noun)[0], -1):
            if self.syntax.lower[word] in ("'s", "’s", "'", "’"):
                owner = self.syntax.heads[word]
                yield owner if owner < word else word - 1
            elif self.syntax.upos[word] in ("ADJ", "NOUN", "PROPN", "NUM"):
                continue
            return

    def modifier(self, noun: int) -> list[Heads]:
        """The nouns before a noun: "army spokesman", "Hamas spokesman"."""
        named = [
            (c,) for c in self.children(noun, "compound", "nmod:desc", "amod", "nmod") if c < noun
        ]
        near: list[Heads] = []
        for word in range(noun - 1, max(noun - 1 - _BEFORE_ROLE, self._sentence(noun)[0] - 1), -1):
            if self.syntax.upos[word] not in ("NOUN", "PROPN", "ADJ"):
                break
            near.append((word,))
        return list(dict.fromkeys([*near, *named[::-1]]))

    # Groups --------------------------------------------------------------------------------------

    def group(self, word: int) -> Heads:
        """A noun with those coordinated with it."""
        nouns = ("NOUN", "PROPN", "PRON")
        joined = [c for c in self.children(word, "conj") if self.syntax.upos[c] in nouns]
        return (word, *joined[:_MOST_CONJUNCTS])

    def children(self, word: int, *relations: str) -> list[int]:
        """Dependents of a word in any of these relations."""
        return [c for c in self.syntax.children[word] if self._deprel(c) in relations]

    def _antecedents(self, verb: int) -> list[Heads]:
        """What a relative clause may hang on: its head, then the nouns that this belongs to.

        A plural verb skips singular nouns: "members of the Guard … who were dismissed".
        """
        noun = self.syntax.heads[verb]
        if noun >= verb or self.syntax.upos[noun] not in _NOMINAL:
            return self._lost_antecedents(verb)
        found = [noun]
        while self._deprel(noun) == "nmod" and self.syntax.heads[noun] < noun:
            noun = self.syntax.heads[noun]
            found.append(noun)
        if self._is_plural_verb(verb):
            plural = [w for w in found if is_plural(self.syntax.texts[w])]
            found = plural or found
        return [(w,) for w in found]

    def _lost_antecedents(self, verb: int) -> list[Heads]:
        """Whom "who" may mean where the tree hung its clause elsewhere: people before it."""
        start = self._sentence(verb)[0]
        who = next((i for i in range(verb - 1, start, -1) if self.syntax.lower[i] == "who"), start)
        if who == start:
            return []
        plural = self._is_plural_verb(verb)
        before = who - 1 - (self.syntax.lower[who - 1] == ",")
        named = [before] if self._is_name(before) and not plural else []
        people = (
            noun
            for noun in range(who - 1, start - 1, -1)
            if self.syntax.upos[noun] == "NOUN"
            and kind_of(self.syntax.texts[noun]) in ("person", "group")
            and plural == is_plural(self.syntax.texts[noun])
        )
        return [(noun,) for noun in named or islice(people, 1)]

    def _is_plural_verb(self, verb: int) -> bool:
        words = [verb, *self.children(verb, "aux", "aux:pass", "cop")]
        return any(self.syntax.lower[w] in _PLURAL_VERBS for w in words)

    def _is_relative(self, word: int) -> bool:
        return self.syntax.lower[word] in _RELATIVE and self.syntax.upos[word] in ("PRON", "DET")

    def _is_name(self, word: int) -> bool:
        return self.syntax.upos[word] == "PROPN"

    def _deprel(self, word: int) -> str:
        return self.syntax.deprels[word]

    def _sentence(self, word: int) -> tuple[int, int]:
        """First word of its sentence, and the one after the last."""
        starts = self.syntax.words.sentences
        number = self.syntax.words.sentence_of(word)
        return int(starts[number]), int(starts[number + 1])
