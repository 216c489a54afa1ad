"""Whose given name nearly always is a woman's or a man's: ``ontology/given-names.yaml``."""

from __future__ import annotations

from functools import cache

import yaml

from graph.paths import shipped


def listed(name: str) -> bool:
    """True of a given name, in lower case, that is in the list."""
    return name in _genders()


def differ(a: str, b: str) -> bool:
    """True if one is a woman's name and the other a man's."""
    return {_genders().get(a), _genders().get(b)} == {"he", "she"}


@cache
def _genders() -> dict[str, str]:
    text = (shipped("ontology") / "given-names.yaml").read_text(encoding="utf-8")
    return {n: g for g, names in yaml.safe_load(text).items() for n in str(names).split()}
