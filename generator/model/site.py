"""The whole site at one date: what is visible, where it lives, how it hangs together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.model.config import Config, Redirect
from generator.model.document import Document, Kind
from generator.model.shared import PhotoRegister, SharedData
from generator.model.source import PhotoFile


@dataclass(frozen=True, slots=True)
class Item:
    """One visible piece with its address and its state on the date of the site.

    `days_left` is set in the last seven days of a call only; `closed` is for calls, `past` for activities; `photo`
    is the path of the photo that stands above it, whether or not it may be shown.
    """

    document: Document
    address: str
    expired: bool = False
    closed: bool = False
    days_left: int | None = None
    past: bool = False
    photo: str | None = None

    @property
    def slug(self) -> str:
        """Give the piece's unique name."""
        return self.document.slug

    @property
    def kind(self) -> Kind:
        """Give what the piece is."""
        return self.document.kind


@dataclass(frozen=True, slots=True)
class Group:
    """The listed pieces that share a wijk, a theme or a project, each kind in its own order."""

    stories: tuple[Item, ...] = ()
    calls: tuple[Item, ...] = ()
    projects: tuple[Item, ...] = ()
    events: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """A day on which the site changes by itself (from its first minute, in Amsterdam)."""

    day: dt.date
    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """A finished piece that is not on the site: for whose signature it waits, and from which day it may be there.

    Without `organisations` it only waits for its day; without `day` it appears as soon as everybody has signed.
    """

    path: str
    title: str
    organisations: tuple[str, ...] = ()
    day: dt.date | None = None


@dataclass(frozen=True, slots=True)
class LinkTarget:
    """Where a link in a body leads; `href` is None when its target is hidden and the link becomes plain text."""

    href: str | None
    external: bool = False


@dataclass(frozen=True, slots=True)
class PhotoTarget:
    """A photo that a body shows: a path among the site's photos, or None when it may not be shown."""

    path: str | None
    alt: str = ""
    caption: str | None = None


@dataclass(frozen=True, slots=True)
class ShortcodeTarget:
    """A shortcode whose parameters were checked; `name` is None when there is nothing to show.

    `slug` is the piece or counter that it is about, `photos` are those that may be shown, `link` is where a video
    has its text, and `arguments` are the parameters by name.
    """

    name: str | None
    slug: str | None = None
    photos: tuple[str, ...] = ()
    link: LinkTarget | None = None
    arguments: tuple[tuple[str, str], ...] = ()


Target = LinkTarget | PhotoTarget | ShortcodeTarget


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo that may be shown: its header and what its register says."""

    file: PhotoFile
    register: PhotoRegister


@dataclass(frozen=True, slots=True)
class Site:
    """Everything visible on one date. `listed` leaves out what has expired.

    `public_photos` are those that pieces use which are no drafts, whether or not they may be shown.
    `waiting` are the pieces that are ready and hidden, whatever the site shows of them.
    `withheld` are the addresses of pieces that are not there now: True for hidden, False for not understood.
    """

    config: Config
    today: dt.date
    shared: SharedData
    items: tuple[Item, ...]
    wijken: tuple[Item, ...]
    listed: Group
    pages: tuple[Item, ...]
    by_slug: Mapping[str, Item]
    by_wijk: Mapping[str, Group]
    by_theme: Mapping[str, Group]
    by_project: Mapping[str, Group]
    targets: Mapping[str, tuple[Target, ...]]
    photos: Mapping[str, Photo]
    public_photos: frozenset[str] = frozenset()
    redirects: tuple[Redirect, ...] = ()
    withheld: Mapping[str, bool] = field(default_factory=dict)
    changes: tuple[Change, ...] = field(default=(), compare=False)
    waiting: tuple[Waiting, ...] = field(default=(), compare=False)
