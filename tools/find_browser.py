"""Finds a Chromium for the browser tests, or gets one.

In this order: one on the PATH; Debian's package, when this may be installed (root, and apt-get is there);
Playwright's own download, into .venv/. Prints its path, or nothing and exits with 1. What it tries goes to
standard error.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "msedge",
)
DOWNLOADS = Path(__file__).resolve().parent.parent / ".venv" / "browsers"
SECONDS_TO_INSTALL = 900
SECONDS_TO_START = 60


def find_browser() -> str | None:
    """The path of a Chromium that starts, installed if need be."""
    return named() or on_path() or downloaded() or from_debian() or from_playwright()


def named() -> str | None:
    """The one that MBA_BROWSER names."""
    return _working(os.environ.get("MBA_BROWSER"))


def on_path() -> str | None:
    """The first on the PATH that starts."""
    return next((path for name in NAMES if (path := _working(shutil.which(name)))), None)


def downloaded() -> str | None:
    """The one that Playwright downloaded earlier."""
    if not DOWNLOADS.is_dir():
        return None
    # Imported late: not everyone who asks for a browser on the PATH has Playwright.
    from playwright.sync_api import sync_playwright  # noqa: PLC0415

    os.environ["PLAYWRIGHT_BROWSERS_PATH"] = str(DOWNLOADS)
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return _working(path)


def from_debian() -> str | None:
    """Debian's chromium, installed now."""
    if not (hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get")):
        return None
    _say("geen browser gevonden; chromium van Debian wordt geïnstalleerd (installing Debian's chromium) ...")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "install", "--yes", "--quiet", "--no-install-recommends", "chromium"]
    if not _run(install, quiet):
        _run(["apt-get", "update", "--quiet"], quiet)
        _run(install, quiet)
    return on_path()


def from_playwright() -> str | None:
    """Playwright's own, downloaded now into .venv/."""
    _say("geen browser gevonden; Playwright haalt er een op (Playwright downloads one) ...")
    environment = {**os.environ, "PLAYWRIGHT_BROWSERS_PATH": str(DOWNLOADS)}
    DOWNLOADS.mkdir(parents=True, exist_ok=True)
    if not _run([sys.executable, "-m", "playwright", "install", "--no-shell", "chromium"], environment):
        shutil.rmtree(DOWNLOADS, ignore_errors=True)
    return downloaded()


def _run(command: list[str], environment: dict[str, str]) -> bool:
    """Run it with its output on standard error; whether it went well."""
    try:
        done = subprocess.run(
            command,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=sys.stderr,
            timeout=SECONDS_TO_INSTALL,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as problem:
        _say(str(problem))
        return False
    return done.returncode == 0


def _working(path: str | None) -> str | None:
    """The path, if a browser answers there (a stub that asks to install something does not)."""
    if not path or not shutil.which(path):
        return None
    if os.name == "nt":  # On Windows `--version` opens a window.
        return path
    try:
        done = subprocess.run(
            [path, "--version"],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=SECONDS_TO_START,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return path if done.returncode == 0 else None


def _say(text: str) -> None:
    print(f"browser: {text}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    browser = find_browser()
    if browser is None:
        sys.exit(1)
    print(browser)
