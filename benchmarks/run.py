"""Build the same stories and make variants of the same photos, ours and others in turn, and print what each costs."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks import hugo_site, machine, peers, photo_tools, photos, stories
from benchmarks.builds import BUILDS
from benchmarks.measure import CommandFailedError
from benchmarks.results import Results, merge
from benchmarks.tool import WrongOutputError, clear_attic

FOLDER = Path(__file__).resolve().parent
WORK = FOLDER / ".work"
PAGE = FOLDER / "RESULTS.md"


def main() -> int:
    """Measure, print, and give the exit status."""
    options = _options()
    load = machine.load()
    if warning := machine.warning_of(load):
        _say(warning)
    try:
        results = _measure(options, load)
    except (CommandFailedError, WrongOutputError) as problem:
        _say(f"FAILED: {problem}")
        return 1
    if options.json:
        options.json.write_text(results.to_json(), encoding="utf-8")
    if options.write_results:
        before = PAGE.read_text(encoding="utf-8") if PAGE.exists() else ""
        PAGE.write_text(merge(before, results.parts()), encoding="utf-8")
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stories", type=_count, default=2000, metavar="N", help="how many stories (2000); 0: none")
    parser.add_argument("--growth", type=_sizes, metavar="A,B", help="build cold with A and with B stories, as well")
    parser.add_argument("--photos", type=_count, default=24, metavar="N", help="how many photos (24); 0: none")
    parser.add_argument("--runs", type=int, default=3, metavar="N", help="how often each build is done (3)")
    names, builds = ",".join(peers.NAMES), ",".join(BUILDS)
    parser.add_argument("--tools", type=peers.some(peers.NAMES), default=peers.NAMES, metavar=names, help="which (all)")
    parser.add_argument(
        "--builds", type=peers.some(BUILDS), default=tuple(BUILDS), metavar=builds, help="which builds (all)"
    )
    parser.add_argument(
        "--date",
        type=date.fromisoformat,
        default=date(2026, 11, 23),
        metavar="YYYY-MM-DD",
        help="the day that all sites are built for, which is that of the newest story (2026-11-23)",
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every measurement to this file")
    parser.add_argument("--skip-others", action="store_true", help="measure our generator only; nothing is installed")
    parser.add_argument("--write-results", action="store_true", help="write what was measured in benchmarks/RESULTS.md")
    options = parser.parse_args()
    if options.runs < 1:
        parser.error("--runs starts at 1")
    if options.skip_others:
        options.tools = ("ours",)
    return options


def _count(text: str) -> int:
    count = int(text)
    if count < 0:
        raise argparse.ArgumentTypeError("starts at 0")
    return count


def _sizes(text: str) -> tuple[int, int]:
    small, large = sorted(map(int, text.split(",")))
    if small < 1:
        raise argparse.ArgumentTypeError("starts at 1")
    return small, large


def _measure(options: argparse.Namespace, load: float) -> Results:
    """Measure what is asked for, and print each part as soon as it is known."""
    with_stories = growth = with_photos = None
    makers = peers.makers(options.tools, WORK, _say) if options.stories or options.growth else []
    if options.stories:
        with_stories = stories.measure(WORK, options.stories, options.date, makers, options.builds, options.runs, _say)
        print(with_stories.summary(), flush=True)
    if options.growth:
        growth = stories.measure_growth(WORK, options.growth, options.date, makers, options.runs, _say)
        print(f"\n{growth.summary()}", flush=True)
    if options.photos:
        with_photos = _photos(options)
        print(f"\n{with_photos.summary()}", flush=True)
    clear_attic()
    return Results(load, with_stories, growth, with_photos)


def _photos(options: argparse.Namespace) -> photos.PhotoResults:
    """Make the variants of photos."""
    hugo = modules = None
    if not options.skip_others:
        hugo = peers.get("Hugo", hugo_site.install, WORK / "venv-hugo", _say)
        modules = peers.get("eleventy-img", photo_tools.install_eleventy, WORK / "eleventy", _say)
    return photos.measure(WORK, options.photos, options.runs, hugo, modules, _say)


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
