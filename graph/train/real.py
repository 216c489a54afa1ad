"""Real news, annotated by us: offsets into articles of the training sets, whose text is not here.

DATA (the folder of those sets), ``real.jsonl`` of data/gold or data/train  →  rows of ``written``

ECB+ has words, not text: they are set as a page would set them. MUC-4 has capitals only: a row says
which of them stay. A checksum says whether what is there is the text that was annotated.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from graph.train.unlabelled import open_text

OUTLET, PUBLISHED = "Example Courier", "2010-06-15"
"""The articles come without a publisher; a row has one where the text gives it away."""
_SHORT = 25
"""Words of a paragraph that the next sentence is joined to."""
_JOINS = [
    (re.compile(r"\s+([.,;:?!%)\]”’])"), r"\1"),
    (re.compile(r"([(\[“$])\s+"), r"\1"),
    (re.compile(r"\s+('s|'re|'ve|'ll|'d|'m|n't|')(?=\s|[.,]|$)"), r"\1"),
]
_APART = re.compile(r"(\w) - (\w)")
_MENDS = [
    (re.compile(r"’ (s|t|re|ve|ll|d|m)\b"), r"’\1"),
    (_APART, r"\1-\2"),
    (re.compile(r"(\d): (\d)"), r"\1:\2"),
    (re.compile(r"\b([ap])\. m\."), r"\1.m."),
    (re.compile(r"(\d), (\d{3})"), r"\1,\2"),
    (re.compile(r"\bU\. S\."), "U.S."),
    (re.compile(r"‘ (\w)"), r"‘\1"),
]


def real_rows(data: Path, file: Path) -> Iterator[dict[str, Any]]:
    """The annotated articles. Raises ValueError if a text is not the one that was annotated."""
    for line in file.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text = text_of(data, row["document"], row.get("set", "ecbplus"), row.get("capitals", ()))
        found = hashlib.sha256(text.encode()).hexdigest()[:16]
        if found != row["sha256"]:
            raise ValueError(
                f"{row['document']}: expected a text with sha256 {row['sha256']}…, found {found}…. "
                f"Are the training sets those that {file.parent}/README.md names?"
            )
        given = {"outlet": row.get("outlet", OUTLET), "published": PUBLISHED, "text": text}
        yield {**row, "article": {"id": row["id"], **given}, "phenomena": []}


def text_of(data: Path, document: str, name: str = "ecbplus", capitals: Sequence[int] = ()) -> str:
    """The text of an article, such as ``18_2ecbplus``, of the set of this name.

    capitals: of a set that has no other letters, where each run of them begins and ends.
    """
    match name:
        case "polnear":
            folder = data / "attribution" / "polnear" / "data" / "train" / "text"
            return (folder / f"{document}.txt").read_text(encoding="utf-8")
        case "open":
            return open_text(data, document)
        case "sfm":
            folder = data / "ner" / "sfm_nlp_starter" / "annotated_sources"
            return (folder / f"{document}.txt").read_text(encoding="utf-8").strip()
        case "muc4":
            file = data / "relations" / "muc4" / "data" / "muc4" / "train.json"
            return _in_capitals(_reports(file)[document]["doc"], capitals)
        case _:
            return _set(data / "coref" / "ecbplus" / "ECBplus-prep" / "ECB+", document)


def _set(folder: Path, document: str) -> str:
    """The words of an article of ECB+, as a page would have them."""
    sentences: dict[int, list[str]] = {}
    for token in ElementTree.parse(folder / document.split("_")[0] / f"{document}.xml").iter(
        "token"
    ):
        sentences.setdefault(int(token.get("sentence", 0)), []).append(token.text or "")
    lines = [line for n in sorted(sentences) if (line := _sentence(sentences[n])).strip()]
    if lines[0].startswith("http"):
        lines = lines[1:]
    return "\n\n".join(_paragraphs([_mended(line) for line in lines]))


@cache
def _reports(file: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return found


def _in_capitals(lines: str, capitals: Sequence[int]) -> str:
    """A text of capitals, broken into lines, in paragraphs and in letters of both cases."""
    paragraphs = (" ".join(p.split()) for p in re.split(r"\n\s*\n", lines.strip()))
    text = "\n\n".join(_APART.sub(r"\1-\2", p) for p in paragraphs if p)
    letters = list(text.lower())
    for first, end in zip(capitals[::2], capitals[1::2], strict=True):
        letters[first:end] = text[first:end]
    return "".join(letters)


def _sentence(words: list[str]) -> str:
    text = " ".join(words).replace("``", "“").replace("''", "”")
    for pattern, joined in _JOINS:
        text = pattern.sub(joined, text)
    parts = text.split('"')
    if len(parts) > 1:
        quoted = "".join(
            part.rstrip() + " “" if i % 2 == 0 else part.strip() + "”"
            for i, part in enumerate(parts[:-1])
        )
        text = quoted + (parts[-1] if len(parts) % 2 else parts[-1].lstrip())
        text = re.sub(r"“\s+", "“", text)
        text = re.sub(r"”\s*([.,])", r"”\1", text)
    return text.strip()


def _mended(line: str) -> str:
    for pattern, instead in _MENDS:
        line = pattern.sub(instead, line)
    return line


def _paragraphs(lines: list[str]) -> Iterator[str]:
    """Sentences joined while a quotation is open, or what there is is short and quotes nothing."""
    done, held = 0, ""
    for line in lines:
        opened = held.count("“") > held.count("”")
        short = len(held.split()) < _SHORT and not held.endswith("”") and done > 1
        if held and (opened or short):
            held += " " + line
            continue
        if held:
            yield held
            done += 1
        held = line
    yield held
