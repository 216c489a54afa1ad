"""What passes between articles: what resolution keeps of one, and what it finds among many.

    Annotations  →  Digest      (one article, all that the others need to know of it)
    Digests      →  Assignment, Copy, Cluster, Contradiction, Origins

A digest is small, is kept beside the store, and can be made again from the article's text. Every
decision across articles is a function of digests and judgements alone, so the order in which
articles came cannot change it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from graph.types import Bound, Kind, Polarity, Span

Verdict = Literal["same", "different", "unsure"]
Acceptance = Literal["accepted", "rejected", "conflict"]


@dataclass(frozen=True, slots=True)
class EntityDigest:
    """An entity as one article knows it."""

    article: str
    """IRI of the article."""
    index: int
    """In ``Annotations.entities``; the publisher is 0."""
    kind: Kind
    name: str
    names: tuple[str, ...] = ()
    """The other proper names that the article uses, the shorter ones too ("Benyash")."""
    roles: tuple[str, ...] = ()
    """What it is called otherwise, casefolded: "the colonel", "a human rights lawyer"."""
    unnamed: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity of a claim, as far as another claim's can be held against it."""

    text: str
    bound: Bound
    min: float | None
    max: float | None
    best: float | None
    fraction: float | None
    unit: str
    """The counted noun's lemma, casefolded ("soldier"); empty if the text has none."""


@dataclass(frozen=True, slots=True)
class Tie:
    """A proposition of a claim, by the names of its ends."""

    subject: str
    predicate: str
    object: str
    positive: bool

    @property
    def key(self) -> str:
        """The same for claims on the same thing, whether they affirm or deny it."""
        return f"{self.subject}|{self.predicate}|{self.object}"


@dataclass(frozen=True, slots=True)
class ClaimDigest:
    """A claim of one article: the words, who passes them on, and what they are about."""

    article: str
    name: str
    """Of its node in the article's graph: ``c3``."""
    spans: tuple[Span, ...]
    text: str
    """The words of the spans, joined by " … "."""
    chains: tuple[tuple[int, ...], ...]
    """Of each attribution, the entities from the publisher to the ultimate source."""
    polarity: Polarity
    """Negative if its source denies it, or it is negated itself; not if both."""
    lemmas: frozenset[str]
    """Of its content words, casefolded, without those of its names."""
    about: frozenset[str]
    """Keys of the names inside it, `graph.resolve.names.key`."""
    figures: tuple[Figure, ...] = ()
    towns: frozenset[str] = frozenset()
    """Of the names inside it, those of places smaller than a country or a region."""
    scene: frozenset[str] = frozenset()
    """Such places in its article's title."""
    days: tuple[date, date] | None = None
    """First and last day it may speak of, if it names any that is resolved."""
    ties: tuple[Tie, ...] = ()
    vector: bytes = b""
    """Its meaning: int8 components of a unit vector times 127."""
    denied: bool = False
    """True if its source says that these words are not so."""

    @property
    def told(self) -> str:
        """Its words, and before them that they are denied, if they are."""
        return f"denied: {self.text}" if self.denied else self.text


@dataclass(frozen=True, slots=True)
class Digest:
    """All that resolution across articles needs of one article."""

    article: str
    id: str
    publisher: str
    """The outlet's canonical name; empty if unknown."""
    title: str
    published: date | None
    entities: tuple[EntityDigest, ...]
    claims: tuple[ClaimDigest, ...]
    shingles: frozenset[int]
    """Hashes of its runs of words, see `graph.resolve.copies`."""
    credits: frozenset[str] = frozenset()
    """Canonical names of the outlets and agencies that its credit lines name ("(Example Wire)")."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a person decided: never made, changed or dropped by a machine."""

    about: tuple[str, ...]
    """Two IRIs, of entities or of claims, or one of a claim or cluster."""
    verdict: Verdict | Acceptance
    by: str
    on: date
    note: str = ""
    at: str = ""
    """The time of day in UTC, ISO 8601: of the judgements of one day the later overrides; those
    without one come first, in an order of their own."""


@dataclass(frozen=True, slots=True)
class Assignment:
    """Which entity of the store an entity of an article is, and why."""

    article: str
    index: int
    iri: str
    name: str
    reason: str
    score: float
    """0 to 1; 1 for a name that is its own."""


UNTOLD = "cannot be told which was first"
"""Begins the reason of a copy whose two articles stand in no order but that of their IRIs."""


@dataclass(frozen=True, slots=True)
class Copy:
    """One article repeats another's words."""

    original: str
    """IRI of the article that was there first, as far as can be told."""
    copy: str
    jaccard: float
    containment: float
    """Share of the copy's shingles that the original has."""
    kind: Literal["copy", "partial"]
    reason: str
    """Why this way round: "published later", "credits Example Wire", "holds less" …"""

    @property
    def ordered(self) -> bool:
        """False if nothing tells which was there first."""
        return not self.reason.startswith(UNTOLD)


@dataclass(frozen=True, slots=True)
class Match:
    """Two claims of different articles that may say the same."""

    left: tuple[str, str]
    """Article IRI and name of the claim."""
    right: tuple[str, str]
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cluster:
    """Claims that say the same, of however many articles."""

    id: str
    claims: tuple[ClaimDigest, ...]
    """By date of publication, then article and place in it."""
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two clusters that cannot both hold."""

    left: str
    right: str
    kind: Literal["figure", "polarity"]
    reason: str


@dataclass(frozen=True, slots=True)
class Drift:
    """A figure that an article gives otherwise than the outlet it has it from."""

    article: str
    figure: str
    cited: str
    """IRI of the article of the outlet cited."""
    there: str
    """The figure there."""


@dataclass(frozen=True, slots=True)
class Origin:
    """A source that a cluster's chains end in, once they are walked to their end."""

    iri: str
    name: str
    named: bool
    articles: tuple[str, ...]
    """IRIs of the articles that stand on it."""


@dataclass(frozen=True, slots=True)
class Origins:
    """On whose word a cluster stands."""

    found: tuple[Origin, ...]
    low: int
    """Independent origins if every unnamed source that may be another is."""
    high: int
    circular: tuple[tuple[str, ...], ...] = ()
    """Cycles of outlets, each naming the next as where it has it from."""
    drift: tuple[Drift, ...] = ()
    steps: tuple[str, ...] = field(default=())
    """The walk in words, a line a step: what ``saidby trace`` prints."""


@dataclass(frozen=True, slots=True)
class Told:
    """A cluster with all that is known of it."""

    cluster: Cluster
    origins: Origins
    contradictions: tuple[Contradiction, ...]
