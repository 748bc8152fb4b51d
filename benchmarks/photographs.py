"""A number -> a JPEG of 12 megapixels that costs a decoder and an encoder what a photograph costs them.

What makes a photograph what it is for an encoder: soft light over the whole, surfaces with detail at every
scale (the finer the fainter), hard edges, a few quiet planes, and the grain of the sensor over all of it.
"""

from __future__ import annotations

import random
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageOps

SIZE = (4000, 3000)
QUALITY = 93
OCTAVES = 10
"""From structures as large as the picture to those of a few pixels."""
LEAVES = 5000
GRAIN = 0.065


def write_photographs(folder: Path, count: int) -> tuple[Path, ...]:
    """Give the photographs of a folder; those that are not there yet are made."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = tuple(folder / f"foto-{number:02}.jpg" for number in range(1, count + 1))
    for number, path in enumerate(paths):
        if not path.exists():
            unfinished = path.with_suffix(".part")
            make_photograph(number).save(unfinished, "JPEG", quality=QUALITY, subsampling="4:2:0")
            unfinished.replace(path)
    return paths


def make_photograph(number: int) -> Image.Image:
    """Draw a street with trees under a sky; another number gives another light, another street."""
    chance = random.Random(number)
    horizon = SIZE[1] * chance.randint(35, 60) // 100
    image = _sky(chance)
    image.paste(_surface(chance, _colour(chance, 80, 120), 1.35), (0, horizon))
    _houses(image, chance, horizon)
    _trees(image, chance, horizon)
    light = ImageOps.colorize(_noise(chance, SIZE, 3, 2.0), (70, 70, 84), (150, 146, 138))
    image = ImageChops.overlay(image, light)
    image = image.filter(ImageFilter.GaussianBlur(0.7))  # what lens and sensor do to every edge
    return Image.blend(image, _grain(chance), GRAIN)


def _sky(chance: random.Random) -> Image.Image:
    clouds = _noise(chance, SIZE, 7, 2.3)
    blue = (chance.randint(60, 120), chance.randint(120, 160), chance.randint(190, 230))
    return ImageOps.colorize(clouds, blue, (246, 246, 244))


def _surface(chance: random.Random, colour: tuple[int, int, int], roughness: float) -> Image.Image:
    """Make a surface with detail at every scale, such as grass, brick or gravel."""
    dark = tuple(channel * 2 // 5 for channel in colour)
    bright = tuple(min(255, channel * 8 // 5) for channel in colour)
    return ImageOps.colorize(_noise(chance, SIZE, OCTAVES, roughness), dark, bright)


def _houses(image: Image.Image, chance: random.Random, horizon: int) -> None:
    wall = _surface(chance, _colour(chance, 100, 150), 1.45)
    draw = ImageDraw.Draw(image)
    left = chance.randint(-300, 0)
    while left < SIZE[0]:
        width, height = chance.randint(420, 900), chance.randint(500, 1100)
        box = (left, horizon - height // 2, left + width, horizon + height // 2)
        image.paste(wall.crop((0, 0, width, box[3] - box[1])), box[:2])
        draw.polygon([(left, box[1]), (left + width // 2, box[1] - height // 3), (box[2], box[1])], fill=(86, 62, 56))
        for column in range(left + 60, box[2] - 160, 210):
            for row in range(box[1] + 70, box[3] - 200, 260):
                draw.rectangle((column, row, column + 120, row + 170), (238, 236, 230))
                draw.rectangle((column + 12, row + 12, column + 108, row + 158), _colour(chance, 20, 90))
        left += width + chance.randint(0, 500)


def _trees(image: Image.Image, chance: random.Random, horizon: int) -> None:
    draw = ImageDraw.Draw(image)
    for _ in range(chance.randint(2, 5)):
        x, y, radius = chance.randint(0, SIZE[0]), horizon - chance.randint(0, 500), chance.randint(300, 700)
        draw.rectangle((x - 30, y, x + 30, horizon + 500), (62, 48, 40))
        for _ in range(LEAVES):
            left = x + int(chance.gauss(0, radius / 2))
            top = y + int(chance.gauss(0, radius / 2))
            green = chance.randint(50, 190)
            colour = (green * 2 // 3, green, green // 3)
            draw.ellipse((left, top, left + chance.randint(6, 26), top + chance.randint(6, 20)), colour)


def _noise(chance: random.Random, size: tuple[int, int], octaves: int, fading: float) -> Image.Image:
    """Add up random fields, each twice as fine as the one before and `fading` times as faint."""
    total = Image.new("L", size, 128)
    for octave in range(octaves):
        width, height = 4 << octave, 3 << octave
        field = Image.frombytes("L", (width, height), chance.randbytes(width * height))
        field = field.resize(size, Image.Resampling.BICUBIC)
        strength = 0.9 / fading**octave
        centre = field.point([round(128 + (value - 128) * strength) for value in range(256)])
        total = ImageChops.add(total, centre, offset=-128)
    return ImageOps.autocontrast(total, cutoff=0.5)


def _grain(chance: random.Random) -> Image.Image:
    width, height = SIZE
    return Image.frombytes("RGB", SIZE, chance.randbytes(width * height * 3))


def _colour(chance: random.Random, low: int, high: int) -> tuple[int, int, int]:
    return (chance.randint(low, high), chance.randint(low, high), chance.randint(low, high))
