"""A drawing of the theme (`images/tekening-*.svg`) -> polygons, so that a card shows what the page shows.

These drawings are paper cut-outs: paths of straight lines, each in one of four roles that the palette fills in.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from generator.model.view import Outline

WIDTH, HEIGHT = 480.0, 300.0
_PATH = re.compile(r"<path\b[^>]*>")
_ROLE = re.compile(r'fill="var\(--art-(\w+)')
_OPACITY = re.compile(r'fill-opacity="([\d.]+)"')
_DATA = re.compile(r'\sd="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Cutout:
    """A piece of paper in a drawing: its role (main, pop, ink or ground), how dense it is, and its rings."""

    role: str
    opacity: float
    rings: Outline


@functools.lru_cache(maxsize=64)
def read_drawing(data: bytes) -> tuple[Cutout, ...]:
    """Read the pieces of a drawing from back to front; what is no path of straight lines is left out."""
    found = []
    for match in _PATH.finditer(data.decode("utf-8", "replace")):
        role, opacity, shape = (pattern.search(match[0]) for pattern in (_ROLE, _OPACITY, _DATA))
        rings = _rings(shape[1]) if shape else ()
        if role and rings:
            found.append(Cutout(role[1], float(opacity[1]) if opacity else 1.0, rings))
    return tuple(found)


def _rings(data: str) -> Outline:
    if re.search(r"[^MLZ\d\s.,-]", data):
        return ()
    rings = []
    for part in re.split(r"[MZ]", data):
        numbers = [float(number) for number in re.findall(r"-?\d+(?:\.\d+)?", part)]
        if len(numbers) >= 6:  # noqa: PLR2004 - three corners
            rings.append(tuple(zip(numbers[::2], numbers[1::2], strict=False)))
    return tuple(rings)
