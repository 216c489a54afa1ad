"""Imports go one way: down to a lower layer, never up, never sideways."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import graph

PACKAGE = Path(graph.__file__).parent
LAYERS = [  # lowest first
    {"errors", "paths", "types", "claims", "corpus", "terms", "outlets"},
    {"read", "annotate", "resolve", "state", "store"},
    {"ask"},
    {"link"},
    {"show", "flow", "train"},
    {"demo", "tell"},
    {"cli_across"},
    {"cli"},
]
RANK = {name: rank for rank, layer in enumerate(LAYERS) for name in layer}
HANDS_ON = ("flow", "show")
"""Flow composes the stages, so of its own layer it may use the one that draws."""


def part_of(path: Path) -> str:
    """The part of the package that a file belongs to."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """Line and part of the package of every import of our own."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module == "graph":
            names = [f"graph.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module]
        for name in names:
            if name.startswith("graph."):
                yield getattr(node, "lineno", 0), name.split(".")[1]


def is_wrong(here: str, there: str) -> bool:
    """True for an import upwards, or sideways above the lowest layer."""
    if there not in RANK or there == here:  # not in: a name of graph/__init__.py
        return False
    sideways = RANK[there] == RANK[here] > 0 and (here, there) != HANDS_ON
    return RANK[there] > RANK[here] or sideways


def test_every_part_has_a_layer() -> None:
    parts = {part_of(path) for path in PACKAGE.rglob("*.py")}

    assert parts - {"__init__"} == set(RANK)


def test_imports_go_one_way() -> None:
    wrong = []
    for path in PACKAGE.rglob("*.py"):
        here = part_of(path)
        if here == "__init__":
            continue
        for line, there in imports(path):
            if is_wrong(here, there):
                wrong.append(f"{path.relative_to(PACKAGE)}:{line}: {here} imports {there}")

    assert not wrong, "\n".join(wrong)
