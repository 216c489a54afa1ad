"""Check passages annotated by hand, and give their words offsets.

usage: python -m graph.train.written FILE.yaml… [--out FILE.jsonl]

A passage names a stretch of its text by the words themselves, ``words#2`` for the second time they
occur. Every stretch must be there, every id must be defined. data/train/README.md has the format.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, get_args

import yaml

from graph.types import Kind, Manner

KINDS, MANNERS = get_args(Kind), get_args(Manner)
FORMS = ("name", "nominal", "pronoun")


class Loader(yaml.SafeLoader):
    """YAML in which "no" and "on" are the words they are, and so may be ids."""


Loader.yaml_implicit_resolvers = {
    letter: [(tag, re.compile("true|false") if tag.endswith(":bool") else pattern)
             for tag, pattern in resolvers]
    for letter, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}  # fmt: skip


class PassageError(Exception):
    """A passage says what its text does not."""


def rows(paths: Iterable[Path]) -> Iterator[dict[str, Any] | PassageError]:
    """Each passage as a row with offsets, or what is wrong with it, in one line."""
    seen: set[str] = set()
    for path in paths:
        for passage in yaml.load(path.read_text(encoding="utf-8"), Loader):
            try:
                if passage["id"] in seen:
                    raise PassageError("its id is used twice")
                seen.add(passage["id"])
                yield _row(passage)
            except (PassageError, KeyError, TypeError, ValueError) as error:
                yield PassageError(f"{path}: {passage.get('id')}: {type(error).__name__}: {error}")


def _row(passage: dict[str, Any]) -> dict[str, Any]:
    text = passage["text"].strip()
    entities = [_entity(text, e) for e in passage.get("entities", [])]
    ids = {"publisher", *(e["id"] for e in entities)}
    return {
        "article": {
            "id": passage["id"],
            "outlet": passage.get("outlet", "Example Wire"),
            "published": str(passage.get("published", "")),
            "text": text,
        },
        "phenomena": _several(passage.get("phenomena", [])),
        "whole": bool(passage.get("whole")),
        "named": bool(passage.get("named", True)),
        "entities": entities,
        "attributions": [
            _attribution(text, a, ids, f"a{k}")
            for k, a in enumerate(passage.get("attributions", []), 1)
        ],
        "relations": [_relation(r, ids) for r in passage.get("relations", [])],
        "events": _events(text, passage.get("events", []), ids),
        "quantities": [_quantity(text, q) for q in passage.get("quantities", [])],
        "times": [
            {**_find(text, t["text"]), "earliest": str(t["earliest"]), "latest": str(t["latest"])}
            for t in passage.get("times", [])
        ],
    }


def _find(text: str, words: str) -> dict[str, int]:
    """Where the words stand, at word borders."""
    match = re.fullmatch(r"(.*)#(\d+)", words, re.S)
    words, number = (match[1], int(match[2])) if match else (words, 0)
    left = r"(?<!\w)" if words[:1].isalnum() else ""
    right = r"(?!\w)" if words[-1:].isalnum() else ""
    starts = [m.start() for m in re.finditer(left + re.escape(words) + right, text)]
    if not starts:
        raise PassageError(f"not in the text: {words!r}")
    if not number and len(starts) > 1:
        raise PassageError(f"{len(starts)} times in the text, say which with #n: {words!r}")
    if number > len(starts):
        raise PassageError(f"only {len(starts)} times in the text: {words!r}#{number}")
    start = starts[max(number, 1) - 1]
    return {"start": start, "end": start + len(words)}


def _content(text: str, words: str) -> dict[str, int]:
    """A content; a "that" right before belongs to it, as in PolNeAR."""
    span = _find(text, words)
    if re.search(r"(?<!\w)that $", text[: span["start"]]):
        span["start"] -= len("that ")
    return span


def _several(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _entity(text: str, given: dict[str, Any]) -> dict[str, Any]:
    if given["kind"] not in KINDS:
        raise PassageError(f"no such kind: {given['kind']}")
    mentions = [
        {**_find(text, words), "form": form}
        for form in FORMS
        for words in _several(given.get(form, []))
    ]
    return {
        "id": given["id"], "kind": given["kind"], "name": given["is"],
        "unnamed": bool(given.get("unnamed")), "mentions": mentions,
    }  # fmt: skip


def _attribution(text: str, given: dict[str, Any], ids: set[str], name: str) -> dict[str, Any]:
    _defined(given["chain"], ids)
    if given["chain"][0] != "publisher":
        raise PassageError("a chain begins with publisher")
    if given["manner"] not in MANNERS:
        raise PassageError(f"no such manner: {given['manner']}")
    found = {key: _find(text, given[key]) if given.get(key) else None
             for key in ("source", "cue", "told_to")}  # fmt: skip
    return {
        "id": name, "chain": given["chain"], "manner": given["manner"],
        "content": [_content(text, c) for c in _several(given["content"])],
        "polarity": given.get("polarity", "positive"),
        "certainty": given.get("certainty", "certain"), "within": given.get("within"), **found,
    }  # fmt: skip


def _defined(names: Iterable[str], ids: set[str]) -> None:
    for name in names:
        if name not in ids:
            raise PassageError(f"no entity is called {name}")


def _relation(given: list[str], ids: set[str]) -> dict[str, Any]:
    subject, predicate, target, *rest = given
    _defined((subject, target), ids)
    return {"subject": subject, "predicate": predicate, "object": target, "negated": "not" in rest}


def located(text: str, events: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Events as they are written, with offsets. Raises PassageError if words are not there."""
    return [_event(text, event) for event in events]


def _event(text: str, given: dict[str, Any]) -> dict[str, Any]:
    roles = [(role, n) for role, names in given.get("roles", {}).items() for n in _several(names)]
    return {
        "kind": given["kind"], "trigger": _find(text, given["trigger"]),
        "participants": [{"role": role, "entity": name} for role, name in roles],
        "negated": bool(given.get("negated")),
    }  # fmt: skip


def _events(text: str, given: list[dict[str, Any]], ids: set[str]) -> list[dict[str, Any]]:
    found = located(text, given)
    _defined((p["entity"] for event in found for p in event["participants"]), ids)
    return found


def _quantity(text: str, given: dict[str, Any]) -> dict[str, Any]:
    kept = ("bound", "min", "max", "best", "fraction", "counted")
    return {**_find(text, given["text"]), **{k: given.get(k) for k in kept}}


def tally(found: Iterable[dict[str, Any]]) -> Counter[str]:
    """What there is of each layer."""
    counts: Counter[str] = Counter()
    for row in found:
        counts["passages"] += 1
        counts["words"] += len(row["article"]["text"].split())
        for layer in ("entities", "attributions", "relations", "events", "quantities", "times"):
            counts[layer] += len(row[layer])
        counts["chains of three and more"] += sum(len(a["chain"]) > 2 for a in row["attributions"])
    return counts


def main() -> None:
    """Check files; exit 1 if anything is wrong."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    found = list(rows(options.files))
    good = [row for row in found if not isinstance(row, PassageError)]
    for wrong in found:
        if isinstance(wrong, PassageError):
            print(wrong, file=sys.stderr)
    if options.out:
        lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in good)
        options.out.write_text("".join(lines), encoding="utf-8")
    print(", ".join(f"{count} {what}" for what, count in tally(good).items()))
    sys.exit(0 if len(good) == len(found) else 1)


if __name__ == "__main__":
    main()
