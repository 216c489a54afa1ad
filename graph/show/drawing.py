"""A Network goes in; one HTML page comes out that holds all it needs and asks nothing of anyone.

    Network  →  pyvis: nodes, edges, options  →  page: vis-network, our script and style, the data

pyvis holds the picture, but its own template is not used: it fetches from other sites and puts
names into the page as HTML. Here the data are JSON that the script shows as text only, and the
page's Content-Security-Policy lets nothing run but the two scripts whose hashes it names.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections import Counter
from collections.abc import Sequence
from importlib import resources
from pathlib import Path
from typing import Any

import numpy as np
import pyvis.network
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from graph.errors import ShapeError
from graph.show.curves import bends
from graph.show.layout import place
from graph.show.marks import cut
from graph.show.text import plain, shortened, width, wrapped
from graph.types import Edge, Evidence, Network, Node

HERE = Path(__file__).parent
# In the pyvis wheel. Its style sheet is for buttons and menus that are not shown.
LIBRARY = "templates/lib/vis-9.1.2/vis-network.min.js"

NODE_FONT, EDGE_FONT = 15, 12.5  # pixels
NODE_EMS, NODE_LINES = 9.2, 3  # longer names are cut in the picture, never in the panel
EDGE_LETTERS = 24
NODE_MARGIN = {"left": 31, "right": 12, "top": 9, "bottom": 9}  # the kind's sign is at the left
NODE_MARGINS = (43.0, 18.0)  # of both sides together
ARROW_ROOM = 46.0  # pixels of an edge beside its label
MANY_NODES = 250  # above: a sign without a card, and names only when one comes near
SIGN_ROOM = 24.0, 24.0  # pixels for such a sign
MANY_EDGES = 1500  # above: straight lines, not drawn while the picture moves
LABELLED_EDGES = 150  # above: edges show only how many passages they have
ALIKE_EDGES = 24  # above: so do edges that all have one label, which the legend gives

Record = dict[str, Any]


def draw(network: Network) -> str:
    """The page, to be written as UTF-8; the same network gives the same page.

    Raises ShapeError if two nodes have one id, an edge leads to no node or has no evidence, or a
    span leaves its passage.
    """
    _check(network)
    vis = _laid_out(network)
    nodes, edges, _, _, _, options = vis.get_network_data()
    data = {
        "title": plain(network.title),
        "leftOut": network.left_out,
        "counts": _counts(network),
        "nodes": [{**_node(node), "vis": record} for node, record in _zip(network.nodes, nodes)],
        "edges": [{**_edge(edge), "vis": record} for edge, record in _zip(network.edges, edges)],
        "options": json.loads(options),
    }
    return _page(plain(network.title), data)


def _check(network: Network) -> None:
    ids = Counter(node.id for node in network.nodes)
    if twice := [held for held, count in ids.items() if count > 1]:
        raise ShapeError(f"draw: expected one node an id, found {ids[twice[0]]} with {twice[0]!r}.")
    for edge in network.edges:
        where = f"draw: edge {edge.tail!r} to {edge.head!r}"
        if missing := {edge.tail, edge.head} - ids.keys():
            raise ShapeError(f"{where}: expected both nodes, found no {min(missing)!r}. Add it.")
        if not edge.evidence:
            raise ShapeError(f"{where}: expected evidence, found none. Leave the edge out.")


def _laid_out(network: Network) -> pyvis.network.Network:
    """The picture as pyvis holds it: nodes numbered from 0, with positions; edges with bends."""
    row = {node.id: number for number, node in enumerate(network.nodes)}
    arcs = [(row[edge.tail], row[edge.head]) for edge in network.edges]
    names = [wrapped(node.name, ems=NODE_EMS, lines=NODE_LINES) for node in network.nodes]
    labels = _labels(network.edges)
    many = len(names) > MANY_NODES
    sizes = np.full((len(names), 2), SIGN_ROOM) if many else _sizes(names, NODE_FONT) + NODE_MARGINS
    label_sizes = _sizes(labels, EDGE_FONT)
    at = place(sizes, arcs, gap=ARROW_ROOM + float(label_sizes[:, 0].max(initial=0)))
    vis = pyvis.network.Network(directed=True)
    vis.options = _options(nodes=len(names), edges=len(arcs))
    shape = "dot" if many else "box"
    for number, (node, name) in enumerate(zip(network.nodes, names, strict=True)):
        x, y = at[number].tolist()
        vis.add_node(number, label=name, shape=shape, group=node.kind, x=x, y=y)
    bent = bends(at, sizes, arcs, label_sizes)
    _add_edges(vis, network.edges, arcs, labels, bent)
    return vis


def _add_edges(
    vis: pyvis.network.Network,
    edges: Sequence[Edge],
    arcs: Sequence[tuple[int, int]],
    labels: Sequence[str],
    bent: Sequence[float],
) -> None:
    loops: Counter[int] = Counter()
    for number, (edge, (tail, head)) in enumerate(zip(edges, arcs, strict=True)):
        more: Record = {"id": number, "label": labels[number]}
        more["width"] = round(1.2 + 0.9 * float(np.log2(len(edge.evidence))), 1)
        if bent[number] or len(edges) <= MANY_EDGES:
            kind = "curvedCW" if bent[number] >= 0 else "curvedCCW"
            more["smooth"] = {"enabled": True, "type": kind, "roundness": abs(bent[number])}
        if tail == head:
            turn = np.pi / 2 * (-1 if loops[tail] % 2 else 1)
            more["selfReference"] = {"size": 24 + 6 * loops[tail], "angle": turn}
            loops[tail] += 1
        vis.add_edge(tail, head, **more)


def _labels(edges: Sequence[Edge]) -> list[str]:
    alike = len({edge.label for edge in edges}) == 1
    short = len(edges) > (ALIKE_EDGES if alike else LABELLED_EDGES)
    return [_label(edge, short=short) for edge in edges]


def _label(edge: Edge, *, short: bool) -> str:
    times = f"×{len(edge.evidence)}" if len(edge.evidence) > 1 else ""
    return times if short else f"{shortened(edge.label, EDGE_LETTERS)} {times}".strip()


def _sizes(texts: Sequence[str], font: float) -> np.ndarray[Any, np.dtype[np.float64]]:
    """Width and height of each text in pixels, (n, 2); of an empty one 0."""
    lines = [text.splitlines() for text in texts]
    found = [(max(map(width, held), default=0) * font, len(held) * font * 1.2) for held in lines]
    return np.array(found, dtype=np.float64).reshape(-1, 2)


def _options(*, nodes: int, edges: int) -> Record:
    """vis-network's options but for the colours, which the page's style sheet holds."""
    many = edges > MANY_EDGES
    least = 12 if nodes > MANY_NODES else 2  # pixels on the screen; smaller labels are not drawn
    return {
        "physics": {"enabled": False},
        "layout": {"improvedLayout": False},
        "interaction": {
            "hover": not many,
            "hideEdgesOnDrag": many,
            "hideEdgesOnZoom": many,
            "keyboard": {"enabled": True, "bindToWindow": False, "autoFocus": False},
        },
        "nodes": {
            "font": {"size": NODE_FONT, "align": "left", "strokeWidth": 3},
            "scaling": {"label": {"enabled": False, "drawThreshold": least}},
            "margin": NODE_MARGIN,
            "size": 12,
            "borderWidth": 1.5,
            "borderWidthSelected": 3,
            "shapeProperties": {"borderRadius": 7},
        },
        "edges": {
            "font": {"size": EDGE_FONT, "strokeWidth": 5},
            "scaling": {"label": {"enabled": False, "drawThreshold": least}},
            "arrows": {"to": {"enabled": True, "scaleFactor": 0.6}},
            "smooth": {"enabled": False},
            "selectionWidth": 1.5,
            "hoverWidth": 0.6,
        },
    }


def _node(node: Node) -> Record:
    names = [plain(name) for name in node.names if name != node.name]
    return {"name": plain(node.name), "kind": node.kind, "names": names, "note": node.note}


def _edge(edge: Edge) -> Record:
    return {"label": plain(edge.label), "evidence": [_evidence(held) for held in edge.evidence]}


def _evidence(evidence: Evidence) -> Record:
    pieces = [[p.text, " ".join(p.marks), ", ".join(p.opens)] for p in cut(evidence)]
    return {
        "article": evidence.article,
        "title": plain(evidence.title),
        "publisher": plain(evidence.publisher),
        "pieces": pieces,
        "standing": evidence.standing,
    }


def _counts(network: Network) -> str:
    """As in: 12 names, 14 arrows, 20 passages."""
    passages = sum(len(edge.evidence) for edge in network.edges)
    found = (len(network.nodes), "name"), (len(network.edges), "arrow"), (passages, "passage")
    return ", ".join(f"{count:,} {noun}{'' if count == 1 else 's'}" for count, noun in found)


def _zip(ours: Sequence[Any], theirs: list[Record]) -> zip[tuple[Any, Record]]:
    return zip(ours, theirs, strict=True)


def _page(title: str, data: Record) -> str:
    library = resources.files("pyvis").joinpath(LIBRARY).read_text(encoding="utf-8")
    # A debugger would fetch the map: the page must not ask for anything.
    library = re.sub(r"^//# sourceMappingURL=.*$", "", library, flags=re.MULTILINE)
    script = (HERE / "assets" / "drawing.js").read_text(encoding="utf-8")
    style = (HERE / "assets" / "drawing.css").read_text(encoding="utf-8")
    inline = {"library": library, "script": script, "style": style}
    template = Environment(
        loader=FileSystemLoader(HERE / "templates"), autoescape=True, undefined=StrictUndefined
    ).get_template("drawing.html.j2")
    return template.render(
        title=title,
        policy=_policy([library, script], [style]),
        data=Markup(_json(data)),
        **{name: Markup(_inlined(name, text)) for name, text in inline.items()},
    )


def _policy(scripts: list[str], styles: list[str]) -> str:
    return "; ".join(
        [
            "default-src 'none'",
            f"script-src {' '.join(map(_hash, scripts))}",
            f"style-src {' '.join(map(_hash, styles))}",
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _inlined(name: str, text: str) -> str:
    """The text, if it can stand inside its element as it is: a change would break its hash."""
    if found := re.search(r"</(script|style)|<!--|\r", text, flags=re.IGNORECASE):
        raise ShapeError(
            f"draw: expected a {name} that can stand in a page, found {found[0]!r} in it."
            " Install pyvis 0.3.2."
        )
    return text


def _json(data: Record) -> str:
    r"""JSON in ASCII without < > &: nothing in it can end the element that holds it."""
    text = json.dumps(data, separators=(",", ":"))
    return text.translate({ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&"})
