"""The path of a request -> a file of the preview folder, and of nothing else."""

from __future__ import annotations

import mimetypes
from collections.abc import Container
from pathlib import Path
from urllib.parse import unquote_to_bytes

INDEX = "index.html"
NOT_FOUND = "404.html"
_TYPES = {
    ".avif": "image/avif",
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}


def file_path(address: str) -> str | None:
    """Give the path below the preview folder that an address (still encoded) stands for, or None when it is odd.

    A folder's address stands for the `index.html` in it.
    """
    try:
        plain = unquote_to_bytes(address).decode("utf-8")
    except UnicodeDecodeError:
        return None
    if not plain.startswith("/") or any(sign in plain for sign in "\\:\0%"):
        return None
    parts = plain[1:].split("/")
    if any(part.startswith(".") for part in parts) or "" in parts[:-1]:
        return None
    return f"{plain[1:]}{INDEX}" if parts[-1] == "" else plain[1:]


def read_file(folder: Path, path: str, known: Container[str]) -> bytes | None:
    """Give the bytes of a file that a build made there; a link to elsewhere is no such file."""
    if path not in known:
        return None
    try:
        place = (folder / path).resolve(strict=True)
        return place.read_bytes() if place.is_relative_to(folder.resolve()) else None
    except (OSError, RuntimeError):
        return None


def media_type(path: str) -> str:
    """Give what a browser must take a file for."""
    suffix = Path(path).suffix.casefold()
    return _TYPES.get(suffix) or mimetypes.guess_type(path)[0] or "application/octet-stream"
