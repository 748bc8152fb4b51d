"""A photo's bytes and sizes -> the bytes of its variants, with nothing but pixels in them.

A photo is decoded once, to the size of its widest variant; a JPEG is decoded at a fraction of its size where that is
enough. All variants are made from there: turned the right way up, in sRGB, without any other word of the original.
"""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from PIL import Image, ImageCms

from generator.model.plan import MakePhoto

FORMATS = ("JPEG", "PNG", "WEBP", "AVIF", "GIF", "HEIF")
PHONE_WIDTH, PHONE_BYTES = 1120, 60_000
"""What a telephone loads stays below so many bytes: a photo full of detail gets a lower quality.

That is AVIF: WebP and JPEG are for the few browsers that are older.
"""
SMALLER = Image.Resampling.BICUBIC
"""How a picture is made smaller: for as many bytes as after Lanczos it comes out as true, in two thirds of the time."""
ATTEMPTS = 3
WHITE = (255, 255, 255)
_QUARTER_TURNS = frozenset({5, 6, 7, 8})
_TURNS: Mapping[int, Image.Transpose] = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_SIXTEEN_BITS = frozenset({"I", "I;16L", "I;16B", "I;16N"})
DECODING_FAULTS = (
    *(OSError, ValueError, SyntaxError, EOFError, RuntimeError, ArithmeticError, LookupError),
    *(TypeError, AttributeError, struct.error, zlib.error, MemoryError),
)
"""What the readers of photos raise for bytes that are not what they seem."""
# Pillow's own limit warns on the writer's screen; `load` has refused what is too large before anything is decoded.
Image.MAX_IMAGE_PIXELS = None
# The memory of one picture is kept for the next (32 MB at most): to ask for it anew takes seven hundredths of the time.
BLOCK_SIZE, BLOCKS_KEPT = 256 * 1024, 128
Image.core.set_block_size(BLOCK_SIZE)  # type: ignore[attr-defined] # documented, and not in the stubs
Image.core.set_blocks_max(BLOCKS_KEPT)  # type: ignore[attr-defined]


@dataclass(frozen=True, slots=True)
class Encoding:
    """How one format is written.

    A format with a `slope` keeps to the limit for telephones: for each time the limit that a file is too large, its
    quality goes down by so much, but never below `floor`.
    """

    quality: int
    options: Mapping[str, Any] = field(default_factory=dict)
    slope: int = 0
    floor: int = 0


# Chosen by benchmarks/photo_quality.py; DECISIONS.md has the figures. Method 2 of WebP looks like method 4 at a quality
# of three less, in half the time. One thread: with more of them AVIF is cut in
# tiles, and the bytes would depend on the machine.
ENCODINGS: Mapping[str, Encoding] = {
    "avif": Encoding(54, {"speed": 8, "max_threads": 1, "subsampling": "4:2:0"}, slope=12, floor=30),
    "webp": Encoding(75, {"method": 2}),
    "jpeg": Encoding(72, {"optimize": True, "progressive": True, "subsampling": "4:2:0"}),
}


def make_variants(data: bytes, recipes: Sequence[MakePhoto]) -> Iterator[bytes]:
    """Give the bytes of variants of one photo, in the order of their recipes; all have the same `widest`.

    Raises:
        DECODING_FAULTS: the photo cannot be decoded.
    """
    if not recipes:
        return
    decoded = decode(data, recipes[0].widest, recipes[0].orientation)
    sized: dict[tuple[int, int], Image.Image] = {decoded.size: decoded}
    for recipe in recipes:
        size = (recipe.width, recipe.height)
        if size not in sized:
            sized[size] = decoded.resize(size, SMALLER, reducing_gap=1.5)
        yield encode(sized[size], recipe.format)


def decode(data: bytes, size: tuple[int, int], orientation: int) -> Image.Image:
    """Give a photo upright, in sRGB and in a size: RGB, or RGBA when parts of it are transparent."""
    with open_photo(data) as opened:
        stored = size[::-1] if orientation in _QUARTER_TURNS else size
        opened.draft(None, stored)
        profile = opened.info.get("icc_profile")
        image = _with_plain_samples(opened).resize(stored, SMALLER, reducing_gap=2.0)
    image = _to_srgb(image, profile if isinstance(profile, bytes) else b"")
    if orientation in _TURNS:
        image = image.transpose(_TURNS[orientation])
    image.info.clear()
    return image


def open_photo(data: bytes) -> Image.Image:
    """Open the bytes of a photo by what they are, whatever their name says."""
    if data[4:8] == b"ftyp":
        import pillow_heif  # noqa: PLC0415 - takes time to load, and only telephones write HEIC

        pillow_heif.register_heif_opener()
    return Image.open(io.BytesIO(data), formats=FORMATS)


def crop(data: bytes, size: tuple[int, int], focus: tuple[float, float], orientation: int) -> Image.Image:
    """Give the part of a photo around its focus that fills a size, opaque; a small photo is enlarged."""
    with open_photo(data) as opened:
        width, height = opened.size[::-1] if orientation in _QUARTER_TURNS else opened.size
    scale = max(size[0] / width, size[1] / height)
    whole = (max(size[0], round(width * scale)), max(size[1], round(height * scale)))
    image = flatten(decode(data, whole, orientation))
    left, top = (
        min(max(0, round(point * length - side / 2)), length - side)
        for point, length, side in zip(focus, whole, size, strict=True)
    )
    return image.crop((left, top, left + size[0], top + size[1]))


def flatten(image: Image.Image) -> Image.Image:
    """Put a picture with transparent parts on white, as on paper."""
    if image.mode != "RGBA":
        return image
    paper = Image.new("RGB", image.size, WHITE)
    paper.paste(image, mask=image.getchannel("A"))
    return paper


def encode(image: Image.Image, kind: str) -> bytes:
    """Write a picture in a format; below the limit for telephones where it is for those."""
    how = ENCODINGS[kind]
    if kind == "jpeg":
        image = flatten(image)
    quality = how.quality
    data = _written(image, kind, quality, how.options)
    if not how.slope or image.width > PHONE_WIDTH:
        return data
    for _ in range(ATTEMPTS):
        over = len(data) - PHONE_BYTES
        if over <= 0 or quality == how.floor:
            break
        quality = max(how.floor, quality - 3 - how.slope * over // PHONE_BYTES)
        data = _written(image, kind, quality, how.options)
    return data


def _written(image: Image.Image, kind: str, quality: int, options: Mapping[str, Any]) -> bytes:
    out = io.BytesIO()
    image.save(out, kind.upper(), quality=quality, **options)
    return out.getvalue()


def _with_plain_samples(image: Image.Image) -> Image.Image:
    """Give a picture of eight bits a sample, without a palette, that can be made smaller well."""
    if image.mode == "I;16":
        return Image.frombytes("L", image.size, image.tobytes(), "raw", "L;16")
    if image.mode in _SIXTEEN_BITS:
        return image.convert("I").point(lambda value: value / 256).convert("L")
    if image.mode in {"P", "PA"} or "transparency" in image.info:
        see_through = image.mode == "PA" or "transparency" in image.info
        return image.convert("RGBA" if see_through else "RGB")
    return image.convert("L") if image.mode == "1" else image


def _to_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    """Give the colours that people see: by the profile if there is a sound one, else as the numbers say."""
    alpha = image.getchannel("A") if image.mode in {"RGBA", "LA"} else None
    opaque = image.convert("RGB" if image.mode == "RGBA" else "L") if alpha else image
    converted = _by_profile(opaque, profile) if profile else None
    result = converted or opaque.convert("RGB")
    if alpha is not None and alpha.getextrema() != (255, 255):
        result.putalpha(alpha)
    return result


def _by_profile(image: Image.Image, profile: bytes) -> Image.Image | None:
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        return ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):
        return None
