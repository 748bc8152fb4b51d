"""The program itself -> digests: another version of it, or of what it stands on, makes everything anew."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from generator.digest import digest_bytes, digest_value

PACKAGE = Path(__file__).resolve().parent.parent
_PARSING = ("parse", "model", "diagnostics.py", "digest.py")
_PHOTOS = ("render/photos.py",)
_CARDS = ("render/cards.py", "render/hyphens.py")
_COACH = ("lint", "model", "diagnostics.py")
_FILES = ("*.py", "*.toml")
_LIBRARIES = ("Markdown", "nh3", "pydantic", "PyYAML", "Jinja2", "MarkupSafe", "pillow", "pyphen", "selectolax")


@dataclass(frozen=True, slots=True)
class ProgramCodes:
    """Digests of all code, of what parses, encodes photos, draws cards and coaches; each with the libraries it uses."""

    all: str
    parsing: str
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
        photos=pick(_PHOTOS, ("pillow",)),
        cards=pick(_CARDS, ("pillow", "pyphen")),
        coach=pick(_COACH, ()),
    )


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
