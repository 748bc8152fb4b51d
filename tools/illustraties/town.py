"""Houses and what stands in the street."""

from __future__ import annotations

from dataclasses import dataclass

from tools.illustraties.geometry import Point, box, round_shape, strip
from tools.illustraties.palette import INK, PAPER, SUN, Colour, dark, light, mix
from tools.illustraties.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Row:
    """How a row of houses looks: low, of brick, under one long roof, as Assen has so many."""

    wall: Colour
    roof: Colour
    doors: tuple[Colour, ...]
    glass: Colour
    lit: Colour | None = None
    frame: Colour = PAPER
    dormers: tuple[int, ...] = ()


def row(sheet: Sheet, x: float, y: float, width: float, count: int, look: Row, *, height: float = 0.0) -> None:
    """Build a row of `count` houses whose foot is at y."""
    house = width / count
    high = height or house * 0.86
    roof = high * 0.62
    lines = [((x + house * at, y - high), (x + house * at + 34, y - high - roof)) for at in range(1, count)]
    shape = [(x - 14, y - high), (x + house * 0.16, y - high - roof), (x + width - house * 0.12, y - high - roof)]
    sheet.facets([*shape, (x + width + 14, y - high)], look.roof, lines, contrast=0.06)
    sheet.flecks(
        box(x + house * 0.2, y - high - roof, width - house * 0.4, roof),
        look.roof,
        count * 5,
        (house * 0.1, roof * 0.03),
    )
    for number in range(count):
        left = x + house * number
        wall = look.wall if number % 2 else mix(look.wall, PAPER, 0.08)
        sheet.lay(box(left, y - high, house + 4, high), wall, shaky=0.6)
        sheet.flecks(box(left, y - high, house, high), wall, 10, (house * 0.05, high * 0.022))
        _chimney(sheet, left + house * 0.8, y - high - roof, house * 0.13, look)
        _front(sheet, left, y, house, high, look, number)
        if number in look.dormers:
            _dormer(sheet, left + house * 0.3, y - high - roof * 0.16, house * 0.42, roof * 0.55, look)
    sheet.lay(strip([(x - 14, y - high), (x + width + 14, y - high)], high * 0.05), light(look.frame, 0), shaky=0.6)


def window(sheet: Sheet, x: float, y: float, width: float, height: float, look: Row, *, lit: bool = False) -> None:
    """Set a window with the light of the sky, or of a lamp, in it."""
    frame = min(width, height) * 0.11
    glass = look.lit if lit and look.lit else look.glass
    sheet.lay(box(x, y, width, height), look.frame, shaky=0.6)
    sheet.lay(box(x + frame, y + frame, width - 2 * frame, height - 2 * frame), glass, shaky=0.5)
    shine = [(x + frame, y + height * 0.62), (x + width * 0.62, y + frame), (x + frame, y + frame)]
    sheet.lay(shine, light(glass, 0.2), shaky=0.3)
    sheet.lay(box(x + width * 0.6, y, frame * 0.8, height), look.frame, shaky=0.4)


def _front(sheet: Sheet, left: float, y: float, house: float, high: float, look: Row, number: int) -> None:
    door = look.doors[number % len(look.doors)]
    mirrored = number % 2
    at = left + house * (0.72 if mirrored else 0.1)
    sheet.lay(box(at - 4, y - high * 0.47, house * 0.18 + 8, high * 0.47), look.frame, shaky=0.5)
    sheet.lay(box(at, y - high * 0.44, house * 0.18, high * 0.44), door, shaky=0.5)
    sheet.lay(
        box(at + house * 0.05, y - high * 0.39, house * 0.08, high * 0.12),
        light(look.lit or look.glass, 0.3),
        shaky=0.3,
    )
    below = left + house * (0.12 if mirrored else 0.4)
    window(sheet, below, y - high * 0.46, house * 0.48, high * 0.33, look, lit=number % 3 != 1)
    window(sheet, left + house * 0.12, y - high * 0.88, house * 0.3, high * 0.26, look, lit=number % 3 == 1)
    window(sheet, left + house * 0.58, y - high * 0.88, house * 0.3, high * 0.26, look, lit=number % 4 == 0)


def _chimney(sheet: Sheet, x: float, y: float, width: float, look: Row) -> None:
    sheet.lay(box(x, y - width * 0.9, width, width * 1.2), dark(look.wall, 0.12), shaky=0.6)
    sheet.lay(box(x - 3, y - width * 1.05, width + 6, width * 0.22), dark(look.roof, 0.2), shaky=0.5)


def _dormer(sheet: Sheet, x: float, y: float, width: float, height: float, look: Row) -> None:
    sheet.lay(box(x, y - height, width, height), look.frame, shaky=0.6)
    window(sheet, x + width * 0.08, y - height * 0.8, width * 0.84, height * 0.68, look, lit=True)
    sheet.lay(box(x - 6, y - height * 1.06, width + 12, height * 0.2), dark(look.roof, 0.25), shaky=0.5)


def bunting(
    sheet: Sheet, begin: Point, end: Point, colours: tuple[Colour, ...], *, sag: float = 60, size: float = 40
) -> None:
    """Hang flags on a line between two points."""
    count = max(4, round(abs(end[0] - begin[0]) / (size * 1.35)))
    points = []
    for number in range(count + 1):
        at = number / count
        points.append(
            (begin[0] + (end[0] - begin[0]) * at, begin[1] + (end[1] - begin[1]) * at + 4 * sag * at * (1 - at))
        )
    sheet.lay(strip(points, 3.4), INK, shaky=0.2)
    for number in range(count):
        (ax, ay), (bx, by) = points[number], points[number + 1]
        left = (ax + (bx - ax) * 0.12, ay + (by - ay) * 0.12)
        right = (ax + (bx - ax) * 0.88, ay + (by - ay) * 0.88)
        tip = ((ax + bx) / 2 + sheet.chance.uniform(-4, 4), (ay + by) / 2 + size)
        sheet.lay([left, right, tip], colours[number % len(colours)], shaky=0.8)


def lamp_post(sheet: Sheet, x: float, y: float, height: float, colour: Colour, glow: Colour = SUN) -> None:
    """Put a lamp on a post."""
    sheet.lay(strip([(x, y), (x, y - height)], height * 0.035, height * 0.022), colour, shaky=0.5)
    cap = height * 0.085
    sheet.lay(
        [
            (x - cap * 0.6, y - height),
            (x + cap * 0.6, y - height),
            (x + cap * 0.8, y - height - cap * 1.3),
            (x - cap * 0.8, y - height - cap * 1.3),
        ],
        glow,
        shaky=0.5,
    )
    sheet.lay(
        [(x - cap * 1.1, y - height - cap * 1.2), (x, y - height - cap * 2), (x + cap * 1.1, y - height - cap * 1.2)],
        colour,
        shaky=0.5,
    )


def bicycle(sheet: Sheet, x: float, y: float, size: float, colour: Colour) -> None:
    """Put a bicycle, with its wheels on y; `size` is the height of a wheel."""
    radius = size / 2
    for wheel in (x, x + size * 1.55):
        ring = round_shape(wheel, y - radius, radius, 12)
        sheet.lay(strip([*ring, ring[0]], size * 0.07), INK, shaky=0.4)
    hub, rear = (x + size * 0.68, y - radius), (x, y - radius)
    seat, head = (x + size * 0.5, y - size * 1.05), (x + size * 1.28, y - size * 1.1)
    for tube in (
        (rear, hub),
        (hub, seat),
        (rear, seat),
        (hub, head),
        (seat, head),
        (head, (x + size * 1.55, y - radius)),
    ):
        sheet.lay(strip(list(tube), size * 0.085), colour, shaky=0.5)
    sheet.lay(
        strip(
            [(head[0] - size * 0.22, head[1] - size * 0.28), (head[0] + size * 0.02, head[1] - size * 0.3), head],
            size * 0.06,
        ),
        INK,
        shaky=0.4,
    )
    sheet.lay(
        [
            (seat[0] - size * 0.2, seat[1] - size * 0.02),
            (seat[0] + size * 0.18, seat[1] - size * 0.05),
            (seat[0] + size * 0.1, seat[1] + size * 0.08),
        ],
        INK,
        shaky=0.4,
    )
