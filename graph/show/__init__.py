"""A Network goes in; pages that people look at, and files for other programs, come out."""

from __future__ import annotations

from graph.show.drawing import draw
from graph.show.exchange import graphml

__all__ = ["draw", "graphml"]
