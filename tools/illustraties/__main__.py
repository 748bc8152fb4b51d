"""Draws the illustrations of the shipped content: all of them, or those that are named."""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Set as AbstractSet

from PIL import Image

from tools.illustraties.catalog import CONTENT, DRAWINGS, Drawing
from tools.illustraties.sheet import Sheet

BUDGET, TOTAL = 60_000, 500_000
"""Bytes of one picture, and of all together, in git."""
QUALITY = 64
LAID = 40
"""So many times a colour counts that was laid, over one that is the edge between two pieces."""


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


def draw(drawing: Drawing) -> Sheet:
    """Give a scene on its sheet."""
    sheet = Sheet(drawing.ground, drawing.seed)
    drawing.scene(sheet)
    return sheet


def encoded(sheet: Sheet, drawing: Drawing) -> bytes:
    """Give the file, in the format that its name says."""
    out = io.BytesIO()
    picture = sheet.picture(drawing.size)
    match drawing.path.rpartition(".")[2]:
        case "png":
            _with_few_colours(picture, sheet.colours, drawing.colours).save(out, "PNG", optimize=True)
        case "webp":
            few = _with_few_colours(picture, sheet.colours, drawing.colours)
            few.convert("RGB").save(out, "WEBP", lossless=True, quality=100, method=6)
        case _:
            picture.save(out, "JPEG", quality=QUALITY, optimize=True, progressive=True, subsampling="4:2:0")
    return out.getvalue()


def _with_few_colours(picture: Image.Image, laid: AbstractSet[object], most: int) -> Image.Image:
    """Keep the colours of the paper; those between two pieces become the nearest of them."""
    counted = picture.getcolors(picture.width * picture.height) or []
    found = sorted(((count * (LAID if colour in laid else 1), colour) for count, colour in counted), reverse=True)
    palette = Image.new("P", (1, 1))
    palette.putpalette(bytes(part for _, colour in found[:most] if isinstance(colour, tuple) for part in colour))
    return picture.quantize(palette=palette, dither=Image.Dither.NONE)


if __name__ == "__main__":
    sys.exit(main())
