"""Names, descriptions and pronouns of a text, before anyone asks who they are.

reading  →  Found, in text order, each with its head word
"""

from __future__ import annotations

from graph.annotate.mentions import NO_OUTLETS, Found
from graph.annotate.name_kinds import as_kind
from graph.annotate.names import find_names
from graph.annotate.nouns import is_plural, kind_of
from graph.annotate.pairs import PRONOUNS
from graph.annotate.syntax import Syntax
from graph.types import Kind

_FILED = frozenset(
    "court legal internal secret leaked filed lodged submitted obtained seen found".split()
)
_POSTS = frozenset("border frontier command observation military army guard police trading".split())
"""What makes a place of a post."""
_GUARDED = frozenset("coast national home border presidential republican frontier civil".split())
"""What makes a force of a guard."""
_TAKES = frozenset("take takes took taken taking assume assumed in under".split())
_NO_HEADS = ("DET", "PUNCT", "ADP")
_MANY = ("group", "unit")
"""Of several people, even in the singular."""
_UNMANNED = frozenset("drone drones missile missiles shell shells rocket rockets aircraft".split())


def find_mentions(syntax: Syntax) -> list[Found]:
    """Every mention, in text order. A description that a name fills is left to the name."""
    names = find_names(syntax)
    taken = {i for n in names for i in range(n.first, n.last + 1)}
    pronouns = [
        Found(i, i, i, _pronoun_kind(word), "pronoun", 1.0, word in ("they", "them", "their", "we"))
        for i, word in enumerate(syntax.lower)
        if word in PRONOUNS and syntax.upos[i] in ("PRON", "DET") and i not in taken
    ]
    opened = {n.first - 1 for n in names if n.kind == "outlet"}
    nominals = [
        n for n in _nominals(syntax, {n.head for n in names})
        if not (n.kind == "outlet" and n.last == n.head
                and (n.head in opened or _outlet_follows(syntax, n.head)))
    ]  # fmt: skip
    return sorted([*names, *nominals, *pronouns], key=lambda f: (f.first, -f.last))


def _outlet_follows(syntax: Syntax, word: int) -> bool:
    """True for "weekly" in "the weekly magazine"."""
    return any(kind_of(text) == "outlet" for text in syntax.texts[word + 1 : word + 2])


def _pronoun_kind(word: str) -> Kind:
    if word in ("he", "him", "his", "himself", "she", "her", "hers", "herself", "i", "me", "my"):
        return "person"
    return "group" if word[:2] in ("th", "we", "us", "ou") else "unknown"


def _nominals(syntax: Syntax, named: set[int]) -> list[Found]:
    """Descriptions: by the model, and by nouns whose kind the list knows."""
    found: dict[int, Found] = {}
    for chunk in syntax.reading.nominals:
        head = syntax.head(chunk.first, chunk.last)
        if head in named or syntax.upos[head] in _NO_HEADS or _in_front(syntax, head):
            continue
        listed = kind_of(syntax.texts[head])
        sure = listed if listed in ("person", "group", "outlet", "document") else None
        found[head] = _nominal(syntax, head, sure or as_kind(chunk.kind), chunk.score)
    for i, upos in enumerate(syntax.upos):
        if upos == "NOUN" and i not in found and i not in named:
            kind = kind_of(syntax.texts[i]) or _arms(syntax, i)
            owns = syntax.lower[i + 1 : i + 2] in (["'s"], ["’s"], ["'"], ["’"])
            within = syntax.deprels[i] in ("compound", "nmod:desc", "amod") and not owns
            idle = kind == "outlet" and syntax.upos[i - 1] == "ADP"  # "on paper", "by radio"
            if kind and kind != "place" and not (within or idle or _in_front(syntax, i)):
                found[i] = _nominal(syntax, i, kind, 0.5)
    return list(found.values())


def _in_front(syntax: Syntax, word: int) -> bool:
    """True of "front" in "in front of", of "command" in "took command of"."""
    if syntax.lower[word] == "command":
        return syntax.lower[max(0, word - 1)] in _TAKES
    return syntax.lower[max(0, word - 1) : word + 2] == ["in", "front", "of"]


def _are_files(syntax: Syntax, papers: int) -> bool:
    """True of "court papers", "papers filed with": no newspapers."""
    around = syntax.lower[papers - 1 : papers] + syntax.lower[papers + 1 : papers + 2]
    return not _FILED.isdisjoint(around)


def _arms(syntax: Syntax, noun: int) -> Kind | None:
    """What "Turkish drones" are, which act for a side; other drones are things."""
    sided = noun > 0 and syntax.texts[noun - 1][:1].isupper() and syntax.upos[noun - 1] == "ADJ"
    return "unit" if sided and syntax.lower[noun] in _UNMANNED else None


def _nominal(syntax: Syntax, head: int, kind: Kind, score: float) -> Found:
    first, last = syntax.phrase(head)
    owns = syntax.lower[head + 1 : head + 2] in (["'s"], ["’s"])
    first -= owns and first == head and syntax.lower[max(0, first - 1)] == "the"
    if kind == "outlet" and not NO_OUTLETS.isdisjoint(syntax.lower[max(first, head - 2) : head]):
        kind = "place"
    plural = is_plural(syntax.texts[head])
    if syntax.lower[head] == "papers" and _are_files(syntax, head):
        kind = "document"
    if syntax.lower[head] in ("post", "posts") and syntax.lower[head - 1] in _POSTS:
        kind = "place"
    if syntax.lower[head - 2 : head] == ["chief", "of"]:
        kind = "person"
    if syntax.lower[head] == "staff" and syntax.lower[head - 1] in ("general", "joint"):
        kind = "unit"
    if syntax.lower[head] in ("guard", "guards") and syntax.lower[head - 1] in _GUARDED:
        kind = "unit"
    if kind in ("person", "group"):
        kind = "group" if plural or kind_of(syntax.texts[head]) in _MANY else "person"
    return Found(first, last, head, kind, "nominal", score, plural)
