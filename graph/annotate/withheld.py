"""What a source holds back, may yet say, or is only asked.

the parts of an attribution  →  True if it puts nothing forward
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from graph.types import Span

LINE = 100
"""Characters before a cue in which is looked for what takes it back."""
_SENTENCE_END = re.compile(r"[.!?…][\"”’»)]*\s+(?=[\"“‘«(]?[A-Z0-9])|\n")
_HELD_BACK = re.compile(
    r"(?i)\b(?:stop\w* short of|f[ea]ll\w* short of|avoid\w*|reluctant to|unwilling to"
    r"|hesitan\w* to"
    r"|(?:unable|not ready|not prepared|too early) to|h[eo]ld\w* (?:off|back)(?: from)?|resist\w*"
    r"|refrain\w* from|without (?:ever )?(?:publicly |openly )?|sh[iy]\w+ away from|balk\w* at"
    r"|(?:did|does|do|has|have|had|would|will|could|can)(?: not|n['’]t| never)(?: yet| ever"
    r"| publicly| immediately"
    r"| openly| explicitly| directly)?|never|declin\w* to|refus\w* to"
    r"|(?:likely|expected|due|set|scheduled|poised|preparing|prepared|planning|plans?|intends?"
    r"|hopes?"
    r"|wants?|ready|going|about) to|(?:may|might|could|would|will|shall)(?: soon| yet| then)?)"
    r" (?:now |also |have )?$"
)
"""What stands before a word of saying that its source holds back, or may yet say."""
_WENT_ON = re.compile(r"(?i)\b(?:would|could|will) (?:later|then|subsequently|go on|not rule)\b")
_SPEAKS = re.compile(
    r"(?i)\b(?:sa(?:y|ys|id|ying)|tell|tells|told|telling|claim|admit|acknowledg|confirm|accus|argu"
    r"|alleg|conclud|blam|announc|declar|report|assert|suggest|conced|call|discuss|comment)"
)
"""Cues of speech, as against those of belief and fear."""
_OPENS_QUESTION = re.compile(
    r"(?i)[\W]*(?:so |and |but )?(?:did|does|do|is|are|was|were|has|have|had|would|could|can)\b"
)


def is_withheld(text: str, cue: Span, content: Sequence[Span]) -> bool:
    """True of what a source holds back, may yet say, or is asked whether it said."""
    verbs = [cue.start + m.start() for m in _SPEAKS.finditer(cue.of(text))]
    if not verbs:
        return _is_asked_of(text, cue, content)
    before = text[max(0, verbs[-1] - LINE) : verbs[-1]]
    clause = before[max(before.rfind(mark) for mark in ',;:.\n”"') + 1 :]
    only = re.search(r"\bonly\b", text[verbs[-1] : cue.end + len(" only ")])
    if _HELD_BACK.search(clause.rstrip() + " ") and not (only or _WENT_ON.search(before)):
        return True
    return _is_asked_of(text, cue, content, whatever=True)


def _is_asked_of(text: str, cue: Span, content: Sequence[Span], *, whatever: bool = False) -> bool:
    """True of what a question asks somebody, "did he know that …?".

    whatever: also where no auxiliary opens the question.
    """
    ends = sentence_ends(text)
    at = bisect_left(ends, cue.end, lo=1)
    asked = text[cue.end : ends[at]].rstrip().endswith("?")
    opens = whatever or _OPENS_QUESTION.match(text, ends[at - 1])
    return bool(asked and opens and all(cue.end < c.start and c.end <= ends[at] for c in content))


@lru_cache(maxsize=4)
def sentence_ends(text: str) -> tuple[int, ...]:
    """Where the sentences of a text begin and end."""
    return 0, *(match.end() for match in _SENTENCE_END.finditer(text)), len(text)
