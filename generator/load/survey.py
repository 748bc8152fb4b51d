"""The folder of a site -> what the file system says of every file in it, without reading any."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from generator.diagnostics import Diagnostic
from generator.load.files import walk
from generator.load.sources import SETTINGS
from generator.model.source import FileStamp

UNREAD = ""


def survey(root: Path, folders: Iterable[str]) -> dict[str, FileStamp] | None:
    """Give the stamps of site.yaml and of the files in these folders, with an empty digest; None when that fails."""
    found: list[Diagnostic] = []
    stamps: dict[str, FileStamp] = {}
    try:
        stamps[SETTINGS] = FileStamp.of((root / SETTINGS).stat(), UNREAD)
        for folder in folders:
            for file in walk(root, folder, found):
                stamps[file.path] = FileStamp.of(file.status(), UNREAD)
    except OSError:
        return None
    return stamps
