"""Winkelakker in Peelo: neighbours who tidy up, a tent, soup and a heap of scrap iron."""

from __future__ import annotations

from tools.illustraties.geometry import box, round_shape, strip
from tools.illustraties.nature import bird, bush, cloud, ground, sky, sun, tree, tuft
from tools.illustraties.palette import (
    BRICK,
    CLAY,
    CORAL,
    CREAM,
    FIELD,
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
    light,
    mix,
    wijk,
)
from tools.illustraties.people import Person, shadow, stand
from tools.illustraties.sheet import Sheet
from tools.illustraties.town import Row, bicycle, bunting, row

PEELO, LILAC, MAUVE = wijk("peelo"), wijk("peelo", 300), wijk("peelo", 100)


def tent(sheet: Sheet) -> None:
    """The tent in the street, soup in it, and the iron beside it."""
    sky(sheet, mix(MAUVE, LILAC, 0.18), contrast=0.07)
    sun(sheet, 1230, 190, 92)
    cloud(sheet, 120, 190, 250)
    bird(sheet, 520, 130, 26, PEELO)
    bird(sheet, 590, 165, 18, PEELO)
    look = Row(
        mix(BRICK, LILAC, 0.28), mix(PEELO, INK, 0.5), (SUN, PEELO, GRASS), mix(PEELO, INK, 0.55), dormers=(1, 4)
    )
    tree(sheet, 40, 610, 430, mix(GRASS, LEAF, 0.25))
    row(sheet, 110, 610, 1440, 6, look)
    ground(sheet, [(-20, 606), (700, 596), (1520, 612)], mix(FIELD, LEAF, 0.25), lines=[((0, 720), (1500, 640))])
    for x, w in ((60, 210), (330, 150), (1240, 280)):
        bush(sheet, x, 628, w, mix(GRASS, LEAF, 0.15 + x / 9000))
    street = mix(SAND, CREAM, 0.45)
    ground(
        sheet,
        [(-20, 720), (760, 690), (1520, 716)],
        street,
        lines=[((0, 900), (1500, 700)), ((300, 690), (80, 1000)), ((1120, 690), (1330, 1000))],
    )
    sheet.flecks([(-20, 735), (760, 705), (1520, 730), (1520, 1000), (-20, 1000)], street, 90, (52, 9))
    _iron(sheet)
    _tent(sheet)
    _neighbours(sheet)


def _tent(sheet: Sheet) -> None:
    for x in (430, 1085):
        sheet.lay(box(x, 330, 13, 545), INK, shaky=0.6)
    back = [(440, 420), (1090, 420), (1090, 700), (440, 700)]
    sheet.veil(back, PEELO, 0.22)
    roof = [(372, 420), (560, 205), (965, 195), (1160, 412)]
    sheet.facets(
        roof,
        PEELO,
        [((560, 190), (500, 430)), ((700, 190), (690, 430)), ((835, 190), (880, 430)), ((965, 190), (1050, 430))],
        contrast=0.13,
        lift=12,
    )
    for number in range(8):
        left = 372 + number * 98.5
        tone = PAPER if number % 2 else SUN
        sheet.lay(
            [(left, 419 - number), (left + 98.5, 418 - number), (left + 92, 470), (left + 49, 492), (left + 6, 471)],
            tone,
            lift=5,
            shaky=1,
        )
    bunting(sheet, (1160, 412), (1520, 250), (SUN, PEELO, CORAL, PAPER, GRASS), sag=40, size=44)
    bunting(sheet, (-20, 300), (372, 420), (GRASS, PAPER, PEELO, SUN, CORAL), sag=34, size=44)


def _neighbours(sheet: Sheet) -> None:
    cook = Person(
        SUN,
        legs=SLATE,
        skin=SKINS[2],
        hair=INK,
        style="hoofddoek",
        hat=GRASS,
        left=(-0.02, 0.27),
        right=(0.16, 0.2),
        apron=PAPER,
    )
    stand(sheet, 660, 860, 420, cook)
    helper = Person(
        GRASS,
        legs=INK,
        skin=SKINS[0],
        hair=CLAY,
        style="grijs",
        left=(-0.1, 0.25),
        right=(0.16, 0.23),
        facing=1,
        apron=None,
    )
    stand(sheet, 865, 850, 405, helper.dressed(facing=-1, hair=light(SAND, 0.4)))
    # the table, with the pan on it
    sheet.lay(box(500, 722, 16, 170), INK, shaky=1)
    sheet.lay(box(1000, 722, 16, 170), INK, shaky=1)
    sheet.facets(
        [(472, 700), (1044, 694), (1050, 745), (468, 750)],
        PAPER,
        [((620, 0), (600, 1000)), ((850, 0), (870, 1000))],
        contrast=0.06,
        lift=10,
    )
    sheet.lay(
        [(468, 750), (1050, 745), (1042, 830), (930, 812), (800, 834), (660, 812), (540, 836), (476, 820)],
        LILAC,
        shaky=1.5,
    )
    pan = [(690, 592), (850, 590), (842, 700), (700, 702)]
    sheet.facets(pan, SLATE, [((790, 0), (772, 1000))], contrast=0.14, lift=6)
    sheet.lay([(682, 578), (858, 576), (856, 600), (684, 602)], dark(SLATE, 0.3), shaky=1)
    sheet.lay([(704, 582), (838, 580), (826, 592), (716, 594)], CORAL, shaky=0.6)
    for x in (664, 850):
        sheet.lay(box(x, 622, 26, 14), INK, shaky=0.6)
    for x, y, s in ((742, 548, 1.0), (790, 520, 1.35), (752, 470, 0.9)):
        steam = [(0, 0), (16, -20), (8, -40), (26, -66), (40, -40), (30, -20), (42, 4), (20, 18)]
        sheet.veil([(x + px * s, y + py * s) for px, py in steam], PAPER, 0.8)
    for x, tone in ((530, CORAL), (590, SUN), (915, CORAL), (975, PEELO)):
        _bowl(sheet, x, 700, 27, tone)
    shadow(sheet, 315, 905, 130)
    eater = Person(
        mix(BRICK, CORAL, 0.15),
        legs=PEELO,
        skin=SKINS[0],
        hair=mix(BRICK, INK, 0.3),
        style="bob",
        left=(0.12, 0.14),
        right=(0.14, 0.12),
        facing=1,
    )
    stand(sheet, 315, 905, 430, eater)
    _bowl(sheet, 420, 645, 34, PAPER)
    shadow(sheet, 1190, 925, 150)
    sweeper = Person(
        WATER, legs=CLAY, skin=SKINS[3], hair=INK, style="krul", left=(-0.215, 0.1), right=(-0.33, 0.23), facing=-1
    )
    stick = strip([(1038, 560), (1118, 930)], 11)
    stand(sheet, 1190, 925, 470, sweeper)
    sheet.lay(stick, dark(SUN, 0.35), shaky=0.6)
    sheet.lay([(1096, 900), (1142, 890), (1172, 962), (1080, 976)], SUN, lift=4)
    for hx, hy in ((1055, 642), (1069, 704)):
        sheet.lay(round_shape(hx, hy, 15, 7), SKINS[3], shaky=0.4)
    kid = Person(
        SUN,
        legs=GRASS,
        skin=SKINS[1],
        hair=INK,
        style="staart",
        left=(0.1, 0.12),
        right=(0.16, 0.08),
        facing=1,
        child=True,
    )
    shadow(sheet, 180, 955, 90)
    stand(sheet, 180, 955, 285, kid)
    for x, y in ((60, 930), (1405, 960), (760, 975)):
        tuft(sheet, x, y, 26, GRASS)


def _bowl(sheet: Sheet, x: float, y: float, half: float, colour: tuple[int, int, int]) -> None:
    sheet.lay(
        [(x - half, y - half * 0.95), (x + half, y - half), (x + half * 0.55, y), (x - half * 0.5, y)],
        colour,
        shaky=0.8,
    )
    sheet.lay(
        [
            (x - half * 0.8, y - half * 0.95),
            (x + half * 0.8, y - half),
            (x + half * 0.6, y - half * 0.72),
            (x - half * 0.62, y - half * 0.7),
        ],
        mix(CORAL, BRICK, 0.35),
        shaky=0.4,
    )


def _iron(sheet: Sheet) -> None:
    """The heap: a bicycle, a tub, a radiator, pipes."""
    sheet.lay([(1240, 800), (1330, 640), (1450, 600), (1530, 640), (1530, 850)], mix(SLATE, LILAC, 0.3), lift=8)
    sheet.facets(
        [(1320, 780), (1350, 690), (1500, 672), (1530, 690), (1530, 800)],
        mix(SLATE, PAPER, 0.35),
        [((1420, 0), (1440, 1000))],
        contrast=0.15,
    )
    for number in range(5):
        sheet.lay(box(1362 + number * 30, 700 - number * 3, 16, 80), mix(SLATE, PAPER, 0.55), shaky=0.8)
    sheet.lay(strip([(1270, 815), (1420, 560)], 12), CLAY, shaky=0.6)
    sheet.lay(strip([(1470, 830), (1360, 590)], 10), BRICK, shaky=0.6)
    bicycle(sheet, 1310, 850, 120, PEELO)


def bowl(sheet: Sheet) -> None:
    """One bowl from nearby, and a hand that holds it out."""
    sky(sheet, mix(LILAC, MAUVE, 0.4), contrast=0.06, turn=-0.3)
    sheet.facets(
        box(-20, -20, 1540, 150),
        PEELO,
        [((number * 260 + 120, 0), (number * 260 + 60, 200)) for number in range(6)],
        contrast=0.1,
    )
    for number in range(7):
        left = -40 + number * 230
        flap = [(left, 128), (left + 230, 124), (left + 220, 206), (left + 115, 250), (left + 10, 208)]
        sheet.lay(flap, PAPER if number % 2 else SUN, lift=8)
    board = mix(wijk("assen-oost"), SUN, 0.42)
    sheet.facets(
        [(-20, 640), (1520, 600), (1520, 1020), (-20, 1020)],
        board,
        [((0, 760), (1500, 712)), ((0, 890), (1500, 838))],
        contrast=0.08,
    )
    cloth = [(330, 1020), (520, 706), (1160, 690), (1330, 1020)]
    sheet.facets(cloth, PAPER, [((560, 700), (470, 1020)), ((1080, 690), (1190, 1020))], contrast=0.05, lift=10)
    for at in (0.25, 0.5, 0.75):
        y = 700 + 320 * at
        sheet.lay(
            [(520 - 190 * at, y), (1160 + 170 * at, y - 8), (1164 + 170 * at, y + 20), (516 - 190 * at, y + 26)],
            LILAC,
            shaky=1.5,
        )
    outside = [(420, 470), (1170, 452), (1120, 640), (960, 790), (650, 800), (480, 660)]
    sheet.facets(outside, PEELO, [((700, 400), (640, 820)), ((960, 440), (930, 820))], contrast=0.13, lift=16)
    sheet.lay([(396, 440), (800, 408), (1196, 424), (1180, 486), (800, 520), (408, 490)], LILAC, lift=5)
    sheet.facets(
        [(440, 446), (800, 424), (1150, 434), (1130, 474), (800, 500), (452, 480)],
        mix(CORAL, SUN, 0.35),
        [((560, 420), (760, 510)), ((960, 420), (900, 510))],
        contrast=0.08,
    )
    for x, y, size, tone in (
        (560, 462, 30, GRASS),
        (690, 452, 24, BRICK),
        (820, 470, 34, SUN),
        (948, 452, 26, GRASS),
        (1050, 462, 28, BRICK),
        (760, 484, 18, LEAF),
        (640, 484, 16, SUN),
    ):
        sheet.lay(round_shape(x, y, size, 6, tall=0.55), tone, lift=3)
    for x, y, scale in ((620, 380, 2.5), (800, 350, 3.4), (960, 372, 2.3)):
        steam = [(0, 0), (16, -20), (8, -40), (26, -66), (40, -40), (30, -20), (42, 4), (20, 18)]
        sheet.veil([(x + px * scale, y + py * scale) for px, py in steam], PAPER, 0.72)
    for side, skin, sleeve in ((-1, SKINS[1], SUN), (1, SKINS[1], SUN)):
        _hand(sheet, 800 + side * 400, 610, side, skin, sleeve)


def _hand(
    sheet: Sheet, x: float, y: float, side: int, skin: tuple[int, int, int], sleeve: tuple[int, int, int]
) -> None:
    arm = [(0, -60), (360, 120), (420, 420), (140, 440), (-10, 90)]
    sheet.facets(
        [(x + side * px, y + py) for px, py in arm],
        sleeve,
        [((x + side * 40, y - 60), (x + side * 300, y + 400))],
        contrast=0.1,
        lift=8,
    )
    palm = [(-66, -66), (30, -74), (66, 0), (30, 100), (-40, 112), (-92, 60)]
    sheet.lay([(x + side * px, y + py) for px, py in palm], dark(skin, 0.08), lift=6)
    for number in range(4):
        top = y - 48 + number * 40
        finger = [
            (x + side * 20, top),
            (x - side * 92, top - 5),
            (x - side * 108, top + 5),
            (x - side * 109, top + 22),
            (x - side * 94, top + 31),
            (x + side * 20, top + 32),
        ]
        sheet.lay(finger, light(skin, 0.05 + number * 0.03), shaky=1, lift=2)
    thumb = [
        (x + side * 24, y - 70),
        (x - side * 54, y - 150),
        (x - side * 86, y - 144),
        (x - side * 70, y - 96),
        (x - side * 20, y - 34),
    ]
    sheet.lay(thumb, skin, lift=4)
