"""What the command line tells besides the data: errors, counts, what to watch for.

Everything goes to standard error, a line each: ``where: expected …, found …. What to do.``
"""

from __future__ import annotations

import errno
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, ParamSpec, TypeVar

import click

from graph.errors import GraphError, QuestionError

if TYPE_CHECKING:
    from graph.ask import Rows
    from graph.store import Store
    from graph.types import Annotations

P = ParamSpec("P")
R = TypeVar("R")
SOME_FAILED = 3
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
INTERRUPTED = 130


class Misused(click.ClickException):
    """Wrong usage, told in one line."""

    exit_code = 2


def told_plainly(command: Callable[P, R]) -> Callable[P, R]:
    """Print our own errors in one line and exit 1, or 2; let bugs keep their traceback."""

    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return command(*args, **kwargs)
        except QuestionError as error:
            raise Misused(str(error)) from error
        except GraphError as error:
            raise click.ClickException(str(error)) from error
        except BrokenPipeError:
            sys.exit(0)
        except OSError as error:
            if error.errno not in _FULL:
                raise
            raise click.ClickException(
                f"disk: expected room to write, found: {error.strerror}. Make some."
            ) from error
        except RuntimeError as error:
            if "Corruption" not in str(error):
                raise
            from graph.store.folder import damaged

            raise click.ClickException(damaged("store", str(error))) from error
        except KeyboardInterrupt:
            line("Interrupted.")
            sys.exit(INTERRUPTED)

    return run


@contextmanager
def opened(context: click.Context, *, read_only: bool = True) -> Iterator[Store]:
    """The store that --store names."""
    from graph.store import Store

    with Store.open(context.obj[0], read_only=read_only) as store:
        yield store


def line(text: str) -> None:
    """One line for the reader."""
    click.echo(text, err=True)


def count(number: int, thing: str) -> str:
    """``1 article``, ``2 articles``."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


@contextmanager
def writing(out: Path) -> Iterator[None]:
    """Tell plainly that a file cannot be written."""
    try:
        yield
    except BrokenPipeError:
        raise  # of standard output, not of the file
    except OSError as error:
        raise click.ClickException(
            f"{out}: expected to write there, found: {error.strerror}. Name another file."
        ) from error


def of_article(found: Annotations) -> None:
    """What was read in an article, in numbers."""
    told = f"{found.article.id}: {count(len(found.attributions), 'attribution')}"
    longest = max((len(a.chain) for a in found.attributions), default=0)
    line(f"{told}, longest chain {longest}" if longest else told)


def of_outlet(name: str, told: set[str]) -> None:
    """That a publisher is not in the list: it may be new, or misspelt.

    told: the names told of before; name is added to them.
    """
    from graph.outlets import outlets

    if name in told or outlets().find(name):
        return
    told.add(name)
    if name:
        line(f"{name}: none of the outlets in ontology/outlets.yaml, so called as it is here.")
    else:
        line("No outlet is named, so the publisher is unknown. Name it with --outlet.")


def of_missing(store: Store) -> None:
    """That answers lack what some articles say together with others."""
    from graph.link import missing

    lacking = len(missing(store))
    if lacking:
        line(
            f"{store.path}: {count(lacking, 'article')} not held against the others yet: a command "
            "was interrupted, or an older version read them. Run 'saidby check --repair'."
        )


def of_rows(rows: Rows) -> None:
    """That an answer is empty, or not all of it."""
    if not rows.rows:
        line("No rows.")
    elif rows.cut:
        line(f"The first {count(len(rows.rows), 'row')}; there are more.")


def end(failed: int, went_on: int) -> None:
    """Exit 3 if some inputs failed, having said how many if others did not."""
    if failed and went_on:
        line(f"{count(failed, 'input')} failed, named above; the rest went on.")
    if failed:
        sys.exit(SOME_FAILED)
