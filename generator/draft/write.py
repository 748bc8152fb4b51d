"""The texts and photos of a new piece -> files; what is there already stays, and never half a piece is left."""

from __future__ import annotations

import errno
import os
import shutil
import uuid
from collections.abc import Mapping
from pathlib import Path

from generator.draft.surroundings import Spot


def write_piece(root: Path, spot: Spot, text: str, beside: Mapping[str, bytes]) -> tuple[str, ...]:
    """Write a piece with the files beside it, and give their paths below the site, its own first.

    Raises:
        FileExistsError: something lies there already.
        OSError: the disk refuses.
    """
    folder = root / spot.folder
    folder.mkdir(parents=True, exist_ok=True)
    path = spot.file(with_photos=bool(beside))
    if not beside:
        _write_new(root / path, text.encode())
        return (path,)
    # A name with a dot in front does not exist for a build that looks meanwhile.
    if (folder / spot.slug).exists():
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(folder / spot.slug))
    staging = folder / f".{spot.slug}.{uuid.uuid4().hex}"
    staging.mkdir()
    try:
        for name, data in {"index.md": text.encode(), **beside}.items():
            _write_new(staging / name, data)
        staging.rename(folder / spot.slug)
    except BaseException:
        shutil.rmtree(staging, ignore_errors=True)
        raise
    return (path, *(f"{spot.folder}/{spot.slug}/{name}" for name in beside))


def _write_new(path: Path, data: bytes) -> None:
    """Make a file that was not there; one that could not be finished goes away again."""
    with path.open("xb") as file:
        try:
            file.write(data)
            file.flush()
        except BaseException:
            file.close()
            path.unlink(missing_ok=True)
            raise
