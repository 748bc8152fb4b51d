"""The colours of the house style, from the theme's tokens, and what can be mixed of them."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

TOKENS = Path(__file__).resolve().parents[2] / "themes" / "mba" / "tokens.tokens.json"

Colour = tuple[int, int, int]


@cache
def _tokens() -> Any:  # noqa: ANN401 - JSON
    return json.loads(TOKENS.read_text(encoding="utf-8"))["primitive"]["color"]


@cache
def token(name: str) -> Colour:
    """Give the colour of a primitive token, such as `wijk.peelo.600`."""
    found = _tokens()
    for part in name.split("."):
        found = found[part]
    value = found["$value"]
    if isinstance(value, str):
        return token(value.strip("{}").removeprefix("primitive.color."))
    number = int(value["hex"].removeprefix("#"), 16)
    return (number >> 16, number >> 8 & 255, number & 255)


def mix(one: Colour, other: Colour, share: float) -> Colour:
    """Give `one` with a share (0..1) of `other` in it."""
    first, second, third = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return (first, second, third)


PAPER, CREAM, SAND, CLAY = (token(f"papier.{step}") for step in (50, 100, 300, 500))
INK, SLATE = token("inkt.900"), token("inkt.700")
NIGHT = token("inkt.950")
SUN = token("zon.400")
GRASS, FOREST, LEAF, MINT = (token(f"gras.{step}") for step in (600, 800, 300, 200))
BRICK, CORAL = token("baksteen.700"), token("baksteen.300")
SKY, MEADOW, FIELD = token("lucht.100"), token("land.100"), token("land.200")
WATER = token("wijk.marsdijk.600")

SKINS: tuple[Colour, Colour, Colour, Colour] = (
    mix(token("wijk.assen-oost.300"), PAPER, 0.45),
    mix(token("wijk.assen-oost.300"), token("wijk.assen-oost.600"), 0.3),
    mix(token("wijk.assen-oost.600"), token("wijk.buitengebied.300"), 0.2),
    mix(token("wijk.buitengebied.950"), token("wijk.assen-oost.600"), 0.45),
)


def wijk(slug: str, step: int = 600) -> Colour:
    """Give the accent of a wijk; 300 is its light partner, 100 its softest."""
    return token(f"wijk.{slug}.{step}")


def light(colour: Colour, share: float = 0.2) -> Colour:
    """Give a colour as printed thinner."""
    return mix(colour, PAPER, share)


def dark(colour: Colour, share: float = 0.2) -> Colour:
    """Give a colour as in the shade: deeper, and as clear as it was."""
    red, green, blue = colour
    return (round(red * (1 - share)), round(green * (1 - share * 0.92)), round(blue * (1 - share * 0.8)))
