"""The program itself -> digests: another version of it, or of what it stands on, makes everything anew."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from generator.digest import digest_bytes, digest_value

PACKAGE = Path(__file__).resolve().parent.parent
_PARSING = ("parse", "model", "cache_rows.py", "diagnostics.py", "digest.py")
_PHOTOS = ("render/photos.py",)
_HEADERS = ("load/photos.py",)
_CARDS = ("render/cards.py", "render/drawings.py", "render/icons.py", "render/hyphens.py", *_PHOTOS)
_PICTURES = ("pillow", "pillow-heif")
_COACH = ("lint", "model", "diagnostics.py")
_FILES = ("*.py", "*.toml")
_LIBRARIES = (
    "Markdown",
    "nh3",
    "pydantic",
    "PyYAML",
    "Jinja2",
    "MarkupSafe",
    *_PICTURES,
    "pyphen",
    "selectolax",
    "zxing-cpp",
    "icalendar",
    "tzdata",
)


@dataclass(frozen=True, slots=True)
class ProgramCodes:
    """Digests of all code, of what parses, reads headers of photos, encodes them, draws cards and coaches.

    Each counts the libraries that it uses as well.
    """

    all: str
    parsing: str
    headers: str
    photos: str
    cards: str
    coach: str


@functools.cache
def program_codes() -> ProgramCodes:
    """Digest the source of the program."""
    files = {
        path.relative_to(PACKAGE).as_posix(): digest_bytes(path.read_bytes())
        for path in sorted(path for pattern in _FILES for path in PACKAGE.rglob(pattern))
    }
    versions = {name: _version(name) for name in _LIBRARIES}

    def pick(prefixes: tuple[str, ...], libraries: tuple[str, ...]) -> str:
        code = [(path, digest) for path, digest in files.items() if path.startswith(prefixes)]
        return digest_value([code, [(name, versions[name]) for name in libraries]])

    return ProgramCodes(
        all=pick(("",), _LIBRARIES),
        parsing=pick(_PARSING, ("Markdown", "nh3", "pydantic", "PyYAML")),
        headers=pick(_HEADERS, _PICTURES),
        photos=pick(_PHOTOS, _PICTURES),
        cards=pick(_CARDS, (*_PICTURES, "pyphen")),
        coach=pick(_COACH, ()),
    )


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
