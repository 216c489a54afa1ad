"""Where the frames match: trigger words and the head words of their arguments. Syntax only.

clauses, frames  →  Match, in text order

Who fills an argument is decided later, so each comes with alternatives.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.annotate.antecedents import Heads
from graph.annotate.bearers import bearer, modifier, possessor
from graph.annotate.clauses import Clauses
from graph.annotate.doers import doer
from graph.annotate.frames import Entry, Frame, Frames, Paths, Sort, Trigger
from graph.annotate.lemmas import lemma
from graph.annotate.modality import Modality, modality, role_modality
from graph.annotate.nouns import kind_of
from graph.annotate.steps import PREPOSITIONS, Path, Step
from graph.annotate.ways import disguised
from graph.types import Kind

_OF_STAFF = ["of", "staff"]
_REACH = 5
"""Words after a trigger among which its particle or second word stands."""


Fits = Callable[[tuple[Heads, ...], frozenset[Kind]], object]


@dataclass(frozen=True, slots=True)
class Match:
    """A trigger of a frame, found at a word."""

    frame: Frame
    trigger: Trigger
    word: int
    other: int
    """The other end of a trigger of several words: the "down" of "shot down"."""
    arguments: Mapping[str, tuple[Heads, ...]]
    """For each role the alternatives, best first, as head words."""
    modality: Modality


def find_matches(clauses: Clauses, frames: Frames, fits: Fits) -> list[Match]:
    """Every match, in text order; at one word the triggers of most words win.

    fits: whether any of some alternatives is of one of some kinds; what a trigger needs must be.
    """
    found = []
    for word in range(len(clauses.syntax.upos)):
        found += list(_at(clauses, frames, fits, word))
    return found + list(_at_names(clauses, frames, fits))


def _at(clauses: Clauses, frames: Frames, fits: Fits, word: int) -> Iterator[Match]:
    there: list[tuple[Entry, int]] = []
    for sort, base in _readings(clauses, word):
        for entry in frames.by_lemma.get((sort, base), ()):
            other = _other_end(clauses, word, entry)
            if other is not None:
                there.append((entry, other))
    most = max((len(entry[2]) for entry, _ in there), default=0)
    for (frame, trigger, words), other in there:
        if len(words) == most and not _spoilt(clauses, word, trigger):
            yield from _match(clauses, fits, frame, trigger, word, other)


def _readings(clauses: Clauses, word: int) -> Iterator[tuple[Sort, str]]:
    """The sorts of trigger that a word may be, with its lemma as such."""
    upos, text = clauses.syntax.upos[word], clauses.syntax.lower[word]
    if upos in ("VERB", "AUX"):
        yield "verb", clauses.lemmas[word]
    if upos in ("NOUN", "PROPN"):
        yield "noun", clauses.lemmas[word]
    if upos not in ("VERB", "AUX", "ADV"):
        yield "role", lemma(text, "NOUN")
    if upos in ("ADJ", "ADV", "VERB"):
        yield "adjective", text
    if upos == "NOUN" and (kind := kind_of(text)) is not None:
        yield "kind", kind


def _other_end(clauses: Clauses, word: int, entry: Entry) -> int | None:
    """Where the words of a trigger end, or those of a noun begin; None if some are missing."""
    _, trigger, words = entry
    if trigger.sort in ("noun", "role"):
        first = word + 1 - len(words)
        return first if first >= 0 and tuple(clauses.lemmas[first : word + 1]) == words else None
    if len(words) == 1:
        alone = trigger.sort != "verb" or not clauses.children(word, "compound:prt")
        return word if alone else None
    return _last_word(clauses, word, words)


def _last_word(clauses: Clauses, word: int, words: Sequence[str]) -> int | None:
    last = word
    near = range(word + 1, min(word + 1 + _REACH, len(clauses.lemmas)))
    for wanted in words[1:]:
        follows = [i for i in near if i > last and wanted in _forms(clauses, i)]
        if not follows or not _belongs(clauses, word, last, follows[0]):
            return None
        last = follows[0]
    return last


def _ties_a_phrase(clauses: Clauses, word: int) -> bool:
    """True of a particle that is a preposition here, with its noun behind it."""
    upos = clauses.syntax.upos[word + 1 : word + 2]
    return clauses.syntax.lower[word] == "in" and upos in (("DET",), ("NOUN",), ("PROPN",))


def _forms(clauses: Clauses, word: int) -> tuple[str, str]:
    return clauses.lemmas[word], clauses.syntax.lower[word]


def _belongs(clauses: Clauses, word: int, last: int, other: int) -> bool:
    """True if another word of a trigger stands next to it, or hangs on it."""
    heads = clauses.syntax.heads
    if _ties_a_phrase(clauses, other) and other != last + 1:
        return False  # "took him away in a van"
    return other == last + 1 or heads[other] in (word, last) or heads[heads[other]] == word


def _spoilt(clauses: Clauses, word: int, trigger: Trigger) -> bool:
    """True in "deputy head", if without deputy, and of the first word of "chief negotiator"."""
    syntax = clauses.syntax
    before = {c for c in syntax.children[word] if c < word} | {max(word - 1, 0)}
    words = {syntax.lower[c] for c in before}
    if words & trigger.without or (trigger.having and not words & trigger.having):
        return True
    if trigger.sort not in ("role", "kind"):
        return False
    of_staff = syntax.lower[word] == "chief" and syntax.lower[word + 1 : word + 3] == _OF_STAFF
    return of_staff or syntax.upos[word + 1 : word + 2] == ("NOUN",)


def _match(
    clauses: Clauses, fits: Fits, frame: Frame, trigger: Trigger, word: int, other: int
) -> Iterator[Match]:
    both = () if frame.is_event or frame.inherits else ("subject", "object")
    if not all(
        fits(_alternatives(clauses, word, trigger.arguments[need]), trigger.kinds[need])
        for need in (*trigger.needs, *both)
    ):
        return
    if any(
        _is_called(clauses, heads[0], words)
        for path, words in trigger.unless
        for heads in _reached(clauses, word, path)
    ):
        return
    how = role_modality if trigger.sort in ("role", "name", "kind") else modality
    arguments = {
        role: _alternatives(clauses, word, paths) for role, paths in trigger.arguments.items()
    }
    for role, words in trigger.words.items():
        arguments[role] = tuple(h for h in arguments[role] if _is_called(clauses, h[0], words))
    if all(arguments[role] for role in trigger.words):
        yield Match(frame, trigger, word, other, arguments, how(clauses, word))


def _is_called(clauses: Clauses, head: int, words: frozenset[str]) -> bool:
    """True if a noun is one of the words, or the name that it is part of has one of them."""
    named = clauses.phrases.name_of(head)
    return any(lemma(clauses.syntax.texts[w], "NOUN") in words for w in named)


def _at_names(clauses: Clauses, frames: Frames, fits: Fits) -> Iterator[Match]:
    """Triggers that are names of a kind: "Major Okoye of the 5th Brigade"."""
    for chunk in clauses.syntax.reading.names:
        for frame, trigger, _ in frames.by_lemma.get(("name", chunk.kind), ()):
            head = clauses.syntax.head(chunk.first, chunk.last)
            if frame.name == "located_in" and clauses.case(head) == "by":
                continue  # "killed by the People's Front in Sarmin"
            yield from _match(clauses, fits, frame, trigger, head, head)


def _alternatives(clauses: Clauses, word: int, paths: Paths) -> tuple[Heads, ...]:
    """Where the paths lead to, those of the first path first."""
    key = word, id(paths)  # frames outlive a text, and a path is slow to hash
    known = clauses.alternatives.get(key)
    if known is None:
        known = tuple(dict.fromkeys(h for path in paths for h in _reached(clauses, word, path)))
        clauses.alternatives[key] = known
    return known


def _reached(clauses: Clauses, word: int, path: Path) -> list[Heads]:
    """Where a path leads to; looked up once a word, since many triggers share their paths."""
    key = word, id(path)
    known = clauses.reached.get(key)
    if known is None:
        known = [(word,)]
        for step in path:
            known = [h for heads in known for h in _step(clauses, heads[0], step)]
        clauses.reached[key] = known
    return known


def _step(clauses: Clauses, word: int, step: Step) -> list[Heads]:
    """The words that one step leads to."""
    match step.word:
        case "self":
            return [(word,)]
        case "agent":
            return clauses.agent(word)
        case "patient":
            return clauses.patient(word)
        case "subject":
            return clauses.subject(word)
        case "bearer":
            return bearer(clauses, word)
        case "poss":
            return possessor(clauses, word)
        case "modifier":
            return modifier(clauses, word)
        case "where":
            return clauses.where(word)
        case "scene":
            return clauses.scene(word)
        case "listed":
            return clauses.listed(word)
        case "doer":
            return doer(clauses, word)
        case "based" | "backed":
            return clauses.hyphened(word, step.word)
    if step.up:
        fits = _is(clauses.syntax.deprels[word], step.word)
        return [(clauses.syntax.heads[word],)] if fits else []
    if step.word in PREPOSITIONS:
        return [
            h for h in clauses.phrase(word, step.word) if not disguised(clauses.syntax, word, h[0])
        ]
    below = clauses.syntax.children[word]
    return [clauses.group(c) for c in below if _is(clauses.syntax.deprels[c], step.word)]


def _is(found: str, wanted: str) -> bool:
    """True of a dependency and its subtypes."""
    return found == wanted or found.startswith(f"{wanted}:")
