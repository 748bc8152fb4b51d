"""The Anne Frankpark in Marsdijk, on an afternoon in September."""

from __future__ import annotations

from tools.illustraties.geometry import box, round_shape, strip
from tools.illustraties.nature import birch, bird, bush, cloud, flower, ground, sky, sun, tree, tuft
from tools.illustraties.palette import (
    BRICK,
    CLAY,
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
    SUN,
    Colour,
    dark,
    light,
    mix,
    wijk,
)
from tools.illustraties.people import Person, shadow, sit_back, stand
from tools.illustraties.sheet import Sheet
from tools.illustraties.town import Row, row

BLUE, AIR = wijk("marsdijk"), wijk("marsdijk", 300)
LAWN = mix(LEAF, GRASS, 0.34)


def afternoon(sheet: Sheet) -> None:
    """A path, a pond, a ball game, and two people who watch it from a bench."""
    sky(sheet, mix(SKY, AIR, 0.22), turn=0.16)
    sun(sheet, 1010, 180, 96)
    cloud(sheet, 620, 230, 210)
    cloud(sheet, 1190, 150, 240)
    look = Row(mix(BRICK, SAND, 0.3), mix(BLUE, INK, 0.45), (SUN, CORAL), mix(INK, BLUE, 0.4))
    row(sheet, 660, 470, 620, 5, look)
    for x, height, tone in ((560, 330, 0.0), (470, 280, 0.3), (1330, 360, 0.12), (1440, 300, 0.4)):
        tree(sheet, x, 486, height, mix(mix(GRASS, BLUE, 0.25), SUN, tone))
    ground(
        sheet,
        [(-20, 500), (500, 470), (1000, 480), (1520, 462)],
        mix(LAWN, PAPER, 0.2),
        lines=[((0, 560), (1500, 480))],
    )
    bush(sheet, 640, 492, 200, GRASS)
    bush(sheet, 1080, 492, 240, mix(GRASS, BLUE, 0.2))
    ground(
        sheet,
        [(-20, 575), (420, 540), (900, 560), (1520, 530)],
        LAWN,
        lines=[((0, 900), (1500, 560)), ((800, 540), (560, 1000))],
    )
    _path(sheet)
    _pond(sheet)
    _players(sheet)
    tree(sheet, 170, 900, 860, mix(GRASS, BLUE, 0.12), lift=9)
    birch(sheet, 1395, 890, 700, mix(SUN, LEAF, 0.3))
    ground(
        sheet,
        [(-20, 900), (420, 868), (880, 905), (1520, 872)],
        mix(FOREST, GRASS, 0.55),
        lines=[((300, 870), (420, 1000)), ((980, 880), (900, 1000))],
    )
    _bench(sheet)
    for number, x in enumerate((60, 106, 250, 802, 850, 1190, 1250, 1440)):
        flower(sheet, x, 990 - number % 3 * 14, 18, (SUN, PAPER, CORAL)[number % 3], BRICK)
    for x in (200, 880, 1100, 1340):
        tuft(sheet, x, 985, 34, LEAF)
    bird(sheet, 800, 130, 24, BLUE)
    bird(sheet, 860, 100, 17, BLUE)


def _path(sheet: Sheet) -> None:
    left = [(880, 552), (830, 600), (900, 650), (1010, 700), (1000, 770), (880, 840), (760, 905)]
    right = [(1080, 915), (1180, 830), (1220, 750), (1150, 680), (1000, 632), (900, 598), (912, 552)]
    sheet.facets(
        [*left, *right], mix(SAND, CREAM, 0.5), [((800, 660), (1300, 640)), ((700, 840), (1300, 760))], contrast=0.06
    )
    walker = Person(
        CORAL, legs=INK, skin=SKINS[2], style="lang", left=(-0.14, 0.26), right=(0.14, 0.24), stride=0.1, facing=-1
    )
    shadow(sheet, 1105, 742, 80)
    stand(sheet, 1105, 742, 205, walker)
    sheet.lay(strip([(1078, 650), (1010, 700)], 3), INK, shaky=0.2)
    _dog(sheet, 985, 742, 62, INK)


def _dog(sheet: Sheet, x: float, y: float, size: float, colour: Colour) -> None:
    body = [(-0.5, -0.72), (0.55, -0.68), (0.6, -0.36), (-0.42, -0.34)]
    head = [(-0.92, -0.8), (-0.62, -1.08), (-0.36, -0.98), (-0.34, -0.62), (-0.62, -0.6), (-0.94, -0.66)]
    tail = [(0.5, -0.66), (0.86, -1.06), (0.92, -1.0), (0.6, -0.5)]
    for shape in (body, head, tail):
        sheet.lay([(x + px * size, y + py * size) for px, py in shape], colour, shaky=0.5)
    for leg in (-0.36, -0.2, 0.36, 0.52):
        sheet.lay(box(x + (leg - 0.05) * size, y - 0.42 * size, 0.11 * size, 0.42 * size), colour, shaky=0.4)
    sheet.lay(
        [(x - 0.56 * size, y - 1.04 * size), (x - 0.36 * size, y - 0.98 * size), (x - 0.34 * size, y - 0.66 * size)],
        dark(SUN, 0.3),
        shaky=0.4,
    )


def _pond(sheet: Sheet) -> None:
    edge = [(330, 700), (420, 640), (600, 622), (760, 650), (800, 700), (690, 760), (480, 772), (356, 750)]
    sheet.lay([(x + 2, y + 10) for x, y in edge], dark(LAWN, 0.24))
    sheet.facets(edge, BLUE, [((300, 720), (820, 660)), ((480, 600), (560, 800))], contrast=0.12)
    for x, y, width in ((430, 690, 90), (600, 720, 120), (640, 664, 60)):
        sheet.lay([(x, y), (x + width, y - 5), (x + width * 0.8, y + 4)], AIR, shaky=0.6)
    for x, y, flip in ((520, 700, 1), (585, 684, 1), (690, 702, -1)):
        duck = [(-26, -4), (-16, 8), (16, 8), (30, -10), (10, -8), (-10, -12)]
        sheet.lay([(x + px * flip, y + py) for px, py in duck], PAPER, shaky=0.5)
        sheet.lay(round_shape(x - 22 * flip, y - 14, 10, 7), mix(GRASS, INK, 0.2), shaky=0.3)
        sheet.lay([(x - 30 * flip, y - 16), (x - 44 * flip, y - 11), (x - 30 * flip, y - 8)], SUN, shaky=0.2)
    for x in (372, 388, 404, 742, 756):
        sheet.lay(strip([(x, 742), (x + 6, 650 + x % 30)], 5, 3), mix(GRASS, SUN, 0.25), shaky=0.5)
        sheet.lay(box(x + 1, 640 + x % 30, 9, 30), wijk("assen-oost"), shaky=0.4)


def _players(sheet: Sheet) -> None:
    shadow(sheet, 545, 600, 60)
    thrower = Person(
        SUN, legs=INK, skin=SKINS[3], style="kort", left=(-0.18, -0.1), right=(0.2, -0.2), stride=0.13, child=True
    )
    stand(sheet, 545, 606, 165, thrower)
    sheet.lay(round_shape(668, 432, 19, 9), PAPER, shaky=0.4)
    sheet.lay(round_shape(671, 430, 8, 5), INK, shaky=0.3)
    shadow(sheet, 745, 602, 60)
    catcher = Person(
        BLUE,
        legs=PAPER,
        skin=SKINS[1],
        style="staart",
        left=(-0.2, -0.2),
        right=(0.1, -0.24),
        stride=0.12,
        facing=-1,
        child=True,
    )
    stand(sheet, 745, 604, 160, catcher)


def _bench(sheet: Sheet) -> None:
    reads = Person(BRICK, skin=SKINS[0], hair=mix(PAPER, SAND, 0.3), style="knot", lean=0.02)
    looks = Person(SUN, skin=SKINS[2], hair=INK, style="kort", lean=-0.02)
    for x in (352, 664):
        sheet.lay(box(x, 800, 17, 172), INK, shaky=0.8)
    sit_back(sheet, 450, 900, 420, reads)
    sit_back(sheet, 590, 905, 450, looks)
    for number, y in enumerate((796, 842, 888)):
        sheet.lay(box(318, y, 400, 33), light(mix(wijk("assen-oost"), SUN, 0.3), 0.1 * (2 - number)), lift=5)
    sheet.lay([(306, 940), (730, 936), (734, 962), (302, 966)], mix(wijk("assen-oost"), INK, 0.1), lift=5)
    sheet.lay([(720, 900), (764, 896), (770, 936), (716, 938)], CORAL, lift=3)
    sheet.lay(strip([(728, 900), (742, 872), (758, 898)], 5), CLAY, shaky=0.3)
