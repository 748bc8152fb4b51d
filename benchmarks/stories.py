"""The same stories with each tool, in turn: every build in its order, and how time and memory grow with the site."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from benchmarks.builds import BUILDS, Build, Turn, wijk_of
from benchmarks.content import WORDS, Story, make_stories
from benchmarks.measure import Measurement, Runs, run
from benchmarks.table import aligned, make_tables, ratios, spread
from benchmarks.tool import StoryTool, Tool

SETTLE_SECONDS = 3
"""Our generator does not trust the time of a file that was written just before; content is seldom that young."""

Maker = Callable[[Path, tuple[Story, ...], date], StoryTool]
"""Writes a site of stories into a folder, and says how it is built."""
Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class StoryResults:
    """The outcome of building stories; `outputs` says of each tool what it wrote."""

    stories: int
    day: date
    versions: Mapping[str, str]
    runs: Runs
    outputs: Sequence[str]

    def summary(self) -> str:
        """Give the tables, and a line about each tool's output."""
        count = max(len(measurements) for measurements in self.runs.values())
        title = (
            f"{self.stories} stories of {WORDS} words, for {self.day}; median (lowest..highest) of {count} runs, "
            "ratios of runs that followed each other"
        )
        return "\n".join([title, "", make_tables(self.runs), "", *(f"* {output}" for output in self.outputs)])

    def to_dict(self) -> dict[str, object]:
        """Give everything that was measured."""
        return {
            "stories": self.stories,
            "words": WORDS,
            "date": self.day.isoformat(),
            "versions": dict(self.versions),
            "runs": [
                {"build": build, "tool": tool, **asdict(measurement)}
                for (build, tool), measurements in self.runs.items()
                for measurement in measurements
            ],
        }


@dataclass(frozen=True, slots=True)
class Growth:
    """The same build of sites of two sizes, the small one first."""

    small: StoryResults
    large: StoryResults

    def summary(self) -> str:
        """Give how many times the time and the memory of the large site are those of the small one."""
        times = self.large.stories / self.small.stories
        rows = [["tool", "build", "time x", "memory x", "seconds", "peak MB"]]
        for (build, tool), large in self.large.runs.items():
            small = self.small.runs[build, tool]
            rows.append(
                [
                    tool,
                    build,
                    spread(ratios([one.seconds for one in large], [one.seconds for one in small]), 2),
                    spread(ratios([one.peak_mb for one in large], [one.peak_mb for one in small]), 2),
                    f"{spread((one.seconds for one in small), 2)} to {spread((one.seconds for one in large), 2)}",
                    f"{spread((one.peak_mb for one in small), 0)} to {spread((one.peak_mb for one in large), 0)}",
                ]
            )
        title = f"From {self.small.stories} to {self.large.stories} stories, which is {times:.1f} times as many:"
        return f"{title}\n\n{aligned(rows)}"

    def to_dict(self) -> dict[str, object]:
        """Give everything that was measured."""
        return {"small": self.small.to_dict(), "large": self.large.to_dict()}


def measure(
    work: Path, count: int, day: date, makers: Sequence[Maker], builds: Sequence[str], times: int, say: Say
) -> StoryResults:
    """Build the site of stories in every way."""
    return _measure([_sites(work, count, day, makers)], day, builds, times, say)[0]


def measure_growth(
    work: Path, sizes: tuple[int, int], day: date, makers: Sequence[Maker], times: int, say: Say
) -> Growth:
    """Build a small and a large site cold, in turn."""
    small, large = _measure([_sites(work, size, day, makers) for size in sizes], day, ["cold"], times, say)
    return Growth(small, large)


@dataclass(frozen=True, slots=True)
class _Sites:
    """The same stories for every tool."""

    stories: tuple[Story, ...]
    tools: tuple[StoryTool, ...]

    def turn(self, number: int) -> Turn:
        edited = self.stories[len(self.stories) // 2]
        return Turn(number, {story.slug for story in self.stories}, wijk_of(edited))


def _sites(work: Path, count: int, day: date, makers: Sequence[Maker]) -> _Sites:
    stories = make_stories(count, day)
    return _Sites(stories, tuple(make(work / str(count), stories, day) for make in makers))


def _measure(groups: list[_Sites], day: date, builds: Sequence[str], times: int, say: Say) -> list[StoryResults]:
    """Let the tools build in turn, those of one size after those of another."""
    chosen = [build for name, build in BUILDS.items() if name in builds]
    found: list[Runs] = [
        {(build.name, tool.name): [] for build in chosen for tool in sites.tools if build.possible(tool)}
        for sites in groups
    ]
    if BUILDS["cold"] not in chosen:
        for sites in groups:
            for tool in sites.tools:
                _build(tool, BUILDS["cold"], sites.turn(0))
                say(f"{tool.name} has something to start from")
    for number in range(1, times + 1):
        for sites, runs in zip(groups, found, strict=True):
            time.sleep(SETTLE_SECONDS)
            for build in chosen:
                _take_turns(build, sites, number, runs, say)
    return [_results(sites, day, runs) for sites, runs in zip(groups, found, strict=True)]


def _take_turns(build: Build, sites: _Sites, number: int, runs: Runs, say: Say) -> None:
    for tool in sites.tools if number % 2 else reversed(sites.tools):
        if build.possible(tool):
            cost = _build(tool, build, sites.turn(number))
            runs[build.name, tool.name].append(cost)
            spent = f"{cost.seconds:.2f} s ({cost.cpu_seconds:.2f} s of processor), {cost.peak_mb:.0f} MB"
            say(f"run {number}, {len(sites.stories)} stories, {build.name}, {tool.name}: {spent}")


def _build(tool: StoryTool, build: Build, turn: Turn) -> Measurement:
    """Demand after the build that it did what is being measured."""
    build.prepare(tool, turn)
    cost = run(tool.command, tool.folder, tool.site.with_suffix(".log"))
    tool.check_stories(turn.slugs)
    build.check(tool, turn)
    return cost


def _results(sites: _Sites, day: date, runs: Runs) -> StoryResults:
    return StoryResults(
        stories=len(sites.stories),
        day=day,
        versions={tool.name: tool.version for tool in sites.tools},
        runs=runs,
        outputs=[describe_output(tool) for tool in sites.tools],
    )


def describe_output(tool: Tool) -> str:
    """Say how much a tool wrote."""
    files = [path for path in tool.output.rglob("*") if path.is_file()]
    pages = sum(path.suffix == ".html" for path in files)
    size = sum(path.stat().st_size for path in files) / 1_000_000
    return f"Output of {tool.name}: {len(files)} files, {pages} of them HTML, {size:.1f} MB"
