"""YAML that remembers its lines, so that a mistake can be named by file and line.

file  →  nested Lined mappings, lists and strings
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from graph.errors import InputError


class Lined(dict[str, Any]):
    """A mapping that knows the line it starts on, and that of each key."""

    line: int = 1
    lines: Mapping[str, int]

    def line_of(self, key: str) -> int:
        """The line of a key; of the mapping, if the key is not there."""
        return self.lines.get(key, self.line)


class _Loader(yaml.SafeLoader):
    """Makes every mapping a Lined, and leaves "on" and "no" the words they are."""

    def construct_lined(self, node: yaml.MappingNode) -> Iterator[Lined]:
        made = Lined()
        yield made
        made.update({str(k): v for k, v in self.construct_mapping(node, deep=True).items()})
        made.line = node.start_mark.line + 1
        made.lines = {str(k.value): k.start_mark.line + 1 for k, _ in node.value}


_Loader.yaml_implicit_resolvers = {
    letter: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":bool")]
    for letter, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_Loader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _Loader.construct_lined)


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
        listed = yaml.load(text, _Loader)
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
