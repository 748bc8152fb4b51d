"""An address -> a QR code as SVG path data, for paper."""

from __future__ import annotations

import re
from dataclasses import dataclass

import zxingcpp

BORDER = 4
"""The standard asks for a quiet border of four squares."""
_STROKES = re.compile(rb"(\xff*)(\x00+)")


@dataclass(frozen=True, slots=True)
class QrDrawing:
    """The dark modules as horizontal strokes, in a square of `size` by `size` with its quiet border."""

    size: int
    path: str


def draw_qr(address: str) -> QrDrawing:
    """Draw the code of an address, with room for damage (level M)."""
    code = zxingcpp.create_barcode(address, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    # Its types do not say that an image is a buffer.
    squares = memoryview(code.to_image(scale=1, add_quiet_zones=False))  # type: ignore[arg-type]
    height, width = squares.shape or (0, 0)
    grey = squares.tobytes()
    rows = []
    for number in range(height):
        strokes = _STROKES.findall(grey[number * width : (number + 1) * width])
        moves = "".join([f"m{len(light)} 0h{len(dark)}" for light, dark in strokes])
        rows.append(f"M{BORDER} {BORDER + number}.5{moves}")
    return QrDrawing(width + 2 * BORDER, "".join(rows))
