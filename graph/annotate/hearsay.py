"""What is said without a cue of the tagger: of whole clauses, and of those who are accused.

syntax, the words of cues  →  contents, Roles

"Reportedly" is said of its whole clause; "the man accused of shooting at them" is accused by
somebody, whom the text may not name; "a finding by the panel that" is the panel's; what is
heard from a guard is the guard's.
"""

from __future__ import annotations

from collections.abc import Iterator

from graph.annotate.model import Chunk, Roles
from graph.annotate.nouns import singular
from graph.annotate.syntax import Syntax
from graph.annotate.verdicts import REPORT

NOBODY = frozenset("no neither nobody none nothing".split())
HEARSAY = frozenset("reportedly allegedly purportedly supposedly apparently".split())
_AGAINST = frozenset("though although but whereas".split())
_CLAIMS = REPORT | frozenset(
    "finding warning conclusion contention testimony complaint boast promise pledge threat "
    "prediction estimate assessment account announcement declaration admission assurance belief "
    "remark comment".split()
)
_SETTLED = frozenset(
    "confirmed denied disputed rejected acknowledged admitted reported announced claimed "
    "alleged".split()
)
HEARD = frozenset("heard hears learned learnt learns".split())
"""How somebody has a thing from another."""
_DIRECTLY = frozenset("directly first only later".split())
_BY = 12
"""Words from a claim within which it begins, whoever makes it."""
_SCORE = 0.3
"""Of what is found by words alone."""


def said_of(syntax: Syntax, cue: Chunk) -> Iterator[Chunk]:
    """The clause of an adverb, on both its sides."""
    verb = syntax.heads[cue.first]
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
        if part:
            yield Chunk(part[0], part[-1], "content", cue.score)


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
            Chunk(at, at, "", _SCORE),
            () if agent is None else (Chunk(*syntax.phrase(agent), "source", _SCORE),),
            (*charged, Chunk(at + 2, behind[-1], "content", _SCORE)),
            (),
        )


def claims(syntax: Syntax, taken: set[int]) -> Iterator[Roles]:
    """Whose "a finding by the panel that …" is, of nouns that are no cue yet."""
    for noun, word in enumerate(syntax.lower[:-3]):
        if noun in taken or syntax.lower[noun + 1] != "by" or singular(word) not in _CLAIMS:
            continue
        end = syntax.words.sentence_at(noun)[1]
        that = next((i for i in range(noun + 3, min(noun + _BY, end))
                     if syntax.lower[i] == "that" and syntax.upos[i] == "SCONJ"), None)  # fmt: skip
        if that is None or "VERB" in syntax.upos[noun + 2 : that]:
            continue
        clause = syntax.heads[that]
        said = [i for i in syntax.below(clause) if i > that]
        if said:
            yield Roles(
                Chunk(noun, noun, "", _SCORE),
                (Chunk(noun + 2, that - 1, "source", _SCORE),),
                (Chunk(that, said[-1], "content", _SCORE),),
                (),
            )


def heard(syntax: Syntax) -> Iterator[Roles]:
    """Of "her cousin had heard from a guard that P" the guard is the source."""
    for verb, word in enumerate(syntax.lower[:-3]):
        tie = verb + 1 + (syntax.lower[verb + 1] in _DIRECTLY)
        if word not in HEARD or syntax.lower[tie] != "from" or syntax.upos[verb] != "VERB":
            continue
        end = syntax.words.sentence_at(verb)[1]
        that = next((i for i in range(tie + 2, min(tie + _BY, end))
                     if syntax.lower[i] == "that"), None)  # fmt: skip
        if that is None or "VERB" in syntax.upos[tie + 1 : that]:
            continue
        said = [i for i in syntax.below(syntax.heads[that]) if i > that]
        if said:
            yield Roles(
                Chunk(verb, verb, "", _SCORE),
                (Chunk(tie + 1, that - 1, "source", _SCORE),),
                (Chunk(that, said[-1], "content", _SCORE),),
                (),
            )


def fronted(syntax: Syntax, taken: set[int]) -> Iterator[Roles]:
    """Of "That P was confirmed by the mayor" the mayor is the source."""
    for verb, word in enumerate(syntax.lower):
        clause = next((c for c in syntax.children[verb] if syntax.deprels[c] == "csubj:pass"), None)
        agent = next((c for c in syntax.children[verb] if syntax.deprels[c] == "obl:agent"), None)
        if verb in taken or clause is None or agent is None or word not in _SETTLED:
            continue
        negated = any(syntax.lower[c] in ("not", "never") for c in syntax.children[verb])
        said = syntax.below(clause)
        if negated or said[-1] > verb or syntax.lower[said[0]] != "that":
            continue
        yield Roles(
            Chunk(verb, verb, "", _SCORE),
            (Chunk(*syntax.phrase(agent), "source", _SCORE),),
            (Chunk(said[0], said[-1], "content", _SCORE),),
            (),
        )


def _charged(syntax: Syntax, verb: int) -> Iterator[Chunk]:
    """Who is accused: what the participle belongs to, or the subject."""
    above = syntax.heads[verb]
    owned = syntax.deprels[verb].startswith("acl") and syntax.upos[above] in ("NOUN", "PROPN")
    noun = above if owned else syntax.subject(verb)
    if noun is not None and noun < verb:
        yield Chunk(*syntax.phrase(noun), "content", _SCORE)
