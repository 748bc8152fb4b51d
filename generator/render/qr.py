"""An address -> a QR code as SVG path data, for paper."""

from __future__ import annotations

from dataclasses import dataclass

import zxingcpp

BORDER = 4
"""The standard asks for a quiet border of four squares."""
_DARK_AND_LIGHT = bytes.maketrans(b"\x00\xff", b"#.")


class _Moves(dict[bytes, str]):
    """How to pass over light modules and stroke over the dark ones behind them: the few that there are come often."""

    def __missing__(self, stroke: bytes) -> str:
        light, dark = stroke.count(b"."), stroke.count(b"#")
        move = self[stroke] = f"m{light} 0h{dark}" if dark else ""
        return move


_MOVES = _Moves()


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
    grey = squares.tobytes().translate(_DARK_AND_LIGHT)
    rows = []
    for number in range(height):
        row = grey[number * width : (number + 1) * width]
        strokes = row.replace(b"#.", b"# .").split()
        rows.append(f"M{BORDER} {BORDER + number}.5")
        rows += [_MOVES[stroke] for stroke in strokes]
    return QrDrawing(width + 2 * BORDER, "".join(rows))
