"""Visible pieces -> groups by wijk, theme and project, each kind in the order in which people expect it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import fields

from generator.model.document import UNDATED, Call, Event, Kind, Project, Story
from generator.model.site import Group, Item

_STATUS_ORDER = ("uitvoering", "ontwerp", "voorbereiding", "klaar", "gestopt")


def group(items: Iterable[Item]) -> Group:
    """Sort pieces by kind and order them: stories newest first, calls that close soonest first, and so on."""
    by_kind: dict[Kind, list[Item]] = {}
    for item in items:
        by_kind.setdefault(item.kind, []).append(item)
    return Group(
        stories=tuple(sorted(by_kind.get(Kind.STORY, ()), key=_story_order)),
        calls=tuple(sorted(by_kind.get(Kind.CALL, ()), key=_call_order)),
        projects=tuple(sorted(by_kind.get(Kind.PROJECT, ()), key=_project_order)),
        events=tuple(sorted(by_kind.get(Kind.EVENT, ()), key=_event_order)),
    )


def group_by(everything: Group, attribute: str) -> dict[str, Group]:
    """Group pieces by a name, or the names, in their front matter; the names come in alphabetical order.

    Within each group the pieces stand as they did: they are not sorted again.
    """
    kinds = [_by_name(getattr(everything, spec.name), attribute) for spec in fields(Group)]
    names = sorted({name for rows in kinds for name in rows})
    return {name: Group(*(tuple(rows.get(name, ())) for rows in kinds)) for name in names}


def _by_name(items: Iterable[Item], attribute: str) -> dict[str, list[Item]]:
    rows: dict[str, list[Item]] = {}
    for item in items:
        names = getattr(item.document.meta, attribute, None)
        for name in (names,) if isinstance(names, str) else names or ():
            rows.setdefault(name, []).append(item)
    return rows


def _story_order(item: Item) -> tuple[int, str]:
    meta = item.document.meta
    return (-meta.date.toordinal() if isinstance(meta, Story) else 0, item.slug)


def _call_order(item: Item) -> tuple[bool, int, str]:
    meta = item.document.meta
    closes_on = meta.closes_on if isinstance(meta, Call) else None
    day = (closes_on or UNDATED).toordinal()
    return (item.closed, -day if item.closed else day, item.slug)


def _project_order(item: Item) -> tuple[int, int, str]:
    meta = item.document.meta
    if not isinstance(meta, Project):
        return (0, 0, item.slug)
    start = meta.start.first_day if meta.start else dt.date.min
    return (_STATUS_ORDER.index(meta.status), -start.toordinal(), item.slug)


def _event_order(item: Item) -> tuple[bool, int, str, str]:
    meta = item.document.meta
    if not isinstance(meta, Event):
        return (False, 0, "", item.slug)
    day = meta.begins.day.toordinal()
    return (item.past, -day if item.past else day, meta.begins.time or "", item.slug)
