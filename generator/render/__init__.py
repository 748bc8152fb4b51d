"""Stale artifacts -> bytes, one at a time; a pure function of recipe, theme, bodies and photos."""

from generator.render.renderer import Renderer, RenderError

__all__ = ["RenderError", "Renderer"]
