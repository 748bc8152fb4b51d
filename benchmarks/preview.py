"""A writer's save on a large site: how long until its page is written, and until the browser shows it.

Starts `mba serve` on made-up stories, opens a story in Chromium and changes it again and again. Needs Playwright and a
Chromium (on the PATH, or named in MBA_BROWSER).
"""

from __future__ import annotations

import argparse
import os
import re
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from playwright.sync_api import Page, sync_playwright

from benchmarks.content import Story, make_stories
from benchmarks.own_site import make_site
from tools.find_browser import downloaded, on_path

WORK = Path(__file__).resolve().parent / ".work"
DAY = date(2026, 11, 23)
PATIENCE = 120.0
SETTLE = 3.0
"""Seconds between two saves: a writer reads as well."""


@dataclass(frozen=True, slots=True)
class Save:
    """What one save took, in seconds: the build, until the page was written, until the browser showed it."""

    what: str
    build: float
    written: float
    shown: float


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stories", type=int, default=1000, metavar="N", help="how many stories (1000)")
    parser.add_argument("--edits", type=int, default=10, metavar="N", help="how many saves of each sort (10)")
    options = parser.parse_args()
    load, cores = os.getloadavg()[0], os.cpu_count() or 1
    if load > cores / 2:
        print(f"WARNING: this machine is busy (load average {load:.2f}), so the numbers will be too high.")
    stories = make_stories(options.stories, DAY)
    site = WORK / "preview"
    make_site(site, stories, DAY)
    saves = _measure(site, stories, options.edits)
    print(f"{options.stories} stories, {options.edits} saves of each sort, load average {load:.2f} on {cores} cores")
    print(f"{'save':14} {'build':>18} {'page written':>18} {'page shown':>18}   (seconds: median, lowest-highest)")
    for what in dict.fromkeys(save.what for save in saves):
        rows = [save for save in saves if save.what == what]
        cells = (_cell([getattr(row, name) for row in rows]) for name in ("build", "written", "shown"))
        print(f"{what:14} {' '.join(f'{cell:>18}' for cell in cells)}")
    return 0


def _cell(values: list[float]) -> str:
    return f"{statistics.median(values):.3f} ({min(values):.2f}-{max(values):.2f})"


def _measure(site: Path, stories: tuple[Story, ...], count: int) -> list[Save]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "generator", "serve", "--site", str(site), "--port", str(port)]
    command += ["--date", DAY.isoformat(), "--no-browser"]
    log = site / "log.txt"
    with log.open("w", encoding="utf-8") as said, subprocess.Popen(command, stderr=said) as server:
        try:
            _wait(lambda: "Bijgewerkt" in log.read_text("utf-8"))
            time.sleep(SETTLE)
            with sync_playwright() as playwright:
                path = os.environ.get("MBA_BROWSER") or on_path() or downloaded()
                browser = playwright.chromium.launch(
                    executable_path=path, args=["--no-sandbox"] if os.name == "posix" and os.geteuid() == 0 else []
                )
                page = browser.new_page()
                bodies = [_save(site, stories[i * 7 + 3], page, port, "text", i) for i in range(count)]
                titles = [_save(site, stories[i * 7 + 5], page, port, "title", i) for i in range(count)]
                browser.close()
            return [*bodies, *titles]
        finally:
            server.terminate()


def _save(site: Path, story: Story, page: Page, port: int, what: str, number: int) -> Save:
    """Change one story as its writer does, and wait until the browser shows it."""
    file = next((site / "content" / "verhalen").rglob(f"{story.slug}.md"))
    written = site / ".cache" / f"preview-{port}" / "verhalen" / story.slug / "index.html"
    words = f"Dit is zin nummer {number} van vandaag"
    text = file.read_text("utf-8")
    new = f"{text}\n{words}.\n" if what == "text" else re.sub('(?m)^titel: "', f'titel: "{words}: ', text, count=1)
    page.goto(f"http://127.0.0.1:{port}/verhalen/{story.slug}/")
    page.wait_for_function("window.LiveReload?.connector?.protocol")
    time.sleep(SETTLE)
    log = site / "log.txt"
    before = log.read_text("utf-8").count("Bijgewerkt")
    start = time.perf_counter()
    file.write_text(new, "utf-8")
    _wait(lambda: words in written.read_text("utf-8"))
    written_at = time.perf_counter()
    page.get_by_text(words).first.wait_for(timeout=PATIENCE * 1000)
    shown_at = time.perf_counter()
    _wait(lambda: log.read_text("utf-8").count("Bijgewerkt") > before)
    seconds = re.findall(r"in (\d+),(\d+) seconden", log.read_text("utf-8"))[-1]
    return Save(what, float(".".join(seconds)), written_at - start, shown_at - start)


def _wait(until: Callable[[], bool]) -> None:
    limit = time.monotonic() + PATIENCE
    while not until():
        if time.monotonic() > limit:
            raise TimeoutError
        time.sleep(0.002)


if __name__ == "__main__":
    sys.exit(main())
