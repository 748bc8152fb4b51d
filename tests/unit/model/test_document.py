"""Small questions that the parts of a document answer themselves."""

from __future__ import annotations

import pytest

from generator.model.document import Event, Kind, Moment, PartialDate, Place
from tests.unit.examples import day, piece


@pytest.mark.parametrize(
    ("date", "first", "last"),
    [
        (PartialDate(2024), "2024-01-01", "2024-12-31"),
        (PartialDate(2024, 2), "2024-02-01", "2024-02-29"),
        (PartialDate(2025, 2), "2025-02-01", "2025-02-28"),
        (PartialDate(2024, 9, 4), "2024-09-04", "2024-09-04"),
    ],
)
def test_a_part_of_a_date_lasts_from_its_first_day_to_its_last(date: PartialDate, first: str, last: str) -> None:
    assert (date.first_day, date.last_day) == (day(first), day(last))


def test_moments_are_ordered_by_day_and_time_with_whole_days_first() -> None:
    moments = [Moment(day("2024-09-05")), Moment(day("2024-09-04"), "09:00"), Moment(day("2024-09-04"))]
    assert sorted(moments, key=lambda moment: moment.sort_key) == [moments[2], moments[1], moments[0]]


@pytest.mark.parametrize(("ends", "last"), [(None, "2024-09-04"), ("2024-09-06", "2024-09-06")])
def test_an_activity_lasts_until_its_end_if_it_has_one(ends: str | None, last: str) -> None:
    event = Event(Moment(day("2024-09-04")), Moment(day(ends)) if ends else None, Place("hier"), ())
    assert event.last_day == day(last)


@pytest.mark.parametrize(
    ("key", "line"), [("wijken", 4), ("wijken.1", 6), ("wijken.7", 4), ("wijken.7.x", 4), ("titel", 1), ("", 1)]
)
def test_a_key_has_its_own_line_or_that_of_the_key_around_it(key: str, line: int) -> None:
    assert piece("verhalen/soep.md", lines={"wijken": 4, "wijken.0": 5, "wijken.1": 6}).line(key) == line


def test_a_document_knows_its_folder() -> None:
    assert piece("verhalen/soep/index.md").folder == "content/verhalen/soep"
    assert piece("verhalen/soep.md").folder == "content/verhalen"


def test_each_kind_has_a_word() -> None:
    words = {kind: kind.label for kind in Kind}
    assert words == {
        Kind.STORY: "verhaal",
        Kind.WIJK: "wijk",
        Kind.CALL: "oproep",
        Kind.PROJECT: "project",
        Kind.EVENT: "activiteit",
        Kind.PAGE: "pagina",
    }
