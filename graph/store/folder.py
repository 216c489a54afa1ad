"""The store's folder on disk: its stamp, and what can be wrong with it.

saidby.json   {"format": 1}
quads/        Oxigraph's files
"""

from __future__ import annotations

import json
from pathlib import Path

import pyoxigraph

from graph.errors import StoreError

FORMAT = 1
STAMP = "saidby.json"
QUADS = "quads"


def open_folder(path: Path, *, read_only: bool) -> pyoxigraph.Store:
    """Open the quads in a store's folder; to write, make the folder if there is none.

    Raises StoreError, in one line, if that cannot be done.
    """
    if read_only and not path.exists():
        raise StoreError(f"{path}: expected a store, found no folder. Make it with 'saidby add'.")
    try:
        if not read_only:
            _prepare(path)
        _check_stamp(path)
        return _opened(path / QUADS, read_only=read_only)
    except OSError as error:
        raise StoreError(_told(path, error)) from error
    except RuntimeError as error:  # what Oxigraph raises when its files do not fit together
        raise StoreError(damaged(path, str(error))) from error


def _prepare(path: Path) -> None:
    """Make the folder and stamp it, before anything is in it."""
    path.mkdir(parents=True, exist_ok=True)
    if not any(path.iterdir()):
        draft = path / f"{STAMP}.new"
        draft.write_text(json.dumps({"format": FORMAT}) + "\n", encoding="utf-8")
        draft.replace(path / STAMP)


def _check_stamp(path: Path) -> None:
    stamp = path / STAMP
    if not stamp.is_file():
        raise StoreError(
            f"{path}: expected a store folder with {STAMP} in it, found none. Name another folder."
        )
    found = _format(stamp)
    if found is None:
        raise StoreError(
            f'{stamp}: expected {{"format": {FORMAT}}}, found something else. '
            "Name another folder, or read the articles into a new store."
        )
    if found > FORMAT:
        raise StoreError(
            f"{path}: expected a store of format {FORMAT} or older, found format {found}. "
            "It was written by a newer version; upgrade saidby."
        )


def _format(stamp: Path) -> int | None:
    """The format a stamp names; None if it names none."""
    try:
        found = json.loads(stamp.read_text(encoding="utf-8"))
    except ValueError:
        return None
    made = found.get("format") if isinstance(found, dict) else None
    return made if isinstance(made, int) else None


def _opened(quads: Path, *, read_only: bool) -> pyoxigraph.Store:
    if not read_only:
        return pyoxigraph.Store(str(quads))
    return pyoxigraph.Store.read_only(str(quads))


def _told(path: Path, error: OSError) -> str:
    """What an error of the system or of Oxigraph means to the reader."""
    if "lock" in str(error).lower():
        return (
            f"{path}: expected to open the store, found it locked by another process. "
            "Close the other saidby and try again."
        )
    if isinstance(error, FileExistsError | NotADirectoryError):
        return f"{path}: expected a folder, found a file. Name another folder."
    if "No such file" in str(error):
        return damaged(path, str(error))
    first = (error.strerror or str(error)).splitlines()[0]
    return (
        f"{path}: expected a store that can be opened, found: {first}. "
        "Check its permissions and the free space on the disk."
    )


def damaged(where: Path | str, found: str) -> str:
    """That the files of a store do not fit together, in one line."""
    first = found.splitlines()[0][:200].rstrip(".")
    return (
        f"{where}: expected a sound store, found it damaged: {first}. "
        "Restore the folder from a copy, or read the articles into a new one."
    )
