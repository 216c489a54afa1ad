"""How an attribution is put: in whose words, denied or not, how surely, by what way.

    text, cue, content, source  →  Stance

No model: quotation marks, and the words listed in ``ontology/cues.yaml``. Certainty and polarity
are those of FactBank (Saurí and Pustejovsky 2009), manner that of PARC (Pareti 2016).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from graph.annotate.lemmas import lemma
from graph.annotate.numbers import CARDINAL
from graph.annotate.verdicts import CALLS, FALSE, REPORT
from graph.annotate.withheld import LINE, is_withheld, sentence_ends
from graph.paths import shipped_yaml
from graph.types import Certainty, Manner, Polarity, Span

_WORD = re.compile(r"n['’]t\b|[^\W\d_]+?(?=n['’]t\b)|\w+")
_ENDINGS = (("", ""), ("s", ""), ("es", ""), ("d", ""), ("ed", ""), ("ing", ""), ("ing", "e"),
            ("ies", "y"), ("ied", "y"))  # fmt: skip
# One of several paragraphs of a quotation is not closed.
_QUOTED = re.compile(r"[\"“«][^\"”»\n]*[\"”»]?")
_SINGLE_QUOTED = re.compile(r"(?<!\w)['‘](?=\w).*?(?<=[\w.,!?…])['’](?!\w)")
_CLAUSE_END = re.compile(r"[,;:—–.?!]\s")
_HEAD_END = re.compile(r",| (?:of|from|by|for|in|on|at|to|close|that|which|who|whose)\b")
_NUMBER = re.compile(rf"\s+(?:\d|more\b|as many\b|{CARDINAL}\b)")
_TOLD = 40
"""So many characters after "told" say who was told."""
_LEAD = 3
"""So many words before the cue may belong to it: "had never" of "had never believed"."""


@dataclass(frozen=True, slots=True)
class Stance:
    """How one attribution is put."""

    manner: Manner
    polarity: Polarity
    certainty: Certainty
    hedge: Span | None
    """The words behind a certainty that is not ``certain``; None if it is a question mark."""
    cue_class: str
    """A term of ``said:CueClass``."""
    channel: str | None
    """A term of ``said:Channel``."""
    addressed: bool
    """True if the cue tells someone: who is told may be a link of the chain."""
    passive_report: bool
    """True if the text does not say by whom it is said: "reportedly", "is said to"."""


_WRONGLY = frozenset("falsely wrongly mistakenly erroneously untruthfully".split())
_NEITHER = re.compile(r"\b[Nn](?:either|or) $")


def stance(text: str, *, cue: Span, content: Sequence[Span], source: Span | None) -> Stance:
    """Tell how an attribution is put, from its parts.

    cue may be empty where the text has none; content is in text order.
    """
    words = _bases(cue.of(text))
    led = _lead(text, cue, source) + words
    denied = _denies(words, led, _joined(text, content))
    before = text[max(0, cue.start - LINE) : cue.start]
    denied = denied or bool(_CONTRARY.search(before) or _TAKEN_DOWN.search(before))
    denied = denied or any(_AS_DENYING.fullmatch(text, cue.end, c.start) for c in content)
    certainty, hedge = _certainty(text, cue, content, led, denied=denied)
    if certainty == "certain" and not denied and is_withheld(text, cue, content):
        certainty, hedge = "underspecified", cue
    if not denied and not _WRONGLY.isdisjoint(led[-2:] if led else ()):
        certainty, hedge = "underspecified", cue  # "falsely claimed"
    if source is not None and _NEITHER.search(text, max(0, source.start - 9), source.start):
        certainty = "underspecified"  # "Neither the army nor the militia has said how many"
    cue_class = "deny" if denied else _cue_class(words)
    return Stance(
        manner=_manner(text, cue, content, source),
        polarity="negative" if denied else "positive",
        certainty=certainty,
        hedge=hedge,
        cue_class=cue_class,
        channel=_channel(text, cue, content, source),
        addressed=cue_class == "tell",
        passive_report=source is None and _agentless(words, led, text[cue.end :]),
    )


def _joined(text: str, spans: Iterable[Span]) -> str:
    return " ".join(span.of(text) for span in spans)


@cache
def _cues() -> dict[str, Any]:
    loaded: dict[str, Any] = shipped_yaml("ontology", "cues.yaml")
    return loaded


@cache
def _forms() -> dict[str, str]:
    """Base form of every form that no ending explains."""
    return {form: base for base, forms in _cues()["irregular"].items() for form in forms}


@cache
def _vocabulary() -> frozenset[str]:
    """Every word that is listed in its base form."""
    lists: list[Iterable[str]] = [_cues()["irregular"]]
    for value in _cues()["cue"].values():
        lists += value.values() if isinstance(value, dict) else [value]
    return frozenset(word for entries in lists for entry in entries for word in entry.split())


def _bases(words: str) -> list[str]:
    """The words in lower case and, where they are listed, in their base form."""
    return [_base(m[0].lower().replace("’", "'")) for m in _WORD.finditer(words)]


@lru_cache(maxsize=50_000)
def _base(word: str) -> str:
    stems = (word.removesuffix(end) + instead for end, instead in _ENDINGS if word.endswith(end))
    # "admitted": the doubled consonant goes with the ending.
    tried = [one for stem in stems for one in (stem, stem[:-1] if stem[-2:-1] == stem[-1:] else "")]
    return _forms().get(word) or next((one for one in tried if one in _vocabulary()), word)


def _has(words: Sequence[str], phrases: Iterable[str]) -> bool:
    """True if one of the phrases stands among the words."""
    row = f" {' '.join(words)} "
    return any(f" {phrase} " in row for phrase in phrases)


@cache
def _pattern(*keys: str) -> re.Pattern[str]:
    """Any of the phrases listed under the keys, the longest first, in lower case."""
    listed: Any = _cues()
    for key in keys:
        listed = listed[key]
    phrases = "|".join(map(re.escape, sorted(listed, key=len, reverse=True)))
    return re.compile(rf"(?<![\w’'-])(?:{phrases})(?![\w-])")


def _lead(text: str, cue: Span, source: Span | None) -> list[str]:
    """The words just before the cue, of its clause, that are not the source's."""
    start = source.end if source and source.end <= cue.start else max(0, cue.start - 30)
    return _bases(re.split(r"\n|" + _CLAUSE_END.pattern, text[start : cue.start])[-1])[-_LEAD:]


# What the cue says.


def _cue_class(words: Sequence[str]) -> str:
    for name, phrases in _cues()["cue"]["class_phrases"].items():
        if _has(words, phrases):
            return str(name)
    classes = _cues()["cue"]["classes"].items()
    of_word = {word: str(name) for name, members in classes for word in members}
    return next((of_word[word] for word in words if word in of_word), "neutral_say")


def _denies(words: Sequence[str], led: Sequence[str], said: str) -> bool:
    """True if the source rejects what the content says."""
    listed = _cues()["cue"]
    negated = _has(led, listed["negations"])
    if _has(words, listed["finding_none"]):
        return True
    if CALLS & {lemma(word, "VERB") for word in words} and _OF_A_CLAIM.match(said):
        return not negated and lemma(_WORD.findall(said)[-1], "NOUN") in FALSE
    if not _has(words, listed["denying"]):
        return negated and _has(words, listed["believing"])
    likened = _has(words, listed["likening"]) and "as" in _WORD.findall(" ".join([*words, said]))
    likened = likened and not _OF_A_CLAIM.match(said)  # "dismissed claims of torture as lies"
    asked = _has(words, listed["asking"]) and ("?" in said or _WHETHER.match(said))
    return not (negated or likened or asked)


_AS_DENYING = re.compile(
    r"(?i)[^.;:!?\n]{0,90} as (?:\w+ly |again |once )?"
    r"(?:den|reject|disput|refut|dismiss|contradict)y?ing(?: \w+){0,3} ?"
)
"""What stands between "quoted" and what is denied: "quoted him as denying that"."""
_WHETHER = re.compile(r"(?i)\W*(?:whether|if)\b")
_NO_EVIDENCE = re.compile(
    r"(?i)(?:\W*\w+){0,5}\W+no (?:evidence|proof|sign|indication|confirmation) that\b"
)
"""How a content begins that puts nothing forward: "there was no evidence that"."""
_CONTRARY = re.compile(
    r"(?i)\b(?:contrary to|despite what|notwithstanding what|whatever|regardless of what)"
    r" [^.;,:!?\n]*$"
)
"""What makes a content of "Contrary to what the ministry says, …" the opposite of it."""
_TAKEN_DOWN = re.compile(
    rf"(?i)\b(?:retract|withdr[ae]w|delet|remov|correct|disown|t[ao]+k(?:e|es|ing)? down|pull)\w*"
    rf"(?: \w+){{1,4}}? (?:{'|'.join(sorted(REPORT))}|tweet|video|letter|interview)s?"
    r"(?: that| which| in which \w+)? $"
)
"""How a clause goes on to "saying", of a report that was taken back."""
_OF_A_CLAIM = re.compile(rf"(?i)that |(?:\w+ ){{0,3}}(?:{'|'.join(sorted(REPORT))})s? (?:that|of) ")
"""How the content of "called … false" begins where a claim is called so."""


def _agentless(words: Sequence[str], led: Sequence[str], after: str) -> bool:
    listed = _cues()["cue"]
    if _has(words, listed["agentless"]):
        return True
    by = re.match(r"\s*by\b", after) or "by" in words
    passive = (f"be {adverb}{verb}" for verb in listed["passive"] for adverb in ("", "widely "))
    to = (f"{verb} to" for verb in listed["passive"])
    return not by and (_has(led, passive) or _has(words, to))


# How surely.


def _certainty(
    text: str, cue: Span, content: Sequence[Span], led: Sequence[str], *, denied: bool
) -> tuple[Certainty, Span | None]:
    """The certainty of the claim, and the words it rests on."""
    listed = _cues()["cue"]
    said = _joined(text, content)
    first = (_bases(said) or [""])[0]
    if denied:
        return "certain", None
    if _has(led, listed["withholding"]):
        return "underspecified", cue
    if _has(led, listed["asking"]) and ("?" in said or first in _cues()["content"]["questions"]):
        return "underspecified", cue
    if re.fullmatch(r"[^.!?]+\?\W*", said) or _NO_EVIDENCE.match(said):
        return "underspecified", None
    if _has(led, listed["hedges"]["probable"]):
        return "probable", cue
    if _has(led, listed["hedges"]["possible"]):
        return "possible", cue
    return next(_hedges(text, content), ("certain", None))


def _hedges(text: str, content: Sequence[Span]) -> Iterator[tuple[Certainty, Span]]:
    """The hedges of the claim itself, in text order."""
    probable = _pattern("content", "hedges", "probable")
    both = re.compile(f"{probable.pattern}|{_pattern('content', 'hedges', 'possible').pattern}")
    for i, span in enumerate(content):
        words = span.of(text)
        for hit in both.finditer(words.lower()):
            before = " ".join([_joined(text, content[:i]), words[: hit.start()]])
            month = words[hit.start() : hit.end()] == "May"
            if not month and _of_the_claim(before.lower(), hit[0], words[hit.end() :].lower()):
                where = Span(span.start + hit.start(), span.start + hit.end())
                yield ("probable" if probable.fullmatch(hit[0]) else "possible"), where


def _of_the_claim(before: str, hedge: str, after: str) -> bool:
    """True if a hedge between the two holds back the claim, not a number or another clause."""
    listed = _cues()["content"]
    if hedge in listed["before_numbers"] and _NUMBER.match(after):
        return False
    if any(re.match(rf"\s*{none}\b", after) for none in listed["no_hedge"].get(hedge, ())):
        return False
    if _pattern("content", "others_words").search(before):
        return False
    clause = _CLAUSE_END.split(before)[-1]
    relative = " ".join(clause.split()[-2:])
    subordinate = _pattern("content", "subordinators").search(clause)
    return not (subordinate or _pattern("content", "relatives").search(relative))


# In whose words.


def _manner(text: str, cue: Span, content: Sequence[Span], source: Span | None) -> Manner:
    inside = [
        any(quoted.start <= span.start + word.start() < quoted.end for quoted in quotations)
        for span in content
        for quotations in [list(_quotations(text, span, cue))]
        for word in re.finditer(r"(?!\Athat\s)\b\w+", span.of(text))
    ]
    if not any(inside):
        return "direct" if _transcribed(text, cue, content, source) else "indirect"
    return "direct" if all(inside) else "mixed"


def _transcribed(text: str, cue: Span, content: Sequence[Span], source: Span | None) -> bool:
    """True for a turn of a printed interview, which has no quotation marks: "EXAMPLE: Yes."."""
    if not (source and content and cue.of(text) == ":"):
        return False
    turn = text[cue.end : content[-1].end + 1].strip()
    opens = source.start == 0 or text[source.start - 1] == "\n"
    return opens and turn[:1].isupper() and turn.endswith((".", "?", "!"))


def _quotations(text: str, span: Span, cue: Span) -> Iterator[Span]:
    """What stands inside quotation marks, in the paragraphs of the span.

    Single marks count only where there are no double ones, and in a quotation that holds the cue.
    """
    start = text.rfind("\n", 0, span.start) + 1
    end = f"{text}\n".index("\n", span.end)
    quoted = [Span(*match.span()) for match in _QUOTED.finditer(text, start, end)]
    for whole in quoted or [Span(start, end)]:
        if quoted and not whole.meets(cue):
            yield whole
        else:
            inner = _SINGLE_QUOTED.finditer(text, whole.start, whole.end)
            yield from (Span(*match.span()) for match in inner)


# By what way.


def _channel(text: str, cue: Span, content: Sequence[Span], source: Span | None) -> str | None:
    """The first of ``channels`` that the cue, the source, who is told, or the sentence names."""
    words = _bases(cue.of(text))
    where = {
        "source": _source_head(source.of(text).lower()) if source else "",
        "told": text[cue.end :][:_TOLD].lower() if "tell" in words else "",
        "near": _around(text, cue, [*content, *([source] if source else [])]),
    }
    for name, listed in _cues()["channels"].items():
        placed = [place for place in where if place in listed]
        if _has(words, listed.get("cue", ())) or any(
            _pattern("channels", name, place).search(where[place]) for place in placed
        ):
            return str(name)
    return None


def _source_head(words: str) -> str:
    """The source without what specifies it: "reporter", of "the paper's reporter in Paris"."""
    return re.sub(r"^.*['’]s? ", "", _HEAD_END.split(words)[0])


def _around(text: str, cue: Span, parts: Sequence[Span]) -> str:
    """The sentence of the cue without the parts, in lower case."""
    ends = sentence_ends(text)
    at = ends[bisect_right(ends, cue.start) - 1]
    stop = ends[bisect_left(ends, cue.end, lo=1)]
    kept = []
    for part in sorted(parts):
        kept.append(text[at : min(part.start, stop)])
        at = max(at, part.end)
    return "".join([*kept, text[at:stop]]).lower()
