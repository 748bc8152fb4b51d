"""Makes the pictures of docs/handleiding/: a volunteer's first story in the live preview, and every shortcode.

    .venv/bin/python -m tools.handleiding

A copy of the shipped site gets the story of the guide, and is shown as a volunteer does: with `mba serve`.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page

from generator.model.shortcodes import SHORTCODES
from tools import camera
from tools.guide_steps import example
from tools.shipped import ROOT, copy_site

FOLDER = ROOT / "docs" / "handleiding"
BUDGET = 300_000
TODAY = "2026-11-23"
PORT = 8765
PATIENCE = 120.0
SCREEN, TALL, PHONE, COLUMN = (1000, 600), (1000, 1050), (390, 700), (720, 900)
PATH, PAGE = "content/verhalen/2026/soep-en-een-praatje.md", "verhalen/soep-en-een-praatje/"
STORY = example(PATH)
DRAFT = STORY.replace("---\n", "---\nconcept: ja\n", 1)
MISTAKE = STORY.replace("[peelo]", "[pelo]")
SHOWN = "content/verhalen/2026/kortcodes"
REGISTER = "alt: Buren in de weer op straat.\nfotograaf: Mijn Buurt Assen\ntoestemming: geen-mensen\n"
# Where the photos of the examples come from: drawings of the shipped content.
PHOTOS = {
    "feest.jpg": "content/verhalen/2025/soep-een-tent-en-oud-ijzer/soep-in-de-tent.webp",
    "een.jpg": "content/verhalen/2025/soep-een-tent-en-oud-ijzer/een-schone-straat.webp",
    "twee.jpg": "content/verhalen/2025/soep-een-tent-en-oud-ijzer/oud-ijzer.webp",
    "drie.jpg": "content/oproepen/soepkokers-gezocht/samen-soep-koken.webp",
    "voor.jpg": "content/verhalen/2024/mozartplaats-opening/voor-in-de-regen.webp",
    "na.jpg": "content/verhalen/2024/mozartplaats-opening/na-in-de-zon.webp",
}


def main() -> int:
    """Show, look, write; 1 if that fails or the pictures weigh too much."""
    browser = camera.find()
    if not browser:
        return 1
    with tempfile.TemporaryDirectory(prefix="mba-handleiding-") as scratch:
        root = Path(scratch, "site")
        _prepare(root)
        with _preview(root) as address:
            pictures = _look(browser, address, root)
    return int(not camera.keep(FOLDER, pictures, BUDGET))


def _prepare(root: Path) -> None:
    """Copy the shipped site, with a draft of a first story, and a story in which every shortcode stands."""
    copy_site(root)
    (root / PATH).write_text(DRAFT, encoding="utf-8")
    folder = root / SHOWN
    folder.mkdir()
    examples = "\n\n".join(f"## Kortcode: {shortcode.name}\n\n{shortcode.example}" for shortcode in SHORTCODES.values())
    front = STORY.partition("\n\n")[0].replace("Soep en een praatje", "Kortcodes")
    # The example of a video has its words in a story of this name.
    (root / "content/verhalen/2026/soep.md").write_text(STORY.replace("titel: Soep", "titel: Brood"), encoding="utf-8")
    (folder / "index.md").write_text(f"{front}\n\n{examples}\n\n## Kortcode: einde\n\nDat was het.\n", encoding="utf-8")
    for name, source in PHOTOS.items():
        with Image.open(root / source) as drawing:
            drawing.convert("RGB").save(folder / name, "JPEG", quality=90)
        (folder / f"{name}.yaml").write_text(REGISTER, encoding="utf-8")


@contextmanager
def _preview(root: Path) -> Iterator[str]:
    """Run `mba serve` for a site; gives the address when the first story is there."""
    address = f"http://127.0.0.1:{PORT}/"
    options = ["--site", str(root), "--port", str(PORT), "--date", TODAY, "--no-browser"]
    with subprocess.Popen([sys.executable, "-m", "generator", "serve", *options], cwd=ROOT) as running:
        try:
            limit = time.monotonic() + PATIENCE
            while "Soep en een praatje" not in _ask(address + PAGE):
                if running.poll() is not None or time.monotonic() > limit:
                    raise RuntimeError("the preview did not start")
                time.sleep(0.5)
            yield address
        finally:
            running.terminate()


def _ask(address: str) -> str:
    try:
        with urllib.request.urlopen(address) as answer:  # noqa: S310 - our own preview
            return str(answer.read().decode())
    except (urllib.error.URLError, ConnectionError):
        return ""


def _look(browser: str, address: str, root: Path) -> dict[str, bytes]:
    pictures: dict[str, bytes] = {}
    with camera.chromium(browser) as chromium:

        def opened(path: str, size: tuple[int, int], scale: float = 1) -> Page:
            page = chromium.new_page(
                viewport={"width": size[0], "height": size[1]},
                device_scale_factor=scale,
                color_scheme="light",
                locale="nl-NL",
            )
            page.goto(address + path, wait_until="load")
            page.evaluate("document.fonts.ready")
            return page

        def save(name: str, page: Page) -> None:
            pictures[f"{name}.webp"] = camera.as_webp(page.screenshot(animations="disabled"))

        draft = opened(PAGE, SCREEN)
        draft.locator(".mba-lint").wait_for()
        save("voorbeeld", draft)
        save("redactietafel", opened("_redactie/", TALL))
        pictures |= _shortcodes(opened("verhalen/kortcodes/", COLUMN))
        (root / PATH).write_text(MISTAKE, encoding="utf-8")
        draft.locator("mba-paneel .panel", has_text="pelo").wait_for()
        save("fout", draft)
        (root / PATH).write_text(STORY, encoding="utf-8")
        draft.locator(".mba-lint").wait_for(state="detached")
        save("telefoon", opened(PAGE, PHONE, 1.5))
    return pictures


def _shortcodes(page: Page) -> dict[str, bytes]:
    """Cut what lies between the heading of each shortcode and the next one from one page."""
    page.evaluate("for (const photo of document.images) photo.loading = 'eager'")
    page.wait_for_function("[...document.images].every((photo) => photo.complete)")
    pictures = {}
    for name in SHORTCODES:
        box = page.evaluate(
            """(name) => {
              const heads = [...document.querySelectorAll("h2")].filter((h) => h.textContent.includes("Kortcode: "));
              const head = heads.find((h) => h.textContent.includes(`Kortcode: ${name}`)), rest = [];
              for (let one = head.nextElementSibling; one && !heads.includes(one); one = one.nextElementSibling)
                rest.push(one.getBoundingClientRect());
              const x = Math.min(...rest.map((r) => r.left)), y = Math.min(...rest.map((r) => r.top));
              const right = Math.max(...rest.map((r) => r.right)), below = Math.max(...rest.map((r) => r.bottom));
              return { x: x + scrollX, y: y + scrollY, width: right - x, height: below - y };
            }""",
            name,
        )
        margin = 16
        clip = {
            "x": max(0, box["x"] - margin),
            "y": box["y"] - margin,
            "width": box["width"] + 2 * margin,
            "height": box["height"] + 2 * margin,
        }
        shot = page.screenshot(full_page=True, clip=clip, animations="disabled")  # type: ignore[arg-type]
        pictures[f"kort-{name}.webp"] = camera.as_webp(shot)
    return pictures


if __name__ == "__main__":
    sys.exit(main())
