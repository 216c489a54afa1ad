"""From a name to the entities that bear it.

"Ada Quill", "e:person/ada-quill" or a whole IRI  →  IRIs
"""

from __future__ import annotations

from difflib import get_close_matches

from pyoxigraph import Literal, NamedNode

from graph.errors import QueryError
from graph.store import Store
from graph.terms import PREFIXES


def entities_named(store: Store, name: str) -> list[NamedNode]:
    """The entities of this name, those first whose own name it is; or the one of this IRI.

    Case counts only if some name is spelt exactly so. Raises QueryError, with the nearest names,
    if there is none.
    """
    wanted = name.strip()
    given = expanded(wanted)
    if given is not None:
        if next(store.quads.quads_for_pattern(given, None, None, None), None) is None:
            raise QueryError(f"{wanted}: expected an entity in the store, found none so called.")
        return [given]
    exact = _select(store, f"?e schema:name|skos:altLabel {Literal(wanted)}")
    found = exact or _select(
        store,
        f"?e schema:name|skos:altLabel ?n . FILTER(LCASE(?n) = {Literal(wanted.lower())})",
    )
    if not found:
        raise QueryError(_unknown(store, wanted))
    return found


def expanded(iri: str) -> NamedNode | None:
    """The term an IRI or prefixed name stands for; None if it is neither."""
    prefix, colon, local = iri.partition(":")
    try:
        if iri.startswith(("http://", "https://", "urn:")):
            return NamedNode(iri)
        if colon and prefix in PREFIXES:
            return NamedNode(PREFIXES[prefix] + local)
    except ValueError:
        return None
    return None


def _select(store: Store, pattern: str) -> list[NamedNode]:
    answer = store.select(f"SELECT DISTINCT ?e WHERE {{ {pattern} }} ORDER BY ?e")
    return [row["e"] for row in answer if isinstance(row["e"], NamedNode)]


def _unknown(store: Store, wanted: str) -> str:
    answer = store.select("SELECT DISTINCT ?n WHERE { ?e schema:name|skos:altLabel ?n }")
    names = {str(row["n"].value).lower(): str(row["n"].value) for row in answer}
    near = [names[match] for match in get_close_matches(wanted.lower(), names, n=3, cutoff=0.5)]
    held = [name for low, name in sorted(names.items()) if wanted.lower() in low][:3]
    offers = list(dict.fromkeys([*held, *near]))[:3]
    advice = f"Did you mean {', '.join(offers)}?" if offers else "The store names nobody like it."
    return f"{wanted}: expected an entity in the store, found none of that name. {advice}"


def short(iri: str) -> str:
    """An IRI as people read it: with a prefix where one is known."""
    for prefix, start in sorted(PREFIXES.items(), key=lambda item: -len(item[1])):
        if iri.startswith(start) and iri != start:
            return f"{prefix}:{iri.removeprefix(start)}"
    return iri
