"""What a group of profiles is called: its IRI and the name that is shown.

groups of profiles  →  Named

A name that one group bears gives the IRI that it has alone. Of several groups that bear it, the one
with the smallest article keeps that IRI; the others add what tells them apart.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from graph import terms
from graph.resolve.profiles import Profile, Seen

_HASH = 6
"""Characters of a hash that set an IRI apart."""


@dataclass(frozen=True, slots=True)
class Named:
    """Profiles that are one, with their IRI."""

    members: tuple[Profile, ...]
    iri: str
    name: str
    first: str
    """The smallest IRI of its articles."""
    also: tuple[str, ...] = ()
    """IRIs that it has, or would have, where others bear its name."""


def named(groups: Iterable[tuple[Profile, ...]], seen: Mapping[Profile, Seen]) -> list[Named]:
    """Each group with its IRI and name, sorted by members."""
    alike: dict[str, list[Named]] = defaultdict(list)
    made = []
    for members in groups:
        one = _alone(members, seen)
        if _bearers(members)[0].settled and not _bearers(members)[0].article:
            made.append(one)
        else:
            alike[one.iri].append(one)
    for rivals in alike.values():
        made += _apart(rivals)
    return sorted(made, key=lambda one: one.members)


def _bearers(members: Sequence[Profile]) -> list[Profile]:
    """Those whose name the group goes by: the listed, else those named in full, else all."""
    listed = [p for p in members if p.settled and not p.article]
    return listed or [p for p in members if not p.settled] or list(members)


def _of_most(bearers: list[Profile], seen: Mapping[Profile, Seen]) -> list[Profile]:
    """Those of the kind that most articles take the group for; a person last, if as many do."""
    counts: Counter[str] = Counter()
    for p in bearers:
        counts[p.kind] += seen[p].articles
    most = min(counts, key=lambda kind: (-counts[kind], kind == "person", kind))
    return [p for p in bearers if p.kind == most]


def _alone(members: tuple[Profile, ...], seen: Mapping[Profile, Seen]) -> Named:
    bearers = _of_most(_bearers(members), seen)
    counts: Counter[str] = Counter()
    for p in bearers:
        counts[p.name] += seen[p].articles
    shown = min(counts, key=lambda name: (-counts[name], name))
    smallest = min(bearers, key=lambda p: (p.name.casefold(), p.name, p.kind, p.iri))
    first = min(seen[p].first for p in members)
    suffixes = (*_labels(members), terms.digest(first)[:_HASH])
    return Named(
        members,
        smallest.iri,
        shown,
        first,
        tuple(f"{smallest.iri}-{suffix}" for suffix in suffixes),
    )


def _labels(members: Iterable[Profile]) -> list[str]:
    """What is told of a group, most telling first: work, ministry, country."""
    told = {trait for p in members for trait in p.traits if not trait.startswith("gender:")}
    order = ("work", "ministry", "nation")
    sorts = sorted((order.index(t.split(":")[0]), t.split(":")[1]) for t in told)
    return [terms.slug(value.replace("+", "")) for _, value in sorts]


def _apart(rivals: list[Named]) -> list[Named]:
    """The same groups, no two of one IRI."""
    if len(rivals) == 1:
        return rivals
    if rivals[0].members[0].article and rivals[0].members[0].settled:
        return _in_article(rivals)
    ordered = sorted(rivals, key=lambda one: (one.first, one.members))
    taken = Counter(iri for one in ordered for iri in one.also)
    kept, made = ordered[0], [ordered[0]]
    used = {kept.iri}
    for one in ordered[1:]:
        own = [iri for iri in one.also if taken[iri] == 1 and iri not in used]
        iri = own[0] if own else f"{one.iri}-{terms.digest(*map(repr, one.members))[:_HASH]}"
        used.add(iri)
        made.append(replace(one, iri=iri))
    return made


def _in_article(rivals: list[Named]) -> list[Named]:
    """Of those that one article describes alike, all but the first with their index."""
    ordered = sorted(rivals, key=lambda one: one.members[0].index)
    later = (replace(one, iri=f"{one.iri}-{one.members[0].index}") for one in ordered[1:])
    return [ordered[0], *later]
