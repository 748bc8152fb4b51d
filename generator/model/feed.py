"""What other programs read of the site: feeds, calendars and embeds, as views with a key of their own.

Addresses in them are whole web addresses: they are read far from the site.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from generator.model.view import View


@dataclass(frozen=True, slots=True)
class FeedTag(View):
    """A wijk or a theme; `scheme` is the address of the list that it comes from."""

    slug: str
    name: str
    scheme: str


@dataclass(frozen=True, slots=True)
class FeedImage(View):
    """A photo that partners may show: one variant of it."""

    address: str
    width: int
    height: int
    media_type: str
    alt: str
    credit: str


@dataclass(frozen=True, slots=True)
class FeedItem(View):
    """A piece as feeds show it; `kind` is verhaal, oproep or activiteit.

    Nothing here changes with the date: a reader knows itself which day it is. `closes_on` is the last day of a call;
    `ended` says that its status closed it, and then there is no last day.
    """

    address: str
    kind: str
    title: str
    summary: str
    language: str
    published: dt.date
    updated: dt.date
    wijken: tuple[FeedTag, ...]
    themes: tuple[FeedTag, ...]
    image: FeedImage | None = None
    closes_on: dt.date | None = None
    ended: bool = False
    begins: dt.date | None = None
    begins_time: str | None = None
    ends: dt.date | None = None
    ends_time: str | None = None
    place: str | None = None
    cancelled: bool = False
    example: bool = False


@dataclass(frozen=True, slots=True)
class FeedView(View):
    """The feed of one scope. `home` is the page with all news of it, `name` what it is about in a word or two.

    `feeds` is the address of the folder of all feeds; `color` is `#rrggbb`, for a wijk.
    """

    scope: str
    name: str
    title: str
    description: str
    home: str
    feeds: str
    site_name: str
    site_address: str
    icon: str | None
    color: str | None
    updated: dt.date
    items: tuple[FeedItem, ...]


@dataclass(frozen=True, slots=True)
class CalendarEvent(View):
    """An activiteit as calendars show it. `revised` is the last day on which something of it is known to be new."""

    uid: str
    address: str
    title: str
    description: str
    begins: dt.date
    begins_time: str | None
    ends: dt.date | None
    ends_time: str | None
    place: str
    wijken: tuple[str, ...]
    cancelled: bool
    revised: dt.date | None


@dataclass(frozen=True, slots=True)
class CalendarView(View):
    """A calendar that people can subscribe to, or that holds one activity; `site_name` is who publishes it."""

    name: str
    description: str
    address: str
    site_name: str
    events: tuple[CalendarEvent, ...]


@dataclass(frozen=True, slots=True)
class EmbedView(View):
    """What a content management system shows for a page when somebody pastes its address; `frame` is the small page."""

    title: str
    address: str
    frame: str
    author: str
    site_name: str
    site_address: str
    image: FeedImage | None


DataView = FeedView | CalendarView | EmbedView
"""What is written by an encoder, without a template."""
