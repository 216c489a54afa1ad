"""What is put forward in an article, once however many put it forward."""

from __future__ import annotations

import pytest

from graph.claims import claims
from graph.types import Annotations, Article, Attribution, Entity, Link, Run, Span


def saying(text: str, words: str) -> Attribution:
    start = text.index(words)
    content = (Span(start, start + len(words)),)
    return Attribution(None, Span(0, 3), content, (Link(0, "publisher"),), "indirect")


@pytest.mark.parametrize(
    ("text", "contents", "number"),
    [
        ("The Herald said that it is over", ("that it is over", "it is over"), 1),
        ("The mayor said: “It is over.”", ("“It is over.”", "It is over"), 1),
        ("The mayor said it is over now", ("it is over now", "it is over"), 2),
    ],
)
def test_the_same_words_are_one_claim_with_that_or_without(
    text: str, contents: tuple[str, ...], number: int
) -> None:
    article = Article("a", "https://w3id.org/saidby/article/a", text, publisher="Post")
    said = tuple(saying(text, words) for words in contents)
    read = Annotations(article, Run("m", "n", ""), (Entity("outlet", "Post"),), (), said)

    assert len(claims(read)) == number
