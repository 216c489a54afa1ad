"""Write answers.md: every saved question, asked of the sample articles, and one claim traced.

usage: python docs/answers.py [--check]
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from graph import flow
from graph.ask import Question, ask, questions
from graph.ask import told as shown
from graph.ask.formats import plain
from graph.ask.names import short
from graph.demo import samples
from graph.paths import shipped
from graph.store import Store

PAGE = Path(__file__).parent / "answers.md"
MOST, WIDE = 6, 90
"""Rows of an answer that are shown, and characters of a cell."""
TRACED = "wounded"
HEAD = """# What the sample articles answer

Every saved question, its query, and what it answers on the {count} articles of `data/sample`.
Their outlets, people and statements are invented.
Written by `make docs`; a test holds it to the code and the model.
"""
ROUNDING = 12
"""Lines, of more than a thousand, that may read otherwise on another processor, which rounds
otherwise: a relation at the edge of being told adds rows to several counts."""


def page() -> str:
    """The page, from the samples read into a new store."""
    with tempfile.TemporaryDirectory() as folder, flow.open_store(Path(folder) / "s") as store:
        for sample in samples():
            path = shipped("sample") / sample["file"]
            flow.add(store, [path], outlet=sample["outlet"], published=sample["published"])
        parts = [HEAD.format(count=len(store.articles()))]
        parts += [_traced(store), *(_asked(store, one) for one in questions())]
    return "\n".join(parts)


def _traced(store: Store) -> str:
    every = flow.claims(store)
    digests, assigned = store.catalogue.digest, store.catalogue.assigned
    held = (one for one in every.values() if TRACED in one.cluster.claims[0].text)
    widest = max(held, key=lambda one: (len(one.cluster.claims), one.cluster.id))
    lines = shown.trace(widest, every, digests=digests, assigned=assigned)
    text = "\n".join(lines)
    return f"## One claim, traced\n\n`saidby trace {widest.cluster.id}`\n\n```text\n{text}\n```\n"


def _asked(store: Store, question: Question) -> str:
    rows = ask(store, question.name)
    lines = [
        f"## {question.title}", "", question.description, "",
        f"`saidby ask {question.name}`: {len(rows.rows)} rows"
        + (f", the first {MOST}" if len(rows.rows) > MOST else ""),
        "",
    ]  # fmt: skip
    if rows.rows:
        lines += [_row(rows.columns), _row("---" for _ in rows.columns)]
        lines += [_row(map(_cell, row)) for row in rows.rows[:MOST]]
    query = "\n".join(x for x in question.sparql.splitlines() if not x.startswith("#"))
    lines += ["", "<details><summary>the query</summary>", "", "```sparql", query, "```"]
    return "\n".join([*lines, "", "</details>", ""])


def _row(cells: Iterator[str] | tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(term: object) -> str:
    text = short(plain(term)) if term is not None else ""  # type: ignore[arg-type]
    text = " ".join(text.split()).replace("|", "\\|")
    return text if len(text) <= WIDE else text[: WIDE - 1] + "…"


def main() -> None:
    """Write the page, or with --check exit 1 if it is not as it would be written."""
    made = page()
    if "--check" in sys.argv:
        known = Counter(PAGE.read_text(encoding="utf-8").splitlines())
        new = Counter(made.splitlines()) - known
        print(*new.elements(), sep="\n")
        sys.exit(0 if new.total() <= ROUNDING else 1)
    PAGE.write_text(made, encoding="utf-8")


if __name__ == "__main__":
    main()
