"""A day or a time in Amsterdam is one moment for computers everywhere."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.amsterdam import instant
from tests.unit.examples import day


@pytest.mark.parametrize(
    ("date", "time", "expected"),
    [
        ("2024-09-04", None, "2024-09-04T00:00:00+02:00"),
        ("2024-12-04", None, "2024-12-04T00:00:00+01:00"),
        ("2024-12-04", "19:30", "2024-12-04T19:30:00+01:00"),
        ("2026-03-29", "01:59", "2026-03-29T01:59:00+01:00"),
        ("2026-03-29", "03:00", "2026-03-29T03:00:00+02:00"),
        ("2026-10-25", "00:00", "2026-10-25T00:00:00+02:00"),
        ("2026-10-25", "03:00", "2026-10-25T03:00:00+01:00"),
        ("1850-05-01", None, "1850-05-01T00:00:00+00:17"),
    ],
)
def test_a_moment_has_the_zone_of_its_day(date: str, time: str | None, expected: str) -> None:
    assert instant(day(date), time) == expected


@given(st.dates(), st.times())
def test_every_day_that_a_writer_can_type_gives_a_moment(date: dt.date, time: dt.time) -> None:
    found = instant(date, f"{time:%H:%M}")
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:00\+\d\d:\d\d", found)
    assert found.startswith(f"{date.isoformat()}T{time:%H:%M}")
