"""Where the files that ship beside the code lie: the ontology and the sample articles.

A wheel carries them inside the package (``graph/ontology``, ``graph/sample``); a checkout and an
editable install keep them at the top level (``ontology/``, ``data/sample/``).
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from graph.errors import InputError

FAST_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml's, where PyYAML was built with it: six times as fast."""
_PACKAGE = Path(__file__).parent
_IN_CHECKOUT = {"ontology": "ontology", "sample": "data/sample"}


@cache
def shipped(name: str) -> Path:
    """The folder of shipped files called name: ``ontology`` or ``sample``.

    Raises InputError if the installation lacks it.
    """
    candidates = (_PACKAGE / name, _PACKAGE.parent / _IN_CHECKOUT[name])
    for folder in candidates:
        if folder.is_dir():
            return folder
    raise InputError(
        f"{_PACKAGE}: expected the shipped folder {name!r}, found none. Reinstall saidby."
    )


def shipped_yaml(name: str, file: str) -> Any:
    """What a YAML file in the folder called name holds. Raises InputError as `shipped` does."""
    text = (shipped(name) / file).read_text(encoding="utf-8")
    return yaml.load(text, FAST_LOADER)
