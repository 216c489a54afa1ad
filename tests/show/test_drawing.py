"""The page of a picture: what its text holds, and what a real browser makes of it."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Page

from graph.errors import ShapeError
from graph.show import draw
from graph.types import Edge, Evidence, Network, Node, Span

Opened = Callable[[str], Page]

FIRES = "document.documentElement.dataset.fired = 'yes'"
HOSTILE = [
    f"<script>{FIRES}</script>",
    f"</script><script>{FIRES}</script>",
    f'<img src=x onerror="{FIRES}">',
    f'<svg onload="{FIRES}">',
    f'"><iframe srcdoc="<script>parent.{FIRES}</script>">',
    f'<a href="javascript:{FIRES}">href</a>',
    f"{{{{ {FIRES} }}}}<!--<script>",
    "Example \u202edlareH\u2066 \u2028\u2029 &lt;b&gt;",
]


def hostile_network() -> Network:
    """Every text of it is hostile."""
    nodes = [Node(text, text, "person", names=(f"also {text}",), note=text) for text in HOSTILE]
    marks = (Span(0, 3),), (Span(2, 5),), (Span(4, 9),)
    edges = [
        Edge(text, HOSTILE[0], text, (Evidence(text, text, text, text, *marks),))
        for text in HOSTILE
    ]
    return Network("".join(HOSTILE), tuple(nodes), tuple(edges), left_out="".join(HOSTILE))


def middle(page: Page, edge: int) -> tuple[float, float]:
    """Where on the screen the label of an edge is."""
    place = page.evaluate(
        """edge => {
            const at = picture.canvasToDOM(picture.body.edges[edge].edgeType.getPoint(0.5));
            const frame = document.getElementById("picture").getBoundingClientRect();
            return [at.x + frame.left, at.y + frame.top];
        }""",
        edge,
    )
    return place[0], place[1]


def fired(page: Page) -> bool:
    page.wait_for_timeout(50)
    return bool(page.evaluate("document.documentElement.dataset.fired === 'yes'"))


# The text of the page


def test_the_same_network_gives_the_same_page(network: Network) -> None:
    assert draw(network).encode() == draw(network).encode()


def test_the_policy_names_the_hash_of_each_script_and_style_and_allows_no_other(
    network: Network,
) -> None:
    html = draw(network)
    policy = re.findall(r'Content-Security-Policy" content="([^"]*)"', html)[0].replace(
        "&#39;", "'"
    )

    inline = re.findall(r"<(?:script|style)>(.*?)</(?:script|style)>", html, flags=re.DOTALL)
    hashes = {
        f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
        for text in inline
    }
    assert policy.startswith("default-src 'none'; ")
    assert set(re.findall(r"'sha256-[^']*'", policy)) == hashes
    assert len(hashes) == 3
    assert "unsafe" not in policy


def test_an_edge_without_evidence_is_refused(network: Network) -> None:
    bare = replace(network, edges=(replace(network.edges[0], evidence=()),))

    with pytest.raises(ShapeError, match="expected evidence, found none"):
        draw(bare)


def test_an_edge_to_no_node_is_refused(network: Network) -> None:
    with pytest.raises(ShapeError, match="found no 'n0'"):
        draw(replace(network, nodes=network.nodes[1:]))


def test_two_nodes_with_one_id_are_refused(network: Network) -> None:
    with pytest.raises(ShapeError, match="found 2 with 'n0'"):
        draw(replace(network, nodes=(*network.nodes, network.nodes[0])))


# In a browser


def test_the_page_asks_nothing_of_anyone_and_reports_no_error(
    network: Network, opened: Opened, tmp_path: Path
) -> None:
    page = opened("")
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))

    file = tmp_path / "picture.html"
    file.write_text(draw(network), encoding="utf-8")
    page.goto(file.as_uri())
    page.mouse.click(*middle(page, 0))
    page.mouse.wheel(0, 200)

    assert asked == [file.as_uri()]
    assert complaints == []


def test_a_click_on_an_edge_opens_the_words_behind_it(network: Network, opened: Opened) -> None:
    page = opened(draw(network))

    page.mouse.click(*middle(page, 1))

    panel = page.locator("#panel")
    assert panel.locator("h2").inner_text() == "Example Herald cites → Colonel Ada Placeholder"
    assert panel.locator("blockquote").all_text_contents() == [
        held.passage for held in network.edges[1].evidence
    ]
    first = panel.locator("blockquote").first
    assert first.locator("mark.source").all_text_contents() == ["Colonel Ada Placeholder"]
    assert first.locator("mark.cue").all_text_contents() == ["said"]
    assert first.locator("mark.content").all_text_contents() == ["“At least 12 were hurt”"]


def test_a_passage_that_is_denied_says_so(network: Network, opened: Opened) -> None:
    edge = network.edges[1]
    denied = tuple(replace(held, standing="denied") for held in edge.evidence[:1])
    edges = (network.edges[0], replace(edge, evidence=denied), *network.edges[2:])
    page = opened(draw(replace(network, edges=edges)))

    page.mouse.click(*middle(page, 1))

    assert page.locator("#panel .publisher").inner_text() == "Example Herald denied"


def test_the_picture_fits_a_window_that_changes(network: Network, opened: Opened) -> None:
    page = opened(draw(network))
    size = page.viewport_size
    assert size is not None
    scales = []
    try:
        for share in (1.0, 0.9, 1.5):
            width, height = (round(size[side] * share) for side in ("width", "height"))
            page.set_viewport_size({"width": width, "height": height})
            page.wait_for_timeout(300)
            scales.append(page.evaluate("picture.getScale()"))
    finally:
        page.set_viewport_size(size)

    assert scales[1] < scales[0] < scales[2]


def test_on_a_narrow_screen_names_can_be_read(network: Network, opened: Opened) -> None:
    page = opened(draw(network))
    size = page.viewport_size
    assert size is not None
    try:
        page.set_viewport_size({"width": 390, "height": 800})
        page.wait_for_timeout(300)
        scale = page.evaluate("picture.getScale()")
    finally:
        page.set_viewport_size(size)

    assert scale >= 0.6


def test_a_click_on_a_node_tells_what_it_is(network: Network, opened: Opened) -> None:
    page = opened(draw(network))
    box = page.locator("#picture").bounding_box()
    at = page.evaluate("picture.canvasToDOM(picture.getPosition(5))")
    assert box is not None

    page.mouse.click(box["x"] + at["x"], box["y"] + at["y"])

    assert page.locator("#panel h2").inner_text() == "Colonel Ada Placeholder"
    words = page.locator("#panel").inner_text()
    assert "person · spokeswoman of the 9th Brigade" in words
    assert "Col. Placeholder" in words
    assert page.locator("#panel .edges li").count() == 3


def test_every_edge_can_be_reached_by_keyboard(network: Network, opened: Opened) -> None:
    page = opened(draw(network))
    buttons = page.locator("#panel .edges button")
    assert buttons.count() == len(network.edges)

    buttons.nth(2).focus()
    page.keyboard.press("Enter")

    assert page.locator("#panel blockquote").count() == 1
    assert page.evaluate("document.activeElement.tagName") == "H2"
    assert page.evaluate("picture.getSelectedEdges()") == [2]


def test_search_finds_a_name_by_another_name_and_chooses_it(
    network: Network, opened: Opened
) -> None:
    page = opened(draw(network))

    page.locator("#search").press_sequentially("col. pl")
    assert page.get_by_role("option").all_inner_texts() == [
        "Colonel Ada Placeholder\nalso Col. Placeholder"
    ]
    page.keyboard.press("Enter")

    assert page.locator("#panel h2").inner_text() == "Colonel Ada Placeholder"
    assert page.evaluate("picture.getSelectedNodes()") == [5]


def test_the_legend_shows_the_kinds_that_are_there(network: Network, opened: Opened) -> None:
    page = opened(draw(replace(network, nodes=network.nodes[:6], edges=network.edges[:2])))

    kinds = page.locator("#kinds li:not(.note)").all_inner_texts()
    assert kinds == ["outlet", "person", "organisation"]


def test_the_page_says_what_is_left_out(network: Network, opened: Opened) -> None:
    page = opened(draw(network))

    facts = page.locator(".facts").inner_text()
    assert facts.startswith("12 names, 16 arrows, 27 passages")
    assert facts.endswith("Names cited once, 14 of them, are not drawn.")


def test_the_names_in_the_picture_do_not_overlap(network: Network, opened: Opened) -> None:
    page = opened(draw(network))

    boxes = page.evaluate("picture.body.nodeIndices.map(id => picture.getBoundingBox(id))")
    for number, one in enumerate(boxes):
        for other in boxes[number + 1 :]:
            assert (
                one["right"] < other["left"]
                or other["right"] < one["left"]
                or one["bottom"] < other["top"]
                or other["bottom"] < one["top"]
            )


def test_the_picture_is_saved_as_png(network: Network, opened: Opened) -> None:
    page = opened(draw(network))

    with page.expect_download() as saving:
        page.get_by_role("button", name="Export picture").click()

    assert saving.value.path().read_bytes().startswith(b"\x89PNG")


def test_the_picture_follows_a_dark_screen(network: Network, opened: Opened) -> None:
    page = opened(draw(network))
    colour = "picture.body.nodes[0].options.color.background"
    light = page.evaluate(colour)

    page.emulate_media(color_scheme="dark")

    page.wait_for_timeout(100)
    assert (light, page.evaluate(colour)) == ("#ffffff", "#1d2026")


def test_an_empty_network_says_so(opened: Opened) -> None:
    page = opened(draw(Network("Nothing", (), ())))

    assert "Nothing to draw." in page.locator("#panel").inner_text()


def test_a_large_network_is_drawn(opened: Opened) -> None:
    nodes = tuple(Node(f"n{number}", f"Name {number}", "outlet") for number in range(260))
    evidence = (Evidence("a", "", "Example Herald", "It fell, said Ada."),)
    edges = tuple(
        Edge(f"n{number % 260}", f"n{number * 7 % 257}", "cites", evidence)
        for number in range(1501)
    )
    page = opened(draw(Network("Large", nodes, edges)))

    assert page.locator("#panel .edges button").count() == 1501


# Hostile texts


@pytest.mark.parametrize("payload", HOSTILE[:5])
def test_the_payloads_do_fire_where_nothing_is_escaped(payload: str, opened: Opened) -> None:
    page = opened(f"<!DOCTYPE html><title>control</title><p>{payload}</p>")

    assert fired(page)


def test_hostile_texts_fire_nothing_wherever_they_stand(opened: Opened) -> None:
    page = opened(draw(hostile_network()))
    assert not fired(page)
    made = page.locator(
        "body img, body iframe, body a, main script, header script, #panel svg[onload]"
    )

    for number in range(len(HOSTILE)):
        page.evaluate(f"location.hash = 'node-{number}'")
        page.locator("#panel p.kind").wait_for()
        assert made.count() == 0
        page.evaluate(f"location.hash = 'edge-{number}'")
        assert page.locator("#panel blockquote").text_content() == HOSTILE[number]
        assert made.count() == 0
        page.locator("#search").fill("e")
        page.locator("#search").blur()
    assert not fired(page)


def test_the_policy_stops_what_escaping_would_let_through(opened: Opened) -> None:
    safe = draw(replace(hostile_network(), title="A title"))
    torn = safe.replace('dir="auto">A title', f'dir="auto">{HOSTILE[0]}{HOSTILE[2]}')
    bare = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", torn)

    assert not fired(opened(torn))
    assert fired(opened(bare))
