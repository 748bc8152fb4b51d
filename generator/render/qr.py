"""An address -> a QR code as SVG path data, for paper."""

from __future__ import annotations

from dataclasses import dataclass

import segno

MASK = 0
"""Any mask can be read; trying all eight for the prettiest costs seven times as much."""


@dataclass(frozen=True, slots=True)
class QrDrawing:
    """The dark modules as horizontal strokes, in a square of `size` by `size` with its quiet border."""

    size: int
    path: str


def draw_qr(address: str) -> QrDrawing:
    """Draw the code of an address, with room for damage (level M)."""
    code = segno.make_qr(address, error="m", mask=MASK, boost_error=False)
    rows = [bytes(row) for row in code.matrix]
    border = code.default_border_size
    parts = []
    for number, row in enumerate(rows):
        drawn, at = 0, row.find(1)
        strokes: list[str] = []
        while at >= 0:
            end = row.find(0, at)
            end = len(row) if end < 0 else end
            strokes.append(
                f"m{at - drawn} 0h{end - at}" if strokes else f"M{border + at} {border + number}.5h{end - at}"
            )
            drawn, at = end, row.find(1, end)
        parts += strokes
    return QrDrawing(len(rows) + 2 * border, "".join(parts))
