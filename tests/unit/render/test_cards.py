"""A card for social media is a PNG of 1200 by 630 on which the whole title can be read."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from PIL import Image

from generator.model.view import CardArtView
from generator.render.cards import MAX_LINES, SIZES, Scene, ThemeFileError, draw_card, fit_title
from generator.render.drawings import Cutout
from tests.harness import BARE_THEME
from tests.unit.examples import picture, theme

MBA = BARE_THEME.parents[2] / "themes" / "mba" / "fonts"
FONT = next(MBA.glob("*.woff2")).read_bytes()
SQUARE = (((10.0, 10.0), (90.0, 10.0), (90.0, 90.0), (10.0, 90.0)),)
PLANE = (0x33, 0x66, 0x99)


def art(title: str = "Soep en een praatje", *, kicker: str = "Peelo", logo: bool = False) -> CardArtView:
    return CardArtView(
        title=title,
        kicker=kicker,
        site="Mijn Buurt Assen",
        slug="soep",
        kind="verhaal",
        plane="#336699",
        accent="#003366",
        soft="#ddeeff",
        on_plane="#ffffff",
        paper="#fffaf0",
        ink="#111111",
        sun="#ffcc00",
        on_sun="#222222",
        outline=SQUARE,
        mosaic=(("#aa0000", SQUARE),),
        font=("fonts/x.woff2", "digest"),
        logo=("images/logo.png", "digest") if logo else None,
    )


def drawn(view: CardArtView) -> Image.Image:
    files = {"fonts/x.woff2": FONT, "images/logo.png": picture("RGBA", (80, 80), colour=(0, 255, 0, 255), kind="PNG")}
    image = Image.open(io.BytesIO(draw_card(view, theme(files))))
    assert (image.format, image.size) == ("PNG", (1200, 630))
    return image.convert("RGB")


def near(image: Image.Image, place: tuple[int, int], colour: tuple[int, int, int]) -> bool:
    pixel = image.getpixel(place)
    assert isinstance(pixel, tuple)
    return all(abs(one - other) < 24 for one, other in zip(pixel, colour, strict=True))


def test_a_card_has_the_colour_of_its_wijk_and_a_band_of_paper() -> None:
    image = drawn(art())
    assert near(image, (5, 5), PLANE)
    assert near(image, (5, 625), (0xFF, 0xFA, 0xF0))


def test_the_mark_is_drawn_or_the_logo_of_the_theme_is_used() -> None:
    mark = (72 + 50, 557)
    assert near(drawn(art()), mark, (0xAA, 0, 0))
    assert near(drawn(art(logo=True)), (100, 557), (0, 255, 0))


def test_the_silhouette_of_the_wijk_stands_whole_at_the_right() -> None:
    image = drawn(art())
    land = (0x5B, 0x84, 0xAD)
    assert near(image, (940, 220), land)
    for edge in ((672, 220), (1195, 220), (940, 5), (940, 450)):
        assert near(image, edge, PLANE), edge


def test_a_drawing_stands_there_in_one_of_three_palettes_and_may_be_turned() -> None:
    house = Cutout("pop", 1.0, (((40.0, 100.0), (140.0, 100.0), (140.0, 200.0), (40.0, 200.0)),))

    def shown(palette: int, *, turned: bool = False) -> Image.Image:
        files = {"fonts/x.woff2": FONT}
        data = draw_card(art(), theme(files), scene=Scene((house,), palette, turned))
        return Image.open(io.BytesIO(data)).convert("RGB")

    left, right, ground = (740, 280), (1130, 280), (1190, 6)
    assert near(shown(0), left, (0xFF, 0xCC, 0))
    assert near(shown(0, turned=True), right, (0xFF, 0xCC, 0))
    assert not near(shown(0, turned=True), left, (0xFF, 0xCC, 0))
    grounds = (PLANE, (0xDD, 0xEE, 0xFF), (0xFF, 0xCC, 0))
    assert [near(shown(palette), ground, colour) for palette, colour in enumerate(grounds)] == [True] * 3


@pytest.mark.parametrize(("name", "kind"), [("images/logo.png", "plaatje"), ("fonts/x.woff2", "lettertype")])
def test_a_file_of_the_theme_that_cannot_be_opened_is_named(name: str, kind: str) -> None:
    files = {"fonts/x.woff2": FONT, "images/logo.png": picture("RGB", (8, 8), colour=(0, 0, 0), kind="PNG")}
    with pytest.raises(ThemeFileError, match=name) as caught:
        draw_card(replace(art(logo=True), site=name), theme({**files, name: b"\x89PNG niets"}))
    assert caught.value.kind == kind


def test_another_title_gives_another_card_and_the_same_one_the_same() -> None:
    files = theme({"fonts/x.woff2": FONT})
    assert draw_card(art("Een"), files) == draw_card(art("Een"), files)
    assert draw_card(art("Een"), files) != draw_card(art("Twee"), files)
    assert draw_card(art("Een"), files) != draw_card(art("Een", kicker="Marsdijk"), files)


def fit(title: str) -> tuple[int, tuple[str, ...]]:
    return fit_title(title, theme({"fonts/x.woff2": FONT}), "fonts/x.woff2")


@pytest.mark.parametrize(("title", "lines"), [("Soep", ("Soep",)), ("", ())])
def test_a_short_title_stands_in_the_largest_letters(title: str, lines: tuple[str, ...]) -> None:
    assert fit(title) == (SIZES[0], lines)


@pytest.mark.parametrize(
    "title",
    [
        "Wie is jouw Superbuur? Vertel het ons voor de kerst",
        "De wijkvernieuwingsbewonersbijeenkomst van Assen-Oost",
        "Soep, brood en een praatje in het buurthuis van Peelo, elke dinsdag om twaalf uur",
    ],
)
def test_a_longer_title_has_smaller_letters_and_keeps_every_word(title: str) -> None:
    size, lines = fit(title)
    assert size in SIZES
    assert 1 < len(lines) <= MAX_LINES
    joined = " ".join(lines).replace("- ", "")
    assert joined.replace(" ", "") == title.replace(" ", "")


def test_a_word_stays_whole_when_somewhat_smaller_letters_are_enough() -> None:
    assert fit("Buitengebied")[1] == ("Buitengebied",)
    assert not any(line.endswith("-") for line in fit("Kunstwandeling door het Centrum")[1])


def test_a_title_that_never_fits_is_cut_with_dots() -> None:
    size, lines = fit("lange woorden " * 60)
    assert (size, len(lines)) == (SIZES[-1], MAX_LINES)
    assert lines[-1].endswith("…")


def test_a_word_that_never_fits_loses_its_end_and_says_so() -> None:
    _, lines = fit(f"{'x' * 61} einde")
    assert "".join(line.rstrip("-") for line in lines).replace(" ", "") == f"{'x' * 59}…einde"


def test_a_card_can_be_drawn_with_any_title() -> None:
    for title in ("", "x" * 200, "سلام 👋", "a\u00adb"):
        drawn(art(title))
