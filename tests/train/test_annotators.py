"""Two annotators of one article: what the second has of what the first has."""

from __future__ import annotations

from typing import Any

import pytest

from graph.train.annotators import as_read, chain_agreement

TEXT = "Ada Quill told the Herald that the road was mined. She left."
HERALD = {"id": "h", "kind": "outlet", "name": "Herald", "unnamed": False,
          "mentions": [{"start": 19, "end": 25, "form": "name"}]}  # fmt: skip
QUILL = {"id": "q", "kind": "person", "name": "Ada Quill", "unnamed": False,
         "mentions": [{"start": 0, "end": 9, "form": "name"}]}  # fmt: skip


def _row(name: str, chain: list[str]) -> dict[str, Any]:
    return {
        "article": {"id": name, "outlet": "Example Wire", "published": "", "text": TEXT},
        "phenomena": [],
        "entities": [HERALD, QUILL],
        "attributions": [
            {
                "chain": chain, "cue": {"start": 10, "end": 14}, "manner": "indirect",
                "content": [{"start": 26, "end": 49}], "polarity": "positive",
                "certainty": "certain",
            }
        ],
    }  # fmt: skip


def test_who_agrees_with_himself_agrees_wholly() -> None:
    scores = chain_agreement([_row("a", ["publisher", "h", "q"])],
                             [_row("a", ["publisher", "h", "q"])])  # fmt: skip

    assert (scores.found.f1, scores.chain.f1, scores.long_right) == (100.0, 100.0, 1)


def test_a_link_left_out_is_another_chain_with_the_same_source() -> None:
    scores = chain_agreement([_row("a", ["publisher", "h", "q"])], [_row("a", ["publisher", "q"])])

    assert (scores.source.f1, scores.chain.f1) == (100.0, 0.0)


def test_an_article_that_the_first_lacks_is_refused() -> None:
    with pytest.raises(KeyError, match="b"):
        chain_agreement([_row("a", ["publisher", "q"])], [_row("b", ["publisher", "q"])])


def test_an_annotated_article_reads_as_the_reader_would_give_it() -> None:
    read = as_read(_row("a", ["publisher", "h", "q"]))

    assert [read.entities[link.entity].name for link in read.attributions[0].chain] == [
        "Example Wire", "Herald", "Ada Quill",
    ]  # fmt: skip
    assert read.attributions[0].content[0].of(TEXT) == "that the road was mined"
