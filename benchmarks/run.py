"""Build the same stories with our generator and with Hugo, in turn, and print what each build costs."""

from __future__ import annotations

import argparse
import os
import sys
import time
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks import content, hugo_site, own_site
from benchmarks.measure import CommandFailedError, Runs, run
from benchmarks.results import Results
from benchmarks.tool import Tool, WrongOutputError

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
    stories = content.make_stories(options.stories, options.date)
    tools = _tools(options, stories)
    time.sleep(SETTLE_SECONDS)
    try:
        runs = _measure(tools, {story.slug for story in stories}, options.runs)
    except (CommandFailedError, WrongOutputError) as problem:
        _say(f"FAILED: {problem}")
        return 1
    results = Results(options.stories, options.date, load, tuple(tools), runs)
    print(results.summary())
    if options.json:
        options.json.write_text(results.to_json(), encoding="utf-8")
    if options.write_results:
        (FOLDER / "RESULTS.md").write_text(results.page(), encoding="utf-8")
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stories", type=int, default=2000, metavar="N", help="how many stories (2000)")
    parser.add_argument("--runs", type=int, default=3, metavar="N", help="how often each build is done (3)")
    parser.add_argument(
        "--date",
        type=date.fromisoformat,
        default=date(2026, 11, 23),
        metavar="YYYY-MM-DD",
        help="the day that both sites are built for, which is that of the newest story (2026-11-23)",
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every measurement to this file")
    parser.add_argument("--skip-hugo", action="store_true", help="measure our generator only")
    parser.add_argument("--write-results", action="store_true", help="write benchmarks/RESULTS.md")
    options = parser.parse_args()
    if options.stories < 1 or options.runs < 1:
        parser.error("--stories and --runs start at 1")
    return options


def _tools(options: argparse.Namespace, stories: tuple[content.Story, ...]) -> list[Tool]:
    """Write the sites of the tools that take part."""
    folder = WORK / str(options.stories)
    tools = [own_site.make_site(folder / "ours", stories, options.date)]
    if options.skip_hugo:
        return tools
    try:
        hugo = hugo_site.install(WORK / "venv-hugo")
    except hugo_site.NoHugoError as problem:
        _say(f"{'!' * 80}\nNO COMPARISON: there is no Hugo here, so this is ours only.\n{problem}\n{'!' * 80}")
        return tools
    return [*tools, hugo_site.make_site(folder / "hugo", stories, options.date, hugo)]


def _measure(tools: list[Tool], slugs: set[str], count: int) -> Runs:
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


def _prepare(tool: Tool, build: str, sentence: str) -> None:
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
