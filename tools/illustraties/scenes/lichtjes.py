"""An evening in December in Kloosterveen: lights in every garden, and lanterns that walk by."""

from __future__ import annotations

from tools.illustraties.geometry import box, round_shape, star, strip
from tools.illustraties.nature import ground, pine, sky
from tools.illustraties.palette import (
    BRICK,
    CORAL,
    CREAM,
    GRASS,
    INK,
    NIGHT,
    PAPER,
    SKINS,
    SLATE,
    SUN,
    WATER,
    Colour,
    dark,
    light,
    mix,
    wijk,
)
from tools.illustraties.people import Person, shadow, stand
from tools.illustraties.sheet import Sheet
from tools.illustraties.town import Row, row

OLIVE, LIME = wijk("kloosterveen"), wijk("kloosterveen", 300)
EVENING = mix(NIGHT, WATER, 0.36)
LIGHTS = (SUN, CORAL, LIME, mix(SUN, PAPER, 0.5), wijk("marsdijk", 300))


def evening(sheet: Sheet) -> None:
    """Houses with lamps on, a tree with lights, and a procession of lanterns."""
    sky(sheet, EVENING, contrast=0.05, turn=-0.2)
    for x, y, size in (
        (90, 90, 10),
        (260, 190, 7),
        (420, 70, 9),
        (640, 150, 7),
        (820, 60, 11),
        (980, 170, 7),
        (1400, 230, 8),
        (1460, 80, 10),
    ):
        sheet.lay(star(x, y, size, points=4, waist=0.34), mix(PAPER, SUN, 0.3), shaky=0.3)
    sheet.lay(round_shape(1190, 170, 82, 10), mix(SUN, PAPER, 0.55))
    sheet.lay(round_shape(1228, 148, 74, 10), mix(EVENING, PAPER, 0.02))
    brick = mix(mix(OLIVE, BRICK, 0.62), INK, 0.36)
    look = Row(
        brick,
        mix(NIGHT, OLIVE, 0.25),
        (CORAL, LIME, SUN),
        mix(NIGHT, WATER, 0.5),
        lit=SUN,
        frame=mix(CREAM, SLATE, 0.35),
        dormers=(0, 2, 3),
    )
    row(sheet, -60, 640, 1620, 5, look, height=262)
    _strings(sheet)
    snow = mix(EVENING, PAPER, 0.24)
    ground(sheet, [(-20, 632), (760, 622), (1520, 636)], mix(GRASS, NIGHT, 0.5), lines=[((0, 700), (1500, 650))])
    for x, height in ((90, 240), (760, 210)):
        pine(sheet, x, 690, height, mix(GRASS, NIGHT, 0.32))
    _garden_tree(sheet, 1330, 730)
    ground(
        sheet,
        [(-20, 742), (700, 716), (1520, 740)],
        mix(snow, SLATE, 0.35),
        lines=[((300, 720), (100, 1000)), ((1060, 720), (1300, 1000))],
    )
    sheet.lay([(-20, 730), (700, 703), (1520, 728), (1520, 750), (700, 724), (-20, 754)], mix(snow, PAPER, 0.3))
    for x, y, width in ((210, 905, 330), (560, 930, 300), (860, 945, 260), (1180, 930, 320)):
        pool = [(-0.5, 0), (-0.2, -0.16), (0.3, -0.14), (0.52, 0.02), (0.2, 0.16), (-0.3, 0.14)]
        sheet.veil([(x + px * width, y + py * width) for px, py in pool], SUN, 0.22)
    _procession(sheet)


def _strings(sheet: Sheet) -> None:
    """Lights along the eaves and from house to house."""
    for begin, end, sag in (
        ((-20, 300), (420, 330), 70),
        ((420, 330), (860, 300), 80),
        ((860, 300), (1240, 330), 66),
        ((1240, 330), (1520, 290), 50),
    ):
        points = []
        for number in range(11):
            at = number / 10
            points.append(
                (begin[0] + (end[0] - begin[0]) * at, begin[1] + (end[1] - begin[1]) * at + 4 * sag * at * (1 - at))
            )
        sheet.lay(strip(points, 3), NIGHT, shaky=0.2)
        for number, (x, y) in enumerate(points[1:-1]):
            colour = LIGHTS[number % len(LIGHTS)]
            sheet.veil(round_shape(x, y + 14, 22, 7), colour, 0.24)
            sheet.lay(round_shape(x, y + 14, 10, 6, tall=1.3), colour, shaky=0.3)


def _garden_tree(sheet: Sheet, x: float, y: float) -> None:
    pine(sheet, x, y, 430, mix(GRASS, NIGHT, 0.16))
    for number, (px, py) in enumerate(
        (
            (-70, -110),
            (-20, -90),
            (48, -116),
            (84, -84),
            (-46, -200),
            (22, -190),
            (60, -210),
            (-24, -290),
            (26, -276),
            (0, -350),
        )
    ):
        colour = LIGHTS[number % len(LIGHTS)]
        sheet.veil(round_shape(x + px, y + py, 24, 7), colour, 0.28)
        sheet.lay(round_shape(x + px, y + py, 11, 6), colour, shaky=0.4)
    sheet.veil(round_shape(x, y - 440, 64, 9), SUN, 0.26)
    sheet.facets(star(x, y - 440, 40), SUN, [((x, 0), (x + 2, 1000))], contrast=0.14)


def _procession(sheet: Sheet) -> None:
    father = Person(
        WATER, legs=NIGHT, skin=SKINS[3], style="muts", hat=CORAL, left=(-0.12, 0.28), right=(0.24, -0.04), stride=0.1
    )
    shadow(sheet, 215, 925, 150)
    stand(sheet, 215, 925, 470, father)
    _lantern(sheet, 345, 545, 58, CORAL, reach=64)
    girl = Person(
        wijk("pittelo"),
        legs=NIGHT,
        skin=SKINS[3],
        style="krul",
        left=(-0.16, 0.16),
        right=(0.24, -0.06),
        stride=0.11,
        child=True,
    )
    shadow(sheet, 470, 950, 100)
    stand(sheet, 470, 950, 300, girl)
    _lantern(sheet, 566, 700, 46, LIME, reach=46)
    chair = Person(
        SUN,
        legs=BRICK,
        skin=SKINS[0],
        hair=mix(PAPER, CREAM, 0.4),
        style="knot",
        left=(0.16, 0.16),
        right=(0.22, 0.08),
        legless=True,
    )
    _wheelchair(sheet, 760, 960, chair)
    pushes = Person(LIME, legs=OLIVE, skin=SKINS[1], style="bob", left=(0.2, 0.16), right=(0.24, 0.16), stride=0.1)
    shadow(sheet, 660, 938, 130)
    stand(sheet, 655, 938, 440, pushes)
    _lantern(sheet, 905, 690, 52, SUN, reach=40)
    boy = Person(
        GRASS,
        legs=SLATE,
        skin=SKINS[0],
        hair=BRICK,
        style="muts",
        hat=SUN,
        left=(-0.14, 0.1),
        right=(0.25, -0.08),
        stride=0.12,
        child=True,
    )
    shadow(sheet, 1085, 955, 100)
    stand(sheet, 1085, 955, 290, boy)
    _lantern(sheet, 1180, 700, 46, wijk("marsdijk", 300), reach=46)
    _dog(sheet, 1300, 960)


def _dog(sheet: Sheet, x: float, y: float) -> None:
    body = [(52, -55), (-48, -60), (-60, -98), (-78, -94), (-64, -48), (-68, -2), (-54, -2), (-48, -34), (30, -30)]
    legs = [(36, 0), (50, 0), (56, -14)]
    head = [(44, -50), (88, -52), (96, -68), (72, -88), (46, -94), (28, -70)]
    for shape in ([*body, *legs], head):
        sheet.lay([(x + px, y + py) for px, py in shape], NIGHT, shaky=0.8)
    sheet.lay(box(x + 26, y - 58, 24, 12), SUN, shaky=0.6)


def _lantern(sheet: Sheet, x: float, y: float, size: float, colour: Colour, *, reach: float) -> None:
    """A paper lantern on a stick; the point is its middle."""
    sheet.lay(
        strip([(x - reach, y - size * 0.6), (x + 4, y - size * 1.75)], 7), mix(wijk("assen-oost"), SUN, 0.3), shaky=0.4
    )
    sheet.lay(strip([(x + 2, y - size * 1.75), (x, y - size * 0.9)], 3), INK, shaky=0.2)
    sheet.veil(round_shape(x, y, size * 2.1, 9), colour, 0.16)
    sheet.veil(round_shape(x, y, size * 1.5, 9), colour, 0.22)
    body = round_shape(x, y, size, 10)
    lines = [
        ((x - size * 0.34, y - size), (x - size * 0.34, y + size)),
        ((x + size * 0.34, y - size), (x + size * 0.34, y + size)),
    ]
    sheet.facets(body, light(colour, 0.15), lines, contrast=0.12)
    for dy in (-0.95, 0.8):
        sheet.lay(box(x - size * 0.36, y + dy * size, size * 0.72, size * 0.16), dark(colour, 0.35), shaky=0.5)


def _wheelchair(sheet: Sheet, x: float, y: float, who: Person) -> None:
    """Somebody who rolls along."""
    sheet.lay([(x - 62, y - 232), (x - 44, y - 236), (x - 30, y - 98), (x - 50, y - 96)], INK, shaky=0.8)
    stand(sheet, x + 4, y - 18, 345, who)
    sheet.lay(strip([(x + 4, y - 116), (x + 96, y - 112), (x + 112, y - 30)], 40, 26), BRICK, shaky=1)
    sheet.lay([(x + 96, y - 36), (x + 152, y - 30), (x + 152, y - 14), (x + 94, y - 16)], NIGHT, shaky=0.8)
    ring = round_shape(x, y - 74, 74, 13)
    sheet.lay(strip([*ring, ring[0]], 12), NIGHT, shaky=0.5)
    sheet.lay(round_shape(x, y - 74, 13, 7), SUN, shaky=0.4)
    for turn in range(4):
        px, py = ring[turn * 3]
        sheet.lay(strip([(x, y - 74), (px, py)], 4), SLATE, shaky=0.2)
    small = round_shape(x + 112, y - 18, 22, 9)
    sheet.lay(strip([*small, small[0]], 9), NIGHT, shaky=0.4)
