"""Sets of a part of the world: articles, and what a second annotator found in them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from graph.train.regions import of_region

ARTICLE = """\
- id: t-1
  outlet: Example Wire
  text: Reed said it rained.
  entities:
  - {id: r, kind: person, is: Reed, name: [Reed]}
  attributions:
  - {chain: [publisher, r], source: Reed, cue: said, content: it rained, manner: indirect}
"""


def _second(folder: Path, name: str) -> None:
    row = {"id": name, "entities": [], "attributions": []}
    (folder / "orm-second.jsonl").write_text(json.dumps(row), encoding="utf-8")


def test_a_second_annotator_has_the_texts_of_the_first(tmp_path: Path) -> None:
    (tmp_path / "orm.yaml").write_text(ARTICLE, encoding="utf-8")
    _second(tmp_path, "t-1")

    (first,), (second,) = of_region(tmp_path, tmp_path, "orm")

    assert second["article"] == first["article"]
    assert (len(first["attributions"]), second["attributions"]) == (1, [])


def test_an_article_that_the_first_does_not_have_is_refused(tmp_path: Path) -> None:
    (tmp_path / "orm.yaml").write_text(ARTICLE, encoding="utf-8")
    _second(tmp_path, "t-2")

    with pytest.raises(KeyError, match="t-2"):
        of_region(tmp_path, tmp_path, "orm")


def test_a_set_without_a_second_annotator_has_none(tmp_path: Path) -> None:
    (tmp_path / "orm.yaml").write_text(ARTICLE, encoding="utf-8")

    assert of_region(tmp_path, tmp_path, "orm")[1] == []
