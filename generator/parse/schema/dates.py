"""The dates that writers type -> days, parts of dates, and moments."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema

from generator.diagnostics import shorten
from generator.model.document import Moment, PartialDate
from generator.parse.schema.problem import problem
from generator.parse.schema.texts import plain_text

FIRST_YEAR, LAST_YEAR = 1900, 2200
_TIP = "schrijf jaar-maand-dag, zoals 2024-09-04"


def read_day(value: object) -> date:
    """Read `2024-09-04`."""
    if isinstance(value, date):
        return value
    text = plain_text(value).strip()
    turned = re.fullmatch(r"([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})", text)
    if turned:
        raise _turned(text, int(turned[3]), int(turned[2]), int(turned[1]))
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[ T][0-9]{1,2}[:.][0-9]{2}.*", text):
        raise problem("datum-onjuist", f"'{shorten(text)}' heeft een tijd; hier hoort een dag", f"schrijf {text[:10]}")
    match = re.fullmatch(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", text)
    if not match:
        raise problem("datum-onjuist", f"'{shorten(text)}' is geen datum", _TIP)
    found = _exists(int(match[1]), int(match[2]), int(match[3]))
    if found is None:
        raise problem("datum-onjuist", f"'{text}' is geen datum die bestaat", "kijk de dag en de maand na")
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise problem("datum-onjuist", f"het jaar {found.year} kan niet kloppen", "kijk het jaartal na")
    return found


def _exists(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _turned(text: str, year: int, month: int, day: int) -> Exception:
    """Explain `31-02-2024`: the wrong way round, or no day at all."""
    if _exists(year, month, day) is None:
        return problem("datum-onjuist", f"'{text}' is geen datum die bestaat", _TIP)
    tip = f"schrijf jaar-maand-dag: {year:04}-{month:02}-{day:02}"
    return problem("datum-onjuist", f"'{text}' staat andersom", tip)


def read_partial(value: object) -> PartialDate:
    """Read `2019`, `2019-04` or `2019-04-12`."""
    text = plain_text(value).strip()
    match = re.fullmatch(r"([0-9]{4})(?:-([0-9]{2}))?", text)
    if not match:
        day = read_day(text)
        return PartialDate(day.year, day.month, day.day)
    year, month = int(match[1]), int(match[2]) if match[2] else None
    if not FIRST_YEAR <= year <= LAST_YEAR or _exists(year, 1 if month is None else month, 1) is None:
        tip = "schrijf 2019, 2019-04 of 2019-04-12"
        raise problem("datum-onjuist", f"'{text}' is geen maand die bestaat", tip)
    return PartialDate(year, month)


def read_moment(value: object) -> Moment:
    """Read `2024-09-04 19:30`, or a whole day."""
    if isinstance(value, date):
        return Moment(value)
    text = " ".join(plain_text(value).split())
    day_text, _, time_text = text.replace("T", " ", 1).partition(" ") if text[:4].isdigit() else (text, "", "")
    day = read_day(day_text)
    if not time_text:
        return Moment(day)
    match = re.fullmatch(r"([01]?[0-9]|2[0-3])[:.]([0-5][0-9])(?: ?uur)?", time_text)
    if not match:
        tip = "schrijf de tijd achter de dag, zoals 2024-09-04 19:30"
        raise problem("tijd-onjuist", f"'{shorten(time_text)}' is geen tijd", tip)
    return Moment(day, f"{int(match[1]):02}:{match[2]}")


Day = Annotated[
    date,
    BeforeValidator(read_day),
    WithJsonSchema({"type": "string", "description": "een dag, zoals 2024-09-04", "pattern": r"^\d{4}-\d{2}-\d{2}$"}),
]
Partial = Annotated[
    PartialDate,
    BeforeValidator(read_partial),
    WithJsonSchema({"type": ["string", "integer"], "description": "een jaar, een maand of een dag: 2019, 2019-04"}),
]
Time = Annotated[
    Moment,
    BeforeValidator(read_moment),
    WithJsonSchema({"type": "string", "description": "een dag, met of zonder tijd: 2024-09-04 19:30"}),
]
