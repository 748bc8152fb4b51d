"""A word that is too long for its line is broken where Dutch allows it."""

from __future__ import annotations

import pytest

from generator.render.hyphens import break_word


def broken(word: str, width: int, before: str = "") -> list[str]:
    return break_word(word, before, lambda text: len(text) <= width)


@pytest.mark.parametrize(
    ("word", "width", "lines"),
    [
        ("buurt", 10, ["buurt"]),
        ("wijkvernieuwing", 8, ["wijkver-", "nieuwing"]),
        ("wijkvernieuwing", 10, ["wijkver-", "nieuwing"]),
        ("buurtbewonersbijeenkomst", 14, ["buurtbewoners-", "bijeenkomst"]),
    ],
)
def test_a_word_is_broken_between_its_parts(word: str, width: int, lines: list[str]) -> None:
    assert broken(word, width) == lines


def test_what_stands_before_the_word_stays_on_its_line() -> None:
    assert broken("wijkvernieuwing", 12, before="De ") == ["De wijkver-", "nieuwing"]
    assert broken("wijkvernieuwing", 8, before="Nieuwe ") == ["Nieuwe", "wijkver-", "nieuwing"]


@pytest.mark.parametrize("word", ["x" * 30, "https://www.voorbeeld.nl/een/lang/adres", "wijkvernieuwing" * 3])
@pytest.mark.parametrize("width", [3, 5, 9])
def test_no_line_is_too_long_and_no_letter_is_lost(word: str, width: int) -> None:
    lines = broken(word, width)
    assert all(len(line) <= width for line in lines)
    assert "".join(line.removesuffix("-") for line in lines).replace("-", "") == word.replace("-", "")
