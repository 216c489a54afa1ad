"""What tells two events apart."""

from __future__ import annotations

from dataclasses import replace

from made import claim

from graph.resolve.events import happened_twice, of_two_units


def test_the_number_in_a_claims_own_words_tells_its_unit() -> None:
    theirs = claim("a", "They are from the 311th Brigade", about=["286", "311 brigade"])
    ours = claim("b", "the men in the clip belong to the 286th", about=["286"])

    assert of_two_units(theirs, ours)
    assert not of_two_units(replace(theirs, text="They are from the 286th"), ours)


def test_a_name_counts_where_it_is_a_word_of_the_claim() -> None:
    text = "the dormitory by the park burned"
    one, other = claim("a", text, about=["orm"]), claim("b", text, about=["ark"])

    assert not happened_twice(one, other)
    assert happened_twice(
        replace(one, text="the hall in orm burned"), replace(other, text="the hall in ark burned")
    )
