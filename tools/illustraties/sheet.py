"""Pieces of paper -> a picture."""

from __future__ import annotations

import math
import random
from collections.abc import Iterable, Sequence
from itertools import pairwise

from PIL import Image, ImageDraw

from tools.illustraties.geometry import Line, Point, Shape, inside, moved, pieces
from tools.illustraties.palette import INK, Colour, dark, light

WIDTH, HEIGHT = 1500, 1000
"""The measure of a sheet; shapes may stick out."""
SIZE = (1600, 1067)
FINER = 3
_SCALE = SIZE[0] * FINER / WIDTH
_SHADE = 40
_LONG = 160


class Sheet:
    """A sheet on which pieces are laid, the one over the other; the hand that cuts them is never quite straight.

    `colours` are those of the paper that was laid, without what thin paper and shades make of them.
    """

    def __init__(self, colour: Colour, seed: int = 1) -> None:
        self._image = Image.new("RGB", (SIZE[0] * FINER, SIZE[1] * FINER), colour)
        self._draw = ImageDraw.Draw(self._image, "RGBA")
        self.chance = random.Random(seed)  # noqa: S311 - a drawing
        self.colours: set[Colour] = {colour}

    def lay(self, shape: Sequence[Point], colour: Colour, *, lift: float = 0, shaky: float = 1.6) -> None:
        """Lay a piece; with `lift` it lies loose, and throws a hard shade."""
        cut = self._by_hand(shape, shaky)
        if lift:
            self._paint(moved(cut, lift * 0.6, lift), (*INK, _SHADE))
        self._paint(cut, colour)

    def facets(
        self, shape: Sequence[Point], colour: Colour, lines: Iterable[Line], *, contrast: float = 0.09, lift: float = 0
    ) -> None:
        """Lay a piece that is put together from parts of slightly different tone."""
        cut = self._by_hand(shape, 1.6)
        if lift:
            self._paint(moved(cut, lift * 0.6, lift), (*INK, _SHADE))
        self._paint(cut, colour)
        for number, part in enumerate(pieces(cut, lines)):
            tone = (light, dark, light)[number % 3](colour, contrast * (1, 1, 0.3)[number % 3])
            self._paint(part, tone)

    def flecks(self, shape: Sequence[Point], colour: Colour, count: int, size: tuple[float, float]) -> None:
        """Strew small pieces over a shape: bricks in a wall, stones in a street, straw on a field."""
        left, right = min(x for x, _ in shape), max(x for x, _ in shape)
        top, bottom = min(y for _, y in shape), max(y for _, y in shape)
        for _ in range(count):
            x, y = self.chance.uniform(left, right), self.chance.uniform(top, bottom)
            wide, high = size[0] * self.chance.uniform(0.7, 1.3), size[1]
            tone = (light, dark)[self.chance.random() < 0.5](colour, self.chance.choice((0.06, 0.12)))  # noqa: PLR2004
            piece = [(x, y), (x + wide, y - 1), (x + wide - 1, y + high), (x + 1, y + high + 1)]
            if all(inside(point, shape) for point in piece):
                self._paint(piece, tone)

    def veil(self, shape: Sequence[Point], colour: Colour, share: float) -> None:
        """Lay thin paper, through which a share of what lies below is lost."""
        self._paint(list(shape), (*colour, round(255 * share)))

    def picture(self, size: tuple[int, int]) -> Image.Image:
        """Give the picture in a size."""
        return self._image.resize(size, Image.Resampling.BOX)

    def _paint(self, shape: Sequence[Point], colour: Colour | tuple[int, int, int, int]) -> None:
        if len(colour) == 3:  # noqa: PLR2004 - the fourth is how thin the paper is
            self.colours.add(colour)
        self._draw.polygon([(x * _SCALE, y * _SCALE) for x, y in shape], fill=colour)

    def _by_hand(self, shape: Sequence[Point], shaky: float) -> Shape:
        """Move corners a little, and break long sides."""
        if not shaky:
            return list(shape)
        result: Shape = []
        for one, other in pairwise([*shape, shape[0]]):
            result.append(self._near(one, shaky))
            if math.dist(one, other) > _LONG:
                at = self.chance.uniform(0.35, 0.65)
                broken = (one[0] + (other[0] - one[0]) * at, one[1] + (other[1] - one[1]) * at)
                result.append(self._near(broken, shaky * 1.5))
        return result

    def _near(self, point: Point, by: float) -> Point:
        return (point[0] + self.chance.uniform(-by, by), point[1] + self.chance.uniform(-by, by))
