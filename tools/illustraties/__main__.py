"""Draws the illustrations of the shipped content: all of them, or those that are named."""

from __future__ import annotations

import argparse
import io
import sys

from PIL import Image

from tools.illustraties.catalog import CONTENT, DRAWINGS, Drawing
from tools.illustraties.sheet import Sheet

BUDGET, TOTAL = 60_000, 500_000
"""Bytes of one picture, and of all together, in git."""
COLOURS = 90
QUALITY = 70


def main() -> int:
    """Draw and write; 1 if a picture weighs too much."""
    parser = argparse.ArgumentParser(prog="python -m tools.illustraties", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAAM", help=", ".join(DRAWINGS))
    names = parser.parse_args().names or list(DRAWINGS)
    if unknown := sorted(set(names) - set(DRAWINGS)):
        parser.error(f"unknown: {', '.join(unknown)}")
    for name in names:
        drawing = DRAWINGS[name]
        data = encoded(draw(drawing), drawing)
        (CONTENT / drawing.path).write_bytes(data)
        print(f"{len(data):6} {drawing.path}{'  TOO HEAVY' if len(data) > BUDGET else ''}")
    sizes = [path.stat().st_size for drawing in DRAWINGS.values() if (path := CONTENT / drawing.path).exists()]
    print(f"{sum(sizes):6} together, in {len(sizes)} pictures")
    return int(max(sizes) > BUDGET or sum(sizes) > TOTAL)


def draw(drawing: Drawing) -> Image.Image:
    """Give the picture of a scene."""
    sheet = Sheet(drawing.ground, drawing.seed)
    drawing.scene(sheet)
    return sheet.picture(drawing.size)


def encoded(picture: Image.Image, drawing: Drawing) -> bytes:
    """Give the file, in the format that its name says."""
    out = io.BytesIO()
    match drawing.path.rpartition(".")[2]:
        case "png":
            _with_few_colours(picture).save(out, "PNG", optimize=True)
        case "webp":
            _with_few_colours(picture).convert("RGB").save(out, "WEBP", lossless=True, quality=100, method=6)
        case _:
            picture.save(out, "JPEG", quality=QUALITY, optimize=True, progressive=True, subsampling="4:2:0")
    return out.getvalue()


def _with_few_colours(picture: Image.Image) -> Image.Image:
    """Keep the colours of the planes as they are; those between two planes become the nearest of them."""
    found = sorted(picture.getcolors(picture.width * picture.height) or [], reverse=True)[:COLOURS]
    palette = Image.new("P", (1, 1))
    palette.putpalette(bytes(part for _, colour in found if isinstance(colour, tuple) for part in colour))
    return picture.quantize(palette=palette, dither=Image.Dither.NONE)


if __name__ == "__main__":
    sys.exit(main())
