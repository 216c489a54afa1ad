"""The names of a text: by the model, by the lists of outlets and forces, and by where they stand.

reading, outlets and forces of the lists  →  Found, each with its kind
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.annotate.known import known
from graph.annotate.mentions import BEFORE_NAMES, CARRYING, DAYS, NO_OUTLETS, Found
from graph.annotate.name_edges import is_based, trimmed
from graph.annotate.name_kinds import UNIT_WORDS, as_in_full, is_machine, kind_of_name
from graph.annotate.nouns import kind_of
from graph.annotate.posts import is_post
from graph.annotate.syntax import BESIDE, Syntax
from graph.outlets import outlets
from graph.types import Kind

_NO_NAMES = {day.lower() for day in DAYS} | frozenset(
    "january february march april june july august september october november december facebook "
    "twitter telegram instagram whatsapp vkontakte youtube tiktok x".split()
)
"""Capitalised words that name nobody: what is posted on a platform is said by whoever posts."""
_NO_NAME_PARTS = {"PRON", "ADP", "DET", "CCONJ"}
"""Parts of speech that make no name by themselves."""
_TELLS = ("told", "tells", "tell", "telling")
_SPEAKS = frozenset(
    "said says asked appeared appearing appearance interviewed interview speaking spoke".split()
)
_AIRS = frozenset("Show Tonight Radio TV Television News Live Podcast Hour FM".split())
"""Words of the names of what is heard on air."""
_OF_A_PEOPLE = re.compile(
    r"(?:ish|ian|ean|ese|ench|utch|iss|yz|akh|bek|jik|men|eek|ani|aqi|eli|eni|ini|ali|ari|ati|man"
    r"|hai|erb|oat|ech|ghan|rab|urd)$"
)
"""How the name of a people ends: "the Kyrgyz news site"."""
_NEWS_NOUNS = frozenset("agency site channel portal outlet service website".split())
"""What an outlet is behind "news"."""
_PAPER_NOUNS = frozenset("newspaper daily weekly tabloid magazine".split())
_CALLED = 10.0
"""What "the weekly Cauce" says for an outlet, against the model's scores of up to 1."""


def find_names(syntax: Syntax) -> list[Found]:
    """Names by the model, and outlets by the list, which wins where both speak."""
    words, forces = syntax.words, set(known(syntax.texts, "forces"))
    bodies = set(known(syntax.texts, "bodies"))
    listed = []
    for span, _ in outlets().mentions(words.text):
        first, end = words.within(span)
        listed.append((first, end - 1))
    found = []
    taken: set[int] = set()
    for first, last in listed:
        found.append(_name(syntax, first, last, "outlet", 1.0))
        taken.update(range(first, last + 1))
    for chunk in syntax.reading.names:
        first, last = trimmed(syntax, chunk.first, chunk.last, chunk.kind)
        overlap = taken & set(range(first, last + 1))
        if first > last or (first == last and syntax.lower[first] in _NO_NAMES):
            continue
        if first == last and syntax.texts[first].islower() and kind_of(syntax.texts[first]):
            continue  # "a town on paper"
        if set(syntax.upos[first : last + 1]) <= _NO_NAME_PARTS:
            continue  # "He", which the model at times takes for a surname; "for the"
        if is_post(syntax.texts[first : last + 1], chunk.kind):
            continue
        if overlap and not (chunk.kind == "outlet" and overlap < set(range(first, last + 1))):
            continue
        if overlap:  # "Interfax-Ukraine", of which the list knows "Interfax"
            found = [f for f in found if not first <= f.first <= last]
        kind = kind_of_name(syntax, chunk, first, last)
        if is_machine(syntax.texts[first : last + 1]):
            continue
        if (first, last) in forces and kind not in ("person", "place"):
            kind = "unit"
        if (first, last) in bodies:
            kind = "organisation"
        found.append(_name(syntax, first, last, kind, chunk.score))
        taken.update(range(first, last + 1))
    found = [f for f in found if not _describes_next(syntax, f, found)]
    surnames = {syntax.texts[f.last] for f in found if f.kind == "person" and f.last > f.first}
    found = [
        replace(f, kind="person") if f.first == f.last and syntax.texts[f.first] in surnames else f
        for f in found
    ]
    found += _unlisted_units(syntax, forces, taken)
    found += _unlisted(syntax, bodies, taken)
    found = as_in_full(syntax, found)
    found += _bases(syntax, taken)
    found = _before_papers(syntax, found, taken)
    return _outlets_throughout(syntax, [*found, *_unlisted_outlets(syntax, taken, surnames | DAYS)])


def _unlisted(syntax: Syntax, bodies: set[tuple[int, int]], taken: set[int]) -> Iterator[Found]:
    """Listed bodies that nobody took."""
    for first, last in sorted(bodies):
        if taken.isdisjoint(range(first, last + 1)) and syntax.upos[last] == "PROPN":
            taken.update(range(first, last + 1))
            yield Found(first, last, syntax.head(first, last), "organisation", "name", 0.5)


def _unlisted_units(
    syntax: Syntax, forces: set[tuple[int, int]], taken: set[int]
) -> Iterator[Found]:
    """Names that nobody took and that say they are forces, or are known to be."""
    for first, last in sorted(forces):
        if taken.isdisjoint(range(first, last + 1)) and syntax.upos[last] == "PROPN":
            taken.update(range(first, last + 1))
            yield Found(first, last, syntax.head(first, last), "unit", "name", 0.5)
    for last, text in enumerate(syntax.texts):
        if text not in UNIT_WORDS or last in taken:
            continue
        first = last
        while first > 0 and first - 1 not in taken and _in_a_name(syntax, first - 1):
            first -= 1
        if first < last:
            taken.update(range(first, last + 1))
            yield Found(first, last, syntax.head(first, last), "unit", "name", 0.3)


def _before_papers(syntax: Syntax, found: Sequence[Found], taken: set[int]) -> list[Found]:
    """The names, with the whole of "Press Democrat" in "the Press Democrat newspaper".

    And Northline, in "the Northline news agency".
    """
    kept = list(found)
    for at, text in enumerate(syntax.lower):
        news = at > 0 and syntax.lower[at - 1] == "news" and text in _NEWS_NOUNS
        if not news and text not in _PAPER_NOUNS:
            continue
        noun = at - news
        first = noun
        while first > 0 and syntax.upos[first - 1] == "PROPN":
            first -= 1
        barred = not _NO_NAMES.isdisjoint(syntax.lower[first:noun])
        barred |= news and first == noun - 1 and bool(_OF_A_PEOPLE.search(syntax.texts[first]))
        if first in (0, noun) or barred or syntax.lower[first - 1] != "the":
            continue
        inside = [f for f in kept if f.first < noun and f.last >= first]
        whole = any(f.first <= first and f.last == noun - 1 for f in inside)
        if whole or any(f.kind in ("place", "person", "outlet") for f in inside):
            continue
        kept = [f for f in kept if f not in inside]
        taken.update(range(first, noun))
        kept.append(Found(first, noun - 1, syntax.head(first, noun - 1), "outlet", "name", 0.5))
    return kept


def _describes_next(syntax: Syntax, f: Found, names: Sequence[Found]) -> bool:
    """True of "Benghazi channel" before "Marsad 8", which is what it is called."""
    noun = f.kind == "outlet" and f.first < f.last and syntax.texts[f.last].islower()
    called = any(n.kind == "outlet" and n.first == f.last + 1 for n in names)
    return noun and called and kind_of(syntax.texts[f.last]) == "outlet"


def _bases(syntax: Syntax, taken: set[int]) -> Iterator[Found]:
    """Geneva in "Geneva-based Bureau", where nobody took it for a name."""
    for at in range(len(syntax.texts) - 2):
        based = is_based(syntax, at) and syntax.lower[at + 2] == "based"
        if based and at not in taken and syntax.upos[at] == "PROPN":
            taken.add(at)
            yield Found(at, at, at, "place", "name", 0.5)


def _in_a_name(syntax: Syntax, word: int) -> bool:
    """True for a capitalised word or an ordinal that opens no sentence."""
    text = syntax.texts[word]
    opens = word == syntax.words.sentence_at(word)[0]
    named = syntax.upos[word] in ("PROPN", "ADJ") and text[0].isupper()
    return not opens and (named or (text[0].isdigit() and text[-2:] in ("st", "nd", "rd", "th")))


def _outlets_throughout(syntax: Syntax, names: Sequence[Found]) -> list[Found]:
    """All names with the words of an outlet are outlets, if it is called one or more is for it."""
    sure: dict[str, Counter[str]] = defaultdict(Counter)
    for f in names:
        sure[_text(syntax, f)][f.kind] += f.score  # type: ignore[assignment]
        if f.kind != "person" and _called_an_outlet(syntax, f):
            sure[_text(syntax, f)]["outlet"] += _CALLED  # type: ignore[assignment]
    known = {text for text, kinds in sure.items() if max(kinds, key=kinds.__getitem__) == "outlet"}
    return [replace(f, kind="outlet") if _text(syntax, f) in known else f for f in names]


def _called_an_outlet(syntax: Syntax, f: Found) -> bool:
    """True for "the weekly Cauce", where the tree ties the two; not for "the site Hamas bombed"."""
    noun, head = f.first - 1, syntax.head(f.first, f.last)
    if noun < 0 or kind_of(syntax.texts[noun]) != "outlet":
        return False
    if syntax.lower[max(0, noun - 1)] in NO_OUTLETS:
        return False
    ties = [(head, noun), (noun, head)]
    return any(syntax.heads[a] == b and syntax.deprels[a] in BESIDE for a, b in ties)


def _text(syntax: Syntax, f: Found) -> str:
    return " ".join(syntax.lower[f.first : f.last + 1])


def _unlisted_outlets(syntax: Syntax, taken: set[int], barred: set[str]) -> Iterator[Found]:
    """Proper nouns that nobody named, standing where an outlet stands: "told", "published by"."""
    done: set[int] = set()
    for i, upos in enumerate(syntax.upos):
        if upos != "PROPN" or i in taken or i in done or syntax.texts[i][0].islower():
            continue
        if syntax.texts[i] in barred or syntax.lower[i] in _NO_NAMES:
            continue
        last = i
        while (
            last + 1 < len(syntax.upos)
            and syntax.upos[last + 1] == "PROPN"
            and (last + 1 not in taken)
        ):
            last += 1
        done.update(range(i, last + 1))
        head = syntax.head(i, last)
        stands = _where_outlets_stand(syntax, head) or _on_air(syntax, i, last)
        if i - 1 not in taken and stands:
            yield Found(i, last, head, "outlet", "name", 0.5)


def _where_outlets_stand(syntax: Syntax, head: int) -> bool:
    """True for the object of "told", and for the agent of "published"."""
    verb = syntax.lower[syntax.heads[head]]
    told = verb in _TELLS and syntax.deprels[head] in ("obj", "iobj")
    return told or (verb in CARRYING and syntax.deprels[head] in ("obl:agent", "obl"))


def _on_air(syntax: Syntax, first: int, last: int) -> bool:
    """True of ABC in "told ABC's This Week", of "said on The Ada Quill Show"."""
    lower, texts = syntax.lower, syntax.texts
    at = first - 1 - (first > 1 and lower[first - 1] == "the")
    if at < 1 or lower[at] not in ("on", *_TELLS):
        return False
    owns = lower[last + 1 : last + 2] in (["'s"], ["’s"])
    programme = owns and any(
        t[0].isupper() or t in BEFORE_NAMES for t in texts[last + 2 : last + 3]
    )
    if lower[at] in _TELLS:
        return programme
    spoken = not _SPEAKS.isdisjoint(lower[max(0, at - 4) : at])
    return spoken and (programme or not _AIRS.isdisjoint(texts[first : last + 1]))


def _name(syntax: Syntax, first: int, last: int, kind: Kind, score: float) -> Found:
    above = _above(syntax, syntax.head(first, last), first, kind)
    called = kind_of(syntax.texts[above]) if above < first else None
    if kind == "person" and called in ("outlet", "organisation", "unit"):
        kind = called  # "the channel Stalnoi Shtyk"
    return Found(first, last, above, kind, "name", score)


def _above(syntax: Syntax, head: int, first: int, kind: Kind) -> int:
    """The title or noun before a name that the tree takes for its head: "General", "lawyer"."""
    relations = ("flat", "compound", "nmod:desc", "appos") if kind == "person" else ("flat",)
    while syntax.deprels[head] in relations and first - 4 <= syntax.heads[head] < first:
        between = syntax.texts[syntax.heads[head] + 1 : first]
        if "," in between:
            break
        head = syntax.heads[head]
    return head
