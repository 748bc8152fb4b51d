"""A HEIC or AVIF photo, which is a row of boxes -> the same file with blanks where its metadata was.

Offsets inside such a file count from its start, so nothing is moved: what goes is written over.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.draft.metadata.tiff import only_orientation, orientation_of

_PICTURE = frozenset((b"ftyp", b"meta", b"mdat", b"free", b"skip"))
_FILM = b"moov"
_TELLING = frozenset((b"Exif", b"mime", b"uri "))
_IN_FILE = 0
_LARGE = 1


@dataclass(frozen=True, slots=True)
class Box:
    """One box: `body` is where its content starts."""

    name: bytes
    start: int
    body: int
    end: int


def strip_boxes(data: bytes) -> bytes | None:
    """Blank what tells about the photo; None for a film, and for what is built in a way that we do not know."""
    try:
        return _strip(data)
    except IndexError:
        # A table that says it is longer than it is.
        return None


def _strip(data: bytes) -> bytes | None:
    boxes = list(_boxes(data, 0, len(data)))
    metas = [box for box in boxes if box.name == b"meta"]
    if len(metas) != 1 or boxes[-1].end != len(data) or any(box.name == _FILM for box in boxes):
        return None
    clean = bytearray(data)
    for box in boxes:
        if box.name not in _PICTURE:
            clean[box.start + 4 : box.start + 8] = b"free"
            clean[box.body : box.end] = bytes(box.end - box.body)
    inner = {box.name: box for box in _boxes(data, metas[0].body + 4, metas[0].end)}
    if b"iinf" not in inner or b"iloc" not in inner:
        return None
    telling = {number: name for number, name in _items(data, inner[b"iinf"]) if name in _TELLING}
    for number, extents in _extents(data, inner[b"iloc"]):
        if number not in telling:
            continue
        if extents is None:
            return None
        for start, end in extents:
            blank = _blank_exif(data[start:end]) if telling[number] == b"Exif" else b""
            if end > len(data) or len(blank) > end - start:
                return None
            clean[start:end] = blank.ljust(end - start, b"\0" if blank else b" ")
    return bytes(clean)


def _blank_exif(body: bytes) -> bytes:
    """Keep which side is up; the first four bytes say where the TIFF part starts, and decoders insist on having one."""
    tiff = body[4 + int.from_bytes(body[:4], "big") :]
    return bytes(4) + only_orientation(orientation_of(tiff))


def _boxes(data: bytes, at: int, end: int) -> Iterator[Box]:
    while at + 8 <= end:
        size, name, body = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8], at + 8
        if size == _LARGE:
            size, body = int.from_bytes(data[at + 8 : at + 16], "big"), at + 16
        stop = at + size if size else end
        if stop < body or stop > end:
            return
        yield Box(name, at, body, stop)
        at = stop


def _items(data: bytes, iinf: Box) -> Iterator[tuple[int, bytes]]:
    """Give number and sort of each item."""
    wide = data[iinf.body] > 0
    for box in _boxes(data, iinf.body + (8 if wide else 6), iinf.end):
        at = box.body + 4
        if data[box.body] == 2:  # noqa: PLR2004 - the version with 16 bits
            yield int.from_bytes(data[at : at + 2], "big"), data[at + 4 : at + 8]
        else:
            yield int.from_bytes(data[at : at + 4], "big"), data[at + 6 : at + 10]


def _extents(data: bytes, iloc: Box) -> Iterator[tuple[int, list[tuple[int, int]] | None]]:
    """Give where in the file each item lies; None when it lies elsewhere."""
    version, at = data[iloc.body], iloc.body + 4

    def take(size: int) -> int:
        nonlocal at
        at += size
        if at > iloc.end:
            raise IndexError("past the end of the table")
        return int.from_bytes(data[at - size : at], "big")

    sizes = take(2)
    offset_size, length_size, base_size, index_size = (sizes >> shift & 15 for shift in (12, 8, 4, 0))
    number_size = 2 if version < 2 else 4  # noqa: PLR2004 - the version with 32 bits
    for _ in range(take(number_size)):
        number = take(number_size)
        method = take(2) & 15 if version else _IN_FILE
        reference, base = take(2), take(base_size)
        extents = []
        for _ in range(take(2)):
            take(index_size if version else 0)
            start = base + take(offset_size)
            extents.append((start, start + take(length_size)))
        yield number, extents if method == _IN_FILE and reference == 0 else None
