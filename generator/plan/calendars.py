"""Activities -> the calendars of a site, of each wijk, and of each activity alone."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from generator.model.config import Config
from generator.model.document import Contact, Event
from generator.model.dutch import join_names
from generator.model.feed import CalendarEvent, CalendarView
from generator.model.site import Group, Item
from generator.plan.feeds import known_days
from generator.plan.pieces import Desk
from generator.plan.scopes import appointment_path, calendar_path, has_day

PAST = 50
"""So many activities that are over stay in a calendar: who was there still wants to see them."""
_NONE = Group()


def make_calendars(desk: Desk) -> Iterator[tuple[str, CalendarView, str | None]]:
    """Make all calendars: path, view, and the content file that one is about."""
    site = desk.site
    events = {item.slug: _event(desk, item, item.document.meta) for item in _dated(site.listed)}
    name = site.config.name

    def calendar(title: str, description: str, home: str, items: list[Item]) -> CalendarView:
        shown = tuple(events[item.slug] for item in items)
        return CalendarView(title, description, f"{site.config.address}{home}", name, shown)

    yield (
        calendar_path(),
        calendar(f"Agenda - {name}", "Wat er te doen is in de wijken.", "/agenda/", _shown(site.listed)),
        None,
    )
    for wijk in site.wijken:
        title = wijk.document.common.title
        shown = _shown(site.by_wijk.get(wijk.slug, _NONE))
        view = calendar(f"Agenda van {title} - {name}", f"Wat er te doen is in {title}.", wijk.address, shown)
        yield calendar_path(wijk), view, wijk.document.path
    for item in _dated(site.listed):
        title = item.document.common.title
        yield appointment_path(item), calendar(title, title, item.address, [item]), item.document.path


def _dated(group: Group) -> list[Item]:
    return [item for item in group.events if has_day(item)]


def _shown(group: Group) -> list[Item]:
    """Give all that comes, and the last of what was, in an order that the date does not change."""
    events = _dated(group)
    past = [item for item in events if item.past]
    return sorted([item for item in events if not item.past] + past[:PAST], key=lambda item: item.slug)


def _event(desk: Desk, item: Item, meta: object) -> CalendarEvent:
    if not isinstance(meta, Event):
        raise TypeError(f"{item.slug} is no activity")
    config, common = desk.site.config, item.document.common
    address = f"{config.address}{item.address}"
    lines = (common.summary, meta.signup_note or _ways(meta.signup), f"Lees meer: {address}")
    return CalendarEvent(
        uid=f"{item.slug}@{_place(config)}",
        address=address,
        title=f"Afgelast: {common.title}" if meta.cancelled else common.title,
        description="\n\n".join(line for line in lines if line),
        begins=meta.begins.day,
        begins_time=meta.begins.time,
        ends=meta.ends.day if meta.ends else None,
        ends_time=meta.ends.time if meta.ends else None,
        place=", ".join(part for part in (meta.place.name, meta.place.address) if part),
        wijken=tuple(badge.name for badge in desk.catalog.badges(item)),
        cancelled=meta.cancelled,
        revised=max(known_days(item), default=None),
    )


def _place(config: Config) -> str:
    """Give what tells this site from all others, for names that have to be unique in the world."""
    parts = urlsplit(config.address)
    return f"{parts.hostname}{parts.path.rstrip('/')}"


def _ways(contact: Contact | None) -> str | None:
    ways = [way for way in (contact.phone, contact.email, contact.address, contact.form) if way] if contact else []
    return f"Meld je aan: {join_names(ways)}." if ways else None
