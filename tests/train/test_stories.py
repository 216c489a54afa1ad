"""Stories of many outlets against what the store makes of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from graph import flow
from graph.train.stories import StoryScores, stories, story_scores

STORIES = stories(Path(__file__).parents[2] / "data" / "gold" / "stories.yaml")


@pytest.fixture(scope="module")
def scores() -> StoryScores:
    return story_scores(flow.model(), STORIES)


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story["id"])
def test_every_place_is_in_its_article_once_and_every_claim_is_defined(
    story: dict[str, Any],
) -> None:
    texts = {row["id"]: row["text"] for row in story["articles"]}
    claims = {claim["id"] for claim in story["claims"]}

    assert len(claims) == len(story["claims"])
    for claim in story["claims"]:
        for place in claim["mentions"]:
            assert texts[place["article"]].count(place["words"]) == 1, place
        assert {other["with"] for other in claim.get("contradicts", ())} <= claims
    for pair in story["copies"]:
        assert {pair["a"], pair["b"]} <= texts.keys()


@pytest.mark.slow
def test_every_copy_is_found_and_no_other(scores: StoryScores) -> None:
    assert scores.copies.right == scores.copies.found == scores.copies.gold


@pytest.mark.slow
def test_claims_in_other_words_come_together(scores: StoryScores) -> None:
    assert scores.b3.f1 > 80


@pytest.mark.slow
def test_most_ranges_hold_the_number_of_origins(scores: StoryScores) -> None:
    right, every = scores.ranges

    assert right > 0.9 * every


@pytest.mark.slow
def test_hardly_a_contradiction_is_made_up(scores: StoryScores) -> None:
    assert scores.contradictions.right > 0.9 * scores.contradictions.found
