"""Files as `load` found them, before anything is understood of them."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.model.theme import ThemeFiles


class Overtaken(Exception):  # noqa: N818 - it is not an error of the program
    """What a build relied on changed or went while it ran: it has to begin anew."""


@dataclass(frozen=True, slots=True)
class FileStamp:
    """What the file system says of a file, and the digest that its bytes had then."""

    size: int
    modified_ns: int
    changed_ns: int
    inode: int
    digest: str

    @classmethod
    def of(cls, status: os.stat_result, digest: str) -> FileStamp:
        """Remember what the file system says of a file together with its digest."""
        return cls(status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino, digest)

    def matches(self, status: os.stat_result) -> bool:
        """Tell whether the file system still says the same."""
        return (
            self.size == status.st_size
            and self.modified_ns == status.st_mtime_ns
            and self.changed_ns == status.st_ctime_ns
            and self.inode == status.st_ino
        )


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file of the site: `path` is relative to the folder of site.yaml, with forward slashes.

    `data` is None for a file that is known to be unchanged and was not read.
    """

    path: str
    digest: str
    data: bytes | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class PhotoFile:
    """The header of one photo: pixel size as shown (EXIF rotation applied); zero when it cannot be read.

    `orientation` is the EXIF value, 1 to 8, by which the stored pixels are turned before they are shown.
    `transparent` tells that it may be so in places; `problem` says in a word why the file cannot be used, or is an
    empty text.
    """

    path: str
    digest: str
    width: int
    height: int
    format: str = ""
    has_position: bool = False
    animated: bool = False
    transparent: bool = False
    orientation: int = 1
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Sources:
    """Everything that a build reads: nothing else exists for the stages that follow.

    `places` says where a file really lies when the disk spells its name otherwise (letters with loose accents).
    """

    root: Path
    settings: SourceFile
    documents: tuple[SourceFile, ...]
    data: Mapping[str, SourceFile]
    photos: Mapping[str, PhotoFile]
    registers: Mapping[str, SourceFile]
    theme: ThemeFiles
    places: Mapping[str, Path] = field(default_factory=dict)

    def place(self, path: str) -> Path:
        """Give where a file lies on the disk."""
        return self.places.get(path) or self.root / path
