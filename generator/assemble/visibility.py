"""A document and a date -> whether it is visible, in what state, and when that will change."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from generator.model.config import Config
from generator.model.document import UNDATED, Call, Common, Document, Event, Kind, Project, Story
from generator.model.site import Change, Item

HOME = "/"
"""The front page is always there: a last day means nothing for it."""
ONE_DAY = dt.timedelta(days=1)
LAST_DAYS = 7


@dataclass(frozen=True, slots=True)
class Visibility:
    """`item` is None for a hidden document; `changes` are the next moments at which that is different."""

    item: Item | None
    changes: tuple[Change, ...] = ()


def address_of(kind: Kind, slug: str) -> str:
    """Give the address of a piece."""
    if kind is Kind.PAGE:
        return "/" if slug == "index" else f"/{slug}/"
    return f"/{kind.value}/{slug}/"


def look_at(document: Document, config: Config, today: dt.date, *, drafts: bool) -> Visibility:
    """Say how a document stands on `today`; with `drafts` what is not public yet is visible too."""
    common = document.common
    first = first_day(common, config)
    if not drafts and (first is None or first > today):
        appears = (Change(first, document.path, f"{document.kind.label} verschijnt"),) if first else ()
        return Visibility(None, appears)
    item, changes = _state(document, today)
    if common.draft:
        changes = ()
    return Visibility(item, changes)


def first_day(common: Common, config: Config) -> dt.date | None:
    """Give the first day of a piece, day one when nothing holds it back; None while it waits for somebody.

    A signature counts from its own day: a date that is still to come opens nothing early.
    """
    if common.draft or unsigned(common, config):
        return None
    signed = dict(common.signatures)
    return max(common.publish_on or dt.date.min, *(signed[name] for name in config.required_signatures), dt.date.min)


def unsigned(common: Common, config: Config) -> tuple[str, ...]:
    """Give the organisations that still have to sign, in the order in which site.yaml names them."""
    if not config.required_signatures:
        return ()
    signed = dict(common.signatures)
    return tuple(name for name in config.required_signatures if name not in signed)


def _state(document: Document, today: dt.date) -> tuple[Item, tuple[Change, ...]]:
    common, meta, path = document.common, document.meta, document.path
    changes: list[Change] = []
    expired = closed = past = False
    days_left = None
    if common.expire_on and address_of(document.kind, document.slug) != HOME:
        expired = common.expire_on < today
        if not expired:
            changes.append(Change(common.expire_on + ONE_DAY, path, f"{document.kind.label} verloopt"))
    if isinstance(meta, Call) and meta.ended:
        closed = True
    elif isinstance(meta, Call) and meta.closes_on:
        left = (meta.closes_on - today).days
        closed = left < 0
        days_left = left if 0 <= left < LAST_DAYS else None
        changes += _countdown(meta.closes_on, left, path)
    if isinstance(meta, Event):
        past = meta.last_day < today
        if not past and meta.last_day < dt.date.max:
            changes.append(Change(meta.last_day + ONE_DAY, path, "activiteit is geweest"))
    if isinstance(meta, Project):
        days = (meta.reached_on(milestone) for milestone in meta.milestones)
        changes += [Change(day, path, "mijlpaal bereikt") for day in days if day and day > today]
    item = Item(document, address_of(document.kind, document.slug), expired, closed, days_left, past)
    return item, tuple(changes)


def own_card_ends(document: Document, config: Config, today: dt.date) -> tuple[Change, ...]:
    """A story or call of some years ago shares the card of its wijk; that changes on New Year's Day."""
    meta = document.meta
    years = config.social_cards.years
    if not config.social_cards.enabled or not isinstance(meta, Story | Call) or meta.date == UNDATED:
        return ()
    if meta.date.year <= today.year - years:
        return ()
    day = dt.date(meta.date.year + years, 1, 1)
    return (Change(day, document.path, f"{document.kind.label} krijgt de deelkaart van zijn wijk"),)


def _countdown(closes_on: dt.date, left: int, path: str) -> list[Change]:
    """Give the next midnight at which the days that are left read differently, or the call closes."""
    if left < 0:
        return []
    shown = min(left, LAST_DAYS) - 1
    reasons = {-1: "oproep sluit", 0: "laatste dag om te reageren", 1: "nog 1 dag om te reageren"}
    reason = reasons.get(shown, f"nog {shown} dagen om te reageren")
    return [Change(closes_on - shown * ONE_DAY, path, reason)]
