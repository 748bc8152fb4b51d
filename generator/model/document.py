"""One content file, understood: its front matter as typed values and its body as a fragment."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from dataclasses import dataclass, field
from enum import StrEnum

from generator.model.prose import Block

UNDATED = dt.date.max
"""The date of a draft that has none yet: newest of all, so that its writer sees it first."""

HEEL_ASSEN = "heel-assen"
"""The word in `wijken` for a piece about the whole city."""


class Kind(StrEnum):
    """The six kinds of content, by the folder below `content/` that holds them."""

    STORY = "verhalen"
    WIJK = "wijken"
    CALL = "oproepen"
    PROJECT = "projecten"
    EVENT = "agenda"
    PAGE = ""

    @property
    def label(self) -> str:
        """Give the Dutch word for one piece of this kind."""
        return KIND_LABELS[self]


KIND_LABELS = {
    Kind.STORY: "verhaal",
    Kind.WIJK: "wijk",
    Kind.CALL: "oproep",
    Kind.PROJECT: "project",
    Kind.EVENT: "activiteit",
    Kind.PAGE: "pagina",
}


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A year, a month of a year, or a day: what people know of when something was."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def first_day(self) -> dt.date:
        """Give the earliest day that it can mean; used for sorting."""
        return dt.date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> dt.date:
        """Give the latest day that it can mean: from then on it has come."""
        month = self.month or 12
        return dt.date(self.year, month, self.day or monthrange(self.year, month)[1])


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, or a day with a time ("19:30"), in Amsterdam."""

    day: dt.date
    time: str | None = None

    @property
    def sort_key(self) -> tuple[dt.date, str]:
        """Order whole days before the times of that day."""
        return (self.day, self.time or "")


@dataclass(frozen=True, slots=True)
class Common:
    """What every kind has."""

    title: str
    summary: str | None = None
    photo: str | None = None
    draft: bool = False
    publish_on: dt.date | None = None
    expire_on: dt.date | None = None
    signatures: tuple[tuple[str, dt.date], ...] = ()
    former_addresses: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    language: str = "nl"
    example: bool = False
    disabled_rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Contact:
    """How to reach somebody; every part may be absent."""

    email: str | None = None
    phone: str | None = None
    address: str | None = None
    form: str | None = None


@dataclass(frozen=True, slots=True)
class Author:
    """Who wrote a story: `role` is redactie, wijkreporter or partner."""

    name: str
    role: str = "redactie"


@dataclass(frozen=True, slots=True)
class Story:
    """Front matter of a verhaal."""

    date: dt.date
    wijken: tuple[str, ...]
    themes: tuple[str, ...] = ()
    project: str | None = None
    author: Author | None = None
    sender: str = "mba"
    updated: dt.date | None = None


@dataclass(frozen=True, slots=True)
class TeamMember:
    """Somebody, or a role, that residents of a wijk can turn to."""

    organisation: str
    name: str | None = None
    role: str | None = None
    phone: str | None = None
    email: str | None = None


@dataclass(frozen=True, slots=True)
class Wijk:
    """Front matter of a wijk; `figures` holds label and value as written, `color` the name of an accent token."""

    cbs_code: str
    slogan: str | None = None
    also_known_as: tuple[str, ...] = ()
    color: str | None = None
    renewal: bool = False
    buurten: tuple[str, ...] = ()
    figures: tuple[tuple[str, str], ...] = ()
    team: tuple[TeamMember, ...] = ()
    office_hours: str | None = None


ENDED_CALLS = frozenset({"klaar", "gaat-niet-door"})
"""What a call that has this status asked for, is done or called off: it is closed for readers."""
STOPPED = "gestopt"


@dataclass(frozen=True, slots=True)
class Call:
    """Front matter of an oproep; `closes_on` is the last day, None for a call that keeps running."""

    call_kind: str
    date: dt.date
    wijken: tuple[str, ...]
    closes_on: dt.date | None
    reply: Contact
    answered_by: str
    follow_up: str
    themes: tuple[str, ...] = ()
    project: str | None = None
    status: str | None = None
    reason: str | None = None
    result: str | None = None
    counter: str | None = None

    @property
    def ended(self) -> bool:
        """Tell whether its status says that nobody can join any more, whatever its last day is."""
        return self.status in ENDED_CALLS


@dataclass(frozen=True, slots=True)
class Milestone:
    """A point on a project's timeline."""

    date: PartialDate
    text: str


@dataclass(frozen=True, slots=True)
class Project:
    """Front matter of a project; the two tasks say what is joined here."""

    wijken: tuple[str, ...]
    status: str
    physical_task: str | None = None
    social_task: str | None = None
    themes: tuple[str, ...] = ()
    start: PartialDate | None = None
    end: PartialDate | None = None
    partners: tuple[str, ...] = ()
    milestones: tuple[Milestone, ...] = ()

    @property
    def stopped(self) -> bool:
        """Tell whether it ended before it was ready."""
        return self.status == STOPPED

    def reached_on(self, milestone: Milestone) -> dt.date | None:
        """Give the day from which a milestone is behind us; None when the project stopped before it."""
        day = milestone.date.last_day
        return None if self.stopped and self.end is not None and self.end.last_day < day else day


@dataclass(frozen=True, slots=True)
class Place:
    """Where an activity is."""

    name: str
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Front matter of an activiteit; `signup_note` is free text, `signup` ways to reach somebody.

    `updated` is the day on which its day, time or place last changed.
    """

    begins: Moment
    ends: Moment | None
    place: Place
    wijken: tuple[str, ...]
    themes: tuple[str, ...] = ()
    project: str | None = None
    signup: Contact | None = None
    signup_note: str | None = None
    cancelled: bool = False
    updated: dt.date | None = None

    @property
    def last_day(self) -> dt.date:
        """Give the last day on which it happens."""
        return self.ends.day if self.ends else self.begins.day


@dataclass(frozen=True, slots=True)
class Page:
    """Front matter of a pagina: `menu` is hoofd, voet or None."""

    menu: str | None = None


Meta = Story | Wijk | Call | Project | Event | Page


class RefKind(StrEnum):
    """What a reference in a body points to."""

    LINK = "link"
    PHOTO = "photo"
    SHORTCODE = "shortcode"


@dataclass(frozen=True, slots=True)
class Ref:
    """Something in a body that only the whole site can resolve; `line` counts in the content file.

    For a link `target` is as written; for a photo it is the file name and `text` the alternative text; for a shortcode
    `target` is its name and `arguments` its parameters (positional ones under "0", "1" ...).
    """

    kind: RefKind
    target: str
    line: int
    text: str = ""
    arguments: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a body, after the shift: level 2 to 6."""

    level: int
    anchor: str
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Fragment:
    """A body: its HTML lies in the store under `key`, and holds token N for reference N."""

    key: str
    headings: tuple[Heading, ...] = ()
    refs: tuple[Ref, ...] = ()
    anchors: tuple[str, ...] = ()
    words: int = 0


@dataclass(frozen=True, slots=True)
class FragmentText:
    """The heavy half of a body: `html` with tokens, `text` without any markup, and the same in blocks with lines."""

    html: str
    text: str
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """One content file. `lines` gives the line of each key by its dotted path (`wijken.0`)."""

    path: str
    kind: Kind
    slug: str
    common: Common
    meta: Meta
    body: Fragment
    digest: str
    lines: dict[str, int] = field(default_factory=dict, compare=False, repr=False)

    @property
    def folder(self) -> str:
        """Give the folder that the file's own relative paths start from."""
        return self.path.rpartition("/")[0]

    def line(self, key: str) -> int:
        """Give the line of a key, or of the nearest key around it, or 1."""
        while key:
            if key in self.lines:
                return self.lines[key]
            key = key.rpartition(".")[0]
        return 1


@dataclass(frozen=True, slots=True)
class Parsed:
    """What one file gave. Without a `document` it could not be understood; its slug is known all the same.

    `kind` is None for a file in a place where no content belongs; `text` is absent for what was parsed before.
    """

    path: str
    kind: Kind | None
    slug: str
    document: Document | None
    text: FragmentText | None = None
