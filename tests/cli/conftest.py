"""A store to ask, closed, and one that another process writes."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.link import link
from graph.store import Store
from graph.types import Annotations


@pytest.fixture
def kept(tmp_path: Path, herald: Annotations, tribune: Annotations) -> Path:
    """The folder of a store with the two invented articles, closed."""
    with Store.open(tmp_path / "store") as store:
        link(store, herald, tribune)
    return store.path


@pytest.fixture
def kept_open(kept: Path) -> Iterator[Path]:
    """The same, while another process has it open to write."""
    code = (
        "import sys; from graph.store import Store\n"
        f"with Store.open({str(kept)!r}): print('open', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout
        assert other.stdout.readline() == b"open\n"
        yield kept
        other.communicate()
