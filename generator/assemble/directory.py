"""What a link, a photo or a shortcode in a text can mean: pieces by name and by path, and photos."""

from __future__ import annotations

import posixpath
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from generator.diagnostics import Diagnostic, error, nearest, shorten
from generator.model.document import Document, Parsed
from generator.model.shared import Counter
from generator.model.site import Item, Photo

_OTHER_PICTURES = frozenset({".svg", ".svgz", ".bmp", ".tif", ".tiff", ".psd", ".pdf", ".raw", ".cr2", ".nef", ".dng"})


@dataclass(frozen=True, slots=True)
class Directory:
    """Everything that a link can mean: pieces by slug and by path, and the visible ones among them."""

    by_slug: Mapping[str, Parsed]
    by_path: Mapping[str, Parsed]
    visible: Mapping[str, Item]
    photos: Mapping[str, Photo]
    known_photos: frozenset[str]
    counters: Mapping[str, Counter]


def claim_order(file: Parsed) -> tuple[bool, str]:
    """Say who may have a name first: a draft never takes it from a piece that is not one."""
    return (file.document is not None and file.document.common.draft, file.path)


def make_directory(
    claimants: Iterable[Parsed],
    visible: Mapping[str, Item],
    photos: Mapping[str, Photo],
    known_photos: Iterable[str],
    counters: Mapping[str, Counter],
) -> Directory:
    """Index what bodies can point to; `known_photos` also holds those that may not be shown.

    Of files with the same name the first is meant.
    """
    files = [file for file in claimants if file.kind is not None]
    by_slug: dict[str, Parsed] = {}
    for file in files:
        by_slug.setdefault(file.slug, file)
    return Directory(
        by_slug=by_slug,
        by_path={file.path: file for file in files},
        visible=visible,
        photos=photos,
        known_photos=frozenset(known_photos),
        counters=counters,
    )


def find_photo(document: Document, name: str, known: frozenset[str]) -> str | None:
    """Find a photo beside a document; letter case and the file system's way to write accents do not matter."""
    written = unicodedata.normalize("NFC", name.replace("\\", "/"))
    for spelling in (written, unquote(written)):
        path = _find_spelled(posixpath.normpath(posixpath.join(document.folder, spelling)), known)
        if path is not None:
            return path
    return None


def _find_spelled(path: str, known: frozenset[str]) -> str | None:
    if path in known:
        return path
    folded = path.casefold()
    return next((other for other in sorted(known) if other.casefold() == folded), None)


def missing_photo(document: Document, name: str, line: int, known: frozenset[str]) -> Diagnostic:
    """Say that a photo is not there, and which one may be meant."""
    beside = {path.rpartition("/")[2] for path in known if path.rpartition("/")[0] == document.folder}
    stems = {other.rpartition(".")[0]: other for other in beside}
    stem = nearest(name.rpartition("/")[2].rpartition(".")[0] or name, stems, 0.7)
    meant = stems[stem] if stem else None
    suffix = posixpath.splitext(name)[1].casefold()
    if not meant and suffix in _OTHER_PICTURES:
        tip = "dit soort bestand lezen we niet; bewaar het als JPEG, PNG, WebP, AVIF of HEIC"
        message = f"'{shorten(name)}' kan hier geen foto zijn"
        return error(document.path, line, "foto-soort", message, tip)
    tip = f"bedoel je '{meant}'?" if meant else f"zet de foto in de map {document.folder}"
    return error(document.path, line, "foto-ontbreekt", f"de foto '{shorten(name)}' is er niet", tip)
