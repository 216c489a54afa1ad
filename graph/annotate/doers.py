"""Who does what a noun says: "the army launched a raid", "the man behind the raid".

clauses, the noun of a deed  →  those who carry it out, claim it or were convicted of it

Answers are as those of Clauses: alternatives, best first.
"""

from __future__ import annotations

from graph.annotate.antecedents import Heads
from graph.annotate.clauses import Clauses

_DOES = frozenset(
    "carry launch conduct stage mount perpetrate commit wage open begin resume continue intensify "
    "unleash trade exchange lead execute claim admit plant drop fire".split()
)
_CONVICT = frozenset("convict sentence jail imprison punish".split())


def doer(clauses: Clauses, noun: int) -> list[Heads]:
    """Who carries out, launches, stages, claims what a noun says, or was convicted of it."""
    verb = clauses.syntax.heads[noun]
    if clauses.lemmas[verb] == "responsibility" and clauses.deprel(noun) == "nmod":
        return doer(clauses, verb)
    does = clauses.lemmas[verb] in _DOES and clauses.deprel(noun) in ("obj", "nsubj:pass")
    if does and clauses.syntax.upos[verb] == "VERB":
        return clauses.agent(verb)
    convicted = clauses.lemmas[verb] in _CONVICT and clauses.case(noun) in ("for", "of", "over")
    if convicted and clauses.syntax.upos[verb] == "VERB":
        return clauses.patient(verb)
    if clauses.case(noun) == "behind":
        return _behind(clauses, noun)
    acl = [c for c in clauses.children(noun, "acl") if clauses.lemmas[c] in _DOES]
    return [heads for c in acl for heads in clauses.by(c)]


def _behind(clauses: Clauses, noun: int) -> list[Heads]:
    """Who "was behind the raid"; the man of "the man behind the raid"."""
    if clauses.children(noun, "cop"):
        return clauses.subject(noun)
    return [(clauses.syntax.heads[noun],)] if clauses.deprel(noun) == "nmod" else []
