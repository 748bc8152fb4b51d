"""A photo's bytes and a size -> the bytes of one variant, with nothing but pixels in it."""

from __future__ import annotations

import io

from PIL import Image, ImageCms, ImageOps

from generator.model.plan import MakePhoto

QUALITY = 78
METHOD = 4


def make_variant(data: bytes, recipe: MakePhoto) -> bytes:
    """Turn a photo the right way up, to sRGB and to its size, and encode it."""
    with Image.open(io.BytesIO(data)) as opened:
        opened.draft("RGB", (recipe.width * 2, recipe.height * 2))
        upright = ImageOps.exif_transpose(opened)
        image = _to_srgb(upright)
        image = image.resize((recipe.width, recipe.height), Image.Resampling.LANCZOS, reducing_gap=3.0)
    out = io.BytesIO()
    image.save(out, recipe.format.upper(), quality=QUALITY, method=METHOD)
    return out.getvalue()


def _to_srgb(image: Image.Image) -> Image.Image:
    mode = "RGBA" if image.mode in {"RGBA", "LA", "PA"} or "transparency" in image.info else "RGB"
    profile = image.info.get("icc_profile")
    if isinstance(profile, bytes) and profile and image.mode in {"RGB", "CMYK"}:
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            converted = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
        except (ImageCms.PyCMSError, OSError):
            converted = None
        if converted is not None:
            converted.info.clear()
            return converted
    plain = image.convert(mode)
    plain.info.clear()
    return plain
