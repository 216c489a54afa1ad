"""The scores in the open are those of the reader that ships."""

from __future__ import annotations

import json
from pathlib import Path

from graph.annotate.model import WEIGHTS

SCORES = Path(__file__).parents[1] / "data" / "gold" / "SCORES.md"


def test_the_scores_are_of_the_shipped_weights() -> None:
    manifest = json.loads((WEIGHTS / "manifest.json").read_text(encoding="utf-8"))

    assert manifest["sha256"]["reader.onnx"] in SCORES.read_text(encoding="utf-8")


def test_the_model_card_names_every_set() -> None:
    manifest = json.loads((WEIGHTS / "manifest.json").read_text(encoding="utf-8"))
    card = (WEIGHTS / "MODEL_CARD.md").read_text(encoding="utf-8")

    for name in manifest["sets"]:
        assert name.split(" (")[0].split(",")[0].removesuffix(" 1.0.0") in card, name
