"""Dates, times, numbers and names as residents read them."""

from __future__ import annotations

import pytest

from generator.model.document import UNDATED, PartialDate
from generator.model.dutch import clock, full_date, join_names, month_of, number, partial_date, short_date
from tests.unit.examples import day


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2024-09-04", "woensdag 4 september 2024"),
        ("2026-01-01", "donderdag 1 januari 2026"),
        ("2024-02-29", "donderdag 29 februari 2024"),
        ("2026-11-22", "zondag 22 november 2026"),
    ],
)
def test_a_date_is_written_in_full(date: str, words: str) -> None:
    assert full_date(day(date)) == words


def test_a_date_can_be_shorter() -> None:
    assert short_date(day("2024-09-04")) == "4 september 2024"
    assert month_of(day("2024-09-04")) == "september 2024"


def test_a_date_that_is_not_known_yet_follows() -> None:
    assert (full_date(UNDATED), short_date(UNDATED), month_of(UNDATED)) == ("datum volgt",) * 3


@pytest.mark.parametrize(
    ("date", "words"),
    [
        (PartialDate(2024), "2024"),
        (PartialDate(2024, 9), "september 2024"),
        (PartialDate(2024, 9, 4), "4 september 2024"),
    ],
)
def test_a_part_of_a_date_says_what_is_known(date: PartialDate, words: str) -> None:
    assert partial_date(date) == words


def test_a_time_has_a_dot() -> None:
    assert clock("19:30") == "19.30 uur"


@pytest.mark.parametrize(
    ("typed", "written"),
    [("7165", "7.165"), ("999", "999"), ("1234567", "1.234.567"), ("ruim 7000", "ruim 7000"), ("٣", "٣"), ("", "")],
)
def test_a_whole_number_has_dots(typed: str, written: str) -> None:
    assert number(typed) == written


@pytest.mark.parametrize(
    ("names", "joined"),
    [
        ([], ""),
        (["Actium"], "Actium"),
        (["Actium", "Vaart Welzijn"], "Actium en Vaart Welzijn"),
        (["gemeente Assen", "Actium", "Vaart Welzijn"], "gemeente Assen, Actium en Vaart Welzijn"),
    ],
)
def test_names_are_joined_as_in_a_sentence(names: list[str], joined: str) -> None:
    assert join_names(names) == joined
