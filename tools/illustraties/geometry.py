"""Shapes as rows of points, and what scissors do with them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from itertools import pairwise

Point = tuple[float, float]
Shape = list[Point]
Line = tuple[Point, Point]


def box(x: float, y: float, width: float, height: float) -> Shape:
    """Give a rectangle by its top left corner."""
    return [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]


def round_shape(x: float, y: float, radius: float, corners: int = 9, *, turn: float = 0.3, tall: float = 1) -> Shape:
    """Give a circle as scissors cut it: a few straight sides of unequal length."""
    steps = [turn + (number + 0.16 * math.sin(number * 2.4)) * math.tau / corners for number in range(corners)]
    return [(x + radius * math.cos(step), y + radius * tall * math.sin(step)) for step in steps]


def star(
    x: float, y: float, radius: float, *, points: int = 5, waist: float = 0.42, turn: float = -math.pi / 2
) -> Shape:
    """Give a star that stands on two points."""
    return [
        (
            x + radius * (waist if number % 2 else 1) * math.cos(turn + number * math.pi / points),
            y + radius * (waist if number % 2 else 1) * math.sin(turn + number * math.pi / points),
        )
        for number in range(points * 2)
    ]


def strip(points: Sequence[Point], begin: float, end: float | None = None) -> Shape:
    """Give a strip along a row of points, `begin` wide at the first and `end` wide at the last."""
    last = begin if end is None else end
    left: Shape = []
    right: Shape = []
    count = len(points) - 1
    for number, (x, y) in enumerate(points):
        before, after = points[max(0, number - 1)], points[min(count, number + 1)]
        angle = math.atan2(after[1] - before[1], after[0] - before[0]) + math.pi / 2
        half = (begin + (last - begin) * number / count) / 2
        left.append((x + half * math.cos(angle), y + half * math.sin(angle)))
        right.append((x - half * math.cos(angle), y - half * math.sin(angle)))
    return left + right[::-1]


def split(shape: Sequence[Point], line: Line) -> tuple[Shape, Shape]:
    """Cut a shape along a line without end: what lies left of it, and what lies right."""
    (ax, ay), (bx, by) = line

    def side(point: Point) -> float:
        return (bx - ax) * (point[1] - ay) - (by - ay) * (point[0] - ax)

    left: Shape = []
    right: Shape = []
    for one, other in pairwise([*shape, shape[0]]):
        here, there = side(one), side(other)
        if here <= 0:
            left.append(one)
        if here >= 0:
            right.append(one)
        if here * there < 0:
            share = here / (here - there)
            crossing = (one[0] + (other[0] - one[0]) * share, one[1] + (other[1] - one[1]) * share)
            left.append(crossing)
            right.append(crossing)
    return left, right


def pieces(shape: Sequence[Point], lines: Iterable[Line]) -> list[Shape]:
    """Cut a shape along every line."""
    found: list[Shape] = [list(shape)]
    for line in lines:
        found = [part for piece in found for part in split(piece, line) if area(part) > 1]
    return found


def inside(point: Point, shape: Sequence[Point]) -> bool:
    """Say whether a point lies within a shape."""
    x, y = point
    crossings = 0
    for (ax, ay), (bx, by) in pairwise([*shape, shape[0]]):
        if (ay > y) != (by > y) and x < ax + (bx - ax) * (y - ay) / (by - ay):
            crossings += 1
    return crossings % 2 == 1


def area(shape: Sequence[Point]) -> float:
    """Give how much paper a shape takes."""
    if len(shape) < 3:  # noqa: PLR2004 - less is no plane
        return 0
    return abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairwise([*shape, shape[0]]))) / 2


def middle(shape: Sequence[Point]) -> Point:
    """Give the mean of the corners."""
    return sum(x for x, _ in shape) / len(shape), sum(y for _, y in shape) / len(shape)


def moved(shape: Iterable[Point], x: float, y: float) -> Shape:
    """Give a shape in another place."""
    return [(px + x, py + y) for px, py in shape]


def shrunk(shape: Sequence[Point], by: float) -> Shape:
    """Give a shape whose corners lie nearer to its middle, so that the pieces of a mosaic have joints."""
    cx, cy = middle(shape)
    result = []
    for x, y in shape:
        far = math.hypot(x - cx, y - cy) or 1
        share = max(0.0, far - by) / far
        result.append((cx + (x - cx) * share, cy + (y - cy) * share))
    return result
