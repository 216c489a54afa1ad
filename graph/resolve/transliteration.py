"""How far two spellings may be of one word that came from another script.

    word, word  →  cost (0: only letters differ that stand for one sound), or None

A word is folded (``kh`` → ``h``, ``dh`` → ``d``, ``skyi`` → ``ski``) and its consonants are sorted
into classes; two spellings of one word have the same classes, so a store can look them up by these.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import zip_longest

LIMIT = 0.1
"""Cost a letter, at most: a long word bears a difference that a short one does not."""
_SHORT = 3
_STEPS = tuple(
    (re.compile(pattern), to)
    for pattern, to in (
        (r"itsch$|itch$|ich$|ic$", "iC"),
        (r"shch|sch|sh", "S"),
        (r"tch|ch|cz", "C"),
        (r"dzh|zh|dj|j(?=[aeiouy])", "J"),
        (r"j", "i"),
        (r"^kh|ck|c(?![eiy])", "k"),
        (r"c", "s"),
        (r"kh", "h"),
        (r"ph", "f"),
        (r"ts|tz", "T"),
        (r"x", "ks"),
        (r"w", "v"),
        (r"(?<=.)h", ""),
        (r"([^aeiou])\1+", r"\1"),
        (r"^y(?=e)", ""),
        (r"oo|ou", "u"),
        (r"ee", "i"),
        (r"aa", "a"),
        (r"(?:a[eiy]|e[iy])(?=[^aeiouy]|$)", "e"),
        (r"[iy]+", "i"),
        (r"^ie", "e"),
    )
)
_CLASSES = str.maketrans({"q": "k", "g": "k", "z": "s", "f": "v"})
_NEAR = {"gq": 0.25, "kq": 0.0, "gk": 0.5, "sz": 0.25, "fv": 0.25}
_VOWELS = str.maketrans("aeiou", "AEEUU")
_PARTS = re.compile(r"[aeiou]*|[^aeiou]")

# Spellings of one name within a language; the rules above do not reach them.
_SPELLINGS = """
mohammed mohamed mohammad mohamad muhammad muhammed muhamad mohamud mohammod | ahmed ahmad ahmet
akhmed akhmad | yusuf yousef youssef yousuf yusef youssouf yusup | hussein hussain husayn hossein
hussien husain hosein | khaled khalid | fatima fatma fatimah fatemeh | osama usama oussama | omar
umar omer | hezbollah hizbollah hizbullah hizballah hezballah | qaeda qaida qaidah | ali aly |
ibrahim ebrahim | ismail ismael esmail | said saeed saïd sayeed | mustafa mostafa moustafa mustapha
| bashar bachar | assad asad | nasrallah nasrullah | jamal gamal djamal | najib naguib nagib |
suleiman sulaiman suleyman soleiman sulayman | dmitry dmitri dmitriy dmitrii dimitri dimitry |
alexander aleksandr aleksander alexandr | alexei alexey aleksei aleksey | yekaterina ekaterina |
yevgeny evgeny evgeniy evgeni yevgeniy yevgenii | fyodor fedor | semyon semen | pyotr petr piotr |
artyom artem | mikhail mihail michail | abdullah abdallah abdulla abdulah | hafez hafiz | yahya
yehia yahia | laden ladin | sinwar sinouar | haniyeh haniya haniyah | houthi huthi houti | shabaab
shabab
"""
# One name in two languages, or short and in full: nearly the same, never enough by itself.
_FORMS = """
volodymyr vladimir | oleksandr alexander | oleksiy alexei | serhiy sergei serhii sergey | kyrylo
kirill | mykola nikolai nikolay | dmytro dmitry | yevhen yevgeny | mykhailo mikhail mykhaylo |
andriy andrei andrii andrey | pavlo pavel | petro pyotr | ihor igor | oleh oleg | viktor victor |
artem artyom | olena elena yelena | kateryna yekaterina | hanna anna | yuriy yuri iurii yury |
joseph joe josef | william bill will | robert bob rob bobby | james jim jimmy | michael mike |
thomas tom | richard dick rick | edward ed ted | charles charlie chuck | david dave | daniel dan |
benjamin ben | samuel sam | steven stephen steve | anthony tony | christopher chris | matthew matt
| nicholas nick | timothy tim | gregory greg | jeffrey jeff | kenneth ken | donald don | ronald ron
| lawrence larry | elizabeth liz beth | katherine catherine kate kathy | margaret maggie | patricia
pat | susan sue | deborah debbie | andrew andy | peter pete | francis frank | frederick fred freddie
"""


@lru_cache(maxsize=20_000)
def fold(word: str) -> str:
    """The word, in lower case, as it sounds: an upper-case letter stands for a digraph."""
    for pattern, to in _STEPS:
        word = pattern.sub(to, word)
    return word


@lru_cache(maxsize=20_000)
def canonical(word: str) -> str:
    """The first of the listed spellings of the name; the word itself if it is not listed."""
    return _find(_SPELLINGS, word) or word


@lru_cache(maxsize=20_000)
def skeletons(word: str) -> frozenset[str]:
    """What all spellings of a word have one of: the classes of its consonants, A for a vowel first.

    The second, if there are two, is that of its form in another language.
    """
    named = canonical(word)
    return frozenset((_skeleton(named), _skeleton(_form(word))))


def _skeleton(word: str) -> str:
    folded = fold(word)
    first = "A" if folded[:1] in "aeiou" else ""
    return first + re.sub(r"[aeiou]", "", folded).translate(_CLASSES)


@lru_cache(maxsize=20_000)
def sound(word: str) -> str:
    """What letters leave that stand for one sound: Qaeda is Qaida, council is not counsel."""
    return fold(canonical(word)) if len(word) > _SHORT else word


def same_form(a: str, b: str) -> bool:
    """True if they are listed as one name in two languages, or as short and in full."""
    return _form(a) == _form(b)


@lru_cache(maxsize=20_000)
def _form(word: str) -> str:
    named = canonical(word)
    found = _find(_FORMS, word) or _find(_FORMS, named)
    return canonical(found) if found else named


@lru_cache(maxsize=20_000)
def cost(a: str, b: str) -> float | None:
    """How much two words in lower case differ in sound; None if they are two words.

    The last vowels must agree: they tell Petrov from Petrova.
    """
    if canonical(a) == canonical(b):
        return 0.0
    one, other = fold(canonical(a)), fold(canonical(b))
    if one == other and min(len(a), len(b)) > _SHORT:
        return 0.0
    least = min(len(one), len(other))
    left, right = _PARTS.findall(one), _PARTS.findall(other)
    consonants = _consonants(one, other)
    if least <= _SHORT or consonants is None:
        return None
    slots = list(zip_longest(_slots(left), _slots(right), fillvalue=""))
    if slots[-1][0] != slots[-1][1] or bool(slots[0][0]) != bool(slots[0][1]):
        return None
    total = consonants + sum(_between(x, y) for x, y in slots)
    return total if total <= LIMIT * least + 1e-9 else None


def _consonants(one: str, other: str) -> float | None:
    bare = [re.sub(r"[aeiou]", "", word) for word in (one, other)]
    if bare[0].translate(_CLASSES) != bare[1].translate(_CLASSES):
        return None
    pairs = ("".join(sorted(pair)) for pair in zip(*bare, strict=True) if pair[0] != pair[1])
    return sum(_NEAR.get(pair, 1.0) for pair in pairs)


def _slots(parts: list[str]) -> list[str]:
    """The vowels before, between and after the consonants, by their classes."""
    slots = [""]
    for part in parts:
        if part and part[0] not in "aeiou":
            slots.append("")
        else:
            slots[-1] += part.translate(_VOWELS)
    return slots


def _between(x: str, y: str) -> float:
    """The cost of two stretches of vowels between the same consonants."""
    if x == y:
        return 0.0
    if not x or not y:
        return 0.5 * max(len(x), len(y))
    if len(x) != len(y):
        return 0.75
    return sum(0.55 if "A" in (p, q) else 1.0 for p, q in zip(x, y, strict=True) if p != q)


def _find(table: str, word: str) -> str | None:
    """The first of the group of a listed word, or of one that sounds the same."""
    exact, by_sound = _listed(table)
    return exact.get(word) or (by_sound.get(fold(word)) if len(word) > _SHORT else None)


@cache
def _listed(table: str) -> tuple[dict[str, str], dict[str, str]]:
    groups = [group.split() for group in table.split("|")]
    exact = {word: group[0] for group in groups for word in group}
    return exact, {fold(word): first for word, first in exact.items() if len(word) > _SHORT}
