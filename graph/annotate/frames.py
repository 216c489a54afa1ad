"""Relation frames: the words that put a relation or an event forward, read from YAML.

ontology/relations.yaml, a user's own file  →  Frames, looked up by the lemma of a word

The file itself explains how its triggers are written. A mistake in it is an InputError that names
the file and the line.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path as File
from typing import Literal, get_args

from graph.annotate.lemmas import is_lemma, lemma
from graph.annotate.lined_yaml import Lined, load_lined
from graph.annotate.steps import Path, Step, read_step
from graph.errors import InputError
from graph.paths import shipped
from graph.types import Kind

Sort = Literal["verb", "noun", "role", "adjective", "name", "kind"]

_RELATION_KEYS = frozenset(
    "name label inverse_label definition domain range symmetric event subject object inherits "
    "plover wikidata ftm derived unread triggers match no_match".split()
)
_EVENT_KEYS = frozenset("name plover actor target place body triggers match no_match".split())
_TRIGGER_KEYS = frozenset({*get_args(Sort), "needs", "with", "without", "only", "words", "unless"})
_ROLES = {"relations": ("subject", "object"), "events": ("actor", "target", "place", "body")}

_DEFAULTS: dict[str, dict[str, str]] = {
    "verb": {"subject": "agent", "object": "patient", "actor": "agent", "target": "patient",
             "place": "where"},
    "noun": {"subject": "by poss", "object": "of", "actor": "by poss", "target": "of",
             "place": "where"},
    "role": {"subject": "bearer", "object": "of for poss modifier"},
    "adjective": {"subject": "subject", "object": "where", "target": "subject", "place": "where"},
    "name": {"subject": "self", "object": "of"},
    "kind": {"subject": "self", "object": "of"},
}  # fmt: skip


Paths = tuple[Path, ...]
"""Where an argument stands, the likeliest place first."""
_ONCE: dict[Path, Path] = {}
_PATHS_ONCE: dict[Paths, Paths] = {}
"""Every path that any frame has, and every row of them, once: where they lead is looked up once a
word."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that put a relation or event forward, and where its arguments stand."""

    sort: Sort
    lemmas: frozenset[tuple[str, ...]]
    """The arguments hang on the first word of a verb, the last of a noun. Of a name
    or of a noun of a kind, the kinds."""
    arguments: Mapping[str, Paths]
    kinds: Mapping[str, frozenset[Kind]]
    needs: tuple[str, ...]
    having: frozenset[str]
    """Words one of which must stand before it; none: any may."""
    without: frozenset[str]
    """Words none of which may."""
    words: Mapping[str, frozenset[str]]
    """Nouns of which a role must be called one, in the singular: a court that rejects."""
    unless: tuple[tuple[Path, frozenset[str]], ...]
    """Where a noun of these must not stand: "bombarded with questions"."""
    line: int


@dataclass(frozen=True, slots=True)
class Frame:
    """A relation or a kind of event."""

    name: str
    is_event: bool
    kinds: Mapping[str, frozenset[Kind]]
    """Which kinds of entity may fill a role; a trigger may allow fewer."""
    triggers: tuple[Trigger, ...]
    label: str = ""
    inverse_label: str = ""
    definition: str = ""
    symmetric: bool = False
    event: str = ""
    """The kind of event whose participants also stand in this relation."""
    shares: tuple[str, str] = ("actor", "target")
    """The roles in that event of the relation's subject and object."""
    inherits: str = ""
    """The relation that supplies an object the clause leaves out."""
    plover: str = ""
    wikidata: str = ""
    ftm: str = ""
    derived: str = ""
    """What it follows from, if no frame finds it."""
    unread: str = ""
    """Why it is never found, if it is not."""
    match: str = ""
    no_match: str = ""
    where: str = ""
    """File and line."""


Entry = tuple[Frame, Trigger, tuple[str, ...]]


@dataclass(frozen=True)
class Frames:
    """Every frame, and the triggers by the lemma that carries their arguments."""

    relations: Mapping[str, Frame]
    events: Mapping[str, Frame]
    by_lemma: Mapping[tuple[Sort, str], tuple[Entry, ...]]
    own: tuple[str, ...] = ()
    """The texts of the files after the first."""

    @cached_property
    def of_event(self) -> Mapping[str, list[Frame]]:
        """For each kind of event the relations that its participants also stand in."""
        found: dict[str, list[Frame]] = {}
        for relation in self.relations.values():
            found.setdefault(relation.event, []).append(relation)
        return found


@dataclass(frozen=True, slots=True)
class _Reader:
    """Builds the frames of one file."""

    file: File
    kinds: Mapping[str, frozenset[Kind]]

    def fail(self, line: int, expected: str, found: object, advice: str) -> InputError:
        return InputError(f"{self.file}:{line}: expected {expected}, found {found!r}. {advice}")

    def frame(self, entry: object, section: str) -> Frame:
        if not isinstance(entry, Lined):
            raise self.fail(1, f"an entry of {section} with a name", entry, "Write 'name: …'.")
        known = _EVENT_KEYS if section == "events" else _RELATION_KEYS
        self._only(entry, known)
        name = entry.get("name")
        if not isinstance(name, str) or not re.fullmatch(r"[a-z][a-z_]*", name):
            raise self.fail(entry.line, "a name in snake_case", name, "Write 'name: met_with'.")
        if not any(entry.get(key) for key in ("triggers", "event", "derived", "unread")):
            raise self.fail(
                entry.line, f"triggers of {name}", None, "Write 'triggers:' and a list."
            )
        roles = _ROLES[section]
        texts = {k: str(entry[k]) for k in _TEXTS if k in entry}
        kinds = {
            r: self.kinds_of(entry, k) for r, k in zip(roles, _KIND_KEYS[section], strict=True)
        }
        return Frame(
            name,
            section == "events",
            kinds,
            tuple(self._trigger(t, entry, kinds) for t in entry.get("triggers") or ()),
            symmetric=entry.get("symmetric") == "true",
            shares=(str(entry.get("subject", "actor")), str(entry.get("object", "target"))),
            where=f"{self.file}:{entry.line}",
            **texts,
        )

    def _only(self, entry: Lined, known: frozenset[str]) -> None:
        for key in entry:
            if key not in known:
                raise self.fail(
                    entry.line_of(key),
                    f"one of {', '.join(sorted(known))}",
                    key,
                    "Correct the key.",
                )

    def kinds_of(self, entry: Lined, key: str) -> frozenset[Kind]:
        named = str(entry.get(key, _DEFAULT_KINDS.get(key, "any"))).split()
        for kind in named:
            if kind not in self.kinds:
                raise self.fail(
                    entry.line_of(key), "a kind or a name under 'kinds:'", kind, "Correct the kind."
                )
        return frozenset().union(*(self.kinds[kind] for kind in named))

    def _trigger(
        self, trigger: object, entry: Lined, kinds: Mapping[str, frozenset[Kind]]
    ) -> Trigger:
        if not isinstance(trigger, Lined):
            raise self.fail(entry.line, "a trigger such as 'verb: meet'", trigger, "Write it so.")
        self._only(trigger, _TRIGGER_KEYS | set(kinds))
        sorts: list[Sort] = [sort for sort in get_args(Sort) if sort in trigger]
        if len(sorts) != 1:
            raise self.fail(trigger.line, f"one of {', '.join(get_args(Sort))}", sorts, "Name one.")
        sort = sorts[0]
        paths = {role: trigger.get(role, _DEFAULTS[sort].get(role, "")) for role in kinds}
        line = trigger.line_of(sort)
        only, words = self._by_role(trigger, "only"), self._by_role(trigger, "words")
        for role in (*only, *words, *(needs := tuple(str(trigger.get("needs", "")).split()))):
            if role not in kinds:
                raise self.fail(line, f"one of {', '.join(kinds)}", role, "Correct the role.")
        return Trigger(
            sort,
            frozenset(self._lemmas(trigger[sort], sort, line)),
            {r: self._row(str(p), trigger.line_of(r)) for r, p in paths.items()},
            {**kinds, **{role: self.kinds_of(only, role) for role in only}},
            needs,
            frozenset(str(trigger.get("with", "")).split()),
            frozenset(str(trigger.get("without", "")).split()),
            {role: frozenset(str(words[role]).split()) for role in words},
            tuple(self._unless(trigger)),
            line,
        )

    def _unless(self, trigger: Lined) -> Iterator[tuple[Path, frozenset[str]]]:
        barred = self._by_role(trigger, "unless")
        for written in barred:
            for path in self._paths(written, barred.line_of(written)):
                yield path, frozenset(str(barred[written]).split())

    def _by_role(self, trigger: Lined, key: str) -> Lined:
        found = trigger.get(key, Lined())
        if not isinstance(found, Lined):
            raise self.fail(trigger.line_of(key), f"roles under {key}", found, "Write {object: …}.")
        return found

    def _lemmas(self, words: object, sort: Sort, line: int) -> Iterator[tuple[str, ...]]:
        """Split "shoot_down" into two words; a form that no word is looked up by is a mistake."""
        if not isinstance(words, str) or not words.strip():
            raise self.fail(line, "words in their dictionary form", words, "Put spaces between.")
        upos = _LOOKED_UP_AS.get(sort, "")
        for word in words.split():
            parts = tuple(word.lower().split("_"))
            carrier = parts[0] if sort == "verb" else parts[-1]
            if upos and not is_lemma(carrier, upos):
                expected = f"the dictionary form {lemma(carrier, upos)!r}"
                raise self.fail(line, expected, carrier, "Write that: it stands for every form.")
            yield parts

    def _row(self, written: str, line: int) -> Paths:
        row = tuple(self._paths(written, line))
        return _PATHS_ONCE.setdefault(row, row)

    def _paths(self, written: str, line: int) -> Iterator[Path]:
        for path in written.split():
            read = tuple(self._step(step, line) for step in path.split("/"))
            yield _ONCE.setdefault(read, read)

    def _step(self, step: str, line: int) -> Step:
        read = read_step(step)
        if read is None:
            expected = "a path such as 'agent', 'from', 'nsubj', '<acl' or 'as/of'"
            raise self.fail(line, expected, step, "The head of relations.yaml lists what there is.")
        return read


_TEXTS = (
    "label", "inverse_label", "definition", "event", "inherits", "plover", "wikidata", "ftm",
    "derived", "unread", "match", "no_match",
)  # fmt: skip
_SECTIONS = ("kinds", "relations", "events")
_LOOKED_UP_AS = {"verb": "VERB", "noun": "NOUN", "role": "NOUN"}
"""Part of speech whose dictionary form a trigger is found by."""
_DEFAULT_KINDS = {"place": "place", "body": ""}
_KIND_KEYS = {"relations": ("domain", "range"), "events": ("actor", "target", "place", "body")}


@cache
def shipped_frames() -> Frames:
    """The frames of ``ontology/relations.yaml``."""
    return load_frames(shipped("ontology") / "relations.yaml")


@cache
def frames_with(texts: tuple[str, ...]) -> Frames:
    """The shipped frames with those of files of these texts, a later one before an earlier."""
    with tempfile.TemporaryDirectory() as folder:
        files = [File(folder) / f"{number}.yaml" for number, _ in enumerate(texts)]
        for file, text in zip(files, texts, strict=True):
            file.write_text(text, encoding="utf-8")
        return load_frames(shipped("ontology") / "relations.yaml", *files)


def load_frames(*files: File) -> Frames:
    """The frames of the files together; a later file replaces an entry of the same name.

    Raises InputError, with file and line, if one is not as the head of relations.yaml says.
    """
    relations: dict[str, Frame] = {}
    events: dict[str, Frame] = {}
    kinds: dict[str, frozenset[Kind]] = {kind: frozenset([kind]) for kind in get_args(Kind)}
    kinds["any"] = frozenset(get_args(Kind))
    for file in files:
        listed = load_lined(file)
        reader = _Reader(file, kinds)
        for key in sorted(listed.keys() - set(_SECTIONS)):
            known = ", ".join(f"'{section}:'" for section in _SECTIONS)
            raise reader.fail(listed.line_of(key), f"one of {known}", key, "Correct the word.")
        named = listed.get("kinds") or Lined()
        for name in named:
            kinds[name] = reader.kinds_of(named, name)
        relations |= {f.name: f for f in _entries(reader, listed, "relations")}
        events |= {f.name: f for f in _entries(reader, listed, "events")}
    _check_ties(relations, events)
    own = tuple(file.read_text(encoding="utf-8") for file in files[1:])
    return Frames(relations, events, _index([*relations.values(), *events.values()]), own)


def _entries(reader: _Reader, listed: Lined, section: str) -> Iterator[Frame]:
    names: set[str] = set()
    for entry in listed.get(section) or ():
        frame = reader.frame(entry, section)
        if frame.name in names:
            raise reader.fail(entry.line, "each name once", frame.name, "Join the two entries.")
        names.add(frame.name)
        yield frame


def _check_ties(relations: Mapping[str, Frame], events: Mapping[str, Frame]) -> None:
    for frame in relations.values():
        ties: list[tuple[str, str, Mapping[str, object]]] = [
            ("event", frame.event, events),
            ("inherits", frame.inherits, relations),
        ]
        roles = dict.fromkeys(_ROLES["events"])
        if frame.event:
            ties += [("subject", frame.shares[0], roles), ("object", frame.shares[1], roles)]
        for key, name, known in ties:
            if name and name not in known:
                raise InputError(
                    f"{frame.where}: expected '{key}' of {frame.name} to be one of "
                    f"{', '.join(sorted(known))}, found {name!r}. Correct the name."
                )


def _index(frames: Sequence[Frame]) -> dict[tuple[Sort, str], tuple[Entry, ...]]:
    found: dict[tuple[Sort, str], list[Entry]] = {}
    for frame in frames:
        for trigger in frame.triggers:
            for words in sorted(trigger.lemmas):
                carrier = words[-1] if trigger.sort in ("noun", "role") else words[0]
                found.setdefault((trigger.sort, carrier), []).append((frame, trigger, words))
    return {key: tuple(entries) for key, entries in found.items()}
