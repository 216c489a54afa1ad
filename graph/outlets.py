"""The outlets we know by name: who is meant by "the Journal", and whose is news.bbc.co.uk.

    ontology/outlets.yaml  →  OutletList  →  find(name), by_domain(url), mentions(text)

An outlet that is not in the list is not found here: that is the model's part.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, get_args
from urllib.parse import urlsplit

import yaml

from graph.errors import InputError
from graph.paths import shipped
from graph.types import Span

OutletType = Literal["agency", "newspaper", "broadcaster", "magazine", "site", "telegram"]

_NEEDED = frozenset({"name", "country", "type"})
_KEYS = _NEEDED | {"short", "nicknames", "common", "never", "domains", "qid"}
_CONTEXT = 60  # characters looked at on each side of a name
_PLAIN = str.maketrans("\t\u00a0\u202f\u2011’‘“”", "   -''\"\"")  # one for one: spans stay true
_WORD = re.compile(r"\w+")

# What stands beside an ordinary word if an outlet is meant by it.
_NOUN = r"""(?x:(?:newspaper|paper|daily|weekly|magazine|channel|agency|outlet|broadcaster|tabloid|
    portal|publication|station|network|journal|website|site|radio|television)s?\b)"""
_VERB = r"""(?x:(?:(?:has|had|have|also|first|later|earlier|then)[ ])*(?:report(?:s|ed|ing)|said|
    says|wrote|writes|quot(?:es|ed|ing)|cit(?:es|ed|ing)|published|ran|revealed|added|noted)\b)"""
_NOUN_BEFORE = re.compile(
    rf'\b{_NOUN},? (?:the )?"?(?:[A-Z][\w.]*"?(?:, and |, | and )"?){{0,3}}(?:the )?$'
)
_NOUN_AFTER = re.compile(
    rf"\"?(?:'s)?(?:, (?:an?|the) [\w' -]{{0,40}}?\b|(?: and [A-Z][\w.]*)? "
    rf"(?:online |news |state |daily |Telegram )*)(?:{_NOUN}|correspondent|reporter|journalist|"
    r"columnist|investigation)"
)
_VERB_BEFORE = re.compile(
    r"\b(?:[Tt]old|tells|telling|[Cc]it(?:es|ed|ing)|[Qq]uot(?:es|ed|ing)|[Aa]ccording to|"
    r"(?:reported|published|obtained|seen|reviewed|verified|cited|quoted) (?:by|in)|"
    r'(?:interview|speaking|spoke|article|story|report) (?:with|to|by|in)) (?:[Tt]he )?"?$'
)
_VERB_AFTER = re.compile(rf'"?,? (?:which |is )?{_VERB}')

# What makes it a part of a longer name: "Manila Times", "Times Square".
_LONGER_LEFT = re.compile(
    r'(?:^|[\s"(])(?!(?:But|And|In|On|At|As|When|While|After|Then|Yet|By|From|To|For|\w+day) )'
    r"[A-Z]\w* (?:of )?$|-$"
)
_LONGER_RIGHT = re.compile(
    r"-\w| (?:of (?:the )?)?(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)[A-Z]"
)
_TITLE = re.compile(r"[\w,;\"')] The $")  # a capital that no sentence asks for


@dataclass(frozen=True, slots=True)
class Outlet:
    """A newspaper, agency, broadcaster, magazine, news site or channel."""

    name: str
    """As the store shows it; a leading "The" is part of it where it stands here."""
    short: tuple[str, ...] = ()
    """Other names that mean it wherever they stand: AFP, WSJ."""
    nicknames: tuple[str, ...] = ()
    """Names, without "the", that mean it only where the article names it in full as well."""
    domains: tuple[str, ...] = ()
    """Hosts, and host with first folder where the host is shared: ``t.me/rybar``."""
    country: str = ""
    """ISO 3166-1 alpha-2, of the newsroom."""
    type: OutletType = "site"
    qid: str = ""
    """Wikidata's id; empty if not known."""
    common: tuple[str, ...] = ()
    """Those of its names, without "The", that also are ordinary words or other names."""
    never: tuple[str, ...] = ()
    """Longer names that hold one of its names and are no outlet: Guardian Council."""


@dataclass(frozen=True, slots=True)
class _Form:
    """A way to write one or more outlets, "The" left aside."""

    words: str
    outlet: Outlet | None = None
    """Whose name it is; None for a mere nickname, and for what is no outlet."""
    nicknamed: tuple[Outlet, ...] = ()
    titled: bool = False
    """True if "The" is part of the name."""
    common: bool = False


@dataclass(frozen=True, slots=True)
class _Hit:
    """A form found in a text, before it is known whether an outlet is meant; span without "the"."""

    span: Span
    form: _Form
    before: str
    after: str
    begins_longer_name: bool

    @property
    def has_the(self) -> bool:
        return self.before.endswith(("the ", "The "))

    @property
    def is_told(self) -> bool:
        return bool(_VERB_BEFORE.search(self.before))

    @property
    def ends_longer_name(self) -> bool:
        return not self.has_the and bool(_LONGER_LEFT.search(self.before))

    @property
    def beside_noun(self) -> bool:
        return bool(_NOUN_BEFORE.search(self.before) or _NOUN_AFTER.match(self.after))

    @property
    def beside_verb(self) -> bool:
        told = self.is_told and not self.begins_longer_name
        return not self.ends_longer_name and (told or bool(_VERB_AFTER.match(self.after)))


class OutletList:
    """The outlets, and three ways to look them up."""

    def __init__(self, outlets: tuple[Outlet, ...]) -> None:
        """Raise InputError if two outlets share a name, a short name or a domain."""
        self.outlets = outlets
        self._by_name: dict[str, Outlet] = {}
        self._by_domain: dict[str, Outlet] = {}
        for outlet in outlets:
            for name in (outlet.name, *outlet.short):
                _claim(self._by_name, _bare(name).casefold(), outlet)
            for domain in outlet.domains:
                _claim(self._by_domain, domain, outlet)
        self._forms = _forms(outlets)

    def find(self, name: str) -> Outlet | None:
        """The outlet of exactly this name or short name; case and a leading "the" do not count."""
        return self._by_name.get(_bare(" ".join(name.split())).casefold())

    def by_domain(self, url_or_host: str) -> Outlet | None:
        """The outlet that owns a page or host, subdomains included."""
        keys = _domain_keys(url_or_host)
        return next((self._by_domain[key] for key in keys if key in self._by_domain), None)

    def mentions(self, text: str) -> list[tuple[Span, Outlet]]:
        """Every name of an outlet in a text, in text order; no two overlap.

        Case counts, and the longest name wins. A leading "the" belongs to the span if "The" belongs
        to the name. A common word counts beside words that tell, or with a title's capital "The"; a
        nickname, with "the" or beside such words, where the text has the full name as well.
        """
        hits = _scan(text, self._forms)
        parts = {hit.form.words for hit in hits if hit.ends_longer_name}
        sure = [hit for hit in hits if _is_meant(hit, parts)]
        own = {hit.span: hit.form.outlet for hit in sure}
        meant = ((hit, _owner(hit, sure) or own.get(hit.span)) for hit in hits)
        return [(_whole(hit, outlet), outlet) for hit, outlet in meant if outlet]


@cache
def outlets() -> OutletList:
    """The list that ships with the package, read once."""
    path = shipped("ontology") / "outlets.yaml"
    return OutletList(read_outlets(path.read_text(encoding="utf-8"), where=path.name))


def read_outlets(text: str, *, where: str = "outlets") -> tuple[Outlet, ...]:
    """The outlets of a YAML list in the form of ``ontology/outlets.yaml``.

    Raises InputError if it is not such a list.
    """
    # Every value is text, so the loader that guesses no types will do, and takes half the time.
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        rows = yaml.load(text, Loader=loader)
    except yaml.YAMLError as error:
        raise InputError(f"{where}: expected YAML, found {error}. Correct the file.") from error
    if not isinstance(rows, list):
        raise InputError(f"{where}: expected a list of outlets, found none. Correct the file.")
    return tuple(_outlet(row, where) for row in rows)


def _outlet(row: Any, where: str) -> Outlet:
    fields: dict[str, Any] = row if isinstance(row, dict) else {}
    if not _NEEDED <= fields.keys() <= _KEYS or fields["type"] not in get_args(OutletType):
        raise InputError(
            f"{where}: expected {', '.join(sorted(_NEEDED))} (of {', '.join(get_args(OutletType))})"
            f" and no key but {', '.join(sorted(_KEYS))}; found {row!r}. Correct the entry."
        )
    values: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in fields.items()}
    return Outlet(**values)


def _claim(owners: dict[str, Outlet], key: str, outlet: Outlet) -> None:
    other = owners.setdefault(key, outlet)
    if other is not outlet:
        raise InputError(
            f"outlets: expected {key!r} to mean one outlet, found {other.name} and {outlet.name}. "
            "Make it a nickname of both, or write it in one."
        )


def _bare(name: str) -> str:
    return name[4:] if name[:4].lower() == "the " else name


def _domain_keys(address: str) -> list[str]:
    """What an address may be listed under, the most exact first."""
    address = address.strip().lower()
    try:
        parts = urlsplit(address if "//" in address else f"//{address}")
    except ValueError:
        return []
    labels = (parts.hostname or "").split(".")
    hosts = [".".join(labels[start:]) for start in range(len(labels) - 1)]
    # Telegram's web preview puts an "s" before the channel: t.me/s/rybar.
    folders = [folder for folder in parts.path.split("/") if folder not in ("", "s")][:1]
    return [f"{host}/{folder}" for host in hosts for folder in folders] + hosts


def _forms(outlets: tuple[Outlet, ...]) -> dict[str, tuple[_Form, ...]]:
    """Every form by its first word, the longest first."""
    nicknamed: dict[str, list[Outlet]] = defaultdict(list)
    for outlet in outlets:
        for nickname in outlet.nicknames:
            nicknamed[nickname].append(outlet)
    forms = {words: _Form(words, nicknamed=tuple(owners)) for words, owners in nicknamed.items()}
    for outlet in outlets:
        forms.update({words: _Form(words) for words in outlet.never})
        for name in (outlet.name, *outlet.short):
            words, owners = _bare(name), tuple(nicknamed.get(_bare(name), ()))
            forms[words] = _Form(words, outlet, owners, words != name, words in outlet.common)
    by_first: dict[str, list[_Form]] = defaultdict(list)
    for form in sorted(forms.values(), key=lambda form: len(form.words), reverse=True):
        by_first[_WORD.findall(form.words)[0]].append(form)
    return {first: tuple(found) for first, found in by_first.items()}


def _scan(text: str, forms: dict[str, tuple[_Form, ...]]) -> list[_Hit]:
    """Every form in a text, the longest at each place; a line end counts as a space."""
    signs = text.translate(_PLAIN)
    plain = signs.replace("\n", " ")
    hits: list[_Hit] = []
    for word in _WORD.finditer(plain):
        start = word.start()
        if hits and start < hits[-1].span.end:
            continue
        for form in forms.get(word.group(), ()):
            end = start + len(form.words)
            if plain.startswith(form.words, start) and not _WORD.match(plain[end : end + 1]):
                before, after = signs[max(0, start - _CONTEXT) : start], signs[end : end + _CONTEXT]
                longer = bool(_LONGER_RIGHT.match(after))
                hits.append(_Hit(Span(start, end), form, before, after, longer))
                break
    return hits


def _is_meant(hit: _Hit, parts: set[str]) -> bool:
    """True if the form, as its outlet's own name, means the outlet here.

    parts: the forms that end a longer name somewhere in the text ("Avi Stern").
    """
    form = hit.form
    if form.outlet is None:
        return False
    if not form.common and (not form.titled or " " in form.words):
        return True
    if hit.beside_noun or (hit.beside_verb and form.words not in parts):
        return True
    if form.common:
        return bool(form.titled and _TITLE.search(hit.before) and not hit.begins_longer_name)
    return hit.has_the and (hit.is_told or not hit.begins_longer_name)


def _owner(hit: _Hit, sure: list[_Hit]) -> Outlet | None:
    """The outlet whose nickname this is: the one named last before it, else the first after."""
    marked = hit.has_the or hit.beside_noun or hit.beside_verb
    if not marked or hit.ends_longer_name or (hit.begins_longer_name and not hit.is_told):
        return None
    rivals = (other for other in sure if other.form.words != hit.form.words)
    named = [other for other in rivals if other.form.outlet in hit.form.nicknamed]
    earlier = [other for other in named if other.span < hit.span]
    return (earlier[-1] if earlier else named[0]).form.outlet if named else None


def _whole(hit: _Hit, outlet: Outlet) -> Span:
    """The span with the article, where it is part of the name."""
    titled = hit.form.titled if hit.form.outlet is outlet else outlet.name != _bare(outlet.name)
    return Span(hit.span.start - 4, hit.span.end) if titled and hit.has_the else hit.span
