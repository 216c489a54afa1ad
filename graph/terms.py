"""Names of the vocabularies, and the IRIs of our own things.

Everything that must be spelt the same in code, store, queries and pages is spelt here.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata

BASE = "https://w3id.org/saidby/"
SAID = f"{BASE}ns#"

PREFIXES = {
    "said": SAID,
    "e": f"{BASE}id/",
    "doc": f"{BASE}article/",
    "dcterms": "http://purl.org/dc/terms/",
    "graspf": "http://groundedannotationframework.org/grasp/factuality#",
    "oa": "http://www.w3.org/ns/oa#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

# The named graphs that hold no single article (ontology/README.md, "Named graphs").
STATED = f"{SAID}stated"
ENTITIES = f"{SAID}entities"
CLUSTERS = f"{SAID}clusters"
JUDGEMENTS = f"{SAID}judgements"
RUNS = f"{SAID}runs"
BETWEEN = "\n\f\n"
"""Stands between two files in one literal."""


def slug(name: str) -> str:
    """A name as a part of an IRI: lower-case ASCII letters, digits and hyphens; never empty.

    A name without a Latin letter or digit gets the first 12 hex digits of its SHA-256.
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    plain = re.sub(r"['’]s\b", "s", plain)
    made = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return made or digest(name)


def digest(*parts: str) -> str:
    """12 hex digits that depend on every part and on where one ends."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:12]


def article_iri(publisher: str, text: str) -> str:
    """The IRI of an article: the same text of the same publisher is the same article."""
    return f"{BASE}article/{digest(publisher.casefold(), text)}"


def kind_of(iri: str) -> str:
    """The kind in the IRI of an entity; empty if it is none."""
    parts = iri.removeprefix(f"{BASE}id/").split("/")
    return parts[0] if len(parts) == 2 else ""


def entity_iri(kind: str, name: str, *, scope: str = "") -> str:
    """The IRI of an entity; scope is the article's IRI for what is known in one article only."""
    if scope:
        return f"{BASE}id/{kind}/{scope.rsplit('/', 1)[-1]}-{slug(name)[:60]}"
    return f"{BASE}id/{kind}/{slug(name)}"


STANDING = frozenset(
    "member_of employed_by holds_position heads commands spokesperson_for represents "
    "affiliated_with owned_by subordinate_to located_in".split()
)
"""Relations that say what somebody or something is, not what two do to each other."""
