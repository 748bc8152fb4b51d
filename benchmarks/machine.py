"""What a reader must know of the machine, and of the moment, to weigh the numbers."""

from __future__ import annotations

import os
import platform
from datetime import UTC, datetime
from pathlib import Path


def describe_machine() -> str:
    """Say what this machine is."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1_000_000_000
    system = f"{platform.system()} {platform.release().partition('-')[0]} {platform.machine()}"
    return f"{_processor()}, {os.cpu_count()} cores, {memory:.0f} GB, {system}"


def today() -> str:
    """Give the day of the measurement."""
    return datetime.now(tz=UTC).date().isoformat()


def load() -> float:
    """Give how many processes wanted a core in the last minute."""
    return os.getloadavg()[0]


def warning_of(busy: float) -> str | None:
    """Say that the machine is too busy to measure, if it is."""
    if busy <= (os.cpu_count() or 1) / 2:
        return None
    return f"WARNING: this machine is busy (load average {busy:.2f}), so the numbers will be too high."


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "unknown")
