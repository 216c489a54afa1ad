"""What is said without a cue of the tagger: of whole clauses, and of those who are accused.

syntax, the words of cues  →  contents, Roles

"Reportedly" is said of its whole clause; "the man accused of shooting at them" is accused by
somebody, whom the text may not name.
"""

from __future__ import annotations

from collections.abc import Iterator

from graph.annotate.reading import BY_WORDS, Chunk, Roles
from graph.annotate.syntax import Syntax

NOBODY = frozenset("no neither nobody none nothing".split())
HEARSAY = frozenset("reportedly allegedly purportedly supposedly apparently".split())
_PREDICATE = 7
"""Words behind "was reportedly" within which it is said what was."""
_AGAINST = frozenset("though although but whereas".split())


def said_of(syntax: Syntax, cue: Chunk) -> Iterator[Chunk]:
    """The clause of an adverb, on both its sides."""
    verb = syntax.heads[cue.first]
    if cue.first and syntax.upos[cue.first - 1] == "AUX":
        near = range(cue.first + 1, min(cue.first + _PREDICATE, len(syntax.upos)))
        verb = next((w for w in near if syntax.upos[w] == "VERB" or _is_what(syntax, w)), verb)
    if verb == cue.first:  # taken for the verb itself
        verb = next((c for c in syntax.children[verb] if syntax.upos[c] == "VERB"), verb)
    while syntax.upos[verb] not in ("VERB", "AUX", "NOUN", "ADJ") and syntax.heads[verb] != verb:
        verb = syntax.heads[verb]
    granted = _granted(syntax, verb)
    inside = [i for i in syntax.below(verb) if not _other_clause(syntax, i, verb)]
    inside = [i for i in inside if i != cue.first and i not in granted]
    before = [i for i in inside if i < cue.first]
    behind = [i for i in inside if i > cue.first]
    for part in (before, behind):
        while part and syntax.upos[part[0]] in ("CCONJ", "PUNCT"):
            part = part[1:]
        if part:
            yield Chunk(part[0], part[-1], "content", cue.score)


def _is_what(syntax: Syntax, word: int) -> bool:
    """True of "ill" in "is reportedly ill"."""
    return any(syntax.deprels[c] == "cop" for c in syntax.children[word])


def _granted(syntax: Syntax, verb: int) -> set[int]:
    """What a clause is set against: "…, though his unit has denied it"."""
    clauses = (c for c in syntax.children[verb] if syntax.deprels[c] == "advcl" and c > verb)
    against = (c for c in clauses if any(syntax.lower[k] in _AGAINST for k in syntax.children[c]))
    return {i for c in against for i in syntax.below(c)}


def _other_clause(syntax: Syntax, word: int, verb: int) -> bool:
    """True if a word stands in a clause that is only coordinated with the verb's."""
    while word != verb:
        if syntax.deprels[word] in ("conj", "parataxis") and syntax.heads[word] == verb:
            return syntax.upos[word] in ("VERB", "AUX")
        if syntax.heads[word] == word:
            return True
        word = syntax.heads[word]
    return False


def charges(syntax: Syntax, taken: set[int]) -> Iterator[Roles]:
    """Who is "accused of" a thing, where nobody was found to accuse. taken: words of cues."""
    for at in range(len(syntax.lower) - 2):
        if syntax.lower[at : at + 2] != ["accused", "of"] or at in taken:
            continue
        if syntax.upos[at] not in ("VERB", "ADJ"):
            continue
        agent = next((c for c in syntax.children[at] if syntax.deprels[c] == "obl:agent"), None)
        by = set() if agent is None else set(syntax.below(agent))
        behind = [i for i in syntax.below(at)
                  if i > at + 1 and i not in by and not _other_clause(syntax, i, at)]  # fmt: skip
        charged = list(_charged(syntax, at))
        nobody = any(syntax.lower[c.first] in NOBODY for c in charged)
        if not behind or nobody or any(syntax.deprels[c] == "obj" for c in syntax.children[at]):
            continue
        yield Roles(
            Chunk(at, at, "", BY_WORDS),
            () if agent is None else (Chunk(*syntax.phrase(agent), "source", BY_WORDS),),
            (*charged, Chunk(at + 2, behind[-1], "content", BY_WORDS)),
            (),
        )


def _charged(syntax: Syntax, verb: int) -> Iterator[Chunk]:
    """Who is accused: what the participle belongs to, or the subject."""
    above = syntax.heads[verb]
    owned = syntax.deprels[verb].startswith("acl") and syntax.upos[above] in ("NOUN", "PROPN")
    noun = above if owned else syntax.subject(verb)
    if noun is not None and noun < verb:
        yield Chunk(*syntax.phrase(noun), "content", BY_WORDS)
