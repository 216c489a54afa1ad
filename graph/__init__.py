"""Read the news as a graph: who reported what, on whose word."""

__version__ = "0.14.0"
