"""Talks with an outlet: where one begins, and whether it still goes on after others have spoken.

the sayings of a text, each with its links  →  answers about one who speaks, by cluster
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.annotate.coref import Coreference
from graph.annotate.lemmas import lemma
from graph.annotate.mentions import Found
from graph.annotate.press import house
from graph.annotate.relays import TOLD, Step
from graph.annotate.speech import Saying
from graph.annotate.spoken_to import at_another_time
from graph.annotate.syntax import Syntax

_SPEAKS = frozenset("speak talk chat sit appear".split())
_ASKS = frozenset("interview question reach contact".split())
_MEETINGS = frozenset("interview interviews appearance conversation chat".split())
_BEHIND_MEETINGS = frozenset(("with", "on", "to", "for"))
_BEFORE = frozenset("previously earlier repeatedly long once always now".split())
_REACHED = frozenset(("reached", "contacted"))
"""How somebody else hears from a source: "reached on Friday, she said"."""
_VENUES = frozenset(
    "conference briefing statement telegram facebook twitter tweet post speech address "
    "parliament court rally sermon testimony".split()
)
_DATED = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december year month week then".split()
)
"""What tells of another time or way of speaking than a talk with an outlet."""
_LATER = [[a, w, "later"] for a in ("a", "two", "three", "some") for w in
          ("day", "week", "month", "year", "days", "weeks", "months", "years")]  # fmt: skip
_FORUMS = frozenset(
    "parliament lawmakers ministers judge judges court jury tribunal investigators council "
    "congress senate mps deputies soldiers troops".split()
)
"""Those whom somebody tells a thing, who is not talking with an outlet then."""
MOST, LEAST = 0.6, 4
"""Of what an article has somebody say, the share from which on it is about a talk with him, and
how many sayings that must be."""


@dataclass(frozen=True, slots=True)
class Talks:
    """Who speaks to whom, and how much of an article is theirs."""

    shares: dict[int, float]
    """Of each source that says much, its share of what is said and held by no other saying."""
    told: dict[int, frozenset[int]]
    """Of each source the outlets that it is said to speak to."""

    @classmethod
    def of(cls, spoken: Sequence[tuple[int, bool, Sequence[Step]]]) -> Talks:
        """spoken: of each saying its source, whether it is nested, and the links before it."""
        outermost = Counter(source for source, nested, _ in spoken if not nested)
        told: dict[int, set[int]] = {}
        for source, nested, links in spoken:
            outlets = {s.cluster for s in links if s.reason == TOLD}
            if not nested and outlets:
                told.setdefault(source, set()).update(outlets)
        return cls(
            {s: n / outermost.total() for s, n in outermost.items() if n >= LEAST},
            {source: frozenset(outlets) for source, outlets in told.items()},
        )

    def goes_on(self, source: int) -> bool:
        """True of one whose talk with one outlet is what the article is about.

        Of 28 sayings in real news that come in a later paragraph, after others have spoken, 24 keep
        the outlet.
        """
        return len(self.told.get(source, ())) == 1 and self.shares.get(source, 0) > MOST


@dataclass(frozen=True, slots=True)
class Opening:
    """Where a text says that somebody talks with an outlet, by clusters; outlet is a mention."""

    verb: int
    who: int
    outlet: int


def openings(
    syntax: Syntax, coreference: Coreference, mentions: Sequence[Found]
) -> Iterator[Opening]:
    """Of "She spoke to the paper.", "The paper interviewed the mayor.", "his interview with it"."""
    at = {w: k for k, m in enumerate(mentions) for w in {m.head, *_named(m)}}
    for word, upos in enumerate(syntax.upos):
        if upos == "VERB":
            pair = _parties(syntax, word)
        elif upos == "NOUN" and syntax.lower[word] in _MEETINGS:
            pair = _met(syntax, word)
        else:
            continue
        named = (next((c for c in (w, *syntax.children[w]) if c in at), None) for w in pair)
        found = [at[w] for w in named if w is not None]
        staffed = ((k, house(syntax, coreference, mentions, k)) for k in found)
        found = [k if outlet is None else outlet for k, outlet in staffed]
        outlets = [k for k in found if coreference.kind(k) == "outlet"]
        if len(found) == 2 and len(outlets) == 1:
            if at_another_time(syntax, mentions[outlets[0]]):
                continue
            who = next(k for k in found if k not in outlets)
            yield Opening(word, coreference.cluster[who], outlets[0])


def _parties(syntax: Syntax, verb: int) -> list[int]:
    """The nouns of who speaks and of whom one speaks to; or of who asks whom."""
    base = lemma(syntax.texts[verb], "VERB")
    if base not in _SPEAKS | _ASKS:
        return []
    tied = [c for c in syntax.children[verb] if c > verb and _tied(syntax, c, base)]
    subject = syntax.subject(verb)
    return [w for w in (subject, *tied[:1]) if w is not None]


def _met(syntax: Syntax, noun: int) -> list[int]:
    """The nouns of who gave an interview, and to whom: "in his interview with CNN, he …"."""
    behind = {c for c in syntax.children[noun] if c > noun and _beside(syntax, c)}
    before = {c for c in syntax.children[noun] if c < noun and syntax.deprels[c] == "compound"}
    below = sorted(behind | before)
    owner = [c for c in syntax.children[noun] if syntax.deprels[c] == "nmod:poss"]
    verb = noun
    while syntax.upos[verb] != "VERB" and syntax.heads[verb] != verb:
        verb = syntax.heads[verb]
    if not owner and syntax.upos[verb] == "VERB":
        subject = syntax.subject(verb)
        owner = [] if subject is None else [subject]
    return [*owner[:1], *below[:1]]


def _beside(syntax: Syntax, word: int) -> bool:
    """True of whom an interview is "with", "on", "to" or "for"."""
    return not _BEHIND_MEETINGS.isdisjoint(syntax.lower[c] for c in syntax.children[word])


def _named(m: Found) -> range:
    return range(m.first, m.last + 1) if m.form == "name" else range(0)


def _tied(syntax: Syntax, word: int, base: str) -> bool:
    """True of whom one speaks "to", "with" or "on", or interviews, or is interviewed "by"."""
    ties = ("to", "with", "on") if base in _SPEAKS else ("by",)
    tied = any(syntax.lower[c] in ties for c in syntax.children[word])
    return tied or (base in _ASKS and syntax.deprels[word] == "obj")


def spoke_elsewhere(syntax: Syntax, saying: Saying, before: int) -> bool:
    """True of what was said at another time or in another way than at the word before.

    "On Sunday he wrote on Telegram", "At a news conference", "had previously said", "told
    parliament".
    """
    lower, cue = syntax.lower, saying.cue
    first, end = syntax.words.sentence_at(cue.first)
    if before >= first:
        return False
    if _tells_others(syntax, saying):
        return True
    if not _BEFORE.isdisjoint(lower[max(first, cue.first - 2) : cue.last + 1]):
        return True
    if any(
        lower[w] in _REACHED and not any(c.meets(syntax.words.span(w, w)) for c in saying.contents)
        for w in range(first, cue.first)
    ):
        return True
    there = lower[slice(*syntax.words.sentence_at(before))]
    venues = [w for w in range(first, end) if lower[w] in _VENUES and lower[w] not in there]
    if any(not any(c.meets(syntax.words.span(w, w)) for c in saying.contents) for w in venues):
        return True
    if lower[first] in ("now", "today"):
        return True
    if lower[first : first + 3] in _LATER:
        return True
    word = lower[first + 1]
    dated = lower[first] in ("on", "in", "last", "until") and (word in _DATED or word[:1].isdigit())
    return dated and word not in there


def _tells_others(syntax: Syntax, saying: Saying) -> bool:
    """True of "told parliament that", which is nobody's interview."""
    cue = saying.cue.last
    near = syntax.lower[cue + 1 : cue + 3]
    return lemma(syntax.texts[cue], "VERB") == "tell" and not _FORUMS.isdisjoint(near)
