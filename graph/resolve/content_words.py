"""What a claim is about, as words: the stems of those that carry meaning."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_EMPTY = frozenset(
    """a about above after again against ago all almost already also although among an and another
    any are around as at away back be because been before being between both but by called came can
    could day did do does down during each either even ever every few for from get had has have he
    her here hers him his how however i if in into is it its itself just last least less like made
    make many may me might month more most much must my near neither next no nor not now of off on
    once one only or other others our out over own part per perhaps put rather re s same say says
    said several she should since so some still such t take than that the their them then there
    these they thing this those though through thus time to today told tomorrow too took toward
    towards two under until up upon us very was we week well went were what when where whether which
    while who whom whose why will with within without would year yesterday yet you your according
    report reported reportedly claim claimed statement official officials people person group
    monday tuesday wednesday thursday friday saturday sunday""".split()
)
_ENDINGS = (
    ("ies", "y", 4), ("sses", "ss", 4), ("ingly", "", 8), ("edly", "", 7), ("ing", "", 6),
    ("ed", "", 5), ("es", "", 5), ("s", "", 4), ("ly", "", 6),
)  # fmt: skip


def stem(word: str) -> str:
    """The word without its inflection, near enough: ``shelling`` and ``shelled`` are ``shel``."""
    plain = re.sub(r"['’]s?$", "", word.casefold())
    for ending, instead, least in _ENDINGS:
        if plain.endswith(ending) and len(plain) >= least and not plain.endswith("ss"):
            plain = plain[: len(plain) - len(ending)] + instead
            break
    plain = re.sub(r"(.)\1$", r"\1", plain)
    return plain.removesuffix("e") if len(plain) > 3 else plain


def stems(text: str) -> frozenset[str]:
    """The stems of the words of a text that carry meaning."""
    return frozenset(stem(w) for w in _WORD.findall(text) if w.casefold() not in _EMPTY)
