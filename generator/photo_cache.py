"""Encoded photos between builds: one file for each variant, in `.cache/photos/`, in a folder for each photo.

A file is named by its key: the digest of the photo's bytes, of what was done with them, and of the program and the
libraries that did it. Its last bytes check the others, so that a damaged file counts as absent.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path

FOLDER = ".cache/photos"
CHECK = 16


class PhotoCache:
    """The encoded photos of one site; without a `root` nothing is kept."""

    def __init__(self, root: Path | None) -> None:
        self._folder = root / FOLDER if root is not None else None

    def has(self, photo: str, key: str) -> bool:
        """Tell whether there is a file for a variant, without reading it."""
        return self._folder is not None and (self._folder / photo / key).is_file()

    def get(self, photo: str, key: str) -> bytes | None:
        """Give the bytes of a variant, by the digest of its photo and its own key, when they are there and whole."""
        if self._folder is None:
            return None
        try:
            stored = (self._folder / photo / key).read_bytes()
        except OSError:
            return None
        data, check = stored[:-CHECK], stored[-CHECK:]
        return data if len(stored) > CHECK and check == _check(key, data) else None

    def put(self, photo: str, key: str, data: bytes) -> None:
        """Keep the bytes of a variant; a full disk is no reason to fail."""
        if self._folder is None:
            return
        place = self._folder / photo / key
        temporary = place.with_name(f"{key}.{os.getpid()}.new")
        with contextlib.suppress(OSError):
            place.parent.mkdir(parents=True, exist_ok=True)
            temporary.write_bytes(data + _check(key, data))
            temporary.replace(place)

    def forget(self, photo: str) -> None:
        """Remove all that is kept of one photo."""
        if self._folder is not None:
            shutil.rmtree(self._folder / photo, ignore_errors=True)

    def keep_only(self, wanted: Mapping[str, frozenset[str] | None]) -> None:
        """Remove what is not wanted: the keys by the digest of their photo, or None for whatever there is of it."""
        if self._folder is None:
            return
        for folder in _entries(self._folder):
            if folder.name not in wanted:
                shutil.rmtree(folder, ignore_errors=True)
                continue
            keys = wanted[folder.name]
            for file in _entries(folder) if keys is not None else ():
                if file.name not in (keys or ()):
                    with contextlib.suppress(OSError):
                        file.unlink()


def _entries(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []


def _check(key: str, data: bytes) -> bytes:
    return blake2b(data, digest_size=CHECK, key=key.encode()[:64]).digest()
