"""Articles read side by side come out as if they were read one by one."""

from __future__ import annotations

import pytest

from graph import flow
from graph.annotate import annotate
from graph.annotate.several import annotate_each
from graph.errors import InputError
from graph.types import Annotations, Article

pytestmark = pytest.mark.slow
ARTICLES = [
    Article(f"{k}", f"https://x/{k}", f"Mayor Ada Quill said {k} bridges were closed.\n" * (k + 1))
    for k in range(7)
]


def test_the_order_and_the_readings_are_the_same() -> None:
    found = list(annotate_each(ARTICLES, flow.model(), workers=3))

    assert found == [annotate(a, flow.model()) for a in ARTICLES]


def test_what_cannot_be_read_comes_out_in_its_place() -> None:
    foreign = Article("f", "https://x/f", "Die Brücke bleibe gesperrt, erklärte die Stadt. " * 9)
    broken = InputError("b.txt: expected an article, found none.")

    found = list(annotate_each([ARTICLES[0], broken, foreign, ARTICLES[1]], flow.model()))

    kinds = [type(one) for one in found]
    assert kinds == [Annotations, InputError, InputError, Annotations]


def test_no_more_is_taken_than_is_read_at_once() -> None:
    source = iter(ARTICLES)
    next(annotate_each(source, flow.model(), workers=2))

    assert next(source).id == "3"
