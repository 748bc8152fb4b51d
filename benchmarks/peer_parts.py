"""What the sites of several peers share: the theme's style in one file, its fonts and drawings, and names by slug."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from benchmarks.content import ORGANISATIONS, THEMES, WIJKEN
from benchmarks.own_site import THEME
from benchmarks.tool import PROJECT, write_file


def copy_assets(folder: Path) -> None:
    """Put style.css, the fonts and the drawings of our theme in a folder."""
    theme = PROJECT / THEME
    sheets = sorted(path for part in ("css", "components") for path in (theme / part).rglob("*.css"))
    write_file(folder / "style.css", "\n".join(path.read_text(encoding="utf-8") for path in sheets))
    for part in ("fonts", "images"):
        shutil.copytree(theme / part, folder / part)


def write_names(folder: Path) -> None:
    """Write the names of wijken, themes and organisations as JSON, by slug."""
    groups = {
        "wijken": {wijk.slug: wijk.name for wijk in WIJKEN},
        "themas": {theme.slug: theme.name for theme in THEMES},
        "organisaties": ORGANISATIONS,
    }
    for name, names in groups.items():
        write_file(folder / f"{name}.json", json.dumps(names, indent=2))
