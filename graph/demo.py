"""The sample articles, read, asked and drawn: what ``saidby demo`` does.

data/sample  →  demo-store  →  three answers in the terminal, one picture
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from graph import flow
from graph.ask import Rows, ask, written
from graph.ask.formats import plain
from graph.paths import shipped, shipped_yaml
from graph.store import Store

STORE = Path("demo-store")
DRAWN = 22
"""Entities in the picture: as many as can be read without zooming in."""
WIDTH = 100
"""Columns of the answers; a terminal that is narrower wraps them."""


def run(say: Callable[[str], None], picture: Path, *, store: Path = STORE) -> None:
    """Read the samples into a new store, answer five questions, and write the picture.

    say:   takes each piece of text for the reader.
    store: a folder; a store of an earlier demo there is replaced.
    """
    if (store / "saidby.json").is_file():
        shutil.rmtree(store)
    with flow.open_store(store) as opened:
        for sample in samples():
            _add(opened, sample, say)
        _answer(opened, say)
        flow.draw(opened, picture, top=DRAWN)
    say(f"\nThe picture is {picture}: open it in a browser and click on an edge for its words.")
    say(f"Ask on: saidby --store {store} ask --list")


def _answer(store: Store, say: Callable[[str], None]) -> None:
    say("\nOn whose word does it stand that soldiers are not charged?")
    say(f"  saidby --store {store.path} ask chain -p words=charged")
    for line in _chains(flow.ask(store, "chain", parameters={"words": "charged"})):
        say(f"    {line}")
    say("\nWho was dismissed from what, and who says so?")
    say(f"  saidby --store {store.path} ask dismissed")
    columns = ("dismissed", "dismissed_from", "text", "origin", "via")
    say(written(_only(flow.ask(store, "dismissed"), columns), "table", width=WIDTH))
    say("How many independent origins stand behind what most articles carry?")
    say(f"  saidby --store {store.path} ask clusters")
    widest = ask(store, "clusters", limit=6)
    columns = ("claim", "articles", "outlets", "fewest_origins", "most_origins")
    say(written(_only(widest, columns), "table", width=WIDTH))
    say("Which claims do outlets have from one another in a circle?")
    say(f"  saidby --store {store.path} ask circular")
    say(written(flow.ask(store, "circular"), "table", width=WIDTH))
    say("Which outlets does each outlet rely on, and for how many claims?")
    say(f"  saidby --store {store.path} ask outlets-cited")
    say(written(flow.ask(store, "outlets-cited"), "table", width=WIDTH))


def _chains(rows: Rows) -> list[str]:
    """The links of each chain on one line, from the publisher to the source."""
    at = {name: k for k, name in enumerate(rows.columns)}
    chains: list[list[str]] = []
    for row in rows.rows:
        name = plain(row[at["source"]])
        if plain(row[at["depth"]]) == "0":
            chains.append([name])
        else:
            chains[-1].append(name)
    return list(dict.fromkeys(" → ".join(chain) for chain in chains))


def _only(rows: Rows, columns: tuple[str, ...]) -> Rows:
    """Some of the columns, each row once."""
    at = [rows.columns.index(c) for c in columns]
    kept = dict.fromkeys(tuple(row[k] for k in at) for row in rows.rows)
    return replace(rows, columns=columns, rows=tuple(kept))


def samples() -> list[dict[str, Any]]:
    """File, outlet and day of each sample, each file once, in the order of publication."""
    listed: list[dict[str, Any]] = shipped_yaml("sample", "manifest.yaml")["articles"]
    return list({row["file"]: row for row in reversed(listed)}.values())[::-1]


def _add(store: Store, sample: dict[str, Any], say: Callable[[str], None]) -> None:
    published: date = sample["published"]
    path = shipped("sample") / sample["file"]
    added = flow.add(store, [path], outlet=sample["outlet"], published=published)
    say(f"{sample['file']}: {len(added.articles)} read, {added.attributions} attributions")
