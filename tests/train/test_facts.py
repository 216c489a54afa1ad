"""What a second annotator found against the first."""

from __future__ import annotations

from pathlib import Path

from graph.train.facts import agreement
from graph.train.written import PassageError, rows

PASSAGE = """
- id: f-1
  text: The Reed Militia shelled Portville. The Coast Brigade met the mayor.
  entities:
  - {id: no, kind: unit, is: Reed Militia, name: The Reed Militia}
  - {id: port, kind: place, is: Portville, name: Portville}
  - {id: coast, kind: unit, is: Coast Brigade, name: The Coast Brigade}
  - {id: mayor, kind: person, is: the mayor, unnamed: true, nominal: the mayor}
  relations:
  - [no, attacked, port]
  - [coast, met_with, mayor]
  events:
  - {kind: attack, trigger: shelled, roles: {actor: [no], target: port}}
  - {kind: negotiate, trigger: met, roles: {actor: [coast, mayor]}}
"""
SECOND = """
- id: f-1
  relations:
  - [mayor, met_with, coast]
  - [coast, attacked, port]
  events:
  - {kind: attack, trigger: shelled Portville, roles: {actor: "no"}}
  - {kind: negotiate, trigger: met, roles: {actor: coast}}
"""


def test_two_annotators_agree_on_what_both_found(tmp_path: Path) -> None:
    one, other = tmp_path / "one.yaml", tmp_path / "other.yaml"
    one.write_text(PASSAGE, encoding="utf-8")
    other.write_text(SECOND, encoding="utf-8")
    passages = [row for row in rows([one]) if not isinstance(row, PassageError)]

    ties, kinds, actors = agreement(passages, other)

    assert (ties.right, ties.found, ties.gold) == (1, 2, 2)  # met_with holds both ways
    assert (kinds.right, kinds.found, kinds.gold) == (2, 2, 2)
    assert (actors.right, actors.found, actors.gold) == (1, 2, 2)


def test_the_gold_says_only_what_is_in_its_texts() -> None:
    gold = Path(__file__).parents[2] / "data" / "gold"
    found = list(rows([gold / "facts.yaml"]))
    whole = [row for row in found if not isinstance(row, PassageError)]

    assert len(whole) == len(found) == 60
    assert agreement(whole, gold / "facts-second.yaml")[0].gold > 300
