"""A command that reads or builds the site -> its turn, the cache and the progress; and what keeps it from its work."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

import click

from generator.build import Options
from generator.build.attempts import persist
from generator.build.disk import disk_refused, kept_changing
from generator.build.turn import Busy, busy, take_turn
from generator.cache import Cache
from generator.cli.progress import ProgressLine
from generator.diagnostics import Diagnostic
from generator.model.source import Overtaken

T = TypeVar("T")
SILENCE = 1.0
"""Seconds of waiting before anything is said about it."""
OBSTACLES = (OSError, Busy, Overtaken)
"""What keeps a command from its work, and is nobody's mistake in the content."""


def work(options: Options, act: Callable[[Options, Cache, ProgressLine], T], *, writes: bool = False) -> T:
    """Do something with the site, as the only one; `writes` says that it is also done to the output folder.

    Raises:
        Busy: somebody else was at work all the time.
        Overtaken: files kept changing.
        OSError: the disk refused.
    """
    with turn(options, writes=writes), ProgressLine() as progress:
        return persist(options, lambda options, cache: act(options, cache, progress))


@contextmanager
def turn(options: Options, *, writes: bool = False) -> Iterator[None]:
    """Wait until nobody else is at work, with a word about it."""
    told = False

    def tell(seconds: float) -> None:
        nonlocal told
        if seconds >= SILENCE and not told:
            told = True
            click.echo("Even wachten: een andere opdracht van mba is met deze site bezig.", err=True)

    with take_turn(options.root, options.output if writes else None, tell):
        yield


def explain(obstacle: OSError | Busy | Overtaken, options: Options | None = None) -> Diagnostic:
    """Say what kept a command from its work."""
    match obstacle:
        case Busy():
            return busy(obstacle, options.root if options else obstacle.folder.parent)
        case Overtaken():
            return kept_changing()
        case _:
            return disk_refused(obstacle)
