"""The evaluation that lies beside a checkout, where it does: the seed article and the passages."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

EVALUATION = Path(__file__).parents[2] / "shared" / "eval"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not EVALUATION.is_dir(), reason="no evaluation beside this checkout"),
]


def _met(name: str) -> dict[str, tuple[int, int]]:
    """For each kind of expectation, how many are met, and how many there are."""
    command = f"{sys.executable} -m graph.cli annotate"
    scorer = [sys.executable, str(EVALUATION / "score_passages.py"), str(EVALUATION / name)]
    done = subprocess.run([*scorer, "--command", command], capture_output=True, text=True)
    last = done.stdout.splitlines()[-1]
    return {k: (int(a), int(b)) for k, a, b in re.findall(r"(\w+) (\d+)/(\d+)", last)}


def test_the_seed_article_is_read_whole() -> None:
    met = _met("seed.yaml")

    for kind in ("content", "source", "chain", "relation", "quantity", "time", "entity"):
        assert met[kind][0] == met[kind][1], met


def test_the_passages_are_read() -> None:
    met = _met("passages.yaml")

    assert met["content"][0] >= 12, met
    assert met["chain"][0] >= 11, met
    assert met["negation"] == (1, 1), met
    assert met["silence"] == (1, 1), met
