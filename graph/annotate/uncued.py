"""Cues that the tagger missed, found by the words around them, each with its source and content.

syntax, the words of cues  →  Roles

"A finding by the panel that" is the panel's; what is heard from a guard is the guard's; "that P
was confirmed by the mayor" is the mayor's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from graph.annotate.hearsay import NOBODY
from graph.annotate.lemmas import lemma
from graph.annotate.nouns import singular
from graph.annotate.reading import BY_WORDS, Chunk, Roles
from graph.annotate.syntax import Syntax
from graph.annotate.verdicts import DENY, REPORT

HEARD = frozenset("heard hears learned learnt learns".split())
"""How somebody has a thing from another."""
_CLAIMS = REPORT | frozenset(
    "finding warning conclusion contention testimony complaint boast promise pledge threat "
    "prediction estimate assessment account announcement declaration admission assurance belief "
    "remark comment".split()
)
_SETTLED = frozenset(
    "confirmed denied disputed rejected acknowledged admitted reported announced claimed "
    "alleged".split()
)
_COUNTS, _TO_COUNT = frozenset("tally count estimate reckoning".split()), 5
"""What somebody's figures are, and how far before it "by" stands."""
_TOLD = frozenset("told assured informed gathered".split())
_CREDIT = {"credit": ("claim", "take"), "responsibility": ("claim",)}
"""What is claimed for a deed, and the verbs by which; who takes responsibility says nothing."""
_DISPUTES = DENY | {"dismiss", "rubbish", "rebuff"}
"""Verbs that take back what is reported, and are no acts besides."""
_COURTS = frozenset("court judge judges tribunal prosecutor prosecutors magistrate jury".split())
_POINTS = frozenset("the this that these those such its his her their all any".split())
_BEEN = frozenset("was were been being is are".split())
_CLAUSAL = ("ccomp", "csubj", "csubj:pass")
"""Dependencies of the clause that is told, or gathered."""
_WHEN = frozenset("later then repeatedly only".split())
_NOT_SAID = frozenset("the what how where this it nothing all".split())
"""What stands behind "was told" and need be no clause: "was told the truth"."""
_STATES = frozenset(
    "show state say admit suggest indicate claim warn confirm reveal prove insist argue".split()
)
"""What a paper does, or somebody, around "she said"."""
_DIRECTLY = frozenset("directly first only later".split())
_BY = 11
"""Words from the first of a source within which what it says begins."""


def claims(syntax: Syntax, taken: set[int]) -> Iterator[Roles]:
    """Whose "a finding by the panel that …" is, of nouns that are no cue yet."""
    for noun, word in enumerate(syntax.lower[:-3]):
        if noun not in taken and syntax.lower[noun + 1] == "by" and singular(word) in _CLAIMS:
            yield from _says_that(syntax, noun, noun + 2, ("SCONJ",))


def heard(syntax: Syntax) -> Iterator[Roles]:
    """Of "her cousin had heard from a guard that P" the guard is the source."""
    for verb, word in enumerate(syntax.lower[:-3]):
        tie = verb + 1 + (syntax.lower[verb + 1] in _DIRECTLY)
        if word in HEARD and syntax.lower[tie] == "from" and syntax.upos[verb] == "VERB":
            yield from _says_that(syntax, verb, tie + 1, ("SCONJ", "PRON", "DET", "ADV"))


def _says_that(syntax: Syntax, cue: int, source: int, parts: tuple[str, ...]) -> Iterator[Roles]:
    """The clause behind the next "that" is what a source says, which ends before it.

    source: the first of its words. parts: the parts of speech that the "that" may have been read
    as; behind a noun only a conjunction brings what is said ("the panel that visited").
    """
    end = min(source + _BY, syntax.words.sentence_at(cue)[1])
    that = next((i for i in range(source + 1, end)
                 if syntax.lower[i] == "that" and syntax.upos[i] in parts), None)  # fmt: skip
    if that is None or "VERB" in syntax.upos[source:that]:
        return
    said = [i for i in syntax.below(syntax.heads[that]) if i > that]
    if said:
        yield _roles(cue, Chunk(source, that - 1, "source", BY_WORDS), that, said[-1])


def told(syntax: Syntax, taken: set[int]) -> Iterator[Roles]:
    """What somebody was told, nobody says by whom: "they had been told", "it was gathered that"."""
    for verb, word in enumerate(syntax.lower[:-2]):
        if verb in taken or word not in _TOLD or syntax.upos[verb] != "VERB":
            continue
        be = verb - 1 - (syntax.upos[verb - 1] == "ADV")
        behind = verb + 1 + (syntax.lower[verb + 1] in _WHEN)
        opens = syntax.lower[behind] == "that" or syntax.upos[behind] in ("DET", "PRON")
        if syntax.lower[be] not in _BEEN or not opens or syntax.lower[behind] in _NOT_SAID:
            continue
        clause = next((c for c in syntax.children[verb]
                       if c > behind and syntax.deprels[c] in _CLAUSAL), None)  # fmt: skip
        said = [] if clause is None else [w for w in syntax.below(clause) if w >= behind]
        while said and syntax.upos[said[-1]] == "PUNCT":
            said.pop()
        if said and said[0] == behind and said[-1] > behind + 1:
            content = Chunk(said[0], said[-1], "content", BY_WORDS)
            yield Roles(Chunk(verb, verb, "", BY_WORDS), (), (content,), ())


def framed(syntax: Syntax, found: list[Roles]) -> list[Roles]:
    """What a paper or somebody says around who tells so: "The report, she said, shows that P"."""
    made = list(found)
    for r in found:
        if len(r.contents) != 2 or not r.contents[0].last < r.cue.first < r.contents[1].first:
            continue
        lead, rest = r.contents
        verb = rest.first
        says = lemma(syntax.texts[verb], "VERB") in _STATES and syntax.upos[verb] == "VERB"
        named = not {"VERB", "AUX", "ADP", "SCONJ"} & set(syntax.upos[lead.first : lead.last + 1])
        if not (says and named and syntax.lower[verb + 1] == "that" and verb + 2 < rest.last):
            continue
        inner = Roles(
            Chunk(verb, verb, "", BY_WORDS), (replace(lead, kind="source"),),
            (replace(rest, first=verb + 1),), (),
        )  # fmt: skip
        made = [*(o for o in made if o.cue.first != verb), inner]
    return made


def counted(syntax: Syntax, taken: set[int]) -> Iterator[Roles]:
    """Whose figures they are: "killing about 1,200 people, by Israeli tallies"."""
    for noun, word in enumerate(syntax.lower):
        first, end = syntax.words.sentence_at(noun)
        closes = noun + 2 >= end or syntax.texts[noun + 1] in (".", ",", ";")
        if singular(word) not in _COUNTS or noun in taken or not closes:
            continue
        by = next((w for w in range(noun - 1, max(first, noun - _TO_COUNT), -1)
                   if syntax.lower[w] == "by"), None)  # fmt: skip
        said = by is not None and "NUM" in syntax.upos[first:by]
        whose = [] if by is None else syntax.upos[by + 1 : noun]
        if not said or by is None or not {"ADJ", "PROPN", "PART"} & set(whose) or "VERB" in whose:
            continue
        last = by - 1 - (syntax.lower[by - 1] == ",")
        clause = next((w + 1 for w in range(last - 1, first, -1) if syntax.lower[w] == ","), first)
        first = clause if "NUM" in syntax.upos[clause:last] else first
        content = Chunk(first, last, "content", BY_WORDS)
        source = Chunk(by + 1, noun, "source", BY_WORDS)
        yield Roles(Chunk(by, by, "", BY_WORDS), (source,), (content,), ())


def disputed(syntax: Syntax, taken: set[int]) -> Iterator[Roles]:
    """Who "dismissed the report" or "rejected the claim"; not of a court, which acts so."""
    for noun, word in enumerate(syntax.lower):
        verb = syntax.heads[noun]
        if singular(word) not in REPORT or syntax.deprels[noun] != "obj" or verb in taken:
            continue
        whole = syntax.below(noun)
        points = syntax.lower[whole[0]] in _POINTS and verb < whole[0]
        if points and lemma(syntax.texts[verb], "VERB") in _DISPUTES:
            source = _doer(syntax, verb)
            if source is not None and syntax.lower[source.last] not in _COURTS:
                yield _roles(verb, source, whole[0], whole[-1])


def credited(syntax: Syntax, taken: set[int]) -> Iterator[Roles]:
    """Who "claimed credit for the attack", "took credit" or "claimed responsibility" for it."""
    for noun, word in enumerate(syntax.lower[:-2]):
        if word not in _CREDIT or syntax.lower[noun + 1] != "for":
            continue
        verb = syntax.heads[noun]
        takes = lemma(syntax.texts[verb], "VERB") in _CREDIT[word]
        if takes and verb < noun and verb not in taken:
            source = _doer(syntax, verb)
            if source is not None:
                yield _roles(verb, source, noun, syntax.below(noun)[-1])


def _doer(syntax: Syntax, verb: int) -> Chunk | None:
    """The subject of a verb that tells what somebody did, and not what he would not do."""
    subject = syntax.subject(verb)
    open_ = syntax.deprels[verb] == "xcomp" or syntax.negated(verb)
    if subject is None or subject > verb or open_ or syntax.upos[verb] != "VERB":
        return None
    source = Chunk(*syntax.phrase(subject), "source", BY_WORDS)
    return None if syntax.lower[source.first] in NOBODY else source


def fronted(syntax: Syntax, taken: set[int]) -> Iterator[Roles]:
    """Of "That P was confirmed by the mayor" the mayor is the source."""
    for verb, word in enumerate(syntax.lower):
        clause = next((c for c in syntax.children[verb] if syntax.deprels[c] == "csubj:pass"), None)
        agent = next((c for c in syntax.children[verb] if syntax.deprels[c] == "obl:agent"), None)
        if verb in taken or clause is None or agent is None or word not in _SETTLED:
            continue
        said = syntax.below(clause)
        if syntax.negated(verb) or said[-1] > verb or syntax.lower[said[0]] != "that":
            continue
        yield _roles(verb, Chunk(*syntax.phrase(agent), "source", BY_WORDS), said[0], said[-1])


def _roles(cue: int, source: Chunk, first: int, last: int) -> Roles:
    """A cue of one word, its source, and the words from first to last that are said."""
    content = Chunk(first, last, "content", BY_WORDS)
    return Roles(Chunk(cue, cue, "", BY_WORDS), (source,), (content,), ())
