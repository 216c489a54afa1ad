"""Which entities of many articles are one, and why.

    EntityDigests, Judgements  →  Assignments: a function of the set, in whatever order it came
    new EntityDigests          →  the entities that have to be assigned again with them

Spellings of one name are joined, the surest first; two bearers of one name stay apart where their
roles clash; who may be either of two is taken for neither. What people judged overrides it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from graph.corpus import Assignment, EntityDigest, Judgement
from graph.resolve import joining, judged
from graph.resolve.judged import Rulings, rulings
from graph.resolve.naming import Named, named
from graph.resolve.profiles import Profile, Seen, profile, seen

_TOLD_APART, _TORN = 0.9, 0.5
_T = TypeVar("_T", EntityDigest, Seen)


@dataclass(frozen=True, slots=True)
class Decision:
    """What a profile is taken for."""

    iri: str
    name: str
    reason: str
    score: float


def assign(
    entities: Iterable[EntityDigest], judgements: Sequence[Judgement] = ()
) -> list[Assignment]:
    """One Assignment an entity, by article and index.

    An entity keeps its assignment when others come that are not in its `touched` set.
    """
    every = sorted(set(entities), key=lambda e: (e.article, e.index))
    profiles = [profile(entity) for entity in every]
    met = seen((p, e.article) for p, e in zip(profiles, every, strict=True))
    decided = decide(met.values(), judgements)
    found = zip(every, map(decided.__getitem__, profiles), strict=True)
    return [Assignment(e.article, e.index, d.iri, d.name, d.reason, d.score) for e, d in found]


def decide(some: Iterable[Seen], judgements: Sequence[Judgement] = ()) -> dict[Profile, Decision]:
    """What each profile is taken for; `assign` for a store that keeps profiles."""
    met = {one.profile: one for one in some}
    tied = joining.ties(met)
    plain = named(joining.groups(met, tied), met)
    held = rulings(judgements, plain)
    final = plain
    if held.must or held.never:
        ruled = joining.groups(met, tied, must=held.must, never=held.never, waived=held.waives)
        final = named(ruled, met)
    reasons = _Reasons(tied, held, final)
    return {p: Decision(one.iri, one.name, *reasons.of(p)) for one in final for p in one.members}


def touched(
    some: Iterable[EntityDigest],
    sharing: Callable[[Iterable[str]], Iterable[EntityDigest]],
    judgements: Sequence[Judgement] = (),
) -> list[EntityDigest]:
    """These entities and all whose assignment they may change or that may change theirs.

    sharing:    gives all entities that have any of some blocks, see `names.blocks`.
    judgements: all of the store, so that those judged to be one or two are looked at together.

    Walks from name to near name: a block is looked up once, and only those of it are walked on from
    whose name is near or whose IRI is the same. Costs a look-up for each block of the names walked,
    and the entities in them: of listed outlets, places and the unnamed none but their own, of a
    president all that articles say of him. `touched_profiles` costs one for each thing said of him.
    """
    return _walked(some, profile, sharing, judgements, lambda e: (e.article, e.index))


def touched_profiles(
    some: Iterable[Seen],
    sharing: Callable[[Iterable[str]], Iterable[Seen]],
    judgements: Sequence[Judgement] = (),
) -> list[Seen]:
    """`touched` for a store that keeps each profile once: the articles behind it cost nothing."""
    return _walked(some, lambda one: one.profile, sharing, judgements, lambda one: one.profile)


def _walked(
    some: Iterable[_T],
    of: Callable[[_T], Profile],
    sharing: Callable[[Iterable[str]], Iterable[_T]],
    judgements: Sequence[Judgement],
    order: Callable[[_T], object],
) -> list[_T]:
    bearers: dict[Profile, set[_T]] = defaultdict(set)
    in_block: dict[str, set[Profile]] = {}
    beside = judged.partners(judgements)

    def look_up(blocks: Iterable[str]) -> set[Profile]:
        new = [block for block in blocks if block not in in_block]
        in_block.update((block, set()) for block in new)
        for one in sharing(new) if new else ():
            bearers[of(one)].add(one)
            for block in of(one).blocks:
                if block in in_block:
                    in_block[block].add(of(one))
        return {p for block in blocks for p in in_block[block]}

    reached: set[Profile] = set()
    heap: list[Profile] = []
    for one in some:
        bearers[of(one)].add(one)
        heap.append(of(one))
    while heap:
        here = heap.pop()
        if here in reached:
            continue
        reached.add(here)
        judged_with = beside.get(here.blocks[0], set())
        if judged_with or not _fixed(here):
            heap += [p for p in look_up(here.blocks) if joining.near(here, p)]
        heap += [p for p in look_up(sorted(judged_with)) if p.blocks[0] in judged_with]
    return sorted((one for p in reached for one in bearers[p]), key=order)  # type: ignore[arg-type]


def _fixed(one: Profile) -> bool:
    """True of a listed outlet: only a judgement can change what it is."""
    return bool(one.settled) and not one.article


class _Reasons:
    """Why each profile is what it is."""

    def __init__(self, tied: joining.Ties, held: Rulings, final: Iterable[Named]) -> None:
        self._tied, self._held = tied, held
        self._group = {p: one for one in final for p in one.members}
        self._by_key: dict[tuple[str, int], joining.Tie] = {}
        for tie in sorted(tied.sure, key=lambda t: (t.rank, t.left, t.right)):
            group = self._group[tie.left]
            other = (tie.left.kind, tie.left.key) != (tie.right.kind, tie.right.key)
            if other and group is self._group[tie.right]:
                for p in (tie.left, tie.right):
                    self._by_key[p.key, id(group)] = tie

    def of(self, one: Profile) -> tuple[str, float]:
        """The reason and its score."""
        group = self._group[one]
        judgement = self._held.by.get(one)
        if judgement is not None:
            said = "the same" if judgement.verdict == "same" else "different"
            return f"judged {said} by {judgement.by} on {judgement.on.isoformat()}", 1.0
        if one.settled:
            return one.reason, 1.0
        tie = self._by_key.get((one.key, id(group)))
        if tie is not None:
            return tie.reason, tie.score
        return self._alone(one, group)

    def _alone(self, one: Profile, group: Named) -> tuple[str, float]:
        torn = self._tied.torn.get(one, set()) - set(group.members)
        if torn:
            return f"may be any of {len(torn)} told apart, so taken for none of them", _TORN
        rivals = [
            p
            for p in self._tied.against.get(one, ())
            if p.key == one.key and self._group[p] is not group
        ]
        if rivals:
            return f"same kind and name, but {_told(one)}, not {_told(min(rivals))}", _TOLD_APART
        return "same kind and name", 1.0


def _told(one: Profile) -> str:
    """What is told of somebody, in words: "military, Ukraine"."""
    told = (trait.partition(":")[2].replace("+", " ") for trait in one.traits)
    return ", ".join(told) or "without a role"
