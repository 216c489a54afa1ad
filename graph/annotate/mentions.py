"""What names something in a text, and the words that say much about it.

Found: first word to last, with its head, its kind and its form
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass
from itertools import product

from graph.annotate.words import RANKS
from graph.types import Form, Kind

FIRST_PERSON = frozenset("i me my mine myself we us our ours ourselves".split())
_BEFORE = 3
"""Words before a name among which its titles stand."""
TITLES = frozenset(
    "mr mrs ms dr president prime minister governor general colonel lieutenant major captain "
    "sergeant brigadier commander secretary chief sir lord judge senator spokesman spokeswoman "
    "spokesperson mayor lt col gen maj capt sgt cpl adm admiral corporal private sheikh imam "
    "mr. mrs. ms. dr. gen. col. lt. maj. capt. sgt. cpl. adm. brig. sen. rep. gov. prof. rev. "
    "professor ambassador chancellor premier king queen prince marshal commissioner inspector "
    "superintendent emir mullah ayatollah pope father sister brother bishop archbishop rear vice "
    "deputy former foreign defence defense interior attorney advocate lance prosecutor analyst "
    "supt supt. insp insp. det det. dci "
    "hon hon. barr barr. engr engr. dsp acp asp "
    "councillor councilor detective sheriff chairman chairwoman congressman congresswoman "
    "representative comrade warden magistrate deacon rabbi monsignor nurse".split()
) | {f"{one}{point}-{other}.".lower() for one, other in product(*RANKS) for point in (".", "")}
SHORT = {
    "gen": "general", "col": "colonel", "lt": "lieutenant", "maj": "major", "capt": "captain",
    "sgt": "sergeant", "cpl": "corporal", "adm": "admiral", "brig": "brigadier", "sen": "senator",
    "rep": "representative", "gov": "governor", "dr": "doctor", "prof": "professor",
    "supt": "superintendent", "insp": "inspector",
}  # fmt: skip
"""Titles as they are shortened, and in full."""
DAYS = frozenset("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
NO_OUTLETS = frozenset(
    "petrol gas police power polling railway train bus fire metro service pumping weather space "
    "border naval detention burial crash launch construction nuclear test building missile grave "
    "camp shipping water deep-water industrial archaeological drinking toilet".split()
)
"""Words that make a place of a station, a site or a channel."""
BEFORE_NAMES = frozenset(('"', "“", "‘", "'"))
"""Marks that a name may stand behind: of a programme, a song."""
CARRYING = frozenset(
    "published released carried aired broadcast posted obtained seen reviewed printed reprinted "
    "distributed relayed quoted reported uploaded verified viewed examined cited leaked shown "
    "issued shared run".split()
)


@dataclass(frozen=True, slots=True)
class Found:
    """Words that name something: first to last, both included."""

    first: int
    last: int
    head: int
    kind: Kind
    form: Form
    score: float
    plural: bool = False


def called(lower: Sequence[str], m: Found) -> Sequence[str]:
    """What a mention calls somebody: its words up to the head, and before a name its titles."""
    first = max(0, m.first - _BEFORE * (m.form == "name"))
    apart = (w + 1 for w in range(m.first - 1, first - 1, -1) if lower[w] in (",", "and", ";", ":"))
    words = lower[next(apart, first) : m.head + 1]
    return [SHORT.get(word.rstrip("."), word) for word in words]


def mentions_by_word(mentions: Sequence[Found]) -> dict[int, int]:
    """Head word → index of the mention; any word of a name → the name."""
    found: dict[int, int] = {}
    for i, m in enumerate(mentions):
        if m.form != "name":
            found.setdefault(m.head, i)
    for i, m in enumerate(mentions):
        if m.form == "name":
            found.update(dict.fromkeys(range(m.first, m.last + 1), i))
    return found


def before_titles(lower: Sequence[str], name: int, first: int) -> int:
    """Where a name begins with its titles, from first on: "Major-General | Tom Reed"."""
    while name > first and (
        lower[name - 1] in TITLES or (lower[name - 1] == "-" and lower[name - 2] in TITLES)
    ):
        name -= 1
    return name


def behind_titles(lower: Sequence[str], word: int, names: Container[int]) -> int:
    """The first word, from this one on, that is no title, or stands in one of the names."""
    while (
        word + 1 < len(lower) and word not in names
        and (lower[word] in TITLES or (lower[word] == "-" and lower[word - 1] in TITLES))
    ):  # fmt: skip
        word += 1
    return word
