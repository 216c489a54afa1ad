"""Lines that name who wrote the article, and lines that only look like it."""

from __future__ import annotations

import pytest

from graph.read.bylines import byline, is_bare_name


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Maria Lindqvist", ("Maria Lindqvist",)),
        ("BY MARIA LINDQVIST", ("MARIA LINDQVIST",)),
        ("By Maria Lindqvist and Tom O’Brien", ("Maria Lindqvist", "Tom O’Brien")),
        ("By Ana de la Cruz, Tom Roe, and Max Moe", ("Ana de la Cruz", "Tom Roe", "Max Moe")),
        ("By Maria Lindqvist, Defence Editor", ("Maria Lindqvist",)),
        ("By Maria Lindqvist in Kharsk", ("Maria Lindqvist",)),
        ("Written by Maria Lindqvist | Example Herald", ("Maria Lindqvist",)),
        ("Maria Lindqvist, Defence Correspondent", ("Maria Lindqvist",)),
        ("By Élodie Šarić", ("Élodie Šarić",)),
    ],
)
def test_a_byline_gives_its_names(line: str, names: tuple[str, ...]) -> None:
    assert byline(line) == names


@pytest.mark.parametrize(
    "line",
    [
        "By nightfall the town had fallen",
        "By Monday, soldiers had left the town.",
        "Soldiers shot at Example Radio's reporter",
        "By Monday the town had fallen",
        "The report was written by Maria Lindqvist",
    ],
)
def test_a_sentence_with_by_is_none(line: str) -> None:
    assert byline(line) == ()


@pytest.mark.parametrize("line", ["Maria Lindqvist", "Jan van der Berg", "J. K. Roe"])
def test_a_name_alone_is_a_name(line: str) -> None:
    assert is_bare_name(line)


@pytest.mark.parametrize(
    "line", ["Middle East", "World News", "Example Herald", "Kharsk", "the mayor said"]
)
def test_a_label_is_no_name(line: str) -> None:
    assert not is_bare_name(line)
