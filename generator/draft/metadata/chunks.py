"""A PNG or WebP file -> the same file with the chunks of the picture alone."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from generator.draft.metadata.tiff import UPRIGHT, only_orientation, orientation_of

_PNG_START = b"\x89PNG\r\n\x1a\n"
_PNG_PICTURE = frozenset(
    b"IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD pHYs sPLT acTL fcTL fdAT".split()
)
_WEBP_PICTURE = frozenset((b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ICCP", b"ANIM", b"ANMF"))
_HAS_EXIF, _HAS_XMP = 0x08, 0x04
Chunk = tuple[bytes, bytes]


def strip_png(data: bytes) -> bytes | None:
    """Drop texts, times, EXIF data and everything that nobody knows."""
    chunks = list(_png_chunks(data))
    if not chunks or chunks[-1][0] != b"IEND":
        return None
    orientation = orientation_of(dict(chunks).get(b"eXIf", b""))
    kept = [chunk for chunk in chunks if chunk[0] in _PNG_PICTURE]
    if orientation != UPRIGHT:
        kept.insert(1, (b"eXIf", only_orientation(orientation)))
    return _PNG_START + b"".join(
        len(body).to_bytes(4, "big") + name + body + zlib.crc32(name + body).to_bytes(4, "big") for name, body in kept
    )


def _png_chunks(data: bytes) -> Iterator[Chunk]:
    at = len(_PNG_START)
    while at + 12 <= len(data):
        length, name = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        body = data[at + 8 : at + 8 + length]
        if len(body) < length:
            return
        yield name, body
        if name == b"IEND":
            return
        at += 12 + length


def strip_webp(data: bytes) -> bytes | None:
    """Drop EXIF data, XMP and everything that nobody knows; the header no longer says that they are there."""
    chunks = list(_webp_chunks(data))
    if not chunks or len(data) < 8 + int.from_bytes(data[4:8], "little"):
        return None
    exif = dict(chunks).get(b"EXIF", b"")
    orientation = orientation_of(exif.removeprefix(b"Exif\0\0"))
    turned = orientation != UPRIGHT
    kept = []
    for name, body in chunks:
        if name == b"VP8X" and body:
            flags = body[0] & ~(_HAS_EXIF | _HAS_XMP) | (_HAS_EXIF if turned else 0)
            kept.append((name, bytes((flags,)) + body[1:]))
        elif name in _WEBP_PICTURE:
            kept.append((name, body))
    if turned:
        kept.append((b"EXIF", only_orientation(orientation)))
    rows = b"".join(name + len(body).to_bytes(4, "little") + body + b"\0" * (len(body) % 2) for name, body in kept)
    return b"RIFF" + (len(rows) + 4).to_bytes(4, "little") + b"WEBP" + rows


def _webp_chunks(data: bytes) -> Iterator[Chunk]:
    at, end = 12, min(len(data), 8 + int.from_bytes(data[4:8], "little"))
    while at + 8 <= end:
        name, length = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "little")
        body = data[at + 8 : at + 8 + length]
        if len(body) < length:
            return
        yield name, body
        at += 8 + length + length % 2
