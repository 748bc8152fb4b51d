"""People, as scissors cut them: a coat, two legs, two arms and a friendly head."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from tools.illustraties.geometry import Point, Shape, moved, round_shape, strip
from tools.illustraties.palette import BRICK, CORAL, INK, PAPER, SKINS, Colour, dark, light, mix
from tools.illustraties.sheet import Sheet

SHOULDER, HIP = 0.79, 0.44
"""How high they are, as a share of the length."""
_CLOSE_BY = 330
"""From this length on a face has eyes and a mouth."""


@dataclass(frozen=True, slots=True)
class Person:
    """Who stands there. Hands lie where `left` and `right` say, from the shoulder, in lengths of the person."""

    coat: Colour
    legs: Colour = INK
    skin: Colour = SKINS[0]
    hair: Colour = INK
    style: str = "kort"
    hat: Colour = PAPER
    left: Point = (-0.1, 0.33)
    right: Point = (0.1, 0.33)
    stride: float = 0.06
    lean: float = 0.0
    facing: int = 1
    child: bool = False
    skirt: bool = False
    legless: bool = False
    back: bool = False
    stripes: Colour | None = None
    apron: Colour | None = None

    def dressed(self, **changes: object) -> Person:
        """Give someone else who stands the same way."""
        return replace(self, **changes)  # type: ignore[arg-type]


def stand(sheet: Sheet, x: float, y: float, length: float, who: Person) -> None:
    """Let someone stand with the feet at a point."""
    neck = (x + who.lean * length, y - length * (SHOULDER + 0.03))
    if not who.legless:
        _legs(sheet, x, y, length, who)
    far, near = (who.left, who.right) if who.facing > 0 else (who.right, who.left)
    _arm(sheet, neck, length, far, -who.facing, dark(who.coat, 0.18), who.skin)
    if who.style in {"lang", "krul"}:
        _hair_behind(sheet, neck, length, who)
    _coat(sheet, x, y, neck, length, who)
    _head(sheet, neck, length, who)
    _arm(sheet, neck, length, near, who.facing, light(who.coat, 0.12), who.skin)


def _legs(sheet: Sheet, x: float, y: float, length: float, who: Person) -> None:
    for side, tone in ((-1, dark(who.legs, 0.25)), (1, who.legs)):
        foot = (x + side * who.stride * length, y)
        knee = (x + side * (who.stride * 0.7 + 0.02) * length, y - length * HIP * 0.5)
        top = (x + side * 0.05 * length + who.lean * length * 0.3, y - length * HIP)
        sheet.lay(strip([top, knee, foot], length * 0.092, length * 0.066), tone, shaky=1)
        toe = who.facing * 0.075 * length
        heel = -who.facing * 0.035 * length
        shoe = [
            (foot[0] + heel, y - length * 0.035),
            (foot[0] + toe * 0.4, y - length * 0.042),
            (foot[0] + toe, y - length * 0.012),
            (foot[0] + toe, y + length * 0.008),
            (foot[0] + heel, y + length * 0.008),
        ]
        sheet.lay(shoe, mix(INK, who.legs, 0.15), shaky=0.6)


def _coat(sheet: Sheet, x: float, y: float, neck: Point, length: float, who: Person) -> None:
    wide = 0.098 if not who.child else 0.115
    hem = 0.25 if who.skirt else HIP - 0.05
    bottom = 0.19 if who.skirt else 0.135
    shape: Shape = [
        (neck[0] - wide * 0.45 * length, neck[1] - 0.005 * length),
        (neck[0] + wide * 0.45 * length, neck[1] - 0.005 * length),
        (neck[0] + wide * length, neck[1] + 0.045 * length),
        ((neck[0] + x) / 2 + wide * 1.02 * length, (neck[1] + y - hem * length) / 2),
        (x + bottom * length, y - (hem - 0.012) * length),
        (x - bottom * length, y - hem * length),
        ((neck[0] + x) / 2 - wide * 1.02 * length, (neck[1] + y - hem * length) / 2),
        (neck[0] - wide * length, neck[1] + 0.045 * length),
    ]
    if who.legless:
        shape[4], shape[5] = (x + bottom * length, y - 0.3 * length), (x - bottom * length, y - 0.3 * length)
    seam = ((neck[0] + 0.02 * length, neck[1] - length), (x - 0.03 * length * who.facing, y + length))
    sheet.facets(shape, who.coat, [seam], contrast=0.08)
    if who.stripes:
        for share in (0.42, 0.7):
            cy = neck[1] + (y - hem * length - neck[1]) * share
            half = (wide + (bottom - wide) * share) * length * 0.98
            cx = neck[0] + (x - neck[0]) * share
            sheet.lay(
                [
                    (cx - half, cy),
                    (cx + half, cy - 2),
                    (cx + half, cy + 0.035 * length),
                    (cx - half, cy + 0.035 * length),
                ],
                who.stripes,
                shaky=0.5,
            )
    if who.apron:
        cx = (neck[0] + x) / 2
        front = [
            (neck[0] - 0.055 * length, neck[1] + 0.09 * length),
            (neck[0] + 0.055 * length, neck[1] + 0.09 * length),
            (cx + 0.1 * length, y - (hem - 0.02) * length),
            (cx - 0.1 * length, y - (hem - 0.02) * length),
        ]
        sheet.lay(front, who.apron, shaky=1)


def _arm(sheet: Sheet, neck: Point, length: float, hand: Point, side: int, tone: Colour, skin: Colour) -> None:
    shoulder = (neck[0] + side * 0.072 * length, neck[1] + 0.052 * length)
    end = (shoulder[0] + hand[0] * length, shoulder[1] + hand[1] * length)
    far = math.dist(shoulder, end)
    bend = max(0.0, 0.36 * length - far) * 0.55 + 0.02 * length
    across = math.atan2(end[1] - shoulder[1], end[0] - shoulder[0]) + side * math.pi / 2
    elbow = (
        (shoulder[0] + end[0]) / 2 + bend * math.cos(across),
        (shoulder[1] + end[1]) / 2 + bend * math.sin(across),
    )
    wrist = (end[0] + (elbow[0] - end[0]) * 0.1, end[1] + (elbow[1] - end[1]) * 0.1)
    sheet.lay(round_shape(end[0], end[1], 0.033 * length, 7), skin, shaky=0.5)
    sheet.lay(round_shape(shoulder[0], shoulder[1], 0.042 * length, 9), tone, shaky=0.3)
    sheet.lay(strip([shoulder, elbow, wrist], 0.082 * length, 0.06 * length), tone, shaky=0.8)


def _head(sheet: Sheet, neck: Point, length: float, who: Person) -> None:
    radius = length * (0.105 if who.child else 0.078)
    x, y = neck[0] + who.lean * length * 0.3, neck[1] - radius * 1.12
    sheet.lay(strip([(neck[0], neck[1] + radius * 0.35), (x, y)], radius * 0.75), dark(who.skin, 0.16), shaky=0.4)
    face = round_shape(x, y, radius, 10, turn=0.1, tall=1.1)
    if not who.back:
        nose = [(x + who.facing * radius * 0.9, y - radius * 0.2), (x + who.facing * radius * 1.16, y + radius * 0.16)]
        sheet.lay([*nose, (x + who.facing * radius * 0.85, y + radius * 0.24)], who.skin, shaky=0.2)
    sheet.lay(face, who.skin, shaky=0.5)
    if not who.back:
        away = -who.facing
        cheek = [(x + away * radius * 0.2, y - radius), (x + away * radius * 0.55, y + radius * 1.1)]
        shade = [*cheek, (x + away * radius * 0.86, y + radius * 0.6), (x + away * radius * 0.98, y - radius * 0.4)]
        sheet.lay(shade, dark(who.skin, 0.07), shaky=0.3)
        if length > _CLOSE_BY:
            _features(sheet, x, y, radius, who)
    _hair(sheet, x, y, radius, who)


def _features(sheet: Sheet, x: float, y: float, radius: float, who: Person) -> None:
    tone = mix(INK, who.skin, 0.1)
    for offset in (0.12, 0.66):
        sheet.lay(round_shape(x + who.facing * radius * offset, y - radius * 0.02, radius * 0.085, 6), tone, shaky=0)
    mouth = [(0.06, 0.42), (0.22, 0.57), (0.46, 0.6), (0.68, 0.44), (0.46, 0.5), (0.26, 0.49)]
    sheet.lay([(x + who.facing * radius * mx, y + radius * my) for mx, my in mouth], tone, shaky=0)
    blush = mix(who.skin, CORAL if who.skin[0] > 150 else BRICK, 0.45)  # noqa: PLR2004 - half of all light
    sheet.lay(round_shape(x - who.facing * radius * 0.24, y + radius * 0.34, radius * 0.19, 6), blush, shaky=0)


def _hair_behind(sheet: Sheet, neck: Point, length: float, who: Person) -> None:
    radius = length * (0.105 if who.child else 0.078)
    x, y = neck[0] + who.lean * length * 0.3, neck[1] - radius * 1.12
    back = -who.facing
    if who.style == "krul":
        sheet.lay(round_shape(x + back * radius * 0.2, y - radius * 0.3, radius * 1.45, 11), who.hair, shaky=2)
        return
    fall = [(-1.0, -0.9), (0.6, -1.0), (0.9, 0.3), (0.75, 1.7), (-1.25, 2.0), (-1.3, 0.2)]
    sheet.lay([(x - back * -1 * radius * px * -1, y + radius * py) for px, py in fall], who.hair, shaky=1)


def _hair(sheet: Sheet, x: float, y: float, radius: float, who: Person) -> None:
    face = who.facing

    def lay(points: list[Point], colour: Colour) -> None:
        sheet.lay([(x + face * radius * px, y + radius * py) for px, py in points], colour, shaky=0.6)

    full = [(-1.08, 0.5), (-1.16, -0.35), (-0.8, -1.05), (-0.1, -1.36), (0.7, -1.15), (1.06, -0.55)]
    if who.back:
        lay([*full, (1.1, 0.4), (0.6, 0.85), (-0.6, 0.85)], who.hair)
    elif who.style in {"kort", "knot", "grijs", "baard", "staart"}:
        lay([*full, (0.5, -0.72), (-0.35, -0.55), (-0.62, 0.1), (-0.7, 0.6)], who.hair)
    elif who.style in {"lang", "bob", "krul"}:
        lay([*full, (0.3, -0.6), (-0.5, -0.3), (-0.58, 0.9), (-1.12, 1.0)], who.hair)
    if who.style == "knot":
        sheet.lay(round_shape(x - face * radius * 0.6, y - radius * 1.45, radius * 0.5, 8), who.hair, shaky=0.6)
    elif who.style == "staart":
        lay([(-0.9, -0.8), (-1.5, -0.9), (-1.95, -0.1), (-1.75, 0.7), (-1.35, 0.0)], who.hair)
    elif who.style == "baard":
        lay([(-0.75, 0.1), (-0.3, 0.4), (0.95, 0.3), (0.7, 1.15), (0.1, 1.5), (-0.6, 1.05)], who.hair)
    elif who.style == "muts":
        lay([(-1.12, -0.4), (-0.85, -1.15), (-0.2, -1.62), (0.55, -1.35), (1.05, -0.5)], who.hat)
        lay([(-1.2, -0.7), (1.12, -0.78), (1.14, -0.3), (-1.2, -0.15)], light(who.hat, 0.3))
        sheet.lay(
            round_shape(x - face * radius * 0.2, y - radius * 1.75, radius * 0.4, 8), light(who.hat, 0.45), shaky=0.5
        )
    elif who.style == "pet":
        lay([(-1.1, -0.3), (-0.95, -1.0), (-0.2, -1.38), (0.7, -1.05), (1.0, -0.5)], who.hat)
        lay([(0.1, -0.75), (1.0, -0.72), (1.7, -0.42), (1.0, -0.38)], dark(who.hat, 0.15))
    elif who.style == "hoofddoek":
        ring = [(0.55, -1.02), (-0.2, -1.34), (-0.95, -1.0), (-1.25, -0.1), (-1.05, 0.9), (-1.2, 1.7), (0.7, 1.75)]
        lay([*ring, (0.95, 1.0), (0.35, 0.98), (-0.45, 0.72), (-0.6, -0.2), (-0.1, -0.72), (0.78, -0.62)], who.hat)
    elif who.style == "koksmuts":
        lay([(-0.95, -0.6), (-1.3, -1.5), (-0.8, -2.1), (0.1, -2.3), (1.0, -2.05), (1.3, -1.4), (0.95, -0.65)], who.hat)
        lay([(-0.98, -0.95), (0.98, -1.0), (0.98, -0.5), (-0.98, -0.42)], dark(who.hat, 0.08))


def sit_back(sheet: Sheet, x: float, y: float, length: float, who: Person) -> None:
    """Show someone on a bench from behind; the point is where the coat meets the seat."""
    neck = (x + who.lean * length, y - length * 0.42)
    wide = 0.13 * length
    shape = [
        (neck[0] - wide * 0.5, neck[1]),
        (neck[0] + wide * 0.5, neck[1]),
        (neck[0] + wide, neck[1] + 0.06 * length),
        (x + wide * 1.15, y),
        (x - wide * 1.15, y),
        (neck[0] - wide, neck[1] + 0.06 * length),
    ]
    sheet.facets(shape, who.coat, [((x, 0), (x + 12, 1000))], contrast=0.08)
    _head(sheet, neck, length * 0.92, replace(who, back=True))


def shadow(sheet: Sheet, x: float, y: float, wide: float) -> None:
    """Lay the hard shade of someone on the ground."""
    shape = [(-0.5, 0), (0.2, -0.09), (1.1, -0.02), (0.9, 0.1), (-0.2, 0.12)]
    sheet.veil(moved([(px * wide, py * wide) for px, py in shape], x, y), INK, 0.14)
