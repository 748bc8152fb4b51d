"""A wall in the Centrum, large as a house, and people who look up at it."""

from __future__ import annotations

import math

from tools.illustraties.geometry import Shape, area, pieces, round_shape, shrunk, split, strip
from tools.illustraties.nature import bird, bush, cloud, ground, sky, tree, tuft
from tools.illustraties.palette import (
    CORAL,
    CREAM,
    GRASS,
    INK,
    LEAF,
    PAPER,
    SAND,
    SKINS,
    SKY,
    SLATE,
    SUN,
    WATER,
    Colour,
    light,
    mix,
    wijk,
)
from tools.illustraties.people import Person, shadow, stand
from tools.illustraties.sheet import Sheet
from tools.illustraties.town import Row, bicycle, lamp_post, row

CENTRUM = wijk("centrum")
ACCENTS = tuple(
    wijk(slug)
    for slug in (
        "centrum",
        "assen-oost",
        "de-lariks",
        "noorderpark",
        "pittelo",
        "assen-west",
        "peelo",
        "marsdijk",
        "kloosterveen",
    )
)
WALL = [(210, 850), (206, 250), (560, 40), (900, 236), (904, 850)]


def mural(sheet: Sheet) -> None:
    """The painted gable, and a family, a walker and a bicycle before it."""
    sky(sheet, mix(SKY, wijk("marsdijk", 300), 0.12), turn=0.2)
    cloud(sheet, 1080, 200, 250)
    cloud(sheet, 20, 190, 170)
    bird(sheet, 1010, 110, 24, INK)
    bird(sheet, 1066, 140, 16, INK)
    look = Row(
        mix(CENTRUM, SAND, 0.12), mix(INK, CENTRUM, 0.25), (GRASS, SUN, WATER), mix(INK, WATER, 0.45), dormers=(0, 2)
    )
    row(sheet, 890, 800, 760, 3, look)
    tree(sheet, 90, 830, 520, mix(GRASS, LEAF, 0.25))
    _wall(sheet)
    ground(
        sheet,
        [(-20, 812), (700, 800), (1520, 806)],
        mix(SAND, CREAM, 0.4),
        lines=[((0, 930), (1500, 820)), ((560, 800), (420, 1000)), ((1010, 800), (1160, 1000))],
    )
    sheet.flecks([(-20, 826), (700, 812), (1520, 820), (1520, 1000), (-20, 1000)], mix(SAND, CREAM, 0.4), 80, (60, 11))
    for x, width in ((-30, 230), (880, 180), (1290, 240)):
        bush(sheet, x, 822, width, mix(GRASS, LEAF, 0.2 + x / 6000), lift=4)
    lamp_post(sheet, 1200, 900, 520, mix(INK, GRASS, 0.3))
    bicycle(sheet, 1215, 915, 128, CENTRUM)
    _visitors(sheet)
    tuft(sheet, 60, 975, 30, GRASS)


def _wall(sheet: Sheet) -> None:
    edge = [(192, 856), (190, 240), (560, 18), (918, 226), (920, 856)]
    sheet.lay(edge, mix(CENTRUM, INK, 0.22), lift=14)
    sheet.flecks(edge, mix(CENTRUM, INK, 0.22), 60, (30, 10))
    sheet.lay(WALL, CREAM)
    _mosaic(sheet)
    _bird(sheet)


def _mosaic(sheet: Sheet) -> None:
    """Rays of coloured pieces around the bird, with joints of plaster between them."""
    centre = (552.0, 470.0)
    rays = [
        (centre, (centre[0] + 900 * math.cos(turn), centre[1] + 900 * math.sin(turn)))
        for turn in (number * math.pi / 7 + 0.12 for number in range(7))
    ]
    parts = pieces(WALL, rays)
    cut: list[Shape] = []
    for radius in (205, 330, 470):
        rest: list[Shape] = []
        for part in parts:
            mx = sum(x for x, _ in part) / len(part) - centre[0]
            my = sum(y for _, y in part) / len(part) - centre[1]
            far = math.hypot(mx, my) or 1
            along, across = mx / far, my / far
            slant = sheet.chance.uniform(-0.22, 0.22)
            at = (centre[0] + along * radius, centre[1] + across * radius)
            line = (at, (at[0] - across * 100 + along * 100 * slant, at[1] + along * 100 + across * 100 * slant))
            near, far_part = split(part, line)
            if (line[1][0] - line[0][0]) * (centre[1] - line[0][1]) - (line[1][1] - line[0][1]) * (
                centre[0] - line[0][0]
            ) > 0:
                near, far_part = far_part, near
            if area(near) > 1:
                cut.append(near)
            if area(far_part) > 1:
                rest.append(far_part)
        parts = rest
    for number, part in enumerate([*cut, *parts]):
        colour = ACCENTS[(number * 4 + number // 14) % len(ACCENTS)]
        ring = number // 14
        tone = mix(colour, (SUN, PAPER, CORAL, SUN)[ring % 4], (0.62, 0.3, 0.06, 0.1)[ring % 4])
        sheet.lay(shrunk(part, 5), tone, shaky=1.2)


def _bird(sheet: Sheet) -> None:
    """A large bird with a sprig, laid over the mosaic."""
    x, y = 548.0, 500.0

    def lay(points: Shape, colour: Colour, *, lift: float = 0) -> None:
        sheet.lay([(x + px, y + py) for px, py in points], colour, lift=lift, shaky=1)

    for number, reach in enumerate((0, 34, 68)):
        tail: Shape = [(-120, 40), (-310 + reach, 130 + reach * 0.9), (-280 + reach, 176 + reach * 0.7), (-96, 96)]
        lay(tail, (WATER, light(WATER, 0.25), mix(WATER, INK, 0.3))[number], lift=4)
    body = [(-150, 30), (-96, -70), (20, -130), (120, -140), (180, -86), (160, 20), (70, 110), (-50, 130)]
    sheet.facets(
        [(x + px, y + py) for px, py in body],
        PAPER,
        [((x - 160, y + 60), (x + 190, y - 60)), ((x, y - 150), (x + 60, y + 140))],
        contrast=0.07,
        lift=10,
    )
    head = [(92, -132), (128, -206), (196, -222), (244, -170), (232, -104), (170, -80)]
    sheet.facets(
        [(x + px, y + py) for px, py in head], PAPER, [((x + 160, y - 230), (x + 180, y - 80))], contrast=0.06, lift=6
    )
    lay([(236, -166), (300, -150), (238, -126)], SUN)
    sheet.lay(round_shape(x + 190, y - 164, 13, 7), INK, shaky=0.4)
    for number, (tip, tone) in enumerate(
        (((-196, -250), wijk("peelo")), ((-96, -300), wijk("pittelo")), ((14, -296), CENTRUM), ((84, -250), SUN))
    ):
        root = (-70 + number * 34, -6 + number * 8)
        feather = [root, (tip[0] - 40, tip[1] + 60), tip, (tip[0] + 48, tip[1] + 74), (root[0] + 62, root[1] + 16)]
        sheet.facets(
            [(x + px, y + py) for px, py in feather],
            tone,
            [((x + root[0] + 30, y + root[1]), (x + tip[0] + 6, y + tip[1]))],
            contrast=0.14,
            lift=7,
        )
    lay([(270, -140), (330, -60), (322, -54), (262, -132)], GRASS)
    for px, py, turn in ((292, -112, 1), (306, -84, -1), (322, -66, 1)):
        lay([(px, py), (px + 34 * turn, py - 20), (px + 44 * turn, py + 4), (px + 12 * turn, py + 14)], LEAF)
    for leg in (-6, 44):
        sheet.lay(strip([(x + leg, y + 108), (x + leg - 8, y + 196), (x + leg + 30, y + 206)], 12), CENTRUM, shaky=0.6)


def _visitors(sheet: Sheet) -> None:
    shadow(sheet, 560, 965, 140)
    father = Person(INK, legs=SLATE, skin=SKINS[3], style="kort", left=(-0.1, 0.3), right=(0.2, -0.22), facing=1)
    stand(sheet, 430, 965, 335, father.dressed(coat=mix(GRASS, INK, 0.15), back=True))
    child = Person(
        SUN, legs=WATER, skin=SKINS[3], style="staart", left=(-0.2, -0.2), right=(0.16, -0.24), child=True, back=True
    )
    stand(sheet, 540, 972, 205, child)
    mother = Person(
        CORAL,
        legs=INK,
        skin=SKINS[2],
        style="lang",
        left=(-0.14, 0.22),
        right=(0.12, 0.3),
        facing=-1,
        back=True,
        skirt=True,
    )
    stand(sheet, 650, 962, 325, mother)
    shadow(sheet, 1035, 950, 130)
    walker = Person(
        WATER,
        legs=SAND,
        skin=SKINS[0],
        hair=mix(PAPER, SAND, 0.3),
        style="grijs",
        left=(-0.24, -0.1),
        right=(0.1, 0.3),
        facing=-1,
        stride=0.09,
    )
    stand(sheet, 1035, 950, 345, walker)
    shadow(sheet, 150, 955, 110)
    reader = Person(
        wijk("pittelo"), legs=INK, skin=SKINS[1], style="bob", left=(0.12, 0.12), right=(0.16, 0.1), stride=0.05
    )
    stand(sheet, 150, 955, 335, reader)
    sheet.facets(
        [(184, 716), (256, 708), (260, 756), (188, 764)], PAPER, [((222, 0), (224, 1000))], contrast=0.12, lift=4
    )
