"""A researcher adds a relation in three lines, and gets it in answers and pictures."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from graph.cli import main

pytestmark = pytest.mark.slow
LINES = "relations:\n- name: blockaded\n  triggers: [{verb: blockade}]\n"
TEXT = (
    "The Tessaran Navy blockaded Hollin on Monday, the mayor told Example Wire. "
    "The Coast Guard did not blockade Carrow.\n"
)


def run(folder: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["--store", str(folder / "store"), *words])


def test_three_lines_make_a_relation(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(LINES, encoding="utf-8")
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")

    added = run(
        tmp_path, "add", str(tmp_path / "a.txt"), "--outlet", "Example Herald",
        "--relations", str(tmp_path / "own.yaml"),
    )  # fmt: skip
    asked = run(tmp_path, "ask", "SELECT ?a ?b { ?x said:blockaded ?y . ?x rdfs:label ?a . "
                "?y rdfs:label ?b }")  # fmt: skip
    drawn = run(tmp_path, "draw", "--entity", "Tessaran Navy", "-o", str(tmp_path / "n.html"))

    assert (added.exit_code, asked.exit_code, drawn.exit_code) == (0, 0, 0), added.output
    assert "Tessaran Navy" in asked.stdout
    assert "Hollin" in asked.stdout
    assert "Carrow" not in asked.stdout
    assert "blockaded" in (tmp_path / "n.html").read_text(encoding="utf-8")
    assert run(tmp_path, "check").exit_code == 0


def test_a_mistake_is_named_by_line(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(LINES.replace("verb", "verv"), encoding="utf-8")
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")

    done = run(tmp_path, "add", str(tmp_path / "a.txt"), "--relations", str(tmp_path / "own.yaml"))

    assert done.exit_code == 1
    assert "own.yaml:3:" in done.stderr
    assert "verv" in done.stderr


def test_what_is_read_again_keeps_its_relations(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(LINES, encoding="utf-8")
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    asked = "SELECT ?a { ?x said:blockaded ?y . ?x rdfs:label ?a }"
    run(tmp_path, "add", str(tmp_path / "a.txt"), "--relations", str(tmp_path / "own.yaml"))
    (tmp_path / "own.yaml").unlink()
    (tmp_path / "store" / "catalogue.sqlite").unlink()

    before = run(tmp_path, "ask", asked)
    refused = run(tmp_path, "claims")
    repaired = run(tmp_path, "check", "--repair")

    assert "check --repair" in before.stderr
    assert "check --repair" in refused.stderr
    assert refused.exit_code == 1
    assert "1 article read again" in repaired.stderr
    assert repaired.exit_code == 0
    assert run(tmp_path, "ask", asked).stdout == before.stdout != ""
    assert run(tmp_path, "claims").exit_code == 0
