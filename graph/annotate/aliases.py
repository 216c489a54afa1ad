"""Words that give somebody another name: "Quill, alias Raven", "who goes by the call sign Baron".

the words of a text, where somebody's mention ends  →  where the other name begins
"""

from __future__ import annotations

import re

from graph.annotate.syntax import Syntax

_NAME = (
    r"(?:noms?[- ]de[- ]guerre|call ?-?sign|alias|code ?-?name|nickname|pseudonym|"
    r"(?:war|fighting|real|birth) name)"
)
_WHOSE = r"(?: (?:his|her|their|the|its|a))?"
_OFTEN = r"(?:(?:also|better|formerly|previously|widely|popularly|commonly|only|locally|once) )*"
_KNOWN = (
    rf"{_OFTEN}known(?: (?:to|by|among) \w+)? "
    rf"(?:as(?:{_WHOSE} {_NAME}(?: of)?)?|(?:by|under){_WHOSE} {_NAME}(?: of)?)"
)
_NICKNAMED = rf"{_OFTEN}(?:nicknamed|alias|aka|a\.?k\.?a\.?|née)"
_GOES_BY = (
    rf"(?:goes|went|going) {_OFTEN}(?:by|under)(?:{_WHOSE} (?:name|{_NAME})(?: of)?)?"
    rf"|(?:operates|fights|fought) {_OFTEN}(?:by|under){_WHOSE} (?:name|{_NAME})(?: of)?"
)
_WITH = rf"(?:(?:with|under|using|by|whose){_WHOSE} |(?:his|her) )?{_NAME}(?: (?:is|was|of))?"
_GIVEN = re.compile(
    rf"(?:[,(] )?(?:who (?:is |was |has been )?)?(?:{_KNOWN}|{_NICKNAMED}|{_GOES_BY}|{_WITH}),?|\("
)
_MARKS = frozenset("\"“”‘’'")
_LONGEST = 11
"""Words between the two names, at most."""
_NAMING = ("PROPN", "NOUN", "ADJ")
_CLOSE = ("PUNCT", "VERB", "AUX")
"""Parts of speech of the words of the other name, and of what may follow it."""


def name_given(syntax: Syntax, behind: int) -> tuple[int, int] | None:
    """First and last word of the other name of whoever is mentioned right before a word.

    None of "Reed, known as Quill's driver", of "Reed (Quill is his deputy)".
    """
    said, first = "", None
    for at in range(behind, min(behind + _LONGEST, len(syntax.lower) - 1)):
        said = said if syntax.lower[at] in _MARKS else f"{said} {syntax.lower[at]}".strip()
        if _GIVEN.fullmatch(said):
            first = at + 1
    if first is None:
        return None
    end = first
    while end < len(syntax.upos) and (
        (syntax.texts[end][:1].isupper() and syntax.upos[end] in _NAMING)
        or (syntax.texts[end] == "-" and end > first)
    ):
        end += 1
    closed = end < len(syntax.upos) and syntax.upos[end] in _CLOSE and syntax.texts[end] != "("
    bracket = syntax.lower[behind] != "(" or syntax.texts[end : end + 1] == [")"]
    return (first, end - 1) if first < end and closed and bracket else None
