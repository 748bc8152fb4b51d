"""What a build is asked to do, and what came of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic
from generator.digest import digest_bytes
from generator.model.site import Waiting
from generator.model.verdict import Verdict

if TYPE_CHECKING:
    from generator.build.pictures_on_demand import PendingPictures

Progress = Callable[[str, int, int], None]
"""Called with the stage in Dutch, what is done of it, and how much there is."""


@dataclass(frozen=True, slots=True)
class Options:
    """One build: `today` is the date of the site, `jobs` the number of processes (0: as many as there are cores).

    With `lazy_photos` photos and cards are planned but not made: `Outcome.pending` makes each when a page asks for it.
    """

    root: Path
    output: Path
    today: dt.date
    strict: bool = False
    clean: bool = False
    drafts: bool = False
    jobs: int = 0
    lazy_photos: bool = False


def output_id(options: Options) -> str:
    """Name an output folder in the cache; a build with drafts, or without its photos, shares nothing with others."""
    lazy = "\0lazy" if options.lazy_photos else ""
    return digest_bytes(f"{options.output.resolve()}\0{options.drafts}{lazy}".encode())


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a build.

    `next_change` is the day, file and reason of the next change by itself. `pending` are the photos that a build with
    `lazy_photos` did not make; without one, or when it failed, None. `verdicts` are those of a check, on every content
    file. `files` are those that a build which succeeded has in its output folder.
    """

    diagnostics: tuple[Diagnostic, ...]
    failed: bool
    counts: dict[str, int]
    next_change: tuple[str, str, str] | None = None
    foreign: tuple[str, ...] = ()
    pending: PendingPictures | None = None
    waiting: tuple[Waiting, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    files: frozenset[str] = frozenset()
