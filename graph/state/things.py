"""What the article mentions: its metadata, mentions, events, quantities and times."""

from __future__ import annotations

import hashlib

from pyoxigraph import NamedNode, Triple

from graph import terms
from graph.claims import Claim, is_denied
from graph.state.page import Page
from graph.state.rdf import Triples, day, decimal, iri, of_type, text, truth
from graph.types import Event, Quantity, Run, TimeSpan

_ROLES = {"actor": "said:actor", "target": "said:target", "place": "said:place_of"}


def run_iri(run: Run) -> NamedNode:
    """The same software, model, weights and relations are one run."""
    told = terms.digest(run.software, run.model, run.sha256, *run.relations)
    return NamedNode(f"{terms.BASE}id/run/{told}")


def article_triples(page: Page) -> Triples:
    """The article, its publication data, and its whole text: offsets count in nothing else."""
    article, node = page.read.article, page.article
    yield from of_type(node, "said:Article", "schema:NewsArticle")
    given = {
        "schema:headline": article.title,
        "schema:url": article.url,
        "schema:inLanguage": article.language,
        "said:article_id": article.id,
        "said:text": article.text,
        "said:text_sha256": hashlib.sha256(article.text.encode()).hexdigest(),
    }
    for predicate, value in given.items():
        if value:
            yield Triple(node, iri(predicate), text(value))
    for author in article.authors:
        yield Triple(node, iri("schema:author"), text(author))
    if article.published:
        yield Triple(node, iri("schema:datePublished"), day(article.published))
    yield Triple(node, iri("said:published_by"), page.publisher)
    yield Triple(node, iri("said:read_by"), run_iri(page.read.run))


def stub_triples(page: Page) -> Triples:
    """An article of each outlet that a chain leads through: cited, and not read here."""
    chains = (link.entity for one in page.read.attributions for link in one.chain[1:])
    cited = {page.identities[k].iri for k in chains if page.identities[k].kind == "outlet"}
    for outlet in sorted(cited - {page.publisher.value}):
        stub = page.node(f"cites-{outlet.rsplit('/', 1)[-1]}")
        yield from of_type(stub, "said:Article")
        yield Triple(stub, iri("said:is_stub"), truth(True))
        yield Triple(stub, iri("said:published_by"), NamedNode(outlet))
        yield Triple(page.article, iri("said:cites_article"), stub)


def run_triples(page: Page) -> Triples:
    """What read the article."""
    run, node = page.read.run, run_iri(page.read.run)
    yield from of_type(node, "prov:Activity")
    yield Triple(node, iri("said:software"), text(run.software))
    yield Triple(node, iri("said:model"), text(run.model))
    yield Triple(node, iri("said:model_sha256"), text(run.sha256))
    if run.relations:
        yield Triple(node, iri("said:own_relations"), text(terms.BETWEEN.join(run.relations)))


def thing_triples(page: Page, claims: list[Claim]) -> Triples:
    """Mentions, quantities, times and events, each with the words it rests on."""
    yield from _mentions(page)
    for number, quantity in enumerate(page.read.quantities, 1):
        yield from _quantity(page, page.node(f"q{number}"), quantity)
    for number, time in enumerate(page.read.times, 1):
        yield from _time(page, page.node(f"t{number}"), time)
    claim_of = {index: page.node(claim.name) for claim in claims for index in claim.attributions}
    for number, event in enumerate(page.read.events, 1):
        yield from _event(page, page.node(f"v{number}"), event, claim_of)


def _mentions(page: Page) -> Triples:
    for number, mention in enumerate(page.read.mentions, 1):
        node = page.node(f"m{number}")
        yield from of_type(node, "said:Mention")
        yield Triple(node, iri("said:mentions"), page.entity(mention.entity))
        yield Triple(node, iri("said:form"), text(mention.form))
        yield from page.rests_on(node, "said:evidence", (mention.span,))


def _quantity(page: Page, node: NamedNode, quantity: Quantity) -> Triples:
    yield from of_type(node, "said:Quantity")
    yield Triple(node, iri("said:value_text"), text(quantity.text))
    yield Triple(node, iri("said:bound_type"), iri(f"said:{quantity.bound}"))
    yield from _bounds(node, quantity)
    if quantity.unit:
        yield Triple(node, iri("said:unit"), text(quantity.unit))
    if quantity.counted is not None:
        counted = page.entity(quantity.counted)
        yield Triple(node, iri("said:counted"), counted)
        yield Triple(counted, iri("said:group_size"), node)
    yield from page.rests_on(node, "said:evidence", (quantity.span,))


def _bounds(node: NamedNode, quantity: Quantity) -> Triples:
    if quantity.min is not None:
        yield Triple(node, iri("said:value_min"), decimal(quantity.min))
        yield Triple(node, iri("said:min_inclusive"), truth(quantity.bound != "more_than"))
    if quantity.max is not None:
        yield Triple(node, iri("said:value_max"), decimal(quantity.max))
        yield Triple(node, iri("said:max_inclusive"), truth(quantity.bound != "less_than"))
    if quantity.best is not None:
        yield Triple(node, iri("said:value_best"), decimal(quantity.best))
    if quantity.fraction is not None:
        yield Triple(node, iri("said:fraction"), decimal(quantity.fraction))


def _time(page: Page, node: NamedNode, time: TimeSpan) -> Triples:
    yield from of_type(node, "said:TimeSpan")
    yield Triple(node, iri("said:time_text"), text(time.text))
    days = {"anchor_date": time.anchor, "earliest": time.earliest, "latest": time.latest}
    for predicate, value in days.items():
        if value:
            yield Triple(node, iri(f"said:{predicate}"), day(value))
    if time.rule:
        yield Triple(node, iri("said:resolution_rule"), text(time.rule))
    yield from page.rests_on(node, "said:evidence", (time.span,))


def _event(page: Page, node: NamedNode, event: Event, claim_of: dict[int, NamedNode]) -> Triples:
    yield from of_type(node, "said:Event")
    yield Triple(node, iri("said:event_kind"), text(event.kind))
    for part in event.participants:
        role = _ROLES.get(part.role, "said:participant")
        yield Triple(node, iri(role), page.entity(part.entity))
    if event.time is not None:
        yield Triple(node, iri("said:time"), page.node(f"t{event.time + 1}"))
    if event.attribution is not None:
        yield Triple(node, iri("said:stated_by_claim"), claim_of[event.attribution])
    negative = event.negated or is_denied(page.read.attributions, event.attribution)
    polarity = "negative" if negative else "positive"
    yield Triple(node, iri("said:polarity"), iri(f"graspf:{polarity}"))
    yield from page.rests_on(node, "said:evidence", (event.trigger,))
