"""A signpost for plans: a party this way, a flower box that way, a loose tile over there."""

from __future__ import annotations

from tools.illustraties.geometry import Point, Shape, box, round_shape, star, strip
from tools.illustraties.nature import bird, bush, cloud, flower, ground, sky, sun, tree, tuft
from tools.illustraties.palette import (
    BRICK,
    CORAL,
    CREAM,
    FOREST,
    GRASS,
    INK,
    LEAF,
    MINT,
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
from tools.illustraties.town import Row, row

WOOD = mix(wijk("assen-oost"), SUN, 0.3)
POST = 800


def crossroads(sheet: Sheet) -> None:
    """Three neighbours with a plan look up at the signpost."""
    sky(sheet, mix(MINT, PAPER, 0.55), turn=0.1)
    sun(sheet, 270, 210, 104)
    cloud(sheet, 440, 150, 210)
    cloud(sheet, 1190, 200, 240)
    bird(sheet, 1080, 90, 24, GRASS)
    bird(sheet, 1136, 118, 17, GRASS)
    look = Row(mix(BRICK, SAND, 0.16), mix(FOREST, INK, 0.35), (SUN, WATER, CORAL), mix(INK, WATER, 0.45), dormers=(1,))
    row(sheet, -80, 620, 600, 3, look)
    row(sheet, 1090, 620, 560, 3, look)
    tree(sheet, 560, 630, 330, mix(GRASS, LEAF, 0.35))
    tree(sheet, 1050, 630, 370, mix(GRASS, SUN, 0.2))
    ground(sheet, [(-20, 628), (760, 606), (1520, 624)], mix(LEAF, GRASS, 0.35), lines=[((0, 760), (1500, 640))])
    for x, width in ((330, 200), (1110, 220)):
        bush(sheet, x, 640, width, GRASS)
    _paths(sheet)
    _signpost(sheet)
    _neighbours(sheet)
    for number, (x, y) in enumerate(((60, 985), (110, 970), (1400, 980), (1450, 962))):
        flower(sheet, x, y, 20, (PAPER, SUN, CORAL)[number % 3], BRICK)
    for x, y in ((230, 985), (1300, 975)):
        tuft(sheet, x, y, 30, FOREST)


def _paths(sheet: Sheet) -> None:
    """Three ways that come together in front."""
    path = mix(SAND, CREAM, 0.5)
    for points in (
        [(560, 1010), (620, 820), (420, 700), (60, 640), (110, 636), (520, 670), (760, 770), (1000, 1010)],
        [(640, 1010), (730, 760), (776, 612), (812, 611), (868, 760), (980, 1010)],
        [(600, 1010), (840, 770), (1080, 670), (1440, 632), (1490, 638), (1180, 706), (980, 830), (1060, 1010)],
    ):
        sheet.lay(points, path)
    sheet.veil([(600, 1010), (800, 800), (820, 800), (830, 1010)], SAND, 0.35)


def _signpost(sheet: Sheet) -> None:
    sheet.lay(box(POST - 15, 120, 30, 760), WOOD, lift=8)
    sheet.lay(box(POST + 3, 120, 12, 760), mix(WOOD, INK, 0.16), shaky=0.8)
    sheet.lay([(POST - 24, 124), (POST, 84), (POST + 24, 122)], SUN, lift=4)
    _arrow(sheet, 190, 1, BRICK)
    _arrow(sheet, 330, -1, GRASS)
    _arrow(sheet, 470, 1, WATER)
    # a party
    for number, colour in enumerate((SUN, PAPER, CORAL, SUN, PAPER)):
        x = POST + 6 + number * 56
        sheet.lay([(x, 210 + number % 2 * 4), (x + 48, 211), (x + 24, 262)], colour, shaky=1)
    sheet.lay(strip([(POST - 6, 209), (POST + 292, 210)], 5), INK, shaky=0.4)
    # a box with flowers
    box_of_flowers = [(POST - 250, 382), (POST - 70, 380), (POST - 88, 416), (POST - 232, 418)]
    sheet.lay(box_of_flowers, WOOD, shaky=1)
    for number, colour in enumerate((CORAL, SUN, PAPER, CORAL)):
        flower(sheet, POST - 226 + number * 42, 384, 15, colour, BRICK)
    # a loose tile
    for number, (x, y) in enumerate(((POST + 30, 486), (POST + 86, 484), (POST + 200, 484))):
        sheet.lay(box(x, y, 50, 54), light(SLATE, 0.5 + number * 0.08), shaky=1)
    sheet.lay([(POST + 142, 502), (POST + 192, 482), (POST + 204, 530), (POST + 152, 548)], light(SLATE, 0.72), lift=5)


def _arrow(sheet: Sheet, y: float, side: int, colour: Colour) -> None:
    """A board that points to one side of the post."""
    outline: list[Point] = [(-62, 0), (310, -8), (386, 48), (314, 104), (-58, 98)]
    shape: Shape = [(POST + side * px, y + py) for px, py in outline]
    sheet.facets(shape, colour, [((POST + side * 130, y - 20), (POST + side * 110, y + 130))], contrast=0.06, lift=10)
    for dx in (-40, 296):
        sheet.lay(round_shape(POST + side * dx, y + 48, 7, 6), CREAM, shaky=0.3)


def _neighbours(sheet: Sheet) -> None:
    shadow(sheet, 500, 955, 160)
    asks = Person(
        SUN,
        legs=FOREST,
        skin=SKINS[2],
        style="krul",
        left=(-0.1, 0.28),
        right=(0.22, -0.2),
        facing=1,
        skirt=True,
    )
    stand(sheet, 500, 955, 490, asks)
    shadow(sheet, 330, 970, 110)
    child = Person(CORAL, legs=WATER, skin=SKINS[2], style="staart", left=(-0.12, 0.24), right=(0.2, -0.1), child=True)
    stand(sheet, 330, 970, 300, child)
    shadow(sheet, 1225, 950, 160)
    plans = Person(
        wijk("peelo"),
        legs=INK,
        skin=SKINS[0],
        hair=mix(PAPER, SAND, 0.35),
        style="grijs",
        left=(-0.16, 0.14),
        right=(-0.1, 0.2),
        facing=-1,
    )
    stand(sheet, 1225, 950, 480, plans)
    sheet.facets(
        [(1054, 640), (1184, 622), (1198, 738), (1066, 754)], PAPER, [((1120, 0), (1130, 1000))], contrast=0.05, lift=6
    )
    sheet.lay([(1082, 726), (1080, 690), (1106, 664), (1132, 684), (1134, 720)], GRASS, shaky=0.8)
    sheet.lay(star(1158, 660, 16), SUN, shaky=0.5)
    sheet.lay(strip([(1080, 738), (1178, 726)], 5), SLATE, shaky=0.4)
    sheet.lay(round_shape(1192, 690, 17, 7), SKINS[0], shaky=0.5)
