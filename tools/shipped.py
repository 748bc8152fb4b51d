"""A copy of the shipped site in a folder of its own: what a tool builds or breaks there leaves the project as it is."""

from __future__ import annotations

import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def copy_site(folder: Path) -> None:
    """Copy the site into a folder that is new."""
    for name in ("content", "themes"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "site.yaml", folder)
