"""A writer's save on a large site: how long until its page is written and served, beside Hugo's server.

Runs the servers side by side on the same made-up stories and saves a story in each in turn. With `--browser` a page of
ours is open in Chromium as well (on the PATH, or named in MBA_BROWSER; needs Playwright), and it is measured when that
shows the change.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks import hugo_site, machine, peers
from benchmarks.content import Story, make_stories
from benchmarks.memory import tree_bytes
from benchmarks.results import make_part, merge
from benchmarks.servers import PATIENCE, Server, hugo, own, wait
from benchmarks.table import ABSENT, aligned, ratios, spread
from tools.find_browser import downloaded, on_path

if TYPE_CHECKING:
    from playwright.sync_api import Page

FOLDER = Path(__file__).resolve().parent
WORK = FOLDER / ".work"
PAGE = FOLDER / "RESULTS.md"
DAY = date(2026, 11, 23)
SETTLE = 3.0
"""Seconds between two saves: a writer reads as well."""
NAMES = ("ours", "hugo", "hugo-plain", "hugo-all")
SAVES = ("text", "title")


@dataclass(frozen=True, slots=True)
class Save:
    """What one save took, in seconds: the build, and until the page was written, served and shown."""

    what: str
    server: str
    build: float
    written: float
    served: float
    shown: float | None = None


def main() -> int:
    """Measure, print, and give the exit status."""
    options = _options()
    load = machine.load()
    if warning := machine.warning_of(load):
        print(warning, file=sys.stderr)
    stories = make_stories(options.stories, DAY)
    with ExitStack() as stack:
        servers = [stack.enter_context(one) for one in _servers(options.tools, stories)]
        page = stack.enter_context(_browser()) if options.browser else None
        saves = list(_measure(servers, stories, options.edits, page))
        held = {server.name: tree_bytes(server.pid) / 1_000_000 for server in servers}
    summary = _summary(options.stories, options.edits, saves, held)
    print(summary)
    if options.write_results:
        before = PAGE.read_text(encoding="utf-8") if PAGE.exists() else ""
        versions = {server.name: server.version for server in servers}
        PAGE.write_text(merge(before, {"preview": make_part("preview", versions, load, summary)}), encoding="utf-8")
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stories", type=int, default=1000, metavar="N", help="how many stories (1000)")
    parser.add_argument("--edits", type=int, default=10, metavar="N", help="how many saves of each sort (10)")
    metavar = ",".join(NAMES)
    parser.add_argument("--tools", type=peers.some(NAMES), default=NAMES[:2], metavar=metavar, help="which (ours,hugo)")
    parser.add_argument("--browser", action="store_true", help="measure ours in Chromium too")
    parser.add_argument("--write-results", action="store_true", help="write what was measured in benchmarks/RESULTS.md")
    options = parser.parse_args()
    if options.stories < options.edits * 7 + 6:
        parser.error("--stories must be at least seven for each of --edits, and six more")
    return options


def _servers(names: tuple[str, ...], stories: tuple[Story, ...]) -> Iterator[AbstractContextManager[Server]]:
    folder = WORK / "preview"
    if "ours" in names:
        yield own(folder / "ours", stories, DAY)
    binary = peers.get("Hugo", hugo_site.install, WORK / "venv-hugo", _say) if {*names} - {"ours"} else None
    if binary is None:
        return
    if "hugo" in names:
        yield hugo(folder / "hugo", stories, DAY, binary)
    if "hugo-plain" in names:
        yield hugo(folder / "hugo-plain", stories, DAY, binary, related=False)
    if "hugo-all" in names:
        yield hugo(folder / "hugo-all", stories, DAY, binary, fast=False)


@contextmanager
def _browser() -> Iterator[Page]:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only with --browser

    path = os.environ.get("MBA_BROWSER") or on_path() or downloaded()
    arguments = ["--no-sandbox"] if os.name == "posix" and os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=arguments)
        yield browser.new_page()
        browser.close()


def _measure(servers: list[Server], stories: tuple[Story, ...], count: int, page: Page | None) -> Iterator[Save]:
    """Save in each server in turn, and then the other way round."""
    for place, what in enumerate(SAVES):
        for number in range(count):
            for server in servers if number % 2 else reversed(servers):
                time.sleep(SETTLE)
                seen = page if server.name == "ours" else None
                save = _save(server, stories[number * 7 + 3 + 2 * place], what, number, seen)
                _say(f"{what}, {server.name}: written {save.written:.2f} s, served {save.served:.2f} s")
                yield save


def _save(server: Server, story: Story, what: str, number: int, page: Page | None) -> Save:
    """Change one story as its writer does, and wait until it is there."""
    file, written = server.content(story), server.page(story)
    words = f"Dit is zin nummer {number} van vandaag"
    text = file.read_text("utf-8")
    title = rf'(?m)^{server.title}: "'
    new = f"{text}\n{words}.\n" if what == "text" else re.sub(title, rf'{server.title}: "{words}: ', text, count=1)
    if page is not None:
        page.goto(f"http://127.0.0.1:{server.port}/verhalen/{story.slug}/")
        page.wait_for_function("window.LiveReload?.connector?.protocol")
        time.sleep(SETTLE)
    before = len(server.builds())
    start = time.perf_counter()
    file.write_text(new, "utf-8")
    wait(lambda: words in written.read_text("utf-8", "replace"))
    written_at = time.perf_counter()
    wait(lambda: words in server.served(story))
    served_at = time.perf_counter()
    shown_at = None
    if page is not None:
        page.get_by_text(words).first.wait_for(timeout=PATIENCE * 1000)
        shown_at = time.perf_counter()
    wait(lambda: len(server.builds()) > before)
    shown = None if shown_at is None else shown_at - start
    return Save(what, server.name, server.builds()[-1], written_at - start, served_at - start, shown)


def _summary(stories: int, edits: int, saves: list[Save], held: dict[str, float]) -> str:
    """Give the table: for each sort of save a row for each server, and the ratios of the first to it."""
    first = next(iter(held))
    rows = [
        [
            "save",
            "server",
            "build",
            "page written",
            "page served",
            "page shown",
            f"{first} / it: written",
            f"{first} / it: served",
        ]
    ]
    for what in dict.fromkeys(save.what for save in saves):
        own_saves = [save for save in saves if (save.what, save.server) == (what, first)]
        for name in held:
            found = [save for save in saves if (save.what, save.server) == (what, name)]
            shown = [save.shown for save in found if save.shown is not None]
            cells = [spread((getattr(save, value) for save in found), 3) for value in ("build", "written", "served")]
            compared = [_ratio(own_saves, found, value) if name != first else ABSENT for value in ("written", "served")]
            rows.append([what, name, *cells, spread(shown, 3) if shown else ABSENT, *compared])
    memory = ", ".join(f"{name} {megabytes:.0f} MB" for name, megabytes in held.items())
    title = f"{stories} stories, {edits} saves of each sort; seconds and ratios: median (lowest..highest)"
    return f"{title}\n\n{aligned(rows)}\n\n* Memory held at the end: {memory}"


def _ratio(own_saves: list[Save], others: list[Save], value: str) -> str:
    pairs = ([getattr(save, value) for save in saves] for saves in (own_saves, others))
    return spread(ratios(*pairs), 3)


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
