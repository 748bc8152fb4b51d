"""The logo that a theme holds, if any -> how large it is, and what is wrong with it."""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass
from xml.parsers.expat import ExpatError, ParserCreate

from generator.diagnostics import Diagnostic, Report, error, warning
from generator.model.theme import ThemeFiles

VECTORS = ("images/logo.svg", "images/mark.svg")
RASTER = "images/logo.png"
SVG_SPACE = "http://www.w3.org/2000/svg"
_PNG = b"\x89PNG\r\n\x1a\n"
_NUMBER = re.compile(r"\s*([0-9.]+)(?:px)?\s*$")
CODE = "geen-plaatje"


@dataclass(frozen=True, slots=True)
class Logo:
    """A logo of the theme: the file for pages with its size in pixels, and the one that cards and icons are made of."""

    file: str
    width: int
    height: int
    raster: tuple[str, str] | None


def theme_logo(theme: ThemeFiles) -> Report[Logo | None]:
    """Find the logo: an SVG is sharpest on pages, a PNG is needed where pictures are drawn."""
    found: list[Diagnostic] = []
    vector = next((name for name in VECTORS if name in theme.files), None)
    vector_size = _checked(theme, vector, found) if vector else None
    raster_size = _checked(theme, RASTER, found) if RASTER in theme.files else None
    raster = (RASTER, theme.digests[RASTER]) if raster_size else None
    if vector and vector_size:
        if RASTER not in theme.files:
            tip = f"zet {theme.folder}/{RASTER} ernaast: hetzelfde logo, minstens 512 beeldpunten hoog"
            message = "van dit logo kunnen we geen PNG maken; deelkaarten en telefoons houden het getekende merk"
            found.append(warning(f"{theme.folder}/{vector}", 1, "logo-zonder-png", message, tip))
        return Report(Logo(vector, *vector_size, raster), tuple(found))
    return Report(Logo(RASTER, *raster_size, raster) if raster_size else None, tuple(found))


def _checked(theme: ThemeFiles, name: str, found: list[Diagnostic]) -> tuple[int, int] | None:
    """Give the size of a picture, or say why it is none."""
    data, path = theme.files[name], f"{theme.folder}/{name}"
    size, flaw = _svg(data) if name.endswith(".svg") else _png(data)
    if flaw is not None:
        found.append(error(path, flaw.line, CODE, flaw.message, flaw.tip))
    return size


@dataclass(frozen=True, slots=True)
class _Flaw:
    """What is wrong with a picture, on which line of it, and what to do."""

    message: str
    tip: str
    line: int = 1


_Read = tuple[tuple[int, int] | None, _Flaw | None]


def _png(data: bytes) -> _Read:
    if data.startswith(_PNG) and data[12:16] == b"IHDR" and len(data) > 24:  # noqa: PLR2004 - where the size ends
        width, height = struct.unpack(">II", data[16:24])
        if width and height:
            return (width, height), None
    return None, _Flaw("dit is geen plaatje", "bewaar het logo opnieuw als PNG, met doorzichtige achtergrond")


def _svg(data: bytes) -> _Read:
    roots: list[tuple[str, dict[str, str]]] = []
    parser = ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = lambda name, attributes: roots.append((name, attributes)) if not roots else None
    try:
        parser.Parse(data, True)  # noqa: FBT003 - it takes no name
    except ExpatError as fault:
        tip = "bewaar het logo opnieuw als gewone SVG"
        return None, _Flaw("dit is geen plaatje: hier kan een browser niet verder lezen", tip, fault.lineno)
    name, attributes = roots[0]
    if name != f"{SVG_SPACE} svg":
        tip = f'het bestand begint met <svg xmlns="{SVG_SPACE}" viewBox="0 0 breedte hoogte">'
        return None, _Flaw("dit is geen plaatje: een browser ziet er geen SVG in", tip)
    size = _svg_size(attributes)
    if size is None:
        tip = 'voeg aan <svg ...> toe: viewBox="0 0 breedte hoogte"'
        return None, _Flaw("dit logo zegt niet hoe groot het is", tip)
    return size, None


def _svg_size(attributes: dict[str, str]) -> tuple[int, int] | None:
    """Read the size of a drawing, rounded up to whole pixels."""
    box = re.split(r"[\s,]+", attributes.get("viewBox", "").strip())
    sizes = [attributes.get("width", ""), attributes.get("height", "")]
    for pair in (box[2:4], sizes):
        numbers = [_NUMBER.match(text) for text in pair]
        if len(numbers) == 2 and all(numbers):  # noqa: PLR2004 - across and down
            width, height = (float(match[1]) for match in numbers if match)
            if width > 0 and height > 0:
                return max(1, round(width)), max(1, round(height))
    return None
