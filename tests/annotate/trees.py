"""Parsed sentences with the trees written by hand.

A word is written ``form/UPOS/dependency>head``; heads count from 1 and 0 is the root.
"""

from __future__ import annotations

import numpy as np

from graph.annotate.reading import Reading
from graph.annotate.words import Words

WIDTH = 384


def reading_of(sentence: str) -> Reading:
    """A sentence as the network would have it, but with vectors of zeros."""
    rows = [word.rsplit("/", 2) for word in sentence.split()]
    forms = [form for form, _, _ in rows]
    lengths = np.array([len(form) for form in forms])
    ends = np.cumsum(lengths + 1) - 1
    zeros = np.zeros(len(rows), dtype=np.int64)
    words = Words(" ".join(forms), ends - lengths, ends, np.array([0, len(rows)]), zeros)
    ties = [tie.split(">") for _, _, tie in rows]
    heads = [i if head == "0" else int(head) - 1 for i, (_, head) in enumerate(ties)]
    return Reading(
        words, np.zeros((len(rows), WIDTH), dtype=np.float32), (), (),
        tuple(upos for _, upos, _ in rows), np.array(heads), tuple(tie for tie, _ in ties), (),
    )  # fmt: skip
