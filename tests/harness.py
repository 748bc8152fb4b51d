"""Tiny sites for tests: texts in, built files out, in one process."""

from __future__ import annotations

import datetime as dt
import io
import os
import shutil
import tempfile
import textwrap
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from unittest import mock

import jinja2
from PIL import Image

from generator.build import Options, Outcome
from generator.build.attempts import persist
from generator.build.pipeline import build, check
from generator.build.shortcut import nothing_changed
from generator.build.turn import take_turn

TODAY = dt.date(2026, 11, 23)
BARE_THEME = Path(__file__).parent / "themes" / "bare"
SETTINGS = "naam: Proefsite\nadres: https://proef.example.nl\nthema: thema\n"

PEELO = """\
---
naam: Peelo
cbs_code: WK010606
---
Een wijk.
"""

STORY = """\
---
titel: Soep en een praatje
datum: 2026-11-01
samenvatting: Er was soep.
wijken: [peelo]
---
Er was veel soep.
"""

CALL = """\
---
titel: Wie is jouw Superbuur?
soort: nomineren
datum: 2026-11-16
samenvatting: Vertel het ons.
wijken: [peelo]
sluit_op: 2026-12-15
reageren: {email: superbuur@example.nl}
door: het team
vervolg: Voor kerst bellen we.
---
Ken je iemand?
"""

SMALL = {"site.yaml": SETTINGS, "content/wijken/peelo.md": PEELO, "content/verhalen/soep.md": STORY}
"""A site of one wijk and one story."""


def silent(stage: str, done: int, total: int) -> None:
    """Show no progress."""
    del stage, done, total


class TinySite:
    """A site in a folder of its own, with the bare theme unless it brings its own."""

    def __init__(self, root: Path, files: Mapping[str, str | bytes] | None = None) -> None:
        self.root = root
        self.output = root / "output"
        root.mkdir(parents=True, exist_ok=True)
        if not (root / "thema").exists():
            shutil.copytree(BARE_THEME, root / "thema")
        for path, content in (SMALL if files is None else files).items():
            self.write(path, content)

    def write(self, path: str, content: str | bytes) -> None:
        """Write one file; the common indentation of a text is dropped."""
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content if isinstance(content, bytes) else textwrap.dedent(content).encode())

    def replace(self, path: str, old: str, new: str) -> None:
        """Replace a text in a file; it has to be there."""
        target = self.root / path
        text = target.read_text(encoding="utf-8")
        assert old in text, f"{old!r} is not in {path}"
        target.write_bytes(text.replace(old, new).encode())

    def remove(self, path: str) -> None:
        """Remove a file or a folder."""
        target = self.root / path
        shutil.rmtree(target) if target.is_dir() else target.unlink()

    def rename(self, old: str, new: str) -> None:
        """Move a file or a folder."""
        (self.root / new).parent.mkdir(parents=True, exist_ok=True)
        (self.root / old).rename(self.root / new)

    def options(self, today: dt.date = TODAY, **changes: object) -> Options:
        """Give the options of a build on a date."""
        return replace(Options(self.root, self.output, today, jobs=1), **changes)  # type: ignore[arg-type]

    def build(self, today: dt.date = TODAY, **changes: object) -> Outcome:
        """Build as the command does: with the shortcut for a site in which nothing changed."""
        options = self.options(today, **changes)
        with take_turn(options.root, options.output, lambda _: None):
            return persist(
                options, lambda options, cache: nothing_changed(options, cache) or build(options, cache, silent)
            )

    def check(self, today: dt.date = TODAY) -> Outcome:
        """Check as the command does."""
        return persist(self.options(today), lambda options, cache: check(options, cache, silent))

    def built(self, output: Path | None = None) -> dict[str, bytes]:
        """Give all files of the output, its manifest included."""
        folder = output or self.output
        return {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in sorted(folder.rglob("*"))
            if path.is_file()
        }

    def touch(self) -> None:
        """Give every file of the site the time of now, as a fresh checkout does."""
        for path in self.root.rglob("*"):
            if path.is_file() and self.root / ".cache" not in path.parents:
                path.touch()

    def age(self) -> None:
        """Let time go by: from now on file times that the last build kept can be trusted."""
        store = self.root / ".cache" / "mba.sqlite"
        if store.exists():
            later = time.time_ns() + 3_600_000_000_000
            os.utime(store, ns=(later, later))

    def clean_build(self, folder: Path, today: dt.date = TODAY) -> dict[str, bytes]:
        """Build the same site elsewhere, with nothing remembered, and give its files."""
        return self.clean_outcome(folder, today)[1]

    def clean_outcome(self, folder: Path, today: dt.date = TODAY) -> tuple[Outcome, dict[str, bytes]]:
        """Build the same site elsewhere, with nothing remembered, and give what came of it and its files."""
        other = folder / "clean"
        shutil.rmtree(other, ignore_errors=True)
        shutil.copytree(self.root, other, ignore=shutil.ignore_patterns("output", ".cache"))
        twin = TinySite(other, {})
        outcome = twin.build(today)
        return outcome, twin.built()


def messages(outcome: Outcome) -> list[str]:
    """Give the diagnostics of a build as `file:line: severity[code]`."""
    return [f"{d.file}:{d.line}: {d.severity}[{d.code}]" for d in outcome.diagnostics]


def read_site(folder: Path) -> dict[str, bytes]:
    """Give the files of a site that lies ready in a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@contextmanager
def quick_folder() -> Iterator[Path]:
    """Give an empty folder, in memory where the system has such a thing: these tests make and remove many files."""
    memory = Path("/dev/shm")  # noqa: S108 - the folder in it gets a name that nobody can guess
    place = memory if os.access(memory, os.W_OK | os.X_OK) else None
    with tempfile.TemporaryDirectory(prefix="mba-", dir=place) as folder:
        yield Path(folder)


def photo(color: str, width: int = 40, height: int = 30, *, size: int = 2000, turned: bool = False) -> bytes:
    """Make a JPEG of one colour that is exactly `size` bytes long; `turned` by 90 degrees in its EXIF data."""
    exif = Image.Exif()
    if turned:
        exif[0x0112] = 6
    data = io.BytesIO()
    Image.new("RGB", (width, height), color).save(data, "JPEG", exif=exif)
    return data.getvalue().ljust(size, b"\0")


@contextmanager
def templates_compiled_once() -> Iterator[None]:
    """Remember what Jinja makes of a text: it is always the same, and most of the work of a tiny build."""
    made: dict[tuple[object, ...], object] = {}

    def once(name: str) -> object:
        make = getattr(jinja2.Environment, name)

        def give(self: jinja2.Environment, source: str, *names: str | None) -> object:
            # What is constant is worked out while compiling, addresses below the path of the site included.
            below = self.filters["url"]("/") if "url" in self.filters else ""
            key = (name, source, names, self.undefined, self.trim_blocks, self.lstrip_blocks, below)
            if key not in made:
                made[key] = make(self, source, *names)
            return made[key]

        return give

    with mock.patch.multiple(jinja2.Environment, compile=once("compile"), parse=once("parse")):
        yield
