"""What one more article costs in a corpus that grows: made-up readings, the real store.

usage: python tests/bench/corpus.py [ARTICLES]

Prints how long it takes to put them all, in batches as ``saidby add`` does; and what one more costs
when it is added alone to a tidied store (states, quads, catalogue, clusters), the median time of up
to a hundred around the 100th, the 1,000th … article; memory, and a plot. Reading is not in it:
``make bench`` measures that apart.
"""

from __future__ import annotations

import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import islice
from pathlib import Path

import numpy as np

from graph import flow, terms
from graph.store import Store
from graph.types import (
    Annotations,
    Article,
    Attribution,
    Entity,
    Link,
    Mention,
    Run,
    Span,
)

AROUND = 50
"""Articles before and behind a mark that are put alone."""
CLAIMS, STORY, CARRIED = 12, 20, 30
"""Claims of an article, articles of a story, and claims that these choose from: each claim is
carried by eight articles."""
WORDS = [
    f"{a}{b}{c}" for a in "bcdfgklmnprstvz" for b in "aeiou" for c in ("lt", "rm", "nd", "ska")
]
OUTLETS = [f"Example Paper {k}" for k in range(200)]
RUN = Run("bench", "none", "")


@dataclass
class _Text:
    parts: list[str] = field(default_factory=list)
    length: int = 0

    def add(self, words: str) -> Span:
        start = self.length
        self.parts.append(words)
        self.length += len(words)
        return Span(start, self.length)


def readings(count: int) -> Iterator[Annotations]:
    """Articles over three years, twenty to a story."""
    rng = random.Random(1)
    stories = [_story(random.Random(k)) for k in range(count // STORY + 1)]
    for number in range(count):
        story = stories[number // STORY]
        day = date(2021, 1, 1) + timedelta(days=number * 1000 // count)
        yield _article(number, day, story, rng)


def _story(rng: random.Random) -> list[tuple[str, str, np.ndarray]]:
    """The claims of a story: speaker, words, meaning."""
    made = []
    for _ in range(CARRIED):
        surname = rng.choice(WORDS) + rng.choice(WORDS)
        speaker = f"{rng.choice(WORDS).capitalize()} {surname.capitalize()}"
        words = " ".join(rng.choice(WORDS) for _ in range(14))
        meaning = np.random.default_rng(rng.randrange(2**32)).standard_normal(384)
        made.append((speaker, words, meaning / np.linalg.norm(meaning)))
    return made


def _article(
    number: int, day: date, story: list[tuple[str, str, np.ndarray]], rng: random.Random
) -> Annotations:
    text = _Text()
    publisher = rng.choice(OUTLETS)
    entities, mentions, attributions, meanings = [Entity("outlet", publisher)], [], [], []
    for speaker, words, meaning in rng.sample(story, CLAIMS):
        told = words.split()
        told[rng.randrange(14)] = rng.choice(WORDS)
        source = text.add(speaker)
        text.add(" ")
        cue = text.add("said")
        text.add(" ")
        content = text.add(" ".join(told))
        text.add(". " + " ".join(rng.choice(WORDS) for _ in range(25)) + ".\n\n")
        entities.append(Entity("person", speaker))
        who = Mention(source, "person", "name", len(entities) - 1, 0.9)
        mentions.append(who)
        chain = (Link(0, "publisher"), Link(len(entities) - 1, "source"))
        attributions.append(Attribution(who, cue, (content,), chain, "indirect", score=0.9))
        near = meaning + np.random.default_rng(rng.randrange(2**32)).standard_normal(384) * 0.02
        meanings.append((near / np.linalg.norm(near) * 127).round().astype(np.int8).tobytes())
    whole = "".join(text.parts)
    article = Article(
        f"made-{number}", terms.article_iri(publisher, whole), whole, publisher=publisher,
        published=day,
    )  # fmt: skip
    return Annotations(
        article, RUN, tuple(entities), tuple(mentions), tuple(attributions),
        meanings=tuple(meanings),
    )  # fmt: skip


def _tidied(store: Store) -> float:
    """Tidy a store as ``saidby add`` leaves it. Returns the seconds it took, which do not count."""
    start = time.perf_counter()
    store.tidy()
    return time.perf_counter() - start


def main() -> None:
    """Put the articles, print what they cost."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    marks = [m for m in (100, 300, 1000, 3000, 10_000) if m <= count]
    took: dict[int, list[float]] = {m: [] for m in marks}
    began = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder, flow.open_store(Path(folder) / "s") as store:
        made = enumerate(readings(count))
        for number, read in made:
            mark = next((m for m in marks if abs(number - m) <= AROUND), None)
            if mark is None:
                ahead = islice(made, flow.TOGETHER - 1)
                flow.put(store, read, *(one for _, one in ahead))
                continue
            if not took[mark]:
                began += _tidied(store)
            start = time.perf_counter()
            flow.put(store, read)
            took[mark].append(time.perf_counter() - start)
        store.tidy()
        clusters = len(store.catalogue.clusters())
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    medians = {m: 1000 * float(np.median(took[m])) for m in marks}
    most = max(medians.values())
    print(f"{count} articles, {clusters} clusters, {time.perf_counter() - began:.0f} s, "
          f"{memory:.0f} MB at most")  # fmt: skip
    for mark, median in medians.items():
        bar = "█" * round(40 * median / most)
        print(f"{mark:>6}  {median:6.1f} ms  {median / medians[marks[0]]:5.2f} ×  {bar}")


if __name__ == "__main__":
    main()
