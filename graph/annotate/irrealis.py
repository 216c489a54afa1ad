"""What a sentence tells of as not so: acquitted of, instead of, nearly, no evidence, in a film.

clauses, the word that tells it  →  "false", "open" or "ahead"; "" if nothing takes it back

Told from the order of the words: a parser hangs such clauses anywhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from graph.annotate.clauses import Clauses
from graph.annotate.syntax import Syntax
from graph.annotate.unproven import Unreal, unproven
from graph.annotate.verdicts import CALLS, FALSE, REBUFF, REPORT

_SAYING = frozenset("saying claiming alleging reporting stating".split())
_EXAMINE = frozenset("verify examine investigate probe check assess weigh study".split())
_IS = frozenset(
    "be prove as a an mere pure simply plainly entirely totally completely wholly".split()
)
_GOES_ON = frozenset(("as", "'s", "’s", "'", "’", "out", "off", "aside", "from"))
"""What may stand between "dismissed" and the claim: "as false the army's"."""
_UNSURE = frozenset("unconfirmed unverified alleged rumour rumor".split())
_WRONGLY = frozenset("falsely wrongly wrongfully mistakenly erroneously untruthfully".split())
_TIES = {
    "of": frozenset("acquit clear exonerate absolve innocent wary capable".split()),
    "from": frozenset(
        "prevent stop keep bar ban deter dissuade discourage hinder block prohibit refrain "
        "restrain protect save abstain desist".split()
    ),
    "against": frozenset("decide vote rule advise argue warn recommend".split()),
    "to": frozenset[str](),
    "for": frozenset[str](),
    "on": frozenset[str](),
}
"""For a word before a gerund, the words before that which say that it is not done."""
_INSTEAD = [
    words.split()
    for words in (
        "instead of", "rather than", "far from", "short of", "close to", "verge of", "brink of",
        "away from", "yet to", "all but",
    )
]  # fmt: skip
_SUSPECTED = {
    "of": frozenset("suspect suspicion charge count allegation accusation".split()),
    "for": frozenset(
        "try arrest detain investigate question probe prosecute indict sue seek want".split()
    ),
}
"""The same, for what leaves open whether it is done; words of suspicion are nouns."""
_WAS_TO = (["was", "to", "have"], ["were", "to", "have"])
_NEARLY = frozenset(("nearly", "almost"))
_EVIDENCE = frozenset("evidence proof sign indication confirmation trace suggestion".split())
_NO = frozenset("no not n't never little without nothing neither any".split())
_UNLIKELY = frozenset("unlikely doubtful improbable implausible inconceivable untrue false".split())
_TOO_EARLY = frozenset("hard early premature wrong impossible difficult absurd".split())
_NOBODY = frozenset("few nobody none sceptical skeptical".split())
_FICTION = frozenset(
    "film novel play movie series episode drama exercise simulation drill game "
    "thriller scenario sketch musical re-enactment reenactment opera painting mural ballet poem "
    "song nightmare dream act cartoon comic sitcom".split()
)
_PLAN = frozenset(
    "plan proposal deal agreement draft accord terms scheme pact bill law laws act code statute "
    "decree constitution rules".split()
)
_TALKS = frozenset("talk negotiation discussion hope push bid appeal".split())
_ABOUT = frozenset(("on", "about", "of", "for"))
_OCCASION = frozenset("point occasion circumstances stage time way means moment event".split())
_WHEN = frozenset("once when after until before".split())
_OPEN_EVENT = frozenset("alleged purported suspected possible supposed".split())
_NO_EVENT = frozenset(
    "attempted planned proposed threatened imminent averted foiled failed abortive potential "
    "future looming impending feared".split()
)
_NONE_OF = frozenset("lack absence prospect call possibility talk rumour rumor".split())
_STOPPED = frozenset(
    "foil avert block cancel delay postpone repel veto thwart prevent abort scrap discuss debate "
    "consider".split()
)
_MEASURES = frozenset("sanction embargo blockade".split())
_LIFTED = frozenset("lift waive suspend ease remove end drop relax scrap".split())
_PENDING = frozenset("pending barring without".split())
_FAR, _NEAR = 12, 6


def unreal(clauses: Clauses, word: int) -> Unreal:
    """Whether what a word tells is taken back by the words around it, and how."""
    if clauses.syntax.upos[word] == "NOUN":
        return _event(clauses, word) or unproven(clauses, word)
    return (
        _beside(clauses, word)
        or _under_a_claim(clauses, word)
        or _in_its_sentence(clauses, word)
        or unproven(clauses, word)
    )


# Verbs -----------------------------------------------------------------------------------------


def _beside(clauses: Clauses, word: int) -> Unreal:
    """What stands right before a verb: "instead of", "acquitted of", "nearly", "has yet to"."""
    lower, first = clauses.syntax.lower, clauses.syntax.words.sentence_at(word)[0]
    start = word - (lower[word - 1] in ("being", "be", "having", "been") if word > first else 0)
    before = lower[max(first, start - _NEAR) : start]
    if before[-2:] in _INSTEAD or before[-3:] in _WAS_TO or _NEARLY & set(before[-1:]):
        return "false"
    if before[-1:] in (["and"], ["or"]) and lower[start].endswith("ing"):
        same = (w for w in range(start - 2, first, -1) if lower[w].endswith("ing"))
        other = next((w for w in same if clauses.syntax.upos[w] == "VERB"), None)
        return "" if other is None else _beside(clauses, other)
    if before[-1:] == ["allegedly"]:
        start, before = start - 1, before[:-1]
    tie = before[-1] if before else ""
    if tie not in _TIES or not lower[word].endswith(("ing", "en", "ed")):
        return ""
    if {"not", "guilty"} <= set(before) or (tie == "of" and "within" in before):
        return "false"
    judge = next(_judges(clauses, start - 1), None)
    base = "" if judge is None else clauses.lemmas[judge]
    wrongly = judge is not None and lower[judge - 1] in _WRONGLY
    if base in _TIES[tie] or (base in ("accuse", "convict", "jail", "imprison") and wrongly):
        return "false"
    suspected = {base, clauses.lemmas[start - 2] if start - 2 >= first else ""}
    return "" if suspected.isdisjoint(_SUSPECTED.get(tie, ())) else "open"


def _judges(clauses: Clauses, before: int) -> Iterator[int]:
    """Verbs and adjectives before a word, from the nearest; none inside a noun phrase."""
    upos = clauses.syntax.upos
    for word in _back(clauses, before, ("VERB", "ADJ")):
        if upos[word] == "VERB" or upos[word + 1] not in ("NOUN", "PROPN", "ADJ"):
            yield word


def _back(clauses: Clauses, before: int, upos: tuple[str, ...]) -> Iterator[int]:
    """Words of these parts of speech, from the nearest before a word."""
    first = max(clauses.syntax.words.sentence_at(before)[0], before - _FAR)
    return (w for w in range(before - 1, first - 1, -1) if clauses.syntax.upos[w] in upos)


def _under_a_claim(clauses: Clauses, word: int) -> Unreal:
    """What is so in "dismissed the claim that …", "no evidence that …", "unlikely that …"."""
    syntax, lemmas = clauses.syntax, clauses.lemmas
    first, end = syntax.words.sentence_at(word)
    before = takewhile(lambda w: syntax.upos[w] != "VERB", range(word - 1, first, -1))
    that = next((w for w in before if syntax.lower[w] == "that"), first)
    noun = that - 1
    if that == first and syntax.deprels[word] in ("acl", "ccomp"):
        noun = syntax.heads[word]  # "no proof the 5th Brigade killed"
    if not first <= noun < word:
        return ""
    if lemmas[noun - 1] in REPORT and syntax.lower[noun] in _SAYING:
        noun -= 1  # "deleted a post saying that"
    near = set(syntax.lower[max(first, noun - _NEAR) : noun])
    if lemmas[noun] in _EVIDENCE and near & _NO:
        return "open"
    if that > first and lemmas[noun] in _UNLIKELY:
        return "open"
    if {lemmas[noun], syntax.lower[noun]} & REPORT and (
        found := _rebuffed(clauses, word, noun, end)
    ):
        return found
    return _said_of_it(clauses, noun, near) if syntax.upos[noun] == "VERB" else ""


def _said_of_it(clauses: Clauses, verb: int, near: set[str]) -> Unreal:
    """How a verb of saying takes back what is said: "few believe", "falsely claimed"."""
    if clauses.syntax.lower[verb - 1] in _WRONGLY or "apologised" in near or "apologized" in near:
        return "false"
    early = near & _TOO_EARLY and "to" in near
    return "open" if early or near & _NOBODY or {"nothing", "to"} <= near else ""


def _rebuffed(clauses: Clauses, word: int, noun: int, end: int) -> Unreal:
    """What is so in "dismissed the claim that …", "called reports that … lies"."""
    syntax, lemmas = clauses.syntax, clauses.lemmas
    told = lemmas[noun - 1] if noun else ""
    if told in FALSE or syntax.lower[max(0, noun - 2) : noun] == ["contrary", "to"]:
        return "false"
    if told == "into":
        return "open"
    judge = next(_back(clauses, noun, ("VERB",)), None)
    if judge is not None and any(
        syntax.upos[w] in ("ADP", "SCONJ", "PUNCT") and syntax.lower[w] not in _GOES_ON
        for w in range(judge + 1, noun + 1)
    ):
        judge = None  # "dismissed the general after reports that …"
    base = "" if judge is None else lemmas[judge]
    negated = judge is not None and syntax.negated(judge)
    if base in REBUFF:
        return "" if negated else "false"
    after = range(word + 1, end)
    were = any(lemmas[w] in FALSE | REBUFF and lemmas[w - 1] in _IS for w in after)
    if were or (base in CALLS and any(lemmas[w] in FALSE for w in after)):
        return "false"
    return "open" if told in _UNSURE or lemmas[noun] in _UNSURE or base in _EXAMINE else ""


def _in_its_sentence(clauses: Clauses, word: int) -> Unreal:
    """What opens the sentence, or goes with the verb: "In the film, …", "At no point did …"."""
    syntax, lower = clauses.syntax, clauses.syntax.lower
    first, _ = syntax.words.sentence_at(word)
    opening = lower[first : first + _NEAR]
    if lower[first + 1 : first + 2] == ["no"] and _OCCASION & set(lower[first + 2 : first + 3]):
        return "false"
    if opens_fiction(syntax, word):
        return "open"
    if opening[0] == "under" and _PLAN & set(_lead(opening)) and _present(clauses, word):
        return "ahead"
    if opening[0] == "it" and {"not", "n't"} & set(opening[1:4]) and _cleft(clauses, word):
        return "false"
    if _neither(clauses, word):
        return "false"
    helped = [lower[c] for c in clauses.children(word, "aux:pass", "aux")]
    if helped == ["be"] and lower[word - 1] == "be":
        return "ahead"  # "insists that the brigade be withdrawn"
    marks = {lower[c] for c in clauses.children(word, "mark", "advmod")}
    will = {"will", "would"} & {lower[c] for c in clauses.children(syntax.heads[word], "aux")}
    return "ahead" if marks & _WHEN and will and _present(clauses, word) else ""


def opens_fiction(syntax: Syntax, word: int) -> bool:
    """True if the sentence of a word opens with "In the film, …", "During the exercise, …"."""
    first = syntax.words.sentence_at(word)[0]
    opening = syntax.lower[first : first + _NEAR]
    return opening[0] in ("in", "during") and not _FICTION.isdisjoint(_lead(opening))


def _lead(opening: list[str]) -> list[str]:
    """The words of an opening before its comma."""
    return list(takewhile(lambda w: w != ",", opening))


def _present(clauses: Clauses, word: int) -> bool:
    """True of a verb in the present: "withdraws"."""
    lower, passive = clauses.syntax.lower, clauses.children(word, "aux:pass")
    if any(clauses.lemmas[c] == "have" for c in clauses.children(word, "aux")):
        return False
    if passive:
        return {"was", "were"}.isdisjoint(lower[c] for c in passive)
    return lower[word] == clauses.lemmas[word] or lower[word].endswith("s")


def _cleft(clauses: Clauses, word: int) -> bool:
    """True of the verb of "it was not the army that shelled"."""
    lower, first = clauses.syntax.lower, clauses.syntax.words.sentence_at(word)[0]
    return any(lower[w] in ("that", "who") for w in range(max(first, word - 3), word))


def _neither(clauses: Clauses, word: int) -> bool:
    """True if "neither" opens the subject, the object or an adverbial of a verb."""
    lower = clauses.syntax.lower
    parts = [c for c in clauses.syntax.children[word]
             if clauses.deprel(c).startswith(("nsubj", "obj", "obl"))]  # fmt: skip
    return any("neither" in lower[max(0, c - 4) : c] and "nor" in lower[c:] for c in parts)


# Nouns -----------------------------------------------------------------------------------------


def _event(clauses: Clauses, noun: int) -> Unreal:
    """What is told by a noun: "the alleged killing", "a lack of agreement", "was averted"."""
    syntax = clauses.syntax
    by_it = {syntax.lower[c] for c in clauses.children(noun, "amod", "case", "compound")}
    if by_it & _OPEN_EVENT:
        return "open"
    if by_it & (_NO_EVENT | _PENDING):
        return "ahead"
    above, relation = syntax.heads[noun], clauses.deprel(noun)
    ties = [c for c in clauses.children(noun, "case") if 0 < c < noun]
    near = (
        takewhile(
            lambda w: syntax.upos[w] != "VERB", range(ties[0] - 1, max(ties[0] - _NEAR, 0) - 1, -1)
        )
        if ties
        else ()
    )
    tied_to = {clauses.lemmas[w] for w in near}
    if ties and clauses.lemmas[ties[0] - 1] in _NONE_OF:
        return "ahead"  # "calls for the dismissal"
    if tied_to & _TALKS and syntax.lower[ties[0]] in _ABOUT:
        return "ahead"  # "talks on a truce"
    if clauses.lemmas[noun] in _MEASURES and clauses.lemmas[above] in _LIFTED:
        return "ahead"  # "lifted sanctions on Syria"
    stopped = relation in ("nsubj:pass", "obj") and clauses.lemmas[above] in _STOPPED
    return "ahead" if stopped else ""
