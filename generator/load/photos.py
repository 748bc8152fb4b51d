"""A photo's bytes -> its header: size as shown, format, and whether it tells where it was made."""

from __future__ import annotations

import io

from PIL import Image, UnidentifiedImageError

from generator.model.source import PhotoFile

PHOTO_TYPES = (".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif")
MAX_BYTES = 60_000_000
MAX_PIXELS = 150_000_000
# Pillow's own limit warns on the writer's screen; ours says so in Dutch, and nothing is decoded here.
Image.MAX_IMAGE_PIXELS = None
_ORIENTATION, _GPS = 0x0112, 0x8825
_QUARTER_TURNS = frozenset({5, 6, 7, 8})
_FORMATS = frozenset({"JPEG", "PNG", "WEBP", "AVIF", "GIF"})


def read_header(path: str, digest: str, data: bytes) -> PhotoFile:
    """Read the header of a photo; its pixels are not decoded."""
    if len(data) > MAX_BYTES:
        return PhotoFile(path, digest, 0, 0, problem="groot")
    try:
        with Image.open(io.BytesIO(data), formats=sorted(_FORMATS)) as image:
            width, height = image.size
            exif = image.getexif()
            if exif.get(_ORIENTATION) in _QUARTER_TURNS:
                width, height = height, width
            return PhotoFile(
                path,
                digest,
                width,
                height,
                format=image.format or "",
                has_position=bool(exif.get_ifd(_GPS)),
                animated=bool(getattr(image, "is_animated", False)),
                problem="groot" if width * height > MAX_PIXELS else "",
            )
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return PhotoFile(path, digest, 0, 0, problem="stuk")
