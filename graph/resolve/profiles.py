"""What articles say of bearers of a name, each thing once: the units that are resolved.

    EntityDigest   →  Profile: what a decision can rest on
    Profiles       →  Seen: each profile, in how many articles, and the first of them

Thousands of articles on one president make a handful of profiles. A store that keeps these, with
their counts, never has to look at the articles again to place one more.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from graph import terms
from graph.corpus import EntityDigest
from graph.resolve import names, roles
from graph.resolve.settled import settled
from graph.types import Kind


@dataclass(frozen=True, order=True)
class Profile:
    """A name with all that can tell its bearer from another."""

    kind: Kind
    name: str
    """As the store shows it."""
    spellings: tuple[str, ...] = ()
    """Its name first, then others that hold outside its article; empty if it is settled."""
    traits: tuple[str, ...] = ()
    """Of a person, see `graph.resolve.roles`."""
    settled: str = ""
    """Its IRI, if no other article can change it."""
    reason: str = ""
    """Why it is settled."""
    article: str = ""
    """Of what is known in one article only."""
    index: int = -1
    """Of what is known in one article only, there."""

    def __hash__(self) -> int:
        return self._hash  # asked for many times a profile

    @cached_property
    def _hash(self) -> int:
        return hash((self.kind, self.name, self.traits, self.article, self.index))

    @cached_property
    def iri(self) -> str:
        """The IRI it has where nothing else bears its name."""
        return self.settled or terms.entity_iri(self.kind, self.name)

    @cached_property
    def key(self) -> str:
        """Its name's."""
        return names.key(self.name, self.kind)

    @cached_property
    def all_traits(self) -> frozenset[str]:
        """Its traits, as a set."""
        return frozenset(self.traits)

    @cached_property
    def blocks(self) -> tuple[str, ...]:
        """What to look it up by; the same as `names.blocks` of its entities."""
        if self.settled:
            return tuple(names.of_iri(self.iri)[:1])
        return tuple(names.blocks_of(self.kind, self.spellings))


@dataclass(frozen=True, slots=True)
class Seen:
    """A profile, and where it was met."""

    profile: Profile
    articles: int
    first: str
    """The smallest IRI of an article that has it."""


def profile(entity: EntityDigest) -> Profile:
    """What a decision on an entity can rest on."""
    alone = settled(entity)
    if alone is None:
        spelt = names.spellings(entity)
        return Profile(entity.kind, spelt[0], spelt, _traits(entity))
    local = (entity.article, entity.index) if alone.local else ("", -1)
    return Profile(entity.kind, alone.name, (), (), alone.iri, alone.reason, *local)


def seen(met: Iterable[tuple[Profile, str]]) -> dict[Profile, Seen]:
    """Every profile, counted by article.

    met: profiles, each with the IRI of an article that has it.
    """
    articles: dict[Profile, set[str]] = defaultdict(set)
    for one, article in met:
        articles[one].add(article)
    return {p: Seen(p, len(found), min(found)) for p, found in articles.items()}


def _traits(entity: EntityDigest) -> tuple[str, ...]:
    """Told by roles, and by titles in front of a name ("Col Yusuf Haddad")."""
    if entity.kind != "person":
        return ()
    named = (entity.name, *entity.names)
    titles = (
        word.strip(".").casefold()
        for name in named
        for word in name.split()[:-2] or name.split()[:1]
    )
    found = (roles.traits(called) for called in (*entity.roles, *titles))
    return tuple(sorted(frozenset().union(*found)))
