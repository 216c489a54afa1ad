"""A question in a process of its own, so that it can be killed.

    a task as JSON on standard input  →  pickled Rows on standard output

Run by ``graph.ask.ask`` with a timeout; exit status 1 or 2 and one line on
standard error: a QueryError, a QuestionError.
"""

from __future__ import annotations

import json
import pickle
import sys
from pathlib import Path

from graph import ask
from graph.errors import GraphError, QuestionError
from graph.store import Store

_MEMORY = 4 << 30
"""Most bytes a question may allocate."""


def main() -> int:
    """Answer the task on standard input; 0 if it could be, 2 if nobody could ask it."""
    _limit_memory()
    task = json.load(sys.stdin)
    try:
        with Store.open(Path(task["store"]), read_only=True) as store:
            rows = ask.ask(store, task["asked"], parameters=task["parameters"], limit=task["limit"])
    except GraphError as error:
        print(" ".join(str(error).split()), file=sys.stderr)
        return 2 if isinstance(error, QuestionError) else 1
    sys.stdout.buffer.write(pickle.dumps(rows))
    return 0


def _limit_memory() -> None:
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (_MEMORY, _MEMORY))


if __name__ == "__main__":
    sys.exit(main())
