"""The outlines of the wijken -> SVG path data: the map in one box, and a sprite with the emblem of each wijk."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.model.document import HEEL_ASSEN, Wijk
from generator.model.shared import WijkMap
from generator.model.site import Site

MAP_WIDTH = 1000.0
EMBLEM_SIZE = 100.0
EMBLEM_MARGIN = 6.0
Point = tuple[float, float]
Ring = tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """The map as drawn: outlines and places of names by CBS code, in a box of this width and height."""

    outlines: Mapping[str, str]
    labels: Mapping[str, Point]
    box: Point


def draw_map(wijk_map: WijkMap) -> Drawing:
    """Project the outlines so that a metre is as long in both directions, north up."""
    if not wijk_map.shapes:
        return Drawing({}, {}, (MAP_WIDTH, MAP_WIDTH))
    latitude = _middle_latitude(wijk_map)
    rings = {shape.cbs_code: tuple(_flat(ring, latitude) for ring in shape.rings) for shape in wijk_map.shapes}
    left, top, right, bottom = bounds(point for shape in rings.values() for ring in shape for point in ring)
    scale = MAP_WIDTH / (right - left)

    def place(point: Point) -> Point:
        return (round((point[0] - left) * scale, 1), round((point[1] - top) * scale, 1))

    labels = {
        shape.cbs_code: place(_flat((shape.label,), latitude)[0])
        for shape in wijk_map.shapes
        if shape.label is not None
    }
    outlines = {
        code: path_data(tuple(tuple(place(p) for p in ring) for ring in shape)) for code, shape in rings.items()
    }
    return Drawing(outlines, labels, (MAP_WIDTH, round((bottom - top) * scale, 1)))


def _middle_latitude(wijk_map: WijkMap) -> float:
    latitudes = [point[1] for shape in wijk_map.shapes for ring in shape.rings for point in ring]
    return (min(latitudes) + max(latitudes)) / 2


def _flat(ring: Iterable[Point], latitude: float) -> Ring:
    shrink = math.cos(math.radians(latitude))
    return tuple((longitude * shrink, -north) for longitude, north in ring)


def bounds(points: Iterable[Point]) -> tuple[float, float, float, float]:
    """Give the left, top, right and bottom of points."""
    found = list(points)
    across, down = [x for x, _ in found], [y for _, y in found]
    return min(across), min(down), max(across), max(down)


def path_data(rings: Iterable[Ring]) -> str:
    """Write rings as SVG path data."""
    return "".join(
        "M" + "L".join(f"{x:g} {y:g}" for x, y in (ring[:-1] if ring[0] == ring[-1] else ring)) + "Z" for ring in rings
    )


def _centred(rings: tuple[Ring, ...]) -> tuple[Ring, ...]:
    """Fit rings in the emblem's square, so that the weight of the outline lies in its middle."""
    left, top, right, bottom = bounds(point for ring in rings for point in ring)
    weight = _centroid(rings)
    middle = ((left + right) / 2, (top + bottom) / 2)
    centre = (middle[0] + (weight[0] - middle[0]) * 0.5, middle[1] + (weight[1] - middle[1]) * 0.5)
    half = max(centre[0] - left, right - centre[0], centre[1] - top, bottom - centre[1])
    scale = (EMBLEM_SIZE / 2 - EMBLEM_MARGIN) / half
    return tuple(
        tuple(
            (
                round(EMBLEM_SIZE / 2 + (x - centre[0]) * scale, 1),
                round(EMBLEM_SIZE / 2 + (y - centre[1]) * scale, 1),
            )
            for x, y in ring
        )
        for ring in rings
    )


def _centroid(rings: tuple[Ring, ...]) -> Point:
    area = across = down = 0.0
    for ring in rings:
        for (x1, y1), (x2, y2) in zip(ring, (*ring[1:], ring[0]), strict=True):
            cross = x1 * y2 - x2 * y1
            area += cross
            across += (x1 + x2) * cross
            down += (y1 + y2) * cross
    return (across / (3 * area), down / (3 * area)) if area else rings[0][0]


def emblem_rings(site: Site, wijk_map: WijkMap) -> dict[str, tuple[Ring, ...]]:
    """Give the outline of each wijk in the emblem's square, by slug; only of those on the map."""
    return {slug: _centred(rings) for slug, rings in _flat_rings(site, wijk_map).items()}


def city_rings(site: Site, wijk_map: WijkMap) -> tuple[tuple[str, tuple[Ring, ...]], ...]:
    """Give the wijken of the city in their places, north up: slug and rings, all to one scale.

    The wijk that lies around all others is left out: it would make the rest too small to see.
    """
    flat = _flat_rings(site, wijk_map)
    if not flat:
        return ()
    around = max(flat, key=lambda slug: _extent(flat[slug]))
    return tuple(({slug: rings for slug, rings in flat.items() if slug != around} or flat).items())


def _flat_rings(site: Site, wijk_map: WijkMap) -> dict[str, tuple[Ring, ...]]:
    shapes = {shape.cbs_code: shape for shape in wijk_map.shapes}
    latitude = _middle_latitude(wijk_map) if shapes else 0.0
    found = {}
    for item in site.wijken:
        meta = item.document.meta
        shape = shapes.get(meta.cbs_code) if isinstance(meta, Wijk) else None
        if shape is not None:
            found[item.slug] = tuple(_flat(ring, latitude) for ring in shape.rings)
    return found


def emblem_sprite(site: Site, city: tuple[Ring, ...], width: float) -> str:
    """Draw the emblem of every wijk as a symbol of one SVG; `heel-assen` is the city, in a box of `width` by 100."""
    rings = emblem_rings(site, site.shared.small_map if site.shared.small_map.shapes else site.shared.map)
    symbols = [_symbol(item.slug, rings.get(item.slug, ()), EMBLEM_SIZE) for item in site.wijken]
    symbols.append(_symbol(HEEL_ASSEN, city, width))
    return f'<svg xmlns="http://www.w3.org/2000/svg">{"".join(symbols)}</svg>\n'


def _symbol(name: str, rings: tuple[Ring, ...], width: float) -> str:
    """Write one emblem; a wijk that is not on the map gets a round one."""
    drawing = f'<path d="{path_data(rings)}"/>' if rings else '<circle cx="50" cy="50" r="38"/>'
    return f'<symbol id="{name}" viewBox="0 0 {width:g} {EMBLEM_SIZE:g}">{drawing}</symbol>'


def _extent(rings: tuple[Ring, ...]) -> float:
    left, top, right, bottom = bounds(point for ring in rings for point in ring)
    return (right - left) * (bottom - top)
