"""A kitchen in the Centrum, where two people cook soup for twenty."""

from __future__ import annotations

from tools.illustraties.geometry import box, round_shape, strip
from tools.illustraties.nature import tree
from tools.illustraties.palette import (
    BRICK,
    CORAL,
    CREAM,
    FOREST,
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
    dark,
    light,
    mix,
    wijk,
)
from tools.illustraties.people import Person, stand
from tools.illustraties.sheet import Sheet
from tools.illustraties.town import Row, row

CENTRUM, ROSE, BLUSH = wijk("centrum"), wijk("centrum", 300), wijk("centrum", 100)
WOOD = mix(wijk("assen-oost"), SUN, 0.42)
ORANGE = mix(SUN, BRICK, 0.38)


def cooks(sheet: Sheet) -> None:
    """Two cooks, a very large pan, and what has to go in it."""
    sheet.facets(
        box(-20, -20, 1540, 1040),
        mix(BLUSH, ROSE, 0.22),
        [((0, 900), (700, -20)), ((900, 1020), (1300, -20))],
        contrast=0.05,
    )
    _window(sheet)
    _shelf(sheet)
    _lamp(sheet, 760)
    stirs = Person(
        CENTRUM,
        skin=SKINS[2],
        style="hoofddoek",
        hat=SUN,
        left=(-0.02, 0.26),
        right=(0.126, 0.04),
        apron=PAPER,
        legless=True,
    )
    stand(sheet, 455, 1180, 1000, stirs)
    tastes = Person(
        GRASS,
        skin=SKINS[0],
        hair=mix(PAPER, SAND, 0.4),
        style="grijs",
        left=(-0.045, 0.245),
        right=(0.02, 0.26),
        facing=-1,
        legless=True,
    )
    stand(sheet, 1150, 1190, 1010, tastes.dressed(style="baard", apron=light(SUN, 0.1)))
    _pan(sheet)
    _table(sheet)


def _window(sheet: Sheet) -> None:
    sheet.lay(box(560, 110, 470, 400), PAPER, lift=10)
    sheet.lay(box(582, 132, 426, 356), mix(SKY, WATER, 0.12), shaky=1)
    look = Row(mix(CENTRUM, SAND, 0.2), mix(INK, CENTRUM, 0.25), (GRASS, SUN), mix(INK, WATER, 0.4), lit=SUN)
    row(sheet, 600, 470, 370, 3, look)
    tree(sheet, 960, 480, 230, mix(SUN, BRICK, 0.2))
    sheet.lay([(575, 470), (1014, 466), (1014, 494), (575, 494)], mix(GRASS, LEAF, 0.3))
    sheet.lay(box(1008, 100, 120, 420), mix(BLUSH, ROSE, 0.22), shaky=0)
    sheet.lay(box(440, 100, 142, 420), mix(BLUSH, ROSE, 0.22), shaky=0)
    for x in (560, 784, 1008):
        sheet.lay(box(x, 110, 22, 400), PAPER, shaky=0.8)
    for y in (110, 488):
        sheet.lay(box(560, y, 470, 22), PAPER, shaky=0.8)
    sheet.lay(box(536, 506, 518, 26), CREAM, lift=6)
    for side, x in ((1, 556), (-1, 1034)):
        curtain = [
            (x - side * 40, 84),
            (x + side * 118, 84),
            (x + side * 52, 300),
            (x + side * 8, 470),
            (x - side * 40, 480),
        ]
        sheet.facets(curtain, SUN, [((x + side * 30, 80), (x - side * 6, 480))], contrast=0.1, lift=6)
    sheet.lay(strip([(500, 84), (1090, 80)], 13), INK, shaky=0.8)


def _shelf(sheet: Sheet) -> None:
    for y, left, right in ((250, 60, 390), (420, 60, 390), (300, 1200, 1470), (470, 1200, 1470)):
        sheet.lay(box(left, y, right - left, 20), WOOD, lift=7)
    for x, y, wide, high, tone in (
        (84, 250, 66, 96, WATER),
        (166, 250, 54, 70, CORAL),
        (236, 250, 70, 110, PAPER),
        (322, 250, 50, 78, GRASS),
        (90, 420, 110, 62, SLATE),
        (1226, 300, 60, 88, wijk("peelo")),
        (1300, 300, 74, 116, PAPER),
        (1390, 300, 56, 72, SUN),
        (1330, 470, 110, 70, BRICK),
    ):
        jar = [(x + 3, y - high), (x + wide - 3, y - high - 2), (x + wide, y), (x, y)]
        sheet.facets(jar, tone, [((x + wide * 0.6, 0), (x + wide * 0.55, 1000))], contrast=0.1)
        sheet.lay(box(x + 4, y - high - 14, wide - 8, 15), dark(tone, 0.2), shaky=0.8)
    for number in range(3):
        sheet.lay(
            [
                (236 + number * 4, 404 - number * 18),
                (372 - number * 4, 402 - number * 18),
                (358 - number * 4, 420 - number * 18),
                (250 + number * 4, 420 - number * 18),
            ],
            (PAPER, CORAL, SUN)[number],
            shaky=1,
        )
    _plant(sheet, 1262, 470)


def _plant(sheet: Sheet, x: float, y: float) -> None:
    for reach, high, tone in ((-46, 70, GRASS), (-16, 100, LEAF), (18, 108, GRASS), (50, 76, LEAF)):
        leaf = [
            (x, y - 40),
            (x + reach - 14, y - 40 - high * 0.6),
            (x + reach, y - 40 - high),
            (x + reach + 14, y - 40 - high * 0.5),
        ]
        sheet.lay(leaf, tone, shaky=1)
    sheet.lay([(x - 30, y - 50), (x + 32, y - 52), (x + 24, y), (x - 22, y)], CENTRUM, shaky=1)


def _lamp(sheet: Sheet, x: float) -> None:
    sheet.lay(strip([(x, -20), (x, 40)], 6), INK, shaky=0.3)
    shade = [(x - 30, 36), (x + 30, 34), (x + 120, 150), (x - 122, 154)]
    sheet.facets(
        shade, mix(CENTRUM, INK, 0.1), [((x, 0), (x - 20, 200)), ((x, 0), (x + 60, 200))], contrast=0.12, lift=8
    )
    sheet.lay([(x - 60, 152), (x + 60, 150), (x + 34, 176), (x - 36, 178)], SUN, shaky=1)


def _pan(sheet: Sheet) -> None:
    sheet.facets(
        [(600, 560), (1000, 552), (984, 830), (622, 836)],
        mix(SLATE, INK, 0.1),
        [((740, 0), (752, 1000)), ((880, 0), (868, 1000))],
        contrast=0.13,
        lift=12,
    )
    sheet.facets(
        [(584, 536), (800, 512), (1018, 528), (1006, 580), (800, 604), (592, 588)],
        mix(SLATE, PAPER, 0.25),
        [((800, 0), (806, 1000))],
        contrast=0.1,
        lift=6,
    )
    sheet.facets(
        [(620, 544), (800, 526), (982, 538), (970, 570), (800, 588), (630, 576)],
        mix(CORAL, SUN, 0.4),
        [((700, 520), (820, 600)), ((930, 520), (880, 600))],
        contrast=0.08,
    )
    for x, y, size, tone in (
        (690, 556, 18, GRASS),
        (880, 566, 20, BRICK),
        (930, 550, 14, LEAF),
        (838, 542, 12, SUN),
        (730, 574, 12, BRICK),
    ):
        sheet.lay(round_shape(x, y, size, 6, tall=0.5), tone, lift=2)
    for x, side in ((616, -1), (988, 1)):
        grip = [
            (x, 640),
            (x + side * 62, 632),
            (x + side * 66, 690),
            (x, 700),
            (x, 680),
            (x + side * 40, 674),
            (x + side * 38, 654),
            (x, 660),
        ]
        sheet.lay(grip, INK, lift=4)
    spoon = [(640, 420), (740, 572)]
    sheet.lay(strip(spoon, 20, 16), WOOD, lift=4)
    sheet.lay(round_shape(657, 447, 31, 7), SKINS[2], shaky=0.6)
    for x, y, scale in ((790, 506, 2.2), (866, 470, 3.0), (900, 330, 1.9)):
        steam = [(0, 0), (16, -20), (8, -40), (26, -66), (40, -40), (30, -20), (42, 4), (20, 18)]
        sheet.veil([(x + px * scale, y + py * scale) for px, py in steam], PAPER, 0.75)


def _table(sheet: Sheet) -> None:
    top = [(-20, 846), (760, 822), (1520, 842), (1520, 1020), (-20, 1020)]
    sheet.facets(
        top,
        WOOD,
        [((0, 930), (1500, 900)), ((560, 820), (470, 1020)), ((1050, 820), (1130, 1020))],
        contrast=0.08,
        lift=-10,
    )
    board = [(120, 902), (470, 880), (520, 968), (104, 986)]
    sheet.lay(board, light(WOOD, 0.35), lift=8)
    for number in range(5):
        sheet.lay(round_shape(190 + number * 52, 936 - number * 5, 30, 8), ORANGE, lift=4)
        sheet.lay(round_shape(190 + number * 52, 935 - number * 5, 13, 6), light(ORANGE, 0.3), shaky=0.5)
    sheet.lay([(390, 900), (560, 842), (572, 858), (470, 920), (404, 928)], mix(SLATE, PAPER, 0.45), lift=4)
    sheet.lay([(540, 850), (626, 818), (636, 840), (558, 872)], INK, shaky=1)
    _leek(sheet, 690, 930)
    for x, tone in ((1100, BRICK), (1176, BRICK), (1138, CENTRUM)):
        y = 906 if tone == BRICK else 872
        sheet.facets(round_shape(x, y, 46, 9), tone, [((x + 8, 0), (x + 4, 1000))], contrast=0.12, lift=6)
        sheet.lay([(x - 18, y - 40), (x, y - 50), (x + 20, y - 40), (x + 4, y - 28)], FOREST, shaky=0.8)
    for number in range(3):
        x, y = 1330 + number * 26, 958 - number * 42
        sheet.lay([(x - 84, y - 40), (x + 84, y - 44), (x + 52, y), (x - 48, y)], (PAPER, SUN, ROSE)[number], lift=5)
    _onion(sheet, 60, 930)
    _onion(sheet, 1016, 944)


def _leek(sheet: Sheet, x: float, y: float) -> None:
    leaf: list[tuple[float, float, Colour]] = [(-18, 300, FOREST), (6, 320, GRASS), (26, 296, LEAF)]
    for dy, reach, tone in leaf:
        sheet.lay(
            [(x + 90, y - 10), (x + reach, y + dy - 22), (x + reach + 24, y + dy), (x + 100, y + 18)], tone, lift=3
        )
    sheet.lay([(x - 30, y - 16), (x + 120, y - 20), (x + 124, y + 20), (x - 30, y + 18)], light(LEAF, 0.72), lift=4)
    for dy in (-12, 0, 12):
        sheet.lay(
            [(x - 28, y + dy), (x - 62, y + dy * 1.8 - 2), (x - 60, y + dy * 1.8 + 3), (x - 28, y + dy + 5)],
            CREAM,
            shaky=0.8,
        )


def _onion(sheet: Sheet, x: float, y: float) -> None:
    shape = [
        (x - 44, y),
        (x - 30, y - 44),
        (x - 4, y - 62),
        (x + 4, y - 90),
        (x + 12, y - 60),
        (x + 38, y - 40),
        (x + 46, y + 2),
        (x + 14, y + 26),
        (x - 20, y + 24),
    ]
    sheet.facets(
        shape,
        mix(wijk("pittelo"), CORAL, 0.3),
        [((x - 12, y - 90), (x - 20, y + 40)), ((x + 14, y - 90), (x + 24, y + 40))],
        contrast=0.14,
        lift=6,
    )
