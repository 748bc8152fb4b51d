"""The Hoofdvaart at dusk, where volunteers in new yellow vests hang the stars."""

from __future__ import annotations

from tools.illustraties.geometry import box, round_shape, star, strip
from tools.illustraties.nature import bare_tree, ground, sky
from tools.illustraties.palette import (
    BRICK,
    CLAY,
    CORAL,
    CREAM,
    GRASS,
    INK,
    PAPER,
    SAND,
    SKINS,
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
from tools.illustraties.town import Row, window

DUSK = mix(WATER, INK, 0.45)
GLOW = mix(SUN, CORAL, 0.35)
VEST = mix(SUN, PAPER, 0.08)
QUAY = 470
GABLES = (
    (-30, 190, 250, "tuit", wijk("centrum")),
    (168, 170, 205, "lijst", mix(BRICK, INK, 0.35)),
    (350, 215, 270, "fronton", mix(wijk("assen-oost"), INK, 0.2)),
    (575, 180, 225, "lijst", mix(wijk("pittelo"), INK, 0.35)),
    (765, 200, 262, "tuit", mix(BRICK, INK, 0.18)),
    (975, 160, 196, "lijst", mix(wijk("assen-oost"), INK, 0.4)),
    (1145, 215, 276, "fronton", wijk("centrum")),
    (1370, 190, 230, "tuit", mix(BRICK, INK, 0.42)),
)


def stars(sheet: Sheet) -> None:
    """Houses and lamps along the water, and four people at work on this side."""
    sky(sheet, mix(CORAL, SUN, 0.25), contrast=0.08, turn=-0.1)
    sheet.lay([(-20, -20), (1520, -20), (1520, 120), (1010, 60), (560, 150), (-20, 70)], mix(WATER, CORAL, 0.42))
    sheet.lay([(-20, -20), (1520, -20), (1520, 40), (820, -4), (300, 60), (-20, 10)], mix(DUSK, WATER, 0.3))
    sheet.lay(round_shape(905, 232, 60, 9), mix(PAPER, SUN, 0.3))
    for gable in GABLES:
        _house(sheet, *gable)
    for x in (60, 330, 560, 950, 1130, 1400):
        bare_tree(sheet, x, QUAY + 6, 250 + x % 70, mix(INK, BRICK, 0.14))
    sheet.lay([(-20, QUAY), (1520, QUAY - 6), (1520, QUAY + 46), (-20, QUAY + 50)], mix(SLATE, INK, 0.3))
    sheet.flecks(box(-20, QUAY + 4, 1540, 40), mix(SLATE, INK, 0.3), 34, (30, 9))
    _water(sheet)
    _garland(sheet)
    _boat(sheet)
    bank = mix(BRICK, INK, 0.52)
    ground(
        sheet,
        [(-20, 800), (600, 776), (1520, 800)],
        bank,
        lines=[((0, 960), (1500, 800)), ((420, 780), (260, 1000)), ((1000, 780), (1180, 1000))],
    )
    sheet.flecks([(-20, 815), (600, 790), (1520, 815), (1520, 1000), (-20, 1000)], bank, 70, (46, 12))
    sheet.lay([(-20, 780), (600, 758), (1520, 782), (1520, 806), (600, 782), (-20, 806)], mix(SAND, SLATE, 0.4))
    _crew(sheet)


def _house(sheet: Sheet, x: float, width: float, high: float, gable: str, wall: Colour) -> None:
    top = QUAY - high
    middle = x + width / 2
    match gable:
        case "tuit":
            roof = [(x - 6, top), (middle - 24, top - 110), (middle + 24, top - 110), (x + width + 6, top)]
        case "fronton":
            roof = [
                (x - 8, top),
                (x - 8, top - 26),
                (middle - 62, top - 34),
                (middle, top - 96),
                (middle + 62, top - 34),
            ]
            roof += [(x + width + 8, top - 26), (x + width + 8, top)]
        case _:
            roof = [
                (x - 8, top),
                (x - 8, top - 22),
                (x + 12, top - 78),
                (x + width - 12, top - 78),
                (x + width + 8, top - 22),
                (x + width + 8, top),
            ]
    tone = wall if gable != "lijst" else mix(INK, wall, 0.3)
    sheet.facets(roof, tone, [((middle, 0), (middle + 14, 1000))], contrast=0.08)
    sheet.facets(box(x, top - 4, width, high + 8), wall, [((middle, 0), (middle + 14, 1000))], contrast=0.05)
    sheet.flecks(box(x, top, width, high), wall, 8, (18, 5))
    if gable != "tuit":
        sheet.lay(box(x - 12, top - 26, width + 24, 16), PAPER, shaky=0.8)
    look = Row(wall, INK, (GRASS,), mix(INK, WATER, 0.35), lit=SUN)
    columns = 3 if width > 185 else 2  # noqa: PLR2004 - a broad house has three windows abreast
    step = width / columns
    lights = round(x) // 7
    for column in range(columns):
        left = x + step * column + step * 0.2
        window(sheet, left, top + 26, step * 0.58, high * 0.26, look, lit=(column + lights) % 3 == 0)
        window(sheet, left, top + high * 0.48, step * 0.58, high * 0.22, look, lit=(column + lights) % 2 == 0)
    sheet.lay(
        box(x + step * 0.3, QUAY - high * 0.24, step * 0.46, high * 0.24), (GRASS, BRICK, WATER)[lights % 3], shaky=0.6
    )
    if gable == "tuit":
        window(sheet, middle - 17, top - 68, 34, 44, look, lit=lights % 2 == 0)


def _water(sheet: Sheet) -> None:
    """The canal, with the houses upside down in it, in bands."""
    deep = mix(WATER, INK, 0.3)
    sheet.facets(
        box(-20, QUAY + 46, 1540, 330), deep, [((0, 590), (1500, 540)), ((0, 740), (1500, 690))], contrast=0.06
    )
    for x, width, high, _, wall in GABLES:
        length = high * 0.62
        shape = [
            (x + 6, QUAY + 46),
            (x + width - 6, QUAY + 46),
            (x + width - 22, QUAY + 50 + length),
            (x + 30, QUAY + 28 + length),
        ]
        sheet.veil(shape, mix(wall, deep, 0.1), 0.42)
        left = x + width * (0.3 + (round(x) % 5) * 0.1)
        for number in range(5):
            y = QUAY + 60 + number * 27.0 + (x % 17)
            wide = (30.0, 22.0, 26.0, 15.0, 18.0)[number]
            slide = (0, 5, -4, 7, -2)[number]
            sheet.lay(
                [
                    (left - wide + slide, y),
                    (left + wide + slide, y - 2),
                    (left + wide * 0.6 + slide, y + 9),
                    (left - wide * 0.7 + slide, y + 10),
                ],
                mix(GLOW, deep, number * 0.11),
                shaky=0.5,
            )
    for number in range(16):
        at, y = sheet.chance.uniform(-20, 1480), sheet.chance.uniform(QUAY + 60, 770)
        long = sheet.chance.uniform(26, 90)
        tone = light(deep, 0.12) if number % 3 else mix(CORAL, deep, 0.45)
        sheet.lay([(at, y), (at + long, y - 3), (at + long * 0.7, y + 5)], tone, shaky=0.5)


def _garland(sheet: Sheet) -> None:
    """Stars that hang already, on a line over the far quay."""
    for begin, end in (
        ((-20, 262), (430, 330)),
        ((430, 330), (850, 262)),
        ((850, 262), (1240, 318)),
        ((1240, 318), (1530, 250)),
    ):
        points = []
        for number in range(9):
            at = number / 8
            points.append(
                (begin[0] + (end[0] - begin[0]) * at, begin[1] + (end[1] - begin[1]) * at + 220 * at * (1 - at))
            )
        sheet.lay(strip(points, 3.2), mix(INK, PAPER, 0.1), shaky=0.2)
        for x, y in points[1:-1:2]:
            _star(sheet, x, y + 34, 30)


def _star(sheet: Sheet, x: float, y: float, radius: float, *, glow: bool = True) -> None:
    if glow:
        sheet.veil(round_shape(x, y, radius * 1.75, 9), SUN, 0.22)
    shape = star(x, y, radius)
    lines = [((x, y - radius), (x, y + radius)), ((x - radius, y - radius * 0.3), (x + radius * 0.7, y + radius * 0.8))]
    sheet.facets(shape, SUN, lines, contrast=0.22)


def _boat(sheet: Sheet) -> None:
    """A barge that lies moored."""
    hull = [(880, 672), (1340, 664), (1392, 640), (1372, 728), (1330, 750), (930, 752), (890, 722)]
    sheet.veil([(900, 748), (1350, 744), (1300, 780), (960, 784)], INK, 0.3)
    sheet.facets(hull, mix(GRASS, INK, 0.3), [((870, 710), (1400, 700))], contrast=0.14, lift=6)
    sheet.lay([(884, 668), (1344, 660), (1396, 634), (1392, 652), (1342, 676), (886, 684)], PAPER, shaky=1)
    cabin = [(960, 596), (1180, 590), (1190, 664), (956, 668)]
    sheet.facets(cabin, mix(wijk("assen-oost"), SUN, 0.22), [((1090, 0), (1080, 1000))], contrast=0.1)
    sheet.lay([(944, 584), (1196, 576), (1200, 596), (946, 604)], PAPER, shaky=1)
    for x in (982, 1052, 1122):
        sheet.lay(box(x, 616, 46, 32), SUN, shaky=0.8)


def _crew(sheet: Sheet) -> None:
    post, top = 560, 236
    sheet.lay(strip([(post, 900), (post, top)], 20, 13), mix(INK, GRASS, 0.3), shaky=0.8)
    sheet.lay(
        strip([(post, top + 14), (post + 90, top - 18), (post + 172, top + 4)], 11), mix(INK, GRASS, 0.3), shaky=0.6
    )
    sheet.lay(strip([(post + 166, top), (post + 166, top + 42)], 4), INK, shaky=0.2)
    _star(sheet, post + 166, top + 100, 66)
    for dx in (0, 74):
        sheet.lay(
            strip([(384 + dx, 948), (494 + dx * 0.72, 372)], 13, 11), mix(wijk("assen-oost"), SUN, 0.45), shaky=0.8
        )
    for number in range(10):
        at = number / 10 + 0.04
        x, y = 384 + 110 * at, 948 - 576 * at
        sheet.lay(strip([(x, y), (x + 74 - 21 * at, y - 4)], 11), mix(wijk("assen-oost"), SUN, 0.6), shaky=0.6)
    climbs = Person(
        VEST,
        legs=mix(WATER, INK, 0.3),
        skin=SKINS[2],
        style="muts",
        hat=BRICK,
        left=(0.14, 0.1),
        right=(0.3, -0.24),
        stripes=PAPER,
        stride=0.05,
    )
    stand(sheet, 500, 718, 345, climbs)
    holds = Person(
        VEST,
        legs=INK,
        skin=SKINS[0],
        hair=CLAY,
        style="pet",
        hat=GRASS,
        left=(0.36, -0.04),
        right=(0.24, 0.06),
        stripes=PAPER,
    )
    shadow(sheet, 340, 962, 150)
    stand(sheet, 336, 962, 455, holds)
    points = Person(
        VEST,
        legs=SLATE,
        skin=SKINS[0],
        hair=wijk("assen-oost"),
        style="lang",
        left=(-0.3, -0.12),
        right=(0.06, 0.26),
        facing=-1,
        stripes=PAPER,
    )
    shadow(sheet, 812, 955, 150)
    stand(sheet, 812, 955, 440, points)
    carries = Person(
        VEST,
        legs=mix(GRASS, INK, 0.3),
        skin=SKINS[3],
        style="krul",
        left=(-0.2, 0.14),
        right=(-0.1, 0.18),
        facing=-1,
        stripes=PAPER,
    )
    shadow(sheet, 1165, 975, 170)
    stand(sheet, 1165, 975, 470, carries)
    crate = [(950, 718), (1120, 714), (1112, 812), (960, 816)]
    for x, y, radius in ((990, 700, 40), (1070, 690, 46), (1030, 716, 36)):
        _star(sheet, x, y, radius, glow=False)
    sheet.facets(crate, mix(wijk("assen-oost"), SUN, 0.3), [((940, 765), (1130, 760))], contrast=0.12, lift=6)
    sheet.lay(round_shape(1098, 770, 18, 7), SKINS[3], shaky=0.5)
    _flask(sheet, 1350, 960)


def _flask(sheet: Sheet, x: float, y: float) -> None:
    """Something warm to drink."""
    sheet.lay(box(x - 110, y - 62, 220, 62), mix(wijk("assen-oost"), SUN, 0.2), lift=6)
    sheet.lay(box(x - 124, y - 76, 248, 18), mix(wijk("assen-oost"), SUN, 0.4), shaky=1)
    sheet.facets(
        [(x - 70, y - 76), (x - 70, y - 190), (x - 56, y - 214), (x - 22, y - 214), (x - 8, y - 190), (x - 8, y - 76)],
        BRICK,
        [((x - 34, 0), (x - 38, 1000))],
        contrast=0.14,
    )
    sheet.lay(box(x - 58, y - 236, 38, 24), CREAM, shaky=0.8)
    for dx, tone in ((30, PAPER), (78, CORAL)):
        sheet.lay(
            [(x + dx, y - 124), (x + dx + 36, y - 124), (x + dx + 32, y - 76), (x + dx + 4, y - 76)], tone, shaky=0.8
        )
        steam = [(0, 0), (10, -14), (4, -30), (16, -50), (24, -28), (18, -14), (24, 2)]
        sheet.veil([(x + dx + 4 + px, y - 132 + py) for px, py in steam], PAPER, 0.6)
