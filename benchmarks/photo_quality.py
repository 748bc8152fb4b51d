"""Photos -> how large and how true each encoding of them is: what the quality settings were chosen by.

    python -m benchmarks.photo_quality FOLDER [--widths 480 800 1120] [--formats avif webp jpeg]

Prints for each format, width and quality the mean and the largest size in KB, and the mean and the lowest SSIM of the
luminance against the photo at that width without any loss (windows of 8 by 8 pixels).
"""

from __future__ import annotations

import argparse
import io
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PIL import Image, ImageMath

WINDOW = 8
QUALITIES: Mapping[str, tuple[int, ...]] = {
    "avif": (40, 45, 50, 55, 60, 65),
    "webp": (60, 66, 72, 78),
    "jpeg": (60, 68, 74, 80),
}
SETTINGS: Mapping[str, Mapping[str, Any]] = {
    "avif": {"speed": 6, "max_threads": 1, "subsampling": "4:2:0"},
    "webp": {"method": 4},
    "jpeg": {"optimize": True, "progressive": True, "subsampling": "4:2:0"},
}


def ssim(one: Image.Image, other: Image.Image) -> float:
    """Give how alike two pictures of one size are: 1 is the same."""
    first, second = (image.convert("L").convert("F") for image in (one, other))

    def mean(image: Image.Image) -> Image.Image:
        return image.reduce(WINDOW)

    def product(left: Image.Image, right: Image.Image) -> Image.Image:
        return ImageMath.lambda_eval(lambda v: v["left"] * v["right"], left=left, right=right)

    values = {
        "a": mean(first),
        "b": mean(second),
        "aa": mean(product(first, first)),
        "bb": mean(product(second, second)),
        "ab": mean(product(first, second)),
    }

    def formula(v: Mapping[str, Any]) -> Any:  # noqa: ANN401 - Pillow's own operands
        top = (v["a"] * v["b"] * 2 + 6.5025) * ((v["ab"] - v["a"] * v["b"]) * 2 + 58.5225)
        spread = (v["aa"] - v["a"] * v["a"]) + (v["bb"] - v["b"] * v["b"]) + 58.5225
        return top / ((v["a"] * v["a"] + v["b"] * v["b"] + 6.5025) * spread)

    found = ImageMath.lambda_eval(formula, **values)
    pixel = found.resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))
    return float(pixel) if isinstance(pixel, (int, float)) else 0.0


def main() -> None:
    """Measure every photo of a folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--widths", type=int, nargs="+", default=[480, 800, 1120, 1600])
    parser.add_argument("--formats", nargs="+", default=list(QUALITIES))
    asked = parser.parse_args()
    photos = sorted(path for path in asked.folder.iterdir() if path.suffix.casefold() in {".jpg", ".jpeg", ".png"})
    print(f"{len(photos)} photos: {', '.join(path.stem for path in photos)}")
    print("format width quality   mean KB  max KB   mean SSIM  min SSIM  ms")
    for width in asked.widths:
        scaled = []
        for path in photos:
            with Image.open(path) as opened:
                image = opened.convert("RGB")
            height = round(image.height * width / image.width)
            scaled.append(image.resize((width, height), Image.Resampling.LANCZOS))
        for kind in asked.formats:
            for quality in QUALITIES[kind]:
                sizes, likeness, started = [], [], time.perf_counter()
                made = []
                for image in scaled:
                    out = io.BytesIO()
                    image.save(out, kind.upper(), quality=quality, **SETTINGS[kind])
                    made.append(out)
                spent = (time.perf_counter() - started) / len(scaled) * 1000
                for image, out in zip(scaled, made, strict=True):
                    sizes.append(len(out.getvalue()) / 1000)
                    with Image.open(out) as back:
                        likeness.append(ssim(image, back))
                row = (sum(sizes) / len(sizes), max(sizes), sum(likeness) / len(likeness), min(likeness), spent)
                print(
                    f"{kind:6} {width:5} {quality:7}   {row[0]:7.1f} {row[1]:7.1f}"
                    f"   {row[2]:9.4f} {row[3]:9.4f} {row[4]:4.0f}"
                )


if __name__ == "__main__":
    main()
