"""Photos on somebody's disk -> photos that can lie beside a piece: a tidy name, and nothing in them but the picture."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.diagnostics import Diagnostic, Report, error, nearest
from generator.draft.metadata import without_metadata
from generator.load.photos import MAX_BYTES, PHOTO_TYPES, read_header
from generator.parse import slugify

_SPELLINGS = {".jpeg": ".jpg"}
_SAVE_AGAIN = "bewaar de foto opnieuw als JPEG, PNG of WebP"


@dataclass(frozen=True, slots=True)
class CleanPhoto:
    """A copy that is ready to be written; `had_position` says that the original told where it was made."""

    name: str
    data: bytes
    had_position: bool


def read_photos(paths: Iterable[Path]) -> Report[tuple[CleanPhoto, ...]]:
    """Read photos and clean their copies; every photo that cannot be used is named."""
    photos: list[CleanPhoto] = []
    found: list[Diagnostic] = []
    for path in dict.fromkeys(paths):
        result = _read(path, {photo.name for photo in photos})
        if isinstance(result, Diagnostic):
            found.append(result)
        else:
            photos.append(result)
    return Report(tuple(photos), tuple(found))


def _read(path: Path, taken: set[str]) -> CleanPhoto | Diagnostic:
    file, suffix = path.as_posix(), path.suffix.casefold()
    if suffix not in PHOTO_TYPES:
        tip = f"{_SAVE_AGAIN}; dit kan: {', '.join(PHOTO_TYPES)}"
        return error(file, 1, "foto-soort", "dit soort bestand kan geen foto op de site zijn", tip)
    try:
        if path.stat().st_size > MAX_BYTES:
            tip = "maak de foto kleiner: 6000 beeldpunten breed is ruim genoeg"
            return error(file, 1, "foto-te-groot", "deze foto is te groot", tip)
        data = path.read_bytes()
    except OSError:
        meant = nearest(path.name, _photos_beside(path))
        tip = f"bedoel je '{meant}'?" if meant else "kijk de naam na; een pad telt vanaf de map waarin je nu staat"
        return error(file, 1, "onleesbaar", "deze foto kunnen we niet vinden of niet lezen", tip)
    before = read_header(file, "", data)
    if before.problem:
        return error(file, 1, "foto-stuk", "deze foto kunnen we niet openen", _SAVE_AGAIN)
    clean = without_metadata(data)
    after = read_header(file, "", clean) if clean else None
    # Whatever the format: the copy opens, lies as it lay, and tells nothing.
    same = after and (after.width, after.height, after.problem) == (before.width, before.height, "")
    if clean is None or after is None or not same or after.has_position:
        message = "hier kunnen we niet uithalen waar en wanneer de foto gemaakt is"
        return error(file, 1, "foto-niet-schoon", message, _SAVE_AGAIN)
    return CleanPhoto(_tidy_name(path, taken), clean, before.has_position)


def _photos_beside(path: Path) -> Iterator[str]:
    with contextlib.suppress(OSError):
        yield from sorted(other.name for other in path.parent.iterdir() if other.suffix.casefold() in PHOTO_TYPES)


def _tidy_name(path: Path, taken: set[str]) -> str:
    """Give a name without capitals, spaces and accents that no other photo of the piece has."""
    suffix = path.suffix.casefold()
    suffix = _SPELLINGS.get(suffix, suffix)
    stem = slugify(path.stem) or "foto"
    number, name = 1, f"{stem}{suffix}"
    while name in taken:
        number += 1
        name = f"{stem}-{number}{suffix}"
    return name
