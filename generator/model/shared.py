"""The shared data files below `content/`, and a photo's register, understood."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Organisation:
    """Somebody behind the news."""

    slug: str
    name: str
    description: str | None = None
    website: str | None = None
    phone: str | None = None
    email: str | None = None
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Theme:
    """A subject that pieces share."""

    slug: str
    name: str
    description: str | None = None


@dataclass(frozen=True, slots=True)
class Counter:
    """A place where residents can turn to with a plan ("loket"); `wishes` are sentences from their side."""

    slug: str
    name: str
    description: str
    wishes: tuple[str, ...]
    not_for: tuple[str, ...] = ()
    organisation: str | None = None
    how: str | None = None
    phone: str | None = None
    email: str | None = None
    website: str | None = None
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """One notice for the whole site, shown up to and including its last day."""

    text: str
    until: dt.date
    link_text: str | None = None
    link_target: str | None = None
    link_line: int = 1


@dataclass(frozen=True, slots=True)
class WijkShape:
    """The outline of one wijk: rings of (longitude, latitude); `label` is where its name goes."""

    cbs_code: str
    rings: tuple[tuple[tuple[float, float], ...], ...]
    label: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class WijkMap:
    """The map of the wijken with the line that names its source."""

    shapes: tuple[WijkShape, ...] = ()
    source: str = ""
    licence: str = ""


@dataclass(frozen=True, slots=True)
class SharedData:
    """All shared data of a site; every part may be empty.

    `small_map` has calmer outlines, for small sizes; `lines` gives `file:key` -> line.
    """

    organisations: Mapping[str, Organisation] = field(default_factory=dict)
    themes: Mapping[str, Theme] = field(default_factory=dict)
    counters: Mapping[str, Counter] = field(default_factory=dict)
    spellings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    postcodes: Mapping[str, str] = field(default_factory=dict)
    notice: Notice | None = None
    map: WijkMap = WijkMap()
    small_map: WijkMap = WijkMap()
    lines: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PhotoRegister:
    """What the register file beside a photo says.

    It is not `complete` when consent is not in order: such a photo is shown nowhere, not even in a preview.
    """

    path: str
    alt: str
    decorative: bool
    photographer: str
    consent: str
    consent_ref: str | None = None
    consent_on: dt.date | None = None
    minors: bool = False
    parental_consent: bool = False
    expires_on: dt.date | None = None
    share_with_partners: bool = False
    withdrawn_on: dt.date | None = None
    focus: tuple[float, float] = (0.5, 0.5)
    caption: str | None = None
    complete: bool = True
    lines: dict[str, int] = field(default_factory=dict, compare=False, repr=False)
