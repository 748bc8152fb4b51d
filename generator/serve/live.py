"""The preview while it runs: a change leads to a build, never two at once, and a build to a word to the browsers."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Executor

from generator.serve.builder import Builder, Built

PATIENCE = 2.0
"""Seconds before a build is tried again that the disk refused."""


class Live:
    """Builds whenever something changed; `built` is always the last state.

    `report` is called after each build, `tell` whenever browsers should look again.
    """

    def __init__(self, builder: Builder, report: Callable[[Built], None], tell: Callable[[], None]) -> None:
        self._builder = builder
        self._report = report
        self._tell = tell
        self._dirty = asyncio.Event()
        self.built = Built(paths=builder.present)
        self.builds = 0

    def changed(self) -> None:
        """Note that something changed: what comes during a build is built right after it."""
        self._dirty.set()

    async def run(self, bench: Executor) -> None:
        """Build until this task is cancelled; `bench` is one thread."""
        loop = asyncio.get_running_loop()
        while True:
            await self._dirty.wait()
            self._dirty.clear()
            self.built = await loop.run_in_executor(bench, self._builder.build)
            self.builds += 1
            self._report(self.built)
            self._tell()
            if self.built.blocked:
                loop.call_later(PATIENCE, self.changed)
