"""Dates are `2024-09-04`; what people write instead is explained with the right way to write it."""

from __future__ import annotations

import datetime as dt

import pytest
from pydantic_core import PydanticCustomError

from generator.model.document import UNDATED, Moment, PartialDate
from generator.parse.schema.dates import read_day, read_moment, read_partial
from tests.unit.examples import day


def test_a_day_is_year_month_day() -> None:
    assert read_day(" 2024-09-04 ") == day("2024-09-04")


def test_a_day_that_is_one_already_stays_so() -> None:
    assert read_day(UNDATED) == UNDATED


def wrong_day(value: object) -> tuple[str, str]:
    with pytest.raises(PydanticCustomError) as caught:
        read_day(value)
    context = caught.value.context or {}
    assert context["code"] == "datum-onjuist"
    return context["message"], context["tip"]


@pytest.mark.parametrize("typed", ["04-09-2024", "4-9-2024", "04/09/2024", "4.9.2024", "4 9 2024"])
def test_a_date_the_wrong_way_round_is_explained_with_the_right_one(typed: str) -> None:
    assert wrong_day(typed) == (f"'{typed}' staat andersom", "schrijf jaar-maand-dag: 2024-09-04")


@pytest.mark.parametrize("typed", ["2025-02-29", "2025-02-31", "2024-13-01", "2024-00-10", "0000-01-01"])
def test_a_day_that_does_not_exist_is_said_not_to_exist(typed: str) -> None:
    assert wrong_day(typed) == (f"'{typed}' is geen datum die bestaat", "kijk de dag en de maand na")


def test_a_day_the_wrong_way_round_that_does_not_exist_is_no_day_either() -> None:
    assert wrong_day("31-02-2024") == (
        "'31-02-2024' is geen datum die bestaat",
        "schrijf jaar-maand-dag, zoals 2024-09-04",
    )


@pytest.mark.parametrize("typed", ["2024-09-04 19:30", "2024-09-04T19:30:00", "2024-09-04 19.30 uur"])
def test_a_time_where_a_day_belongs_is_dropped_in_the_tip(typed: str) -> None:
    assert wrong_day(typed) == (f"'{typed}' heeft een tijd; hier hoort een dag", "schrijf 2024-09-04")


@pytest.mark.parametrize(("typed", "year"), [("1824-09-04", 1824), ("2924-09-04", 2924)])
def test_a_year_far_away_is_a_slip_of_the_pen(typed: str, year: int) -> None:
    assert wrong_day(typed) == (f"het jaar {year} kan niet kloppen", "kijk het jaartal na")


@pytest.mark.parametrize("typed", ["", "morgen", "2024", "2024-9-4", "4 september 2024", "24-09-04", "20240904"])
def test_what_is_no_date_is_shown_how_to_be_one(typed: str) -> None:
    assert wrong_day(typed) == (f"'{typed}' is geen datum", "schrijf jaar-maand-dag, zoals 2024-09-04")


def test_a_list_is_no_date() -> None:
    with pytest.raises(PydanticCustomError) as caught:
        read_day(["2024-09-04"])
    assert (caught.value.context or {})["code"] == "geen-tekst"


@pytest.mark.parametrize(
    ("typed", "date"),
    [
        ("2019", PartialDate(2019)),
        ("2019-04", PartialDate(2019, 4)),
        ("2019-04-12", PartialDate(2019, 4, 12)),
    ],
)
def test_a_part_of_a_date_is_a_year_a_month_or_a_day(typed: str, date: PartialDate) -> None:
    assert read_partial(typed) == date


@pytest.mark.parametrize("typed", ["2019-13", "2019-00", "1700", "19", "april 2019", "2019-02-30"])
def test_what_is_no_part_of_a_date_is_refused(typed: str) -> None:
    with pytest.raises(PydanticCustomError) as caught:
        read_partial(typed)
    assert (caught.value.context or {})["code"] == "datum-onjuist"


@pytest.mark.parametrize(
    ("typed", "moment"),
    [
        ("2024-09-04", Moment(day("2024-09-04"))),
        ("2024-09-04 19:30", Moment(day("2024-09-04"), "19:30")),
        ("2024-09-04T19:30", Moment(day("2024-09-04"), "19:30")),
        ("2024-09-04  9:05", Moment(day("2024-09-04"), "09:05")),
        ("2024-09-04 19.30 uur", Moment(day("2024-09-04"), "19:30")),
        ("2024-09-04 00:00", Moment(day("2024-09-04"), "00:00")),
        (dt.date(2024, 9, 4), Moment(day("2024-09-04"))),
    ],
)
def test_a_moment_is_a_day_with_or_without_a_time(typed: object, moment: Moment) -> None:
    assert read_moment(typed) == moment


@pytest.mark.parametrize(
    ("typed", "code", "message"),
    [
        ("2024-09-04 25:00", "tijd-onjuist", "'25:00' is geen tijd"),
        ("2024-09-04 24:00", "tijd-onjuist", "'24:00' is geen tijd"),
        ("2024-09-04 19:60", "tijd-onjuist", "'19:60' is geen tijd"),
        ("2024-09-04 half acht", "tijd-onjuist", "'half acht' is geen tijd"),
        ("2024-02-30 19:30", "datum-onjuist", "'2024-02-30' is geen datum die bestaat"),
        ("04-09-2024", "datum-onjuist", "'04-09-2024' staat andersom"),
        ("Tuesday", "datum-onjuist", "'Tuesday' is geen datum"),
    ],
)
def test_what_is_no_moment_is_explained(typed: str, code: str, message: str) -> None:
    with pytest.raises(PydanticCustomError) as caught:
        read_moment(typed)
    context = caught.value.context or {}
    assert (context["code"], context["message"]) == (code, message)
