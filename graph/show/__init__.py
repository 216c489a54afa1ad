"""A Network goes in; pages that people look at come out."""

from __future__ import annotations

from graph.show.drawing import draw

__all__ = ["draw"]
