"""A card's view -> a PNG of 1200 by 630: the wijk's colour and outline, the title, the mark."""

from __future__ import annotations

import functools
import io
from collections.abc import Iterable
from dataclasses import replace

from PIL import Image, ImageDraw, ImageFont

from generator.model.theme import ThemeFiles
from generator.model.view import CardArtView, Outline
from generator.render.hyphens import break_word

WIDTH, HEIGHT = 1200, 630
SCALE = 2
MARGIN = 72
BAND_LEFT, BAND_RIGHT = 492, 452
TITLE_WIDTH = 800
TITLE_TOP, TITLE_BOTTOM = 128, 448
SIZES = (92, 84, 76, 68, 60, 54, 48)
MAX_LINES = 4
LONGEST_WORD, LONGEST_TITLE = 60, 240
LEADING = 1.14
OUTLINE_SIZE = 620
OUTLINE_CENTRE = (955, 232)
MARK_SIZE = 116
COLOURS, PHOTO_COLOURS = 96, 256
PHOTO_LEFT, PHOTO_CUT = 664, 44
PHOTO_SIZE = (WIDTH - PHOTO_LEFT, BAND_LEFT)
BOLD, REGULAR = 700, 400
Point = tuple[float, float]


def draw_card(view: CardArtView, theme: ThemeFiles, photo: Image.Image | None = None) -> bytes:
    """Draw one card, with a photo of `PHOTO_SIZE` at its right side or without; the background is drawn once a wijk."""
    image = _background(replace(view, title="", kicker="", photo=None), theme).copy()
    width = TITLE_WIDTH
    if photo is not None:
        image.paste(photo, (PHOTO_LEFT, 0), _photo_mask())
        width = PHOTO_LEFT - MARGIN - 24
    draw = ImageDraw.Draw(image)
    data = theme.files[view.font[0]]
    kicker = _font(data, 34, BOLD)
    draw.text((MARGIN, 66), view.kicker, font=kicker, fill=view.on_plane)
    size, lines = fit_title(view.title, data, width)
    font = _font(data, size, BOLD)
    step = round(size * LEADING)
    top = TITLE_TOP + max(0, (TITLE_BOTTOM - TITLE_TOP - step * len(lines)) // 3)
    for number, line in enumerate(lines):
        draw.text((MARGIN - 3, top + number * step), line, font=font, fill=view.on_plane)
    out = io.BytesIO()
    if photo is None:
        small = image.quantize(COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    else:
        palette = image.quantize(PHOTO_COLOURS, Image.Quantize.MEDIANCUT)
        small = image.quantize(palette=palette, dither=Image.Dither.FLOYDSTEINBERG)
    small.save(out, "PNG", compress_level=6)
    return out.getvalue()


@functools.cache
def _photo_mask() -> Image.Image:
    """Give the plane that a photo fills: cut as the house style cuts planes, down to the band of paper."""

    def edge(x: float) -> float:
        return BAND_LEFT + (BAND_RIGHT - BAND_LEFT) * x / WIDTH

    width, height = PHOTO_SIZE
    mask = Image.new("L", (width * SCALE, height * SCALE), 0)
    corners = [(PHOTO_CUT, 0), (width, 0), (width, edge(WIDTH)), (0, edge(PHOTO_LEFT))]
    ImageDraw.Draw(mask).polygon([(x * SCALE, y * SCALE) for x, y in corners], fill=255)
    return mask.resize(PHOTO_SIZE, Image.Resampling.LANCZOS)


@functools.lru_cache(maxsize=64)
def _font(data: bytes, size: int, weight: int) -> ImageFont.FreeTypeFont:
    font = ImageFont.truetype(io.BytesIO(data), size)
    try:
        font.set_variation_by_axes([weight])
    except OSError:
        return font
    return font


_backgrounds: dict[str, Image.Image] = {}


def _background(view: CardArtView, theme: ThemeFiles) -> Image.Image:
    """Give all but the title; it is drawn once for each wijk, and the process keeps it."""
    if view.key not in _backgrounds:
        _backgrounds[view.key] = _draw_background(view, theme)
    return _backgrounds[view.key]


def _draw_background(view: CardArtView, theme: ThemeFiles) -> Image.Image:
    """Draw shapes at twice the size, so that their edges come out smooth."""
    image = Image.new("RGB", (WIDTH * SCALE, HEIGHT * SCALE), view.plane)
    draw = ImageDraw.Draw(image)
    soft = _mix(view.plane, view.paper, 0.2)
    for ring in _placed(view.outline, OUTLINE_SIZE, OUTLINE_CENTRE):
        draw.polygon(ring, fill=soft)
    draw.ellipse(_box(1098, 92, 46), fill=view.sun)
    band = [(0, BAND_LEFT), (WIDTH, BAND_RIGHT), (WIDTH, HEIGHT), (0, HEIGHT)]
    draw.polygon([(x * SCALE, y * SCALE) for x, y in band], fill=view.paper)
    centre = (MARGIN + MARK_SIZE / 2 - 8, (BAND_LEFT + HEIGHT) / 2 - 4)
    if view.logo is None:
        for colour, rings in view.mosaic:
            for ring in _placed(rings, MARK_SIZE, centre):
                draw.polygon(ring, fill=colour)
                draw.line([*ring, ring[0]], fill=view.paper, width=3 * SCALE // 2, joint="curve")
    small = image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
    if view.logo is not None:
        with Image.open(io.BytesIO(theme.files[view.logo[0]])) as opened:
            mark = opened.convert("RGBA")
        mark.thumbnail((MARK_SIZE * 2, MARK_SIZE), Image.Resampling.LANCZOS)
        small.paste(mark, (MARGIN - 8, round(centre[1] - mark.height / 2)), mark)
    bold = _font(theme.files[view.font[0]], 44, BOLD)
    text = ImageDraw.Draw(small)
    text.text((MARGIN + MARK_SIZE + 12, centre[1]), view.site, font=bold, fill=view.ink, anchor="lm")
    return small


def _box(x: float, y: float, radius: float) -> tuple[float, float, float, float]:
    return ((x - radius) * SCALE, (y - radius) * SCALE, (x + radius) * SCALE, (y + radius) * SCALE)


def _placed(outline: Outline, size: float, centre: Point) -> Iterable[list[Point]]:
    """Put an outline from its square of 100 around a point of the card."""
    for ring in outline:
        yield [
            ((centre[0] + (x - 50) * size / 100) * SCALE, (centre[1] + (y - 50) * size / 100) * SCALE) for x, y in ring
        ]


def _mix(one: str, other: str, share: float) -> tuple[int, int, int]:
    pairs = [(int(one[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5)]
    red, green, blue = (round(first + (second - first) * share) for first, second in pairs)
    return (red, green, blue)


def fit_title(title: str, font: bytes, width: int = TITLE_WIDTH) -> tuple[int, tuple[str, ...]]:
    """Choose the largest letters in which a title fits on at most four lines."""
    title = " ".join(word[:LONGEST_WORD] for word in title[:LONGEST_TITLE].split())
    for size in SIZES:
        lines = wrap(title, _font(font, size, BOLD), width)
        if len(lines) <= MAX_LINES and len(lines) * size * LEADING <= TITLE_BOTTOM - TITLE_TOP:
            return size, _balanced(title, _font(font, size, BOLD), len(lines), width) or lines
    smallest = _font(font, SIZES[-1], BOLD)
    lines = wrap(title, smallest, width)[:MAX_LINES]
    last = lines[-1]
    while last and smallest.getlength(f"{last}…") > width:
        last = last[:-1].rstrip()
    return SIZES[-1], (*lines[:-1], f"{last}…")


def _balanced(title: str, font: ImageFont.FreeTypeFont, count: int, most: int) -> tuple[str, ...] | None:
    """Make the lines about equally long: the narrowest measure that needs no more lines and breaks no words."""
    whole = wrap(title, font, most)
    best = None
    for width in range(most - 40, most // 2, -40):
        lines = wrap(title, font, width)
        if len(lines) != count or any(line.endswith("-") for line in lines) != any(
            line.endswith("-") for line in whole
        ):
            break
        best = lines
    return best


def wrap(title: str, font: ImageFont.FreeTypeFont, width: int) -> tuple[str, ...]:
    """Break a title in lines; a word that is longer than a line is hyphenated the Dutch way."""
    lines: list[str] = []
    current = ""
    for word in title.split():
        together = f"{current} {word}".strip()
        if font.getlength(together) <= width:
            current = together
            continue
        if font.getlength(word) <= width:
            lines.append(current)
            current = word
            continue
        lines += break_word(word, together[: -len(word)], lambda text: font.getlength(text) <= width)
        current = lines.pop()
    if current:
        lines.append(current)
    return tuple(line for line in lines if line)
