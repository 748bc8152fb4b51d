"""Tokens -> the colours that pictures are drawn in, by role and by wijk."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model.document import HEEL_ASSEN, Wijk
from generator.model.site import Site
from generator.plan.tokens import Token

COLOUR = "semantic.color."


class Palette:
    """The colours of a theme in light, as pictures have no dark."""

    def __init__(self, site: Site, tokens: Iterable[Token]) -> None:
        self._site = site
        self._tokens = {token.path.removeprefix(COLOUR): token for token in tokens if token.colours}

    def has(self, *names: str) -> bool:
        """Tell whether the theme has all of these colours, and one for the whole town."""
        return all(name in self._tokens for name in (*names, f"wijk.{HEEL_ASSEN}"))

    def __getitem__(self, name: str) -> str:
        """Give a colour by its name below `semantic.color`, as `#rrggbb`."""
        return (self._tokens[name].colours or ("",))[0]

    def dark(self, name: str) -> str:
        """Give what a colour is in the dark."""
        return (self._tokens[name].colours or ("", ""))[1]

    def of_wijk(self, slug: str, group: str = "wijk") -> str:
        """Give the name of the colour of a wijk; one without a colour of its own has that of the whole town."""
        item = self._site.by_slug.get(slug)
        meta = item.document.meta if item else None
        name = f"{group}.{(meta.color if isinstance(meta, Wijk) else None) or slug}"
        town = f"{group}.{HEEL_ASSEN}"
        return next((known for known in (name, town) if known in self._tokens), f"wijk.{HEEL_ASSEN}")
