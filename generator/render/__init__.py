"""Stale artifacts -> bytes, one at a time; a pure function of recipe, theme, bodies and photos."""

from generator.render.cards import ThemeFileError
from generator.render.own_pages import OwnPages
from generator.render.renderer import PhotoError, Renderer, RenderError

__all__ = ["OwnPages", "PhotoError", "RenderError", "Renderer", "ThemeFileError"]
