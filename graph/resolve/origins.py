"""On whose word a cluster of claims stands: every chain walked to its end.

    Cluster, the corpus around it  →  Origins

A chain that names an outlet whose own article on the claim is here goes on in that article. A copy
goes on in what it copies. What is left are the origins; coming back to where one has been is
circular reporting. Two unnamed sources may be one: so their number is a range.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from graph.corpus import (
    UNTOLD,
    Assignment,
    ClaimDigest,
    Cluster,
    Copy,
    Digest,
    Drift,
    EntityDigest,
    Judgement,
    Origin,
    Origins,
)  # fmt: skip
from graph.resolve.clusters import drifted
from graph.resolve.content_words import stems
from graph.resolve.names import key as name_key

_SPEAKS_FOR = frozenset(
    "spokesperson_for represents heads employed_by holds_position member_of".split()
)


@dataclass(frozen=True)
class Corpus:
    """What the walk needs to know besides the cluster."""

    digests: Mapping[str, Digest]
    assigned: Mapping[tuple[str, int], Assignment]
    copies: Sequence[Copy] = ()
    judgements: Sequence[Judgement] = ()

    def entity(self, article: str, index: int) -> EntityDigest:
        """The entity as its article knows it."""
        return self.digests[article].entities[index]

    def iri(self, article: str, index: int) -> str:
        """What the entity is in the store."""
        return self.assigned[article, index].iri

    def shown(self, article: str, index: int) -> str:
        """Its name in the store."""
        return self.assigned[article, index].name


@dataclass
class _Walk:
    """What is gathered on the way."""

    corpus: Corpus
    carried: dict[str, list[ClaimDigest]]
    """By the IRI of the outlet, its claims in the cluster and in those its figures differ from."""
    ends: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    through: set[str] = field(default_factory=set)
    """IRIs of outlets that the chains lead through to somebody else."""
    shown: dict[str, tuple[str, bool, str, int]] = field(default_factory=dict)
    """By key of the end: name, whether named, article and index of the entity."""
    circular: dict[tuple[str, ...], None] = field(default_factory=dict)
    drift: dict[Drift, None] = field(default_factory=dict)
    steps: dict[str, None] = field(default_factory=dict)


def origins(cluster: Cluster, corpus: Corpus, around: Iterable[Cluster] = ()) -> Origins:
    """Walk every chain of the cluster.

    around: clusters whose figures differ from this one's: a chain may lead into them, where a
    figure changed on the way.
    """
    carried: dict[str, list[ClaimDigest]] = defaultdict(list)
    for claim in (*cluster.claims, *(c for other in around for c in other.claims)):
        carried[corpus.iri(claim.article, 0)].append(claim)
    walk = _Walk(corpus, carried)
    for claim in cluster.claims:
        for end in _ends(walk, claim, (claim,)):
            walk.ends[end].add(claim.article)
    found = tuple(
        Origin(walk.shown[end][2], walk.shown[end][0], walk.shown[end][1], tuple(sorted(articles)))
        for end, articles in sorted(walk.ends.items())
    )
    low, high = _independent(walk)
    return Origins(
        found, low, high, tuple(sorted(walk.circular)), tuple(walk.drift), tuple(walk.steps)
    )


def _ends(walk: _Walk, claim: ClaimDigest, path: tuple[ClaimDigest, ...]) -> Iterator[str]:
    """Keys of the origins of a claim; path: the claims walked through, this one last."""
    original = _original(walk, claim)
    if original is not None:
        other, copy = original
        first = walk.corpus.digests[other.article].publisher or "another article"
        told = "repeats the words of" if copy.ordered else f"has the same words, {UNTOLD}, as"
        walk.steps[f"{_name(walk, claim, 0)} {told} {first}"] = None
        yield from _on(walk, claim, other, path)
        return
    for chain in claim.chains:
        if not any(_goes_on(chain, other) for other in claim.chains):
            yield from _chain_ends(walk, claim, chain, path)


def _goes_on(chain: tuple[int, ...], other: tuple[int, ...]) -> bool:
    """True if the other tells more of the same: "X reported P, citing Y"."""
    return len(chain) < len(other) and other[: len(chain)] == chain


def _original(walk: _Walk, claim: ClaimDigest) -> tuple[ClaimDigest, Copy] | None:
    """The claim that this one was copied from, if its article is a copy of one here."""
    for copy in walk.corpus.copies:
        if copy.copy == claim.article and copy.kind == "copy":
            for claims in walk.carried.values():
                for other in claims:
                    if other.article == copy.original:
                        return other, copy
    return None


def _chain_ends(
    walk: _Walk, claim: ClaimDigest, chain: tuple[int, ...], path: tuple[ClaimDigest, ...]
) -> Iterator[str]:
    told = " ← ".join(_name(walk, claim, index) for index in chain)
    for place, index in enumerate(chain[1:], 1):
        if walk.corpus.entity(claim.article, index).kind != "outlet":
            continue
        behind = _behind(walk, claim, walk.corpus.iri(claim.article, index))
        if behind is not None and _agrees(walk, claim, chain[place + 1 :], behind):
            walk.steps[f"{told}: goes on in {_name(walk, behind, 0)}"] = None
            yield from _on(walk, claim, behind, path)
            return
        if place == len(chain) - 1:
            outlet = _name(walk, claim, index)
            walk.steps[f"{told}: no article of {outlet} here makes this claim"] = None
    walk.steps.setdefault(f"{told}: ends here")
    yield _end(walk, claim, chain)


def _behind(walk: _Walk, claim: ClaimDigest, outlet: str) -> ClaimDigest | None:
    """The claim of the outlet that this one may come from: not of this article, nor later."""
    day = walk.corpus.digests[claim.article].published
    for other in walk.carried.get(outlet, ()):
        then = walk.corpus.digests[other.article].published
        later = day is not None and then is not None and then > day
        if other.article != claim.article and not later:
            return other
    return None


def _agrees(walk: _Walk, claim: ClaimDigest, beyond: tuple[int, ...], behind: ClaimDigest) -> bool:
    """True unless the claim tells who stands beyond the outlet, and the outlet tells of others.

    Who is unnamed may be whom the outlet names; if a figure changed, only if called alike.
    """
    if not beyond:
        return True
    source = walk.corpus.entity(claim.article, beyond[-1])
    ends = {chain[-1] for chain in behind.chains}
    there = [walk.corpus.entity(behind.article, end) for end in ends]
    if not source.unnamed:
        named = walk.corpus.iri(claim.article, beyond[-1])
        same = any(walk.corpus.iri(behind.article, end) == named for end in ends)
        return same or any(_called_alike(source, one) for one in there)
    called = stems(source.name)
    return not drifted(claim, behind) or any(
        called & stems(" ".join((one.name, *one.names, *one.roles))) for one in there
    )


def _called_alike(a: EntityDigest, b: EntityDigest) -> bool:
    """True if a name of one is a part of the other's: "Lund" and "Petra Lund"."""
    if a.kind != b.kind:
        return False
    one, other = (set(name_key(e.name, e.kind).split()) for e in (a, b))
    return bool(one and other) and (one <= other or other <= one)


def _on(
    walk: _Walk, claim: ClaimDigest, behind: ClaimDigest, path: tuple[ClaimDigest, ...]
) -> Iterator[str]:
    """Go on in the article behind; note a figure that changed, and a circle."""
    changed = drifted(claim, behind)
    if changed:
        walk.drift[Drift(claim.article, changed[0], behind.article, changed[1])] = None
    articles = [c.article for c in path]
    if behind.article in articles:
        cycle = path[articles.index(behind.article) :]
        names = [_name(walk, c, 0) for c in cycle]
        least = names.index(min(names))
        walk.circular[(*names[least:], *names[:least])] = None
        return
    yield from _ends(walk, behind, (*path, behind))


def _end(walk: _Walk, claim: ClaimDigest, chain: tuple[int, ...]) -> str:
    """The key of the source that a chain ends in.

    An unnamed source that two articles have from one outlet is the same for both.
    """
    index = chain[-1]
    entity = walk.corpus.entity(claim.article, index)
    named = not entity.unnamed and entity.kind != "unknown"
    key = iri = walk.corpus.iri(claim.article, index)
    outlets = [i for i in chain[1:-1] if walk.corpus.entity(claim.article, i).kind == "outlet"]
    walk.through.update(walk.corpus.iri(claim.article, i) for i in outlets)
    if not named and outlets:
        key = f"unnamed source of {walk.corpus.iri(claim.article, outlets[-1])}"
    walk.shown.setdefault(key, (_name(walk, claim, index), named, iri, index))
    return key


def _name(walk: _Walk, claim: ClaimDigest, index: int) -> str:
    return walk.corpus.shown(claim.article, index)


# How many --------------------------------------------------------------------------------------


def _independent(walk: _Walk) -> tuple[int, int]:
    """The least and the most independent origins there can be."""
    named = sorted(k for k in walk.ends if walk.shown[k][1])
    sayers = [k for k in named if walk.shown[k][2] not in walk.through]
    unnamed = sorted(k for k in walk.ends if not walk.shown[k][1])
    apart = _judged_apart(walk, [walk.shown[k][2] for k in unnamed])
    low = _groups(walk, sayers) + apart
    unknown = [k for k in unnamed if walk.shown[k][0] == "unknown source"]
    if apart and named and len(unknown) == len(unnamed):
        low -= 1  # "reportedly" may stand for any of the others
    high = len(named) + len(unnamed)
    if walk.circular and not walk.ends:
        return 0, 1
    return low, high


def _groups(walk: _Walk, named: Sequence[str]) -> int:
    """Named origins, one who speaks for another counted with it."""
    group = {k: k for k in named}
    for a in named:
        for b in named:
            if a < b and _one_voice(walk, a, b):
                old, new = group[b], group[a]
                group = {k: new if g == old else g for k, g in group.items()}
    return len(set(group.values()))


def _one_voice(walk: _Walk, a: str, b: str) -> bool:
    """True if one speaks for the other, by a relation or by what it is called."""
    names = [_called(walk, key) for key in (a, b)]
    for digest in walk.corpus.digests.values():
        for claim in digest.claims:
            for tie in claim.ties:
                ends = [tie.subject in names[0], tie.subject in names[1]]
                ends += [tie.object in names[0], tie.object in names[1]]
                if tie.predicate in _SPEAKS_FOR and (all(ends[::3]) or all(ends[1:3])):
                    return True
    return _named_in(walk, a, b) or _named_in(walk, b, a)


def _called(walk: _Walk, key: str) -> frozenset[str]:
    return frozenset(
        name_key(entity.name, entity.kind)
        for (article, index), assigned in walk.corpus.assigned.items()
        if assigned.iri == walk.shown[key][2] and article in walk.corpus.digests
        for entity in [walk.corpus.entity(article, index)]
    )


def _named_in(walk: _Walk, person: str, body: str) -> bool:
    """True if what the person is called elsewhere names the body ("an army spokesman")."""
    words = {w for w in walk.shown[body][0].casefold().split() if w not in ("the", "of", "a")}
    return bool(words) and any(
        words <= set(role.replace("’s", "").replace("'s", "").split())
        for (article, index), assigned in walk.corpus.assigned.items()
        if assigned.iri == walk.shown[person][2] and article in walk.corpus.digests
        for role in walk.corpus.entity(article, index).roles
    )


def _judged_apart(walk: _Walk, unnamed: Sequence[str]) -> int:
    """The least number of unnamed sources, given those that were judged different."""
    different = {frozenset(j.about) for j in walk.corpus.judgements if j.verdict == "different"}
    groups: list[list[str]] = []
    for iri in unnamed:
        for group in groups:
            if not any(frozenset((iri, other)) in different for other in group):
                group.append(iri)
                break
        else:
            groups.append([iri])
    return len(groups)
