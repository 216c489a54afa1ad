"""What is not English is refused, not read."""

from __future__ import annotations

import pytest

from graph.annotate.language import check_english
from graph.errors import InputError

FRENCH = (
    "Le maire de la ville a déclaré mardi que le pont resterait fermé pendant au moins deux "
    "semaines, car les ingénieurs doivent encore examiner les piliers. Selon un porte-parole, les "
    "habitants du quartier ont été informés dans la matinée et peuvent passer par la rive droite."
)
GERMAN = (
    "Der Bürgermeister der Stadt erklärte am Dienstag, die Brücke bleibe mindestens zwei Wochen "
    "gesperrt, weil die Pfeiler noch untersucht werden müssen. Nach Angaben einer Sprecherin "
    "wurden die Anwohner am Morgen unterrichtet und können über das rechte Ufer ausweichen, was "
    "den Weg um eine halbe Stunde verlängert."
)
UKRAINIAN = "Мер міста заявив у вівторок, що міст буде закритий щонайменше два тижні. " * 5
ENGLISH = (
    "THE BRIDGE IS SHUT. Mayor Ada Quill told Example Herald on Tuesday that it stays closed for "
    "two weeks, as engineers have to look at its pillars. Residents were told in the morning, a "
    "spokeswoman said, and can use the right bank."
)


SHORT = (
    "Die Armee bestritt den Angriff auf das Dorf, sagte eine Sprecherin der Zeitung am Montag. "
    "Nach Angaben des Gouverneurs starben zwei Kinder.",
    "Армия отрицает удар.",
)


@pytest.mark.parametrize("text", [FRENCH, GERMAN, UKRAINIAN, *SHORT])
def test_another_language_is_said(text: str) -> None:
    with pytest.raises(InputError, match=r"^a.txt: expected an article in English, found \d"):
        check_english(text, where="a.txt")


@pytest.mark.parametrize("text", [ENGLISH, ENGLISH + FRENCH, "", "Pont fermé.", "1 2 3 " * 99])
def test_english_and_what_is_too_short_to_tell_passes(text: str) -> None:
    check_english(text, where="a.txt")
