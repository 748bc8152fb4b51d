"""A JPEG -> the same scans and tables, in segments that tell nothing but how to show them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.draft.metadata.tiff import UPRIGHT, only_orientation, orientation_of

_START, _END = b"\xff\xd8", b"\xff\xd9"
_SCAN, _COMMENT, _ALONE = 0xDA, 0xFE, frozenset({0x01, *range(0xD0, 0xD8)})
_APP0, _APP1, _APP2, _APP14, _APP15 = 0xE0, 0xE1, 0xE2, 0xEE, 0xEF
_EXIF = b"Exif\0\0"
_JFIF_LENGTH = 16
Segment = tuple[int, bytes]


def strip_jpeg(data: bytes) -> bytes | None:
    """Keep what is needed to show the picture; whatever comes after its end (films, other pictures) goes as well."""
    segments = list(_segments(data))
    if not segments or segments[-1] != (_END[1], _END):
        return None
    turned = next((part[10:] for marker, part in segments if marker == _APP1 and part[4:10] == _EXIF), b"")
    kept = [part for segment in segments if (part := _kept(*segment))]
    if (orientation := orientation_of(turned)) != UPRIGHT:
        payload = _EXIF + only_orientation(orientation)
        place = 1 if kept[0][1] == _APP0 else 0
        kept.insert(place, bytes((0xFF, _APP1)) + (len(payload) + 2).to_bytes(2, "big") + payload)
    return _START + b"".join(kept)


def _kept(marker: int, part: bytes) -> bytes:
    """Give a segment as it stays, or nothing."""
    if marker == _APP0:
        # Without the thumbnail that may follow: it can show what was cut from the picture later.
        known = part[4:9] == b"JFIF\0" and len(part) >= _JFIF_LENGTH + 2
        return part[:2] + _JFIF_LENGTH.to_bytes(2, "big") + part[4:16] + b"\0\0" if known else b""
    if marker == _APP2:
        return part if part[4:16] == b"ICC_PROFILE\0" else b""
    if marker == _APP14:
        return part if part[4:9] == b"Adobe" else b""
    return b"" if marker == _COMMENT or _APP0 <= marker <= _APP15 else part


def _segments(data: bytes) -> Iterator[Segment]:
    """Give marker and bytes of each segment, up to the end of the picture or to what cannot be understood."""
    at = len(_START)
    while data[at : at + 1] == b"\xff":
        while data[at + 1 : at + 2] == b"\xff":
            at += 1
        marker = data[at + 1] if at + 1 < len(data) else 0
        if marker == _END[1]:
            yield marker, _END
            return
        length = 0 if marker in _ALONE else int.from_bytes(data[at + 2 : at + 4], "big")
        end = at + 2 + length
        if marker == 0 or end > len(data) or (marker not in _ALONE and length < 2):  # noqa: PLR2004 - counts itself
            return
        if marker == _SCAN:
            end = _end_of_scan(data, end)
        yield marker, data[at:end]
        at = end


def _end_of_scan(data: bytes, at: int) -> int:
    """Find the next real marker: in a scan a zero follows each byte 255, and restart marks belong to it."""
    while (at := data.find(b"\xff", at)) >= 0:
        after = data[at + 1 : at + 2]
        if after and after != b"\0" and after[0] not in _ALONE:
            return at
        at += 1 if not after else 2
    return len(data)
