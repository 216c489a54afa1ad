"""Whose given name nearly always is a woman's or a man's: ``ontology/given-names.yaml``."""

from __future__ import annotations

from functools import cache

from graph.paths import shipped_yaml


def listed(name: str) -> bool:
    """True of a given name, in lower case, that is in the list."""
    return name in _genders()


def differ(a: str, b: str) -> bool:
    """True if one is a woman's name and the other a man's."""
    return {_genders().get(a), _genders().get(b)} == {"he", "she"}


@cache
def _genders() -> dict[str, str]:
    listed: dict[str, str] = shipped_yaml("ontology", "given-names.yaml")
    return {n: g for g, names in listed.items() for n in names.split()}
