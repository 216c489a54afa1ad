"""Which articles repeat another's words, and which of two was there first.

    text         →  shingles, credits   (kept in the digest)
    shingles     →  a sample of them    (articles that share one are compared)
    two Digests  →  Copy, or None

Words inside quotation marks do not count: two reporters who heard one person quote the same words.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from itertools import combinations

from graph.corpus import UNTOLD, Copy, Digest
from graph.outlets import outlets

WORDS = 5
"""Length of a run of words.

Of 1,870 news texts (ECB+, PolNeAR and others) 19,000 pairs share a run of five, 90,000 one of four:
five keeps candidates few, and leaves 57 % of the runs where one word in ten is changed.
"""
QUOTED = 8
"""Words that a quotation must have to be left out; a shorter one is a phrase of the writer's."""
LEAST = 12.0
"""What two articles share at least: runs, times their share of the shorter article.

Two or three sentences of a short article, more of a longer one. In these texts an editor's note of
39 words reaches 7, a statement given without quotation marks 11. 189 pairs are above 12, none of
two ECB+ topics or two PolNeAR outlets; read by eye, the 40 lowest repeat agency copy or a press
release, but for one that shares a quotation in lost marks.
"""
COPY = 0.4
"""Share of an article's runs that the original has if all of it is a copy.

Of 450 articles of 150 words and more, copied with 30 % of the sentences gone, moved and a fifth of
the words of another 30 % changed, 442 are above; with one word in ten changed throughout, 446.
"""
SAMPLED = 6
"""Articles that share one shingle in so many are compared (Manber 1994).

Of articles of 50 words and more that share LEAST, 1 pair in 100 has no such shingle. MinHash with
32 values finds 105 of the 189 pairs above LEAST, this all of them: what is copied into a longer
text is a small share of all words.
"""
SHORTER = 0.9
"""An article with less than this share of the other's runs holds less."""

_QUOTATION = re.compile(
    r"""(?xm) “[^“”\n]*” | (?<![\w.,!?])"(?=\S)[^"\n]*(?<=\S)"(?!\w) | ^["“][^"“”\n]*$
    | ‘[^‘\n]*?’(?!\w) | (?<!\S)'(?=\w)(?:[^'\n]|(?<=\w)'(?=\w))*'(?!\w)"""
)
_WORD = re.compile(r"[^\W_]+(?:[.:]\d+)*")


def shingles(text: str) -> frozenset[int]:
    """Hashes, 64 bits each, of every run of WORDS words outside quotations.

    Case, accents, punctuation and the commas of numbers do not count.
    """
    outside = _QUOTATION.sub(lambda q: q[0] if len(q[0].split()) < QUOTED else "\0", text)
    pieces = (_WORD.findall(_plain(piece)) for piece in outside.split("\0"))
    return frozenset(_hash(run) for words in pieces for run in _runs(words))


def _plain(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(sign for sign in apart if not unicodedata.combining(sign))
    return re.sub(r"['’]|(?<=\d),(?=\d{3})", "", letters)


def _runs(words: Sequence[str]) -> Iterator[bytes]:
    for start in range(len(words) - WORDS + 1):
        yield " ".join(words[start : start + WORDS]).encode()


def _hash(data: bytes) -> int:
    return int.from_bytes(blake2b(data, digest_size=8).digest())


def sample(shingles: Iterable[int]) -> list[int]:
    """Keys below 2⁶³, sorted: articles that share none repeat nothing worth a comparison."""
    return sorted(one // SAMPLED for one in shingles if one % SAMPLED == 0)


def copies(digests: Iterable[Digest]) -> list[Copy]:
    """Every pair of articles one of which repeats the other, by original, then copy.

    The order of the digests does not matter; of two of one article the last counts.
    """
    by_article = {one.article: one for one in digests}
    sharing: dict[int, list[str]] = defaultdict(list)
    for article, one in sorted(by_article.items()):
        for shared in sample(one.shingles):
            sharing[shared].append(article)
    pairs = {pair for articles in sharing.values() for pair in combinations(articles, 2)}
    found = (compare(by_article[a], by_article[b]) for a, b in pairs)
    return sorted((c for c in found if c), key=lambda copy: (copy.original, copy.copy))


def compare(a: Digest, b: Digest) -> Copy | None:
    """Whether one article repeats the other, and which; the order of the two does not matter.

    None if all they share is a statement, a quotation or standing text.
    """
    shared = len(a.shingles & b.shingles)
    least = LEAST * min(len(a.shingles), len(b.shingles))
    if a.article == b.article or not shared or shared * shared < least:
        return None
    original, copy, reason = _direction(*sorted((a, b), key=lambda one: one.article))
    containment = shared / len(copy.shingles)
    return Copy(
        original=original.article,
        copy=copy.article,
        jaccard=shared / len(a.shingles | b.shingles),
        containment=containment,
        kind="copy" if containment >= COPY else "partial",
        reason=reason,
    )


def _direction(a: Digest, b: Digest) -> tuple[Digest, Digest, str]:
    """Original, copy and why."""
    if _credits(a, b) != _credits(b, a):
        original, copy = (b, a) if _credits(a, b) else (a, b)
        return original, copy, f"credits {original.publisher}"
    if a.published and b.published and a.published != b.published:
        return (a, b, "published later") if a.published < b.published else (b, a, "published later")
    shorter, longer = sorted((a, b), key=lambda one: len(one.shingles))
    if len(shorter.shingles) < SHORTER * len(longer.shingles):
        return longer, shorter, "holds less"
    return a, b, f"{UNTOLD}; in order of their IRIs"


def _credits(one: Digest, other: Digest) -> bool:
    """True if one names the other's publisher in a credit line; its own does not count."""
    publisher = _bare(other.publisher).casefold()
    named = {_bare(name).casefold() for name in one.credits}
    return publisher in named and publisher != _bare(one.publisher).casefold()


# Credit lines ------------------------------------------------------------------------------------

_PART = r"[A-Z0-9][\w&'’+-]*"
_NAMED = rf"(?P<name>(?:the )?{_PART}(?: (?:(?:of|and|for) )?(?:the )?{_PART}){{0,5}})"
_NAME = re.compile(_NAMED)
_OUTLET = re.compile(
    r"(?i)\b(?:agenc[ey]|agencia|newswire|wires?|news|press|presse|times|post|herald|tribune|journal"
    r"|gazette|observer|monitor|daily|chronicle|courier|dispatch|today|tv|television|radio|media"
    r"|broadcast\w*|bulletin|telegraph|mirror|guardian|mail|echo|examiner|review|weekly|magazine"
    r"|newspapers?|network|channel|online|[\w-]+\.(?:com|org|net|info|news))\b"
)
_EDGES = " ().,;:–—-|*_[]"
_SMALL = frozenset(
    "a an and the of for in at from by with to via additional reporting writing editing compiled "
    "edited written staff agencies agency our".split()
)
_DATELINE = re.compile(
    r"(?m)^(?P<place>[A-Z][\w .,'’/-]{0,60}?)?[ ,.]*"
    r"(?:\((?P<round>[^()\n\d]{2,50})\) ?(?:-|–|—)|/(?P<slash>[A-Z][^/\n\d]{1,40})/\.?)"
)
_SURE = [  # what follows is an outlet whatever it is called
    r"[.!?”\"] ?\((?P<name>[^()\n\d]{2,50})\)\s*\Z",
    r"(?m)\b(?:Source|Sources|SOURCE|Agency): ?(?P<name>[^\n(]{2,80}?) ?(?:\([^\n]*)?$",
    r"(?:©|\([cC]\)|\bCopyright)(?: ?©| ?\([cC]\))? ?(?:\d{4}(?:[-–]\d{2,4})?,?)? ?(?:by )?"
    + _NAMED,
    r"\bThis (?:article|story|report|piece|dispatch|text|version)(?: was| is| has been)? "
    r"(?:(?:first|originally) )?(?:published|reported|produced|provided|distributed|written|"
    r"republished|reprinted|appeared)(?: with permission)?(?: first| originally)? "
    r"(?:by|in|on|at|from) " + _NAMED,
    r"(?m)^\W*(?:(?:First|Originally) (?:published|appeared|reported)|Republished|Reprinted|"
    r"Provided|Distributed|Courtesy)(?: with permission)? (?:by|in|on|at|from|of) " + _NAMED,
]
_BYLINE = [  # people may stand here too
    r"(?m)^(?:By|BY|Written by|Posted by) (?P<name>[^\n]{2,80})$",
    r"(?m)(?:^\W*|\()(?:[A-Z]\w+ )?[Rr]eporting by (?P<name>[^\n]{2,200})$",
    r"(?m)(?:^|\()With (?:additional )?(?:reporting|inputs?|files|material) (?:by|from) "
    r"(?P<name>[^()\n]{2,100}?)\)?$",
    r"(?m)(?:^|[.!?] |\()(?P<name>[A-Z][^\n.!?()]{1,120}?) contributed to this "
    r"(?:report|article|story|piece)",
    r"\n\W{0,3}(?P<name>[A-Z][^\n,.;:!?]{1,40})\W*\Z",  # a last line with nothing but a name
]


def credits(text: str, byline: Sequence[str] = ()) -> frozenset[str]:  # noqa: A001  newsroom word
    """The outlets and agencies that an article's credit lines say its words are from.

    byline: its authors as given, people among them or not.

    A name of the shipped list is the list's; another is as written, without "the".
    """
    found = set(_dateline(text))
    for pattern in _SURE:
        for line in re.finditer(pattern, text):
            found.update(_outlets(line["name"], sure=True))
    named = [line["name"] for pattern in _BYLINE for line in re.finditer(pattern, text)]
    for authors in (*named, *byline):
        found.update(_from_byline(authors))
    return frozenset(found)


def _dateline(text: str) -> Iterator[str]:
    """A city in capitals tells a dateline from an abbreviation, "The Old Guard (OG) – …"."""
    for line in _DATELINE.finditer(text):
        city = re.match(r"[\w'’-]*", line["place"] or "")
        sure = city is None or city[0] == city[0].upper()
        yield from _outlets(line["round"] or line["slash"], sure=sure)


def _from_byline(line: str) -> Iterator[str]:
    """What of a byline is an outlet: "Jo Doe, Example Wire"; after a semicolon it always is."""
    for nth, part in enumerate(line.strip(" ().").split(";")):
        *by, names = re.split(r"\b(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Ee]dited) by ", part)
        for name in re.split(r" for | in | at ", names):
            yield from _outlets(name, sure=nth > 0 and not by)


def _outlets(words: str, *, sure: bool) -> Iterator[str]:
    """The outlets in a piece of a credit line.

    sure: that an unknown name is an outlet's too; otherwise it must sound like one.
    """
    words = " ".join(words.split()).strip(_EDGES)
    parts = [words] if outlets().find(words) else re.split(r", | ?\| ?|/| and (?=[A-Z])", words)
    for part in (part.strip(_EDGES) for part in parts):
        known = outlets().find(part)
        if known:
            yield known.name
        elif all(w[0].isupper() or w in _SMALL for w in re.findall(r"[^\W\d_]+", part)):
            yield from _within(part, sure=sure)


def _within(part: str, *, sure: bool) -> Iterator[str]:
    listed = [outlet.name for _, outlet in outlets().mentions(part)]
    yield from listed
    name = _NAME.fullmatch(re.sub(r"^[A-Z]\w+ [A-Z]\w+ of |(?: ?\d{4})$| Staff$", "", part))
    if name and not listed and (sure or _OUTLET.search(part)) and not part.endswith("day"):
        yield _bare(name[0])


def _bare(name: str) -> str:
    return re.sub(r"^[Tt]he ", "", name)
