"""The folders of a site -> a word whenever a file in them changed, came, went, or got another name."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from watchfiles import Change, awatch

from generator.load import CONTENT
from generator.load.files import is_leftover
from generator.load.sources import SETTINGS

STEP = 50
"""Milliseconds of quiet after which a burst of saves counts as over."""
LONGEST = 1200
"""Milliseconds after which we no longer wait for that quiet."""
SETTLE = 0.2
"""Seconds after which a new watch is certainly there; what changed before that is looked at once more."""


class Watcher:
    """Watches what a site is made of; `theme` gives the folder of its theme, relative to `root`.

    `changed` is called with the files that changed below the folders of the site, with none when it may be anything.

    The folder of the site itself is watched without what is below it: it holds caches and environments as well.
    """

    def __init__(self, root: Path, theme: Callable[[], str], changed: Callable[[Iterable[Path]], None]) -> None:
        self._root = root
        self._theme = theme
        self._changed = changed
        self._again = asyncio.Event()
        self._watched: dict[Path, int] = {}
        self._polling: bool | None = None
        """Whether to look every now and then, because the system has no watches left to give."""

    async def run(self) -> None:
        """Watch until this task is cancelled."""
        async with asyncio.TaskGroup() as both:
            both.create_task(self._watch_top())
            both.create_task(self._watch_folders())

    def refresh(self) -> None:
        """Look whether the folders are still the same ones: a theme can be chosen, a folder made again."""
        if self._folders() != self._watched:
            self._again.set()

    def _folders(self) -> dict[Path, int]:
        """Give the folders to watch with everything below them; each with what tells it from its successor."""
        found = {}
        for name in dict.fromkeys((CONTENT, self._theme().replace("\\", "/").partition("/")[0])):
            folder = self._root / name
            with contextlib.suppress(OSError, ValueError):
                if name not in {"", ".", ".."} and folder.is_dir():
                    found[folder] = folder.stat().st_ino
        return found

    async def _watch_top(self) -> None:
        def concerns_us(change: Change, path: str) -> bool:
            del change
            return Path(path).name in {SETTINGS, CONTENT, self._theme().partition("/")[0]}

        while True:
            with self._falling_back():
                changes = awatch(
                    self._root,
                    recursive=False,
                    watch_filter=concerns_us,
                    step=STEP,
                    debounce=LONGEST,
                    force_polling=self._polling,
                )
                async for _ in changes:
                    self.refresh()
                    self._changed(())
            await asyncio.sleep(SETTLE)

    async def _watch_folders(self) -> None:
        while True:
            self._again = asyncio.Event()
            self._watched = self._folders()
            if not self._watched:
                await self._again.wait()
                continue
            asyncio.get_running_loop().call_later(SETTLE, self._changed, ())
            with self._falling_back():
                changes = awatch(
                    *self._watched,
                    watch_filter=lambda change, path: not self._is_leftover(change, path),
                    step=STEP,
                    debounce=LONGEST,
                    stop_event=self._again,
                    ignore_permission_denied=True,
                    force_polling=self._polling,
                )
                async for found in changes:
                    self._changed({Path(path) for _, path in found})
                    self.refresh()
            await asyncio.sleep(SETTLE / 4)

    @contextlib.contextmanager
    def _falling_back(self) -> Iterator[None]:
        """Go on when a folder went between two looks, and with looking when watching is refused."""
        try:
            yield
        except FileNotFoundError:
            pass
        except OSError:
            self._polling = True

    def _is_leftover(self, change: Change, path: str) -> bool:
        del change
        return any(is_leftover(part) for part in _below(path, self._watched))


def _below(path: str, folders: Iterable[Path]) -> tuple[str, ...]:
    for folder in folders:
        with contextlib.suppress(ValueError):
            return Path(path).relative_to(folder).parts
    return (Path(path).name,)
