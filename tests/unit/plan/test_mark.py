"""The mark is the mosaic of the wijken: crisp pieces in their places, an even joint between them."""

from __future__ import annotations

import pytest

from generator.model.document import Wijk
from generator.model.shared import SharedData, WijkMap, WijkShape
from generator.plan.mark import Mark, draw_mark
from tests.unit.examples import assembled, piece

Points = tuple[tuple[float, float], ...]


def square(left: float, bottom: float, size: float) -> Points:
    right, top = left + size, bottom + size
    return ((left, bottom), (right, bottom), (right, top), (left, top), (left, bottom))


AROUND = square(-0.9, -0.9, 4)


def mark(*rings: Points, joint: float = 2.0) -> Mark:
    codes = [f"WK{number}" for number in range(len(rings))]
    wijken = [piece(f"wijken/w{number}.md", Wijk(code)) for number, code in enumerate(codes)]
    shapes = tuple(WijkShape(code, (ring,)) for code, ring in zip(codes, rings, strict=True))
    return draw_mark(assembled(*wijken, shared=SharedData(map=WijkMap(shapes))).value, joint)


def test_pieces_lie_in_their_places_with_a_joint_between_them() -> None:
    found = mark(square(0, 0, 1), square(1, 0, 1), AROUND)
    assert [slug for slug, _ in found.pieces] == ["w0", "w1"]
    west, east = (rings[0] for _, rings in found.pieces)
    assert max(x for x, _ in west) == pytest.approx(98, abs=0.2)
    assert min(x for x, _ in east) == pytest.approx(102, abs=0.2)
    assert (min(y for _, y in west), max(y for _, y in west)) == (2.0, 98.0)
    assert found.width == pytest.approx(200, abs=0.1)


def test_a_corner_that_hardly_turns_is_left_out() -> None:
    nearly = ((0, 0), (0.5, 0.0004), (1, 0), (1, 1), (0, 1), (0, 0))
    assert mark(nearly, AROUND) == mark(square(0, 0, 1), AROUND)


def test_a_piece_that_is_thinner_than_its_joint_keeps_its_own_outline() -> None:
    sliver = ((1.0, 0.0), (1.01, 0.0), (1.01, 1.0), (1.0, 1.0), (1.0, 0.0))
    found = mark(square(0, 0, 1), sliver, AROUND)
    across = [x for x, _ in found.pieces[1][1][0]]
    assert max(across) - min(across) == pytest.approx(1.0, abs=0.11)


def test_the_mark_can_be_put_in_a_square() -> None:
    found = mark(square(0, 0, 1), square(1, 0, 1), AROUND, joint=0).squared()
    points = [point for ring in found.rings for point in ring]
    assert (min(x for x, _ in points), max(x for x, _ in points)) == (0.0, 100.0)
    assert (min(y for _, y in points), max(y for _, y in points)) == pytest.approx((25, 75), abs=0.1)


def test_without_a_map_there_is_one_round_piece() -> None:
    found = mark()
    assert ([slug for slug, _ in found.pieces], found.width) == ([""], 100.0)
    assert len(found.rings[0]) > 8
