"""Two programs that know nothing of each other read the same activities in our calendars: icalendar and ical.js.

ical.js comes from npm; `tools/test.py` has it fetched into node_modules/. Without Node or without it, half of this is
not tested, and the run says so.
"""

from __future__ import annotations

import datetime as dt
import json
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from generator.model.amsterdam import ZONE
from generator.model.feed import CalendarEvent, CalendarView
from generator.render.calendars import encode_calendar
from tests.browser.real_site import build_real_site
from tests.harness import PEELO, SETTINGS, TinySite, quick_folder
from tests.test_feeds import HARD, words

ROOT = Path(__file__).resolve().parent.parent
LIBRARY = ROOT / "node_modules" / "ical.js" / "dist" / "ical.js"
SCRIPT = Path(__file__).parent / "calendars" / "read.mjs"
NOT_READ = "NOT CHECKED: the calendars were read by icalendar alone, not by ical.js: "
Event = dict[str, Any]

WALK = CalendarEvent(
    uid="wandeling@proef.example.nl",
    address="https://proef.example.nl/agenda/wandeling/",
    title="Wandeling",
    description="We lopen een rondje.",
    begins=dt.date(2026, 12, 5),
    begins_time="10:00",
    ends=dt.date(2026, 12, 5),
    ends_time="12:00",
    place="het park",
    wijken=("Peelo",),
    cancelled=False,
    revised=None,
)


def on(begins: str, ends: str | None = None, **changes: Any) -> CalendarEvent:  # noqa: ANN401
    """Give the walk at another moment, such as `2026-12-05 10:00` or `2026-12-05`."""
    first, _, first_time = begins.partition(" ")
    last, _, last_time = (ends or "").partition(" ")
    return replace(
        WALK,
        begins=dt.date.fromisoformat(first),
        begins_time=first_time or None,
        ends=dt.date.fromisoformat(last) if last else None,
        ends_time=last_time or None,
        **changes,
    )


def calendar(*events: CalendarEvent) -> bytes:
    return encode_calendar(
        CalendarView("Agenda", "Wat er te doen is.", "https://proef.example.nl/agenda/", "Proefsite", events)
    )


# --- the two readers -------------------------------------------------------------------------------------------------


def with_icalendar(data: bytes) -> list[Event]:
    found = Calendar.from_ical(data)
    assert isinstance(found, Calendar)
    assert found.errors == []
    return [_event(event) for event in found.walk("VEVENT")]


def _event(event: Any) -> Event:  # noqa: ANN401 - icalendar's own mapping
    assert event.errors == []
    ends = event.get("dtend")
    return {
        "uid": str(event["uid"]),
        "title": str(event["summary"]),
        "description": str(event["description"]),
        "place": str(event["location"]),
        "address": str(event["url"]),
        "begins": _moment(event["dtstart"].dt),
        "ends": _moment(ends.dt) if ends else None,
        "status": str(event["status"]),
        "sequence": int(event["sequence"]),
        "stamp": event["dtstamp"].dt.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "wijken": [str(name) for name in event["categories"].cats] if "categories" in event else [],
    }


def _moment(value: dt.date) -> str:
    if not isinstance(value, dt.datetime):
        return value.isoformat()
    assert value.tzinfo is not None
    return value.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z")


Reader = Callable[[bytes], list[Event]]


@pytest.fixture(scope="module")
def with_ical_js(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    node = shutil.which("node")
    if node is None:
        pytest.skip(NOT_READ + "there is no Node (Debian: apt install nodejs npm)")
    if not LIBRARY.is_file():
        pytest.skip(NOT_READ + "it is not in node_modules/ (npm install --no-save ical.js@2.2.1)")
    folder = tmp_path_factory.mktemp("ics")

    def read(data: bytes) -> list[Event]:
        path = folder / "x.ics"
        path.write_bytes(data)
        done = subprocess.run(
            [node, str(SCRIPT), str(LIBRARY), str(path)], capture_output=True, encoding="utf-8", check=False
        )
        assert done.returncode == 0, done.stderr
        return list(json.loads(done.stdout)[0])

    return read


MOMENTS: Mapping[str, tuple[CalendarEvent, str, str | None]] = {
    "in winter": (on("2026-12-05 10:00", "2026-12-05 12:00"), "2026-12-05T09:00:00.000Z", "2026-12-05T11:00:00.000Z"),
    "in summer": (on("2026-07-05 10:00", "2026-07-05 12:00"), "2026-07-05T08:00:00.000Z", "2026-07-05T10:00:00.000Z"),
    "through the night that the clock goes forward": (
        on("2026-03-28 23:00", "2026-03-29 04:00"),
        "2026-03-28T22:00:00.000Z",
        "2026-03-29T02:00:00.000Z",
    ),
    "through the night that the clock goes back": (
        on("2026-10-24 23:00", "2026-10-25 04:00"),
        "2026-10-24T21:00:00.000Z",
        "2026-10-25T03:00:00.000Z",
    ),
    "on the day after the clock went back": (on("2026-10-26 10:00"), "2026-10-26T09:00:00.000Z", None),
    "without an end": (on("2026-12-05 10:00"), "2026-12-05T09:00:00.000Z", None),
    "a whole day": (on("2026-12-05"), "2026-12-05", "2026-12-06"),
    "a leap day": (on("2028-02-29"), "2028-02-29", "2028-03-01"),
    "several whole days": (on("2026-12-24", "2026-12-26"), "2026-12-24", "2026-12-27"),
    "several days with times": (
        on("2026-12-31 20:00", "2027-01-01 02:00"),
        "2026-12-31T19:00:00.000Z",
        "2027-01-01T01:00:00.000Z",
    ),
    "from a time until the end of another day": (
        on("2026-12-05 10:00", "2026-12-06"),
        "2026-12-05T09:00:00.000Z",
        "2026-12-06T23:00:00.000Z",
    ),
    "a day of which only the end has a time": (on("2026-12-05", "2026-12-05 17:00"), "2026-12-05", "2026-12-06"),
    "an end that is the beginning": (on("2026-12-05 10:00", "2026-12-05 10:00"), "2026-12-05T09:00:00.000Z", None),
    "the last day that there is": (on("9999-12-30", "9999-12-31"), "9999-12-30", None),
}


@pytest.mark.parametrize("name", MOMENTS)
def test_an_activity_is_when_it_is(name: str, with_ical_js: Reader) -> None:
    event, begins, ends = MOMENTS[name]
    data = calendar(event)
    for found in (with_icalendar(data), with_ical_js(data)):
        assert [(each["begins"], each["ends"]) for each in found] == [(begins, ends)]


@pytest.mark.parametrize("title", [*HARD, "Soep; brood, kaas: \\n en \\, meer", "é" * 80, "🎉" * 60, "a" * 400])
def test_every_text_is_read_as_it_was_typed(title: str, with_ical_js: Reader) -> None:
    event = replace(WALK, title=title, place=title, description=f"{title}\n\nLees meer.", wijken=(title, "Peelo"))
    data = calendar(event)
    for found in (with_icalendar(data), with_ical_js(data)):
        assert [(each["title"], each["place"], each["description"], each["wijken"]) for each in found] == [
            (title, title, f"{title}\n\nLees meer.", [title, "Peelo"])
        ]


def test_both_read_the_same_calendar_of_the_real_site(
    tmp_path_factory: pytest.TempPathFactory, with_ical_js: Reader
) -> None:
    output = build_real_site(tmp_path_factory.mktemp("agenda"))
    data = (output / "agenda.ics").read_bytes()
    assert with_icalendar(data) == with_ical_js(data)
    assert len(with_icalendar(data)) == len(list(output.glob("agenda/*/afspraak.ics")))
    for path in (*output.glob("agenda/*/afspraak.ics"), *output.glob("wijken/*/agenda.ics")):
        lines_hold(path.read_bytes())
        found = with_icalendar(path.read_bytes())
        assert len(found) == 1 or path.name == "agenda.ics"


# --- RFC 5545 --------------------------------------------------------------------------------------------------------


def lines_hold(data: bytes) -> None:
    """Check section 3.1: lines end with CRLF, have 75 octets at most, and no letter is cut in two."""
    assert data.endswith(b"\r\n")
    for line in data.removesuffix(b"\r\n").split(b"\r\n"):
        assert len(line) <= 75
        assert b"\n" not in line
        assert b"\r" not in line
        line.decode()


moments = st.dates(dt.date(2000, 1, 1), dt.date(2060, 12, 31))
clocks = st.none() | st.times().map(lambda time: f"{time:%H:%M}")
events = st.builds(
    CalendarEvent,
    uid=st.integers(0, 10**6).map(lambda number: f"{number}@proef.example.nl"),
    address=st.just("https://proef.example.nl/agenda/x/"),
    title=words,
    description=st.lists(words, min_size=1, max_size=3).map("\n\n".join),
    begins=moments,
    begins_time=clocks,
    ends=st.none(),
    ends_time=st.none(),
    place=words,
    wijken=st.lists(words, max_size=2).map(tuple),
    cancelled=st.booleans(),
    revised=st.none() | moments,
)


@given(st.lists(events, max_size=4, unique_by=lambda event: event.uid))
def test_any_calendar_comes_out_as_it_went_in(shown: list[CalendarEvent]) -> None:
    data = calendar(*shown)
    assert data == calendar(*shown)
    lines_hold(data)
    for view, found in zip(shown, with_icalendar(data), strict=True):
        assert (found["uid"], found["title"], found["description"], found["place"], found["wijken"]) == (
            view.uid,
            view.title,
            view.description,
            view.place,
            list(view.wijken),
        )


@given(st.dates(dt.date(1996, 4, 1), dt.date(2037, 12, 31)), st.times())
def test_the_rules_for_summer_time_are_those_of_the_time_zone(day: dt.date, time: dt.time) -> None:
    found = Calendar.from_ical(calendar())
    assert isinstance(found, Calendar)
    (zone,) = found.walk("VTIMEZONE")
    described = zone.to_tz(lookup_tzid=False)  # type: ignore[attr-defined]
    local = dt.datetime.combine(day, time.replace(fold=0, microsecond=0))
    real = local.replace(tzinfo=ZoneInfo(ZONE))
    if real.astimezone(dt.UTC).astimezone(ZoneInfo(ZONE)).replace(tzinfo=None) == local:
        hour = local.replace(tzinfo=described).utcoffset()
        assert hour == real.utcoffset() or (local.month == 10 and local.hour == 2)


def test_a_calendar_says_what_it_is_and_when_to_look_again() -> None:
    text = calendar(WALK).decode()
    for line in (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Proefsite//mba//NL\r\n",
        "NAME:Agenda\r\n",
        "X-WR-CALNAME:Agenda\r\n",
        "REFRESH-INTERVAL;VALUE=DURATION:PT12H\r\n",
        "BEGIN:VTIMEZONE\r\nTZID:Europe/Amsterdam\r\n",
        "DTSTART;TZID=Europe/Amsterdam:20261205T100000\r\n",
    ):
        assert line in text
    assert "METHOD" not in text, "DTSTAMP would then have to be the clock of the build"


# --- what changes ----------------------------------------------------------------------------------------------------


def test_an_activity_that_moved_keeps_its_name_and_has_a_higher_number(with_ical_js: Reader) -> None:
    before = calendar(WALK)
    after = calendar(on("2026-12-12 10:00", "2026-12-12 12:00", revised=dt.date(2026, 11, 20)))
    for read in (with_icalendar, with_ical_js):
        (old,), (new,) = read(before), read(after)
        assert old["uid"] == new["uid"]
        assert old["sequence"] < new["sequence"]
        assert (old["stamp"], new["stamp"]) == ("2020-01-01T00:00:00Z", "2026-11-20T00:00:00Z")
        assert new["begins"] == "2026-12-12T09:00:00.000Z"


def test_an_activity_that_is_cancelled_says_so_with_a_higher_number(with_ical_js: Reader) -> None:
    for revised in (None, dt.date(2026, 11, 20)):
        before, after = (
            calendar(replace(WALK, revised=revised)),
            calendar(replace(WALK, cancelled=True, revised=revised)),
        )
        for read in (with_icalendar, with_ical_js):
            (old,), (new,) = read(before), read(after)
            assert (old["status"], new["status"]) == ("CONFIRMED", "CANCELLED")
            assert old["sequence"] < new["sequence"]


def test_a_change_after_a_change_has_a_higher_number_again() -> None:
    days = [None, dt.date(2026, 11, 19), dt.date(2026, 11, 20), dt.date(2027, 1, 1)]
    numbers = [with_icalendar(calendar(replace(WALK, revised=day)))[0]["sequence"] for day in days]
    assert numbers == sorted(set(numbers))


# --- a site from its texts -------------------------------------------------------------------------------------------

EVENT = """\
---
titel: Wandeling, met soep; en meer 🎉
begint: 2026-12-05 10:00
eindigt: 2026-12-05 12:00
plaats: {naam: het park, adres: Parkweg 1}
samenvatting: We lopen een rondje.
wijken: [peelo]
aanmelden: {telefoon: 0592-000 000}
---
Neem laarzen mee.
"""
FILES = {"site.yaml": SETTINGS, "content/wijken/peelo.md": PEELO, "content/agenda/wandeling.md": EVENT}
CALENDARS = ("agenda.ics", "wijken/peelo/agenda.ics", "agenda/wandeling/afspraak.ics")


@pytest.fixture
def site() -> Iterator[TinySite]:
    with quick_folder() as folder:
        yield TinySite(folder, FILES)


def agenda(site: TinySite) -> Event:
    """Build, and give the one activity, which is the same in all its calendars."""
    outcome = site.build()
    assert not outcome.failed, outcome.diagnostics
    found = [with_icalendar(site.built()[path]) for path in CALENDARS]
    assert found[0] == found[1] == found[2]
    return found[0][0]


def test_an_activity_is_in_the_calendar_of_all_of_its_wijk_and_of_its_own(site: TinySite) -> None:
    assert agenda(site) == {
        "uid": "wandeling@proef.example.nl",
        "title": "Wandeling, met soep; en meer 🎉",
        "description": (
            "We lopen een rondje.\n\nMeld je aan: 0592-000 000.\n\n"
            "Lees meer: https://proef.example.nl/agenda/wandeling/"
        ),
        "place": "het park, Parkweg 1",
        "address": "https://proef.example.nl/agenda/wandeling/",
        "begins": "2026-12-05T09:00:00.000Z",
        "ends": "2026-12-05T11:00:00.000Z",
        "status": "CONFIRMED",
        "sequence": 0,
        "stamp": "2020-01-01T00:00:00Z",
        "wijken": ["Peelo"],
    }


def test_a_writer_moves_an_activity_and_says_when_that_changed(site: TinySite) -> None:
    before = agenda(site)
    site.replace("content/agenda/wandeling.md", "2026-12-05", "2026-12-12")
    site.replace("content/agenda/wandeling.md", "wijken:", "bijgewerkt: 2026-11-20\nwijken:")
    after = agenda(site)
    assert (before["uid"], before["begins"]) == (after["uid"], "2026-12-05T09:00:00.000Z")
    assert after["begins"] == "2026-12-12T09:00:00.000Z"
    assert after["sequence"] > before["sequence"]


def test_a_writer_cancels_an_activity(site: TinySite) -> None:
    before = agenda(site)
    site.replace("content/agenda/wandeling.md", "wijken:", "afgelast: ja\nwijken:")
    after = agenda(site)
    assert (after["status"], after["title"]) == ("CANCELLED", "Afgelast: Wandeling, met soep; en meer 🎉")
    assert after["sequence"] > before["sequence"]


def test_a_new_signature_counts_as_a_change(site: TinySite) -> None:
    site.write("content/organisaties.yaml", "actium: {naam: Actium}\n")
    site.replace("content/agenda/wandeling.md", "wijken:", "akkoord: {actium: 2026-11-18}\nwijken:")
    assert agenda(site)["stamp"] == "2026-11-18T00:00:00Z"


def test_what_is_over_stays_in_the_calendars(site: TinySite) -> None:
    site.replace("content/agenda/wandeling.md", "2026-12-05", "2026-11-05")
    assert agenda(site)["begins"] == "2026-11-05T09:00:00.000Z"


def test_what_has_expired_leaves_them(site: TinySite) -> None:
    site.replace("content/agenda/wandeling.md", "wijken:", "verlopen_op: 2026-11-22\nwijken:")
    assert not site.build().failed
    files = site.built()
    assert [with_icalendar(files[path]) for path in CALENDARS[:2]] == [[], []]
    assert CALENDARS[2] not in files


def test_an_activity_for_all_of_assen_is_in_the_calendar_of_all_alone(site: TinySite) -> None:
    site.replace("content/agenda/wandeling.md", "[peelo]", "[heel-assen]")
    assert not site.build().failed
    files = site.built()
    assert [len(with_icalendar(files[path])) for path in CALENDARS] == [1, 0, 1]


def test_the_page_of_an_activity_offers_it_to_the_agenda_of_a_resident(site: TinySite) -> None:
    assert not site.build().failed
    page = site.built()["agenda/wandeling/index.html"].decode()
    assert re.search(r'type="text/calendar" [^>]*href="https://proef.example.nl/agenda/wandeling/afspraak.ics"', page)
