"""What was measured, on which machine and with what: as lines for a terminal, as a page and as JSON."""

from __future__ import annotations

import json
import os
import platform
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from benchmarks.content import WORDS
from benchmarks.measure import Runs
from benchmarks.table import make_table
from benchmarks.tool import Tool

ACCOUNT = """\
## What is compared

WIP
"""


@dataclass(frozen=True, slots=True)
class Results:
    """The outcome of one run of the benchmark, while the outputs of its last builds still stand."""

    stories: int
    day: date
    load: float
    tools: tuple[Tool, ...]
    runs: Runs

    def summary(self) -> str:
        """Give the table, and a line about each tool's output."""
        count = max(len(measurements) for measurements in self.runs.values())
        title = f"{self.stories} stories of {WORDS} words; median (lowest..highest) of {count} runs"
        return "\n".join(
            [title, "", make_table(self.runs), "", *(f"* {_describe_output(tool)}" for tool in self.tools)]
        )

    def page(self) -> str:
        """Give RESULTS.md."""
        versions = ", ".join(f"{name} {version}" for name, version in self._versions().items())
        return f"""\
# Results

Written by `python benchmarks/run.py --write-results`: one machine at one moment.

* Date of both sites: {self.day} (given with `--date`)
* Machine: {describe_machine()}; load average at the start {self.load:.2f}
* Versions: {versions}

{self.summary()}

{ACCOUNT}"""

    def to_json(self) -> str:
        """Give everything that was measured."""
        known = {
            "stories": self.stories,
            "words": WORDS,
            "date": self.day.isoformat(),
            "machine": describe_machine(),
            "load": self.load,
            "versions": self._versions(),
            "runs": [
                {"build": build, "tool": tool, **asdict(measurement)}
                for (build, tool), measurements in self.runs.items()
                for measurement in measurements
            ],
        }
        return json.dumps(known, indent=2) + "\n"

    def _versions(self) -> dict[str, str]:
        return {"Python": platform.python_version(), **{tool.name: tool.version for tool in self.tools}}


def describe_machine() -> str:
    """Say what a reader must know of this machine to weigh the numbers."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1_000_000_000
    return (
        f"{_processor()}, {os.cpu_count()} cores, {memory:.0f} GB, {platform.system()} {platform.machine()}"
    )


def _describe_output(tool: Tool) -> str:
    sizes = [path.stat().st_size for path in tool.output.rglob("*") if path.is_file()]
    return f"Output of {tool.name}: {len(sizes)} files, {sum(sizes) / 1_000_000:.1f} MB"


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor()
    return next(
        (line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "unknown"
    )
