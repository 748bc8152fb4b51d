"""A build that runs -> how many seconds each stage took, by looking many times a second at what runs now.

Stages call each other lazily and are renamed as the program grows, so none of them is wrapped: a moment belongs to the
stage whose module is innermost on the stack. Looking costs about a hundredth of the time, where a profiler that counts
calls doubles it, and not in equal shares.
"""

from __future__ import annotations

import signal
import time
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import Self

from benchmarks.memory import rss_of

EVERY = 0.002
"""Seconds between two looks; while a function in C runs they wait, and the time counts for who called it."""
IMPORTS = "imports"
REST = "between the stages"
STAGES: Mapping[str, str] = {
    "generator.load": "load",
    "generator.parse": "parse",
    "generator.lint": "coach",
    "generator.assemble": "assemble",
    "generator.plan": "plan",
    "generator.render": "render",
    "generator.check": "check",
    "generator.write": "write",
    "generator.build.workshop": "write",
    "generator.build.editor": "write",
    "generator.cache": "cache",
    "generator.cache_rows": "cache",
    "generator.photo_cache": "cache",
    "generator.build.codes": "digest of the program",
    "generator.build.shortcut": "quick exit",
}
ORDER = (IMPORTS, *dict.fromkeys(STAGES.values()), REST)


@dataclass(frozen=True, slots=True)
class Sample:
    """What one look found: the modules and functions on the stack, the innermost first."""

    frames: tuple[tuple[str, str], ...]

    @property
    def stage(self) -> str:
        """Say which stage was at work."""
        if any(module.startswith("importlib._bootstrap") for module, _ in self.frames):
            return IMPORTS
        return next((stage for module, _ in self.frames if (stage := stage_of(module))), REST)

    @property
    def function(self) -> str:
        """Name the innermost function of ours."""
        ours = ((module, name) for module, name in self.frames if module.startswith("generator"))
        module, name = next(ours, ("", ""))
        return f"{module.removeprefix('generator.')}: {name}" if module else ""


def stage_of(module: str) -> str | None:
    """Give the stage of a module by its own name or that of the package that it is in."""
    while module:
        if module in STAGES:
            return STAGES[module]
        module = module.rpartition(".")[0]
    return None


@dataclass(slots=True)
class Stages:
    """Seconds of each stage and of the functions in it, and the most memory that was held in it, in bytes."""

    seconds: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    functions: defaultdict[tuple[str, str], float] = field(default_factory=lambda: defaultdict(float))
    memory: dict[str, int] = field(default_factory=dict)

    def add(self, sample: Sample, seconds: float, resident: int) -> None:
        """Count the time since the look before."""
        stage = sample.stage
        self.seconds[stage] += seconds
        self.functions[stage, sample.function] += seconds
        self.memory[stage] = max(self.memory.get(stage, 0), resident)

    def to_dict(self, most: int = 5) -> dict[str, object]:
        """Give what JSON can hold, of each stage the dearest functions only."""
        functions: dict[str, list[tuple[str, float]]] = {stage: [] for stage in self.seconds}
        for (stage, function), seconds in sorted(self.functions.items(), key=lambda item: -item[1]):
            if len(functions[stage]) < most:
                functions[stage].append((function, seconds))
        return {"seconds": dict(self.seconds), "functions": functions, "memory": self.memory}


class Watch:
    """Looks while its block runs, in the main thread; needs a system with interval timers."""

    def __init__(self) -> None:
        self.stages = Stages()
        self._last = 0.0
        self._statm = Path("/proc/self/statm")

    def __enter__(self) -> Self:
        self._last = time.perf_counter()
        signal.signal(signal.SIGALRM, self._look)
        signal.setitimer(signal.ITIMER_REAL, EVERY, EVERY)
        return self

    def __exit__(self, *_: object) -> None:
        signal.setitimer(signal.ITIMER_REAL, 0)

    def _look(self, _: int, frame: FrameType | None) -> None:
        now = time.perf_counter()
        self.stages.add(Sample(tuple(_stack(frame))), now - self._last, self._resident())
        self._last = now

    def _resident(self) -> int:
        try:
            return rss_of(self._statm.read_text(encoding="ascii"))
        except OSError:
            return 0


def _stack(frame: FrameType | None) -> Iterable[tuple[str, str]]:
    while frame is not None:
        yield frame.f_globals.get("__name__", ""), frame.f_code.co_name
        frame = frame.f_back
