"""Which profiles are one: scored pairs, then groups, the surest pair first.

Seen  →  Tie: two profiles, how surely they are one, and why
Ties  →  groups in which no two clash
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations

from graph.resolve import names, roles
from graph.resolve.profiles import Profile

_SHARED_ROLE = 0.15
"""What a role in common adds to two names that are nearly one."""
_ALIAS, _OTHER_KIND = 0.9, 0.85


@dataclass(frozen=True, slots=True)
class Tie:
    """Two profiles that may be one, the smaller first."""

    left: Profile
    right: Profile
    score: float
    reason: str
    rank: float
    """What comes first: the score, and a little for roles in common."""


@dataclass(frozen=True, slots=True)
class Ties:
    """All that speaks for and against taking profiles for one."""

    sure: list[Tie] = field(default_factory=list)
    against: dict[Profile, set[Profile]] = field(default_factory=lambda: defaultdict(set))
    """The profiles that each one clashes with."""
    torn: dict[Profile, set[Profile]] = field(default_factory=lambda: defaultdict(set))
    """Those that one may be and that clash with each other, so that it is taken for neither."""


def near(a: Profile, b: Profile) -> bool:
    """True if one can bear on what the other is taken for."""
    if a.settled or b.settled:
        return a.iri == b.iri
    if a.kind != b.kind:
        return a.iri == b.iri or _one_name(a, b)
    return a.iri == b.iri or _named(a, b)[0] >= names.CLOSE


def ties(profiles: Iterable[Profile]) -> Ties:
    """All ties, and clashes, of those that share a block. A function of the set."""
    found, possible = Ties(), []
    blocks = _by_block(p for p in profiles if not p.settled)
    held = _held(blocks)
    pairs = {pair for members in blocks.values() for pair in combinations(members, 2)}
    for left, right in sorted(pairs):
        if _clash(left, right, held[left.key] | held[right.key]):
            found.against[left].add(right)
            found.against[right].add(left)
        elif tie := _tie(left, right):
            possible.append(tie)
    _tear(found, possible)
    torn = found.torn
    found.sure.extend(
        t for t in possible if t.right not in torn[t.left] and t.left not in torn[t.right]
    )
    return found


def groups(
    profiles: Iterable[Profile],
    tied: Ties,
    *,
    must: Iterable[tuple[Profile, Profile]] = (),
    never: Iterable[tuple[Profile, Profile]] = (),
    waived: Callable[[Profile, Profile], bool] = lambda a, b: False,
) -> list[tuple[Profile, ...]]:
    """Groups of profiles that are one, each sorted, from the surest tie down.

    must, never: pairs that a person judged; they hold whatever the ties say.
    waived:      whether a clash of two profiles does not count, because they were judged one.
    """
    of = {p: {p} for p in profiles}
    apart: dict[Profile, set[Profile]] = defaultdict(set)
    for a, b in never:
        apart[a].add(b)
        apart[b].add(a)

    def clashes(one: set[Profile], other: set[Profile]) -> bool:
        judged = any(apart[p] & other for p in one if p in apart)
        return judged or any(
            not waived(p, q) for p in one if p in tied.against for q in tied.against[p] & other
        )

    def join(a: Profile, b: Profile) -> None:
        small, large = sorted((of[a], of[b]), key=len)
        large |= small
        of.update(dict.fromkeys(small, large))

    for a, b in must:
        if of[a] is not of[b]:
            join(a, b)
    for tie in sorted(tied.sure, key=lambda t: (-t.rank, t.left, t.right)):
        one, other = of[tie.left], of[tie.right]
        if one is not other and not clashes(one, other):
            join(tie.left, tie.right)
    return sorted({id(group): tuple(sorted(group)) for group in of.values()}.values())


def _by_block(profiles: Iterable[Profile]) -> dict[str, list[Profile]]:
    blocks: dict[str, list[Profile]] = defaultdict(list)
    for one in sorted(profiles):
        for block in one.blocks:
            blocks[block].append(one)
    return blocks


def _held(blocks: dict[str, list[Profile]]) -> dict[str, frozenset[frozenset[str]]]:
    """By key, the pairs of traits that an article gives to one bearer of the name."""
    found: dict[str, frozenset[frozenset[str]]] = defaultdict(frozenset)
    for one in {p for members in blocks.values() for p in members}:
        found[one.key] |= roles.pairs(one.traits)
    return found


def _one_name(a: Profile, b: Profile) -> bool:
    """True if two of different kinds bear one name of several words: a reader's mistake."""
    whole = names.whole_name(a.kind, a.name)
    return bool(whole) and whole == names.whole_name(b.kind, b.name)


def _clash(a: Profile, b: Profile, held: frozenset[frozenset[str]]) -> bool:
    if a.kind != b.kind:
        return False
    return names.contradict(a.name, b.name, a.kind) or (
        a.kind == "person" and roles.clash(a.all_traits, b.all_traits, held)
    )


def _tie(a: Profile, b: Profile) -> Tie | None:
    if a.kind != b.kind:
        if not _one_name(a, b):
            return None
        reason = f"one name, read as {_kind(a)} in one article and as {_kind(b)} in another"
        return Tie(a, b, _OTHER_KIND, reason, _OTHER_KIND)
    score, reason = _named(a, b)
    shared = roles.shared(a.all_traits, b.all_traits)
    if names.CLOSE <= score < names.SAME and shared and a.kind == "person":
        score, reason = score + _SHARED_ROLE, f"{reason}, and the same role"
    if score < names.SAME:
        return None
    return Tie(a, b, round(score, 4), reason, score + _SHARED_ROLE * shared)


def _named(a: Profile, b: Profile) -> tuple[float, str]:
    """How surely two names are one, by the names in full or by those that an article ties."""
    if a.key == b.key or a.iri == b.iri:
        return 1.0, "same kind and name"
    best = max((names.alike(x, y, a.kind), x, y) for x in a.spellings for y in b.spellings)
    if a.kind != "person" and best[0] == 1.0:
        return _ALIAS, f"an article calls it {_both(best[1:], a, b)}"
    return best[0], f"spellings of one name: {a.name}, {b.name}"


def _kind(one: Profile) -> str:
    return f"{'an' if one.kind[0] in 'ou' else 'a'} {one.kind}"


def _both(shared: tuple[str, ...], a: Profile, b: Profile) -> str:
    every = dict.fromkeys((a.name, b.name, *shared))
    return " and ".join(list(every)[:2])


def _tear(found: Ties, possible: list[Tie]) -> None:
    """Find who may be either of two that clash, and shares a role with neither or both."""
    beside: dict[Profile, set[Profile]] = defaultdict(set)
    for tie in possible:
        beside[tie.left].add(tie.right)
        beside[tie.right].add(tie.left)
    for one, rivals in list(found.against.items()):
        for other in rivals:
            for between in beside[one] & beside[other]:
                found.torn[between].update(_not_his(between, one, other))


def _not_his(between: Profile, one: Profile, other: Profile) -> Iterator[Profile]:
    mine = [roles.shared(between.all_traits, p.all_traits) for p in (one, other)]
    if not (mine[0] and not mine[1]):
        yield one
    if not (mine[1] and not mine[0]):
        yield other
