"""Dates, times, numbers and rows of names in Dutch words: no locale of any machine has a say in it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from generator.model.document import UNDATED, PartialDate

DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
NO_DATE = "datum volgt"


def short_date(day: dt.date) -> str:
    """Give `4 september 2024`."""
    return NO_DATE if day == UNDATED else f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def full_date(day: dt.date) -> str:
    """Give `woensdag 4 september 2024`."""
    return NO_DATE if day == UNDATED else f"{DAYS[day.weekday()]} {short_date(day)}"


def month_of(day: dt.date) -> str:
    """Give `september 2024`."""
    return NO_DATE if day == UNDATED else f"{MONTHS[day.month - 1]} {day.year}"


def partial_date(when: PartialDate) -> str:
    """Give `2024`, `september 2024` or `4 september 2024`."""
    if when.month is None:
        return str(when.year)
    return month_of(when.first_day) if when.day is None else short_date(when.first_day)


def clock(time: str) -> str:
    """Give `19.30 uur` for `19:30`."""
    return f"{time.replace(':', '.')} uur"


def number(text: str) -> str:
    """Give `7.165` for `7165`; what is no whole number stays as it is."""
    if not text.isascii() or not text.isdigit():
        return text
    return re.sub(r"(?<=[0-9])(?=(?:[0-9]{3})+$)", ".", text)


def join_names(names: Sequence[str]) -> str:
    """Give `gemeente Assen, Actium en Vaart Welzijn`."""
    if not names:
        return ""
    return names[-1] if len(names) == 1 else f"{', '.join(names[:-1])} en {names[-1]}"
