"""The events of PETRARCH's unit tests against those that the frames find.

usage: python -m graph.train.petrarch DATA

The records are one sentence each, most of them of made-up countries (Arnor, Gondor), with a code
of WEIS (McClelland 1976), whose first two digits are mapped to the event types of PLOVER here;
codes that WEIS does not have, as 90, are left out. Actors are compared by the codes that the
records' own dictionary has for their names.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from graph.annotate import annotate
from graph.annotate.frames import shipped_frames
from graph.annotate.model import Model
from graph.terms import article_iri
from graph.train.tally import Tally
from graph.types import Annotations, Article, Event

WEIS = {
    "03": "CONSULT", "07": "AID", "08": "AGREE", "09": "REQUEST", "11": "REJECT", "12": "ACCUSE",
    "13": "PROTEST", "15": "REQUEST", "17": "THREATEN", "20": "SANCTION", "21": "COERCE",
    "22": "ASSAULT",
}  # fmt: skip
"""The types that both have. WEIS's others (comment, approve, warn …) are no event of the frames."""


@dataclass(frozen=True, slots=True)
class Record:
    """A sentence and its events: type, codes of source and target."""

    text: str
    events: tuple[tuple[str, str, str], ...]


@dataclass
class EventScores:
    """Scores over records."""

    types: Tally = field(default_factory=Tally)
    """Types of a sentence, each once."""
    sources: Tally = field(default_factory=Tally)
    """Of the types found right: the sources."""
    targets: Tally = field(default_factory=Tally)


def records(path: Path) -> Iterator[Record]:
    """The records of PETR.UnitTest.records.xml that have an event of a type in WEIS."""
    whole = re.sub(r"<!--.*?-->", "", path.read_text("utf-8"), flags=re.DOTALL)
    for body in re.findall(r"<Sentence [^>]*>(.*?)</Sentence>", whole, flags=re.DOTALL):
        text = re.search(r"<Text>(.*?)</Text>", body, flags=re.DOTALL)
        coded = [dict(re.findall(r'(\w+)="([^"]*)"', e))
                 for e in re.findall(r"<EventCoding ([^>]*)>", body)]  # fmt: skip
        events = tuple(
            (WEIS[e["eventcode"][:2]], e.get("sourcecode", ""), e.get("targetcode", ""))
            for e in coded
            if e.get("eventcode", "")[:2] in WEIS
        )
        if text and events:
            yield Record(" ".join(text[1].split()), events)


def codes(path: Path) -> dict[str, str]:
    """Name in lower case → code, of PETR.Validate.actors.txt."""
    found = {}
    for line in path.read_text("utf-8", errors="replace").splitlines():
        if match := re.match(r"([A-Z][A-Z_ .'-]+?)_? *\[(\w{3,})", line):
            found[re.sub(r"[_ ]+", " ", match[1]).strip().lower()] = match[2]
    return found


def event_scores(model: Model, found: list[Record], code_of: dict[str, str]) -> EventScores:
    """Types, and of those that are right the sources and targets."""
    scores = EventScores()
    for record in found:
        read = annotate(
            Article("record", article_iri("", record.text), record.text, "", "", None), model
        )
        mine = [(_plover(e), e) for e in read.events if not e.negated]
        gold, types = {e[0] for e in record.events}, {kind for kind, _ in mine}
        scores.types.add(len(gold & types), len(types), len(gold))
        for kind in sorted(gold & types):
            for tally, role, part in (
                (scores.sources, "actor", 1), (scores.targets, "target", 2),
            ):  # fmt: skip
                wanted = {e[part][:3] for e in record.events if e[0] == kind}
                named = {c for k, e in mine if k == kind for c in _coded(read, e, role, code_of)}
                tally.add(len(wanted & named), len(named), len(wanted))
    return scores


def _plover(event: Event) -> str:
    return shipped_frames().events[event.kind].plover.split("/")[0]


def _coded(read: Annotations, event: Event, role: str, code_of: dict[str, str]) -> Iterator[str]:
    """The codes of the names in the words for who fills a role."""
    for who in event.participants:
        if who.role == role:
            words = read.entities[who.entity].name.lower().replace("'s", "").split()
            yield from (code_of[w][:3] for w in words if w in code_of)


def main() -> None:
    """Score from the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path)
    folder = parser.parse_args().data / "relations" / "petrarch2" / "petrarch2" / "data"
    found = list(records(folder / "text" / "PETR.UnitTest.records.xml"))
    code_of = codes(folder / "dictionaries" / "PETR.Validate.actors.txt")
    scores = event_scores(Model(), found, code_of)
    print(f"{len(found)} records; precision / recall / F1 in percent")
    for name in ("types", "sources", "targets"):
        print(f"{name:8} {getattr(scores, name)}")


if __name__ == "__main__":
    main()
