"""Whether the words around a time look back or ahead.

    text, place of a time  →  True for "will meet on Friday", False for "met on Friday"

The nearest verb before the time in its sentence decides: in "said on Friday it would leave" the
Friday is past. It is a rule of thumb on words, not a parse.
"""

from __future__ import annotations

import re

_SENTENCE_END = re.compile(r"[.!?;][\"”’')]*\s+(?=[\"“‘'(]*[A-Z0-9])|\n\n")
_AHEAD = re.compile(
    r"\b(?:will|shall|won't|(?:would|could|may|might|can|must|should)(?! (?:not )?have\b)"
    r"|(?:is|are|was|were|be) (?:to|due)|due|expect(?:s|ed)?|scheduled|plans?|to be|going to|set to"
    r"|vows? to|promises? to|agreed to|ready to|has to|have to|take[sn]? effect|ahead of|wants?"
    r"|hopes? to|accepted|upcoming|a second|ultimatum|deadline"
    r"|(?:promised|given|gave|extended|agreed|declared|announced)\b[^.]{0,60} until)\b"
)
_BACK = re.compile(
    r"\b(?:said|says|told|tells|was|were|had|has|have|did|wrote|came|went|took|fell|left|found|saw|met"
    r"|held|put|began|gave|got|broke|heard|made|sent|brought|shot|cut|hit|struck|became|reports?"
    r"|spoke|ran|rose|led|knew|kept|lost|won|fought|fled|drove|showed|flew|built|bought|caught|dug"
    r"|drew|felt|hid|laid|paid|rode|rang|sank|sat|sold|shook|slept|spent|stood|stole|swore|taught"
    r"|threw|thought|woke|withdrew|overran|overtook|\w{3,}ed)\b"
)
_VERB_PHRASE = re.compile(
    rf"^(?:{_AHEAD.pattern})(?: (?:\w+ly|not|also|then|soon))*(?: be(?: \w+ly)?)? ?\w*"
)
"""A verb to come with its participle: "would soon be shown"."""
_DEADLINE = re.compile(
    r"\b(?:unless|(?:ordered|told|asked|urged|demanded|called on|given|gave)\b[^.]{0,80}? to \w+)"
    r"([^.]{0,60}) by $"
)
"""What leads up to the day something has to be done by: "unless they leave by Friday"."""
_REACH_BACK, _REACH_ON = 160, 60


def looks_ahead(text: str, start: int, end: int) -> bool:
    """True if the time at start to end of the text is one to come, as its sentence puts it."""
    before = _SENTENCE_END.split(text[max(0, start - _REACH_BACK) : start])[-1]
    after = _SENTENCE_END.split(text[end : end + _REACH_ON], maxsplit=1)[0]
    deadline = _DEADLINE.search(before)
    if deadline and not re.search(r"\b(?:had|was|were)\b", deadline[1]):
        return True
    cues = list(_AHEAD.finditer(before))
    if cues:
        rest = _VERB_PHRASE.sub("", before[cues[-1].start() :])
        return not _BACK.search(rest)
    if _BACK.search(before):
        return False
    if before.endswith("until "):
        return True
    first = _AHEAD.search(after)
    return first is not None and not _BACK.search(after[: first.start()])
