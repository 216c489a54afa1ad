"""Hold an article against those that are here: one more, one less, or one judgement more.

    Annotations  →  Digest  →  copies, entities, claims it touches  →  their quads computed anew

Only what an article touches is computed again: entities that share a block of names with one of
its own, claims that match one of its claims and those that match these, articles that share its
words. What is computed depends on what is here, not on the order in which it came.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields

import msgspec
from pyoxigraph import Quad

from graph.corpus import (
    Assignment,
    ClaimDigest,
    Cluster,
    Digest,
    Judgement,
    Match,
    Origins,
    Told,
)
from graph.resolve import copies, identities
from graph.resolve.clusters import Key, clusters, contradictions, key
from graph.resolve.digests import digest
from graph.resolve.entities import decide, touched_profiles
from graph.resolve.judged import are_claims, claim_key, pairs_judged
from graph.resolve.matches import apart, match
from graph.resolve.origins import Corpus, origins
from graph.resolve.profiles import Profile, Seen, profile
from graph.state import state
from graph.state.across import article_quads, cluster_iri, cluster_quads, judgement_quads
from graph.store import Store
from graph.types import Annotations, Resolution

WINDOW = 60
"""Days between two publications within which their claims are held against each other."""
CLOSE = 0.4
"""Claims whose vectors are less close than this are not looked at, unless they share a tie."""
TRIVIAL = 1.0
"""A decision of this score rests on the name alone, and is not told."""


def link(store: Store, *reads: Annotations) -> list[str]:
    """Put articles among the others, in place of earlier readings. Returns their IRIs.

    Several at once cost less than one by one, and what comes of it is the same.
    """
    catalogue = store.catalogue
    with catalogue.change():
        gone = [_take_in(store, digest(read), read) for read in reads]
        ones = [read.article.iri for read in reads]
        profiles = {p for stale in gone for p in stale.profiles}
        profiles.update(p for article in ones for p in catalogue.borne(article))
        renamed, retold = _decide(store, sorted(profiles))
        restated = renamed | {*ones}
        _restate(store, restated)
        near = restated.union(*(stale.copied for stale in gone))
        near |= {a for c in catalogue.copies(ones) for a in (c.original, c.copy)}
        left = {k for stale in gone for k in stale.claims if k[0] not in ones}
        were = frozenset[str]().union(*(stale.clusters for stale in gone))
        _recompute(store, left | _claims_of(store, near), were, near | retold)
    return ones


def _take_in(store: Store, one: Digest, read: Annotations) -> _Stale:
    """Put an article into the catalogue, with what it copies and what its claims match."""
    catalogue = store.catalogue
    stale = _forget(store, one.article)
    sample = copies.sample(one.shingles)
    catalogue.put(one, read, sample=sample)
    for entity in one.entities:
        has = profile(entity)
        catalogue.bear(one.article, entity.index, _packed(has), has.blocks)
    alike = (a for a in catalogue.sharing(sample) if a != one.article)
    held = (copies.compare(catalogue.digest(a), one) for a in alike)
    catalogue.put_copies(found for found in held if found)
    catalogue.put_matches(_matches(store, one))
    return stale


def unlink(store: Store, article: str) -> None:
    """Take an article out. Raises StoreError if it is not in the store."""
    catalogue = store.catalogue
    with catalogue.change():
        if article in catalogue:
            stale = _forget(store, article)
            restated, retold = _decide(store, stale.profiles)
            then = store.entities_of(article)
            store.remove(article)
            _restate(store, restated)
            _prune(store, then)
            near = restated | stale.copied
            about = near | retold | {article}
            _recompute(store, stale.claims | _claims_of(store, near), stale.clusters, about)
        else:
            store.remove(article)


def judge(store: Store, judgement: Judgement) -> None:
    """Keep a judgement, and compute anew what it changes."""
    store.judge(judgement_quads(judgement))
    catalogue = store.catalogue
    if are_claims(judgement):
        keys = [claim_key(iri) for iri in judgement.about]
        with catalogue.change():
            _recompute(store, catalogue.cluster_of(keys), frozenset(), ())
        return
    if len(judgement.about) != 2:
        return
    with catalogue.change():
        named = [one for iri in judgement.about for one in catalogue.assigned_to(iri)]
        restated, retold = _decide(store, named)
        _restate(store, restated)
        _recompute(store, _claims_of(store, restated), frozenset(), restated | retold)


def told(store: Store) -> Iterator[Told]:
    """Every cluster, with its origins and what contradicts it, by id."""
    found: dict[str, Told] = {}
    for cluster_id, keys in store.catalogue.clusters().items():
        if cluster_id not in found:
            found |= {one.cluster.id: one for one in _computed(store, _part(store, keys))}
    yield from (found[name] for name in sorted(found))


# Parts -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Stale:
    """What an article that goes leaves behind."""

    claims: frozenset[Key] = frozenset()
    """Claims of other articles that matched one of its own."""
    clusters: frozenset[str] = frozenset()
    copied: frozenset[str] = frozenset()
    """Articles that it copied, or that copied it."""
    profiles: frozenset[bytes] = frozenset()
    """Of its entities."""


def _forget(store: Store, article: str) -> _Stale:
    catalogue = store.catalogue
    if article not in catalogue:
        return _Stale()
    own = [key(c) for c in catalogue.digest(article).claims]
    near = {k for o in own for m in catalogue.matches_of(o) for k in (m.left, m.right)}
    was = frozenset(catalogue.cluster_of(own).values())
    copied = {a for c in catalogue.copies([article]) for a in (c.original, c.copy)}
    borne = frozenset(catalogue.borne(article))
    catalogue.remove(article)
    return _Stale(frozenset(near - set(own)), was, frozenset(copied - {article}), borne)


def _decide(store: Store, packed: Collection[bytes]) -> tuple[frozenset[str], frozenset[str]]:
    """Resolve these profiles, borne still or no more, and all that they bear on.

    Returns the articles in which an entity is called otherwise than before, and those in which
    only a reason is another.
    """
    catalogue, judgements = store.catalogue, store.judgements()
    here = catalogue.profiles(packed)
    gone = set(packed) - {row[0] for row in here}
    beside = catalogue.profiles_with({b for one in gone for b in _unpacked(one).blocks})
    closed = touched_profiles(
        map(_seen, {*here, *beside}),
        lambda blocks: map(_seen, catalogue.profiles_with(blocks)),
        judgements,
    )
    found = decide(closed, judgements)
    return catalogue.decide(
        (_packed(p), d.iri, d.name, d.reason, d.score) for p, d in found.items()
    )


def _packed(one: Profile) -> bytes:
    return msgspec.json.encode([getattr(one, f.name) for f in fields(one)])


def _unpacked(packed: bytes) -> Profile:
    kind, name, spellings, traits, *rest = msgspec.json.decode(packed)
    return Profile(kind, name, tuple(spellings), tuple(traits), *rest)


def _seen(row: tuple[bytes, int, str]) -> Seen:
    return Seen(_unpacked(row[0]), row[1], row[2])


def _restate(store: Store, articles: Iterable[str]) -> None:
    """State articles anew, and take out what was known of an entity from their old words alone."""
    every = sorted(articles)
    then = {iri for article in every if article in store for iri in store.entities_of(article)}
    store.put_all(_stated(store, article) for article in every)
    _prune(store, then)


def _stated(store: Store, article: str) -> list[Quad]:
    read = store.catalogue.annotations(article)
    found = identities(read, store.catalogue.assigned(article))
    return state([read], Resolution({article: found}))


def _prune(store: Store, entities: Iterable[str]) -> None:
    """Of these entities, take out what no article says any more; who was judged stays known."""
    stated: dict[str, frozenset[Quad]] = {}
    judged = {iri for judgement in store.judgements() for iri in judgement.about}
    for iri in sorted(entities):
        bearers = store.catalogue.bearers(iri)
        left = store.known(iri) if bearers or iri not in judged else set()
        for article in bearers:
            if not left:
                break
            if article not in stated:
                stated[article] = frozenset(_stated(store, article))
            left -= stated[article]
        if left:
            store.forget(left)


def _matches(store: Store, one: Digest) -> list[Match]:
    catalogue = store.catalogue
    pairs = catalogue.near(one, window=WINDOW, closeness=CLOSE)
    for claim in one.claims:
        ties = [tie.key for tie in claim.ties]
        pairs |= {(key(claim), other) for other in catalogue.claims_on(ties)}
    found = {}
    for mine, other in pairs:
        if mine != other and _in_window(one, catalogue.digest(other[0])):
            made = match(catalogue.claim(mine), catalogue.claim(other))
            if made:
                found[made.left, made.right] = made
    return list(found.values())


def _in_window(a: Digest, b: Digest) -> bool:
    if a.published is None or b.published is None:
        return True
    return abs((a.published - b.published).days) <= WINDOW


def _claims_of(store: Store, articles: Iterable[str]) -> frozenset[Key]:
    return frozenset(key(c) for a in articles for c in store.catalogue.digest(a).claims)


def _part(store: Store, keys: Iterable[Key]) -> dict[Key, list[Match]]:
    """These claims and all that hang together with them, each with its matches."""
    found: dict[Key, list[Match]] = {}
    judged = pairs_judged(store.judgements())
    heap = list(keys)
    while heap:
        k = heap.pop()
        if k not in found:
            found[k] = store.catalogue.matches_of(k)
            heap += [end for m in found[k] for end in (m.left, m.right)]
            beside = {other for pair in judged if k in pair for other in pair}
            heap += store.catalogue.cluster_of(beside)
    return found


def _recompute(
    store: Store, keys: Iterable[Key], gone: frozenset[str], articles: Iterable[str]
) -> None:
    """Compute anew the clusters of these claims and what is told of these articles.

    gone: clusters that had claims which are here no more.
    """
    part = _part(store, keys)
    held = store.catalogue.cluster_of(part)
    was = {*gone, *held.values()}
    made = _computed(store, part)
    now = {key(claim): t.cluster.id for t in made for claim in t.cluster.claims}
    store.catalogue.put_clusters((k, name) for k, name in now.items() if held.get(k) != name)
    nodes = [cluster_iri(name) for name in sorted({*was, *(t.cluster.id for t in made)})]
    quads = [q for t in made for q in cluster_quads(t.cluster, t.origins, t.contradictions)]
    every = sorted(articles)
    for article in every:
        quads += _told_of(store, article)
    store.recompute([*nodes, *every], quads)


def _told_of(store: Store, article: str) -> Iterable[Quad]:
    """What an article copies, and why its entities are what they are."""
    copied = [c for c in store.catalogue.copies([article]) if c.copy == article]
    decided = store.catalogue.assigned(article).values()
    return article_quads(article, copied, (a for a in decided if a.score < TRIVIAL))


def _computed(store: Store, part: dict[Key, list[Match]]) -> list[Told]:
    catalogue = store.catalogue
    claims = [catalogue.claim(k) for k in part]
    matches = list({(m.left, m.right): m for found in part.values() for m in found}.values())
    corpus = _corpus(store, {c.article for c in claims})
    published = {iri: d.published for iri, d in corpus.digests.items()}
    copied = frozenset(c.copy for c in corpus.copies if c.kind == "copy")
    found = clusters(claims, matches, published, copied, pairs_judged(corpus.judgements))
    around = _around(found, matches)
    walked = {one.id: origins(one, corpus, around.get(one.id, ())) for one in found}
    against = contradictions(found, matches, _sources(found, walked), published)
    return [
        Told(one, walked[one.id], tuple(c for c in against if one.id in (c.left, c.right)))
        for one in found
    ]


def _sources(
    found: Iterable[Cluster], walked: Mapping[str, Origins]
) -> Callable[[ClaimDigest], frozenset[str]]:
    """On whom a claim stands, once its chains are walked to their end."""
    behind = {
        (one.id, article): {o.iri for o in walked[one.id].found if article in o.articles}
        for one in found
        for article in {c.article for c in one.claims}
    }
    of = {key(c): one.id for one in found for c in one.claims}
    return lambda claim: frozenset(behind[of[key(claim)], claim.article])


def _corpus(store: Store, articles: set[str]) -> Corpus:
    catalogue = store.catalogue
    copied = catalogue.copies(sorted(articles))
    every = articles | {a for c in copied for a in (c.original, c.copy)}
    assigned: dict[tuple[str, int], Assignment] = {
        (a, index): one for a in every for index, one in catalogue.assigned(a).items()
    }
    return Corpus(
        {a: catalogue.digest(a) for a in sorted(every)}, assigned, copied, store.judgements()
    )


def _around(found: list[Cluster], matches: Iterable[Match]) -> dict[str, list[Cluster]]:
    """For each cluster those on the same thing with another figure."""
    of = {key(c): one for one in found for c in one.claims}
    claim = {key(c): c for one in found for c in one.claims}
    near: dict[str, dict[str, Cluster]] = {}
    for m in matches:
        a, b = of[m.left], of[m.right]
        if a.id != b.id and apart(claim[m.left], claim[m.right]) == "figure":
            near.setdefault(a.id, {})[b.id] = b
            near.setdefault(b.id, {})[a.id] = a
    return {name: [others[o] for o in sorted(others)] for name, others in near.items()}


def missing(store: Store) -> list[str]:
    """Articles of the store that the catalogue does not have: it was lost, or written without."""
    return sorted(set(store.articles()) - store.catalogue.articles())
