"""Measures what tools need to make variants of photos: the same photos, widths and formats, in turn, from nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks import photo_tools
from benchmarks.measure import Runs, run
from benchmarks.photographs import write_photographs
from benchmarks.table import make_tables
from benchmarks.tool import PROJECT, Tool

TASKS: Mapping[str, tuple[str, ...]] = {"photos to WebP": ("webp",), "photos to AVIF": ("avif",)}
"""What is made, and in which formats."""


@dataclass(frozen=True, slots=True)
class PhotoResults:
    """The outcome, with the size of what each tool made."""

    count: int
    tools: Mapping[str, tuple[Tool, ...]]
    runs: Runs
    sizes: Mapping[tuple[str, str], int]

    @property
    def versions(self) -> dict[str, str]:
        """Give the version of each tool."""
        return {tool.name: tool.version for tools in self.tools.values() for tool in tools}

    def summary(self) -> str:
        """Give a table for each task, with a line about the bytes."""
        lines = [f"{self.count} photos of 12 megapixels, {len(photo_tools.WIDTHS)} widths; median (lowest..highest)"]
        for task, tools in self.tools.items():
            table = make_tables({(task, tool.name): self.runs[task, tool.name] for tool in tools})
            sizes = ", ".join(f"{tool.name} {self.sizes[task, tool.name] / 1_000_000:.1f} MB" for tool in tools)
            lines += ["", table, "", f"* Size of the variants: {sizes}"]
        return "\n".join(lines)

    def to_dict(self) -> dict[str, object]:
        """Give everything that was measured."""
        return {
            "photos": self.count,
            "versions": self.versions,
            "sizes": [{"task": task, "tool": tool, "bytes": size} for (task, tool), size in self.sizes.items()],
            "runs": [
                {"task": task, "tool": tool, **asdict(measurement)}
                for (task, tool), measurements in self.runs.items()
                for measurement in measurements
            ],
        }


def measure(
    work: Path, count: int, times: int, hugo: Path | None, modules: Path | None, say: Callable[[str], None]
) -> PhotoResults:
    """Let the tools make the variants in turn, and demand after every run that they did."""
    photos = write_photographs(work / "photos", count)
    tools = {task: _tools(work, task, photos, hugo, modules) for task in TASKS}
    runs: Runs = {(task, tool.name): [] for task in TASKS for tool in tools[task]}
    sizes: dict[tuple[str, str], int] = {}
    for number in range(1, times + 1):
        for task, formats in TASKS.items():
            for tool in tools[task] if number % 2 else reversed(tools[task]):
                tool.forget()
                cost = run(tool.command, PROJECT, tool.site.with_suffix(".log"))
                photo_tools.check_variants(tool, count, formats)
                runs[task, tool.name].append(cost)
                sizes[task, tool.name] = photo_tools.bytes_of_variants(tool)
                spent = f"{cost.seconds:.2f} s ({cost.cpu_seconds:.2f} s of processor), {cost.peak_mb:.0f} MB"
                say(f"run {number}, {task}, {tool.name}: {spent}")
    return PhotoResults(count, tools, runs, sizes)


def _tools(work: Path, task: str, photos: Sequence[Path], hugo: Path | None, modules: Path | None) -> tuple[Tool, ...]:
    formats = TASKS[task]
    folder = work / f"photos-{'-'.join(formats)}"
    found = [photo_tools.own(folder / "ours", photos, formats)]
    if hugo and formats == ("webp",):
        found.append(photo_tools.hugo(folder / "hugo", photos, hugo))
    if modules:
        found.append(photo_tools.eleventy(folder / "eleventy", photos, formats, modules))
    return tuple(found)
