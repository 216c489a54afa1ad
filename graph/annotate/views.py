"""What is so "in the view of" somebody, or "by his count", where the tagger found no cue.

syntax, the words of cues  →  Roles
"""

from __future__ import annotations

from collections.abc import Iterator

from graph.annotate.reading import BY_WORDS, Chunk, Roles
from graph.annotate.syntax import MARKS, Syntax

_VIEWS = {
    "in": frozenset("view opinion words eyes judgment judgement estimation telling".split()),
    "by": frozenset("count reckoning estimate tally calculation account".split()),
}
_LONGEST = 12
"""Words from "in" or "by" to the end of the phrase, whoever's view it is."""
_OWNERS = frozenset("his her their its my our".split())


def views(syntax: Syntax, taken: set[int]) -> Iterator[Roles]:
    """Of "In the view of the monks, P" and "P, in his view", at the ends of sentences."""
    for at, tie in enumerate(syntax.lower):
        first, end = syntax.words.sentence_at(at)
        last_word = end - 2 if syntax.texts[end - 1] in MARKS else end - 1
        found = _view(syntax, at, last_word) if tie in _VIEWS else None
        if found is None or not taken.isdisjoint(range(at, found[0] + 1)):
            continue
        noun, source = found
        stop = max(noun, source.last)
        if at == first and syntax.texts[stop + 1] == ",":
            said = Chunk(stop + 2, last_word, "content", BY_WORDS)
        elif stop == last_word and at > first and syntax.texts[at - 1] == ",":
            said = Chunk(first, at - 2, "content", BY_WORDS)
        else:
            continue
        if "VERB" in (upos := syntax.upos[said.first : said.last + 1]) or "AUX" in upos:
            yield Roles(Chunk(at, noun, "", BY_WORDS), (source,), (said,), ())


def _view(syntax: Syntax, at: int, last: int) -> tuple[int, Chunk] | None:
    """The word for the view, and whose it is."""
    words = range(at + 1, min(at + _LONGEST, last + 1))
    noun = next((i for i in words if syntax.lower[i] in _VIEWS[syntax.lower[at]]), None)
    if noun is None:
        return None
    if syntax.lower[at + 1] == "the" and noun == at + 2:
        if syntax.lower[noun + 1 : noun + 2] != ["of"]:
            return None
        comma = (i for i in range(noun + 2, min(noun + _LONGEST, last + 1))
                 if syntax.texts[i] == ",")  # fmt: skip
        stop = last if syntax.texts[at - 1 : at] == [","] else next(comma, last + 1) - 1
        return noun, Chunk(noun + 2, stop, "source", BY_WORDS)
    if syntax.lower[at + 1] in _OWNERS and noun == at + 2:
        return noun, Chunk(at + 1, at + 1, "source", BY_WORDS)
    owns = syntax.lower[noun - 1] in ("'s", "’s", "'", "’") or syntax.lower[noun - 1] == "own"
    mark = noun - 1 - (syntax.lower[noun - 1] == "own")
    return (noun, Chunk(at + 1, mark - 1, "source", BY_WORDS)) if owns and mark > at + 1 else None
