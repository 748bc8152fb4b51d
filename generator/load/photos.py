"""A photo's bytes -> its header: size as shown, format, and whether it tells where it was made."""

from __future__ import annotations

import io
import re
import struct
import zlib

from PIL import Image

from generator.model.source import PhotoFile

PHOTO_TYPES = (".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif", ".heic", ".heif")
MAX_BYTES = 60_000_000
MAX_PIXELS = 150_000_000
"""Of a JPEG, which can be decoded at a fraction of its size; of the other formats all pixels have to be in memory."""
MAX_PIXELS_WHOLE = 80_000_000
# Pillow's own limit warns on the writer's screen; ours says so in Dutch, and nothing is decoded here.
Image.MAX_IMAGE_PIXELS = None
_ORIENTATION, _GPS, _LATITUDE, _LONGITUDE = 0x0112, 0x8825, 2, 4
_QUARTER_TURNS, _ORIENTATIONS = frozenset({5, 6, 7, 8}), frozenset(range(1, 9))
_PNG = b"\x89PNG\r\n\x1a\n"
_FORMATS = ("JPEG", "PNG", "WEBP", "AVIF", "GIF", "HEIF")
_SEE_THROUGH = frozenset({"RGBA", "LA", "PA"})
# What also opens as a web page, a program or an archive: a photo never needs it. Telephones do append films to photos.
_ALSO_TEXT = re.compile(rb"<script|<html|<!doctype|<\?php|<svg", re.IGNORECASE)
_ARCHIVE_START, _ARCHIVE_END, _PDF = b"PK\x03\x04", b"PK\x05\x06", b"%PDF-"
PDF_WITHIN = 1024
_UNREADABLE = (
    *(OSError, ValueError, SyntaxError, EOFError, RuntimeError, ArithmeticError, LookupError),
    *(TypeError, AttributeError, struct.error, zlib.error, MemoryError),
)


def read_header(path: str, digest: str, data: bytes) -> PhotoFile:
    """Read the header of a photo; its pixels are not decoded."""
    if len(data) > MAX_BYTES:
        return too_large(path, digest)
    try:
        with _open(data) as image:
            exif = _exif(image, data)
            orientation = exif.get(_ORIENTATION, 1)
            width, height = image.size[::-1] if orientation in _QUARTER_TURNS else image.size
            return PhotoFile(
                path,
                digest,
                width,
                height,
                format=image.format or "",
                has_position=_tells_where(exif, data),
                animated=bool(getattr(image, "is_animated", False)) and image.format != "MPO",
                transparent=image.mode in _SEE_THROUGH or "transparency" in image.info,
                orientation=orientation if orientation in _ORIENTATIONS else 1,
                problem=_problem(image, data),
            )
    except _UNREADABLE:
        return PhotoFile(path, digest, 0, 0, problem="stuk")


def too_large(path: str, digest: str) -> PhotoFile:
    """Give the header of a photo that is not even opened."""
    return PhotoFile(path, digest, 0, 0, problem="groot")


def _open(data: bytes) -> Image.Image:
    if data[4:8] == b"ftyp":
        import pillow_heif  # noqa: PLC0415 - takes time to load, and only telephones write HEIC

        pillow_heif.register_heif_opener()
    return Image.open(io.BytesIO(data), formats=_FORMATS)


def _problem(image: Image.Image, data: bytes) -> str:
    most = MAX_PIXELS if image.format in {"JPEG", "MPO"} else MAX_PIXELS_WHOLE
    if image.width * image.height > most:
        return "groot"
    archive = _ARCHIVE_START in data and _ARCHIVE_END in data
    return "dubbel" if archive or _PDF in data[:PDF_WITHIN] or _ALSO_TEXT.search(data) else ""


def _exif(image: Image.Image, data: bytes) -> Image.Exif:
    """Give the EXIF data. Pillow would decode all of a PNG to find them, however large it says that it is."""
    if image.format != "PNG":
        return image.getexif()
    exif = Image.Exif()
    exif.load(_chunk_of_png(data, b"eXIf"))
    return exif


def _chunk_of_png(data: bytes, name: bytes) -> bytes:
    """Give what is in the first chunk of a name, before or after the pixels; nothing when there is none."""
    place = len(_PNG)
    while place + 8 <= len(data):
        size = int.from_bytes(data[place : place + 4], "big")
        if data[place + 4 : place + 8] == name:
            return data[place + 8 : place + 8 + size]
        place += size + 12
    return b""


def _tells_where(exif: Image.Exif, data: bytes) -> bool:
    """Find a position in the EXIF data, or in the XMP data that some programs write beside it."""
    position = exif.get_ifd(_GPS)
    return _LATITUDE in position or _LONGITUDE in position or b"GPSLatitude" in data
