"""Where the frames match: trigger words and the head words of their arguments. Syntax only.

syntax, frames  →  Match, in text order

Whether the arguments are of the right kind is decided later, so each comes with alternatives.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.annotate.clauses import Clauses, Heads
from graph.annotate.frames import Entry, Frame, Frames, Path, Sort, Step, Trigger
from graph.annotate.lemmas import lemma
from graph.annotate.modality import Modality, modality, role_modality
from graph.annotate.syntax import Syntax

_REACH = 5
"""Words after a trigger among which its particle or second word stands."""


@dataclass(frozen=True, slots=True)
class Match:
    """A trigger of a frame, found at a word."""

    frame: Frame
    trigger: Trigger
    word: int
    last: int
    """The last word of the trigger; the first unless it is a phrase ("shot down")."""
    arguments: Mapping[str, tuple[Heads, ...]]
    """For each role the alternatives, best first, as head words."""
    modality: Modality


def find_matches(syntax: Syntax, frames: Frames) -> list[Match]:
    """Every match, in text order; at one word the triggers of most words win."""
    clauses = Clauses(syntax)
    found = []
    for word in range(len(syntax.upos)):
        found += list(_at(clauses, frames, word))
    return found + list(_at_names(clauses, frames))


def _at(clauses: Clauses, frames: Frames, word: int) -> Iterator[Match]:
    fits: list[tuple[Entry, int]] = []
    for sort, base in _readings(clauses, word):
        for entry in frames.by_lemma.get((sort, base), ()):
            last = _last_word(clauses, word, entry[2])
            if last is not None:
                fits.append((entry, last))
    most = max((len(entry[2]) for entry, _ in fits), default=0)
    for (frame, trigger, words), last in fits:
        if len(words) == most:
            yield _match(clauses, frame, trigger, word, last)


def _readings(clauses: Clauses, word: int) -> Iterator[tuple[Sort, str]]:
    """The sorts of trigger that a word may be, with its lemma as such."""
    upos, text = clauses.syntax.upos[word], clauses.syntax.lower[word]
    if upos in ("VERB", "AUX"):
        yield "verb", clauses.lemmas[word]
    if upos in ("NOUN", "PROPN"):
        noun = lemma(text, "NOUN")
        yield "noun", noun
        yield "role", noun
    if upos in ("ADJ", "ADV", "VERB"):
        yield "adjective", text


def _last_word(clauses: Clauses, word: int, words: Sequence[str]) -> int | None:
    """Where a trigger of these words ends; None if the others do not follow the first."""
    last = word
    near = range(word + 1, min(word + 1 + _REACH, len(clauses.lemmas)))
    for wanted in words[1:]:
        follows = [i for i in near if i > last and wanted in _forms(clauses, i)]
        if not follows or not _belongs(clauses, word, last, follows[0]):
            return None
        last = follows[0]
    return last


def _forms(clauses: Clauses, word: int) -> tuple[str, str]:
    return clauses.lemmas[word], clauses.syntax.lower[word]


def _belongs(clauses: Clauses, word: int, last: int, other: int) -> bool:
    """True if another word of a trigger stands next to it, or hangs on it."""
    heads = clauses.syntax.heads
    return other == last + 1 or heads[other] in (word, last) or heads[heads[other]] == word


def _match(clauses: Clauses, frame: Frame, trigger: Trigger, word: int, last: int) -> Match:
    how = role_modality if trigger.sort in ("role", "name") else modality
    arguments = {
        role: _alternatives(clauses, word, paths) for role, paths in trigger.arguments.items()
    }
    return Match(frame, trigger, word, last, arguments, how(clauses, word))


def _at_names(clauses: Clauses, frames: Frames) -> Iterator[Match]:
    """Triggers that are names of a kind: "Major Okoye of the 5th Brigade"."""
    for chunk in clauses.syntax.reading.names:
        for frame, trigger, _ in frames.by_lemma.get(("name", chunk.kind), ()):
            head = clauses.syntax.head(chunk.first, chunk.last)
            yield _match(clauses, frame, trigger, head, head)


def _alternatives(clauses: Clauses, word: int, paths: Sequence[Path]) -> tuple[Heads, ...]:
    found: list[Heads] = []
    for path in paths:
        reached: list[Heads] = [(word,)]
        for step in path:
            reached = [h for heads in reached for h in _step(clauses, heads[0], step)]
        found += [heads for heads in reached if heads not in found]
    return tuple(found)


def _step(clauses: Clauses, word: int, step: Step) -> list[Heads]:
    """The words that one step leads to."""
    match step.word:
        case "self":
            return [clauses.group(word)]
        case "agent":
            return clauses.agent(word)
        case "patient":
            return clauses.patient(word)
        case "subject":
            return clauses.subject(word)
        case "bearer":
            return clauses.bearer(word)
        case "poss":
            return clauses.possessor(word)
        case "modifier":
            return clauses.modifier(word)
        case "where":
            return clauses.where(word)
    if step.up:
        fits = _is(clauses.syntax.deprels[word], step.word)
        return [(clauses.syntax.heads[word],)] if fits else []
    if step.word in _DEPENDENCY_WORDS or ":" in step.word:
        below = clauses.syntax.children[word]
        return [clauses.group(c) for c in below if _is(clauses.syntax.deprels[c], step.word)]
    return clauses.phrase(word, step.word)
