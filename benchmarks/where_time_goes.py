"""Where the time of a build goes, stage by stage, cold and warm, with the least that it can cost beside it.

python -m benchmarks.where_time_goes --stories 10000            prints
python -m benchmarks.where_time_goes --stories 10000 --write    writes benchmarks/PROFILE.md as well
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from pathlib import Path

from benchmarks import machine
from benchmarks.builds import BUILDS, Turn, wijk_of
from benchmarks.content import make_stories
from benchmarks.floor import floors
from benchmarks.measure import run
from benchmarks.own_site import make_site
from benchmarks.stages import ORDER
from benchmarks.stories import SETTLE_SECONDS
from benchmarks.table import ABSENT, aligned
from benchmarks.tool import PROJECT, StoryTool, clear_attic

WORK = Path(__file__).resolve().parent / ".work"
PAGE = Path(__file__).resolve().parent / "PROFILE.md"
DAY = date(2026, 11, 23)
LIBRARIES = ("Markdown", "PyYAML", "Jinja2", "selectolax", "nh3", "msgspec")
NEXT = "## What would be next"
NOT_YET = f"{NEXT}\n\nNobody wrote this yet.\n"


@dataclass(frozen=True, slots=True)
class Profile:
    """One build in one process: seconds from outside and inside it, of each stage, and of its dearest functions."""

    name: str
    outside: float
    wall: float
    seconds: dict[str, float]
    functions: dict[str, list[tuple[str, float]]]
    memory: dict[str, int]


def main() -> int:
    """Measure, print, and give the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stories", type=int, default=2000, metavar="N", help="how many stories (2000)")
    parser.add_argument("--write", action="store_true", help="write benchmarks/PROFILE.md")
    options = parser.parse_args()
    busy = machine.load()
    if warning := machine.warning_of(busy):
        print(warning, file=sys.stderr)
    report = _report(options.stories, busy)
    print(report)
    if options.write:
        PAGE.write_text(f"{report}\n{_next_of(PAGE)}", encoding="utf-8")
    return 0


def _report(count: int, busy: float) -> str:
    stories = make_stories(count, DAY)
    tool = make_site(WORK / "profile", stories, DAY)
    time.sleep(SETTLE_SECONDS)
    turn = Turn(1, {story.slug for story in stories}, wijk_of(stories[len(stories) // 2]))
    profiles = []
    for name, prepare in _builds(turn).items():
        prepare(tool)
        profiles.append(_profile(tool, name))
        print(f"{name}: {profiles[-1].outside:.2f} s", file=sys.stderr, flush=True)
    tool.check_stories(turn.slugs)
    tool.forget()
    together = run(tool.command, PROJECT, WORK / "profile.log")
    least = floors(tool.site, tool.output, WORK / "profile-floor")
    clear_attic()
    versions = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    cores = f"The cold build with all {os.cpu_count()} cores, as it is by default: {together.seconds:.2f} s."
    parts = [
        _HEAD.format(
            count=count,
            machine=machine.describe_machine(),
            busy=busy,
            day=machine.today(),
            versions=f"Python {platform.python_version()}, ours {tool.version}, {versions}",
        ),
        _stage_table(profiles),
        cores,
        _FLOOR,
        aligned([["what", "seconds"], *([what, f"{seconds:.2f}"] for what, seconds in least.items())]),
        _FUNCTIONS,
        *map(_dearest, profiles),
    ]
    return "\n\n".join(parts) + "\n"


_HEAD = """\
# Where the time goes: {count} stories

Written by `python -m benchmarks.where_time_goes --write`: one machine at one moment.

* Machine: {machine}; load average at the start {busy:.2f}
* Day: {day}
* Versions: {versions}

## By stage

Each build once, in one process (`--jobs 1`), in this order, in seconds. A moment counts for the stage whose code is
innermost."""
_FLOOR = """\
## The least that it can cost

Each alone, in one process, the second time."""
_FUNCTIONS = """\
## The dearest functions

Of each stage, with what they call outside the program."""


def _builds(turn: Turn) -> dict[str, Callable[[StoryTool], None]]:
    """Give the builds in their order, with what is done to the site beforehand."""
    return {
        "cold": lambda tool: tool.forget(),
        "unchanged": lambda _: time.sleep(SETTLE_SECONDS),
        "one file touched": lambda tool: os.utime(tool.edited_file),
        "one story edited": lambda tool: BUILDS["edit"].prepare(tool, turn),
        "one wijk renamed": lambda tool: BUILDS["wijk"].prepare(tool, turn),
    }


def _profile(tool: StoryTool, name: str) -> Profile:
    """Build once while looking; the options are those of the tool's own command."""
    file = WORK / "profile.json"
    options = tool.command[tool.command.index("build") + 1 :]
    command = (sys.executable, "-m", "benchmarks.sampled_build", str(file), *options)
    cost = run(command, PROJECT, WORK / "profile.log")
    seen = json.loads(file.read_text(encoding="utf-8"))
    return Profile(name, cost.seconds, seen["wall"], seen["seconds"], seen["functions"], seen["memory"])


def _stage_table(profiles: list[Profile]) -> str:
    rows = [["stage", *(profile.name for profile in profiles), "cold: MB held at most"]]
    cold = profiles[0]
    for stage in ORDER:
        if any(stage in profile.seconds for profile in profiles):
            cells = [f"{profile.seconds[stage]:.2f}" if stage in profile.seconds else ABSENT for profile in profiles]
            held = f"{cold.memory[stage] / 1_000_000:.0f}" if stage in cold.memory else ABSENT
            rows.append([stage, *cells, held])
    rows.append(["start and end of Python", *(f"{profile.outside - profile.wall:.2f}" for profile in profiles), ABSENT])
    most = f"{max(cold.memory.values(), default=0) / 1_000_000:.0f}"
    rows.append(["all", *(f"{profile.outside:.2f}" for profile in profiles), most])
    return aligned(rows)


def _dearest(profile: Profile) -> str:
    rows = [["stage", "function", "seconds"]]
    for stage in ORDER:
        for function, seconds in profile.functions.get(stage, ())[:3]:
            if seconds >= profile.outside / 100:
                rows.append([stage, f"`{function}`" if function else "", f"{seconds:.2f}"])
    return f"### {profile.name.capitalize()}\n\n{aligned(rows)}"


def _next_of(page: Path) -> str:
    """Keep what somebody wrote about what would be next."""
    text = page.read_text(encoding="utf-8") if page.exists() else ""
    found = re.search(rf"^{re.escape(NEXT)}$.*\Z", text, re.DOTALL | re.MULTILINE)
    return found[0] if found else NOT_YET


if __name__ == "__main__":
    sys.exit(main())
