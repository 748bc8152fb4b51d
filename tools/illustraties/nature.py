"""Trees, bushes, sky and water."""

from __future__ import annotations

import math
from collections.abc import Sequence

from tools.illustraties.geometry import Line, Point, Shape, box, round_shape, strip
from tools.illustraties.palette import INK, PAPER, SUN, Colour, dark, light, mix, wijk
from tools.illustraties.sheet import HEIGHT, WIDTH, Sheet

BARK = wijk("buitengebied", 600)


def sky(sheet: Sheet, colour: Colour, *, contrast: float = 0.07, turn: float = 0.0) -> None:
    """Cover the sheet with large planes that fan out from below, as light does."""
    centre = (WIDTH * (0.62 + turn), HEIGHT * 0.9)
    lines = [
        (centre, (centre[0] + 1000 * math.cos(angle), centre[1] + 1000 * math.sin(angle)))
        for angle in (-2.75, -2.2, -1.75, -1.2, -0.6)
    ]
    sheet.facets(box(-20, -20, WIDTH + 40, HEIGHT + 40), colour, lines, contrast=contrast)


def sun(sheet: Sheet, x: float, y: float, radius: float, colour: Colour = SUN) -> None:
    """Hang the sun, or the moon."""
    lines = [((x - radius, y + radius * 0.2), (x + radius, y - radius * 0.5))]
    sheet.facets(round_shape(x, y, radius, 9), colour, lines, contrast=0.1)


def cloud(sheet: Sheet, x: float, y: float, width: float, colour: Colour = PAPER) -> None:
    """Hang a cloud; the point is its lower left corner."""
    outline = [(0, 0), (0.06, -0.12), (0.2, -0.15), (0.3, -0.3), (0.52, -0.33), (0.64, -0.18), (0.86, -0.16), (1, 0)]
    sheet.lay([(x + px * width, y + py * width) for px, py in outline], colour)


def ground(sheet: Sheet, edge: Sequence[Point], colour: Colour, *, lines: Sequence[Line] = ()) -> None:
    """Lay land below an edge that runs from left to right."""
    shape: Shape = [(-30, edge[0][1]), *edge, (WIDTH + 30, edge[-1][1]), (WIDTH + 30, HEIGHT + 30), (-30, HEIGHT + 30)]
    sheet.facets(shape, colour, lines, contrast=0.08)


def tree(
    sheet: Sheet, x: float, y: float, height: float, colour: Colour, *, wide: float = 1.0, lift: float = 0
) -> None:
    """Plant a tree whose crown is three leaves of paper."""
    sheet.lay(strip([(x, y), (x + height * 0.01, y - height * 0.6)], height * 0.07, height * 0.045), dark(BARK, 0.3))
    branch = [(x, y - height * 0.36), (x + height * 0.13 * wide, y - height * 0.56)]
    sheet.lay(strip(branch, height * 0.03, height * 0.018), dark(BARK, 0.3), shaky=0.8)
    crowns = ((-0.15, -0.55, 0.25, 0.16), (0.17, -0.6, 0.23, 0.02), (0.0, -0.76, 0.26, -0.12))
    for dx, dy, radius, tone in crowns:
        cx, cy, r = x + dx * height * wide, y + dy * height, radius * height
        shade = dark(colour, tone) if tone > 0 else light(colour, -tone)
        lines = [((cx - r, cy + r * 0.5), (cx + r, cy - r * 0.2)), ((cx - r * 0.2, cy - r), (cx + r * 0.35, cy + r))]
        crown = round_shape(cx, cy, r, 8, turn=dx * 9 + height)
        sheet.facets([(cx + (px - cx) * wide, py) for px, py in crown], shade, lines, contrast=0.07, lift=lift)


def bare_tree(sheet: Sheet, x: float, y: float, height: float, colour: Colour) -> None:
    """Plant a tree in winter."""
    sheet.lay(strip([(x, y), (x + 4, y - height * 0.5), (x, y - height)], height * 0.06, 3), colour)
    for at, reach, up in (
        (0.35, -0.24, 0.3),
        (0.42, 0.27, 0.3),
        (0.56, -0.2, 0.25),
        (0.64, 0.17, 0.22),
        (0.74, -0.1, 0.16),
    ):
        begin = (x + 2, y - height * at)
        bend = (x + reach * height * 0.55, y - height * (at + up * 0.4))
        end = (x + reach * height, y - height * (at + up))
        sheet.lay(strip([begin, bend, end], height * 0.028, 2.5), colour, shaky=0.8)
        twig = (bend[0] + reach * height * 0.45, bend[1] - height * 0.02)
        sheet.lay(strip([bend, twig], height * 0.014, 2), colour, shaky=0.5)


def birch(sheet: Sheet, x: float, y: float, height: float, colour: Colour) -> None:
    """Plant a birch: white, with dark marks and light leaves."""
    crowns = (
        (0.12, [(-0.2, -0.6), (-0.04, -0.72), (0.1, -0.6), (0.08, -0.4), (-0.08, -0.31), (-0.22, -0.42)]),
        (0.0, [(-0.02, -0.66), (0.12, -0.74), (0.24, -0.58), (0.21, -0.4), (0.06, -0.35), (-0.03, -0.46)]),
        (-0.12, [(0.02, -1.0), (0.13, -0.86), (0.15, -0.68), (0.03, -0.58), (-0.12, -0.64), (-0.13, -0.84)]),
    )
    for tone, crown in crowns:
        shade = dark(colour, tone) if tone > 0 else light(colour, -tone)
        lines = [((x - 40, y - height), (x + 60, y)), ((x - height, y - height * 0.5), (x + height, y - height * 0.72))]
        sheet.facets([(x + px * height, y + py * height) for px, py in crown], shade, lines, contrast=0.07)
    trunk = strip([(x, y), (x + 3, y - height * 0.45), (x - 2, y - height * 0.86)], height * 0.05, height * 0.016)
    sheet.lay(trunk, light(PAPER, 0), shaky=0.6)
    for at, side in ((0.1, 1), (0.2, -1), (0.29, 1), (0.4, -1), (0.52, 1)):
        mark = [(x + side * height * 0.024, y - at * height), (x - side * height * 0.006, y - (at + 0.008) * height)]
        sheet.lay([*mark, (x + side * height * 0.022, y - (at + 0.022) * height)], INK, shaky=0.3)


def pine(sheet: Sheet, x: float, y: float, height: float, colour: Colour) -> None:
    """Plant a spruce of three skirts."""
    sheet.lay(strip([(x, y), (x, y - height * 0.3)], height * 0.06), dark(BARK, 0.3))
    for bottom, top, half in ((0.14, 0.55, 0.27), (0.36, 0.77, 0.21), (0.58, 1.0, 0.15)):
        skirt = [
            (x - half * height, y - bottom * height),
            (x, y - top * height),
            (x + half * height, y - bottom * height),
        ]
        sheet.facets(skirt, colour, [((x, 0), (x - 8, HEIGHT))], contrast=0.1)


def bush(sheet: Sheet, x: float, y: float, width: float, colour: Colour, *, lift: float = 0) -> None:
    """Plant a bush whose foot is hidden."""
    outline = [(0, 0), (0.04, -0.2), (0.2, -0.4), (0.36, -0.36), (0.52, -0.5), (0.76, -0.4), (0.94, -0.2), (1, 0)]
    lines = [((x + width * 0.3, 0), (x + width * 0.45, HEIGHT)), ((x, y), (x + width, y - width * 0.5))]
    sheet.facets([(x + px * width, y + py * width) for px, py in outline], colour, lines, contrast=0.07, lift=lift)


def tuft(sheet: Sheet, x: float, y: float, size: float, colour: Colour) -> None:
    """Plant three blades of grass."""
    for reach, high in ((-0.5, 0.8), (0.05, 1.1), (0.55, 0.75)):
        blade = [(x - size * 0.1, y), (x + reach * size, y - high * size), (x + size * 0.12, y)]
        sheet.lay(blade, colour, shaky=0.4)


def flower(sheet: Sheet, x: float, y: float, size: float, colour: Colour, heart: Colour = SUN) -> None:
    """Plant a flower on its stalk."""
    sheet.lay(
        strip([(x, y), (x + size * 0.1, y - size * 1.6)], size * 0.16), mix(wijk("de-lariks"), INK, 0.1), shaky=0.3
    )
    top = y - size * 1.7
    sheet.lay(round_shape(x + size * 0.1, top, size * 0.62, 6, turn=x), colour, shaky=0.8)
    sheet.lay(round_shape(x + size * 0.1, top, size * 0.22, 6), heart, shaky=0.2)


def bird(sheet: Sheet, x: float, y: float, size: float, colour: Colour) -> None:
    """Let a bird fly: two wings."""
    sheet.lay([(x, y), (x - size, y - size * 0.55), (x - size * 0.45, y - size * 0.05)], colour, shaky=0.3)
    sheet.lay([(x, y), (x + size * 0.9, y - size * 0.7), (x + size * 0.4, y - size * 0.02)], colour, shaky=0.3)
    sheet.lay([(x - size * 0.5, y), (x + size * 0.5, y - size * 0.08), (x, y + size * 0.2)], colour, shaky=0.3)
