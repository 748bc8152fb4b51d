"""The outlines of the wijken -> the mark: the mosaic of the city, its pieces kept apart by an even joint.

The calm outlines are used. A corner that hardly turns says nothing at this size and goes, so that pieces stay crisp.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from generator.model.site import Site
from generator.plan.shapes import Point, Ring, bounds, city_rings

HEIGHT = 100.0
JOINT, PLAIN_JOINT, SMALL_JOINT = 1.5, 1.7, 1.9
"""Half the joint between pieces: in colour, in one colour, and where the mark is smallest."""
FLAT = 0.15
"""How far a corner stands out from the line between its neighbours before it counts."""
SHARPEST = 4.0
_ROUND = 12


@dataclass(frozen=True, slots=True)
class Mark:
    """The pieces by the slug of their wijk, in a box of `width` by 100; a map without a city gives one round piece."""

    pieces: tuple[tuple[str, tuple[Ring, ...]], ...]
    width: float

    @property
    def rings(self) -> tuple[Ring, ...]:
        """Give all pieces as one shape."""
        return tuple(ring for _, rings in self.pieces for ring in rings)

    def squared(self) -> Mark:
        """Put the mark in the middle of a square of 100 by 100."""
        scale = HEIGHT / max(self.width, HEIGHT)
        left, top = (HEIGHT - self.width * scale) / 2, (HEIGHT - HEIGHT * scale) / 2

        def place(ring: Ring) -> Ring:
            return tuple((round(x * scale + left, 2), round(y * scale + top, 2)) for x, y in ring)

        return replace(
            self, pieces=tuple((slug, tuple(map(place, rings))) for slug, rings in self.pieces), width=HEIGHT
        )


def draw_mark(site: Site, joint: float = JOINT) -> Mark:
    """Draw the wijken of the city in their places."""
    pieces = city_rings(site, site.shared.small_map if site.shared.small_map.shapes else site.shared.map)
    if not pieces:
        return Mark((("", (_circle(),)),), HEIGHT)
    left, top, right, bottom = bounds(point for _, rings in pieces for ring in rings for point in ring)
    scale = HEIGHT / (bottom - top)

    def place(ring: Ring) -> Ring:
        placed = tuple(((x - left) * scale, (y - top) * scale) for x, y in _open(ring))
        inner = _inset(_calm(placed), joint)
        return tuple((round(x, 1), round(y, 1)) for x, y in inner)

    return Mark(
        tuple((slug, tuple(place(ring) for ring in rings)) for slug, rings in pieces),
        round((right - left) * scale, 1),
    )


def _circle() -> Ring:
    angles = (2 * math.pi * step / _ROUND for step in range(_ROUND))
    return tuple((round(50 + 42 * math.cos(angle), 1), round(50 + 42 * math.sin(angle), 1)) for angle in angles)


def _open(ring: Ring) -> Ring:
    return ring[:-1] if len(ring) > 1 and ring[0] == ring[-1] else ring


def _calm(ring: Ring) -> Ring:
    """Take away the corners that turn least, one after the other, as long as they stand out too little to see."""
    points = list(ring)
    while len(points) > 3:  # noqa: PLR2004 - a triangle
        heights = [_height(points[at - 1], points[at], points[(at + 1) % len(points)]) for at in range(len(points))]
        least = min(range(len(points)), key=heights.__getitem__)
        if heights[least] >= FLAT:
            break
        del points[least]
    return tuple(points)


def _height(before: Point, point: Point, after: Point) -> float:
    """Give how far a point lies from the line between its neighbours."""
    across, down = after[0] - before[0], after[1] - before[1]
    length = math.hypot(across, down)
    if length == 0:
        return 0.0
    return abs(across * (point[1] - before[1]) - down * (point[0] - before[0])) / length


def _area(ring: Ring) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, (*ring[1:], ring[0]), strict=True)) / 2


def _inset(ring: Ring, distance: float) -> Ring:
    """Move every side inwards; a piece that would turn inside out stays as it is."""
    area = _area(ring)
    if not area:
        return ring
    turn = math.copysign(1.0, area)
    moved = []
    for at, point in enumerate(ring):
        one, other = _inward(ring[at - 1], point, turn), _inward(point, ring[(at + 1) % len(ring)], turn)
        sharp = max(1 + one[0] * other[0] + one[1] * other[1], 2 / SHARPEST**2)
        moved.append(
            (point[0] + (one[0] + other[0]) / sharp * distance, point[1] + (one[1] + other[1]) / sharp * distance)
        )
    inner = _area(tuple(moved))
    return tuple(moved) if inner * turn > 0 and abs(inner) < abs(area) else ring


def _inward(start: Point, end: Point, turn: float) -> Point:
    across, down = end[0] - start[0], end[1] - start[1]
    length = math.hypot(across, down) or 1.0
    return (-down / length * turn, across / length * turn)
