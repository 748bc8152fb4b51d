"""Site -> the feeds that others follow: one for each scope, with the latest pieces."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping

from generator.model.document import UNDATED, Call, Event, Story, Wijk
from generator.model.feed import FeedImage, FeedItem, FeedTag, FeedView
from generator.model.site import Group, Item
from generator.model.view import PhotoVariant
from generator.plan.pieces import Desk
from generator.plan.scopes import (
    AGENDA,
    CALLS,
    EVERYTHING,
    STORIES,
    Scope,
    has_day,
    theme_scope,
    themes_in_use,
    wijk_scope,
)
from generator.plan.tokens import Token

COUNT = 20
IMAGE_WIDTH = 960
IMAGE_TYPES = ("image/jpeg", "image/webp")
"""What every reader can show, the best known first."""
ICON = "images/apple-touch-icon.png"
NEVER = dt.date(1970, 1, 1)
"""When a feed without pieces last changed."""
_WIJK_COLOR = "semantic.color.wijk."
_NONE = Group()


def make_feeds(desk: Desk, tokens: Iterable[Token]) -> Iterator[tuple[Scope, FeedView]]:
    """Make all feeds; `tokens` give each wijk its colour."""
    colors = {token.path.removeprefix(_WIJK_COLOR): token.colours[0] for token in tokens if token.colours}
    maker = _Maker(desk)
    for scope, color, items in _scopes(desk, colors):
        yield scope, maker.feed(scope, color, items)


def _scopes(desk: Desk, colors: Mapping[str, str]) -> Iterator[tuple[Scope, str | None, list[Item]]]:
    site = desk.site
    yield EVERYTHING, None, _latest(site.listed)
    yield STORIES, None, _latest(Group(stories=site.listed.stories))
    yield CALLS, None, _latest(Group(calls=site.listed.calls))
    yield AGENDA, None, [item for item in site.listed.events if not item.past and has_day(item)]
    for wijk in site.wijken:
        meta = wijk.document.meta
        color = colors.get((meta.color if isinstance(meta, Wijk) else None) or wijk.slug)
        yield wijk_scope(wijk), color, _latest(site.by_wijk.get(wijk.slug, _NONE))
    for theme in themes_in_use(site):
        scope = theme_scope(theme, empty=theme.slug not in site.by_theme)
        yield scope, None, _latest(site.by_theme.get(theme.slug, _NONE))


def _latest(group: Group) -> list[Item]:
    """Give stories and calls, newest first."""
    found = [item for item in (*group.stories, *group.calls) if has_day(item)]
    return sorted(found, key=lambda item: (-_published(item).toordinal(), item.slug))


def _published(item: Item) -> dt.date:
    meta = item.document.meta
    if isinstance(meta, Event):
        return min(known_days(item), default=meta.begins.day)
    return meta.date if isinstance(meta, Story | Call) else UNDATED


def _updated(item: Item) -> dt.date:
    meta = item.document.meta
    if isinstance(meta, Event):
        return max(known_days(item), default=meta.begins.day)
    return max(_published(item), (meta.updated if isinstance(meta, Story) else None) or dt.date.min)


def known_days(item: Item) -> tuple[dt.date, ...]:
    """Give the days on which something is known to have happened to an activity: it has no date of its own."""
    common, meta = item.document.common, item.document.meta
    days = (common.publish_on, meta.updated if isinstance(meta, Event) else None, *dict(common.signatures).values())
    return tuple(day for day in days if day)


class _Maker:
    """Makes feeds, and each piece in them once."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._address = desk.site.config.address
        self._items: dict[str, FeedItem] = {}

    def feed(self, scope: Scope, color: str | None, items: Iterable[Item]) -> FeedView:
        config = self._desk.site.config
        icon = dict(self._desk.shell.assets.files).get(ICON)
        shown = tuple(self._item(item) for item in list(items)[:COUNT])
        return FeedView(
            scope=scope.name,
            name=scope.about,
            title=f"{scope.title} - {config.name}",
            description=scope.description,
            home=f"{self._address}{scope.home}",
            feeds=f"{self._address}/feeds/",
            site_name=config.name,
            site_address=f"{self._address}/",
            icon=f"{self._address}{icon}" if icon else None,
            color=color,
            updated=max((item.updated for item in shown), default=NEVER),
            items=shown,
        )

    def _item(self, item: Item) -> FeedItem:
        if item.slug not in self._items:
            self._items[item.slug] = self._make_item(item)
        return self._items[item.slug]

    def _make_item(self, item: Item) -> FeedItem:
        common, meta = item.document.common, item.document.meta
        call = meta if isinstance(meta, Call) else None
        event = meta if isinstance(meta, Event) else None
        return FeedItem(
            address=f"{self._address}{item.address}",
            kind=item.kind.label,
            title=common.title,
            summary=common.summary or common.title,
            language=common.language,
            published=_published(item),
            updated=_updated(item),
            wijken=tuple(
                FeedTag(badge.slug, badge.name, f"{self._address}/wijken/") for badge in self._desk.catalog.badges(item)
            ),
            themes=tuple(
                FeedTag(link.address.split("/")[2], link.text, f"{self._address}/themas/")
                for link in self._desk.catalog.themes(item)
            ),
            image=shared_image(self._desk, item),
            closes_on=call.closes_on if call and not call.ended else None,
            ended=call is not None and call.ended,
            begins=event.begins.day if event else None,
            begins_time=event.begins.time if event else None,
            ends=event.ends.day if event and event.ends else None,
            ends_time=event.ends.time if event and event.ends else None,
            place=event.place.name if event else None,
            cancelled=event is not None and event.cancelled,
            example=common.example,
        )


def shared_image(desk: Desk, item: Item) -> FeedImage | None:
    """Give the photo above a piece, if it may be shown and partners may show it too."""
    photo, view = desk.site.photos.get(item.photo or ""), desk.catalog.lead_photo(item)
    if photo is None or view is None or not photo.register.share_with_partners:
        return None
    fitting = [variant for variant in view.variants if variant.media_type in IMAGE_TYPES]
    if not fitting:
        return None
    best = min(fitting, key=_distance)
    return FeedImage(
        address=f"{desk.site.config.address}{best.address}",
        width=best.width,
        height=best.height,
        media_type=best.media_type,
        alt=view.alt,
        credit=photo.register.photographer,
    )


def _distance(variant: PhotoVariant) -> tuple[int, int]:
    return (abs(variant.width - IMAGE_WIDTH), IMAGE_TYPES.index(variant.media_type))
