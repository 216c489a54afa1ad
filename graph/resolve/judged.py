"""What people judged of entities, and of claims, against what the machine made of them.

Judgements, groups as they are without  →  Rulings: pairs that must be one, pairs that never are
Judgements on two claims                →  the last verdict on each pair

A judgement names IRIs as they were when it was made. An IRI means the group that bears it without
judgements, and in it the spelling that it is made of; so it holds when the group has grown since.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from graph.corpus import Judgement
from graph.resolve import names
from graph.resolve.clusters import Judged, Key
from graph.resolve.naming import Named
from graph.resolve.profiles import Profile

_Pair = tuple[Profile, Profile]


@dataclass(frozen=True, slots=True)
class Rulings:
    """What holds whatever else speaks for or against it."""

    must: list[_Pair] = field(default_factory=list)
    never: list[_Pair] = field(default_factory=list)
    home: dict[Profile, int] = field(default_factory=dict)
    """Of each profile the number of its group; groups judged to be one share it."""
    by: dict[Profile, Judgement] = field(default_factory=dict)
    """The last judgement that holds of a profile's group."""

    def waives(self, a: Profile, b: Profile) -> bool:
        """True if two clash in the machine's eyes and a person took them for one."""
        return a in self.home and self.home.get(a) == self.home.get(b)


def partners(judgements: Iterable[Judgement]) -> dict[str, set[str]]:
    """Of each block that a judged IRI may stand under, those of the other IRI."""
    found: dict[str, set[str]] = defaultdict(set)
    for one in _of_entities(judgements):
        left, right = (names.of_iri(iri) for iri in one.about)
        for block in left:
            found[block].update(right)
        for block in right:
            found[block].update(left)
    return dict(found)


def rulings(judgements: Sequence[Judgement], plain: Sequence[Named]) -> Rulings:
    """The judgements that hold: where two cannot both, the later, by day and by time of day.

    "Unsure" takes back what was judged of the same two before.
    """
    made, bearing = Rulings(), _bearing(plain)
    together: dict[Profile, frozenset[Profile]] = {}
    left_open: set[frozenset[str]] = set()
    of_two = (j for j in judgements if len(j.about) == 2)
    latest = sorted(of_two, key=lambda j: (j.on, j.at))
    for one in reversed(latest):
        if one.verdict == "unsure":
            left_open.add(frozenset(one.about))
        if frozenset(one.about) in left_open:
            continue
        left, right = (_anchors(iri, bearing) for iri in one.about)
        if not left or not right or left & right:
            continue
        whole = frozenset().union(*(together.get(p, frozenset((p,))) for p in left | right))
        if one.verdict == "same":
            if any(a in whole and b in whole for a, b in made.never):
                continue
            together.update(dict.fromkeys(whole, whole))
            made.must.extend((min(whole), p) for p in sorted(whole))
        elif any(together.get(p, frozenset()) & right for p in left):
            continue
        else:
            made.never.extend((p, q) for p in sorted(left) for q in sorted(right))
        for p in left | right:
            made.by.setdefault(p, one)
    _settle_homes(made, plain)
    return made


def _of_entities(judgements: Iterable[Judgement]) -> Iterable[Judgement]:
    return (j for j in judgements if len(j.about) == 2 and j.verdict in ("same", "different"))


def _bearing(plain: Sequence[Named]) -> dict[str, Named]:
    """By IRI the group that has it; else that would have it; else that has a part of that IRI."""
    found = {one.iri: one for one in plain}
    for one in plain:
        for iri in one.also:
            found.setdefault(iri, one)
    for one in plain:
        for p in one.members:
            found.setdefault(p.iri, one)
    return found


def _anchors(iri: str, bearing: dict[str, Named]) -> frozenset[Profile]:
    """The profiles that an IRI is made of; none if nothing here was ever called so."""
    if iri not in bearing:
        return frozenset()
    members = bearing[iri].members
    return frozenset(p for p in members if p.iri == iri) or frozenset(members)


def _settle_homes(made: Rulings, plain: Sequence[Named]) -> None:
    """Number the groups, those judged to be one alike."""
    if not made.must:
        return
    number = {p: k for k, one in enumerate(plain) for p in one.members}
    for a, b in made.must:
        low, high = sorted((number[a], number[b]))
        number = {p: low if k == high else k for p, k in number.items()}
    made.home.update(number)


# Claims ---------------------------------------------------------------------------------------


def pairs_judged(judgements: Iterable[Judgement]) -> dict[frozenset[Key], Judged]:
    """The last verdict on each two claims; "unsure" takes back what was judged before."""
    found: dict[frozenset[Key], Judged] = {}
    for one in sorted(judgements, key=lambda j: (j.on, j.at)):
        keys = frozenset(map(claim_key, one.about)) if are_claims(one) else frozenset()
        if len(keys) == 2:
            found[keys] = one.verdict
    return found


def are_claims(judgement: Judgement) -> bool:
    """True of a judgement on two claims, which is no judgement on entities."""
    return len(judgement.about) == 2 and all("#" in iri for iri in judgement.about)


def claim_key(iri: str) -> Key:
    """What the claim of an IRI is known by."""
    article, _, name = iri.partition("#")
    return article, name
