"""The playground at the Mozartplaats: in the rain, when it is ready, and on the day it opens."""

from __future__ import annotations

from tools.illustraties.geometry import box, moved, round_shape, strip
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
    MINT,
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
from tools.illustraties.people import Person, shadow, stand
from tools.illustraties.scenes.toestellen import WOOD, sliding, swing, tower
from tools.illustraties.sheet import Sheet
from tools.illustraties.town import Row, bunting, row

MUD = mix(wijk("buitengebied"), wijk("assen-oost", 300), 0.3)
HOUSES = Row(mix(BRICK, CORAL, 0.12), mix(INK, BRICK, 0.22), (GRASS, SUN, WATER), mix(INK, WATER, 0.5), dormers=(0, 3))


def opening(sheet: Sheet) -> None:
    """The fourth of September: flags, and children everywhere."""
    sky(sheet, mix(SUN, PAPER, 0.62), turn=0.12)
    sun(sheet, 1180, 200, 118)
    cloud(sheet, 560, 180, 230)
    cloud(sheet, 60, 130, 180)
    _street(sheet, GRASS)
    tower(sheet, 360, 850)
    swing(sheet, 1130, 880)
    bunting(sheet, (-20, 250), (330, 210), (GRASS, SUN, CORAL, PAPER, WATER), sag=46, size=46)
    bunting(sheet, (545, 210), (1520, 330), (SUN, CORAL, WATER, PAPER, GRASS), sag=70, size=46)
    up = Person(WATER, legs=INK, skin=SKINS[2], style="krul", left=(-0.16, -0.22), right=(0.17, -0.23), child=True)
    stand(sheet, 440, 497, 205, up)
    slides = Person(PAPER, legs=BRICK, skin=SKINS[0], hair=wijk("assen-oost"), style="staart", child=True)
    sliding(sheet, 668, 622, slides)
    run = Person(
        SUN,
        legs=BRICK,
        skin=SKINS[1],
        style="kort",
        left=(-0.2, 0.02),
        right=(0.22, -0.06),
        stride=0.15,
        lean=0.05,
        child=True,
    )
    shadow(sheet, 170, 945, 120)
    stand(sheet, 170, 945, 300, run)
    mother = Person(
        FOREST,
        legs=SLATE,
        skin=SKINS[2],
        style="hoofddoek",
        hat=CORAL,
        left=(-0.13, 0.25),
        right=(-0.3, 0.02),
        facing=-1,
        skirt=True,
    )
    shadow(sheet, 925, 950, 150)
    stand(sheet, 925, 950, 430, mother)
    small = Person(
        PAPER, legs=GRASS, skin=SKINS[2], style="kort", left=(-0.2, -0.16), right=(0.1, 0.24), facing=-1, child=True
    )
    shadow(sheet, 812, 965, 90)
    stand(sheet, 812, 965, 225, small)
    _meadow(sheet)


def after(sheet: Sheet) -> None:
    """The playground on an ordinary day, seen from where the fence stood."""
    sky(sheet, SKY)
    sun(sheet, 1270, 170, 84)
    cloud(sheet, 480, 170, 260)
    _street(sheet, GRASS)
    tower(sheet, 360, 850)
    swing(sheet, 1130, 880)
    waves = Person(
        SUN, legs=INK, skin=SKINS[0], hair=BRICK, style="bob", left=(-0.1, 0.2), right=(0.17, -0.22), child=True
    )
    stand(sheet, 440, 497, 205, waves)
    grandfather = Person(
        WATER, legs=CLAY, skin=SKINS[0], hair=PAPER, style="grijs", left=(-0.2, -0.12), right=(0.1, 0.3), facing=-1
    )
    shadow(sheet, 905, 950, 140)
    stand(sheet, 905, 950, 420, grandfather)
    girl = Person(
        BRICK, legs=INK, skin=SKINS[2], style="krul", left=(-0.16, -0.1), right=(0.12, 0.2), facing=-1, child=True
    )
    shadow(sheet, 170, 945, 110)
    stand(sheet, 170, 945, 270, girl)
    _meadow(sheet)


def before(sheet: Sheet) -> None:
    """The same place in the wet summer: mud, a fence, an excavator that waits."""
    grey = mix(SKY, SLATE, 0.34)
    sky(sheet, grey, contrast=0.05)
    for x, y, width, share in ((40, 210, 460, 0.2), (520, 150, 420, 0.36), (980, 220, 480, 0.14)):
        cloud(sheet, x, y, width, mix(grey, SLATE, share))
    _street(sheet, MUD, wet=True)
    _excavator(sheet, 420, 850)
    for x, y, width in ((240, 900, 250), (700, 850, 190), (980, 930, 290)):
        puddle = [(0, 0), (0.3, -0.11), (0.75, -0.09), (1, 0.02), (0.7, 0.12), (0.2, 0.1)]
        sheet.lay([(x + px * width, y + py * width) for px, py in puddle], mix(WATER, grey, 0.6))
        glint = [(0.3, -0.03), (0.62, -0.04), (0.5, 0.01)]
        sheet.lay([(x + px * width, y + py * width) for px, py in glint], light(grey, 0.4), shaky=0.6)
    _planks(sheet, 760, 800)
    child = Person(
        SUN,
        legs=GRASS,
        skin=SKINS[1],
        style="muts",
        hat=SUN,
        left=(-0.11, 0.09),
        right=(0.12, 0.24),
        facing=-1,
        child=True,
        skirt=True,
    )
    shadow(sheet, 1225, 940, 100)
    stand(sheet, 1225, 940, 290, child)
    _umbrella(sheet, 1172, 628, 150, CORAL)
    _fence(sheet)
    for _ in range(60):
        at, top = sheet.chance.uniform(-20, 1520), sheet.chance.uniform(0, 960)
        sheet.veil([(at, top), (at + 3.5, top), (at - 9, top + 44), (at - 12, top + 44)], PAPER, 0.55)


def _street(sheet: Sheet, land: Colour, *, wet: bool = False) -> None:
    leaves = mix(GRASS, SLATE, 0.3) if wet else mix(GRASS, LEAF, 0.2)
    tree(sheet, 90, 600, 440, leaves)
    row(sheet, 200, 596, 1180, 5, HOUSES)
    tree(sheet, 1400, 612, 480, dark(leaves, 0.1))
    edge = [(-20, 612), (420, 588), (980, 604), (1520, 590)]
    ground(sheet, edge, mix(land, SLATE, 0.25) if wet else mix(LEAF, GRASS, 0.25), lines=[((0, 700), (1500, 610))])
    for x, width in ((150, 230), (620, 260), (1010, 220)):
        bush(sheet, x, 622, width, dark(leaves, 0.14))
    near = [(-20, 742), (500, 700), (1060, 724), (1520, 690)]
    tone = land if wet else mix(LEAF, GRASS, 0.5)
    ground(sheet, near, tone, lines=[((0, 980), (1500, 700)), ((260, 700), (520, 1000)), ((900, 700), (1190, 1000))])
    if not wet:
        sand = [(240, 872), (420, 790), (900, 782), (1080, 852), (960, 905), (380, 918)]
        sheet.facets(sand, mix(SAND, SUN, 0.2), [((300, 900), (1000, 800))], contrast=0.08)
        sheet.flecks(sand, mix(SAND, SUN, 0.2), 40, (20, 6))


def _meadow(sheet: Sheet) -> None:
    birch(sheet, 1440, 985, 620, mix(SUN, LEAF, 0.55))
    for x, y in ((40, 985), (330, 975), (560, 962), (1010, 985), (1270, 960)):
        tuft(sheet, x, y, 30, FOREST)
    for number, (x, y) in enumerate(((60, 990), (92, 975), (480, 985), (1190, 990), (1228, 978), (1330, 992))):
        flower(sheet, x, y, 17, (PAPER, CORAL, MINT)[number % 3])
    bird(sheet, 820, 130, 24, INK)
    bird(sheet, 880, 158, 17, INK)


def _excavator(sheet: Sheet, x: float, y: float) -> None:
    heap = [(x - 360, y + 20), (x - 250, y - 110), (x - 170, y - 96), (x - 90, y - 150), (x + 30, y + 24)]
    sheet.facets(
        heap,
        light(mix(MUD, wijk("assen-oost"), 0.25), 0.22),
        [((x - 170, 0), (x - 120, 1000)), ((x - 90, y - 150), (x - 200, y))],
        contrast=0.1,
        lift=8,
    )
    arm = [(x + 210, y - 190), (x + 60, y - 400), (x - 120, y - 300)]
    sheet.lay(strip(arm, 46, 32), SUN, lift=6)
    sheet.lay(strip([(x - 120, y - 306), (x - 160, y - 170)], 30, 24), dark(SUN, 0.15))
    sheet.lay(
        [(x - 200, y - 180), (x - 118, y - 186), (x - 104, y - 112), (x - 150, y - 84), (x - 214, y - 112)],
        SLATE,
        lift=4,
    )
    sheet.facets(
        [(x + 130, y - 190), (x + 420, y - 196), (x + 410, y - 80), (x + 120, y - 76)],
        SUN,
        [((x + 290, 0), (x + 270, 1000))],
        contrast=0.1,
        lift=8,
    )
    sheet.lay([(x + 150, y - 330), (x + 280, y - 334), (x + 300, y - 190), (x + 144, y - 188)], dark(SUN, 0.12))
    sheet.lay([(x + 164, y - 314), (x + 262, y - 318), (x + 276, y - 216), (x + 160, y - 212)], mix(WATER, SKY, 0.5))
    sheet.lay([(x + 164, y - 314), (x + 220, y - 316), (x + 162, y - 240)], light(SKY, 0.3), shaky=0.5)
    track = [
        (x + 80, y - 66),
        (x + 120, y - 84),
        (x + 430, y - 84),
        (x + 470, y - 60),
        (x + 462, y - 8),
        (x + 430, y + 10),
        (x + 116, y + 10),
        (x + 76, y - 14),
    ]
    sheet.lay(track, INK, lift=4)
    for number in range(5):
        sheet.lay(round_shape(x + 124 + number * 75, y - 36, 25, 8), SLATE, shaky=0.8)


def _planks(sheet: Sheet, x: float, y: float) -> None:
    for number in range(4):
        sheet.lay(box(x + number * 14, y - number * 22, 300 - number * 16, 20), light(WOOD, 0.08 * number), lift=3)


def _umbrella(sheet: Sheet, x: float, y: float, half: float, colour: Colour) -> None:
    sheet.lay(strip([(x, y - 60), (x + 6, y + 120)], 7), INK, shaky=0.4)
    top = [
        (-1, 0),
        (-0.72, -0.46),
        (0, -0.72),
        (0.72, -0.46),
        (1, 0),
        (0.66, -0.1),
        (0.34, 0.02),
        (0, -0.1),
        (-0.34, 0.02),
        (-0.66, -0.1),
    ]
    shape = moved([(px * half, py * half) for px, py in top], x, y)
    lines = [((x, y - half), (x - half * 0.36, y)), ((x, y - half), (x + half * 0.36, y))]
    sheet.facets(shape, colour, lines, contrast=0.12, lift=6)


def _fence(sheet: Sheet) -> None:
    for x in (-40, 490, 1020):
        sheet.lay(strip([(x, 1010), (x + 4, 690)], 11), CREAM, shaky=0.6)
        sheet.lay(strip([(x, 700), (x + 530, 690)], 9), CREAM, shaky=0.6)
        sheet.lay(strip([(x, 960), (x + 530, 955)], 9), CREAM, shaky=0.6)
        for number in range(1, 13):
            sheet.lay(strip([(x + number * 40.5, 700), (x + number * 40.5, 960)], 3), CREAM, shaky=0.3)
    left = 112
    sign = [(left, 742), (left + 252, 734), (left + 256, 884), (left + 4, 892)]
    sheet.lay(sign, PAPER, lift=6)
    sheet.lay([(left + 18, 760), (left + 126, 756), (left + 130, 872), (left + 22, 876)], SUN, shaky=1)
    sheet.lay(
        [(left + 46, 858), (left + 46, 812), (left + 74, 782), (left + 104, 810), (left + 104, 856)], GRASS, shaky=0.8
    )
    for number, width in enumerate((98, 74, 88)):
        sheet.lay(box(left + 146, 772 + number * 32, width, 13), (INK, SLATE, SLATE)[number], shaky=0.6)
