"""The outlines of the wijken become a map with north up, and a sprite with an emblem for each wijk."""

from __future__ import annotations

import re

import pytest

from generator.model.document import Wijk
from generator.model.shared import SharedData, WijkMap, WijkShape
from generator.plan.mark import draw_mark
from generator.plan.shapes import Drawing, Ring, city_rings, draw_map, emblem_rings, emblem_sprite, path_data
from tests.unit.examples import assembled, piece


def square(left: float, bottom: float, size: float) -> Ring:
    right, top = left + size, bottom + size
    return ((left, bottom), (right, bottom), (right, top), (left, top), (left, bottom))


EQUATOR = WijkMap(
    (
        WijkShape("WK1", (square(0, -1, 2),), label=(1, 0)),
        WijkShape("WK2", (((2, 0), (4, 0), (2, 1)),)),
    )
)


def test_a_map_is_a_thousand_wide_with_north_up() -> None:
    drawing = draw_map(EQUATOR)
    assert drawing.box == (1000.0, 500.0)
    assert drawing.outlines == {
        "WK1": "M0 500L500 500L500 0L0 0Z",
        "WK2": "M500 250L1000 250L500 0Z",
    }
    assert drawing.labels == {"WK1": (250.0, 250.0)}


def test_far_from_the_equator_a_degree_is_less_wide_than_high() -> None:
    drawing = draw_map(WijkMap((WijkShape("WK1", (square(6, 60, 0.0002),)),)))
    assert drawing.box[1] == pytest.approx(2000, abs=1)


def test_without_a_map_there_is_an_empty_box() -> None:
    assert draw_map(WijkMap()) == Drawing({}, {}, (1000.0, 1000.0))


def test_a_ring_is_closed_whether_or_not_its_last_point_is_its_first() -> None:
    assert path_data([((0, 0), (1, 0), (1.5, 1)), ((0, 0), (1, 0), (0, 0))]) == "M0 0L1 0L1.5 1ZM0 0L1 0Z"


def sprite(wijk_map: WijkMap, *codes: str, small: WijkMap | None = None) -> str:
    wijken = [piece(f"wijken/w{number}.md", Wijk(code)) for number, code in enumerate(codes, start=1)]
    shared = SharedData(map=wijk_map, small_map=small or WijkMap())
    site = assembled(*wijken, shared=shared).value
    mark = draw_mark(site)
    return emblem_sprite(site, mark.rings, mark.width)


def emblem(text: str, name: str) -> str:
    match = re.search(rf'<symbol id="{name}" viewBox="0 0 100 100">(.*?)</symbol>', text)
    assert match is not None
    return match[1]


def test_each_wijk_has_an_emblem_and_the_city_has_one_as_well() -> None:
    text = sprite(EQUATOR, "WK1", "WK2")
    assert re.findall(r'<symbol id="([\w-]+)"', text) == ["w1", "w2", "heel-assen"]
    assert text.startswith('<svg xmlns="http://www.w3.org/2000/svg">')


def test_an_emblem_fills_its_square_but_for_a_margin() -> None:
    assert emblem(sprite(EQUATOR, "WK1"), "w1") == '<path d="M6 94L94 94L94 6L6 6Z"/>'


def test_the_weight_of_an_outline_lies_towards_the_middle_of_its_square() -> None:
    (ring,) = emblem_rings(assembled(piece("wijken/w.md", Wijk("WK2"))).value, EQUATOR)["w"]
    across = [x for x, _ in ring]
    assert max(across) == 94.0
    assert 50 - min(across) < max(across) - 50


def test_a_wijk_that_is_not_on_the_map_has_a_round_emblem() -> None:
    text = sprite(EQUATOR, "WK9")
    assert emblem(text, "w1") == '<circle cx="50" cy="50" r="38"/>'
    assert emblem(text, "heel-assen").count("L") > 8


def test_the_emblem_of_the_city_leaves_out_the_wijk_around_it() -> None:
    around = WijkMap((*EQUATOR.shapes, WijkShape("WK3", (square(-50, -50, 100),))))
    assert emblem(sprite(around, "WK1", "WK3"), "heel-assen") == emblem(sprite(EQUATOR, "WK1"), "heel-assen")


def test_the_wijken_of_the_city_keep_their_places_towards_each_other() -> None:
    row = WijkMap(
        (
            WijkShape("WK1", (square(0, 0, 1),)),
            WijkShape("WK2", (square(1, 0, 1),)),
            WijkShape("WK3", (square(-9, -9, 20),)),
        )
    )
    wijken = [piece(f"wijken/w{number}.md", Wijk(f"WK{number}")) for number in (1, 2, 3)]
    west, east = city_rings(assembled(*wijken).value, row)
    assert [west[0], east[0]] == ["w1", "w2"]
    assert max(x for x, _ in west[1][0]) == min(x for x, _ in east[1][0])


def test_calmer_outlines_are_used_for_emblems_where_there_are_any() -> None:
    small = WijkMap((WijkShape("WK1", (((0, 0), (2, 0), (1, 2)),)),))
    assert emblem(sprite(EQUATOR, "WK1", small=small), "w1") != emblem(sprite(EQUATOR, "WK1"), "w1")
    assert emblem(sprite(EQUATOR, "WK1", small=small), "w1").count("L") == 2
