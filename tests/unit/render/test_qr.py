"""The QR code of an address is drawn as strokes that any printer can print and any telephone can read."""

from __future__ import annotations

import re

import pytest
import zxingcpp
from PIL import Image

from generator.render.qr import BORDER, QrDrawing, draw_qr

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


def on_paper(drawing: QrDrawing) -> Image.Image:
    """Print the strokes, four dots for each square."""
    paper = Image.new("L", (drawing.size, drawing.size), 255)
    for place in modules(drawing.path, drawing.size):
        paper.putpixel(place, 0)
    return paper.resize((drawing.size * 4, drawing.size * 4), Image.Resampling.NEAREST)


@pytest.mark.parametrize("address", [ADDRESS, "https://mba.nl/i/a/", f"https://voorbeeld.nl/buurt/i/{'lang-' * 16}/"])
def test_what_is_drawn_reads_as_the_address_with_room_for_damage(address: str) -> None:
    (found,) = zxingcpp.read_barcodes(on_paper(draw_qr(address)))
    assert (found.text, found.ec_level) == (address, "M")


def test_around_the_code_is_a_quiet_border_and_a_finder_in_three_corners() -> None:
    drawing = draw_qr(ADDRESS)
    dark = modules(drawing.path, drawing.size)
    far = drawing.size - BORDER - 1
    assert (min(dark), max(x for x, _ in dark), max(y for _, y in dark)) == ((BORDER, BORDER), far, far)
    assert {(far, BORDER), (BORDER, far)} <= dark


def test_a_longer_address_has_a_larger_code_and_the_same_address_the_same_one() -> None:
    assert draw_qr(ADDRESS) == draw_qr(ADDRESS)
    assert draw_qr(ADDRESS + "x" * 100).size > draw_qr(ADDRESS).size
