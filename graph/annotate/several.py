"""Articles → their Annotations in the same order, read side by side, on all cores.

What could not be read comes out as an InputError in its place.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor

from graph.annotate import annotate
from graph.annotate.frames import Frames
from graph.annotate.model import Model
from graph.errors import InputError
from graph.types import Annotations, Article

Outcome = Annotations | InputError


def annotate_each(
    found: Iterable[Article | InputError],
    model: Model,
    frames: Frames | None = None,
    *,
    workers: int = 0,
) -> Iterator[Outcome]:
    """Read articles as they come; an InputError among them passes through.

    workers: articles read at once, and taken ahead of whoever asks; 0 means one more than there
    are cores, since two that run Python wait for each other.
    """
    most = workers or (os.cpu_count() or 1) + 1
    waiting: deque[Future[Outcome]] = deque()
    with ThreadPoolExecutor(most) as pool:
        try:
            for one in found:
                waiting.append(pool.submit(_outcome, one, model, frames))
                if len(waiting) > most:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()


def _outcome(found: Article | InputError, model: Model, frames: Frames | None) -> Outcome:
    if isinstance(found, InputError):
        return found
    try:
        return annotate(found, model, frames)
    except InputError as error:
        return error
    except Exception as error:
        return InputError(
            f"{found.id}: expected to read it, found a fault of this program: "
            f"{type(error).__name__}: {error}. The others are read; please report it."
        )
