"""What a long build shows meanwhile: a bar on a terminal, plain lines elsewhere, nothing in the first second."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

import click

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

PATIENCE = 1.0
"""Seconds before anything is shown."""
EVERY = 5.0
"""Seconds between two plain lines."""


class ProgressLine:
    """Call it with a stage, what is done and how much there is."""

    def __init__(self) -> None:
        self._start = time.monotonic()
        self._last = self._start
        self._stage = ""
        self._bar: ProgressBar[Any] | None = None
        self._terminal = sys.stderr.isatty()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._close()

    @property
    def seconds(self) -> float:
        """Give the seconds since the start."""
        return time.monotonic() - self._start

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Show how far a stage is."""
        now = time.monotonic()
        if now - self._start < PATIENCE:
            return
        if self._terminal:
            self._draw(stage, done, total)
        elif stage != self._stage or now - self._last >= EVERY:
            click.echo(f"{stage}: {done} van {total}", err=True)
            self._last = now
        self._stage = stage

    def _draw(self, stage: str, done: int, total: int) -> None:
        if stage != self._stage or self._bar is None:
            self._close()
            self._bar = click.progressbar(length=total, label=stage, file=sys.stderr, width=24)
            self._bar.__enter__()
        self._bar.update(done - self._bar.pos)

    def _close(self) -> None:
        if self._bar is not None:
            self._bar.__exit__(None, None, None)
            self._bar = None
