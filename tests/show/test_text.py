"""Names as a picture can show them."""

from __future__ import annotations

from graph.show.text import plain, shortened, width, wrapped


def test_signs_of_direction_and_line_breaks_are_taken_out() -> None:
    assert plain("Example\u202e\u2066 Her\nald\x00") == "Example Her ald"


def test_a_long_name_is_cut() -> None:
    assert shortened("Observatory for Examples", 12) == "Observatory…"


def test_a_name_is_wrapped_at_words_and_cut_after_the_last_line() -> None:
    lines = wrapped("Report on the shelling of Sampletown Hospital", ems=9, lines=3).splitlines()

    assert lines == ["Report on the", "shelling of", "Sampletown…"]


def test_a_word_without_a_space_is_cut() -> None:
    cut = wrapped("x" * 200, ems=9, lines=3)

    assert cut.endswith("x…")
    assert width(cut) <= 9


def test_a_wide_sign_is_wider_than_a_narrow_one() -> None:
    assert width("例例") > width("WW") > width("ii")
