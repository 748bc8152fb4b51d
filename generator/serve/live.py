"""The preview while it runs: a change leads to a build, never two at once, and a build to a word to the browsers."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from concurrent.futures import Executor
from pathlib import Path

from generator.serve.builder import Builder, Built

PATIENCE = 2.0
"""Seconds before a build is tried again that the disk refused."""
HEAD_START = 0.5
"""Seconds that a browser has for a page that was made ahead, before everything is looked at."""


class Live:
    """Builds whenever something changed; `built` is always the last state.

    `report` is called after each build, `tell` whenever browsers should look again.
    """

    def __init__(self, builder: Builder, report: Callable[[Built], None], tell: Callable[[], None]) -> None:
        self._builder = builder
        self._report = report
        self._tell = tell
        self._dirty = asyncio.Event()
        self._saved: set[Path] = set()
        self._unknown = False
        """Whether something changed of which nobody said what it is."""
        self.built = Built(paths=builder.present)
        self.builds = 0

    def changed(self, places: Iterable[Path] = ()) -> None:
        """Note that files changed, or nobody knows what; what comes during a build is built right after it."""
        found = set(places)
        self._saved |= found
        self._unknown |= not found
        self._dirty.set()

    async def run(self, bench: Executor) -> None:
        """Build until this task is cancelled; `bench` is one thread.

        A page that was made ahead is followed by a build of everything, which no further save puts off.
        """
        loop = asyncio.get_running_loop()
        latest: float | None = None
        while True:
            in_time = await self._hear(latest)
            ahead = None
            if in_time and not self._unknown and len(self._saved) == 1:
                self._dirty.clear()
                ahead = await loop.run_in_executor(bench, self._builder.build_ahead, self._saved.pop())
            if ahead is None:
                self._dirty.clear()
                self._saved.clear()
                self._unknown = False
                self.built = await loop.run_in_executor(bench, self._builder.build)
                latest = None
            else:
                self.built = ahead
                latest = latest or loop.time() + HEAD_START
            self.builds += 1
            self._report(self.built)
            self._tell()
            await loop.run_in_executor(bench, self._builder.tidy)
            if self.built.blocked:
                loop.call_later(PATIENCE, self.changed)

    async def _hear(self, latest: float | None) -> bool:
        """Wait for a change, and tell whether one came before the `latest` moment."""
        try:
            async with asyncio.timeout_at(latest):
                await self._dirty.wait()
        except TimeoutError:
            return False
        return latest is None or asyncio.get_running_loop().time() < latest
