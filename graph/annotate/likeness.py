"""Whether two names, kinds or words may be of the same thing. Pure: no text, no model."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graph.annotate.mentions import TITLES
from graph.outlets import outlets
from graph.types import Kind

_OUTLET_NOUNS = {
    "agency": ("agency", "newswire", "wire"),
    "newspaper": ("newspaper", "paper", "daily", "weekly", "tabloid", "broadsheet", "gazette"),
    "broadcaster": ("broadcaster", "network", "channel", "station", "radio", "television"),
    "magazine": ("magazine", "weekly", "monthly", "periodical"),
    "site": ("site", "website", "publication", "portal"),
    "telegram": ("channel",),
}
_TELLING = {
    "agency": frozenset(("agency", "wire")),
    "broadcaster": frozenset(("radio", "tv", "television", "broadcasting", "channel")),
    "newspaper": frozenset(
        "times post gazette herald tribune journal daily courier chronicle telegraph".split()
    ),
}
"""Words in an outlet's name that tell its type."""
HIS = frozenset(
    "he him his himself mr mr. man son brother father husband uncle boy king spokesman policeman "
    "businessman sheikh nephew grandfather grandson chairman fisherman widower monk priest lord "
    "sir headmaster prince schoolboy stepfather congressman salesman landlord bridegroom".split()
)
HERS = frozenset(
    "she her hers herself mrs mrs. ms ms. woman daughter sister mother wife aunt girl queen widow "
    "spokeswoman policewoman businesswoman niece grandmother granddaughter chairwoman nun lady "
    "seamstress headmistress actress princess waitress housewife schoolgirl stepmother "
    "servicewoman congresswoman saleswoman landlady bride".split()
)
_BODIES: frozenset[Kind] = frozenset(("organisation", "unit", "group"))


def may_be_called(
    noun: str, canonical: str, names: Iterable[tuple[str, ...]], told: Iterable[str] = ()
) -> bool:
    """True unless the list, or the name itself, says it is another type of outlet.

    noun:      what it is called, such as "paper".
    canonical: its name in the list; empty if it is not there.
    names:     the words of its names in the text, in lower case.
    told:      words that the text says beside its name, "the newspaper", ", a website,".
    """
    listed = outlets().find(canonical)
    if listed is not None:
        return noun in _OUTLET_NOUNS[listed.type]
    words = {w for name in names for w in name}
    types = {t for t, telling in _TELLING.items() if words & telling}
    types |= {t for t, nouns in _OUTLET_NOUNS.items() if not set(nouns).isdisjoint(told)}
    return not types or any(noun in _OUTLET_NOUNS[t] for t in types)


def key(words: Sequence[str], kind: Kind) -> tuple[str, ...]:
    """The words of a name that tell: lower case, no determiner, possessive, title or period."""
    bare = (w.lower().rstrip(".") or w for w in words)
    kept = [w for w in bare if w not in ("the", "'s", "’s", "-", ",")]
    if kind == "person":
        while len(kept) > 1 and kept[0] in TITLES:
            kept = kept[1:]
    return tuple(kept)


def kinds_agree(one: Kind, other: Kind) -> bool:
    """True if one thing may be taken for either."""
    if one == other or "unknown" in (one, other):
        return True
    return one in _BODIES and other in _BODIES and "group" not in (one, other)


def short_for(short: tuple[str, ...], full: tuple[str, ...], kind: Kind) -> bool:
    """True if a name is a short form of another: a surname, the end of it, its initials."""
    if not short or len(short) >= len(full):
        return False
    if kind == "person":
        if len(short) == len(("ada", "quill")) and (short[0], short[1]) == (full[0], full[-1]):
            return True  # "Commodore Quill", "Ada Quill" of "Ada Maria Quill"
        return full[-len(short) :] == short or (len(short) == 1 and short[0] in full[1:])
    if kind in ("place", "document"):
        return False
    initials = "".join(w[0] for w in full if w not in ("of", "the", "for", "and", "de", "al"))
    every = "".join(w[0] for w in full)  # "MoD"
    if len(short) == 1 and len(short[0]) > 2 and short[0] in (initials, every):
        return True
    return full[-len(short) :] == short or (kind == "outlet" and full[: len(short)] == short)
