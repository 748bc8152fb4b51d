"""Files as `load` found them, before anything is understood of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.model.theme import ThemeFiles


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

    `problem` says in a word why the file cannot be used, or is an empty text.
    """

    path: str
    digest: str
    width: int
    height: int
    format: str = ""
    has_position: bool = False
    animated: bool = False
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Sources:
    """Everything that a build reads: nothing else exists for the stages that follow."""

    root: Path
    settings: SourceFile
    documents: tuple[SourceFile, ...]
    data: Mapping[str, SourceFile]
    photos: Mapping[str, PhotoFile]
    registers: Mapping[str, SourceFile]
    theme: ThemeFiles
