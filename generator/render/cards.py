"""A card's view -> a PNG of 1200 by 630: the colour of the wijk, the title, a photo or a drawing, the mark.

The drawing is the one that the page has, in the same palette, before the silhouette of the wijk. Letters stand on the
plane of the wijk and on paper alone, never on a drawing.
"""

from __future__ import annotations

import functools
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from PIL import Image, ImageDraw, ImageFont

from generator.model.theme import ThemeFiles
from generator.model.view import CardArtView, Outline
from generator.render.drawings import HEIGHT as DRAWING_HEIGHT
from generator.render.drawings import WIDTH as DRAWING_WIDTH
from generator.render.drawings import Cutout
from generator.render.hyphens import break_word

WIDTH, HEIGHT = 1200, 630
SCALE = 2
MARGIN = 72
BAND_LEFT, BAND_RIGHT = 492, 452
TITLE_TOP, TITLE_BOTTOM = 128, 448
SIZES = (92, 84, 76, 68, 60, 54, 48, 42)
LEAST_WHOLE = 60
MAX_LINES = 6
LONGEST_WORD, LONGEST_TITLE = 60, 240
LEADING = 1.14
MARK_SIZE = 116
COLOURS, PHOTO_COLOURS = 96, (128, 64, 32, 16)
HEAVIEST = 60_000
"""Bytes of a card: telephones load it when somebody shares a page."""
PHOTO_LEFT, PHOTO_CUT = 664, 44
PHOTO_SIZE = (WIDTH - PHOTO_LEFT, BAND_LEFT)
TITLE_WIDTH = PHOTO_LEFT - MARGIN - 24
EMBLEM_SIZE, KICKER_MIDDLE = 52, 84
ART_CENTRE, ART_SIZE, LAND = (278, 220), 420, 0.2
SCENE_SCALE, SCENE_BOTTOM = 1.2, 474
BOLD, REGULAR = 700, 400
Point = tuple[float, float]


class ThemeFileError(Exception):
    """A file of the theme is not what it should be; the message is its name, `kind` what it is not."""

    def __init__(self, name: str, kind: str) -> None:
        super().__init__(name)
        self.kind = kind


@dataclass(frozen=True, slots=True)
class Scene:
    """What a card shows in place of a photo: a drawing, one of three palettes, and whether it is turned round."""

    cutouts: tuple[Cutout, ...] = ()
    palette: int = 0
    turned: bool = False


def draw_card(
    view: CardArtView, theme: ThemeFiles, photo: Image.Image | None = None, scene: Scene | None = None
) -> bytes:
    """Draw one card, with a photo of `PHOTO_SIZE` or a drawing at its right side; what wijken share is drawn once.

    Raises:
        ThemeFileError: the logo or the font is none.
    """
    image = _background(replace(view, title="", slug="", kind="", photo=None, drawings=None), theme).copy()
    image.paste(photo or _draw_scene(view, scene or Scene()), (PHOTO_LEFT, 0), _photo_mask())
    draw = ImageDraw.Draw(image)
    size, lines = fit_title(view.title, theme, view.font[0])
    font = load_font(theme, view.font[0], size, BOLD)
    step = round(size * LEADING)
    top = TITLE_TOP + max(0, (TITLE_BOTTOM - TITLE_TOP - step * len(lines)) // 3)
    for number, line in enumerate(lines):
        draw.text((MARGIN - 3, top + number * step), line, font=font, fill=view.on_plane)
    return save(image, PHOTO_COLOURS if photo is not None else (COLOURS,))


def save(image: Image.Image, colours: Sequence[int] = (COLOURS,)) -> bytes:
    """Write a picture with few colours, so that it stays light: with the most that stay below the limit.

    Nothing is dithered: the dots of a photo would weigh more than the photo.
    """
    data = b""
    for count in colours:
        small = image.quantize(count, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
        out = io.BytesIO()
        small.save(out, "PNG", compress_level=6)
        data = out.getvalue()
        if len(data) <= HEAVIEST:
            break
    return data


def _edge(x: float) -> float:
    """Give how high the band of paper begins at a place."""
    return BAND_LEFT + (BAND_RIGHT - BAND_LEFT) * x / WIDTH


@functools.cache
def _photo_mask() -> Image.Image:
    """Give the plane that a photo fills: cut as the house style cuts planes, down to the band of paper."""
    width, height = PHOTO_SIZE
    mask = Image.new("L", (width * SCALE, height * SCALE), 0)
    corners = [(PHOTO_CUT, 0), (width, 0), (width, _edge(WIDTH)), (0, _edge(PHOTO_LEFT))]
    ImageDraw.Draw(mask).polygon([(x * SCALE, y * SCALE) for x, y in corners], fill=255)
    return mask.reduce(SCALE)


def _draw_scene(view: CardArtView, scene: Scene) -> Image.Image:
    """Draw the silhouette of the wijk, whole and in the middle, and before it the drawing in one of its palettes."""
    roles = (
        {"main": view.on_plane, "pop": view.sun, "ink": view.on_sun, "ground": view.plane},
        {"main": view.accent, "pop": view.sun, "ink": view.on_sun, "ground": view.soft},
        {"main": view.plane, "pop": view.on_plane, "ink": view.on_sun, "ground": view.sun},
    )[scene.palette % 3]
    image = Image.new("RGB", (PHOTO_SIZE[0] * SCALE, PHOTO_SIZE[1] * SCALE), roles["ground"])
    draw = ImageDraw.Draw(image, "RGBA")
    for ring in placed(view.outline, ART_SIZE, ART_CENTRE, SCALE):
        draw.polygon(ring, fill=_clear(roles["main"], LAND))
    left = (PHOTO_SIZE[0] + PHOTO_CUT / 2 - DRAWING_WIDTH * SCENE_SCALE) / 2
    top = SCENE_BOTTOM - DRAWING_HEIGHT * SCENE_SCALE
    for cutout in scene.cutouts:
        fill = _clear(roles.get(cutout.role, view.ink), cutout.opacity)
        for corners in cutout.rings:
            points = ((DRAWING_WIDTH - x if scene.turned else x, y) for x, y in corners)
            draw.polygon(
                [((left + x * SCENE_SCALE) * SCALE, (top + y * SCENE_SCALE) * SCALE) for x, y in points], fill=fill
            )
    return image.reduce(SCALE)


def _clear(colour: str, opacity: float) -> tuple[int, int, int, int]:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return (red, green, blue, round(opacity * 255))


@functools.lru_cache(maxsize=64)
def _font(data: bytes, size: int, weight: int) -> ImageFont.FreeTypeFont:
    font = ImageFont.truetype(io.BytesIO(data), size)
    try:
        font.set_variation_by_axes([weight])
    except OSError:
        return font
    return font


def load_font(theme: ThemeFiles, name: str, size: int, weight: int) -> ImageFont.FreeTypeFont:
    """Open the font of the theme at a size."""
    try:
        return _font(theme.files[name], size, weight)
    except OSError as fault:
        raise ThemeFileError(name, "lettertype") from fault


def open_logo(theme: ThemeFiles, name: str, most: tuple[int, int]) -> Image.Image:
    """Open the logo of the theme, as large as fits."""
    try:
        with Image.open(io.BytesIO(theme.files[name])) as opened:
            logo = opened.convert("RGBA")
    except (OSError, ValueError, SyntaxError, EOFError) as fault:
        raise ThemeFileError(name, "plaatje") from fault
    share = min(most[0] / logo.width, most[1] / logo.height)
    size = (max(1, round(logo.width * share)), max(1, round(logo.height * share)))
    return logo.resize(size, Image.Resampling.LANCZOS)


MOST_BACKGROUNDS = 24
_backgrounds: dict[str, Image.Image] = {}


def _background(view: CardArtView, theme: ThemeFiles) -> Image.Image:
    """Give what all cards of a wijk have; it is drawn once for each, and the process keeps the latest."""
    if view.key not in _backgrounds:
        if len(_backgrounds) == MOST_BACKGROUNDS:
            del _backgrounds[next(iter(_backgrounds))]
        _backgrounds[view.key] = _draw_background(view, theme)
    return _backgrounds[view.key]


def _draw_background(view: CardArtView, theme: ThemeFiles) -> Image.Image:
    """Draw shapes at twice the size, so that their edges come out smooth."""
    image = Image.new("RGB", (WIDTH * SCALE, HEIGHT * SCALE), view.plane)
    draw = ImageDraw.Draw(image)
    kicker_left = MARGIN
    if view.outline:
        kicker_left += EMBLEM_SIZE + 12
        for ring in placed(view.outline, EMBLEM_SIZE, (MARGIN + EMBLEM_SIZE / 2 - 3, KICKER_MIDDLE), SCALE):
            draw.polygon(ring, fill=view.on_plane)
    band = [(0, BAND_LEFT), (WIDTH, BAND_RIGHT), (WIDTH, HEIGHT), (0, HEIGHT)]
    draw.polygon([(x * SCALE, y * SCALE) for x, y in band], fill=view.paper)
    centre = (MARGIN + MARK_SIZE / 2 - 8, (BAND_LEFT + HEIGHT) / 2 - 4)
    if view.logo is None:
        for colour, rings in view.mosaic:
            for ring in placed(rings, MARK_SIZE, centre, SCALE):
                draw.polygon(ring, fill=colour)
    small = image.reduce(SCALE)
    name_left = MARGIN + MARK_SIZE + 12
    if view.logo is not None:
        logo = open_logo(theme, view.logo[0], (MARK_SIZE * 3, MARK_SIZE - 16))
        small.paste(logo, (MARGIN - 3, round(centre[1] - logo.height / 2)), logo)
        name_left = MARGIN + logo.width + 24
    draw = ImageDraw.Draw(small)
    kicker = load_font(theme, view.font[0], 34, BOLD)
    draw.text((kicker_left, KICKER_MIDDLE), view.kicker, font=kicker, fill=view.on_plane, anchor="lm")
    bold = load_font(theme, view.font[0], 44, BOLD)
    draw.text((name_left, centre[1]), view.site, font=bold, fill=view.ink, anchor="lm")
    return small


def placed(outline: Outline, size: float, centre: Point, scale: int) -> Iterator[list[Point]]:
    """Put an outline from its square of 100 around a point of a picture that is drawn `scale` times too large."""
    for ring in outline:
        yield [
            ((centre[0] + (x - 50) * size / 100) * scale, (centre[1] + (y - 50) * size / 100) * scale) for x, y in ring
        ]


def fit_title(title: str, theme: ThemeFiles, name: str, width: int = TITLE_WIDTH) -> tuple[int, tuple[str, ...]]:
    """Choose the largest letters of a font in which a title fits on its lines; what is cut ends with dots.

    Somewhat smaller letters are better than a word in two parts.
    """
    title = " ".join(_cut(word, LONGEST_WORD) for word in _cut(title, LONGEST_TITLE).split())
    for whole in (True, False):
        for size in SIZES if not whole else [size for size in SIZES if size >= LEAST_WHOLE]:
            font = load_font(theme, name, size, BOLD)
            if whole and max(map(font.getlength, title.split()), default=0) > width:
                continue
            lines = wrap(title, font, width)
            if len(lines) <= MAX_LINES and len(lines) * size * LEADING <= TITLE_BOTTOM - TITLE_TOP:
                return size, _balanced(title, font, len(lines), width) or lines
    smallest = load_font(theme, name, SIZES[-1], BOLD)
    lines = wrap(title, smallest, width)[:MAX_LINES]
    last = lines[-1]
    while last and smallest.getlength(f"{last}…") > width:
        last = last[:-1].rstrip()
    return SIZES[-1], (*lines[:-1], f"{last.rstrip('…')}…")


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


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
