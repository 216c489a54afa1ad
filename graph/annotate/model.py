"""Words → what the network says of them.

words  →  windows  →  reader.onnx  →  each sentence from the window that holds it best
                   →  labels, names, parts of speech, trees
cues   →  roles.onnx  →  source, content and relays of each cue
pairs of mentions  →  scores that they name one entity
"""

from __future__ import annotations

import hashlib
import json
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from graph.annotate.decode import (
    Floats,
    Ints,
    bilinear,
    distance_buckets,
    padded,
    runs,
    softmax,
    tree,
    viterbi,
)
from graph.annotate.pieces import (
    CLS,
    SEP,
    Pieces,
    Window,
    best_rows,
    best_windows,
    cut_pieces,
    windows,
)
from graph.annotate.reading import Chunk, Reading, Roles
from graph.annotate.words import CASES, Words, traits
from graph.errors import WeightsError
from graph.types import Run

WEIGHTS = Path(__file__).parent / "weights"
FORMAT = 1
SAYING = frozenset(
    "said says say told tells tell denied denies deny warned warns claimed claims described "
    "describes reported reports wrote writes insisted insists admitted admits acknowledged "
    "acknowledges confirmed confirms announced announces accused accuses argued argues asked asks "
    "complained explained explains promised promises recalled recalls testified believes believe "
    "believed think thinks thought screaming screamed yelled yelling shouted shouting cried "
    "realized realised feared replied added telling saying".split()
)
NESTED_FLOOR = 0.02
"""A word of SAYING inside a content is looked at again if this sure to be a cue: the training sets
hardly mark what is said inside what is said."""
SLOWER = ["SkipLayerNormFusion"]
"""Steps of onnxruntime's optimiser that make it slower here: on a processor the fused sum and
normalisation takes five times as long as the two apart."""
EXACT = "session.x64quantprecision"
"""Of onnxruntime, "1": eight-bit products are summed without overflow on processors that have no
instruction for it, where a text would be read worse than elsewhere."""
CLOSED = frozenset("the a an and or of in on at by from with to for into during".split())
OPEN = ("NOUN", "PROPN", "VERB", "ADJ", "NUM")
"""Words of which there are no new ones, and parts of speech that they are never of."""
CUES_TOGETHER = 16
"""Cues whose roles are read at once. What is read at once shares the scale of its int8 numbers, so
another number here gives scores that differ a little."""
BEFORE, AFTER, EDGE = 56, 96, 24
"""Words on both sides of a cue among which its source and content are looked for first; and how
near to the end of these a content may come before all words of the window are looked at."""


class Model:
    """The shipped weights, loaded once."""

    def __init__(self, folder: Path = WEIGHTS, *, threads: int = 1) -> None:
        """Load the weights. Raises WeightsError if a file is missing or damaged.

        threads: of one reading. Two cores read two articles side by side (`annotate_each`) in less
        time than they share one.
        """
        self.folder = folder
        self.manifest = _manifest(folder)
        self.labels: dict[str, list[str]] = self.manifest["labels"]
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.log_severity_level = 3
        options.add_session_config_entry(EXACT, "1")
        self._reader, self._roles = (
            onnxruntime.InferenceSession(folder / file, options, disabled_optimizers=SLOWER)
            for file in ("reader.onnx", "roles.onnx")
        )
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        with np.load(folder / "heads.npz") as tables:
            self._tables: dict[str, Floats] = {k: tables[k].astype("f4") for k in tables.files}
        self.tie_tables = self._learned("ties.npz")
        """Of `graph.annotate.ties.Ties`; None if these weights have none."""
        for name, more in self.manifest.get("surer", {}).items():
            self._tables[f"crf_{name}"][:, 0] += more  # of no label

    def _learned(self, file: str) -> dict[str, NDArray[Any]] | None:
        """The tables of a file that not all weights have; numbers in single precision."""
        if file not in self.manifest["sha256"]:
            return None
        with np.load(self.folder / file) as tables:
            return {k: v.astype("f4") if v.dtype.kind == "f" else v for k, v in tables.items()}

    def table(self, name: str) -> Floats | None:
        """A table of ``heads.npz``; None if these weights have none so called."""
        return self._tables.get(name)

    @cached_property
    def run(self) -> Run:
        """What to say of this model in the store."""
        from graph import __version__

        return Run(
            f"saidby {__version__}", self.manifest["name"], self.manifest["sha256"]["reader.onnx"]
        )

    def read(self, words: Words, *, narrow: bool = False) -> Reading:
        """Read a text. It must hold at least one word.

        narrow: cues as PolNeAR marks them, none inside another's content; for scoring only.
        """
        pieces = cut_pieces(self._tokenizer, words.all())
        parts = windows(pieces.firsts, words.sentences)
        rows = traits(words.all(), words.paragraphs)
        seen = [self._encode(pieces, rows, window) for window in parts]
        best = best_windows(parts, words.sentences)
        rows = best_rows(parts, best, words.sentences)
        merged = {k: np.concatenate([one[k] for one in seen])[rows] for k in seen[0]}
        heads, deprels = self._parse(merged, words)
        cues = self._cues(merged, words, narrow=narrow)
        roles = self._roles_of(cues, seen, parts, best, words)
        if not narrow:
            nested = self._nested_cues(merged, words, roles)
            again = self._roles_of(nested, seen, parts, best, words)
            roles = sorted([*roles, *(r for r in again if r.contents and r.sources)],
                           key=lambda r: r.cue.first)  # fmt: skip
        return Reading(
            words, merged["words"],
            tuple(self._chunks(merged["name"], words, "name")),
            tuple(self._chunks(merged["nominal"], words, "nominal")),
            self._tags(merged["upos"], words),
            heads, deprels,
            tuple(roles),
        )  # fmt: skip

    def _encode(self, pieces: Pieces, rows: Ints, window: Window) -> dict[str, Floats]:
        """The network's outputs for the words of a window."""
        begin, end = pieces.firsts[window.first], pieces.firsts[window.last]
        inside = slice(window.first, window.last)
        counts = np.diff(pieces.firsts[window.first : window.last + 1])
        edge = np.array([[CASES.index("other"), 0, 0]])
        ids = np.array([CLS, *pieces.ids[begin:end], SEP], dtype=np.int64)
        feed = {
            "ids": ids[None], "mask": np.ones((1, len(ids)), dtype=bool),
            "traits": np.concatenate([edge, np.repeat(rows[inside], counts, axis=0), edge])[None],
            "firsts": pieces.firsts[inside][None] - begin + 1,
        }  # fmt: skip
        names = [o.name for o in self._reader.get_outputs()]
        return {
            name: out[0] for name, out in zip(names, self._reader.run(names, feed), strict=True)
        }

    def _chunks(self, scores: Floats, words: Words, name: str, crf: str = "") -> list[Chunk]:
        """Labelled runs of words, none across a sentence. crf: another table than the name's."""
        firsts, lengths = words.sentences[:-1], np.diff(words.sentences)
        rows = [scores[first : first + n] for first, n in zip(firsts, lengths, strict=True)]
        path, sure = viterbi(padded(rows), self._tables[f"crf_{crf or name}"], lengths)
        return [
            Chunk(int(first) + a, int(first) + b, kind, float(sure[s, a : b + 1].min()))
            for s, (first, n) in enumerate(zip(firsts, lengths, strict=True))
            for a, b, kind in runs(path[s, :n], self.labels[name])
        ]

    def _cues(self, merged: dict[str, Floats], words: Words, *, narrow: bool) -> list[Chunk]:
        size = len(self.labels["cue"])
        if narrow:
            return self._chunks(merged["cue"][:, :size], words, "cue", "cue_narrow")
        return self._chunks(merged["cue"][:, size:], words, "cue")

    def _nested_cues(
        self, merged: dict[str, Floats], words: Words, roles: list[Roles]
    ) -> list[Chunk]:
        """Words of saying inside contents that the tagger nearly took for cues."""
        size = len(self.labels["cue"])
        shares = softmax(merged["cue"][:, size:])[:, 1:].sum(1)
        taken = {i for r in roles for i in range(r.cue.first, r.cue.last + 1)}
        inside = {i for r in roles for c in r.contents for i in range(c.first, c.last + 1)}
        return [
            Chunk(i, i, "", float(shares[i]))
            for i in sorted(inside - taken)
            if shares[i] >= NESTED_FLOOR and words.word(i).lower() in SAYING
        ]

    def _tags(self, scores: Floats, words: Words) -> tuple[str, ...]:
        """The part of speech of each word; what is spelled is no mark, "of" is no noun."""
        labels = self.labels["upos"]
        marks = np.array([name in ("PUNCT", "SYM") for name in labels])
        opened = np.array([name in OPEN for name in labels])
        closed = np.array([word.lower() in CLOSED for word in words.all()])
        barred = (_spelled(words)[:, None] & marks) | (closed[:, None] & opened)
        allowed = np.where(barred, -np.inf, scores)
        return tuple(self.labels["upos"][i] for i in allowed.argmax(1))

    def _parse(self, merged: dict[str, Floats], words: Words) -> tuple[Ints, tuple[str, ...]]:
        heads = np.arange(len(words))
        for first, last in zip(words.sentences[:-1], words.sentences[1:], strict=True):
            scores = merged["arc"][first:last] @ merged["head"][first:last].T
            heads[first:last] = first + tree(scores)
        return heads, self._deprels(merged["rel"], heads, words)

    def _deprels(self, rel: Floats, heads: Ints, words: Words) -> tuple[str, ...]:
        dependent, head = np.split(rel, 2, axis=1)
        one = np.ones((len(rel), 1), dtype=np.float32)
        dependent = np.concatenate([dependent, one], 1)
        head = np.concatenate([head[heads], one], 1)
        table = self._tables["rel"]
        scores = np.concatenate(
            [
                bilinear(dependent[i : i + 512], head[i : i + 512], table)
                for i in range(0, len(rel), 512)
            ]
        )
        root = self.labels["deprel"].index("root")
        itself = heads == np.arange(len(heads))
        scores[~itself, root] = -np.inf
        scores[_spelled(words), self.labels["deprel"].index("punct")] = -np.inf
        found = np.where(itself, root, scores.argmax(1))
        return tuple(self.labels["deprel"][i] for i in found)

    def _roles_of(
        self, cues: list[Chunk], seen: list[dict[str, Floats]], parts: list[Window],
        best: Ints, words: Words,
    ) -> list[Roles]:  # fmt: skip
        """Roles of every cue, each from the window that holds its sentence best.

        Looked for near the cue first; in the whole window where they go on beyond that.
        """
        at = [int(best[words.sentence_of(c.first)]) for c in cues]
        held, vectors = [parts[i] for i in at], [seen[i]["words"] for i in at]
        near = [_near(cue, window) for cue, window in zip(cues, held, strict=True)]
        found = self._roles_in(cues, near, held, vectors)
        cut = [k for k, r in enumerate(found) if _goes_on(r, near[k], held[k])]
        whole = [held[k] for k in cut]
        again = self._roles_in([cues[k] for k in cut], whole, whole, [vectors[k] for k in cut])
        for k, roles in zip(cut, again, strict=True):
            found[k] = roles
        return found

    def _roles_in(
        self, cues: list[Chunk], views: list[Window], held: list[Window], vectors: list[Floats]
    ) -> list[Roles]:
        """Roles of every cue among the words of its view. vectors: of the window that holds it."""
        scores: list[Floats] = []
        for k in range(0, len(cues), CUES_TOGETHER):
            part = slice(k, k + CUES_TOGETHER)
            inside = [
                rows[view.first - window.first : view.last - window.first]
                for rows, view, window in zip(vectors[part], views[part], held[part], strict=True)
            ]
            scores += self._role_scores(cues[part], views[part], inside)
        if not scores:
            return []
        lengths = np.array([len(row) for row in scores])
        path, sure = viterbi(padded(scores), self._tables["crf_role"], lengths)
        return [
            self._one_role(cue, path[i, : lengths[i]], sure[i], view.first)
            for i, (cue, view) in enumerate(zip(cues, views, strict=True))
        ]

    def _role_scores(
        self, cues: list[Chunk], views: list[Window], vectors: list[Floats]
    ) -> list[Floats]:
        """For each cue (n, roles): scores of the n words of its view."""
        size = len(cues), max(len(rows) for rows in vectors)
        seen = np.zeros((*size, vectors[0].shape[1]), dtype=np.float32)
        shares = np.zeros(size, dtype=np.float32)
        distance = np.zeros(size, dtype=np.int64)
        mask = np.zeros(size, dtype=bool)
        for i, (cue, view, rows) in enumerate(zip(cues, views, vectors, strict=True)):
            seen[i, : len(rows)] = rows
            inside = np.arange(cue.first, min(cue.last + 1, view.last)) - view.first
            shares[i, inside] = 1 / len(inside)
            distance[i] = distance_buckets(inside, size[1])
            mask[i, : len(rows)] = True
        feed = {
            "words": seen, "rows": np.arange(len(cues)), "shares": shares,
            "distance": distance, "mask": mask,
        }  # fmt: skip
        out = self._roles.run(["scores"], feed)[0]
        return [out[i, : len(rows)] for i, rows in enumerate(vectors)]

    def _one_role(self, cue: Chunk, path: Ints, sure: Floats, first: int) -> Roles:
        found: dict[str, list[Chunk]] = {"source": [], "content": [], "relay": []}
        for a, b, kind in runs(path, self.labels["role"]):
            score = float(sure[a : b + 1].mean())
            found[kind].append(Chunk(first + a, first + b, kind, score))
        return Roles(cue, tuple(found["source"]), tuple(found["content"]), tuple(found["relay"]))

    def paired(self, vectors: Floats) -> Floats:
        """Mentions (m, 3 × 384), first, last and mean word, as `pair_scores` takes them."""
        t = self._tables
        shown: Floats = vectors @ t["pairs.mention.weight"].T + t["pairs.mention.bias"]
        return np.maximum(shown, 0)

    def pair_scores(self, later: Floats, earlier: Floats, traits: Floats) -> NDArray[np.float32]:
        """Log-odds, against "nothing before", that two mentions name one entity.

        later: one row of `paired`; earlier: (n, …), rows of it; traits: (n, 16), `pair_traits`.
        """
        t = self._tables
        a, b = np.broadcast_to(later, earlier.shape), earlier
        joined = np.concatenate([a, b, a * b, traits], 1)
        hidden = np.maximum(joined @ t["pairs.hidden.weight"].T + t["pairs.hidden.bias"], 0)
        scores: Floats = (hidden @ t["pairs.score.weight"].T + t["pairs.score.bias"])[:, 0]
        return scores


def _spelled(words: Words) -> NDArray[np.bool_]:
    """True of each word that begins with a letter."""
    return np.array([word[:1].isalpha() for word in words.all()])


def _near(cue: Chunk, window: Window) -> Window:
    """The words of a window among which the roles of a cue are looked for first."""
    return Window(max(window.first, cue.first - BEFORE), min(window.last, cue.last + AFTER + 1))


def _goes_on(roles: Roles, view: Window, window: Window) -> bool:
    """True if a content may begin before a view of its window, or end behind it."""
    before = view.first > window.first
    behind = view.last < window.last
    return any(
        (before and c.first < view.first + EDGE) or (behind and c.last >= view.last - EDGE)
        for c in roles.contents
    )


def _manifest(folder: Path) -> dict[str, Any]:
    """The manifest, once every file it names is there as it says."""
    path = folder / "manifest.json"
    if not path.is_file():
        raise WeightsError(
            f"{path}: expected the model's manifest, found no file. Reinstall saidby."
        )
    manifest: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    if manifest.get("format") != FORMAT:
        raise WeightsError(
            f"{path}: expected weights of format {FORMAT}, found {manifest.get('format')!r}. "
            "Use the saidby version they were made for."
        )
    for name, expected in manifest["sha256"].items():
        file = folder / name
        found = hashlib.sha256(file.read_bytes()).hexdigest() if file.is_file() else "no file"
        if found != expected:
            raise WeightsError(
                f"{file}: expected sha256 {expected[:8]}…, found {found[:8]}…. Reinstall saidby."
            )
    return manifest
