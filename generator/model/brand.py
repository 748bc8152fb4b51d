"""What the pictures of the site itself are drawn from: icons of all sizes, and the card of pages without one."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.view import Outline, View

Pieces = tuple[tuple[str, Outline], ...]
"""Pieces of the mark, each with its colour as `#rrggbb`, in a square of 100 by 100."""


@dataclass(frozen=True, slots=True)
class IconView(View):
    """A square icon of `size` pixels: the mark on its ground, or a logo of the theme by name and digest."""

    size: int
    ground: str
    mosaic: Pieces
    logo: tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class SiteCardView(View):
    """The card of the site: `title` in ink on a calm ground beside the mark, `site` on a band of sun below.

    Without a `font` it has no letters.
    """

    title: str
    site: str
    ground: str
    ink: str
    band: str
    on_band: str
    mosaic: Pieces
    font: tuple[str, str] | None
    logo: tuple[str, str] | None
