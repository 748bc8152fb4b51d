"""A real browser that takes pictures for the documentation, and small WebP files of what it saw.

The browser is the one of the tests: MBA_BROWSER, or what tools/find_browser.py finds.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from tools.find_browser import downloaded, on_path

QUALITY = 70


def find() -> str | None:
    """Give the path of the browser; without one, say so."""
    browser = os.environ.get("MBA_BROWSER") or on_path() or downloaded()
    if not browser:
        print("there is no browser; name one in MBA_BROWSER", file=sys.stderr)
    return browser


@contextmanager
def chromium(path: str) -> Iterator[Browser]:
    """Run the browser."""
    as_root = sys.platform == "linux" and os.geteuid() == 0
    arguments = ["--disable-gpu", "--disable-background-networking", *(["--no-sandbox"] if as_root else [])]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=arguments)
        yield browser
        browser.close()


def as_webp(png: bytes) -> bytes:
    """Make a small WebP of a screenshot."""
    with Image.open(io.BytesIO(png)) as picture:
        out = io.BytesIO()
        picture.convert("RGB").save(out, "WEBP", quality=QUALITY, method=6)
    return out.getvalue()


def keep(folder: Path, pictures: Mapping[str, bytes], budget: int) -> bool:
    """Write the pictures and say what they weigh; false when that is more than the budget, in bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in pictures.items():
        (folder / name).write_bytes(data)
        print(f"{name}: {len(data) / 1000:.0f} kB")
    total = sum(map(len, pictures.values()))
    print(f"together: {total / 1000:.0f} kB")
    return total <= budget
