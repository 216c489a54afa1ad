"""What tells two bearers of one name apart: walks of life, countries and ministries.

    what somebody is called  →  traits ("work:military", "nation:ukraine", "ministry:defense")
    traits, traits           →  whether one person can hardly have both

Most that people are called tells nothing ("the official", "the leader"). Politics goes with every
walk of life. Two walks of life go together if one article gives them to one person.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import combinations, product

from graph.resolve.nations import nations

_WORK = {
    "military": "colonel general major captain lieutenant sergeant corporal brigadier admiral "
    "commander commandant soldier officer private marshal serviceman servicewoman sailor marine "
    "gunner sniper conscript reservist adjutant col gen lt maj capt sgt brig cpl adm",
    "medicine": "doctor surgeon physician nurse paramedic medic midwife pharmacist psychiatrist "
    "psychologist pathologist dentist",
    "law": "lawyer attorney barrister solicitor advocate counsel notary",
    "bench": "judge magistrate justice prosecutor",
    "arts": "singer actor actress musician painter poet artist composer dancer comedian rapper "
    "violinist pianist novelist filmmaker sculptor playwright",
    "press": "journalist reporter correspondent columnist editor cameraman photographer presenter",
    "church": "priest bishop archbishop imam rabbi monk nun pastor cleric chaplain cardinal",
    "sport": "footballer goalkeeper striker quarterback linebacker athlete swimmer boxer cyclist "
    "wrestler cricketer batsman bowler goaltender skater",
    "police": "policeman policewoman constable detective sheriff inspector",
    "trade": "farmer fisherman shopkeeper driver welder carpenter baker miner electrician plumber "
    "mechanic labourer cook waiter trader merchant grocer tailor herder porter blacksmith",
    "learning": "teacher professor lecturer scholar historian scientist physicist chemist "
    "biologist economist headmaster",
    "childhood": "boy girl baby toddler schoolboy schoolgirl",
    "politics": "president minister premier senator lawmaker mp governor mayor congressman "
    "congresswoman chancellor politician legislator parliamentarian ambassador councillor",
}
_TOGETHER = frozenset(
    frozenset(pair.split("+"))
    for pair in (
        "military+police law+bench law+learning medicine+learning press+arts press+learning "
        "arts+learning church+learning sport+learning press+law bench+learning military+learning "
        "church+arts trade+arts police+law police+bench"
    ).split()
)
"""Walks of life that go together; politics goes with all but childhood."""
_GENDER = {
    "he": "man boy father husband brother son uncle spokesman policeman businessman mr",
    "she": "woman girl mother wife sister daughter aunt spokeswoman policewoman businesswoman mrs "
    "ms actress",
}
_SORTS = ("work:", "ministry:", "nation:", "gender:")
_MINISTRY = re.compile(
    r"\b(defen[cs]e|foreign|interior|health|finance|justice|education|energy|culture|transport|"
    r"agriculture|economy|information|labou?r|trade|environment)\b(?=.* (?:minister|ministry)\b)|"
    r"\bminist(?:er|ry) (?:of|for) (?:the )?(\w+)"
)
_NO_SOLDIER = re.compile(
    r"\b(?:secretary|attorney|prosecutor|director|inspector|solicitor|consul|governor|surgeon)"
    r"[ -]general\b|\b(?:press|medical|executive|information|election|welfare) officer\b|"
    r"\b(?:team|ship['’]?s?|ferry|tanker|party) captain\b"
)
_POLICE = re.compile(r"\bpolice (?:officer|captain|sergeant|lieutenant|commander|chief|major)\b")
_AFTER_HEAD = re.compile(r",| (?:of|for|in|at|on|to|with|from|who|whose|that|and) ")


@lru_cache(maxsize=50_000)
def traits(called: str) -> frozenset[str]:
    """What one description or title in lower case tells of a person."""
    text = called.replace("’s", "").replace("'s", "")
    office = _POLICE.sub("policeman", _NO_SOLDIER.sub("official", text))
    head = _AFTER_HEAD.split(office, maxsplit=1)[0].split()[-1:]
    found = {f"work:{_listed()[word]}" for word in head if word in _listed()}
    found |= {f"gender:{_genders()[word]}" for word in head if word in _genders()}
    found |= {f"nation:{nation}" for nation in nations(re.findall(r"\w+", text))[0]}
    for match in _MINISTRY.finditer(text):
        found.add(f"ministry:{(match.group(1) or match.group(2)).replace('defence', 'defense')}")
    return frozenset(found)


def shared(a: frozenset[str], b: frozenset[str]) -> bool:
    """True if both are told to have one work, ministry or country; being a woman is not enough."""
    return any(not trait.startswith("gender:") for trait in a & b)


@lru_cache(maxsize=50_000)
def clash(a: frozenset[str], b: frozenset[str], held: frozenset[frozenset[str]]) -> bool:
    """True if one person can hardly have both.

    held: pairs of traits that some article gives to one person of that name.
    """
    if a <= b or b <= a:
        return False
    return any(_apart(_of(a, sort), _of(b, sort), held) for sort in _SORTS)


def pairs(some: Iterable[str]) -> frozenset[frozenset[str]]:
    """Every two of some traits."""
    return frozenset(frozenset(pair) for pair in combinations(some, 2))


def _of(all_traits: frozenset[str], sort: str) -> set[str]:
    return {trait for trait in all_traits if trait.startswith(sort)}


def _apart(a: set[str], b: set[str], held: frozenset[frozenset[str]]) -> bool:
    """True if both are told, none is shared, and no two of them go together."""
    if not a or not b or a & b:
        return False
    return not any(frozenset(pair) in held or _together(*pair) for pair in product(a, b))


def _together(x: str, y: str) -> bool:
    pair = frozenset((x.removeprefix("work:"), y.removeprefix("work:")))
    return pair in _TOGETHER or ("politics" in pair and "childhood" not in pair)


@cache
def _listed() -> dict[str, str]:
    return {word: work for work, listed in _WORK.items() for word in listed.split()}


@cache
def _genders() -> dict[str, str]:
    return {word: gender for gender, listed in _GENDER.items() for word in listed.split()}
