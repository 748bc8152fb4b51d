"""Makes the pictures of docs/galerij/: the real site on a fixed day, in a real browser, as small WebP files.

.venv/bin/python -m tools.galerij
"""

from __future__ import annotations

import datetime as dt
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from generator.build import Options
from generator.build.pipeline import build
from generator.cache import Cache
from tools import camera
from tools.shipped import ROOT, copy_site

FOLDER = ROOT / "docs" / "galerij"
TODAY = dt.date(2026, 11, 23)
HOST = "127.0.0.1"
BUDGET = 1_000_000
PHONE, DESK = (412, 915), (1280, 900)
PAGES = {
    "home": "",
    "wijk": "wijken/peelo/",
    "verhaal": "verhalen/soep-een-tent-en-oud-ijzer/",
    "oproep": "oproepen/superbuur/",
    "project": "projecten/speeltuin-mozartplaats/",
    "agenda": "agenda/",
}
SHOTS = [
    *((name, PHONE, "light") for name in PAGES),
    *((name, DESK, scheme) for name in ("home", "wijk") for scheme in ("light", "dark")),
]
SCHEMES = {"light": "licht", "dark": "donker"}


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as in the base class
        """Say nothing."""


def main() -> int:
    """Build, look, write; 1 if that fails or the pictures weigh too much."""
    browser = camera.find()
    if not browser:
        return 1
    with tempfile.TemporaryDirectory(prefix="mba-galerij-") as scratch:
        root = Path(scratch, "site")
        if not _build(root):
            return 1
        with _serving(root / "output") as address:
            pictures = _look(browser, address)
    return int(not camera.keep(FOLDER, pictures, BUDGET))


def _build(root: Path) -> bool:
    """Build a copy of the shipped site; what the project's own cache holds has no part in it."""
    copy_site(root)
    cache = Cache(root)
    try:
        outcome = build(Options(root, root / "output", TODAY), cache, lambda _stage, _done, _total: None)
    finally:
        cache.close()
    if outcome.failed:
        print("\n".join(map(str, outcome.diagnostics)), file=sys.stderr)
    return not outcome.failed


@contextmanager
def _serving(folder: Path) -> Iterator[str]:
    with ThreadingHTTPServer((HOST, 0), partial(_Quiet, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://{HOST}:{server.server_port}/"
        server.shutdown()


def _look(browser: str, address: str) -> dict[str, bytes]:
    """Take the first screens of each page, at twice the size on a phone, as WebP."""
    pictures = {}
    with camera.chromium(browser) as chromium:
        for name, (width, height), scheme in SHOTS:
            context = chromium.new_context(
                viewport={"width": width, "height": height},
                color_scheme="dark" if scheme == "dark" else "light",
                device_scale_factor=2 if width < DESK[0] else 1,
                locale="nl-NL",
            )
            page = context.new_page()
            page.goto(address + PAGES[name], wait_until="networkidle")
            page.evaluate("document.fonts.ready")
            shot = page.screenshot(animations="disabled")
            context.close()
            pictures[f"{name}-{width}-{SCHEMES[scheme]}.webp"] = camera.as_webp(shot)
    return pictures


if __name__ == "__main__":
    sys.exit(main())
