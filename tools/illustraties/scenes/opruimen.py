"""Winkelakker in Peelo, afterwards: the scrap iron goes to a good cause, and the street is clean."""

from __future__ import annotations

from tools.illustraties.geometry import box, round_shape, strip
from tools.illustraties.nature import bush, ground, sky, sun, tuft
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
    SLATE,
    SUN,
    WATER,
    dark,
    mix,
    wijk,
)
from tools.illustraties.people import Person, shadow, stand
from tools.illustraties.sheet import Sheet
from tools.illustraties.town import Row, bicycle, row

PEELO, LILAC, MAUVE = wijk("peelo"), wijk("peelo", 300), wijk("peelo", 100)


def iron(sheet: Sheet) -> None:
    """Old iron, on its way to a good cause."""
    sky(sheet, mix(SUN, PAPER, 0.55), contrast=0.06, turn=-0.35)
    sun(sheet, 330, 210, 100)
    bush(sheet, -40, 660, 620, mix(GRASS, LEAF, 0.2))
    bush(sheet, 1080, 660, 520, mix(GRASS, LEAF, 0.34))
    street = mix(SAND, CREAM, 0.4)
    ground(sheet, [(-20, 650), (800, 632), (1520, 656)], street, lines=[((0, 860), (1500, 660))])
    body = [(420, 560), (1360, 540), (1330, 800), (450, 812)]
    for shape, tone in (
        ([(520, 560), (600, 360), (700, 340), (760, 560)], mix(SLATE, LILAC, 0.35)),
        ([(690, 560), (740, 290), (960, 270), (980, 560)], mix(SLATE, PAPER, 0.45)),
        ([(940, 560), (1010, 400), (1210, 380), (1260, 560)], wijk("noorderpark", 300)),
    ):
        sheet.facets(shape, tone, [((shape[1][0] + 60, 0), (shape[1][0] + 40, 1000))], contrast=0.12, lift=8)
    for number in range(5):
        sheet.lay(box(766 + number * 40, 306 - number * 3, 20, 250), mix(SLATE, PAPER, 0.65), shaky=1)
    sheet.lay(strip([(560, 560), (460, 250)], 18), CLAY, shaky=1, lift=4)
    sheet.lay(strip([(1180, 560), (1330, 260)], 16), BRICK, shaky=1, lift=4)
    sheet.lay(strip([(1010, 500), (1120, 210), (1180, 190)], 14), WATER, shaky=1, lift=4)
    bicycle(sheet, 690, 566, 200, PEELO)
    sheet.facets(body, SUN, [((730, 500), (740, 820)), ((1030, 500), (1020, 820))], contrast=0.1, lift=14)
    sheet.lay([(400, 540), (1380, 518), (1384, 562), (402, 586)], dark(SUN, 0.14), lift=4)
    sheet.lay([(560, 660), (700, 590), (830, 652), (830, 766), (562, 770)], PEELO, shaky=1.4)
    sheet.lay([(640, 768), (640, 690), (752, 686), (752, 766)], PAPER, shaky=1)
    heart = [(1080, 760), (960, 664), (968, 606), (1030, 596), (1080, 640), (1128, 594), (1192, 604), (1204, 660)]
    sheet.facets(heart, BRICK, [((1080, 560), (1090, 800))], contrast=0.1)
    for x in (590, 1170):
        sheet.lay(round_shape(x, 830, 76, 11), INK, lift=6)
        sheet.lay(round_shape(x, 830, 32, 8), SLATE, shaky=1)
    lifts = Person(WATER, legs=INK, skin=SKINS[3], style="baard", left=(0.229, -0.09), right=(0.24, -0.113), lean=0.03)
    shadow(sheet, 260, 930, 170)
    stand(sheet, 255, 930, 560, lifts)
    sheet.lay(strip([(318, 458), (690, 396)], 20), mix(SLATE, PAPER, 0.3), lift=4)
    for hx, hy in ((360, 451), (446, 437)):
        sheet.lay(round_shape(hx, hy, 19, 7), SKINS[3], shaky=0.5)
    tuft(sheet, 90, 960, 40, GRASS)
    tuft(sheet, 1420, 950, 40, GRASS)


def street(sheet: Sheet) -> None:
    """The street afterwards: clean, and somebody little with a big broom."""
    sky(sheet, MAUVE, contrast=0.06, turn=0.2)
    look = Row(mix(BRICK, LILAC, 0.28), mix(PEELO, INK, 0.5), (GRASS, SUN, PEELO), mix(PEELO, INK, 0.55), dormers=(1,))
    row(sheet, -60, 560, 1700, 4, look)
    hedge = mix(GRASS, LEAF, 0.2)
    for x in range(-40, 1500, 260):
        bush(sheet, x, 610, 300, mix(hedge, LEAF, (x % 7) / 16))
    pavement = mix(SAND, CREAM, 0.5)
    ground(sheet, [(-20, 606), (700, 598), (1520, 610)], pavement, lines=[((0, 700), (1500, 640))])
    tone = mix(BRICK, SAND, 0.5)
    road = [(-20, 730), (700, 702), (1520, 726)]
    ground(sheet, road, tone, lines=[((300, 700), (60, 1000)), ((1100, 700), (1400, 1000))])
    sheet.flecks([(-20, 745), (700, 716), (1520, 740), (1520, 1000), (-20, 1000)], tone, 100, (66, 13))
    sheet.lay([(-20, 716), (700, 688), (1520, 712), (1520, 734), (700, 710), (-20, 738)], CREAM)
    shadow(sheet, 560, 930, 150)
    small = Person(
        SUN, legs=PEELO, skin=SKINS[2], style="krul", left=(0.2, 0.06), right=(0.16, 0.16), child=True, lean=0.04
    )
    stand(sheet, 560, 930, 440, small)
    stick = [(600, 480), (830, 890)]
    sheet.lay(strip(stick, 15), mix(wijk("assen-oost"), SUN, 0.4), lift=4)
    for at in (0.31, 0.44):
        sheet.lay(round_shape(600 + 230 * at, 480 + 410 * at, 18, 7), SKINS[2], shaky=0.5)
    sheet.facets(
        [(786, 862), (866, 850), (940, 946), (800, 972)],
        mix(SUN, BRICK, 0.25),
        [((830, 850), (860, 980))],
        contrast=0.14,
        lift=6,
    )
    for x, y, leaf in ((985, 940, SUN), (1030, 958, BRICK), (1058, 930, CORAL), (1010, 912, GRASS), (1092, 955, SUN)):
        sheet.lay([(x - 20, y), (x, y - 15), (x + 22, y - 2), (x + 2, y + 12)], leaf, shaky=2, lift=3)
    shadow(sheet, 1240, 905, 150)
    neighbour = Person(
        FOREST,
        legs=SLATE,
        skin=SKINS[0],
        hair=mix(PAPER, SAND, 0.4),
        style="knot",
        left=(-0.2, -0.14),
        right=(0.1, 0.24),
        facing=-1,
        skirt=True,
    )
    stand(sheet, 1240, 905, 500, neighbour)
    shadow(sheet, 190, 870, 120)
    man = Person(
        PEELO, legs=INK, skin=SKINS[0], hair=wijk("assen-oost"), style="baard", left=(0.12, 0.2), right=(0.16, 0.16)
    )
    stand(sheet, 190, 870, 450, man)
    sheet.facets(
        [(246, 606), (352, 598), (368, 730), (336, 746), (228, 740)],
        mix(SLATE, INK, 0.3),
        [((290, 640), (300, 800))],
        contrast=0.14,
        lift=6,
    )
