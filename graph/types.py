"""What passes between the stages: frozen values, and nothing that acts.

    Article  →  Annotations  →  Resolution  →  quads  →  rows, Network

Every span counts Unicode code points of ``Article.text``, from 0, end excluded. Entities of one
article are named by their index in ``Annotations.entities``; the publisher is always entity 0.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

Kind = Literal["person", "group", "organisation", "unit", "outlet", "place", "document", "unknown"]
Form = Literal["name", "nominal", "pronoun"]
Manner = Literal["direct", "indirect", "mixed"]
Polarity = Literal["positive", "negative"]
Certainty = Literal["certain", "probable", "possible", "underspecified"]
Temporality = Literal["non-future", "future"]
Standing = Literal["put forward", "possible", "denied"]
"""How a claim is held by those who pass it on."""
Bound = Literal[
    "exact", "at_least", "more_than", "at_most", "less_than", "approximate", "range", "vague"
]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of an article's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words of the span."""
        return text[self.start : self.end]

    def holds(self, other: Span) -> bool:
        """True if other lies inside, or is the same."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """True if the two share at least one character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Article:
    """One published text."""

    id: str
    """The caller's name for it: the id of an input row, else the file name or URL."""
    iri: str
    """``<base>article/<hash>``: the same text of the same publisher has the same IRI."""
    text: str
    """NFC, as ``graph.read.clean`` leaves it; of an input row, as it was given."""
    title: str = ""
    publisher: str = ""
    """The outlet's name as given or found; empty if not known."""
    published: date | None = None
    url: str = ""
    authors: tuple[str, ...] = ()
    retrieved: datetime | None = None
    language: str = "en"
    licence: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """The words that name an entity."""

    span: Span
    kind: Kind
    form: Form
    entity: int
    score: float
    """The model's score, 0 to 1. Not a calibrated probability."""


@dataclass(frozen=True, slots=True)
class Entity:
    """Someone or something that an article mentions, once however often it is mentioned."""

    kind: Kind
    name: str
    """The fullest name or description, without titles and determiners that are no part of it."""
    names: tuple[str, ...] = ()
    """Every other name or description in the text."""
    unnamed: bool = False
    source_type: str | None = None
    """Of an unnamed source or a document: a term of ``said:SourceType``."""


@dataclass(frozen=True, slots=True)
class Link:
    """One step of a chain: who passes the content on, and why we think so."""

    entity: int
    reason: str
    """``publisher``, ``source``, ``addressee of tell``, ``interview goes on``, ``publishes`` …"""
    evidence: Span | None = None
    """The words the reason rests on; None for the publisher."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Someone is said to have said something: source, cue and content (Pareti 2016)."""

    source: Mention | None
    """Who is said to have said it. None where the article leaves it out ("reportedly")."""
    cue: Span
    """The words that tie the two: ``said``, ``according to``."""
    content: tuple[Span, ...]
    """What was said; more than one span where the cue interrupts it."""
    chain: tuple[Link, ...]
    """From the publisher to the ultimate source, at least two links."""
    manner: Manner
    polarity: Polarity = "positive"
    certainty: Certainty = "certain"
    hedge: Span | None = None
    """The words behind a certainty that is not ``certain``."""
    cue_class: str = "neutral_say"
    channel: str | None = None
    told_to: int | None = None
    """The entity that was told, if the text names one."""
    within: int | None = None
    """Index of the attribution whose content holds this one ("A said B denied …")."""
    score: float = 0.0
    """Least of the model's scores for the parts, 0 to 1. Not a calibrated probability."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A count with its bounds: "at least 115", "upwards of 700", "one-third"."""

    span: Span
    text: str
    bound: Bound
    min: float | None = None
    max: float | None = None
    """None where open. ``more_than`` and ``less_than`` exclude the number, others include it."""
    best: float | None = None
    """A single number to draw or sort by; None if the text gives none."""
    fraction: float | None = None
    """0 to 1; of the population that is counted."""
    unit: str = ""
    """The counted noun as written, with its modifiers."""
    counted: int | None = None
    """The entity that is counted."""


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """A time expression and the days it may mean, both ends included."""

    span: Span
    text: str
    earliest: date | None = None
    latest: date | None = None
    """Both None: unresolved. Equal: one day."""
    anchor: date | None = None
    """The publication date it was counted from; None if it needed none."""
    rule: str = ""
    """The rule that resolved it, in words; empty if unresolved."""


@dataclass(frozen=True, slots=True)
class Relation:
    """A typed tie of two entities that the text puts forward, or puts forward as not so."""

    subject: int
    predicate: str
    object: int
    evidence: tuple[Span, ...]
    polarity: Polarity = "positive"
    temporality: Temporality = "non-future"
    certainty: Certainty = "certain"
    quantity: int | None = None
    """Index of the quantity that counts the subject."""
    time: int | None = None
    """Index of its time."""
    attribution: int | None = None
    """Index of the innermost attribution that holds it; None: the publisher's own voice."""
    rule: str = ""
    """The frame of ``ontology/relations.yaml`` that matched."""

    @property
    def asserted(self) -> bool:
        """True if it is put forward as so: only then may it become a plain triple."""
        return (
            self.polarity == "positive"
            and self.temporality == "non-future"
            and self.certainty in ("certain", "probable")
        )


@dataclass(frozen=True, slots=True)
class Participant:
    """Who took which part in an event."""

    role: str
    """``actor``, ``target``, ``place`` …"""
    entity: int


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, as the words of one place in the text say it."""

    kind: str
    trigger: Span
    participants: tuple[Participant, ...]
    time: int | None = None
    attribution: int | None = None
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """What read the article: said once a run, never once a triple."""

    software: str
    model: str
    sha256: str
    relations: tuple[str, ...] = ()
    """The texts of the user's own files of relations, in the order they were given."""


@dataclass(frozen=True, slots=True)
class Annotations:
    """Everything read in one article."""

    article: Article
    run: Run
    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    relations: tuple[Relation, ...] = ()
    events: tuple[Event, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    times: tuple[TimeSpan, ...] = ()
    meanings: tuple[bytes, ...] = ()
    """Of each attribution's content a unit vector, as int8 times 127; empty without a model's."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Which entity of the store an entity of an article is, and why."""

    iri: str
    name: str
    """The name the store shows; for an outlet the canonical one."""
    kind: Kind
    reason: str


@dataclass(frozen=True, slots=True)
class Resolution:
    """For each article, by its IRI, one Identity an entity, in the order of its entities."""

    identities: dict[str, tuple[Identity, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words behind an edge, with those around them."""

    article: str
    """IRI of the article."""
    title: str
    publisher: str
    passage: str
    """The sentences that hold all the spans below."""
    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    content: tuple[Span, ...] = ()
    """Spans of ``passage``, not of the article."""
    standing: Standing = field(default="put forward", kw_only=True)
    """How what is told there is held."""


@dataclass(frozen=True, slots=True)
class Node:
    """An entity to draw."""

    id: str
    name: str
    kind: Kind
    names: tuple[str, ...] = ()
    note: str = ""
    """One line on what it is: "unnamed source", "outlet, United States"."""


@dataclass(frozen=True, slots=True)
class Edge:
    """A relation to draw, and every passage behind it."""

    tail: str
    """Id of the node it starts from: who cites, who represents."""
    head: str
    label: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Network:
    """Nodes and edges to draw; every edge carries its evidence."""

    title: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    left_out: str = ""
    """What is not drawn and why, in a sentence; empty if all is drawn."""
