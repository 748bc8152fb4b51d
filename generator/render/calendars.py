"""Activities -> an iCalendar file (RFC 5545), the same for the same activities on any day and any machine."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from generator.model.amsterdam import ZONE
from generator.model.feed import CalendarEvent, CalendarView

if TYPE_CHECKING:
    from icalendar import Event, Timezone

EPOCH = dt.date(2020, 1, 1)
"""SEQUENCE counts days from here; it also stands for "no day of change is known"."""
ONE_DAY = dt.timedelta(days=1)
REFRESH = dt.timedelta(hours=12)
_SUMMER = dt.timedelta(hours=2)
_WINTER = dt.timedelta(hours=1)


def encode_calendar(view: CalendarView) -> bytes:
    """Write a calendar; lines are folded at 75 octets, texts escaped."""
    from icalendar import Calendar  # noqa: PLC0415 - a fifth of a second

    calendar = Calendar()
    calendar.add("prodid", f"-//{view.site_name}//mba//NL")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("name", view.name)
    calendar.add("x-wr-calname", view.name)
    calendar.add("description", view.description)
    calendar.add("x-wr-timezone", ZONE)
    calendar.add("url", view.address)
    calendar.add("refresh-interval", REFRESH, parameters={"value": "DURATION"})
    calendar.add("x-published-ttl", "PT12H")
    calendar.add_component(_zone())
    for event in view.events:
        calendar.add_component(_event(event))
    return bytes(calendar.to_ical())


def _zone() -> Timezone:
    """Describe the time in Amsterdam since 1996, in the short form that every calendar knows."""
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard, vRecur  # noqa: PLC0415

    zone = Timezone()
    zone.add("tzid", ZONE)
    for part, name, first, before, after in (
        (TimezoneDaylight(), "CEST", _local(dt.date(1996, 3, 31), "02:00"), _WINTER, _SUMMER),
        (TimezoneStandard(), "CET", _local(dt.date(1996, 10, 27), "03:00"), _SUMMER, _WINTER),
    ):
        part.add("tzname", name)
        part.add("dtstart", first)
        part.add("tzoffsetfrom", before)
        part.add("tzoffsetto", after)
        part.add("rrule", vRecur({"FREQ": "YEARLY", "BYMONTH": first.month, "BYDAY": "-1SU"}))
        zone.add_component(part)
    return zone


def _event(view: CalendarEvent) -> Event:
    from icalendar import Event  # noqa: PLC0415

    revised = view.revised or EPOCH
    stamp = dt.datetime.combine(revised, dt.time(), dt.UTC)
    event = Event()
    event.add("uid", view.uid)
    event.add("dtstamp", stamp)
    if view.revised:
        event.add("last-modified", stamp)
    event.add("sequence", sequence(view))
    event.add("status", "CANCELLED" if view.cancelled else "CONFIRMED")
    event.add("summary", view.title)
    event.add("description", view.description)
    event.add("location", view.place)
    event.add("url", view.address)
    if view.wijken:
        event.add("categories", list(view.wijken))
    _add_time(event, view)
    return event


def sequence(view: CalendarEvent) -> int:
    """Give the number of the revision: it grows with the last known day of change, and when an activity is cancelled.

    It is made of the content alone: no build knows what the one before it said.
    """
    days = (view.revised - EPOCH).days if view.revised else 0
    return 2 * max(days, 0) + view.cancelled


def _add_time(event: Event, view: CalendarEvent) -> None:
    """Add beginning and end: as times in Amsterdam, or as whole days when the time of the beginning is not known."""
    last = view.ends or view.begins
    if view.begins_time is None:
        event.add("dtstart", view.begins)
        if last < dt.date.max:
            event.add("dtend", last + ONE_DAY)
        return
    begins = _local(view.begins, view.begins_time)
    event.add("dtstart", begins, parameters={"TZID": ZONE})
    if view.ends_time is not None:
        ends = _local(last, view.ends_time)
    elif view.begins < last < dt.date.max:
        ends = _local(last + ONE_DAY, "00:00")
    else:
        return
    if ends > begins:
        event.add("dtend", ends, parameters={"TZID": ZONE})


def _local(day: dt.date, time: str) -> dt.datetime:
    """Give a time on the clock of Amsterdam, without saying what it is elsewhere."""
    hour, minute = map(int, time.split(":"))
    return dt.datetime.combine(day, dt.time(hour, minute))
