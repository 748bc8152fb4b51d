"""Two colours -> their contrast (WCAG 2.2), and the nearest colour that has enough of it."""

from __future__ import annotations

import colorsys
from collections.abc import Mapping

STEPS = 400


def channels(colour: str) -> tuple[float, float, float]:
    """Split `#rrggbb` (or `#rgb`) into red, green and blue from 0 to 1."""
    digits = colour.lstrip("#")
    if len(digits) == 3:  # noqa: PLR2004 - one digit a channel
        digits = "".join(digit * 2 for digit in digits)
    return (int(digits[0:2], 16) / 255, int(digits[2:4], 16) / 255, int(digits[4:6], 16) / 255)


def hex_colour(red: float, green: float, blue: float) -> str:
    """Write red, green and blue from 0 to 1 as `#rrggbb`."""
    return "#" + "".join(f"{round(min(max(value, 0.0), 1.0) * 255):02x}" for value in (red, green, blue))


def luminance(colour: str) -> float:
    """Give the relative luminance of a colour, from 0 (black) to 1 (white)."""
    red, green, blue = (_linear(value) for value in channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)  # noqa: PLR2004 - WCAG 2.2


def contrast(one: str, other: str) -> float:
    """Give the contrast ratio of two colours, from 1 to 21."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def mix(one: str, other: str, share: float) -> str:
    """Mix two colours: `share` of the other, from 0 to 1."""
    first, second = channels(one), channels(other)
    red, green, blue = (a + (b - a) * share for a, b in zip(first, second, strict=True))
    return hex_colour(red, green, blue)


def nearest_passing(colour: str, partners: Mapping[str, float]) -> str | None:
    """Make a colour as little darker or lighter as needed to stand out enough from each partner; its hue stays."""
    hue, lightness, saturation = colorsys.rgb_to_hls(*channels(colour))
    for step in range(STEPS + 1):
        for wanted in (lightness - step / STEPS, lightness + step / STEPS):
            candidate = hex_colour(*colorsys.hls_to_rgb(hue, min(max(wanted, 0.0), 1.0), saturation))
            if all(contrast(candidate, partner) >= least for partner, least in partners.items()):
                return candidate
    return None
