"""The questions that ship with the package.

    queries/NAME.rq  →  Question;  parameters as typed  →  SPARQL with typed terms in place

A file opens with comments: a title, a description, and a line for each parameter

    # param who: an entity's name or IRI (default: everyone)

and gives each parameter its default in a VALUES clause of its own, ``VALUES ?who { UNDEF }``, so
that it runs as it stands in any SPARQL tool. The default says what is asked for: UNDEF an
entity, or of ``predicate`` a relation, an IRI a term of the ontology, a literal one of the same
type.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from pyoxigraph import Literal, NamedNode

from graph.ask.names import entities_named, expanded
from graph.errors import QuestionError, ShapeError
from graph.store import Store
from graph.terms import PREFIXES, SAID

PREDICATE = "predicate"
"""The parameter that names a relation, whatever its default."""
_PARAMETER = re.compile(r"^param (\w+): (.*?)(?: \(default:? (.*)\))?$")


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a saved question can be narrowed by."""

    name: str
    description: str
    default: str = ""
    """In words."""


@dataclass(frozen=True, slots=True)
class Question:
    """A saved query, with what it asks in words."""

    name: str
    title: str
    description: str
    parameters: tuple[Parameter, ...]
    sparql: str


@cache
def questions() -> tuple[Question, ...]:
    """All saved questions, by name."""
    folder = files("graph.ask") / "queries"
    found = sorted(file.name for file in folder.iterdir() if file.name.endswith(".rq"))
    return tuple(
        _question(name.removesuffix(".rq"), (folder / name).read_text(encoding="utf-8"))
        for name in found
    )


def question(name: str) -> Question:
    """The saved question of this name. Raises QuestionError, naming them all, if there is none."""
    for one in questions():
        if one.name == name:
            return one
    known = ", ".join(one.name for one in questions())
    raise QuestionError(
        f"{name}: expected a saved question or SPARQL, found neither. The questions are: {known}."
    )


def _question(name: str, text: str) -> Question:
    comments = []
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        comments.append(line.removeprefix("#").strip())
    found = [match for comment in comments if (match := _PARAMETER.match(comment))]
    parameters = tuple(Parameter(m[1], m[2], m[3] or "") for m in found)
    told = [comment for comment in comments if not _PARAMETER.match(comment)]
    for parameter in parameters:
        if not _clause(parameter.name).search(text):
            raise ShapeError(f"{name}.rq: expected VALUES ?{parameter.name} {{ … }}, found none.")
    return Question(name, told[0], " ".join(filter(None, told[1:])), parameters, text)


def _clause(name: str) -> re.Pattern[str]:
    return re.compile(rf"VALUES \?{name} {{ (.*?) }}")


def bound(asked: Question, parameters: Mapping[str, str], *, store: Store) -> str:
    """The question's SPARQL with the parameters as typed terms in their VALUES clauses.

    Raises QuestionError for a parameter it does not have, or a value of the wrong kind.
    """
    sparql = asked.sparql
    known = [parameter.name for parameter in asked.parameters]
    for name, value in parameters.items():
        if name not in known:
            raise QuestionError(
                f"{asked.name}: expected {_listed(known)}, found {name!r}. Leave it out."
            )
        clause = _clause(name)
        default = clause.search(sparql)
        assert default is not None
        terms = _terms(store, name, value, default=default[1])
        made = f"VALUES ?{name} {{ {' '.join(str(term) for term in terms)} }}"
        sparql = sparql[: default.start()] + made + sparql[default.end() :]
    return sparql


def _listed(names: list[str]) -> str:
    return f"a parameter out of {', '.join(names)}" if names else "no parameters"


def _terms(store: Store, name: str, value: str, *, default: str) -> Sequence[NamedNode | Literal]:
    if default == "UNDEF" and name != PREDICATE:
        return entities_named(store, value)
    if default.startswith('"') and "xsd:date" in default:
        return [_day(name, value)]
    if default.startswith('"'):
        return [Literal(value)]
    if default.isdigit():
        return [_whole(name, value)]
    return [_ontology_term(name, value)]


def _day(name: str, value: str) -> Literal:
    try:
        day = date.fromisoformat(value).isoformat()
    except ValueError as error:
        raise QuestionError(
            f"{name}: expected a date such as 2024-03-05, found {value!r}. Correct it."
        ) from error
    return Literal(day, datatype=NamedNode(f"{PREFIXES['xsd']}date"))


def _whole(name: str, value: str) -> Literal:
    if not value.isdecimal() or not value.isascii():
        raise QuestionError(f"{name}: expected a whole number, found {value!r}. Correct it.")
    return Literal(int(value))


def _ontology_term(name: str, value: str) -> NamedNode:
    """A term by IRI, prefixed name, or its bare name: ``dismissed_from``, ``dismissed from``."""
    found = expanded(value)
    if found is None and re.fullmatch(r"\w+(?:[ -]\w+)*", value):
        found = NamedNode(f"{SAID}{value.replace(' ', '_')}")
    if found is None:
        raise QuestionError(
            f"{name}: expected a relation such as dismissed_from, found {value!r}. Correct it."
        )
    return found
