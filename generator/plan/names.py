"""The name of a file and the digest of its bytes -> where it lies below `/assets/`."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

SHORT = 10
LONGEST_STEM = 80


def asset_path(name: str, digest: str) -> str:
    """Give the path of an asset below the output folder: `assets/style.0a1b2c3d4e.css`."""
    path = PurePosixPath(name)
    return f"assets/{plain_name(path.stem)}.{digest[:SHORT]}{path.suffix.casefold()}"


def plain_name(name: str) -> str:
    """Give a name that is safe in every address."""
    return re.sub(r"[^a-z0-9-]+", "-", name.casefold()).strip("-")[:LONGEST_STEM].strip("-") or "bestand"
