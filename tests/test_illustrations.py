"""The drawn illustrations of the shipped content: marked as such, light, and shown in every way that a photo can be."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tools.illustraties.__main__ import BUDGET, TOTAL, draw
from tools.illustraties.catalog import CONTENT, DRAWINGS, Drawing

EACH = pytest.mark.parametrize("drawing", DRAWINGS.values(), ids=DRAWINGS)


def test_all_drawings_together_are_light() -> None:
    assert sum((CONTENT / drawing.path).stat().st_size for drawing in DRAWINGS.values()) <= TOTAL


@EACH
def test_a_drawing_is_light(drawing: Drawing) -> None:
    assert (CONTENT / drawing.path).stat().st_size <= BUDGET


@EACH
def test_a_drawing_says_that_it_is_an_illustration_and_has_no_people_to_ask(drawing: Drawing) -> None:
    register = yaml.safe_load((CONTENT / f"{drawing.path}.yaml").read_text(encoding="utf-8"))
    assert register["bijschrift"].startswith("Illustratie: ")
    assert register["toestemming"] == "geen-mensen"
    assert register["alt"]


@EACH
def test_a_drawing_is_used_by_the_piece_that_it_lies_beside(drawing: Drawing) -> None:
    path = CONTENT / drawing.path
    assert path.name in (path.parent / "index.md").read_text(encoding="utf-8")


def test_the_site_shows_jpeg_png_and_webp() -> None:
    assert {Path(drawing.path).suffix for drawing in DRAWINGS.values()} == {".jpg", ".png", ".webp"}


def test_the_site_shows_a_gallery_and_a_before_and_after() -> None:
    texts = [
        (CONTENT / drawing.path).with_name("index.md").read_text(encoding="utf-8") for drawing in DRAWINGS.values()
    ]
    assert any("{{ galerij " in text for text in texts)
    assert any("{{ voor-en-na " in text for text in texts)


def test_a_drawing_comes_out_the_same_every_time() -> None:
    one, other = (draw(DRAWINGS["soep-ijzer"]).picture((480, 320)).tobytes() for _ in range(2))
    assert one == other
