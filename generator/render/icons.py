"""What the site itself looks like, small -> PNG: icons for telephones, and the card of pages that have none."""

from __future__ import annotations

from PIL import Image, ImageDraw

from generator.model.brand import IconView, SiteCardView
from generator.model.theme import ThemeFiles
from generator.render.cards import (
    BOLD,
    HEIGHT,
    LEADING,
    MARGIN,
    SCALE,
    WIDTH,
    fit_title,
    load_font,
    open_logo,
    placed,
    save,
)

FILLED, FITTED = 0.886, 0.74
"""How much of an icon the mark takes, and a logo that we do not know."""
SMOOTH = 4
TITLE_WIDTH = 460
ART_CENTRE, ART_SIZE, LOGO_SIZE = (852, 306), 620, (520, 380)
BAND = ((0, 525), (720, 572), (WIDTH, 480), (WIDTH, HEIGHT), (0, HEIGHT))
NAME_SIZE, NAME_MIDDLE = 42, 565


def draw_brand(view: IconView | SiteCardView, theme: ThemeFiles) -> bytes:
    """Draw an icon or the card of the site.

    Raises:
        ThemeFileError: the logo or the font is none.
    """
    return _icon(view, theme) if isinstance(view, IconView) else _site_card(view, theme)


def _icon(view: IconView, theme: ThemeFiles) -> bytes:
    size = view.size
    if view.logo is not None:
        image = Image.new("RGB", (size, size), view.ground)
        logo = open_logo(theme, view.logo[0], (round(size * FITTED), round(size * FITTED)))
        image.paste(logo, ((size - logo.width) // 2, (size - logo.height) // 2), logo)
        return save(image)
    image = Image.new("RGB", (size * SMOOTH, size * SMOOTH), view.ground)
    draw = ImageDraw.Draw(image)
    for colour, rings in view.mosaic:
        for ring in placed(rings, size * FILLED, (size / 2, size / 2), SMOOTH):
            draw.polygon(ring, fill=colour)
    return save(image.resize((size, size), Image.Resampling.LANCZOS))


def _site_card(view: SiteCardView, theme: ThemeFiles) -> bytes:
    """Put the mark large beside the slogan, and the name on a band of sun."""
    image = Image.new("RGB", (WIDTH * SCALE, HEIGHT * SCALE), view.ground)
    draw = ImageDraw.Draw(image)
    if view.logo is None:
        for colour, rings in view.mosaic:
            for ring in placed(rings, ART_SIZE, ART_CENTRE, SCALE):
                draw.polygon(ring, fill=colour)
    draw.polygon([(x * SCALE, y * SCALE) for x, y in BAND], fill=view.band)
    image = image.reduce(SCALE)
    if view.logo is not None:
        logo = open_logo(theme, view.logo[0], LOGO_SIZE)
        image.paste(logo, (ART_CENTRE[0] - logo.width // 2, 270 - logo.height // 2), logo)
    if view.font is not None:
        _write(view, theme, view.font[0], ImageDraw.Draw(image))
    return save(image)


def _write(view: SiteCardView, theme: ThemeFiles, letters: str, draw: ImageDraw.ImageDraw) -> None:
    size, lines = fit_title(view.title, theme, letters, TITLE_WIDTH)
    font, step = load_font(theme, letters, size, BOLD), round(size * LEADING)
    top = 290 - step * len(lines) / 2
    for number, line in enumerate(lines):
        draw.text((MARGIN - 8, top + number * step), line, font=font, fill=view.ink)
    name = load_font(theme, letters, NAME_SIZE, BOLD)
    draw.text((MARGIN - 8, NAME_MIDDLE), view.site, font=name, fill=view.on_band, anchor="lm")
