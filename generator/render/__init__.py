"""Stale artifacts -> bytes, one at a time; a pure function of recipe, theme, bodies and photos."""

from generator.render.cards import ThemeFileError
from generator.render.renderer import PhotoError, Renderer, RenderError

__all__ = ["PhotoError", "RenderError", "Renderer", "ThemeFileError"]
