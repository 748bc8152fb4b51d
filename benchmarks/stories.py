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

COLD = BUILDS["cold"]

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
    return _measure([_Series(work, count, day, makers, say)], builds, times)[0]


def measure_growth(
    work: Path, sizes: tuple[int, int], day: date, makers: Sequence[Maker], times: int, say: Say
) -> Growth:
    """Build a small and a large site cold, in turn."""
    small, large = _measure([_Series(work, size, day, makers, say) for size in sizes], ["cold"], times)
    return Growth(small, large)


class _Series:
    """The same stories for every tool, with what was measured so far."""

    def __init__(self, work: Path, count: int, day: date, makers: Sequence[Maker], say: Say) -> None:
        self.stories = make_stories(count, day)
        self.tools = [make(work / str(count), self.stories, day) for make in makers]
        self.day = day
        self.runs: Runs = {}
        self.outputs: dict[str, str] = {}
        self._say = say

    def start(self) -> None:
        """Build once, uncounted: the other builds need something to start from."""
        for tool in self.tools:
            self._build(tool, COLD, 0)

    def take_turns(self, build: Build, number: int) -> None:
        """Do one build with each tool that can do it; the tools take turns in going first."""
        for tool in self.tools if number % 2 else reversed(self.tools):
            if build.possible(tool):
                self.runs.setdefault((build.name, tool.name), []).append(self._build(tool, build, number))

    def results(self) -> StoryResults:
        """Give what was measured; the tools in their own order, whoever went first."""
        names = [tool.name for tool in self.tools]
        builds = dict.fromkeys(build for build, _ in self.runs)
        keys = [(build, name) for build in builds for name in names if (build, name) in self.runs]
        return StoryResults(
            stories=len(self.stories),
            day=self.day,
            versions={tool.name: tool.version for tool in self.tools},
            runs={key: self.runs[key] for key in keys},
            outputs=[self.outputs[name] for name in names],
        )

    def _build(self, tool: StoryTool, build: Build, number: int) -> Measurement:
        """Demand after the build that it did what is being measured."""
        edited = self.stories[len(self.stories) // 2]
        turn = Turn(number, {story.slug for story in self.stories}, wijk_of(edited))
        build.prepare(tool, turn)
        cost = run(tool.command, tool.folder, tool.site.with_suffix(".log"))
        tool.check_stories(turn.slugs)
        build.check(tool, turn)
        if build is COLD:
            self.outputs[tool.name] = describe_output(tool)
        spent = f"{cost.seconds:.2f} s ({cost.cpu_seconds:.2f} s of processor), {cost.peak_mb:.0f} MB"
        self._say(f"run {number}, {len(self.stories)} stories, {build.name}, {tool.name}: {spent}")
        return cost


def _measure(groups: list[_Series], builds: Sequence[str], times: int) -> list[StoryResults]:
    """Let the tools build in turn, those of one size after those of another."""
    chosen = [build for name, build in BUILDS.items() if name in builds]
    if COLD not in chosen:
        for series in groups:
            series.start()
    for number in range(1, times + 1):
        for series in groups:
            time.sleep(SETTLE_SECONDS)
            for build in chosen:
                series.take_turns(build, number)
    return [series.results() for series in groups]


def describe_output(tool: Tool) -> str:
    """Say how much a tool wrote."""
    files = [path for path in tool.output.rglob("*") if path.is_file()]
    pages = sum(path.suffix == ".html" for path in files)
    size = sum(path.stat().st_size for path in files) / 1_000_000
    return f"Output of {tool.name}: {len(files)} files, {pages} of them HTML, {size:.1f} MB"
