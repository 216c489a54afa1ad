"""The command line, run in this process."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from graph.cli import main

OUTLET = ("--outlet", "Example Herald", "--published", "2024-03-05")
SAID = "The bridge at Portville is gone, the mayor told the Sample Tribune on Monday.\n"


def saidby(*words: str | Path, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words], input=stdin)


def told(result: Result, *, code: int) -> str:
    """The one line of standard error, of a command that printed nothing else."""
    lines = result.stderr.splitlines()
    assert result.exit_code == code, result.output
    assert isinstance(result.exception, SystemExit), result.exception
    assert result.stdout == ""
    assert len(lines) == 1, lines
    return lines[0]
