"""What sort of source a name or description stands for, and whether it names anyone.

    words, kind  →  True if nobody is named: "a senior official", "rebels"
                 →  a term of ``said:SourceType``

The terms are adapted from https://github.com/alex2awesome/source-exploration.
"""

from __future__ import annotations

import re

from graph.types import Kind

_INDEFINITE = frozenset(
    "a an another any either each every few many most no one other several some such various two"
    " three four five six seven eight nine ten eleven twelve dozens hundreds local rebel".split()
)
_OPENERS = _INDEFINITE | frozenset(
    "the this that these those his her its their our my your at about around more less fewer nearly"
    " up over senior former both all".split()
)
"""Words that open a description, in lower case or at the start of a sentence."""
_PARTICLES = frozenset("al el de da dos du di la le van von der den bin ibn abu ad as ash".split())
_ONE_OF_MANY = frozenset(
    "school hospital college clinic charity museum parish archdiocese opposition agencies party"
    " centre center contractors manufacturer refinery factory plant shop shops station company firm"
    " committee provider".split()
)
"""Organisations that a description does not single out: "the charity", but "the ministry"."""
_STANDING = frozenset(
    "army military police navy staff guard force forces directorate command side service"
    " agency".split()
)
"""Forces of which a state has one: "the army" is as good as a name."""
_FIGHTERS = re.compile(
    r"(?:\w*men|\w*women|rebels|soldiers|troops|fighters|militants|insurgents|separatists|guards"
    r"|peacekeepers|paratroopers|commandos|marines|gendarmes|conscripts|officers|columns|units"
    r"|brigades|battalions|regiments|militias|jets|guns|gunboats|aircraft)$",
    re.IGNORECASE,
)
_OFFICIAL = re.compile(
    r"\b(?:officials?|officers?|diplomats?|ministers?|ambassadors?|envoys?|governors?|mayors?"
    r"|prosecutors?|magistrates?|judges?|spokes(?:m[ae]n|wom[ae]n|person|people)|commanders?"
    r"|generals?|colonels?|majors?|captains?|lieutenants?|brigadiers?|admirals?|presidents?|premier"
    r"|secretary|advis[eo]rs?|aides?|lawmakers?|legislators?|senators?|delegates?|negotiators?"
    r"|policem[ae]n|prefect|commissioners?|attachés?|inspectors?|regulators?|chief of staff"
    r"|(?:police|military|army|naval|intelligence|security|government|diplomatic|defen[cs]e|ministry"
    r"|administration|judicial|court) sources?)\b",
    re.IGNORECASE,
)
_REPORTER = re.compile(r"\b(?:reporter|correspondent|journalist|photographer)s?$", re.IGNORECASE)
_POLL = re.compile(r"\b(?:polls?|opinion survey)\b", re.IGNORECASE)
_DATABASE = re.compile(
    r"\b(?:data ?(?:base|set)s?|data|register|registry|tracker)\b", re.IGNORECASE
)
_HEAD_END = re.compile(
    r",| (?:of|from|by|for|in|on|at|to|with|near|under|that|which|who|whose|\w{3,}(?:ing|ed))\b"
)
_POSSESSOR = re.compile(r"^.*?(?:['’]s|s['’]) +(?=[a-z])")


def looks_unnamed(phrase: str, kind: Kind) -> bool:
    """True if the words name nobody: "a senior official", "Sergeant Example's platoon".

    phrase: the fullest words that the article has for it, with their determiner.
    """
    head = _head(phrase)
    opener = phrase.split()[0].lower() if phrase.split() else ""
    if not head or kind in ("unknown", "document"):
        return True
    if opener in _INDEFINITE or opener.isdigit():
        return True
    if kind == "group":
        return not re.fullmatch(r"the [A-Z][\w’'-]+(?: family)?", phrase)
    if kind == "organisation":
        return head in _ONE_OF_MANY
    if kind == "unit":
        return _unit_unnamed(phrase, head, opener)
    return kind in ("person", "place") and _described(phrase, opener)


def _head(phrase: str) -> str:
    """The last word of the noun phrase before what specifies it: "lawyer", of "a lawyer of …"."""
    words = _HEAD_END.split(phrase, maxsplit=1)[0].split()
    return words[-1].strip("\"“”‘’'") if words else ""


def _described(phrase: str, opener: str) -> bool:
    """True for a description: in lower case, or someone's ("Mr Example's wife")."""
    if opener in _OPENERS or _POSSESSOR.match(phrase):
        return True
    first = phrase.lstrip("\"“‘'")
    return first[:1].islower() and re.split(r"[ -]", opener)[0] not in _PARTICLES


def _unit_unnamed(phrase: str, head: str, opener: str) -> bool:
    if _FIGHTERS.fullmatch(head):
        return True
    if head[0].isupper() or head[0].isdigit() or head in _STANDING:
        return False
    return opener in _OPENERS or phrase.islower() or bool(_POSSESSOR.match(phrase))


def source_type(words: str, kind: Kind, *, named: bool) -> str | None:
    """The term of ``said:SourceType`` for a source; None if none fits, as for a named ministry."""
    if kind == "document":
        return _document_type(words)
    if kind in ("person", "group", "unknown"):
        return _people_type(words, kind, named=named)
    if named or kind == "place":
        return None
    if kind == "unit" and _FIGHTERS.fullmatch(_head(words)):
        return "unnamed_group"
    return "unnamed_organization"


def _document_type(words: str) -> str:
    if _POLL.search(words):
        return "poll"
    return "database" if _DATABASE.search(words) else "document"


def _people_type(words: str, kind: Kind, *, named: bool) -> str:
    sort = "group" if kind == "group" else "individual"
    if named:
        return f"named_{sort}"
    described = _POSSESSOR.sub("", _HEAD_END.split(words, maxsplit=1)[0])
    if _REPORTER.search(described):
        return "journalist_observation"
    return "unnamed_official" if _OFFICIAL.search(described) else f"unnamed_{sort}"
