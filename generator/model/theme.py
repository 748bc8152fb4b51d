"""A theme as files: templates, style sheets and the things that are copied."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ThemeFiles:
    """The files of one theme, by their path below the theme's folder, with forward slashes."""

    folder: str
    files: Mapping[str, bytes]
    digests: Mapping[str, str]

    def __hash__(self) -> int:
        """Allow functions of a theme alone to remember what they gave for it."""
        return hash((self.folder, frozenset(self.digests.items())))

    def text(self, path: str) -> str:
        """Read one file as text; a theme is UTF-8."""
        return self.files[path].decode("utf-8")
