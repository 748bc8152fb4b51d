"""The QR code of an address is drawn as strokes that any printer can print."""

from __future__ import annotations

import re

import segno

from generator.render.qr import MASK, draw_qr

ADDRESS = "https://www.mijnbuurtassen.nl/i/soep-en-een-praatje/"


def modules(path: str, size: int) -> set[tuple[int, int]]:
    """Read the dark squares back from the path."""
    dark: set[tuple[int, int]] = set()
    x = y = 0
    for command, numbers in re.findall(r"([Mmh])([-\d. ]+)", path):
        values = [float(number) for number in numbers.split()]
        if command == "M":
            x, y = int(values[0]), int(values[1])
        elif command == "m":
            x += int(values[0])
        else:
            dark |= {(x + step, y) for step in range(int(values[0]))}
            x += int(values[0])
        assert 0 <= x <= size
    return dark


def test_the_drawing_has_the_dark_squares_of_the_code_within_a_quiet_border() -> None:
    drawing = draw_qr(ADDRESS)
    code = segno.make_qr(ADDRESS, error="m", mask=MASK, boost_error=False)
    border = 4
    expected = {
        (column + border, row + border)
        for row, line in enumerate(code.matrix)
        for column, bit in enumerate(line)
        if bit
    }
    assert drawing.size == len(code.matrix) + 2 * border
    assert modules(drawing.path, drawing.size) == expected


def test_a_longer_address_has_a_larger_code_and_the_same_address_the_same_one() -> None:
    assert draw_qr(ADDRESS) == draw_qr(ADDRESS)
    assert draw_qr(ADDRESS + "x" * 100).size > draw_qr(ADDRESS).size
