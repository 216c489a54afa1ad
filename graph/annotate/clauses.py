"""Who does what to whom in a clause, whatever its grammar: passives, relative clauses, control.

syntax, a verb or noun  →  its agent, patient, place, the one who bears a role, …

Every answer is a list of alternatives, best first; an alternative is a tuple of head words, more
than one where they are coordinated ("the army and its allies").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import Any

from graph.annotate.antecedents import NOMINAL, Antecedents, Heads
from graph.annotate.lemmas import lemma
from graph.annotate.phrases import Phrases
from graph.annotate.syntax import Syntax
from graph.annotate.voice import Voice

_CONTROLS_OBJECT = frozenset(
    "order tell ask urge force allow persuade instruct command compel advise invite enable help "
    "cause lead permit require send encourage direct beg press want expect appoint name nominate "
    "hire recruit train assign authorise authorize elect".split()
)
_WHERE = ("in", "at", "near", "on", "outside", "inside", "around", "across", "over", "off", "into")
_FAR = ("from", "by", "against", "between", "to", "on")
"""Prepositions that find their noun across other phrases."""
_OUT = (["out"], ["control"], ["charge"], ["hold"])
_BLAME = frozenset(
    "accuse convict suspect acquit blame condemn sentence jail punish arrest detain dismiss sack "
    "fire suspend expel fine execute hang praise thank criticise criticize reward decorate charge "
    "indict prosecute try investigate sanction blacklist censure sue fault rebuke".split()
)
"""Verbs whose object did what "of" or "for" and a verb behind it say."""
_OPENS_CLAUSE = frozenset(("while", "whereas", "but", ";"))
_MACHINES = frozenset(
    "jet plane aircraft helicopter truck lorry car bus train ship boat ferry vessel tanker blast "
    "explosion bomb shell missile rocket drone mine grenade bullet fire flood quake earthquake "
    "storm".split()
)
"""What does things that nobody beside it in the sentence does."""
_MOST_CONJUNCTS = 6
_OTHER_THAN = frozenset("not rather instead unlike".split())
"""What stands between two nouns of which only the first is meant."""


class Clauses:
    """Questions about the clauses of one text, by word index."""

    def __init__(self, syntax: Syntax) -> None:
        self.syntax = syntax
        self.phrases = Phrases(syntax)
        self._where: dict[int, list[Heads]] = {}
        self.reached: dict[tuple[int, int], list[Heads]] = {}
        self.alternatives: dict[tuple[int, int], tuple[Heads, ...]] = {}
        """Where paths, and rows of them, that were followed before led to: by word and id."""
        self.put: dict[int, Any] = {}
        """How the clauses of words that were looked at are put (`graph.annotate.modality`)."""
        self.lemmas = [
            lemma(w, u) for w, u in zip(syntax.texts, syntax.upos, strict=True)
        ]  # fmt: skip
        self._voice = Voice(syntax, self.phrases, self.lemmas)
        self._antecedents = Antecedents(syntax, self.phrases, self.lemmas)

    # Parts of a clause ---------------------------------------------------------------------------

    def agent(self, verb: int) -> list[Heads]:
        """Who does it: the subject in the active, "by …" in the passive."""
        return self.by(verb) if self.passive(verb) else self.subject(verb)

    def patient(self, verb: int) -> list[Heads]:
        """To whom it is done: the object in the active, the subject in the passive."""
        if self.passive(verb):
            return self.subject(verb)
        found = self._or(self._object(verb), [self.phrases.after(verb)])
        found = [self._before_next_clause(verb, heads) for heads in found]
        return found or self._or([], self.phrases.relative_object(verb))

    def _before_next_clause(self, verb: int, heads: Heads) -> Heads:
        """Without the subject of the next clause: "killed a farmer and | his wife was taken"."""
        upos = self.syntax.upos
        kept = [heads[0]]
        for word in heads[1:]:
            behind = max(self.syntax.phrase(word)[1], self.phrases.name_of(word)[-1]) + 1
            finite = upos[behind : behind + 1] in (("AUX",), ("VERB",))
            goes_on = finite and not self.syntax.lower[behind].endswith("ing")
            if verb < word and goes_on:
                break
            kept.append(word)
        return tuple(kept)

    def _or(self, found: list[Heads], beside: Sequence[int | None]) -> list[Heads]:
        """What the tree says, then what stands beside the word."""
        near = [(w, *self.phrases.also(w)) for w in beside if w is not None]
        more = [heads for heads in near if found and len(heads) > 1 and heads[:1] == found[0]]
        return list(dict.fromkeys([*more, *found, *near]))

    def _object(self, verb: int) -> list[Heads]:
        objects = self.children(verb, "obj")
        if any(self._antecedents.is_relative(child) for child in objects):
            return self._antecedents.of(verb)
        if objects:
            return [self.group(child) for child in objects]
        subjects = self.children(verb, "nsubj")
        if subjects and subjects[0] < verb < subjects[-1]:  # the second is an object misread
            return [self.group(subjects[-1])]
        own = [c for c in self.children(verb, "nsubj") if not self._antecedents.is_relative(c)]
        return self._antecedents.of(verb) if own and self.deprel(verb) == "acl:relcl" else []

    def by(self, word: int) -> list[Heads]:
        """What "by" ties to a word, or to what is coordinated with it: "armed and paid by"."""
        own = ("nsubj", "nsubj:pass", "csubj", "aux:pass")
        joined = [c for c in self.children(word, "conj")
                  if self.syntax.upos[c] == "VERB" and not self.children(c, *own)]  # fmt: skip
        if joined and not self._shares_agent(word, joined[0]):
            joined = []
        found = next((found for w in (word, *joined) if (found := self.phrase(w, "by"))), [])
        return [] if found and self._of_a_later_verb(word, found[0][0]) else found

    def _shares_agent(self, verb: int, other: int) -> bool:
        """True of "arrested and beaten by"; not of "freed in Tripoli and driven home by"."""
        between = range(verb + 1, other)
        return all(
            self.syntax.upos[w] in ("CCONJ", "PUNCT") or self.syntax.lower[w] in ("then", "even")
            or (self.syntax.upos[w] == "VERB" and self.syntax.lower[w - 1] in (",", "and"))
            for w in between
        )  # fmt: skip

    def _of_a_later_verb(self, verb: int, noun: int) -> bool:
        """True of the diplomats in "were freed in Tripoli and driven to Tunis by diplomats"."""
        upos, lower = self.syntax.upos, self.syntax.lower
        later = next(
            (w for w in range(noun - 1, verb, -1)
             if upos[w] == "VERB" and lower[w].endswith(("ed", "en", "wn", "id", "nd"))),
            None,
        )  # fmt: skip
        if later is None or upos[verb] != "VERB" or "and" not in lower[verb + 1 : later]:
            return False
        return not self._shares_agent(verb, later)

    def subject(self, verb: int) -> list[Heads]:
        """The subject of a verb, of either voice, its own or shared."""
        found, main = self._subject(verb), self._goes_on_from(verb)
        lost = not found or found[0][0] > verb
        nearer = self.syntax.lower[verb][-3:] == "ing" and self._has_own_subject(main)
        if main is not None and (lost or nearer):
            found = self.agent(main)
        before = self.phrases.before(verb)
        if found and before and self._opens_clause(found[0][0], before[0]):
            found = []  # "…, while Captain Diarra commands the 7th"
        nearest = [*before, *(heads[0] for heads in found[:1])]
        whose = next((w for w in nearest if self._is_whose(w)), None)
        if whose is not None:
            return [(whose,)]  # "Ada Quill, whose husband commands the brigade"
        if self._antecedents.nearest(verb) or self._is_machine(found):
            before = []
        return self._blamed(verb) or self._or(self._with_last(found, before), before)

    def _opens_clause(self, far: int, near: int) -> bool:
        """True if the nearer of two subjects stands right behind what opens its own clause."""
        first = self.phrases.opening(near)
        return far < first and self.syntax.lower[first - 1] in _OPENS_CLAUSE

    def _is_whose(self, noun: int) -> bool:
        first = self.phrases.opening(noun)
        return "whose" in self.syntax.lower[max(0, first - 1) : noun]

    def _is_machine(self, found: list[Heads]) -> bool:
        """True of the subject of "a jet carrying the general crashed, killing ten"."""
        return bool(found) and self.lemmas[found[0][0]] in _MACHINES

    def _with_last(self, found: list[Heads], before: Sequence[int]) -> list[Heads]:
        """The subject with what "and" joins to it right before the verb, if the tree lost it."""
        if not found or not before or before[0] in found[0] or before[0] < found[0][0]:
            return found
        joint = self.phrases.opening(before[0]) - 1
        if joint < 1 or self.syntax.lower[joint] not in ("and", "or"):
            return found
        beside = joint - 1 in self.phrases.name_of(found[0][-1])
        return [(*found[0], before[0]), *found[1:]] if beside else found

    def _blamed(self, verb: int) -> list[Heads]:
        """Whom "accused … of" says to have done it."""
        lower, first = self.syntax.lower, self.sentence(verb)[0]
        if verb - 1 <= first or lower[verb - 1] not in ("of", "for") or lower[verb][-3:] != "ing":
            return []
        verbs = (w for w in range(verb - 2, first, -1)
                 if self.syntax.upos[w] == "VERB" and self.deprel(w) != "acl")  # fmt: skip
        blame = next(verbs, None)
        return [] if blame is None or self.lemmas[blame] not in _BLAME else self.patient(blame)

    def _subject(self, verb: int) -> list[Heads]:
        seen: set[int] = set()
        while verb not in seen:
            seen.add(verb)
            if self._who_before(verb):
                return self._antecedents.of(verb)
            if (child := self._nearest_subject(verb)) is not None:
                return (
                    self._antecedents.of(verb)
                    if self._antecedents.is_relative(child)
                    else [self.group(child)]
                )
            above, relation = self.syntax.heads[verb], self.deprel(verb)
            if relation == "acl:relcl":
                whom = any(self._antecedents.is_relative(c) for c in self.children(verb, "obj"))
                return [] if whom and not self.passive(verb) else self._antecedents.of(verb)
            if relation == "acl" and self.syntax.upos[above] in NOMINAL:
                infinitive = any(self.syntax.lower[c] == "to" for c in self.children(verb, "mark"))
                return [] if infinitive else [self.group(above)]
            if relation not in ("conj", "xcomp", "advcl"):
                return []
            if ";" in self.syntax.lower[above:verb] or self._has_when(verb):
                return []
            if relation == "xcomp" and (controlled := self._controlled(above)):
                return controlled
            verb = above
        return []

    def _goes_on_from(self, verb: int) -> int | None:
        """The verb before, of a participle behind a comma: "shelled Orm, killing two".

        Of a verb right behind "and" the one before that has a subject: "took Orm and shot two".

        Asked where the tree has no subject for it, or one that stands behind it.
        """
        start = self.sentence(verb)[0]
        behind = self.syntax.lower[verb - 1 : verb]
        if behind == ["and"] and not self.children(verb, "nsubj:pass", "aux"):
            verbs = (w for w in range(verb - 2, start, -1) if self.syntax.upos[w] == "VERB")
            return next((w for w in verbs if self._has_own_subject(w)), None)
        if self.syntax.lower[verb][-3:] != "ing" or behind != [","]:
            return None
        own = [c for c in self.children(verb, "nsubj", "aux") if c < verb]
        if self.syntax.upos[verb] != "VERB" or own:
            return None
        return next(
            (
                w
                for w in range(verb - 2, start, -1)
                if self.syntax.upos[w] == "VERB"
                and not self.deprel(w).startswith(("acl", "amod"))
                and not any(self.syntax.lower[c] == "to" for c in self.children(w, "mark"))
            ),
            None,
        )

    def _has_when(self, verb: int) -> bool:
        """True if "where" or "when" opens a finite clause: it has a subject of its own."""
        opens = any(self.syntax.lower[c] in ("where", "when") for c in self.syntax.children[verb])
        return opens and self.syntax.lower[verb][-3:] != "ing" and not self._bare(verb)

    def _bare(self, verb: int) -> bool:
        """True of "asked" in "when asked"."""
        return self.syntax.lower[verb - 1] in ("where", "when") if verb else False

    def _has_own_subject(self, verb: int | None) -> bool:
        if verb is None:
            return False
        return any(c < verb for c in self.children(verb, "nsubj", "nsubj:pass"))

    def _nearest_subject(self, verb: int) -> int | None:
        """Of two subjects, one of which is a dateline's town, the one that is next to the verb."""
        found = self.children(verb, "nsubj", "nsubj:pass", "nsubj:outer")
        before = [child for child in found if child < verb]
        if len(before) > 1:  # "families, whose sons were listed, demonstrated"
            before = [c for c in before if self.syntax.lower[c - 1] != "whose"] or before
        return before[-1] if before else next(iter(found), None)

    def _who_before(self, verb: int) -> bool:
        """True if "who" stands before a verb, whatever the tree says."""
        at = verb - 1
        while self.syntax.upos[at] in ("AUX", "ADV") and at > 0:
            at -= 1
        return self.syntax.lower[at] == "who" and self._antecedents.is_relative(at)

    def _controlled(self, verb: int) -> list[Heads]:
        """The object of a verb that decides what its object does: "ordered them to leave"."""
        if self.lemmas[verb] in _CONTROLS_OBJECT and not self.passive(verb):
            return [self.group(c) for c in self.children(verb, "obj", "iobj")][:1]
        return []

    def passive(self, verb: int) -> bool:
        """True if the subject of a verb is not the one who does it."""
        return self._voice.passive(verb)

    def where(self, word: int) -> list[Heads]:
        """Places tied to a word, or to its object or subject: "bombed a market in Togoga"."""
        if word not in self._where:
            held = [word, *self.children(word, "obj", "nsubj:pass", "obl", "nmod")]
            words = set(self.syntax.lower[slice(*self.sentence(word))])
            near = [prep for prep in _WHERE if prep in words]
            found = {heads for w in held for prep in near for heads in self.phrase(w, prep)}
            self._where[word] = sorted(found)
        return self._where[word]

    def scene(self, word: int) -> list[Heads]:
        """Places tied to a word, then any in its sentence."""
        return self._or(self.where(word), self.phrases.scene(word))

    def listed(self, word: int) -> list[Heads]:
        """The name behind a comma right after a name: "Tyre, Lebanon"."""
        return self._or([], [self.phrases.listed(word)])

    def phrase(self, word: int, preposition: str) -> list[Heads]:
        """What a preposition ties to a word, as an adverbial or as an attribute."""
        if preposition not in self._prepositions[self.syntax.words.sentence_of(word)]:
            return []
        blamed = preposition == "on" and self.lemmas[self.syntax.heads[word]] == "blame"
        if blamed and self.syntax.upos[word] == "NOUN":
            return []
        tied = [
            child
            for child in self.syntax.children[word]
            if self.deprel(child).startswith(("obl", "nmod"))
            and self.deprel(child) not in ("nmod:poss", "nmod:desc")
            and self.case(child) == preposition
            and self.phrases.near(word, child)
        ]
        found = dict.fromkeys([*self._right_after(word, preposition), *tied])
        verb = self.syntax.upos[word] == "VERB"
        particle = self.syntax.lower[word + 1 : word + 2] in _OUT  # "walked out of"
        far = preposition in _FAR or (verb and (preposition != "of" or particle))
        beside = self.phrases.tied(word, preposition) if far else ()
        meant = [w for w in found if not self._not_by(w)]
        return self._or([self.group(w) for w in meant], [w for w in beside if not self._not_by(w)])

    @cached_property
    def _prepositions(self) -> list[frozenset[str]]:
        """Of each sentence its words; "out of" counts as "from"."""
        edges = self.syntax.words.sentences
        words = [frozenset(self.syntax.lower[a:b]) for a, b in pairwise(edges)]
        return [w | {"from"} if "out" in w else w for w in words]

    def case(self, word: int) -> str:
        """The preposition of a noun phrase; "out of" counts as "from"."""
        found = [c for c in self.syntax.children[word] if self.deprel(c) == "case" and c < word]
        first = self.syntax.lower[found[0]] if found else ""
        return "from" if first == "out" else first

    def _not_by(self, noun: int) -> bool:
        """True of the brigade in "shelled not by the brigade but by the militia"."""
        cases = [c for c in self.children(noun, "case") if c < noun]
        return bool(cases) and self.syntax.lower[cases[0] - 1 : cases[0]] == ["not"]

    def _right_after(self, word: int, preposition: str) -> Iterator[int]:
        """The noun of a phrase right behind a word or name, wherever the tree hangs it."""
        at, last = word + 1, self.sentence(word)[1]
        if self.is_name(word):
            at = self.phrases.name_of(word)[-1] + 1
            while at < last and (self.is_name(at) or self.syntax.lower[at] == "-"):
                at += 1
            at += preposition == "of" and at < last and self.syntax.lower[at] == ","
        if at < last and self.syntax.lower[at] == preposition:
            noun = self.phrases.after(at) or at
            if noun > at and self.syntax.upos[noun] in NOMINAL:
                yield noun

    def hyphened(self, noun: int, participle: str) -> list[Heads]:
        """Geneva in "the Geneva-based group", of the participle "based"."""
        lower = self.syntax.lower
        found = [c for c in self.children(noun, "amod", "compound") if lower[c] == participle]
        return [(c - 2,) for c in found if lower[c - 1] == "-" and c > 1 and self.is_name(c - 2)]

    # Groups --------------------------------------------------------------------------------------

    def group(self, word: int) -> Heads:
        """A noun with those coordinated with it."""
        nouns = ("NOUN", "PROPN", "PRON")
        joined = [
            c
            for c in self.children(word, "conj")
            if c > word and self.syntax.upos[c] in nouns and not self._in_place_of(word, c)
        ]
        return (word, *joined[:_MOST_CONJUNCTS])

    def _in_place_of(self, one: int, other: int) -> bool:
        """True of "the guard, rather than the brigade", "the guard, not the brigade"."""
        return not _OTHER_THAN.isdisjoint(self.syntax.lower[one + 1 : other])

    def children(self, word: int, *relations: str) -> list[int]:
        """Dependents of a word in any of these relations."""
        return [c for c in self.syntax.children[word] if self.deprel(c) in relations]

    def is_name(self, word: int) -> bool:
        """True of a proper noun."""
        return self.syntax.upos[word] == "PROPN"

    def deprel(self, word: int) -> str:
        """The dependency of a word."""
        return self.syntax.deprels[word]

    def sentence(self, word: int) -> tuple[int, int]:
        """First word of its sentence, and the one after the last."""
        return self.syntax.words.sentence_at(word)
