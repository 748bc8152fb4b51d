"""Run one command and measure it: wall time, processor time and memory, those of its children included."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path

SAMPLE_SECONDS = 0.02
PAGE_BYTES = os.sysconf("SC_PAGE_SIZE")
RSS_UNIT = 1 if sys.platform == "darwin" else 1024
"""What the kernel counts `ru_maxrss` in: bytes on macOS, kilobytes elsewhere."""


@dataclass(frozen=True, slots=True)
class Measurement:
    """What one command cost: seconds on the clock, seconds of processor, and most memory at one moment."""

    seconds: float
    cpu_seconds: float
    peak_mb: float


Runs = dict[tuple[str, str], list[Measurement]]
"""The measurements of each build (first name) with each tool (second name), in the order of the runs."""


class CommandFailedError(Exception):
    """A measured command ended with an error, so its numbers mean nothing."""


def run(command: tuple[str, ...], folder: Path, log: Path) -> Measurement:
    """Run a command with its output in a log file, and measure it."""
    os.sync()  # what an earlier command left to be written must not slow this one down
    with log.open("w", encoding="utf-8") as output:
        begin = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, stdout=output, stderr=subprocess.STDOUT)
        sampler = _MemorySampler(process.pid)
        sampler.start()
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - begin
        sampler.stop()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        tail = "\n".join(log.read_text(encoding="utf-8", errors="replace").splitlines()[-25:])
        raise CommandFailedError(f"{' '.join(command)}\nended with {process.returncode}:\n{tail}")
    # The kernel knows the peak of the largest single process exactly; the samples add up the processes.
    peak = max(usage.ru_maxrss * RSS_UNIT, sampler.peak)
    return Measurement(seconds, usage.ru_utime + usage.ru_stime, peak / 1_000_000)


class _MemorySampler(threading.Thread):
    """Add up the resident memory of a process and its descendants, again and again, where /proc exists."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.peak = 0
        self._pid = pid
        self._done = threading.Event()

    def run(self) -> None:
        """Sample until told to stop."""
        while not self._done.wait(SAMPLE_SECONDS):
            self.peak = max(self.peak, _resident_bytes(self._pid))

    def stop(self) -> None:
        """End the thread."""
        self._done.set()
        self.join()


def _resident_bytes(pid: int) -> int:
    folder = Path("/proc", str(pid))
    try:
        pages = int((folder / "statm").read_text().split()[1])
        children = [child for task in (folder / "task").iterdir() for child in _children(task)]
    except OSError:  # no /proc here, or the process has just ended
        return 0
    return pages * PAGE_BYTES + sum(_resident_bytes(child) for child in children)


def _children(task: Path) -> list[int]:
    try:
        return [int(child) for child in (task / "children").read_text().split()]
    except OSError:  # a thread that has just ended
        return []
