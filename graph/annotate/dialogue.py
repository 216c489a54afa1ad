"""Interviews and debates printed as questions and answers, each paragraph with its speaker's label.

a reading  →  Roles: an answer is said by whoever is interviewed, or by whom its label names

"Q: What did you see?" and "A: Two trucks."; "QUILL: I saw two trucks." in a text that names Ada
Quill. What is asked puts nothing forward.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from graph.annotate.model import BY_WORDS, Chunk, Roles
from graph.annotate.syntax import Syntax

_ASKS, _ANSWERS = frozenset(("q", "question")), frozenset(("a", "answer"))
_LONGEST, _LEAST = 3, 3
"""Words of a label, and labelled paragraphs of a dialogue."""


@dataclass(frozen=True, slots=True)
class _Turn:
    """A labelled paragraph: its first word, its colon, and the word after its last."""

    first: int
    colon: int
    end: int


def in_dialogue(syntax: Syntax, found: Sequence[Roles]) -> list[Roles]:
    """The roles of a text, with the answers of a dialogue and without what its questions say."""
    turns = _whole(list(_turns(syntax)))
    questions = [t for t in turns if syntax.lower[t.first] in _ASKS]
    answers = [t for t in turns if syntax.lower[t.first] in _ANSWERS]
    if not (questions and answers):
        return [*found, *_by_name(syntax, turns)]
    asked = [(t.first, t.end) for t in questions]
    kept = [r for r in found if not any(a <= r.cue.first < b for a, b in asked)]
    guest = _guest(syntax, questions[0].first)
    return kept if guest is None else [*kept, *(_said(t, guest) for t in answers)]


def _turns(syntax: Syntax) -> Iterator[_Turn]:
    for first, end in syntax.words.paragraph_bounds:
        label = syntax.texts[first : min(first + _LONGEST + 1, end)]
        colon = first + label.index(":") if ":" in label[1:] else end
        capital = all(w[:1].isupper() for w in syntax.texts[first:colon])
        if capital and colon + 2 < end:
            yield _Turn(first, colon, end)


def _whole(turns: Sequence[_Turn]) -> list[_Turn]:
    """Each turn up to the next, with the paragraphs between them; the last as it is."""
    return [*(replace(one, end=after.first) for one, after in pairwise(turns)), *turns[-1:]]


def _said(turn: _Turn, who: Chunk) -> Roles:
    cue = Chunk(turn.first, turn.first, "", BY_WORDS)
    return Roles(cue, (who,), (Chunk(turn.colon + 1, turn.end - 1, "content", BY_WORDS),), ())


def _guest(syntax: Syntax, before: int) -> Chunk | None:
    """Whom a dialogue is with: the person who is named most before it, the first of several."""
    people = [c for c in syntax.reading.names if c.kind == "person" and c.last < before]
    counts = Counter(syntax.texts[c.last] for c in people)
    return max(people, key=lambda c: (counts[syntax.texts[c.last]], c.last > c.first), default=None)


def _by_name(syntax: Syntax, turns: Sequence[_Turn]) -> Iterator[Roles]:
    """What is said under labels that are names of people of the text, if several are."""
    named = {syntax.lower[c.last]: c for c in reversed(syntax.reading.names)
             if c.kind == "person" and c.last > c.first}  # fmt: skip
    spoken = [(t, named[w]) for t in turns if (w := syntax.lower[t.colon - 1]) in named]
    if len(spoken) >= _LEAST:
        yield from (_said(t, who) for t, who in spoken)
