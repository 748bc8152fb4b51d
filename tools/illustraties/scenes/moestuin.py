"""The vegetable garden of neighbours in the Bremstraat, Assen-Oost."""

from __future__ import annotations

from tools.illustraties.geometry import box, round_shape, strip
from tools.illustraties.nature import bird, bush, cloud, flower, ground, sky, sun, tree
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

OAST, PEACH = wijk("assen-oost"), wijk("assen-oost", 300)
SOIL = mix(OAST, INK, 0.42)
ORANGE = mix(SUN, BRICK, 0.38)


def garden(sheet: Sheet) -> None:
    """Beds that run to the houses, a shed, beans on poles, and four people at work."""
    sky(sheet, mix(PEACH, PAPER, 0.55), turn=-0.3)
    sun(sheet, 350, 200, 108)
    cloud(sheet, 640, 170, 240)
    cloud(sheet, 1150, 230, 200)
    look = Row(mix(BRICK, PEACH, 0.2), mix(OAST, INK, 0.45), (WATER, GRASS, SUN), mix(INK, WATER, 0.45), dormers=(2, 4))
    row(sheet, 280, 480, 1010, 6, look)
    tree(sheet, 170, 500, 420, mix(GRASS, SUN, 0.12))
    tree(sheet, 1390, 505, 460, mix(GRASS, LEAF, 0.3))
    for x in range(240, 1300, 170):
        bush(sheet, x, 500, 220, mix(GRASS, LEAF, (x % 9) / 18))
    path = mix(SAND, CREAM, 0.3)
    ground(
        sheet,
        [(-20, 500), (760, 490), (1520, 502)],
        path,
        lines=[((760, 490), (300, 1000)), ((760, 490), (1200, 1000))],
    )
    _beds(sheet)
    _shed(sheet, 1215, 640)
    _poles(sheet, 190, 640)
    _crops(sheet)
    _gardeners(sheet)
    bird(sheet, 910, 110, 24, OAST)
    bird(sheet, 965, 140, 17, OAST)


def _beds(sheet: Sheet) -> None:
    """Three beds in perspective, with furrows."""
    for left, right, low_left, low_right in ((40, 430, -420, 330), (500, 890, 400, 980), (960, 1290, 1050, 1800)):
        bed = [(left, 545), (right, 540), (low_right, 1010), (low_left, 1010)]
        sheet.lay([(x + 4, y + 12) for x, y in bed], dark(SOIL, 0.35))
        lines = []
        for number in range(1, 5):
            at = number / 5
            lines.append(((left + (right - left) * at, 545), (low_left + (low_right - low_left) * at, 1010)))
        sheet.facets(bed, SOIL, lines, contrast=0.08)


def _at(bed: int, across: float, along: float) -> tuple[float, float, float]:
    """Give a place in a bed, and how large things are there."""
    left, right, low_left, low_right = ((40, 430, -420, 330), (500, 890, 400, 980), (960, 1290, 1050, 1800))[bed]
    y = 545 + 465 * along
    begin, end = left + (low_left - left) * along, right + (low_right - right) * along
    return begin + (end - begin) * across, y, 0.5 + 0.62 * along


def _crops(sheet: Sheet) -> None:
    for along in (0.13, 0.32, 0.56, 0.86):
        for across in (0.12, 0.37, 0.63, 0.88):
            x, y, size = _at(1, across, along)
            _cabbage(sheet, x, y, 40 * size, mix(GRASS, LEAF, 0.15 + across * 0.5))
    for along in (0.1, 0.24, 0.4, 0.6, 0.84):
        for across in (0.35, 0.6, 0.85):
            x, y, size = _at(0, across, along)
            _carrot(sheet, x, y, 42 * size)
    for along in (0.16, 0.36, 0.6, 0.86):
        for across in (0.1, 0.32, 0.54):
            x, y, size = _at(2, across, along)
            if (round(across * 10) + round(along * 10)) % 2:
                _pumpkin(sheet, x, y, 44 * size)
            else:
                _cabbage(sheet, x, y, 38 * size, mix(wijk("peelo"), CORAL, 0.25))


def _cabbage(sheet: Sheet, x: float, y: float, size: float, colour: Colour) -> None:
    sheet.lay(round_shape(x, y, size, 7, tall=0.62, turn=x), dark(colour, 0.22), shaky=1)
    sheet.lay(round_shape(x, y - size * 0.24, size * 0.74, 7, tall=0.72, turn=y), colour, shaky=1)
    sheet.lay(round_shape(x + size * 0.06, y - size * 0.4, size * 0.4, 6, tall=0.8), light(colour, 0.3), shaky=0.8)


def _carrot(sheet: Sheet, x: float, y: float, size: float) -> None:
    sheet.lay(
        [
            (x - size * 0.22, y - 2),
            (x + size * 0.22, y - 2),
            (x + size * 0.1, y + size * 0.26),
            (x - size * 0.1, y + size * 0.26),
        ],
        ORANGE,
        shaky=0.5,
    )
    for reach, high in ((-0.62, 0.8), (-0.2, 1.15), (0.24, 1.1), (0.66, 0.76)):
        sheet.lay(
            [(x - size * 0.1, y), (x + reach * size, y - high * size), (x + size * 0.12, y)],
            mix(GRASS, LEAF, 0.3 + reach * 0.2),
            shaky=0.6,
        )


def _pumpkin(sheet: Sheet, x: float, y: float, size: float) -> None:
    sheet.lay(
        [
            (x - size * 1.3, y + 4),
            (x - size * 0.4, y - size * 0.3),
            (x + size * 1.3, y - size * 0.1),
            (x + size * 0.6, y + size * 0.3),
        ],
        FOREST,
        shaky=1,
    )
    sheet.facets(
        round_shape(x, y - size * 0.36, size * 0.86, 9, tall=0.74),
        ORANGE,
        [((x - size * 0.3, 0), (x - size * 0.34, 1000)), ((x + size * 0.3, 0), (x + size * 0.34, 1000))],
        contrast=0.12,
    )
    sheet.lay(
        [
            (x - 4, y - size * 0.92),
            (x + size * 0.12, y - size * 1.2),
            (x + size * 0.22, y - size * 1.14),
            (x + 5, y - size * 0.86),
        ],
        FOREST,
        shaky=0.4,
    )


def _shed(sheet: Sheet, x: float, y: float) -> None:
    wood = mix(OAST, SUN, 0.3)
    for number in range(7):
        sheet.lay(box(x + number * 32, y - 190, 33, 190), light(wood, 0.05 + 0.1 * (number % 2)), shaky=0.8)
    roof = [(x - 26, y - 184), (x + 104, y - 284), (x + 250, y - 190)]
    sheet.facets(roof, GRASS, [((x + 104, y - 290), (x + 92, y - 170))], contrast=0.14, lift=8)
    sheet.lay(box(x + 30, y - 128, 70, 128), FOREST, shaky=1)
    sheet.lay(box(x + 134, y - 132, 62, 58), PAPER, shaky=0.8)
    sheet.lay(box(x + 142, y - 124, 46, 42), mix(INK, WATER, 0.45), shaky=0.6)
    sheet.lay(round_shape(x + 90, y - 62, 5, 6), SUN, shaky=0.2)
    barrel = [(x - 76, y - 84), (x - 18, y - 86), (x - 14, y - 4), (x - 80, y - 2)]
    sheet.facets(barrel, WATER, [((x - 44, 0), (x - 46, 1000))], contrast=0.14, lift=5)


def _poles(sheet: Sheet, x: float, y: float) -> None:
    """Beans that climb three tents of sticks."""
    for dx in (0, 118, 236):
        for foot in (-52, 0, 52):
            sheet.lay(strip([(x + dx + foot - 60, y), (x + dx - 54, y - 300)], 8), mix(OAST, SUN, 0.35), shaky=0.6)
        for number in range(7):
            spread = 46 * (1 - number / 9)
            lx = x + dx - 56 + (spread if number % 2 else -spread) * 0.8
            ly = y - 26 - number * 37
            leaf = [(lx - 24, ly), (lx, ly - 22), (lx + 25, ly - 2), (lx + 2, ly + 19)]
            sheet.lay(leaf, mix(GRASS, LEAF, 0.15 + (number % 3) * 0.22), shaky=2)
        for px, py, tone in ((-80, -90, BRICK), (-38, -170, CORAL), (-62, -236, BRICK)):
            sheet.lay(round_shape(x + dx + px, y + py, 11, 6), tone, shaky=0.6)


def _gardeners(sheet: Sheet) -> None:
    digs = Person(
        WATER,
        legs=mix(INK, GRASS, 0.3),
        skin=SKINS[0],
        hair=mix(PAPER, SAND, 0.4),
        style="pet",
        hat=BRICK,
        left=(0.16, 0.12),
        right=(0.05, 0.22),
        lean=0.05,
        stride=0.09,
    )
    shadow(sheet, 395, 900, 160)
    stand(sheet, 395, 900, 470, digs)
    sheet.lay(strip([(455, 570), (545, 880)], 13), mix(OAST, SUN, 0.5), shaky=0.6)
    sheet.lay(strip([(440, 566), (478, 556)], 12), mix(OAST, SUN, 0.5), shaky=0.6)
    sheet.lay([(516, 860), (574, 842), (592, 912), (566, 946), (534, 934)], SLATE, lift=4)
    for hx, hy in ((463, 597), (478, 645)):
        sheet.lay(round_shape(hx, hy, 16, 7), SKINS[0], shaky=0.5)
    pours = Person(
        SUN,
        legs=FOREST,
        skin=SKINS[2],
        style="hoofddoek",
        hat=wijk("pittelo"),
        left=(-0.22, 0.14),
        right=(-0.08, 0.22),
        facing=-1,
        skirt=True,
    )
    shadow(sheet, 1035, 870, 150)
    stand(sheet, 1035, 870, 440, pours)
    _can(sheet, 905, 640)
    kid = Person(CORAL, legs=WATER, skin=SKINS[3], style="krul", left=(0.15, 0.1), right=(0.17, 0.06), child=True)
    shadow(sheet, 1245, 950, 110)
    stand(sheet, 1250, 955, 300, kid.dressed(facing=-1, left=(-0.15, 0.1), right=(-0.12, 0.12)))
    _pumpkin(sheet, 1180, 800, 62)
    far = Person(GRASS, legs=INK, skin=SKINS[1], style="kort", left=(-0.12, 0.24), right=(0.12, -0.3), stride=0.08)
    stand(sheet, 900, 620, 200, far)
    for number, x in enumerate((30, 80, 140)):
        flower(sheet, x, 990 - number * 8, 24, (PAPER, SUN, CORAL)[number], BRICK)
    sheet.lay([(600, 1010), (640, 930), (860, 924), (900, 1010)], mix(OAST, SUN, 0.36), lift=8)
    for number in range(3):
        sheet.lay(
            strip([(616 - number * -4, 990 - number * 24), (884 - number * 8, 984 - number * 24)], 5),
            dark(mix(OAST, SUN, 0.36), 0.2),
            shaky=0.6,
        )
    for x, tone in ((672, ORANGE), (730, GRASS), (784, BRICK), (832, LEAF)):
        sheet.lay(round_shape(x, 920, 36, 8), tone, lift=3)


def _can(sheet: Sheet, x: float, y: float) -> None:
    """A watering can, pouring."""
    sheet.facets(
        [(x, y), (x + 78, y - 14), (x + 92, y + 66), (x + 12, y + 76)],
        GRASS,
        [((x + 50, 0), (x + 56, 1000))],
        contrast=0.14,
        lift=4,
    )
    sheet.lay(strip([(x + 10, y + 54), (x - 70, y + 10)], 20, 11), dark(GRASS, 0.15), shaky=0.6)
    sheet.lay([(x - 88, y + 22), (x - 62, y - 14), (x - 52, y - 6), (x - 74, y + 30)], GRASS, shaky=0.6)
    sheet.lay(
        strip([(x + 8, y + 2), (x + 30, y - 48), (x + 80, y - 40), (x + 86, y + 4)], 9), dark(GRASS, 0.2), shaky=0.5
    )
    for dx, dy in ((-84, 50), (-100, 76), (-74, 88), (-108, 116), (-86, 132), (-68, 120)):
        sheet.lay(
            [(x + dx, y + dy - 14), (x + dx + 6, y + dy), (x + dx, y + dy + 7), (x + dx - 6, y + dy)],
            mix(WATER, PAPER, 0.35),
            shaky=0.3,
        )
