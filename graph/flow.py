"""The whole way on one screen, and the library's front door.

paths  →  read  →  annotate  →  resolve  →  state  →  store  →  ask, draw

from graph import flow

with flow.open_store("my-store") as store:
    flow.add(store, ["article.txt"], outlet="Example Herald")
    print(flow.ask(store, "who-cited-whom").rows)
    flow.draw(store, "network.html")
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import chain
from pathlib import Path
from time import monotonic
from typing import BinaryIO, TypeVar

from graph.annotate import Model, annotate, frames_with, load_frames
from graph.annotate.several import annotate_each
from graph.ask import Rows, ask
from graph.ask.formats import written
from graph.ask.networks import neighbourhood, who_cited_whom
from graph.ask.tables import passages_of
from graph.corpus import Copy, Judgement, Told
from graph.errors import GraphError, InputError, StoreError
from graph.link import judge as link_judgement
from graph.link import link, missing, told, unlink
from graph.paths import shipped
from graph.read import read
from graph.store import Store
from graph.terms import article_iri
from graph.types import Annotations, Article, Network

__all__ = [
    "Added", "Rows", "add", "annotated", "ask", "claims", "copies", "draw", "judge", "model",
    "open_store", "put", "read", "remove",
]  # fmt: skip

_T = TypeVar("_T")
_FORMS = (".html", ".graphml", ".csv")
"""How the name of what is drawn may end."""
TOGETHER, PATIENCE = 32, 5.0
"""Articles that are held against the others at once, if they are read within so many seconds."""
LARGE = 1000
"""Articles of an import after which the store is tidied: some two seconds for each thousand."""


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a batch."""

    articles: tuple[str, ...]
    """IRIs of the articles that are in the store now."""
    attributions: int
    failed: tuple[GraphError, ...]
    """One for each input that could not be used; the others are in."""


@cache
def model() -> Model:
    """The shipped reader, loaded once."""
    return Model()


def annotated(
    paths: Iterable[str | Path],
    *,
    outlet: str = "",
    published: date | None = None,
    stdin: BinaryIO | None = None,
    relations: Sequence[Path] = (),
) -> Iterator[Annotations | InputError]:
    """Read and annotate articles, one on each core, in the order of their files.

    See `graph.read.read` for what may be read.

    relations: files of relation frames of one's own, beside the shipped ones. Raises InputError,
    naming file and line, if one is wrong.
    """
    frames = load_frames(shipped("ontology") / "relations.yaml", *relations) if relations else None
    found = read(paths, outlet=outlet, published=published, stdin=stdin)
    for first in found:
        if isinstance(first, Article):  # only now are the weights needed
            yield from annotate_each(chain([first], found), model(), frames)
        else:
            yield first


def open_store(path: str | Path, *, read_only: bool = False) -> Store:
    """Open a store, or make it; see `graph.store.Store.open`."""
    return Store.open(path, read_only=read_only)


def put(store: Store, *articles: Annotations) -> list[str]:
    """Store articles among the others, in place of earlier readings. Returns their IRIs.

    One of an outlet also takes the place of the same text without an outlet, among these or stored
    before; one without an outlet that comes later is another article.
    """
    named = {article_iri("", one.article.text) for one in articles if one.article.publisher}
    for nameless in sorted(named):
        if nameless in store:
            unlink(store, nameless)
    return link(store, *(one for one in articles if one.article.iri not in named))


def remove(store: Store, article: str) -> None:
    """Take an article out, by IRI. Raises StoreError if it is not in the store."""
    catch_up(store)
    unlink(store, article)
    store.flush()


def judge(store: Store, judgements: Iterable[Judgement]) -> None:
    """Keep what people decided, and compute anew what it changes."""
    catch_up(store)
    for one in judgements:
        link_judgement(store, one)
    store.flush()


def catch_up(store: Store) -> int:
    """Read again what the catalogue has lost: it can be made anew from the articles' texts.

    Each with the relations of one's own that it was read with. Returns the number of articles.
    """
    lacking = missing(store)
    for some in _batches(_read_again(store, iri) for iri in lacking):
        link(store, *some)
    return len(lacking)


def _read_again(store: Store, iri: str) -> Annotations:
    own = store.own_relations(iri)
    return annotate(store.article(iri), model(), frames_with(own) if own else None)


def _batches(found: Iterable[_T]) -> Iterator[list[_T]]:
    """TOGETHER at a time; fewer, where they come slowly."""
    batch, began = [], monotonic()
    for one in found:
        batch.append(one)
        if len(batch) == TOGETHER or monotonic() - began > PATIENCE:
            yield batch
            batch, began = [], monotonic()
    if batch:
        yield batch


def add(
    store: Store,
    paths: Iterable[str | Path],
    *,
    outlet: str = "",
    published: date | None = None,
    stdin: BinaryIO | None = None,
    relations: Sequence[Path] = (),
    tell: Callable[[Annotations | InputError], None] = lambda _: None,
) -> Added:
    """Read articles into the store. What cannot be used is told of and skipped.

    tell: called with each article once it is stored, and with each failure.
    """
    catch_up(store)
    articles, count, failed = [], 0, []
    found = annotated(paths, outlet=outlet, published=published, stdin=stdin, relations=relations)
    for batch in _batches(found):
        read = [one for one in batch if not isinstance(one, InputError)]
        failed += [one for one in batch if isinstance(one, InputError)]
        articles += put(store, *read)
        count += sum(len(one.attributions) for one in read)
        for one in batch:
            tell(one)
    if len(articles) < LARGE:
        store.flush()
    else:
        store.tidy()
    return Added(tuple(articles), count, tuple(failed))


def claims(store: Store) -> dict[str, Told]:
    """Every cluster of claims by id, with its origins and what contradicts it.

    Raises StoreError if the catalogue lacks articles of the store.
    """
    _check_catalogue(store)
    return {one.cluster.id: one for one in told(store)}


def copies(store: Store) -> list[Copy]:
    """Which articles repeat which, by IRI.

    Raises StoreError if the catalogue lacks articles of the store.
    """
    _check_catalogue(store)
    return store.catalogue.copies()


def _check_catalogue(store: Store) -> None:
    lacking = missing(store)
    if lacking:
        raise StoreError(
            f"{store.path}: expected all articles held against each other, found {len(lacking)} "
            "that are not: a command was interrupted, or an older version read them. "
            "Run 'saidby check --repair'."
        )


def draw(
    store: Store,
    out: str | Path,
    *,
    entity: str = "",
    hops: int = 1,
    top: int = 60,
) -> Path:
    """Write who cited whom, or what is around an entity, in the format that the name ends in.

    out:    .html, a picture; .graphml, for Gephi and its like; .csv, a row a passage.
    entity: a name or an IRI; empty draws who cited whom.

    Raises InputError if the name ends in anything else.
    """
    path = Path(out)
    form = path.suffix.lower()
    if form not in _FORMS:
        raise InputError(
            f"{path}: expected a name that ends in {', '.join(_FORMS)}, found "
            f"{path.suffix or 'none of these'}. Choose one of them."
        )
    network = (
        neighbourhood(store, entity, hops=hops, top=top)
        if entity
        else who_cited_whom(store, top=top)
    )
    path.write_text(_in_form(network, form), encoding="utf-8")
    return path


def _in_form(network: Network, form: str) -> str:
    if form == ".csv":
        return written(passages_of(network), "csv")
    from graph import show  # brings pyvis, which takes a while to import

    return show.graphml(network) if form == ".graphml" else show.draw(network)
