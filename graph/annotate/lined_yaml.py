"""YAML that remembers its lines, so that a mistake can be named by file and line.

file  →  nested Lined mappings, lists and strings
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from graph.errors import InputError
from graph.paths import FAST_LOADER


class Lined(dict[str, Any]):
    """A mapping that knows the line it starts on, and that of each key."""

    line: int = 1
    lines: Mapping[str, int]

    def line_of(self, key: str) -> int:
        """The line of a key; of the mapping, if the key is not there."""
        return self.lines.get(key, self.line)


def _lined(loader: Any, node: yaml.MappingNode) -> Iterator[Lined]:
    made = Lined()
    yield made
    made.update({str(k): v for k, v in loader.construct_mapping(node, deep=True).items()})
    made.line = node.start_mark.line + 1
    made.lines = {str(k.value): k.start_mark.line + 1 for k, _ in node.value}


def _made_of(base: Any) -> Any:
    """A loader that makes every mapping a Lined, and leaves "on" and "no" the words they are."""
    loader: Any = type("Loader", (base,), {})
    loader.yaml_implicit_resolvers = {
        letter: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":bool")]
        for letter, resolvers in base.yaml_implicit_resolvers.items()
    }
    loader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _lined)
    return loader


_LOADER, _FAST = _made_of(yaml.SafeLoader), _made_of(FAST_LOADER)
"""The first names a mistake's line better."""


def _loaded(text: str) -> Any:
    try:
        return yaml.load(text, _FAST)
    except yaml.MarkedYAMLError:
        return yaml.load(text, _LOADER)


def load_lined(file: Path) -> Lined:
    """The mapping a file holds. Truth values stay words.

    Raises InputError if it cannot be read, is no YAML, or holds no mapping.
    """
    try:
        text = file.read_text(encoding="utf-8")
    except OSError as error:
        raise InputError(
            f"{file}: expected a readable file, found {error.strerror}. Check its name."
        ) from error
    try:
        listed = _loaded(text)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise InputError(
            f"{file}:{line}: expected YAML, found {error.problem}. Correct the line."
        ) from error
    if not isinstance(listed, Lined):
        raise InputError(
            f"{file}:1: expected a mapping, found {type(listed).__name__}. Begin with 'relations:'."
        )
    return listed
