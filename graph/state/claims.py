"""What the article says on whose word: claims, chains of attributions, propositions.

What the publisher says in its own voice is a claim with one attribution, the publisher's.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from pyoxigraph import NamedNode, Triple

from graph.claims import Claim, denied_by
from graph.state.page import Page
from graph.state.rdf import Triples, decimal, iri, of_type, text, whole
from graph.types import Attribution, Link, Relation


def claim_triples(page: Page, claim: Claim) -> Triples:
    """A claim, how it is held, who reports it, who says or denies it, and its propositions."""
    node = page.node(claim.name)
    yield from of_type(node, "said:Claim")
    yield Triple(node, iri("said:stated_in"), page.article)
    yield from page.rests_on(node, "said:evidence", claim.content)
    yield Triple(node, iri("said:claim_text"), text(page.words(claim.content)))
    yield Triple(node, iri("said:standing"), text(claim.standing))
    for chain in _chains(page, claim):
        for index in chain:
            if page.identities[index].kind == "outlet":
                yield Triple(node, iri("said:reported_by"), page.entity(index))
        last = "denied_by" if claim.standing == "denied" else "said_by"
        yield Triple(node, iri(f"said:{last}"), page.entity(chain[-1]))
    for number, relation in enumerate(claim.relations, 1):
        proposition = page.node(f"{claim.name}p{number}")
        yield Triple(node, iri("said:proposition"), proposition)
        yield from _proposition(page, proposition, relation)


def _chains(page: Page, claim: Claim) -> Iterator[list[int]]:
    """Of each attribution of the claim, the entities from the publisher to the source.

    None of one that is denied to have been made ("denied that Z had said so").
    """
    if not claim.attributions:
        yield [0]
    for index in claim.attributions:
        if denied_by(page.read, index) is None:
            yield [link.entity for link in page.read.attributions[index].chain]


def _proposition(page: Page, node: NamedNode, relation: Relation) -> Triples:
    yield from of_type(node, "rdf:Statement")
    yield Triple(node, iri("rdf:subject"), page.entity(relation.subject))
    yield Triple(node, iri("rdf:predicate"), iri(f"said:{relation.predicate}"))
    yield Triple(node, iri("rdf:object"), page.entity(relation.object))
    yield from _held_as(node, relation.polarity, relation.certainty)
    yield Triple(node, iri("said:temporality"), iri(f"graspf:{relation.temporality}"))
    if relation.quantity is not None:
        yield Triple(node, iri("said:quantity"), page.node(f"q{relation.quantity + 1}"))
    if relation.time is not None:
        yield Triple(node, iri("said:time"), page.node(f"t{relation.time + 1}"))
    yield from page.rests_on(node, "said:evidence", relation.evidence)
    if relation.rule:
        yield Triple(node, iri("said:frame"), text(relation.rule))


def attribution_triples(page: Page, all_claims: list[Claim]) -> Triples:
    """Every chain of the article, a node a link, each holding the next and the last the claim.

    That somebody said what is denied to have been said is nowhere stated.
    """
    for claim in all_claims:
        for index in claim.attributions:
            if denied_by(page.read, index) is None:
                yield from _chain(page, index, claim)
    number = len(page.read.attributions)
    for claim in all_claims:
        if not claim.attributions:
            number += 1
            yield from _own_voice(page, page.node(f"a{number}.0"), claim)


def _own_voice(page: Page, node: NamedNode, claim: Claim) -> Triples:
    publisher = Link(0, "publisher")
    yield from _link(page, node, publisher, depth=0, content=page.node(claim.name))
    yield from _held_as(node, "positive", "certain")
    yield Triple(node, iri("said:manner"), iri("said:narrative"))


def _chain(page: Page, index: int, claim: Claim) -> Triples:
    attribution = page.read.attributions[index]
    nodes = _links(page, index)
    contents = [*nodes[1:], page.node(claim.name)]
    for depth, link in enumerate(attribution.chain):
        yield from _link(page, nodes[depth], link, depth=depth, content=contents[depth])
    for node, link in zip(nodes[:-1], attribution.chain, strict=False):
        yield from _held_as(node, "positive", "certain")
        if link.evidence:
            yield from page.rests_on(node, "said:cue_evidence", (link.evidence,))
    for node, link in zip(nodes[1:-1], attribution.chain[1:], strict=False):
        yield Triple(node, iri("said:inferred_from"), text(link.reason))
    yield from _source(page, nodes[-1], attribution)
    yield from _optional_parts(page, nodes[-1], attribution)


def _links(page: Page, index: int) -> list[NamedNode]:
    """The nodes of a chain, outermost first."""
    depths = range(len(page.read.attributions[index].chain))
    return [page.node(f"a{index + 1}.{depth}") for depth in depths]


def _link(page: Page, node: NamedNode, link: Link, *, depth: int, content: NamedNode) -> Triples:
    yield from of_type(node, "said:Attribution")
    yield Triple(node, iri("said:source"), page.entity(link.entity))
    yield Triple(node, iri("said:content"), content)
    yield Triple(node, iri("said:chain_depth"), whole(depth))
    yield Triple(node, iri("said:in_article"), page.article)


def _held_as(node: NamedNode, polarity: str, certainty: str) -> Triples:
    yield Triple(node, iri("said:polarity"), iri(f"graspf:{polarity}"))
    yield Triple(node, iri("said:certainty"), iri(f"graspf:{certainty}"))


def _source(page: Page, node: NamedNode, attribution: Attribution) -> Triples:
    yield Triple(node, iri("said:cue_text"), text(page.words((attribution.cue,))))
    yield Triple(node, iri("said:cue_class"), iri(f"said:{attribution.cue_class}"))
    yield Triple(node, iri("said:manner"), iri(f"said:{attribution.manner}"))
    yield from _held_as(node, attribution.polarity, attribution.certainty)
    yield Triple(node, iri("said:score"), decimal(attribution.score))
    yield from page.rests_on(node, "said:cue_evidence", (attribution.cue,))


def _optional_parts(page: Page, node: NamedNode, attribution: Attribution) -> Triples:
    if attribution.hedge:
        yield Triple(node, iri("said:hedge_text"), text(page.words((attribution.hedge,))))
    if attribution.channel:
        yield Triple(node, iri("said:channel"), iri(f"said:{attribution.channel}"))
    if attribution.told_to is not None:
        yield Triple(node, iri("said:told_to"), page.entity(attribution.told_to))
    if attribution.source:
        yield from page.rests_on(node, "said:source_evidence", (attribution.source.span,))
    if attribution.within is not None:
        yield Triple(node, iri("said:within"), _links(page, attribution.within)[-1])


def stated_triples(page: Page, all_claims: list[Claim]) -> Triples:
    """The plain triples: what somebody puts forward as so, and which outlet cites which.

    What is denied, negated, only possible, or of the future never becomes one.
    """
    for claim in all_claims:
        for relation in claim.relations:
            if relation.asserted and claim.standing == "put forward":
                predicate = iri(f"said:{relation.predicate}")
                subject, target = page.entity(relation.subject), page.entity(relation.object)
                yield Triple(subject, predicate, target)
        for chain in _chains(page, claim):
            iris = [page.entity(i) for i in chain if page.identities[i].kind == "outlet"]
            for citing, cited in pairwise(iris):
                if citing != cited:
                    yield Triple(citing, iri("said:cites_outlet"), cited)
