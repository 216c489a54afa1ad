"""Words that give somebody another name: "Quill, alias Raven", "who goes by the call sign Baron".

the words of a text, where somebody's mention ends  →  where the other name begins
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_NAME = (
    r"(?:noms?[- ]de[- ]guerre|call ?-?sign|alias|code ?-?name|nickname|pseudonym|"
    r"(?:war|fighting|real|birth) name)"
)
_WHOSE = r"(?: (?:his|her|their|the|its|a))?"
_OFTEN = r"(?:(?:also|better|formerly|previously|widely|popularly|commonly|only|locally|once) )*"
_KNOWN = rf"{_OFTEN}(?:known|identified)(?: to \w+)? (?:as|by|under){_WHOSE}(?: {_NAME}(?: of)?)?"
_NICKNAMED = rf"{_OFTEN}(?:nicknamed|alias|aka|a\.?k\.?a\.?|née)"
_GOES_BY = (
    rf"(?:goes|went|operates|fights|fought|going) {_OFTEN}(?:by|under){_WHOSE}"
    rf"(?: (?:name|{_NAME})(?: of)?)?"
)
_WITH = rf"(?:(?:with|under|using|by|whose){_WHOSE} |(?:his|her) )?{_NAME}(?: (?:is|was|of))?"
_GIVEN = re.compile(
    rf"(?:[,(] )?(?:who (?:is |was |has been )?)?(?:{_KNOWN}|{_NICKNAMED}|{_GOES_BY}|{_WITH}),?|\("
)
_MARKS = frozenset("\"“”‘’'")
_LONGEST = 11
"""Words between the two names, at most."""


def name_given(lower: Sequence[str], behind: int) -> int | None:
    """The first word of the other name of whoever is mentioned right before a word."""
    said, given = "", None
    for at in range(behind, min(behind + _LONGEST, len(lower) - 1)):
        said = said if lower[at] in _MARKS else f"{said} {lower[at]}".strip()
        if _GIVEN.fullmatch(said):
            given = at + 1
    return given
