"""Real news by offsets: its words are set as text, and another text is not taken for it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from graph.train.real import real_rows, text_of

SENTENCES = [
    ["http", ":", "/", "/", "example", ".", "org"],
    ["Mayor", "shot"],
    ["``", "I", "saw", "it", ",", "''", "Ada", "Quill", "said", "."],
    ["She", "is", "the", "port", "'s", "nurse", "."],
]


def _stored(folder: Path) -> Path:
    base = folder / "coref" / "ecbplus" / "ECBplus-prep" / "ECB+" / "7"
    base.mkdir(parents=True)
    tokens = "".join(
        f'<token sentence="{n}">{word}</token>'
        for n, sentence in enumerate(SENTENCES)
        for word in sentence
    )
    (base / "7_1ecb.xml").write_text(f"<Document>{tokens}</Document>", encoding="utf-8")
    return folder


def test_words_are_set_as_a_page_would(tmp_path: Path) -> None:
    text = text_of(_stored(tmp_path), "7_1ecb")

    assert text == "Mayor shot\n\n“I saw it,” Ada Quill said.\n\nShe is the port's nurse."


def test_another_text_than_was_annotated_is_refused(tmp_path: Path) -> None:
    gold = tmp_path / "real.jsonl"
    gold.write_text(json.dumps({"id": "x", "document": "7_1ecb", "sha256": "0"}), encoding="utf-8")

    with pytest.raises(ValueError, match="7_1ecb: expected a text with sha256 0"):
        list(real_rows(_stored(tmp_path), gold))


def test_a_text_of_capitals_keeps_those_that_a_row_names(tmp_path: Path) -> None:
    folder = tmp_path / "relations" / "muc4" / "data" / "muc4"
    folder.mkdir(parents=True)
    doc = "MAYOR QUILL SAID\nSURFACE - TO - AIR GUNS FIRED.\n\n   SHE LEFT."
    (folder / "train.json").write_text(json.dumps({"D-1": {"doc": doc}}), encoding="utf-8")

    text = text_of(tmp_path, "D-1", "muc4", (0, 1, 6, 7, 45, 46))

    assert text == "Mayor Quill said surface-to-air guns fired.\n\nShe left."
