"""The tools that make variants of photos, each with the same photos: ours, Hugo and eleventy-img."""

from __future__ import annotations

import shutil
import sys
from collections import Counter
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

from PIL import Image, UnidentifiedImageError

from benchmarks import hugo_site, own_site
from benchmarks.installing import from_npm, version_of
from benchmarks.photographs import SIZE
from benchmarks.tool import Tool, WrongOutputError, write_file

FOLDER = Path(__file__).resolve().parent
WIDTHS = (480, 960, 1600)
ELEVENTY = "@11ty/eleventy-img@6.0.4"
SUFFIXES = {"webp": {".webp"}, "avif": {".avif"}, "jpeg": {".jpg", ".jpeg"}}
DATE = "2026-11-23"


def own(folder: Path, photos: Sequence[Path], formats: Sequence[str]) -> Tool:
    """Write a site of ours in which each photo opens a story."""
    own_site.write_frame(folder, f"foto_breedtes: {list(WIDTHS)}\n")
    for number, photo in enumerate(photos, 1):
        story = folder / "content" / "verhalen" / photo.stem
        write_file(story / "index.md", _STORY.format(number=number))
        write_file(story / "foto.jpg.yaml", _REGISTER)
        (story / "foto.jpg").hardlink_to(photo)
    return Tool(
        name="ours",
        version=version("mijn-buurt-assen"),
        site=folder,
        command=(
            *(sys.executable, "-m", "benchmarks.build_formats", ",".join(formats)),
            *("--site", str(folder), "--date", DATE),
        ),
        output=folder / "output",
        caches=(folder / ".cache",),
    )


def hugo(folder: Path, photos: Sequence[Path], binary: Path) -> Tool:
    """Write a Hugo site with a page for each photo; it makes WebP."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(FOLDER / "hugo_photos", folder)
    with (folder / "hugo.toml").open("a", encoding="utf-8") as settings:
        settings.write(f"\n[params]\nwidths = {list(WIDTHS)}\n")
    for number, photo in enumerate(photos, 1):
        page = folder / "content" / photo.stem
        write_file(page / "index.md", f"---\ntitle: Foto {number}\n---\n")
        (page / "foto.jpg").hardlink_to(photo)
    cache, resources = folder / "cache", folder / "resources"
    return Tool(
        name="Hugo",
        version=hugo_site.version(binary),
        site=folder,
        command=(str(binary), "build", "--source", str(folder), "--cacheDir", str(cache)),
        output=folder / "public",
        caches=(cache, resources),
    )


def eleventy(folder: Path, photos: Sequence[Path], formats: Sequence[str], modules: Path) -> Tool:
    """Prepare eleventy-img, which makes variants without a site around them."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    (folder / "node_modules").symlink_to(modules)
    shutil.copy(FOLDER / "eleventy" / "photos.mjs", folder)
    (folder / "photos").mkdir()
    for photo in photos:
        (folder / "photos" / photo.name).hardlink_to(photo)
    return Tool(
        name="eleventy-img",
        version=version_of(modules, "@11ty/eleventy-img") or "",
        site=folder,
        command=(
            *("node", str(folder / "photos.mjs"), str(folder / "photos"), str(folder / "output")),
            *(",".join(map(str, WIDTHS)), *formats),
        ),
        output=folder / "output",
        caches=(folder / ".cache",),
    )


def install_eleventy(folder: Path) -> Path:
    """Give the folder of modules with eleventy-img; when it is not there, npm installs it."""
    return from_npm(folder, ELEVENTY)


def check_variants(tool: Tool, count: int, formats: Sequence[str]) -> None:
    """Demand each photo at each width in each format, and no photo in another format or size."""
    wanted = {(kind, width, width * SIZE[1] // SIZE[0]): count for kind in formats for width in WIDTHS}
    found = Counter(_variants(tool.output))
    if found != wanted:
        raise WrongOutputError(f"{tool.name} made {dict(found)} instead of {wanted}")


def bytes_of_variants(tool: Tool) -> int:
    """Give the size of all that was made of the photos."""
    endings = frozenset().union(*SUFFIXES.values())
    return sum(path.stat().st_size for path in tool.output.rglob("*") if path.suffix in endings)


def _variants(output: Path) -> list[tuple[str, int, int]]:
    """Give format and size of every photo in a folder, which have the shape of the originals."""
    found = []
    for path in output.rglob("*"):
        kind = next((kind for kind, suffixes in SUFFIXES.items() if path.suffix in suffixes), None)
        if kind is None:
            continue
        try:
            with Image.open(path) as image:
                found.append((str(image.format).lower(), image.width, image.height))
        except UnidentifiedImageError as problem:
            raise WrongOutputError(f"{path} is no picture") from problem
    return found


_STORY = """\
---
titel: De foto met nummer {number}
datum: 2026-11-01
samenvatting: Een straat met bomen, gemaakt om te meten.
wijken: [heel-assen]
foto: foto.jpg
---

Op deze foto staan huizen en bomen.
"""
_REGISTER = """\
alt: Een straat met huizen en bomen
fotograaf: Een programma
toestemming: geen-mensen
"""
