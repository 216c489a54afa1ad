"""The commands on what many articles say, on a store of the samples."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from graph.cli import main
from graph.terms import entity_iri

pytestmark = pytest.mark.slow


def run(store: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["--store", str(store), *words])


def lines(result: Result) -> list[dict[str, Any]]:
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.fixture
def own(sample_store: Path, tmp_path: Path) -> Path:
    """A store to change."""
    return Path(shutil.copytree(sample_store, tmp_path / "own"))


def test_claims_prints_one_object_a_cluster(sample_store: Path) -> None:
    found = lines(run(sample_store, "claims", "--format", "json"))

    assert len({row["id"] for row in found}) == len(found)
    for row in found:
        assert row["mentions"][0]["article"] == row["first"]
        low, high = row["independent"]
        assert 0 <= low <= high
        for mention in row["mentions"]:
            assert mention["start"] < mention["end"]
            assert mention["chain"]
            assert mention["polarity"] in ("positive", "negative")
        for against in row["contradictions"]:
            assert against["kind"] in ("figure", "polarity")
            assert all(against["sides"])


def test_both_sides_name_a_contradiction(sample_store: Path) -> None:
    found = {row["id"]: row for row in lines(run(sample_store, "claims", "--format", "json"))}
    pairs = {(k, c["with"]) for k, row in found.items() for c in row["contradictions"]}

    assert pairs
    assert all((b, a) in pairs for a, b in pairs)


def test_claims_can_be_narrowed_to_words_and_to_who_is_in_the_chain(sample_store: Path) -> None:
    ferry = lines(run(sample_store, "claims", "--about", "ferry", "--format", "json"))
    benyash = lines(run(sample_store, "claims", "--about", "Mikhail Benyash", "--format", "json"))

    assert ferry
    assert benyash
    assert all(
        any("Mikhail Benyash" in mention["chain"] for mention in row["mentions"])
        or "Benyash" in str(row)
        for row in benyash
    )


def test_claims_as_a_table_begin_with_the_widest_carried(sample_store: Path) -> None:
    shown = run(sample_store, "claims", "--format", "csv")
    counts = [int(line.split(",")[2]) for line in shown.stdout.splitlines()[1:6]]

    assert counts == sorted(counts, reverse=True)
    assert "clusters" in shown.stderr


def test_trace_tells_every_link_and_the_words(sample_store: Path) -> None:
    shown = run(sample_store, "trace", "moved guns into the monastery at Hollin")

    assert shown.exit_code == 0
    assert "Example Radio → Example Monitor" in shown.stdout
    assert "goes on in Example Monitor" in shown.stdout
    assert "Independent origins: 0–1" in shown.stdout
    assert "Circular: Example Monitor" in shown.stdout


def test_trace_does_not_show_a_denial_as_what_is_denied(sample_store: Path) -> None:
    shown = run(sample_store, "trace", "that it had launched the drone").stdout

    assert "denied: “that it had launched the drone”" in shown.splitlines()[0]
    assert "Example Dispatch → Tessaran Navy denies it" in shown
    assert "Independent origins of the denial: 1" in shown


@pytest.mark.parametrize(
    "question",
    [("claims", "--format", "csv"), ("claims", "--format", "table"), ("ask", "origins"),
     ("ask", "published"), ("ask", "chain"), ("ask", "clusters"), ("ask", "said-by")],
    ids=" ".join,
)  # fmt: skip
def test_no_answer_shows_a_denial_as_what_is_denied(
    sample_store: Path, question: tuple[str, ...]
) -> None:
    told = run(sample_store, *question).stdout.splitlines()
    denials = [line for line in told if "it had launched the drone" in line]

    assert denials
    assert all("denied" in line or "negative" in line for line in denials)


def test_what_nobody_claims_cannot_be_traced(sample_store: Path) -> None:
    shown = run(sample_store, "trace", "unicorns")

    assert shown.exit_code == 1
    assert "See 'saidby claims'" in shown.stderr


def test_copies_prints_pairs(sample_store: Path) -> None:
    found = lines(run(sample_store, "copies", "--format", "json"))

    pairs = {(row["a"], row["b"]): row for row in found}
    assert pairs["04-example-wire.txt", "05-example-post"]["kind"] == "copy"
    assert all(0 < row["jaccard"] <= 1 and 0 < row["containment"] <= 1 for row in found)


@pytest.mark.parametrize("what", ["relied-on", "outlets", "communities", "bridges"])
def test_an_analysis_says_how_it_is_to_be_read(sample_store: Path, what: str) -> None:
    shown = run(sample_store, "analyse", what, "--format", "jsonl")

    assert lines(shown)
    assert len(shown.stderr.split()) > 10


def test_a_judgement_joins_is_exported_and_imported(own: Path, tmp_path: Path) -> None:
    orrell, vane = "e:person/tamsin-orrell", "e:person/colm-vane"
    done = run(own, "judge", "same", orrell, vane, "--by", "a reader", "--note", "a test")
    exported = run(own, "judge", "export", "-o", str(tmp_path / "j.jsonl"))
    other = Path(shutil.copytree(own, tmp_path / "other"))
    again = run(other, "judge", "import", str(tmp_path / "j.jsonl"))

    assert (done.exit_code, exported.exit_code, again.exit_code) == (0, 0, 0)
    assert "0 judgements taken over, 1 known" in again.stderr
    (row,) = (json.loads(x) for x in (tmp_path / "j.jsonl").read_text("utf-8").splitlines())
    assert (row["verdict"], row["by"], row["note"]) == ("same", "a reader", "a test")
    iris = [entity_iri("person", name) for name in ("Tamsin Orrell", "Colm Vane")]
    named = [run(own, "ask", f"SELECT ?m {{ ?m said:mentions <{iri}> }}").stdout for iri in iris]
    assert sum(bool(mentions.strip()) for mentions in named) == 1
    assert run(own, "check").exit_code == 0


def test_two_claims_that_are_judged_different_are_two_clusters(own: Path) -> None:
    def together() -> set[str]:
        told = run(own, "trace", "moved guns into the monastery at Hollin").stdout
        return set(re.findall(r"doc:\w+#c\d+", told.split("\n\nCluster")[0]))

    before = sorted(together())
    for other in before[1:]:
        done = run(own, "judge", "different", before[0], other, "--by", "a reader")
        assert done.exit_code == 0, done.stderr
    apart = together()
    for other in before[1:]:
        run(own, "judge", "unsure", before[0], other, "--by", "a reader")

    assert len(before) > 1
    assert not {*before} <= apart
    assert sorted(together()) == before
    assert run(own, "check").exit_code == 0


def test_an_entity_and_a_claim_cannot_be_judged_as_two_of_a_kind(own: Path) -> None:
    name = re.findall(r"doc:\w+#c\d+", run(own, "trace", "ferry").stdout)[0]

    mixed = run(own, "judge", "same", name, "Tamsin Orrell", "--by", "a reader")
    unknown = run(own, "judge", "same", name, "doc:0123456789ab#c1", "--by", "a reader")

    assert (mixed.exit_code, unknown.exit_code) == (2, 1)
    assert "expected two entities or two claims" in mixed.stderr


def test_of_the_judgements_of_one_day_the_last_one_holds(own: Path) -> None:
    pair = ("e:person/tamsin-orrell", "e:person/colm-vane")
    iris = [entity_iri("person", name) for name in ("Tamsin Orrell", "Colm Vane")]

    def apart() -> bool:
        questions = (f"SELECT ?m {{ ?m said:mentions <{iri}> }}" for iri in iris)
        return all(run(own, "ask", question).stdout.strip() for question in questions)

    for verdict, two in (
        ("same", False), ("different", True), ("same", False), ("unsure", True), ("same", False),
    ):  # fmt: skip
        assert run(own, "judge", verdict, *pair, "--by", "a reader").exit_code == 0
        assert apart() is two, verdict


def test_nobody_is_judged_against_himself(own: Path) -> None:
    done = run(own, "judge", "same", "e:person/colm-vane", "e:person/colm-vane", "--by", "a reader")

    assert done.exit_code == 2
    assert "expected two entities" in done.stderr


def test_a_claim_is_judged_by_its_cluster(own: Path) -> None:
    found, *_ = lines(run(own, "claims", "--about", "monastery at Hollin", "--format", "json"))
    done = run(own, "judge", "accept", found["id"], "--by", "a reader")
    assert "Judged by a reader on " in run(own, "trace", found["id"]).stdout
    rows = run(own, "ask", "SELECT ?c { ?j said:judged ?c ; said:verdict said:accepted }").stdout

    assert done.exit_code == 0
    assert "#c" in rows


def test_a_line_that_is_no_judgement_is_named(own: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.jsonl"
    bad.write_text('{"about": ["a"], "verdict": "same", "by": "x", "on": "2024-05-01"}\n', "utf-8")

    done = run(own, "judge", "import", str(bad))

    assert done.exit_code == 1
    assert "bad.jsonl:1: expected a judgement" in done.stderr
