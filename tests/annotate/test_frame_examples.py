"""Every entry of relations.yaml: its example matches, its counterexample does not.

``frame_examples.txt`` holds the tree of each, a line a sentence, as in test_relations.py; a new
entry needs its two lines there.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from graph.annotate.finding import find_mentions
from graph.annotate.frames import Frame, shipped_frames
from graph.annotate.grounding import Readings
from graph.annotate.reading import Chunk, Reading
from graph.annotate.relations import find_relations
from graph.annotate.syntax import Syntax
from graph.annotate.words import split_words

NAMES = {
    "person": ["Ada Quill", "Tom Reed", "Nadia Reed", "Reed"],
    "unit": ["Coast Brigade", "Reed Militia", "2nd Battalion", "Police"],
    "organisation": [
        "Harbour Ministry", "Harbour Party", "Harbour Legal Fund", "Harbour Hospital",
        "Harbour Convent", "Portville District Court", "Northern Union",
    ],
    "outlet": ["Example Herald"],
    "place": ["Portville Bridge", "Portville"],
}  # fmt: skip


def _trees() -> dict[str, str]:
    """Sentence, as its words apart by spaces → its line."""
    lines = Path(__file__).with_name("frame_examples.txt").read_text(encoding="utf-8").splitlines()
    return {" ".join(word.rsplit("/", 2)[0] for word in line.split()): line for line in lines}


TREES = _trees()


def _names(words: list[str]) -> tuple[Chunk, ...]:
    found: list[Chunk] = []
    taken: set[int] = set()
    for kind, names in NAMES.items():
        for name in sorted(names, key=len, reverse=True):
            parts = name.split()
            for first in range(len(words) - len(parts) + 1):
                span = range(first, first + len(parts))
                whole = words[first : first + len(parts)] == parts and not taken & set(span)
                longer = name == "Reed" and words[first + 1 : first + 2] == ["Militia"]
                if whole and not longer:
                    found.append(Chunk(first, span[-1], kind, 1.0))
                    taken |= set(span)
    return tuple(found)


def _syntax(sentence: str) -> Syntax:
    words = split_words(sentence)
    rows = [word.rsplit("/", 2) for word in TREES[" ".join(words.all())].split()]
    ties = [tie.split(">") for _, _, tie in rows]
    heads = [i if head == "0" else int(head) - 1 for i, (_, head) in enumerate(ties)]
    vectors = np.zeros((len(rows), 384), dtype=np.float32)
    upos, deprels = tuple(u for _, u, _ in rows), tuple(d for d, _ in ties)
    reading = Reading(
        words, vectors, _names(words.all()), (), upos, np.array(heads), deprels, ()
    )  # fmt: skip
    return Syntax(reading)


def _holds(frame: Frame, sentence: str) -> bool:
    """True if the frame is found in the sentence, and asserted."""
    syntax = _syntax(sentence)
    mentions = find_mentions(syntax)

    def entity_at(word: int) -> int | None:
        for number, mention in enumerate(mentions):
            named = mention.form == "name" and mention.first <= word <= mention.last
            if named or mention.head == word:
                return number
        return None

    readings = Readings(syntax, entity_at, lambda number: mentions[number].kind)
    relations, events = find_relations(readings, shipped_frames())
    if frame.is_event:
        return any(e.kind == frame.name and not e.negated for e in events)
    return any(r.predicate == frame.name and r.asserted for r in relations)


FRAMES = [
    f
    for f in (*shipped_frames().relations.values(), *shipped_frames().events.values())
    if not f.derived and not f.unread
]
NAMED = [f"{'event' if f.is_event else 'relation'} {f.name}" for f in FRAMES]


@pytest.mark.parametrize("frame", FRAMES, ids=NAMED)
def test_the_example_of_a_frame_matches(frame: Frame) -> None:
    assert _holds(frame, frame.match)


@pytest.mark.parametrize("frame", FRAMES, ids=NAMED)
def test_the_counterexample_of_a_frame_does_not_match(frame: Frame) -> None:
    assert not _holds(frame, frame.no_match)
