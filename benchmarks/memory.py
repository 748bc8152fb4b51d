"""A process and its descendants -> the memory they hold together at one moment, and the most of it over time.

Linux keeps for each process its proportional share (PSS): a page of memory that three processes share counts for a
third in each, so the sum over the processes counts it once. Where the kernel does not say that, resident memory is
added up, in which shared pages count more than once.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

SHORTEST_PAUSE = 0.02
"""Seconds between two samples, at least; asking costs the process that is asked about time as well."""
SHARE = 0.05
"""Sampling takes at most this share of one core."""
PROC = Path("/proc")
PAGE_BYTES = os.sysconf("SC_PAGE_SIZE")
RSS_UNIT = 1 if sys.platform == "darwin" else 1024
"""What the kernel counts `ru_maxrss` in: bytes on macOS, kilobytes elsewhere."""


def how_measured() -> str:
    """Say what a number of this module is, on this machine."""
    if (PROC / "self" / "smaps_rollup").exists():
        return "proportional memory (PSS) of all processes together: shared pages count once"
    if PROC.exists():
        return "resident memory (RSS) of all processes added up: shared pages count more than once"
    return "the peak of the largest process, as the kernel gives it"


def peak_bytes(sampled: int, max_rss: int) -> int:
    """Choose the peak: what was sampled, or where nothing can be sampled what the kernel says of the largest process.

    On Linux `ru_maxrss` starts at that of the process that started the command, so it says nothing of the command.
    """
    return sampled if sampled or sys.platform == "linux" else max_rss * RSS_UNIT


def tree_bytes(pid: int) -> int:
    """Give the memory of a process and its descendants now, in bytes; 0 where /proc is missing."""
    return sum(_bytes_of(PROC / str(one)) for one in family(pid))


def family(pid: int) -> Iterator[int]:
    """Give a process and its descendants."""
    yield pid
    for child in _children(PROC / str(pid)):
        yield from family(child)


def pss_of(rollup: str) -> int:
    """Read the proportional share in bytes from the text of `smaps_rollup`."""
    for line in rollup.splitlines():
        name, _, value = line.partition(":")
        if name == "Pss":
            return int(value.split()[0]) * 1024
    raise ValueError(rollup)


def rss_of(statm: str) -> int:
    """Read the resident memory in bytes from the text of `statm`."""
    return int(statm.split()[1]) * PAGE_BYTES


def _bytes_of(process: Path) -> int:
    try:
        return pss_of((process / "smaps_rollup").read_text(encoding="ascii"))
    except (OSError, ValueError):  # not on this system, not allowed, or the process has just ended
        pass
    try:
        return rss_of((process / "statm").read_text(encoding="ascii"))
    except (OSError, IndexError):
        return 0


def _children(process: Path) -> list[int]:
    found: list[int] = []
    try:
        for task in (process / "task").iterdir():
            found += map(int, (task / "children").read_text(encoding="ascii").split())
    except OSError:  # no /proc here, or a thread has just ended
        return found
    return found


class MemorySampler(threading.Thread):
    """Looks again and again at what a process and its descendants hold together; `peak` is the most of it, in bytes."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.peak = 0
        self._pid = pid
        self._done = threading.Event()

    def run(self) -> None:
        """Sample until told to stop."""
        pause = SHORTEST_PAUSE
        while not self._done.wait(pause):
            begin = time.perf_counter()
            self.peak = max(self.peak, tree_bytes(self._pid))
            pause = max(SHORTEST_PAUSE, (time.perf_counter() - begin) / SHARE)

    def stop(self) -> None:
        """End the thread."""
        self._done.set()
        self.join()
