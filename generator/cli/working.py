"""A command that reads or builds the site -> its turn, the cache and the progress."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

import click

from generator.build import Options
from generator.build.attempts import persist
from generator.build.turn import take_turn
from generator.cache import Cache
from generator.cli.progress import ProgressLine

T = TypeVar("T")
SILENCE = 1.0
"""Seconds of waiting before anything is said about it."""


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
