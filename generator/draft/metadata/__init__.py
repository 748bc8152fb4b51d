"""A photo's bytes -> the same picture without what a camera wrote about it; no pixel is encoded again.

Kept are the picture itself, its colours and which side is up. Place, date, device, notes, thumbnails, sound and film
that came along go: what is not known to belong to the picture is left out.
"""

from __future__ import annotations

from generator.draft.metadata.boxes import strip_boxes
from generator.draft.metadata.chunks import strip_png, strip_webp
from generator.draft.metadata.jpeg import strip_jpeg

__all__ = ["without_metadata"]


def without_metadata(data: bytes) -> bytes | None:
    """Give the picture alone; None for a file that is damaged or of a sort that cannot be taken apart."""
    if data.startswith(b"\xff\xd8"):
        return strip_jpeg(data)
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return strip_png(data)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return strip_webp(data)
    if data[4:8] == b"ftyp":
        return strip_boxes(data)
    return None
