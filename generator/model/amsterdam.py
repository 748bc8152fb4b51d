"""Days and times as they are lived in Amsterdam -> moments that computers anywhere agree on (RFC 3339).

The time zones come from the locked `tzdata` package, not from the machine: the same text on every machine.
"""

from __future__ import annotations

import datetime as dt
import functools
from importlib.resources import files
from zoneinfo import ZoneInfo

ZONE = "Europe/Amsterdam"
_MINUTE = dt.timedelta(minutes=1)


@functools.cache
def amsterdam() -> ZoneInfo:
    """Give the time zone, read once."""
    with files("tzdata").joinpath("zoneinfo", *ZONE.split("/")).open("rb") as data:
        return ZoneInfo.from_file(data, key=ZONE)


def instant(day: dt.date, time: str | None = None) -> str:
    """Give `2024-09-04T19:30:00+02:00`; a day without a time starts at midnight."""
    hour, minute = map(int, time.split(":")) if time else (0, 0)
    local = dt.datetime.combine(day, dt.time(hour, minute), amsterdam())
    # Before 1892 the clock differed by odd seconds, which RFC 3339 cannot say.
    offset = (local.utcoffset() or dt.timedelta()) // _MINUTE * _MINUTE
    return local.replace(tzinfo=dt.timezone(offset)).isoformat()
