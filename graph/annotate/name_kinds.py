"""Of what kind a name is, by its words and by those beside it, where the model errs.

a labelled run of words  →  a Kind
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from graph.annotate.mentions import Found
from graph.annotate.nouns import is_plural, kind_of
from graph.annotate.reading import Chunk
from graph.annotate.syntax import Syntax
from graph.types import Kind

_OUTLET_WORDS = frozenset(
    "News Times Post Herald Gazette Tribune Press Radio TV Television Telegraph Courier Wire "
    "Daily Chronicle Mirror Broadcasting Newspaper Journal Observer Dispatch Examiner".split()
)
_PAPERS = frozenset(
    "News Times Gazette Tribune Radio TV Television Courier Chronicle Herald Telegraph".split()
)
UNIT_WORDS = frozenset(
    "Guard Army Brigade Battalion Regiment Division Corps Navy Police Militia Militias Forces "
    "Force Rifles Squadron Fleet Legion Platoon Gendarmerie Guards Marines Brigades Front Infantry "
    "Command Column Rifle Armoured Armored Lions Tigers Commando Commandos Volunteers Cartel "
    "Constabulary Detachment Artillery Mechanised Mechanized Unit Coastguard Mujahideen".split()
)
_INSTITUTIONS = frozenset(
    "Ministry Academy School Hospital Fund Federation Board Tribunal Court University College "
    "Museum Association Union Society Foundation Commission Committee Council Institute Bank "
    "Party".split()
)
"""Heads of names of what is no force, whatever force its name has in it: "the Police Academy"."""
_CIVIC = frozenset(
    "Rights Relief Mothers Physicians Doctors Watch Monitor Observatory Initiative Refugees "
    "Ministry Commission Institute Foundation Parliament".split()
)
"""Words in the names of what is neither a force nor somebody."""
_BODIES = ("unit", "organisation")
_MACHINE = re.compile(
    r"(?:^|[a-z])(?:F|Su|MiG|Tu|B|C|J|KC|MQ|RQ|Mi|Ka|An|Il|AH|UH|Shahed|Geran|Lancet|HIMARS|ATACMS"
    r"|Merkava|Leopard|T)-?\d+\w{0,3}$"
)
"""Aircraft, drones and tanks by their marks, without the spaces."""


_CALLS_FROM = [[how, "from"] for how in ("phone", "telephone", "message", "text", "mail", "email")]
"""What stands before where somebody calls from: "told the outlet by phone from Tawila"."""
_ADDRESS = frozenset("Mr Ms Mrs Mr. Ms. Mrs. Miss".split())
"""What stands before people only."""


def kind_of_name(syntax: Syntax, chunk: Chunk, first: int, last: int) -> Kind:
    """The model's kind; an organisation that is called or described as an outlet is one."""
    if syntax.lower[max(0, first - 2) : first] in _CALLS_FROM:
        return "place"
    if _ADDRESS & {syntax.texts[first], *syntax.texts[max(0, first - 1) : first]}:
        return "person"
    civic = last > first and not _CIVIC.isdisjoint(syntax.texts[first : last + 1])
    if chunk.kind in ("person", "unit") and civic:
        return "organisation"
    if chunk.kind == "person" and syntax.texts[last] in _PAPERS and last > first:
        return "outlet"
    if chunk.kind not in ("organisation", "unit", "document"):
        return as_kind(chunk.kind)
    before = syntax.lower[max(0, first - 2) : first]
    after = syntax.lower[last + 1 : last + 3]
    words = set(syntax.texts[first : last + 1])
    institution = syntax.texts[last] in _INSTITUTIONS or (
        syntax.texts[first] in _INSTITUTIONS and syntax.lower[first + 1] in ("of", "for")
    )
    if chunk.kind in ("organisation", "unit") and institution:
        return "organisation"
    if chunk.kind == "organisation" and names_unit(tuple(words)):
        return "unit"
    named = _OUTLET_WORDS & words
    described = any(kind_of(w) == "outlet" for w in before[-1:]) or after == ["news", "agency"]
    followed = bool(after) and kind_of(after[0]) == "outlet" and not is_plural(after[0])
    return "outlet" if named or described or followed else as_kind(chunk.kind)


def names_unit(words: Sequence[str]) -> bool:
    """True if a name says that it is a force: "Guard", "Brigade"."""
    return not UNIT_WORDS.isdisjoint(words)


def as_kind(kind: str) -> Kind:
    """The Kind that a label of the model stands for."""
    kinds: dict[str, Kind] = {
        "person": "person", "group": "group", "organisation": "organisation", "unit": "unit",
        "outlet": "outlet", "place": "place", "document": "document",
    }  # fmt: skip
    return kinds[kind]


def is_machine(words: Sequence[str]) -> bool:
    """True of "Thai F-16s", "Shahed-136", which the model takes for a unit."""
    return _MACHINE.search("".join(words)) is not None


def as_in_full(syntax: Syntax, names: Sequence[Found]) -> list[Found]:
    """Names of bodies, each of the kind of the full name that stands once before it in brackets.

    "The Temporary Unit (UTAG)" and from then on "UTAG".
    """
    full: dict[str, Kind] = {}
    ends = {f.last + 2: f for f in names}
    for f in names:
        named = ends.get(f.first)
        if named is None or syntax.texts[f.first - 1] != "(" or f.first != f.last:
            continue
        bodies = named.kind in _BODIES and f.kind in (*_BODIES, "outlet", "person", "place")
        if bodies and syntax.texts[f.first][:1].isupper() and named.last > named.first:
            full[syntax.texts[f.first]] = named.kind
    return [
        replace(f, kind=full[syntax.texts[f.first]])
        if f.first == f.last and syntax.texts[f.first] in full
        else f
        for f in names
    ]
