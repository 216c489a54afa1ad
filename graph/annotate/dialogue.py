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

from graph.annotate.reading import BY_WORDS, Chunk, Roles
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
        return _by_name(syntax, turns, found)
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


def _said(turn: _Turn, who: Chunk, *asking: Chunk) -> Roles:
    cue = Chunk(turn.colon, turn.colon, "", BY_WORDS)
    content = Chunk(turn.colon + 1, turn.end - 1, "content", BY_WORDS)
    return Roles(cue, (who,), (content,), asking)


def _guest(syntax: Syntax, before: int) -> Chunk | None:
    """Whom a dialogue is with: the person who is named most before it, the first of several."""
    people = [c for c in syntax.reading.names if c.kind == "person" and c.last < before]
    counts = Counter(syntax.texts[c.last] for c in people)
    return max(people, key=lambda c: (counts[syntax.texts[c.last]], c.last > c.first), default=None)


def _by_name(syntax: Syntax, turns: Sequence[_Turn], found: Sequence[Roles]) -> list[Roles]:
    """With what is said under labels that are names of people of the text, if several are.

    Under the other labels somebody asks, an outlet or a reporter, if but one person answers.
    """
    spoken = [(t, who) for t in turns if (who := _labelled(syntax, t)) is not None]
    others = [t for t in turns if t not in [one for one, _ in spoken]]
    one_guest = len({syntax.lower[who.last] for _, who in spoken}) == 1
    if len(spoken) < (_LEAST - 1 if one_guest and others else _LEAST):
        return list(found)
    asked = [(t.first, t.end) for t in others] if one_guest else []
    labels = {w for t, _ in spoken for w in range(t.first, t.colon + 1)}
    kept = [
        r
        for r in found
        if r.cue.first not in labels and not any(a <= r.cue.first < b for a, b in asked)
    ]
    asking = _outlet(syntax, others) if one_guest else ()
    return [*kept, *(_said(t, who, *asking) for t, who in spoken)]


def _labelled(syntax: Syntax, turn: _Turn) -> Chunk | None:
    """Who a label names: a person of the text, by the surname or by initials."""
    people = [c for c in syntax.reading.names if c.kind == "person" and c.last > c.first]
    label = syntax.texts[turn.colon - 1]
    for c in people:
        words = syntax.texts[c.first : c.last + 1]
        if c.first > turn.colon or turn.end <= c.first or c.first < turn.first:
            initials = "".join(w[0] for w in words if w[0].isalnum())
            if words[-1].lower() == label.lower() or (len(label) > 1 and label == initials):
                return c
    return None


def _outlet(syntax: Syntax, turns: Sequence[_Turn]) -> tuple[Chunk, ...]:
    """The outlet that asks, if the label of those who ask names one."""
    named = (c for c in syntax.reading.names if c.kind == "outlet")
    return tuple(c for c in named if any(t.first <= c.first and c.last < t.colon for t in turns))[
        :1
    ]
