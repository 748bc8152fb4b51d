"""Run one command and measure it: wall time, processor time and memory, those of its children included."""

from __future__ import annotations

import os
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.memory import MemorySampler, peak_bytes


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
        sampler = MemorySampler(process.pid)
        sampler.start()
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - begin
        sampler.stop()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        tail = "\n".join(log.read_text(encoding="utf-8", errors="replace").splitlines()[-25:])
        raise CommandFailedError(f"{' '.join(command)}\nended with {process.returncode}:\n{tail}")
    peak = peak_bytes(sampler.peak, usage.ru_maxrss)
    return Measurement(seconds, usage.ru_utime + usage.ru_stime, peak / 1_000_000)
