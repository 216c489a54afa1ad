"""The meaning of a stretch of text as a vector, for telling whether two say the same.

mean of its words' vectors  →  the table that was distilled from all-MiniLM-L6-v2  →  int8
"""

from __future__ import annotations

import numpy as np

from graph.annotate.decode import Floats


def meaning(vectors: Floats, table: Floats | None) -> bytes:
    """The vectors (n, 384) of n words as one unit vector times 127, an int8 a component.

    table: (385, 384), the last row the bias. Empty if there is no table, or no word.
    """
    if table is None or not len(vectors):
        return b""
    made = vectors.mean(0) @ table[:-1] + table[-1]
    unit = made / max(float(np.linalg.norm(made)), 1e-9)
    return bytes((unit * 127).round().astype(np.int8))
