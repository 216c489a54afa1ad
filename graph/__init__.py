"""Read the news as a graph: who reported what, on whose word."""

import os

__version__ = "0.16.0"

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # articles are read side by side, a core each
