"""A network drawn by hand, and a real browser to look at its page."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest
from playwright.sync_api import Page, sync_playwright

from graph.types import Edge, Evidence, Kind, Network, Node, Span

QUIET = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

NODES: list[tuple[str, Kind, str, str]] = [
    ("Example Herald", "outlet", "outlet, United Kingdom", "the Herald"),
    ("Example Wire", "outlet", "news agency, France", "EW"),
    ("Daily Sample", "outlet", "outlet, United States", ""),
    ("Radio Muster", "outlet", "outlet, Germany", ""),
    ("Ministry of Defence of Northland", "organisation", "", "the ministry"),
    ("Colonel Ada Placeholder", "person", "spokeswoman of the 9th Brigade", "Col. Placeholder"),
    ("a resident of Sampletown", "person", "unnamed source", ""),
    ("9th Sample Brigade", "unit", "", "the brigade"),
    ("aid workers", "group", "unnamed source", ""),
    ("Report on the shelling of Sampletown Hospital", "document", "report", "the report"),
    ("Observatory for Examples", "organisation", "", "the Observatory"),
    ("unknown", "unknown", "the article does not say who", ""),
]

EDGES = [
    (0, 1, "cites", 3),
    (0, 5, "cites", 2),
    (0, 6, "cites", 1),
    (1, 4, "cites", 4),
    (1, 5, "cites", 1),
    (2, 1, "cites", 1),
    (2, 9, "cites", 2),
    (2, 11, "cites", 1),
    (3, 2, "cites", 1),
    (3, 8, "cites", 1),
    (9, 10, "cites", 1),
    (10, 8, "cites", 5),
    (4, 7, "cites", 1),
    (5, 7, "speaks for", 1),
    (0, 4, "cites", 1),
    (0, 4, "doubts", 1),
]


def spoken(publisher: str, source: str, content: str) -> Evidence:
    """Evidence of one sentence: “content”, said source."""
    passage = f"“{content}”, said {source}. Nobody else could be reached."
    cue = passage.index("said")
    return Evidence(
        article=f"https://w3id.org/saidby/article/{publisher.casefold().replace(' ', '-')}",
        title="Bridge at Sampletown closed after shelling",
        publisher=publisher,
        passage=passage,
        source=(Span(cue + 5, cue + 5 + len(source)),),
        cue=(Span(cue, cue + 4),),
        content=(Span(0, len(content) + 2),),
    )


@pytest.fixture
def network() -> Network:
    """Twelve names, with a pair of parallel edges."""
    nodes = [
        Node(f"n{number}", name, kind, names=(other,) if other else (), note=note)
        for number, (name, kind, note, other) in enumerate(NODES)
    ]
    edges = [
        Edge(
            f"n{tail}",
            f"n{head}",
            label,
            tuple(
                spoken(NODES[tail][0], NODES[head][0], f"At least {number + 12} were hurt")
                for number in range(times)
            ),
        )
        for tail, head, label, times in EDGES
    ]
    return Network(
        "Who cited whom on Sampletown",
        tuple(nodes),
        tuple(edges),
        left_out="Names cited once, 14 of them, are not drawn.",
    )


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """A page of Chromium as found on PATH."""
    found = shutil.which("chromium")
    if not found:
        pytest.skip("no chromium on PATH")
    with sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            tmp_path_factory.mktemp("profile"),
            executable_path=found,
            args=QUIET,
            viewport={"width": 1400, "height": 900},
        )
        yield context.pages[0]
        context.close()


@pytest.fixture
def opened(browser: Page, tmp_path: Path) -> Iterator[Callable[[str], Page]]:
    """Opens a page from a file, as a reader would; it takes the place of the one before."""
    files = count()

    def load(html: str) -> Page:
        file = tmp_path / f"page-{next(files)}.html"
        file.write_text(html, encoding="utf-8")
        browser.goto(file.as_uri())
        return browser

    yield load
    browser.emulate_media(color_scheme="light")
