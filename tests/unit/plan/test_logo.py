"""A logo of the theme: any ordinary SVG or PNG does; what is none is told with its name and what lacks."""

from __future__ import annotations

import struct

import pytest

from generator.diagnostics import Report
from generator.plan.logo import Logo, theme_logo
from tests.unit.examples import theme, told

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 120"><g id="x"/></svg>'


def png(width: int, height: int) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", width, height) + b"....."


def found(**files: str | bytes) -> Report[Logo | None]:
    return theme_logo(theme({f"images/{name.replace('_', '.')}": data for name, data in files.items()}))


def test_a_theme_without_a_logo_has_the_mark_that_is_drawn() -> None:
    assert found(tekening_svg=SVG) == Report(None)


def test_an_svg_stands_on_pages_and_the_png_beside_it_on_cards_and_icons() -> None:
    logo = found(logo_svg=SVG, logo_png=png(600, 300))
    assert logo.diagnostics == ()
    assert logo.value is not None
    assert (logo.value.file, logo.value.width, logo.value.height) == ("images/logo.svg", 240, 120)
    assert (logo.value.raster or ("",))[0] == "images/logo.png"


def test_an_svg_alone_comes_with_the_advice_to_add_a_png() -> None:
    logo = found(mark_svg=SVG)
    assert logo.value == Logo("images/mark.svg", 240, 120, None)
    assert told(logo.diagnostics) == ["1 waarschuwing logo-zonder-png"]
    assert "thema/images/logo.png" in (logo.diagnostics[0].tip or "")


def test_a_png_alone_stands_everywhere() -> None:
    logo = found(logo_png=png(600, 300))
    assert (logo.value is not None, logo.diagnostics) == (True, ())


@pytest.mark.parametrize(
    ("start", "size"),
    [
        ('viewBox="0 0 240 120"', (240, 120)),
        ('viewBox="-5,-5 24.4 12.6" width="100%"', (24, 13)),
        ('width="48" height="24px"', (48, 24)),
        ('width="60mm" height="30mm" viewBox="0 0 2 1"', (2, 1)),
    ],
)
def test_an_ordinary_svg_says_how_large_it_is(start: str, size: tuple[int, int]) -> None:
    text = f'<?xml version="1.0"?>\n<!-- x -->\n<svg xmlns="http://www.w3.org/2000/svg" {start}></svg>'
    logo = found(logo_svg=text).value
    assert logo is not None
    assert (logo.width, logo.height) == size


@pytest.mark.parametrize(
    ("name", "data", "problem", "tip"),
    [
        ("logo_png", "tekst", "1 fout geen-plaatje", "opnieuw als PNG"),
        ("logo_png", png(0, 9), "1 fout geen-plaatje", "opnieuw als PNG"),
        ("logo_svg", "<svg>\n<g>\n</svg>", "3 fout geen-plaatje", "gewone SVG"),
        ("logo_svg", "", "1 fout geen-plaatje", "gewone SVG"),
        ("logo_svg", "<svg viewBox='0 0 1 1'/>", "1 fout geen-plaatje", 'xmlns="http://www.w3.org/2000/svg"'),
        ("mark_svg", '<svg xmlns="http://www.w3.org/2000/svg"/>', "1 fout geen-plaatje", "viewBox="),
    ],
)
def test_what_is_no_picture_is_told_by_its_own_name(name: str, data: str | bytes, problem: str, tip: str) -> None:
    logo = found(**{name: data})
    assert (logo.value, told(logo.diagnostics)) == (None, [problem])
    assert logo.diagnostics[0].file == f"thema/images/{name.replace('_', '.')}"
    assert tip in (logo.diagnostics[0].tip or "")
