"""The state of the whole site on one date, as the communicatieteam needs to know it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class QuietWijk:
    """A wijk and its latest story: `days` ago; both are None when there never was one."""

    name: str
    file: str
    latest: dt.date | None
    days: int | None
    stale: bool


@dataclass(frozen=True, slots=True)
class CallLine:
    """A call with the last day to answer it."""

    title: str
    file: str
    closes_on: dt.date
    days: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """A piece that waits for the sign-off of these organisations."""

    title: str
    file: str
    organisations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Level:
    """How the texts of one kind and year read together; `year` is None for what has no date.

    `score` is that of Flesch and Douma (0 to 100, higher is easier): a hint, no quality mark.
    """

    kind: str
    year: int | None
    pieces: int
    words: int
    mean: float
    longest: int
    long: int
    score: float


@dataclass(frozen=True, slots=True)
class HardText:
    """One of the texts that ask most of a reader; `line` is that of its longest sentence."""

    title: str
    file: str
    line: int
    score: float
    mean: float
    longest: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """Something that was checked for accessibility: how many were looked at, and how many problems there were."""

    what: str
    looked_at: int
    problems: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class SiteState:
    """All of it; `version` is that of the program that looked."""

    name: str
    date: dt.date
    version: str
    pieces: int
    errors: int
    warnings: int
    wijken: tuple[QuietWijk, ...]
    closing: tuple[CallLine, ...]
    unanswered: tuple[CallLine, ...]
    waiting: tuple[Waiting, ...]
    drafts: int
    levels: tuple[Level, ...]
    hardest: tuple[HardText, ...]
    evidence: tuple[Evidence, ...]

    @property
    def stale(self) -> tuple[QuietWijk, ...]:
        """Give the wijken without a new story in a year."""
        return tuple(wijk for wijk in self.wijken if wijk.stale)
