"""The folder of a site -> what the file system says of every file in it, without reading any."""

from __future__ import annotations

from pathlib import Path

from generator.diagnostics import Diagnostic
from generator.load.files import walk
from generator.load.sources import CONTENT, SETTINGS
from generator.model.source import FileStamp

UNREAD = ""


def survey(root: Path, theme: str) -> dict[str, FileStamp] | None:
    """Give the stamp of each file that a build could read, with an empty digest; None when that is not possible."""
    found: list[Diagnostic] = []
    stamps: dict[str, FileStamp] = {}
    try:
        stamps[SETTINGS] = FileStamp.of((root / SETTINGS).stat(), UNREAD)
        for folder in (CONTENT, theme):
            for file in walk(root, folder, found):
                stamps[file.path] = FileStamp.of(file.real.stat(), UNREAD)
    except OSError:
        return None
    return stamps
