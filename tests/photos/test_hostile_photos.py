"""Files that are not what they seem: one clear message each, in bounded memory, and nothing of them is published."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from tests.harness import PEELO, SETTINGS, STORY, TinySite, messages
from tests.unit.examples import jpeg_that_says, picture

ROOT = Path(__file__).resolve().parent.parent.parent
PHOTO = "content/verhalen/soep/feest.jpg"
REGISTER = "alt: Een feest op het plein\nfotograaf: Ans\ntoestemming: geen-mensen\n"
MOST_MEMORY = 300_000_000
"""Bytes that a build may use for a hostile file, Python and all libraries included."""


def noise(size: tuple[int, int] = (400, 300)) -> Image.Image:
    return Image.effect_noise(size, 80).convert("RGB")


def saved(image: Image.Image, kind: str = "JPEG") -> bytes:
    out = io.BytesIO()
    image.save(out, kind)
    return out.getvalue()


def png_bomb(side: int = 64_000) -> bytes:
    """Give a small PNG that would be 12 gigabytes of pixels."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4, "big") + name + data + zlib.crc32(name + data).to_bytes(4, "big")

    header = side.to_bytes(4, "big") * 2 + bytes((8, 2, 0, 0, 0))
    pixels = zlib.compress(b"\0" * 10_000_000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def with_archive() -> bytes:
    out = io.BytesIO(saved(noise((40, 30))))
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("geheim.txt", "niet voor iedereen")
    return out.getvalue()


def half(data: bytes) -> bytes:
    return data[: len(data) // 2]


def site_with(root: Path, data: bytes) -> TinySite:
    """Give a site that is good, was built once, and then got this file as its photo."""
    files: dict[str, str | bytes] = {
        "site.yaml": SETTINGS,
        "content/wijken/peelo.md": PEELO,
        "content/verhalen/soep/index.md": STORY.replace("wijken:", "foto: feest.jpg\nwijken:"),
        PHOTO: picture(size=(40, 30), colour="green"),
        f"{PHOTO}.yaml": REGISTER,
    }
    site = TinySite(root, files)
    assert messages(site.build()) == []
    site.write(PHOTO, data)
    return site


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda: half(saved(noise())), "foto-stuk"),
        (lambda: half(saved(noise(), "PNG")), "foto-stuk"),
        (lambda: half(saved(noise(), "WEBP")), "foto-stuk"),
        (lambda: half(saved(noise(), "AVIF")), "foto-stuk"),
        (lambda: saved(noise())[:30], "foto-stuk"),
        (lambda: b"Dit is een brief en geen foto.\n" * 20, "foto-stuk"),
        (lambda: b"", "foto-stuk"),
        (lambda: b"\0\0\0\x1cftypheic" + b"\0" * 400, "foto-stuk"),
        (png_bomb, "foto-te-groot"),
        (lambda: jpeg_that_says(64_000, 64_000), "foto-te-groot"),
        (with_archive, "foto-dubbel"),
        (lambda: saved(noise((40, 30))) + b"<script>alert(1)</script>", "foto-dubbel"),
        (lambda: saved(noise((40, 30)), "GIF") + b"<!DOCTYPE html><p>Hallo", "foto-dubbel"),
        (lambda: saved(noise((40, 30))).replace(b"JFIF", b"JFIF", 1) + b"<?php system($_GET[0]); ?>", "foto-dubbel"),
    ],
)
def test_each_gets_one_clear_message_and_the_site_stays_as_it_was(
    tmp_path: Path, make: Callable[[], bytes], code: str
) -> None:
    site = site_with(tmp_path, make())
    before = site.built()
    outcome = site.build()
    assert messages(outcome) == [f"{PHOTO}:1: fout[{code}]"]
    assert outcome.diagnostics[0].tip
    assert site.built() == before
    assert messages(site.check()) == [f"{PHOTO}:1: fout[{code}]"]


def test_a_link_out_of_the_content_is_refused(tmp_path: Path) -> None:
    secret = tmp_path / "geheim.jpg"
    secret.write_bytes(saved(noise((40, 30))))
    site = site_with(tmp_path / "site", b"")
    (site.root / PHOTO).unlink()
    (site.root / PHOTO).symlink_to(secret)
    before = site.built()
    outcome = site.build()
    assert f"{PHOTO}:1: fout[koppeling]" in messages(outcome)
    assert outcome.failed
    assert site.built() == before


def test_a_drawing_in_svg_is_no_photo(tmp_path: Path) -> None:
    site = site_with(tmp_path, picture())
    site.write("content/verhalen/soep/plan.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>")
    site.replace("content/verhalen/soep/index.md", "feest.jpg", "plan.svg")
    assert messages(site.build()) == ["content/verhalen/soep/index.md:5: fout[foto-soort]"]


def test_what_else_is_in_a_photo_of_a_telephone_does_not_matter(tmp_path: Path) -> None:
    film = b"\0\0\0\x18ftypmp42" + os.urandom(5_000)
    site = site_with(tmp_path, saved(noise((40, 30))) + film)
    assert messages(site.build()) == []
    assert not [path for path, data in site.built().items() if film[:12] in data]


PEAK = """
def peak():
    # A process inherits the ru_maxrss of the one that started it (here: of all the tests before),
    # so Linux is asked for the peak of this program alone.
    status = Path("/proc/self/status")
    if status.exists():
        lines = status.read_text().splitlines()
        return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM:"))
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
"""


def measured(root: Path) -> tuple[int, str]:
    """Build as the command does, in a process of its own; give its largest memory in bytes and what it said."""
    program = (
        "import resource, sys\n"
        "from pathlib import Path\n"
        "from generator.cli.entry import run\n"
        f"{PEAK}\n"
        f"run(['build', '--site', {str(root)!r}, '--date', '2026-11-23', '--jobs', '1'])\n"
        "print(peak())\n"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    return int(done.stdout.split()[-1]), done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not tell how much memory a process used")
@pytest.mark.parametrize("kind", ["bomb", "huge"])
def test_a_bomb_and_a_file_of_200_mb_take_little_memory(tmp_path: Path, kind: str) -> None:
    site = site_with(tmp_path, png_bomb() if kind == "bomb" else saved(noise((40, 30))))
    if kind == "huge":
        with (site.root / PHOTO).open("r+b") as file:
            file.truncate(200_000_000)
    before = site.built()
    memory, said = measured(site.root)
    assert f"{PHOTO}:1: fout[foto-te-groot]" in said
    assert "Traceback" not in said
    assert memory < MOST_MEMORY
    assert site.built() == before


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not tell how much memory a process used")
def test_the_largest_photo_that_is_taken_is_made_in_less_than_a_gigabyte(tmp_path: Path) -> None:
    largest = Image.new("RGB", (10_000, 7_900), (90, 140, 90))
    site = site_with(tmp_path, saved(largest, "PNG"))
    del largest
    memory, said = measured(site.root)
    assert "fout" not in said
    assert memory < 1_000_000_000
