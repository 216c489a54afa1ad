"""The names that stand beside a description: "lawyer Ada Quill", "Agora, a human rights group".

a description, where the names are  →  words of names, each with its dependency
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from graph.annotate.agreement import Cluster
from graph.annotate.mentions import TITLES, Found, behind_titles
from graph.annotate.nouns import AIDES, KIN, singular
from graph.annotate.syntax import Syntax

_CALLED = frozenset(("identified as", "known as", "calling himself", "calling herself"))
_FIRMS = frozenset(
    "owner contractor operator maker manufacturer builder employer supplier exporter carrier "
    "shipper".split()
)
"""What a company is called as well as a man."""
_PEOPLE = frozenset(
    "spokesman spokeswoman spokesperson commander lawyer mayor governor doctor surgeon nurse "
    "director prosecutor general colonel minister journalist analyst researcher teacher".split()
)
"""What no body is."""
_FIGHTERS = frozenset("militant rebel extremist insurgent jihadist separatist".split())
"""What one person may be called as well as a whole group."""
_SETTLEMENTS = frozenset(
    "town village city hamlet suburb port municipality township settlement district province "
    "island".split()
)
_OF_SEVERAL = frozenset(("one", "another"))
_ONE = frozenset("the a an its his her their our whose".split())


class Appositions:
    """Questions about what stands beside descriptions.

    By the tree, and by the order of the words where the tree misses it.
    """

    def __init__(self, syntax: Syntax, at: Mapping[int, int]) -> None:
        """at: for each word of a name its cluster."""
        self.syntax = syntax
        self.at = at

    def beside(self, m: Found) -> Iterator[tuple[int, str]]:
        """Words that may be of a name for the same, with the dependency that says so."""
        found = {self.syntax.heads[m.head]: self.syntax.deprels[m.head]}
        found |= {c: self.syntax.deprels[c] for c in self.syntax.children[m.head]}
        if self._between_commas(m):
            found[m.first - 2] = "appos"
        if (name := self._called(m)) is not None:
            found[name] = "appos"
        if (name := self._settled(m)) is not None:
            found[name] = "appos"
        if m.kind == "outlet" and self.syntax.texts[m.last + 1 : m.last + 2] == ["The"]:
            found[m.last + 2] = "flat"  # "state newspaper The Mirror"
        for begins, relation in found.items():
            word = begins
            if begins > m.head:
                word = behind_titles(self.syntax.lower, begins, self.at)
            if self._of_whom(m, word):
                continue
            apart = relation == "appos" and (self._begins_clause(m) or self._acts_on(word, m))
            if word in self.at and not apart:
                yield word, relation

    def _of_whom(self, m: Found, name: int) -> bool:
        """True of Parr in "a relative of General Parr", whatever the tree makes of him."""
        between = self.syntax.lower[m.head + 1 : name]
        theirs = singular(self.syntax.texts[m.head]) in KIN | AIDES
        return theirs and "of" in between and "," not in between

    def fits(self, m: Found, cluster: Cluster, relation: str) -> bool:
        """True if a description beside a name is of the same; puts the name's kind right."""
        if relation not in ("appos", "flat", "compound", "nmod:desc"):
            return False
        if cluster.kind == m.kind and m.kind in ("person", "outlet"):
            return True
        if cluster.kind == m.kind == "place" and relation == "appos":
            return self.syntax.upos[m.first] == "DET"  # "Kfar Hanin, a village"
        if cluster.kind == "organisation" and self._is_somebody(m, cluster, relation):
            cluster.kind, cluster.corrected = "person", True
            return True
        bodies = ("group", "organisation", "unit", "outlet")
        firm = singular(self.syntax.texts[m.head]) in _FIRMS
        if relation == "appos" and firm and cluster.kind == "organisation":
            return True
        if relation != "appos" or m.plural or m.kind not in bodies:
            return False  # "UN team" is not the UN
        if cluster.kind == "person" and self.syntax.lower[m.head] in _FIGHTERS:
            return True  # "Obi, a suspected militant"
        unlisted = cluster.kind == "outlet" != m.kind and not cluster.canonical
        if cluster.kind == "person" or unlisted:
            cluster.kind = "organisation" if m.kind == "group" else m.kind
            cluster.corrected = True
        return cluster.kind in bodies

    def _is_somebody(self, m: Found, cluster: Cluster, relation: str) -> bool:
        """True of what was read as a body and stands behind "a spokesman,"."""
        return (
            relation == "appos"
            and singular(self.syntax.texts[m.head]) in _PEOPLE
            and all(2 <= len(name) <= 3 for name in cluster.names)
            and not m.plural
        )

    def _acts_on(self, word: int, m: Found) -> bool:
        """True for "Seth met her counterpart", which parses take for one now and then."""
        between = slice(word + 1, m.first)
        return "VERB" in self.syntax.upos[between] or "whose" in self.syntax.lower[between]

    def _settled(self, m: Found) -> int | None:
        """The name in "the town of Orm", which is no town beside Orm."""
        lower, of = self.syntax.lower, m.head + 1
        own = "PROPN" not in self.syntax.upos[m.first : m.head]
        if m.kind != "place" or m.plural or not own or lower[m.head] not in _SETTLEMENTS:
            return None
        return of + 1 if lower[of : of + 1] == ["of"] and of + 1 in self.at else None

    def _called(self, m: Found) -> int | None:
        """The name that a description leads to: "journalist Ada Quill", "a man named Quill"."""
        if m.kind != "person" or m.plural:
            return None
        one = self.syntax.lower[m.head] in _OF_SEVERAL  # "one of the experts, Ada Quill"
        last = m.last if m.last in self.at or one else m.head
        if last in self.at:
            return None
        after = last + 1
        lower = self.syntax.lower
        if lower[after : after + 1] == [","]:
            return self._apposed(m, after + 1)
        if lower[after : after + 1] in (["named"], ["called"]):
            after += 1
        elif " ".join(lower[after : after + 2]) in _CALLED:
            after += 2
        after = behind_titles(lower, after, self.at)
        return after if after in self.at and self.syntax.upos[last] in ("NOUN", "PROPN") else None

    def _apposed(self, m: Found, after: int) -> int | None:
        """The name between commas behind a description: "the head of it, Ada Quill, said"."""
        texts = self.syntax.texts
        while (
            after < len(texts) and after not in self.at
            and (texts[after].lower() in TITLES or texts[after] == ".")
        ):  # fmt: skip
            after += 1
        if after not in self.at or self.syntax.lower[m.first] not in _ONE | _OF_SEVERAL:
            return None
        end = after
        while end + 1 in self.at and self.at[end + 1] == self.at[after]:
            end += 1
        closed = texts[end + 1 : end + 2] in ([","], ["."], [";"])
        return after if closed else None

    def _begins_clause(self, m: Found) -> bool:
        """True for "Whitlock, the official told …": what a verb follows is no apposition."""
        comma = m.first > 0 and self.syntax.texts[m.first - 1] == ","
        after = m.last + 1
        follows = self.syntax.upos[after : after + 1] in (("VERB",), ("AUX",))
        return comma and follows and self.syntax.deprels[after] != "acl"

    def _between_commas(self, m: Found) -> bool:
        """True for "…, a human rights group, …", which parses miss now and then."""
        texts = self.syntax.texts
        lower, upos = self.syntax.lower[m.first], self.syntax.upos[m.first]
        owned = m.kind == "person" and lower in _ONE  # "his cousin"
        begins = m.first > 1 and texts[m.first - 1] == "," and (upos == "DET" or owned)
        return begins and texts[m.last + 1 : m.last + 2] in ([","], ["."])
