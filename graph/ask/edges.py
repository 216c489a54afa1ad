"""The words behind ties of entities.

pairs of entities  →  Edges, each with every passage behind it
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from graph.ask.nodes import values
from graph.ask.passages import evidence, joined, sentence_spans
from graph.store import PUT_FORWARD, Store
from graph.terms import SAID
from graph.types import Edge, Evidence, Span, Standing


@dataclass(frozen=True, slots=True, order=True)
class Tie:
    """Two entities, and the relation between them; none: neighbours in a chain."""

    tail: str
    predicate: str
    head: str
    ENDS: ClassVar[tuple[str, str]] = ("tail", "head")


@dataclass(frozen=True, slots=True)
class _Words:
    """A span behind a tie, and what it is there: source, cue or content."""

    tie: Tie
    article: str
    at: str
    """The node that holds what belongs together: one attribution, one passage."""
    role: str
    span: Span
    told: bool
    """True if the tail was told it by the head."""
    standing: Standing


_CHAINS = """
  ?next said:source ?head ; said:in_article ?article .
  ?link said:content ?next ; said:source ?tail .
  ?next said:content* ?at . ?at said:content ?claim . ?claim a said:Claim .
  OPTIONAL { ?claim said:standing ?held }
"""
_BEHIND_CHAINS = {
    "content": "?claim said:evidence ?words .",
    "source": "?at said:source_evidence ?words .",
    "cue": "?at said:cue_evidence ?words .",
    "cue of the link": "?next said:cue_evidence ?words .",
}
_BEHIND_RELATIONS = {
    "content": "?proposition said:evidence ?words .",
    "source": "?attribution said:source_evidence ?words .",
    "cue": "?attribution said:cue_evidence ?words .",
}


def edges(store: Store, ties: Iterable[Tie], *, passages: int) -> tuple[list[Edge], int]:
    """An edge a tie, and how many passages there were beyond the most an edge carries."""
    wanted = sorted(ties)
    words = [
        *_chain_words(store, [tie for tie in wanted if not tie.predicate]),
        *_relation_words(store, [tie for tie in wanted if tie.predicate]),
    ]
    by_tie: dict[Tie, list[_Words]] = defaultdict(list)
    for one in words:
        by_tie[one.tie].append(one)
    shown = _shown(store, by_tie, passages=passages)
    made = [
        Edge(tie.tail, tie.head, _label(tie, by_tie[tie]), tuple(found))
        for tie, (found, _) in sorted(shown.items())
    ]
    return made, sum(beyond for _, beyond in shown.values())


def _chain_words(store: Store, ties: Sequence[Tie]) -> Iterator[_Words]:
    """The spans behind neighbours in chains, in one query.

    It asks for all that is between any of the tails and any of the heads: pair by pair, Oxigraph
    would go through everything a much cited outlet says once for each of its neighbours.
    """
    if not ties:
        return
    tails, heads = (values({getattr(tie, end) for tie in ties}) for end in Tie.ENDS)
    pattern = f"""
      VALUES ?head {{ {heads} }} VALUES ?tail {{ {tails} }} {_CHAINS}
      BIND(EXISTS {{ ?next said:told_to ?tail }} AS ?told)"""
    wanted = set(ties)
    for words in _words(store, pattern, _BEHIND_CHAINS):
        if words.tie in wanted:
            yield words


def _relation_words(store: Store, ties: Sequence[Tie]) -> Iterator[_Words]:
    """The spans behind plain triples, in one query."""
    if not ties:
        return
    rows = " ".join(f"({values((tie.tail, tie.predicate, tie.head))})" for tie in ties)
    pattern = f"""
      VALUES (?s ?p ?o) {{ {rows} }} {PUT_FORWARD}
      BIND(?s AS ?tail) BIND(?p AS ?predicate) BIND(?o AS ?head) BIND(?attribution AS ?at)"""
    yield from _words(store, pattern, _BEHIND_RELATIONS)


def _words(store: Store, pattern: str, behind: Mapping[str, str]) -> Iterator[_Words]:
    """The spans of each role; the pattern is told anew in each, for Oxigraph to plan as one."""
    place = "?words oa:hasSelector ?place . ?place oa:start ?start ; oa:end ?end ."
    roles = " UNION ".join(
        f"{{ {triple} {place} {pattern} BIND('{role}' AS ?role) }}"
        for role, triple in behind.items()
    )
    rows = store.select(
        f"""SELECT DISTINCT ?tail ?predicate ?head ?article ?at ?role ?start ?end ?told ?held
        WHERE {{ {roles} }} ORDER BY ?article ?start ?end ?at ?role"""
    )
    for row in rows:
        predicate, told, held = row["predicate"], row["told"], row["held"]
        yield _Words(
            Tie(row["tail"].value, predicate.value if predicate else "", row["head"].value),
            row["article"].value,
            row["at"].value,
            row["role"].value.split()[0],
            Span(int(row["start"].value), int(row["end"].value)),
            told is not None and told.value == "true",
            held.value if held else "put forward",
        )


def _label(tie: Tie, words: Iterable[_Words]) -> str:
    """How the edge reads from tail to head."""
    if tie.predicate:
        return tie.predicate.removeprefix(SAID).replace("_", " ")
    return "was told by" if all(one.told for one in words) else "cites"


def _shown(
    store: Store, by_tie: dict[Tie, list[_Words]], *, passages: int
) -> dict[Tie, tuple[list[Evidence], int]]:
    """Of each tie, its passages up to the most wanted, and the number of those beyond."""
    chosen: dict[Tie, tuple[list[list[_Words]], int]] = {}
    for tie, words in by_tie.items():
        groups = _groups(words)
        chosen[tie] = groups[:passages], len(groups[passages:])
    articles = {group[0].article for groups, _ in chosen.values() for group in groups}
    texts = _articles(store, articles)
    return {
        tie: (_once(_passage(texts, group) for group in groups), beyond)
        for tie, (groups, beyond) in chosen.items()
    }


def _groups(words: Iterable[_Words]) -> list[list[_Words]]:
    """What belongs together: of one attribution, and of one standing."""
    together: dict[tuple[str, Standing], list[_Words]] = defaultdict(list)
    for one in words:
        together[one.at, one.standing].append(one)
    return list(together.values())


def _once(found: Iterable[Evidence]) -> list[Evidence]:
    """Each passage once, with all that is marked in it."""
    made: dict[tuple[str, str, Standing], Evidence] = {}
    for one in found:
        key = one.article, one.passage, one.standing
        made[key] = joined(made[key], one) if key in made else one
    return list(made.values())


@dataclass(frozen=True, slots=True)
class _Text:
    """What a passage needs of its article."""

    text: str
    title: str
    publisher: str
    sentences: list[Span]


def _articles(store: Store, articles: Iterable[str]) -> dict[str, _Text]:
    """The texts of the articles, in one query."""
    answer = store.select(f"""
        SELECT ?article ?text ?title ?publisher WHERE {{
          VALUES ?article {{ {values(sorted(articles))} }}
          ?article said:text ?text ; said:published_by/schema:name ?publisher .
          OPTIONAL {{ ?article schema:headline ?title }} }}""")
    return {
        row["article"].value: _Text(
            row["text"].value,
            row["title"].value if row["title"] else "",
            row["publisher"].value,
            sentence_spans(row["text"].value),
        )
        for row in answer
    }


def _passage(texts: dict[str, _Text], group: Sequence[_Words]) -> Evidence:
    article = group[0].article
    spans: dict[str, list[Span]] = defaultdict(list)
    for one in group:
        spans[one.role].append(one.span)
    known = texts[article]
    return evidence(
        known.text,
        spans,
        article=article,
        title=known.title,
        publisher=known.publisher,
        sentences=known.sentences,
        standing=group[0].standing,
    )
