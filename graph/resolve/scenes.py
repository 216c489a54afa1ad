"""Where a claim says that it happened: the towns that it, or its article's title, names.

Annotations, entities  →  keys of towns
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from graph.resolve import names
from graph.resolve.nations import nations
from graph.types import Annotations

_WIDE = re.compile(
    r"""(?xi) \b (?: region|province|oblast|governorate|county|state|district|prefecture|territory
    |republic|krai|raion|department|strip|bank|peninsula|island|islands|sea|ocean|gulf|strait|bay
    |river|valley|lake|coast|desert|mountains?|border|front|line|corridor|basin|delta|sector
    |north|south|east|west|northern|southern|eastern|western|central|middle|africa|asia|europe
    |america|kingdom|federation|union|world ) \b"""
)


def towns(read: Annotations, entities: Iterable[int]) -> Iterator[str]:
    """Keys of the places among the entities that are neither countries nor regions."""
    for index in entities:
        entity = read.entities[index]
        if entity.kind != "place" or not entity.name[:1].isupper() or _WIDE.search(entity.name):
            continue
        key = names.key(entity.name, entity.kind)
        if not nations(key.split())[0]:
            yield key


def titled(read: Annotations) -> Iterator[int]:
    """The entities that the article's title names."""
    for index, entity in enumerate(read.entities):
        if re.search(rf"\b{re.escape(entity.name)}\b", read.article.title):
            yield index
