"""When "one" counts, and when it stands for a thing or a person.

    text, place of "one"  →  True in "one lorry", "three dead, one wounded"; False in "one of them"

"One" is mostly a pronoun or an article of emphasis. It is read as a count only beside things and
casualties, after "only", and in a list of counts.
"""

from __future__ import annotations

import re

from graph.annotate.numbers import NUMBER

_LISTED = re.compile(rf"(?:{NUMBER}) (?:[a-z-]+ ){{0,2}}[a-z-]+(?:,| and|, and) $")
_ONLY = re.compile(r"(?<!the )\bonly $")
_TOLL = re.compile(
    r"\b(?:kill(?:ed|ing)|wound(?:ed|ing)|injur(?:ed|ing)|lost|losing|destroy(?:ed|ing)"
    r"|damag(?:ed|ing)|captur(?:ed|ing)|seiz(?:ed|ing)|arrest(?:ed|ing)|detain(?:ed|ing)"
    r"|free(?:d|ing)|down(?:ed|ing)) $"
)
_ALONG = re.compile(
    rf" (?:[a-z-]+ ){{1,2}}and (?:{NUMBER}) [a-z]|(?: [a-z]+)?(?: and|,) (?:{NUMBER})"
)
_DENIED = re.compile(r"\b(?:not|the|every|each|this|no|which|any) $")
_NOUN = re.compile(
    r" (?!(?:of|for|in|on|to|at|by|from|with|who|which|that|is|was|has|had|said|told|another"
    r"|after|or|and|day|night|side|point|time|way|thing|either|could|would|may|still)\b)[a-z]"
)
_HURT = re.compile(
    r" (?:more |other )?(?:dead|killed|wounded|injured|hurt|missing|captured|fatality|death)\b"
)
_THING = re.compile(
    r" (?:[a-z-]+ )?(?:lorry|truck|vehicle|tank|drone|missile|aircraft|plane|jet|helicopter|boat"
    r"|ship|vessel|howitzer|launcher|gun|rifle|shell|bomb|mine|depot|bridge|checkpoint|warehouse|warship"
    r"|tanker|ambulance|convoy|bus|car bomb|rocket launcher|kilometre|kilometer|mile|bicycle)\b"
)
_PERSON = re.compile(
    r" (?:[a-z-]+ )?(?:soldier|civilian|person|child|woman|girl|boy|man|policeman|officer|worker"
    r"|medic|guard|pilot|sailor|peacekeeper|villager|resident|fighter|gunman|militant|journalist|nurse"
    r"|doctor|driver|prisoner|hostage|conscript|reservist|bystander|passenger|student)"
    r" (?:was|has been|had been|is|died|dead|killed|wounded|injured|missing|drowned|survived)\b"
)


def one_counts(folded: str, start: int, end: int) -> bool:
    """True if the "one" at start to end of the text in lower case is a count."""
    before, after = folded[max(0, start - 48) : start], folded[end : end + 48]
    if _DENIED.search(before):
        return False
    if any(pattern.match(after) for pattern in (_HURT, _THING, _PERSON)):
        return True
    if (_NOUN.match(after) and _ALONG.match(after)) or (
        _TOLL.search(before) and not after.startswith(" of ")
    ):
        return True
    counted = _ONLY.search(before) or _LISTED.search(before)
    return bool(counted and _NOUN.match(after))
