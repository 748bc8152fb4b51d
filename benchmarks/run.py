"""Build the same stories and make variants of the same photos, ours and others in turn, and print what each costs."""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks import content, hugo_site, own_site, photo_tools, photos
from benchmarks.measure import CommandFailedError, Runs, run
from benchmarks.results import Results, StoryResults
from benchmarks.tool import StoryTool, WrongOutputError

FOLDER = Path(__file__).resolve().parent
WORK = FOLDER / ".work"
SETTLE_SECONDS = 3
"""Our generator does not trust the time of a file that was written just before; content is seldom that young."""

BUILDS = ("cold", "unchanged", "one edit", "unchanged, cache removed")


def main() -> int:
    """Measure, print, and give the exit status."""
    options = _options()
    load = os.getloadavg()[0]
    if load > (os.cpu_count() or 1) / 2:
        _say(f"WARNING: this machine is busy (load average {load:.2f}), so the numbers will be too high.")
    hugo = None if options.skip_others else _others("Hugo", hugo_site.install, WORK / "venv-hugo")
    try:
        with_stories = _stories(options, hugo) if options.stories else None
        with_photos = _photos(options, hugo) if options.photos else None
    except (CommandFailedError, WrongOutputError) as problem:
        _say(f"FAILED: {problem}")
        return 1
    results = Results(load, with_stories, with_photos)
    if options.json:
        options.json.write_text(results.to_json(), encoding="utf-8")
    if options.write_results:
        (FOLDER / "RESULTS.md").write_text(results.page(), encoding="utf-8")
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stories", type=int, default=2000, metavar="N", help="how many stories (2000); 0: none")
    parser.add_argument("--photos", type=int, default=24, metavar="N", help="how many photos (24); 0: none")
    parser.add_argument("--runs", type=int, default=3, metavar="N", help="how often each build is done (3)")
    parser.add_argument(
        "--date",
        type=date.fromisoformat,
        default=date(2026, 11, 23),
        metavar="YYYY-MM-DD",
        help="the day that both sites are built for, which is that of the newest story (2026-11-23)",
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every measurement to this file")
    parser.add_argument("--skip-others", action="store_true", help="measure our generator only")
    parser.add_argument("--write-results", action="store_true", help="write benchmarks/RESULTS.md")
    options = parser.parse_args()
    if options.stories < 0 or options.photos < 0 or options.runs < 1:
        parser.error("--stories and --photos start at 0, --runs at 1")
    return options


def _others(name: str, install: Callable[[Path], Path], folder: Path) -> Path | None:
    """Give a tool to compare with, or say loudly that there is none."""
    try:
        return install(folder)
    except (hugo_site.NoHugoError, photo_tools.NoEleventyError) as problem:
        _say(f"{'!' * 80}\nNO COMPARISON: there is no {name} here.\n{problem}\n{'!' * 80}")
        return None


def _stories(options: argparse.Namespace, hugo: Path | None) -> StoryResults:
    """Build the site of stories, cold, unchanged and after an edit."""
    stories = content.make_stories(options.stories, options.date)
    folder = WORK / str(options.stories)
    tools = [own_site.make_site(folder / "ours", stories, options.date)]
    if hugo:
        tools.append(hugo_site.make_site(folder / "hugo", stories, options.date, hugo))
    time.sleep(SETTLE_SECONDS)
    runs = _measure(tools, {story.slug for story in stories}, options.runs)
    results = StoryResults(options.stories, options.date, tuple(tools), runs)
    print(results.summary(), flush=True)
    return results


def _photos(options: argparse.Namespace, hugo: Path | None) -> photos.PhotoResults:
    """Make the variants of photos."""
    modules = None
    if not options.skip_others:
        modules = _others("eleventy-img", photo_tools.install_eleventy, WORK / "eleventy")
    results = photos.measure(WORK, options.photos, options.runs, hugo, modules, _say)
    print(f"\n{results.summary()}", flush=True)
    return results


def _measure(tools: list[StoryTool], slugs: set[str], count: int) -> Runs:
    """Let the tools build in turn, and demand after every build that it did what is being measured."""
    runs: Runs = {(build, tool.name): [] for build in BUILDS for tool in tools}
    for number in range(1, count + 1):
        for build in BUILDS:
            for tool in tools if number % 2 else reversed(tools):
                sentence = f"Dit is wijziging nummer {number}."
                _prepare(tool, build, sentence)
                cost = run(tool.command, own_site.PROJECT, tool.site.with_suffix(".log"))
                tool.check_stories(slugs)
                if build == "one edit":
                    tool.check_edit(sentence)
                runs[build, tool.name].append(cost)
                _say(f"run {number}, {build}, {tool.name}: {cost.seconds:.2f} s, {cost.peak_mb:.0f} MB")
    return runs


def _prepare(tool: StoryTool, build: str, sentence: str) -> None:
    match build:
        case "cold":
            tool.forget()
        case "one edit":
            tool.edit(sentence)
        case "unchanged, cache removed":
            tool.forget_caches()


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
