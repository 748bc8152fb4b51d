"""Templates of the program itself + plain values -> a page: for the preview, which has to work with any theme."""

from __future__ import annotations

from collections.abc import Mapping

from jinja2 import DictLoader, Environment, StrictUndefined

from generator.render.filters import install


class OwnPages:
    """Pages whose templates come with the program, by their name."""

    def __init__(self, templates: Mapping[str, str]) -> None:
        self._environment = Environment(
            loader=DictLoader(dict(templates)),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        install(self._environment, "")

    def render(self, name: str, values: Mapping[str, object]) -> bytes:
        """Fill one of the templates."""
        return self._environment.get_template(name).render(values).encode()
