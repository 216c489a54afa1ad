"""Who is behind a document: who wrote it, who made it known.

a document's words  →  mentions, each with what it did

Told from the words alone: a document's phrase is long, and parses of it are poor.
"""

from __future__ import annotations

from collections.abc import Sequence

from graph.annotate.citing import CITING
from graph.annotate.coref import Coreference
from graph.annotate.lemmas import lemma
from graph.annotate.mentions import CARRYING, Found
from graph.annotate.nouns import kind_of, singular
from graph.annotate.papers import PUBLISHER
from graph.annotate.press import INTERVIEWED, PRESS, house
from graph.annotate.said_in import SaidIn
from graph.annotate.speech import Saying
from graph.annotate.syntax import Syntax

Behind = tuple[int, str]
"""A mention, and the reason why it stands in the chain of what the document says."""
PUBLISHES = "publishes"
_MADE_KNOWN = CARRYING | frozenset("public circulated leaked given supplied intercepted".split())
_PUT = frozenset("put gave sent handed showed".split())
GIVEN = frozenset(
    "leaked given supplied sent handed passed shown forwarded provided disclosed released".split()
)
"""What is done with a document "to" an outlet."""
_READ = frozenset("read broadcast aired carried shown played published posted".split())
"""And "on" one."""
_HOLDS = frozenset(
    "publish release carry air broadcast post obtain print distribute relay upload leak issue "
    "share play".split()
)
"""What an outlet or a body does with the documents that it makes known."""
_MAKES = frozenset("file send write draft adopt compile produce".split())
"""What is done with a document by whoever has written it."""
READS = frozenset("see review examine view read receive acquire secure access".split())
"""What only an outlet does with a document that it then tells of."""
_RELEASES = _MAKES | {"release", "publish", "issue"}
"""What people do as well, with documents of theirs."""
_BODIES = ("outlet", "organisation", "unit")
_IN = frozenset(("in", "for", "from"))
"""What ties a document to the outlet that has it."""
BESIDE_PAPERS = 6
"""Words from a document within which the outlet begins that has it."""
_HEARD = INTERVIEWED | frozenset(
    "recorded filmed named identified compiled collected gathered".split()
)
_QUOTES = (CARRYING | CITING | _MADE_KNOWN | _HEARD) - {"run"}
"""What somebody does by whom a source came to be known; who runs a channel quotes nobody."""
_HEARD_IN = frozenset("quoted interviewed cited heard".split())
"""What a report does with a witness; who is only named or identified in it is not heard there."""
_INSIDE = frozenset(("'s", "’s", "("))
_LEADING = frozenset(("DET", "ADJ", "NOUN", "PROPN", "PUNCT"))
_NEAR = 9
"""Words from a document to the verb that says who passed it on, and from there to "by"."""

_FILES = frozenset(
    "document file memo memorandum record transcript email cable order page recording log".split()
)
"""Documents of which there are many in one find."""
_ISSUED, JUST = frozenset("statement release communiqué communique bulletin note".split()), 2
"""What bodies issue; and sentences over which it is theirs without a word."""
_FOR_PRESS = frozenset(("press", "news"))
"""What stands before "release"."""
_ANOTHER = frozenset("another second third fourth other further".split())
_FINDINGS = frozenset("poll report summary data record analysis survey assessment study".split())
"""What a body that is named right before it has found out."""
_TO_AUTHOR = 6
"""Words from "by" to the author: "by the Geneva-based Centre"."""
_SEIZED = frozenset("seized found recovered captured confiscated discovered".split())
"""What is done with a document by those who did not write it and need not have shown it."""
_ITS = frozenset("its our their his her".split())
_PARTS = frozenset(
    "entry page tab line passage section chapter paragraph sheet column clause annex".split()
)
"""What a document is made of."""
_FIND = 3
"""Paragraphs over which a find of documents is told of."""


class Documents:
    """Questions about the documents of one text."""

    def __init__(self, syntax: Syntax, coreference: Coreference, mentions: Sequence[Found]) -> None:
        self.syntax = syntax
        self.coreference = coreference
        self.mentions = mentions
        self.said_in = SaidIn(syntax, coreference, mentions)

    def authors(self, saying: Saying) -> list[Behind]:
        """Who is behind a source, by the words that name it: "a report by", "seen by", "its"."""
        if saying.source is None or saying.source_span is None:
            return []
        return self.written_by(saying.source, *self.syntax.words.within(saying.source_span))

    def written_by(self, source: int, first: int, end: int) -> list[Behind]:
        """Who is behind a source, by the words from first to before end."""
        head = self.mentions[source].head
        papers = self.mentions[source].kind == "document"
        found: list[Behind] = []
        for k, m in enumerate(self.mentions):
            if k == source or not (first <= m.first and m.last < end):
                continue
            after = self.syntax.lower[m.last + 1 : m.last + 2]
            owner = m.last < head and (
                after in (["'s"], ["’s"], ["'"], ["’"]) or m.form == "pronoun"
            )
            by = m.first > head and self._by(head, m.first, papers=papers)
            if (by or (owner and (papers or self._owned(head, k)))) and self.speaks(k):
                found.append((k, "author of the document" if papers else PUBLISHES))
        seen = [(k, PUBLISHES) for k, _ in found[1:] if self._saw(k)]
        found = [*found[:1], *seen[:1]] or self.passed_on(head)
        return found or (self._issued(head, first, end) if papers else [])

    def _saw(self, outlet: int) -> bool:
        """True of the outlet of "compiled by the network and seen by the daily"."""
        first = self.mentions[outlet].first
        by = first - 1 - (self.syntax.lower[first - 1] == "the")
        seen = self.syntax.lower[by - 1] in _MADE_KNOWN
        return self.coreference.kind(outlet) == "outlet" and self._is(by, "by") and seen

    def _issued(self, head: int, first: int, end: int) -> list[Behind]:
        """Who made it, without a verb: "an editorial in X", "a poll for X", "data from X".

        Of an outlet beside it too: "a CNN poll"; of a body only before what it issues, "an army
        statement", or, by name, finds out, "the FBI data". A ministry's name before a letter says
        as often whom it is about.
        """
        for k, m in enumerate(self.mentions):
            if not (first <= m.first and m.last < end) or not self.speaks(k):
                continue
            outlet = self.coreference.kind(k) == "outlet"
            body = self.coreference.kind(k) in ("organisation", "unit")
            if outlet and m.last < head < m.last + 4:
                return [(k, PUBLISHES)]
            noun = singular(self.syntax.texts[head])
            beside = body and m.last == head - 1 - (self.syntax.lower[head - 1] in _FOR_PRESS)
            if beside and (noun in _ISSUED or (m.form == "name" and noun in _FINDINGS)):
                return [(k, "author of the document")]
            tie = self._tie(head, m.first)
            if (outlet and tie in _IN) or (body and tie == "from"):
                return [(k, PUBLISHES if outlet else "author of the document")]
        return []

    def _tie(self, head: int, first: int) -> str:
        """The preposition between a document and what is named a few words behind it."""
        near = range(head + 1, first) if first <= head + BESIDE_PAPERS else ()
        ties = [self.syntax.lower[i] for i in near if self.syntax.upos[i] == "ADP"]
        return ties[0] if len(ties) == 1 else ""

    def quoting(self, saying: Saying) -> int | None:
        """The report of "one survivor quoted in the report"."""
        if saying.source is None or saying.source_span is None:
            return None
        after = self.mentions[saying.source].head + 1
        quoted = self.syntax.lower[after : after + 1]
        if _HEARD_IN.isdisjoint(quoted) or not self._is(after + 1, "in"):
            return None
        end = self.syntax.words.within(saying.source_span)[1]
        papers = (k for k, m in enumerate(self.mentions)
                  if m.kind == "document" and after < m.first and m.last < end)  # fmt: skip
        return next(papers, None)

    def _owned(self, head: int, owner: int) -> bool:
        """True for an outlet's own sources: "its sources in the ministry said"."""
        return self.coreference.kind(owner) == "outlet" and self.syntax.lower[head] in (
            "source",
            "sources",
        )

    def _by(self, head: int, first: int, *, papers: bool) -> bool:
        """True behind a "by" that tells of an author or, of other sources, of who quotes them."""
        for at in range(max(head, first - _TO_AUTHOR), first):
            if self._is(at, "by"):
                if self.syntax.lower[at - 1] in _SEIZED:
                    return False
                return papers or any(
                    self.syntax.lower[w] in _QUOTES and not self._what_they_made(w - 1, at)
                    for w in range(head + 1, at)
                )
        return False

    def _what_they_made(self, first: int, end: int) -> bool:
        """True around the footage in "X, which reviewed footage filmed by residents, said"."""
        return any(kind_of(word) == "document" for word in self.syntax.texts[first:end])

    def passed_on(self, document: int) -> list[Behind]:
        """Who passed a document on, by its own words or by those of the find that it is part of."""
        return self.releasers(document) or self._before(document) or self._found_among(document)

    def _before(self, document: int) -> list[Behind]:
        """Who released what "the recording" is, by an earlier sentence."""
        again = next((k for k, m in enumerate(self.mentions) if m.head == document), None)
        if again is None or self.syntax.lower[self.mentions[again].first] != "the":
            return []
        same = self.coreference.clusters[self.coreference.cluster[again]].mentions
        heads = [self.mentions[k].head for k in same if k < again]
        return self._first_released(heads)

    def _found_among(self, document: int) -> list[Behind]:
        """Who published the files before: of "A second document", "in a memorandum"."""
        paragraphs = self.syntax.words.paragraphs
        if self._is_part(document):
            return self._of_the_last(document)
        if singular(self.syntax.texts[document]) not in _FILES:
            return []
        first = self.syntax.phrase(document)[0]
        another = bool(_ANOTHER & set(self.syntax.lower[first:document]))
        if not another and self.syntax.lower[first] not in ("a", "an", "one"):
            return []
        for m in reversed(self.mentions):
            near = m.head < first and paragraphs[first] - paragraphs[m.head] <= 2 * _FIND
            if near and m.kind == "document" and (m.plural or another):
                found = self.releasers(m.head)
                if found:
                    return found
        return []

    def _is_part(self, document: int) -> bool:
        """True of "an entry", "page 14", "one of the tabs", of a document that was told of."""
        lower, first = self.syntax.lower, self.syntax.phrase(document)[0]
        if lower[document] == "one" and lower[document + 1 : document + 2] == ["of"]:
            return bool(_PARTS & {singular(w) for w in lower[document + 2 : document + 4]})
        part = singular(lower[document]) in _PARTS
        return part and lower[first] in ("a", "an", "one", "another", lower[document])

    def _of_the_last(self, part: int) -> list[Behind]:
        """Who made known the document that was told of last before a part."""
        paragraphs = self.syntax.words.paragraphs
        for m in reversed(self.mentions):
            near = m.head < part and paragraphs[part] - paragraphs[m.head] <= 2 * _FIND
            if near and m.kind == "document" and not self._is_part(m.head):
                return self.releasers(m.head)
        return []

    def known(self, document: int, sayings: Sequence[Saying]) -> list[Behind]:
        """Who is behind a document by what was said of it before.

        "In a report, the network found …"; "a memo leaked to X".
        """
        cluster = self.coreference.clusters[self.coreference.cluster[document]]
        heads = [self.mentions[k].head for k in cluster.mentions if k < document]
        for other in sayings:
            if other.source is None or set(heads).isdisjoint(self.said_in.papers(other)):
                continue
            if self.coreference.kind(other.source) in self._issuers(document):
                return [(other.source, "author of the document")]
        return self._first_released(heads)

    def _issuers(self, document: int) -> tuple[str, ...]:
        """Of what kinds those are who have made a document in which they said a thing."""
        issued = singular(self.syntax.lower[self.mentions[document].head]) in _ISSUED
        return (*_BODIES, "person", "group") if issued else _BODIES

    def _first_released(self, documents: Sequence[int]) -> list[Behind]:
        """Who released the first of some documents that anybody is said to have released."""
        return next((found for one in documents if (found := self.releasers(one))), [])

    def issuer(self, saying: Saying, sayings: Sequence[Saying]) -> list[Behind]:
        """Whose "a statement" is that nothing is said of: the body that spoke just before."""
        if saying.source is None or self.coreference.kind(saying.source) != "document":
            return []
        if not self._is_issued(saying.source):
            return []
        sentence_of = self.syntax.words.sentence_of
        here = sentence_of(saying.cue.first)
        for other in reversed(sayings):
            if other.source is None or other.cue.first >= saying.cue.first:
                continue
            if here - sentence_of(other.cue.first) > JUST:
                break
            if self.coreference.kind(other.source) in ("organisation", "unit"):
                return [(other.source, "author of the document")]
        return []

    def _is_issued(self, document: int) -> bool:
        """True of "a statement", and of "the report" that nothing else is said of."""
        m = self.mentions[document]
        word, before = self.syntax.lower[m.head], self.syntax.lower[m.first : m.head]
        report = word == "report" and before in (["the"], ["the", "military"])
        return word in _ISSUED or (report and self.coreference.alone(document))

    def releasers(self, document: int) -> list[Behind]:
        """Who passed a document on: "a recording published by X", "a call that X released"."""
        words = self.syntax.words
        if kind_of(self.syntax.texts[document]) != "document":
            return []
        end = words.sentence_at(document)[1]
        for verb in range(document + 1, min(document + _NEAR, end)):
            if self.syntax.texts[verb] in (";", ":", "."):
                break
            if self.syntax.lower[verb] in _MADE_KNOWN | _PUT | GIVEN | _READ:
                found = self._given_to(verb)
                out = self._is(verb + 1, "out")  # "put out by the army"
                if found is None and (out or self.syntax.lower[verb] not in _PUT):
                    found = self._behind_by(verb)
                found = self._between(document, verb) if found is None else found
                own = found is not None and self.coreference.cluster[found] == PUBLISHER
                return [(found, PUBLISHES)] if found is not None and not own else []
        return self._holder(document)

    def _holder(self, document: int) -> list[Behind]:
        """Who "has obtained", "published" or "filed" a document: the subject of that verb."""
        verb = self.syntax.heads[document]
        base = lemma(self.syntax.texts[verb], "VERB")
        held = self.syntax.deprels[document] == "obj" and verb < document
        if not held or base not in _HOLDS | _MAKES | READS:
            return []
        subject = self.syntax.subject(verb)
        kinds = (*_BODIES, *(("person", "group") if base in _RELEASES else ()))
        kinds = ("outlet",) if base in READS else kinds
        at = next((k for k, m in enumerate(self.mentions) if m.head == subject), None)
        staff = None if at is None else house(self.syntax, self.coreference, self.mentions, at)
        if staff is not None:
            return [(staff, PUBLISHES)]
        holders = (k for k, m in enumerate(self.mentions)
                   if subject is not None and self._named_by(m, subject)
                   and self.coreference.kind(k) in kinds)  # fmt: skip
        reason = "author of the document" if base in _MAKES else PUBLISHES
        return [(k, reason) for k in holders][:1]

    def _named_by(self, m: Found, word: int) -> bool:
        """True of a name at a word, and of Kestrel at the agency of "the news agency Kestrel"."""
        beside = self.syntax.deprels[m.head] == "appos" and self.syntax.heads[m.head] == word
        return m.first <= word <= m.last or beside

    def speaks(self, mention: int) -> bool:
        """True of one who may be behind a document: no place, no other document, no own staff."""
        m = self.mentions[mention]
        own = self.syntax.lower[m.first] in _ITS and self.syntax.lower[m.head] in PRESS
        return not own and self.coreference.kind(mention) not in ("place", "document")

    def _given_to(self, verb: int) -> int | None:
        """The outlet that a document came to: "leaked to X", "sent to X", "read out on X"."""
        word = self.syntax.lower[verb]
        ties = (("to", "with") if word in GIVEN else ()) + (("on",) if word in _READ else ())
        near = self.syntax.lower[verb + 1 : verb + 4]
        to = next((verb + 1 + k for k, tie in enumerate(near) if tie in ties), None)
        if to is None:
            return None
        near_to = (k for k, m in enumerate(self.mentions) if to < m.head and m.first <= to + 2)
        return next((k for k in near_to if self.coreference.kind(k) == "outlet"), None)

    def _behind_by(self, verb: int) -> int | None:
        """Who stands behind the "by" of a verb: "published on Monday by X"."""
        by = next((i for i in range(verb + 1, verb + _NEAR) if self._is(i, "by")), None)
        if by is None or any(self.syntax.upos[i] == "VERB" for i in range(verb + 1, by)):
            return None
        ends = by + 1
        while ends < by + _NEAR and (
            self.syntax.upos[ends] in _LEADING - {"PUNCT"} or self.syntax.lower[ends] in _INSIDE
        ):
            ends += 1
        near = [(m.first, -m.last, k) for k, m in enumerate(self.mentions)
                if by < m.first < max(ends, by + 4) and self.speaks(k)
                and not self._owns_what_follows(m)]  # fmt: skip
        return self._named(min(near)[2]) if near else None

    def _named(self, mention: int) -> int:
        """Az in "its media arm, Az", between a description and a comma; else the mention itself."""
        m = self.mentions[mention]
        if m.form == "name" or self.syntax.lower[m.last + 1 : m.last + 2] != [","]:
            return mention
        behind = (k for k, n in enumerate(self.mentions)
                  if n.form == "name" and n.first == m.last + 2 and self.speaks(k)
                  and self.syntax.lower[n.last + 1 : n.last + 2] == [","])  # fmt: skip
        return next(behind, mention)

    def _owns_what_follows(self, m: Found) -> bool:
        """True of the group in "released by the group's media arm"."""
        return self.syntax.lower[m.last + 1 : m.last + 2] in (["'s"], ["’s"])

    def _between(self, document: int, verb: int) -> int | None:
        """The subject of a verb in a clause on a document."""
        opening = document + 1
        while self.syntax.lower[opening] in (",", "that", "which"):
            opening += 1
        for k, m in enumerate(self.mentions):
            gap = range(m.last + 1, verb)
            beside = all(self.syntax.upos[i] in ("AUX", "ADV") for i in gap)
            before = (self.syntax.upos[i] for i in range(opening, m.first))
            opens = opening <= m.first and all(u in _LEADING for u in before)
            if opens and m.last < verb and beside and self.speaks(k):
                return k
        return None

    def _is(self, word: int, text: str) -> bool:
        return self.syntax.lower[word : word + 1] == [text]
