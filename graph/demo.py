"""The sample articles, read, asked and drawn: what ``saidby demo`` does.

    data/sample  →  demo-store  →  three answers in the terminal, one picture
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from graph import flow
from graph.ask import written
from graph.paths import shipped
from graph.store import Store

STORE = Path("demo-store")
QUESTIONS: tuple[tuple[str, str, dict[str, str]], ...] = (
    ("On whose word does it stand that soldiers are not charged?", "chain",
     {"words": "charged"}),
    ("Who was dismissed from what, how many at least, according to whom?", "dismissed", {}),
    ("Which outlets does each outlet rely on, and for how many claims?", "outlets-cited", {}),
)  # fmt: skip
WIDTH = 100
"""Columns of the answers; a terminal that is narrower wraps them."""


def run(say: Callable[[str], None], picture: Path, *, store: Path = STORE) -> None:
    """Read the samples into a new store, answer three questions, and write the picture.

    say:   takes each piece of text for the reader.
    store: a folder; a store of an earlier demo there is replaced.
    """
    if (store / "saidby.json").is_file():
        shutil.rmtree(store)
    with flow.open_store(store) as opened:
        for sample in _samples():
            _add(opened, sample, say)
        for title, name, parameters in QUESTIONS:
            rows = flow.ask(opened, name, parameters=parameters)
            say(f"\n{title}")
            say(written(rows, "table", width=WIDTH))
        flow.draw(opened, picture)
    say(f"\nThe picture is {picture}: open it in a browser and click on an edge for its words.")
    say(f"Ask on: saidby --store {store} ask --list")


def _samples() -> list[dict[str, Any]]:
    """File, outlet and day of each sample, each file once, in the order of publication."""
    text = (shipped("sample") / "manifest.yaml").read_text(encoding="utf-8")
    listed: list[dict[str, Any]] = yaml.safe_load(text)["articles"]
    return list({row["file"]: row for row in reversed(listed)}.values())[::-1]


def _add(store: Store, sample: dict[str, Any], say: Callable[[str], None]) -> None:
    published: date = sample["published"]
    path = shipped("sample") / sample["file"]
    added = flow.add(store, [path], outlet=sample["outlet"], published=published)
    say(f"{sample['file']}: {len(added.articles)} read, {added.attributions} attributions")
