"""Where a name begins and ends: without titles, owners, determiners and marks.

syntax, a labelled run of words  →  its first and last word
"""

from __future__ import annotations

from graph.annotate.mentions import TITLES
from graph.annotate.nouns import kind_of
from graph.annotate.syntax import Syntax

PAPERS = frozenset(
    "news agency site website newspaper newswire channel daily weekly magazine broadcaster".split()
)
"""What may stand behind the name of an outlet."""
_KINDS = frozenset("Newspaper Magazine Website Broadcaster Newswire".split())
"""What stands before the name of an outlet, and is no part of it."""
_LEADING = frozenset("through from with by for under after before via unlike like despite".split())
_TRAILING = frozenset("'s ’s , . ” \" ’ ' in of at for on from to and or the a an".split())
"""What no name ends in: "the Court of Appeal | in London"."""
_LETTERS = frozenset("KC QC SC SAN MP MEP OBE MBE".split())
"""Letters behind a person's name."""
_OFFICES = frozenset(
    "affairs agriculture and army authority border commerce communication communications "
    "coordination culture defence defense development diplomacy economy education emergency energy "
    "environment external finance foreign guard guards health home housing human information "
    "intelligence interior internal international investigations justice labor labour mines "
    "national oil operations peace planning police policy political power press public "
    "reconstruction reform relations rights security service services social staff state "
    "strategic strategy the trade transport transportation tourism war water welfare women "
    "works youth".split()
)
"""What one is a minister, chief or secretary of, before his name."""
_GENERATIONS = frozenset("jr jr. sr sr. ii iii iv".split())
_BASED = frozenset("based backed led run owned controlled".split())
_AIRS = frozenset("Channel Radio TV Television News Broadcasting".split())
_EVERYBODY = frozenset("people women men children nation world reader".split())
"""Whose paper it may be: "People's Daily" is one name."""


def trimmed(syntax: Syntax, first: int, last: int, kind: str) -> tuple[int, int]:
    """Without determiner, and without titles and ranks, which are no part of a person's name."""
    while first < last and syntax.lower[first] in ("the", "a", "an", "“", '"', "‘", "'"):
        first += 1
    first, last = _within_brackets(syntax, first, last)
    while first < last and (syntax.upos[first] == "ADP" or _opens(syntax, first)):
        first += 1  # "Through Ada Quill, her lawyer, …"
    if kind in ("unit", "organisation", "outlet"):
        first = _behind_description(syntax, first, last)
    if kind in ("unit", "organisation"):
        first = _behind_owner(syntax, first, last)
    if kind == "person":
        first, last = _without_age_or_party(syntax, first, last)
        while last > first and syntax.texts[last] in _LETTERS:
            last -= 1
        titles = [i for i in range(first, last) if _is_title(syntax.texts[i])]
        first = _behind_office(syntax, titles[-1] + 1, last) if titles else first
    if kind == "outlet":
        first += 3 * (is_based(syntax, first) and first + 3 <= last)  # "state-run IRNA"
        first, last = _without_owner_or_staff(syntax, first, last)
        while last > first and syntax.lower[last] in PAPERS and syntax.texts[last].islower():
            last -= 1  # "the Interfax | news agency"
    while last > first and syntax.lower[last] in _TRAILING:
        last -= 1
    return first, last


def _behind_office(syntax: Syntax, first: int, last: int) -> int:
    """Where the name begins in "Minister | of National Security K.D. Knight"."""
    if syntax.lower[first] not in ("of", "for") or last < first + 2:
        return first
    at = first + 1
    while at < last and syntax.lower[at] in _OFFICES:
        at += 1 + (syntax.lower[at] == "and" and at + 2 < last)
    return at if at > first + 1 else max(first + 2, last - 1)


def _within_brackets(syntax: Syntax, first: int, last: int) -> tuple[int, int]:
    """The name on its side of a bracket that it does not hold whole: "GOC) | 3 Division"."""
    words = syntax.texts[first : last + 1]
    if ")" in words[:-1] and "(" not in words:
        return first + words.index(")") + 1, last
    if "(" in words[1:] and ")" not in words:
        return first, first + words.index("(") - 1
    return first, last


def _opens(syntax: Syntax, word: int) -> bool:
    """True of a preposition that opens its sentence, whatever it was tagged as."""
    return syntax.lower[word] in _LEADING and syntax.words.sentence_at(word)[0] == word


def _behind_description(syntax: Syntax, first: int, last: int) -> int:
    """Where the name begins in "rights group | Conflict Monitor", "monthly | Savanna Witness".

    And in "semi-official | Pasdar News", in "Newspaper | El Faro" at the start of a sentence.
    """
    if syntax.texts[first] in _KINDS and syntax.words.sentence_at(first)[0] == first < last:
        return first + 1
    at = first
    while at < last and (syntax.texts[at] == "-" or syntax.texts[at].islower()):
        at += 1
    before = syntax.texts[first:at]
    common = all(syntax.upos[w] in ("NOUN", "ADJ") for w in range(first, at))
    kind = at > first and kind_of(before[-1]) is not None
    described = (kind and common) or ("-" in before and before[-1] != "-")
    return at if described and syntax.texts[at][:1].isupper() else first


def _without_age_or_party(syntax: Syntax, first: int, last: int) -> tuple[int, int]:
    """The name in "61-year-old | Ada Quill", in "Ada Quill | , D-Mass."."""
    for at in range(first + 1, last):
        if syntax.lower[at] == "old" and syntax.texts[at - 1] == "-":
            first = at + 1
        if syntax.texts[at] == "," and syntax.lower[at + 1] not in _GENERATIONS:
            return first, at - 1
    return first, last


def _behind_owner(syntax: Syntax, first: int, last: int) -> int:
    """Where the name of a body begins: "Russia's National Guard", "its 2nd Corps"."""
    if syntax.lower[first] in ("its", "his", "her", "their", "our") and first < last:
        return first + 1
    if is_based(syntax, first) and first + 3 <= last:
        return first + 3
    for at in range(first + 1, min(first + 4, last)):
        if syntax.lower[at] in ("'s", "’s"):
            number = syntax.texts[at + 1][0].isdigit()  # "the Republican Guard's 35th Brigade"
            common = syntax.texts[at - 1].islower()  # "army's 12th Division"
            place = at == first + 1 and _of_a_place(syntax, first)
            outlet = not _AIRS.isdisjoint(syntax.texts[at + 1 : last + 1])
            return at + 1 if number or common or place or outlet else first
    return first


def _without_owner_or_staff(syntax: Syntax, first: int, last: int) -> tuple[int, int]:
    """The name of an outlet in "Israel's | Channel 12", in "Vesti | 's Ada Quill".

    "People's Daily" is one name.
    """
    for at in range(first + 1, last):
        if syntax.lower[at] in ("'s", "’s") and syntax.lower[at - 1] not in _EVERYBODY:
            if not _AIRS.isdisjoint(syntax.texts[at + 1 : last + 1]):
                return at + 1, last
            return (first, at - 1) if at < last - 1 else (first, last)
    return first, last


def is_based(syntax: Syntax, word: int) -> bool:
    """True of Geneva in "Geneva-based Bureau", of Iran in "Iran-backed Front"."""
    behind = syntax.lower[word + 1 : word + 3]
    return behind[:1] == ["-"] and behind[-1] in _BASED


def _of_a_place(syntax: Syntax, word: int) -> bool:
    """True for a word with "'s" behind it that the text names as a place elsewhere."""
    owns = syntax.lower[word + 1 : word + 2] in (["'s"], ["’s"])
    return owns and any(
        c.kind == "place" and c.first == c.last and syntax.texts[c.first] == syntax.texts[word]
        for c in syntax.reading.names
    )


def _is_title(word: str) -> bool:
    """A title, or a description such as "nurse"; not the particle of a name ("bin", "de")."""
    return word.lower() in TITLES or (word.islower() and len(word) > 3)
