"""From spans of an article to a passage a person can read.

text, spans  →  the sentences that hold them, and the spans within
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import pairwise

from graph.types import Evidence, Span, Standing

_END = re.compile(r"[.!?…]+[\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-ZÀ-ÞА-Я0-9])|\n\s*\n")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Cpl|Adm|Gov|Sen|Rep|St|No|vs|approx|Jan|"
    r"Feb|Aug|Sept?|Oct|Nov|Dec)|\b[A-Z])\.\s+$"
)


def sentence_spans(text: str) -> list[Span]:
    """Sentences in text order, each to the start of the next: together they are the text.

    Plain rules: enough to show a passage, not to read one.
    """
    ends = [
        match.end()
        for match in _END.finditer(text)
        if not _ABBREVIATION.search(text[max(0, match.end() - 12) : match.end()])
    ]
    return [Span(start, end) for start, end in pairwise((0, *ends, len(text))) if start < end]


def evidence(
    text: str,
    spans: Mapping[str, Iterable[Span]],
    *,
    article: str,
    title: str,
    publisher: str,
    sentences: list[Span] | None = None,
    standing: Standing = "put forward",
) -> Evidence:
    """The passage that holds the spans, and where they lie in it.

    spans: by ``source``, ``cue`` and ``content``; at least one in all.
    """
    every = [span for group in spans.values() for span in group]
    held = [s for s in sentences or sentence_spans(text) if any(s.meets(span) for span in every)]
    start = min(span.start for span in (*held, *every))
    end = max(span.end for span in (*held, *every))
    passage = text[start:end].rstrip()
    moved = {
        role: tuple(Span(span.start - start, span.end - start) for span in sorted(set(group)))
        for role, group in spans.items()
    }
    return Evidence(article, title, publisher, passage, **moved, standing=standing)


def joined(one: Evidence, other: Evidence) -> Evidence:
    """One passage with what either marks in it; both are of the same words."""
    return replace(
        one,
        source=tuple(sorted({*one.source, *other.source})),
        cue=tuple(sorted({*one.cue, *other.cue})),
        content=tuple(sorted({*one.content, *other.content})),
    )
