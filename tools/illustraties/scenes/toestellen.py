"""What children play on: a wooden tower with a slide, and a swing."""

from __future__ import annotations

from tools.illustraties.geometry import box, round_shape, strip
from tools.illustraties.palette import (
    BRICK,
    CORAL,
    GRASS,
    INK,
    LEAF,
    SKINS,
    SUN,
    WATER,
    dark,
    light,
    mix,
    wijk,
)
from tools.illustraties.people import Person, shadow, stand
from tools.illustraties.sheet import Sheet

WOOD = mix(wijk("assen-oost"), SUN, 0.38)


def tower(sheet: Sheet, x: float, y: float) -> None:
    """A tower of round logs, with a roof, a ladder and a slide."""
    for dx, dy in ((0, -10), (180, -14)):
        sheet.lay(box(x + dx + 12, y - 520, 18, 510 + dy), dark(WOOD, 0.34), shaky=1)
    slide = [
        (x + 186, y - 360),
        (x + 240, y - 362),
        (x + 452, y - 110),
        (x + 600, y - 66),
        (x + 596, y - 30),
        (x + 424, y - 72),
    ]
    sheet.facets(slide, WATER, [((x + 200, y - 366), (x + 460, y - 50))], contrast=0.14, lift=9)
    sheet.lay(strip([(x + 186, y - 384), (x + 240, y - 388), (x + 462, y - 132), (x + 602, y - 88)], 13), SUN, shaky=1)
    for dx in (-12, 170):
        sheet.lay(box(x + dx, y - 560, 30, 560), WOOD, shaky=1.4)
        sheet.lay(box(x + dx + 19, y - 560, 11, 560), dark(WOOD, 0.16), shaky=0.8)
    sheet.facets(
        box(x - 34, y - 358, 246, 34), light(WOOD, 0.1), [((x + 80, 0), (x + 90, 1000))], contrast=0.08, lift=7
    )
    for number in range(5):
        sheet.lay(box(x - 8 + number * 41, y - 440, 13, 84), light(WOOD, 0.22), shaky=1)
    sheet.lay(box(x - 26, y - 452, 232, 20), dark(WOOD, 0.1), shaky=1.2)
    roof = [(x - 62, y - 548), (x + 90, y - 676), (x + 250, y - 552)]
    sheet.facets(
        roof,
        BRICK,
        [((x + 90, y - 680), (x + 70, y - 540)), ((x + 90, y - 676), (x + 168, y - 540))],
        contrast=0.13,
        lift=9,
    )
    for number in range(5):
        high = y - 300 + number * 66
        sheet.lay(box(x + 14, high, 160, 19), light(WOOD, 0.14) if number % 2 else WOOD, shaky=1.6, lift=3)
    for hx, hy, tone in ((32, -250, SUN), (120, -190, CORAL), (58, -118, LEAF), (136, -56, SUN)):
        sheet.lay(round_shape(x + hx, y + hy, 15, 6), tone, shaky=1)


def swing(sheet: Sheet, x: float, y: float) -> None:
    """A swing of two poles with somebody high in the air."""
    for dx in (-62, 300):
        for spread in (-40, 40):
            sheet.lay(
                strip([(x + dx, y - 410), (x + dx + spread, y)], 22, 26),
                WOOD if spread < 0 else dark(WOOD, 0.2),
                shaky=1,
            )
    sheet.lay(box(x - 92, y - 428, 424, 28), light(WOOD, 0.12), lift=5)
    seat = (x + 40, y - 120)
    for dx in (-2, 66):
        sheet.lay(strip([(x + 110 + dx * 0.5, y - 404), (seat[0] + dx, seat[1])], 5), INK, shaky=0.3)
    who = Person(
        GRASS,
        legs=INK,
        skin=SKINS[3],
        style="krul",
        left=(-0.02, -0.16),
        right=(0.12, -0.16),
        child=True,
        legless=True,
        facing=-1,
    )
    stand(sheet, seat[0] + 34, seat[1] + 72, 236, who)
    for side, tone in ((0, dark(INK, 0.2)), (16, INK)):
        leg = [
            (seat[0] + 30 + side, seat[1] - 6),
            (seat[0] - 34 + side, seat[1] + 4),
            (seat[0] - 78 + side, seat[1] + 56),
        ]
        sheet.lay(strip(leg, 24, 17), tone, shaky=0.8)
        sheet.lay(round_shape(seat[0] - 84 + side, seat[1] + 58, 13, 6), SUN, shaky=0.6)
    sheet.lay(box(seat[0] - 10, seat[1] - 2, 92, 14), BRICK, shaky=0.8)
    shadow(sheet, x + 60, y + 12, 120)


def sliding(sheet: Sheet, x: float, y: float, who: Person) -> None:
    """Let somebody slide down."""
    sheet.lay(strip([(x - 18, y - 34), (x + 34, y - 12), (x + 96, y + 8)], 26, 18), who.legs, shaky=0.8)
    sheet.lay(round_shape(x + 102, y + 4, 14, 6), INK, shaky=0.6)
    stand(sheet, x - 24, y + 34, 220, who.dressed(legless=True, left=(-0.14, -0.22), right=(0.18, -0.22), lean=-0.03))
