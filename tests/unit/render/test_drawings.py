"""A drawing of the theme becomes polygons that a card can show."""

from __future__ import annotations

import pytest

from generator.render.drawings import Cutout, read_drawing
from tests.harness import BARE_THEME

IMAGES = BARE_THEME.parents[2] / "themes" / "mba" / "images"


def test_a_path_is_a_piece_of_paper_with_its_role_and_density() -> None:
    data = b'<svg><path fill="var(--art-pop, #fc0)" fill-opacity="0.5" d="M0 0L10 0L5.5 -8ZM1 1L2 1L2 2Z"/></svg>'
    rings = (((0.0, 0.0), (10.0, 0.0), (5.5, -8.0)), ((1.0, 1.0), (2.0, 1.0), (2.0, 2.0)))
    assert read_drawing(data) == (Cutout("pop", 0.5, rings),)


@pytest.mark.parametrize(
    "path", ['<path fill="var(--art-pop)" d="M0 0C1 1 2 2 3 3Z"/>', '<path fill="red" d="M0 0L1 0L1 1Z"/>', "<path/>"]
)
def test_what_is_no_cutout_is_left_out(path: str) -> None:
    assert read_drawing(path.encode()) == ()


def test_every_drawing_of_the_house_style_can_be_read_whole() -> None:
    drawings = sorted(IMAGES.glob("tekening-*.svg"))
    assert len(drawings) >= 20
    for path in drawings:
        text = path.read_text("utf-8")
        found = read_drawing(text.encode())
        assert len(found) == text.count("<path"), path.name
        assert {cutout.role for cutout in found} <= {"main", "pop", "ink", "ground"}, path.name
