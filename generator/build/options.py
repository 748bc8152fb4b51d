"""What a build is asked to do, and what came of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from generator.diagnostics import Diagnostic
from generator.model.verdict import Verdict

Progress = Callable[[str, int, int], None]
"""Called with the stage in Dutch, what is done of it, and how much there is."""


@dataclass(frozen=True, slots=True)
class Options:
    """One build: `today` is the date of the site, `jobs` the number of processes (0: as many as there are cores)."""

    root: Path
    output: Path
    today: dt.date
    strict: bool = False
    clean: bool = False
    drafts: bool = False
    jobs: int = 0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a build. `next_change` is the day, file and reason of the next change by itself.

    `verdicts` are those of a check, on every content file.
    """

    diagnostics: tuple[Diagnostic, ...]
    failed: bool
    counts: dict[str, int]
    next_change: tuple[str, str, str] | None = None
    foreign: tuple[str, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
