"""How fast the reader reads: our own sample texts, cut to articles of 600 words and repeated.

usage: python -m graph.train.bench FOLDER [--articles N]

Prints a table: articles and words a second, that of onnxruntime alone on the same windows, the
share of the time outside it, peak memory, and the time from nothing to the first article.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from graph.annotate import Model
from graph.annotate.several import annotate_each
from graph.read import read
from graph.types import Article

LENGTH = 600
"""Words of an article."""
COLD = (
    "from graph import flow; from graph.annotate import annotate; from graph.types import Article;"
    "annotate(Article('a', 'https://x/a', 'The bridge is shut, the mayor said.'), flow.model())"
)


class Recorded:
    """A session that remembers what it was asked."""

    def __init__(self, session: Any) -> None:
        self._session = session
        self.asked: list[tuple[list[str], dict[str, Any]]] = []
        self.get_outputs = session.get_outputs

    def run(self, names: list[str], feed: dict[str, Any]) -> Any:
        """Run, and remember."""
        self.asked.append((names, feed))
        return self._session.run(names, feed)

    def again(self) -> list[Callable[[], Any]]:
        """What was asked, to be asked once more."""
        return [lambda n=n, f=f: self._session.run(n, f) for n, f in self.asked]  # type: ignore[misc]


def articles(folder: Path) -> Iterator[Article]:
    """The texts of a folder in a row, cut between paragraphs to articles of some 600 words."""
    held: list[str] = []
    for found in read([folder]):
        for paragraph in found.text.split("\n") if isinstance(found, Article) else ():
            held.append(paragraph)
            if sum(len(p.split()) for p in held) >= LENGTH:
                yield Article("bench", "https://example.org/bench", "\n".join(held))
                held = []


def measured(model: Model, texts: list[Article]) -> dict[str, float]:
    """Seconds to read the texts, and of onnxruntime alone, on all cores."""
    list(annotate_each(texts[:2], model))
    start = time.perf_counter()
    list(annotate_each(texts, model))
    whole = time.perf_counter() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    asked = _asked(model, texts)
    start = time.perf_counter()
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for done in [pool.submit(one) for one in asked]:
            done.result()
    return {"whole": whole, "alone": time.perf_counter() - start, "memory": memory}


def _asked(model: Model, texts: list[Article]) -> list[Callable[[], Any]]:
    """What the texts ask of onnxruntime, to be asked again."""
    sessions = Recorded(model._reader), Recorded(model._roles)
    model._reader, model._roles = sessions
    list(annotate_each(texts, model))
    return [one for session in sessions for one in session.again()]


def cold() -> float:
    """Seconds from starting Python to the end of a first short article."""
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", COLD], check=True)
    return time.perf_counter() - start


def main() -> None:
    """Measure from the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=32)
    options = parser.parse_args()
    texts = list(islice(cycle(articles(options.folder)), options.articles))
    words = sum(len(a.text.split()) for a in texts)
    first = cold()
    found = measured(Model(), texts)
    whole, alone = found["whole"], found["alone"]
    print(f"articles a second ({words / len(texts):.0f} words)  {len(texts) / whole:8.2f}")
    print(f"words a second                  {words / whole:8.0f}")
    print(f"onnxruntime alone, articles/s   {len(texts) / alone:8.2f}")
    print(f"share of time outside it        {100 * (1 - alone / whole):8.1f} %")
    print(f"peak memory                     {found['memory']:8.0f} MB")
    print(f"cold start                      {first:8.2f} s")


if __name__ == "__main__":
    main()
