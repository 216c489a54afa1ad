"""Fixtures shared by every test, and the two switches: --slow and --rewrite-gold."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings

from graph import flow, terms
from graph.demo import samples
from graph.paths import shipped
from graph.resolve import resolve
from graph.state import state
from graph.store import Store
from graph.types import (
    Annotations,
    Article,
    Attribution,
    Entity,
    Event,
    Link,
    Mention,
    Participant,
    Quantity,
    Relation,
    Run,
    Span,
    TimeSpan,
)

# How long an example takes says nothing where several things run at once.
settings.register_profile("saidby", deadline=None)
settings.load_profile("saidby")

GOLD = Path(__file__).parent / "gold"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--slow", action="store_true", help="also run tests marked slow")
    parser.addoption("--rewrite-gold", action="store_true", help="rewrite tests/gold, then review")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--slow"):
        return
    for item in items:
        if "slow" in item.keywords:
            item.add_marker(pytest.mark.skip(reason="needs --slow"))


class Gold:
    """Compare text with a file of tests/gold, or rewrite the file when asked to."""

    def __init__(self, *, rewrite: bool) -> None:
        self.rewrite = rewrite

    def check(self, name: str, text: str) -> None:
        path = GOLD / name
        if self.rewrite:
            path.write_text(text, encoding="utf-8")
        assert text == path.read_text(encoding="utf-8")


@pytest.fixture
def gold(request: pytest.FixtureRequest) -> Gold:
    return Gold(rewrite=bool(request.config.getoption("--rewrite-gold")))


HERALD = (
    "A dozen guardsmen were sacked from the Coast Brigade last week, lawyer Ada Quill told the "
    "Sample Tribune. Quill represents the guardsmen. The Harbour Ministry denied it had ordered "
    "the sackings. “They may appeal”, an officer said. The Coast Brigade is deployed to Portville."
)
TRIBUNE = "The Coast Brigade is deployed to Portville, the Example Herald reported."
RUN = Run("saidby 0", "by hand", "0" * 64)


def at(text: str, words: str) -> Span:
    """Where the words first stand in the text."""
    return Span(text.index(words), text.index(words) + len(words))


def named(text: str, words: str, entity: int, *, name: bool = True) -> Mention:
    return Mention(at(text, words), "unknown", "name" if name else "nominal", entity, 0.9)


@pytest.fixture
def herald() -> Annotations:
    """An invented article: a chain by way of another outlet, a denial, a doubt, two own voices."""
    text = HERALD
    quill = named(text, "lawyer Ada Quill", 1)
    ministry = named(text, "The Harbour Ministry", 5)
    officer = named(text, "an officer", 6, name=False)
    told = Link(2, "addressee of tell", at(text, "the Sample Tribune"))
    publisher = Link(0, "publisher")
    return Annotations(
        article=Article(
            id="herald-1",
            iri=terms.article_iri("Example Herald", text),
            text=text,
            title="Guardsmen sacked",
            publisher="Example Herald",
            published=date(2022, 6, 8),
            authors=("Ann Writer",),
        ),
        run=RUN,
        entities=(
            Entity("outlet", "Example Herald"),
            Entity("person", "Ada Quill", ("Quill", "lawyer Ada Quill")),
            Entity("outlet", "Sample Tribune", ("the Sample Tribune",)),
            Entity("group", "guardsmen", ("A dozen guardsmen",), unnamed=True),
            Entity("unit", "the Coast Brigade"),
            Entity("organisation", "The Harbour Ministry", ("it",)),
            Entity("person", "an officer", unnamed=True, source_type="unnamed_official"),
            Entity("place", "Portville"),
        ),
        mentions=(quill, ministry, officer, named(text, "it", 5, name=False)),
        attributions=(
            Attribution(
                quill,
                at(text, "told"),
                (at(text, "A dozen guardsmen were sacked from the Coast Brigade last week"),),
                (publisher, told, Link(1, "source")),
                "indirect",
                cue_class="tell",
                channel="interview",
                told_to=2,
                score=0.9,
            ),
            Attribution(
                ministry,
                at(text, "denied"),
                (at(text, "it had ordered the sackings"),),
                (publisher, Link(5, "source")),
                "indirect",
                polarity="negative",
                cue_class="deny",
                score=0.8,
            ),
            Attribution(
                officer,
                at(text, "said"),
                (at(text, "“They may appeal”"),),
                (publisher, Link(6, "source")),
                "direct",
                certainty="possible",
                hedge=at(text, "may"),
                score=0.7,
            ),
        ),
        relations=(
            Relation(
                3, "dismissed_from", 4, (at(text, "sacked"),), quantity=0, time=0, attribution=0
            ),
            Relation(1, "represents", 3, (at(text, "Quill represents the guardsmen"),)),
            Relation(5, "ordered", 3, (at(text, "ordered"),), attribution=1),
            Relation(
                4, "deployed_to", 7, (at(text, "The Coast Brigade is deployed to Portville"),)
            ),
        ),
        events=(
            Event(
                "dismissal", at(text, "sacked"), (Participant("target", 3),), time=0, attribution=0
            ),
        ),
        quantities=(
            Quantity(
                at(text, "A dozen"), "A dozen", "approximate", best=12, unit="guardsmen", counted=3
            ),
        ),
        times=(
            TimeSpan(
                at(text, "last week"),
                "last week",
                date(2022, 5, 30),
                date(2022, 6, 5),
                date(2022, 6, 8),
                "the week before, Monday to Sunday",
            ),
        ),
    )


@pytest.fixture
def tribune() -> Annotations:
    """An invented article of another outlet that repeats one statement of the first."""
    content = at(TRIBUNE, "The Coast Brigade is deployed to Portville")
    source = named(TRIBUNE, "the Example Herald", 1)
    chain = (Link(0, "publisher"), Link(1, "source"))
    attribution = Attribution(source, at(TRIBUNE, "reported"), (content,), chain, "indirect")
    return Annotations(
        article=Article(
            id="tribune-1",
            iri=terms.article_iri("Sample Tribune", TRIBUNE),
            text=TRIBUNE,
            title="Brigade in Portville",
            publisher="Sample Tribune",
            published=date(2022, 6, 9),
        ),
        run=RUN,
        entities=(
            Entity("outlet", "Sample Tribune"),
            Entity("outlet", "the Example Herald"),
            Entity("unit", "Coast Brigade"),
            Entity("place", "Portville"),
        ),
        mentions=(source,),
        attributions=(attribution,),
        relations=(Relation(2, "deployed_to", 3, (content,), attribution=0),),
    )


@pytest.fixture(scope="session")
def readings() -> list[Annotations]:
    """Every sample article, read."""
    found = []
    for sample in samples():
        path = shipped("sample") / sample["file"]
        for one in flow.annotated([path], outlet=sample["outlet"], published=sample["published"]):
            assert isinstance(one, Annotations)
            found.append(one)
    return found


@pytest.fixture(scope="session")
def sample_store(tmp_path_factory: pytest.TempPathFactory, readings: list[Annotations]) -> Path:
    """A store of every sample article, for tests that only ask it."""
    folder = tmp_path_factory.mktemp("sample") / "store"
    with flow.open_store(folder) as kept:
        for read in readings:
            flow.put(kept, read)
    return folder


@pytest.fixture
def store(tmp_path: Path, herald: Annotations, tribune: Annotations) -> Iterator[Store]:
    """A store that holds both invented articles."""
    resolution = resolve([herald, tribune])
    with Store.open(tmp_path / "store") as kept:
        for read in (herald, tribune):
            kept.put(state([read], resolution))
        kept.flush()
        yield kept
