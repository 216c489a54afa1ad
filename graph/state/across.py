"""Say in RDF what is computed across articles: clusters, origins, contradictions, copies.

    Cluster, Origins, Contradiction, Copy  →  quads of ``said:clusters``
    Judgement                              →  quads of ``said:judgements``

A cluster's parts are nodes of their own that it names, so that all of it can be taken out again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode, Quad, Triple

from graph import terms
from graph.corpus import Assignment, Cluster, Contradiction, Copy, Judgement, Origins
from graph.state.rdf import Triples, day, decimal, in_graph, iri, of_type, text, whole

_CLUSTERS, _JUDGEMENTS = NamedNode(terms.CLUSTERS), NamedNode(terms.JUDGEMENTS)
LABEL = 160
"""Characters of a claim that stand for its cluster, with "denied: " before it if it is denied."""


def cluster_iri(name: str) -> str:
    """The IRI of a cluster."""
    return f"{terms.BASE}cluster/{name}"


def claim_iri(article: str, name: str) -> str:
    """The IRI of a claim, as its article's graph has it."""
    return f"{article}#{name}"


def cluster_quads(
    cluster: Cluster, origins: Origins, contradictions: Iterable[Contradiction]
) -> Iterator[Quad]:
    """A cluster, the claims in it, its origins, and what contradicts it."""
    triples = [*_cluster(cluster), *_origins(cluster, origins)]
    for found in contradictions:
        triples += _contradiction(cluster, found)
    yield from in_graph(triples, _CLUSTERS)


def _cluster(cluster: Cluster) -> Triples:
    node = NamedNode(cluster_iri(cluster.id))
    first = cluster.claims[0]
    yield from of_type(node, "said:ClaimCluster")
    yield Triple(node, iri("rdfs:label"), text(first.told[:LABEL]))
    yield Triple(node, iri("said:first_carried_by"), NamedNode(first.article))
    for claim in cluster.claims:
        member = NamedNode(claim_iri(claim.article, claim.name))
        yield Triple(member, iri("said:in_cluster"), node)
    for reason in cluster.reasons:
        yield Triple(node, iri("said:reason"), text(reason))


def _origins(cluster: Cluster, origins: Origins) -> Triples:
    node = NamedNode(cluster_iri(cluster.id))
    yield Triple(node, iri("said:origins_low"), whole(origins.low))
    yield Triple(node, iri("said:origins_high"), whole(origins.high))
    for origin in origins.found:
        yield Triple(node, iri("said:has_origin"), NamedNode(origin.iri))
    for cycle in origins.circular:
        yield Triple(node, iri("said:circular"), text(" → ".join((*cycle, cycle[0]))))
    for number, drift in enumerate(origins.drift, 1):
        part = NamedNode(f"{node.value}#d{number}")
        yield Triple(node, iri("said:has_drift"), part)
        yield from of_type(part, "said:Drift")
        yield Triple(part, iri("said:in_article"), NamedNode(drift.article))
        yield Triple(part, iri("said:figure_here"), text(drift.figure))
        yield Triple(part, iri("said:cited_article"), NamedNode(drift.cited))
        yield Triple(part, iri("said:figure_there"), text(drift.there))


def _contradiction(cluster: Cluster, found: Contradiction) -> Triples:
    node = NamedNode(cluster_iri(cluster.id))
    other = found.right if found.left == cluster.id else found.left
    part = NamedNode(f"{node.value}#x-{other}")
    yield Triple(node, iri("said:contradicts"), NamedNode(cluster_iri(other)))
    yield Triple(node, iri("said:has_contradiction"), part)
    yield from of_type(part, "said:Contradiction")
    yield Triple(part, iri("said:contradicted_by"), NamedNode(cluster_iri(other)))
    yield Triple(part, iri("said:contradiction_kind"), text(found.kind))
    yield Triple(part, iri("said:reason"), text(found.reason))


def article_quads(
    article: str, copies: Iterable[Copy], assigned: Iterable[Assignment]
) -> Iterator[Quad]:
    """What an article copies, and why its entities are taken for what they are.

    copies: those in which the article is the copy. A decision that the name alone makes is not
    told.
    """
    yield from in_graph([*_copies(article, copies), *_decisions(article, assigned)], _CLUSTERS)


def _copies(article: str, copies: Iterable[Copy]) -> Triples:
    node = NamedNode(article)
    for found in copies:
        part = NamedNode(f"{article}#copy-{found.original.rsplit('/', 1)[-1]}")
        yield Triple(node, iri("said:copy_of"), NamedNode(found.original))
        yield Triple(node, iri("said:has_copying"), part)
        yield from of_type(part, "said:Copying")
        yield Triple(part, iri("said:copied_article"), NamedNode(found.original))
        yield Triple(part, iri("said:copy_kind"), text(found.kind))
        yield Triple(part, iri("said:jaccard"), decimal(round(found.jaccard, 4)))
        yield Triple(part, iri("said:containment"), decimal(round(found.containment, 4)))
        yield Triple(part, iri("said:reason"), text(found.reason))


def _decisions(article: str, assigned: Iterable[Assignment]) -> Triples:
    node = NamedNode(article)
    for one in assigned:
        part = NamedNode(f"{article}#is-{one.index}")
        yield Triple(node, iri("said:has_decision"), part)
        yield from of_type(part, "said:IdentityDecision")
        yield Triple(part, iri("said:decided_entity"), NamedNode(one.iri))
        yield Triple(part, iri("said:reason"), text(one.reason))
        yield Triple(part, iri("said:score"), decimal(round(one.score, 4)))


def judgement_quads(judgement: Judgement) -> Iterator[Quad]:
    """A judgement, a node that depends on all it says."""
    said = judgement
    parts = [*said.about, said.verdict, said.by, said.on.isoformat(), said.note]
    if said.at:  # which older judgements have not
        parts.append(said.at)
    node = NamedNode(f"{terms.BASE}judgement/{terms.digest(*parts)}")
    yield from in_graph(_judgement(node, judgement), _JUDGEMENTS)


def _judgement(node: NamedNode, judgement: Judgement) -> Triples:
    if len(judgement.about) == 2:
        yield from of_type(node, "said:IdentityJudgement")
        yield Triple(node, iri("said:left"), NamedNode(judgement.about[0]))
        yield Triple(node, iri("said:right"), NamedNode(judgement.about[1]))
    else:
        yield from of_type(node, "said:ClaimJudgement")
        yield Triple(node, iri("said:judged"), NamedNode(judgement.about[0]))
    yield Triple(node, iri("said:verdict"), iri(f"said:{judgement.verdict}"))
    yield Triple(node, iri("said:judged_by"), text(judgement.by))
    yield Triple(node, iri("said:judged_on"), day(judgement.on))
    if judgement.at:
        yield Triple(node, iri("said:judged_at"), text(judgement.at))
    if judgement.note:
        yield Triple(node, iri("said:note"), text(judgement.note))
