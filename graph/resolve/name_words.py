"""The words of a name that tell: without marks, titles, determiners and punctuation.

name, kind  →  words in lower case, in their order
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from graph.types import Kind

BODIES: frozenset[Kind] = frozenset(("group", "organisation", "unit", "outlet"))
PARTICLES = frozenset("al el bin ibn ben bint van von de der den di da do dos del la le du".split())
FUNCTION = frozenset("of for and in the on to at by al el".split())
"""Words of a body's name that tell nothing."""
_DETERMINERS = frozenset(("the", "a", "an"))
_NO_NAMES = frozenset(("the", "The", "a", "an"))
"""Before a person's name; "A" is an initial and "An" a name."""
_TITLES = frozenset(
    "mr mrs ms miss dr doctor president prime minister vice deputy former acting interim governor "
    "general gen colonel col lieutenant lt major maj captain capt sergeant sgt brigadier brig "
    "corporal cpl private admiral adm commander cmdr marshal commissioner chief secretary senator "
    "sen rep congressman congresswoman mayor judge justice spokesman spokeswoman spokesperson "
    "ambassador chancellor premier professor prof inspector superintendent detective sheriff "
    "officer attorney prosecutor lawyer advocate foreign defence defense interior sir rear gov rev "
    "reverend hon father bishop archbishop cardinal rabbi coach".split()
)
_STYLES = frozenset(
    "lord lady king queen prince princess sheikh shaikh sheik emir amir mullah maulana mawlawi "
    "imam ayatollah pope sayyid sayed haji hajji brother sister saint st".split()
)
"""Titles that stand for a part of the name where a single word follows: Pope Francis."""
_AFTER = frozenset("md phd esq mp obe mbe cbe qc kc".split())
"""What follows a name and is none."""
JUNIOR = {"jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr", "ii": "2", "iii": "3", "iv": "4"}
_LEGAL = frozenset("inc corp corporation ltd llc plc co company ag sa gmbh".split())
_SPELT = {
    "defence": "defense", "centre": "center", "labour": "labor",
    "harbour": "harbor", "programme": "program", "dept": "department", "univ": "university",
    "intl": "international", "natl": "national", "govt": "government", "assn": "association",
    "defences": "defenses", "theatre": "theater",
}  # fmt: skip
_ORDINALS = {
    word: str(n)
    for n, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
        "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth "
        "twentieth".split(), 1
    )
}  # fmt: skip
_ROMAN = {
    word: str(n)
    for n, word in enumerate("I II III IV V VI VII VIII IX X XI XII XIII XIV".split(), 1)
}
_TURNED = re.compile(r"^[\w-]+, ")
_ARTICLE = re.compile(r"\b(?:al|el|ad|an|ar|as|ash|at|az|ul|ud|ur)[-‐‑–](?=\w)", re.I)
_LOOSE_ARTICLE = re.compile(r"(?<=\w )(?:al|el|Al|El) (?=[A-Z])")
_APOSTROPHES = re.compile(r"[’'`ʼʻ‘ʿʾ]")
_POSSESSIVE = re.compile(r"[’'](?:s\b|(?= |$))")
_DOTTED = re.compile(r"\b(?:[A-Za-z]\.\s?){2,}(?=\W|$|[A-Z])|\b[A-Z]\. ?[A-Z]\.")
_BRACKETS = re.compile(r"\s*\([^)]*\)")
_QUOTED = re.compile(r"\s[\"“‘'][^\"”’']+[\"”’'](?=\s)")
_NUMBER = re.compile(r"^(\d+)(?:st|nd|rd|th)?$")
_ISED = re.compile(r"(?<=\w{4})is(ed|ation|ations)$")
_ABD = re.compile(r"^abd(?:oul|ul|el|al|ur|er|ar|u|e)?$")
_ABD_JOINED = re.compile(r"^abd(?:oul|ul|el|al|ur|er|ar)(?!l?ah?$)(\w{4,})$")


@lru_cache(maxsize=20_000)
def words(name: str, kind: Kind) -> tuple[str, ...]:
    """The words that tell; all of them if none would be left."""
    plain = _plain(name, kind)
    every = tuple(re.findall(r"\w+", plain.casefold()))
    if kind == "person":
        told = tuple(w.casefold() for w in re.findall(r"\w+", plain) if w not in _NO_NAMES)
        return _of_person(told, turned=bool(_TURNED.match(plain))) or every
    if kind in BODIES:
        return _of_body(plain, kind) or every
    return tuple(w for w in every if w not in _DETERMINERS) or every


def _plain(name: str, kind: Kind) -> str:
    name = _BRACKETS.sub("", name) or name
    name = _POSSESSIVE.sub("", name) if kind in (*BODIES, "person") else name
    name = _QUOTED.sub(" ", name) if kind == "person" else name
    name = _DOTTED.sub(lambda m: re.sub(r"[.\s]", "", m.group()) + " ", name)
    name = _APOSTROPHES.sub("", name)
    decomposed = unicodedata.normalize("NFKD", name)
    name = "".join(c for c in decomposed if not unicodedata.combining(c))
    name = name.translate(_LETTERS)
    return _LOOSE_ARTICLE.sub("", _ARTICLE.sub("", name)) if kind == "person" else name


_LETTERS = str.maketrans({"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ı": "i"})


def _of_person(every: tuple[str, ...], *, turned: bool) -> tuple[str, ...]:
    kept = list(every)
    while len(kept) > 2 and (kept[-1] in _AFTER or kept[-1].isdigit()):
        kept.pop()
    while len(kept) > 1 and (kept[0] in _TITLES or (kept[0] in _STYLES and len(kept) > 2)):
        kept = kept[1:]
    if turned and len(kept) > 1 and kept[-1] not in JUNIOR:  # "Haddad, Yusuf"
        kept = [*kept[1:], kept[0]]
    return tuple(kept)


def _of_body(plain: str, kind: Kind) -> tuple[str, ...]:
    kept = []
    for word in re.findall(r"\w+", plain):
        if kind == "unit" and word in _ROMAN:
            kept.append(_ROMAN[word])
        elif (low := word.casefold()) not in _DETERMINERS:
            number = _NUMBER.match(low)
            kept.append(number.group(1) if number else _ORDINALS.get(low) or _spelt(low))
    while len(kept) > 1 and kept[-1] in _LEGAL and kind != "unit":
        kept.pop()
    return tuple(kept)


def _spelt(word: str) -> str:
    """As Americans write it."""
    return _SPELT.get(word) or _ISED.sub(r"iz\1", word)


def joined(parts: tuple[str, ...]) -> tuple[str, ...]:
    """A person's words with Abdul and the word it belongs to as one, however it is written."""
    made: list[str] = []
    for part in parts:
        whole = _ABD_JOINED.match(part)
        if made and made[-1] == "abdul":
            made[-1] += part
        elif _ABD.match(part):
            made.append("abdul")
        else:
            made.append(f"abdul{whole.group(1)}" if whole else part)
    return tuple(made)
