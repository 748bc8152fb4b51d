"""What a process needs to make files of the site, and what comes of making one."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.diagnostics import Diagnostic, error
from generator.digest import digest_bytes
from generator.load.files import read_unchanged
from generator.model.facts import PageFacts
from generator.model.plan import Artifact, Entry
from generator.model.theme import ThemeFiles

_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class Made:
    """What making one artifact gave; nothing when its template or its photo failed."""

    path: str
    key: str
    entry: Entry | None
    facts: PageFacts | None
    problem: Diagnostic | None = None


@dataclass(frozen=True, slots=True)
class Workshop:
    """What a process needs: the theme, the stores of bodies and photos, and where the bytes go.

    Without `staging` the bytes are checked and dropped. `places` says where a photo lies when the disk spells its name
    otherwise, `digests` what each was when the site was planned. `large` are the photos that take so much memory that
    no two of them are decoded together.
    """

    root: Path
    theme: ThemeFiles
    base_path: str
    staging: Path | None
    places: Mapping[str, Path]
    digests: Mapping[str, str]
    large: frozenset[str] = frozenset()

    def photo(self, path: str) -> bytes:
        """Read a photo.

        Raises:
            Overtaken: it is not the one that was planned any more.
        """
        return read_unchanged(self.places.get(path) or self.root / path, self.digests[path])


def finish(artifact: Artifact, data: bytes, staging: Path | None, facts: PageFacts | None = None) -> Made:
    """Put the bytes of an artifact where they wait to be published."""
    if staging is not None:
        _write(os.fspath(staging), artifact.path, data)
    return Made(artifact.path, artifact.key, Entry(artifact.key, digest_bytes(data)), facts)


def _write(staging: str, path: str, data: bytes) -> None:
    """Write a small file whole: there are very many, and what `open` puts around a file costs more than the writing."""
    place = f"{staging}/{path}"
    try:
        descriptor = os.open(place, _NEW_FILE, 0o666)
    except FileNotFoundError:
        _make_folder(staging, path.rpartition("/")[0])
        descriptor = os.open(place, _NEW_FILE, 0o666)
    try:
        left = memoryview(data)
        while left:
            left = left[os.write(descriptor, left) :]
    finally:
        os.close(descriptor)


def _make_folder(staging: str, folder: str) -> None:
    """Make a folder in the staging folder; that itself stays away when it is gone, as the build then is over."""
    if not folder:
        raise FileNotFoundError(staging)
    try:
        os.mkdir(f"{staging}/{folder}")  # noqa: PTH102
    except FileExistsError:
        pass
    except FileNotFoundError:
        _make_folder(staging, folder.rpartition("/")[0])
        _make_folder(staging, folder)


def broken_theme_file(artifact: Artifact, path: str, kind: str) -> Made:
    """Say that a file of the theme only looks like a picture or a font."""
    tip = "het bestand is niet heel overgekomen; zet het opnieuw in het thema"
    problem = error(path, 1, f"geen-{kind}", f"dit bestand is geen {kind} dat we kunnen openen", tip)
    return Made(artifact.path, artifact.key, None, None, problem)


def broken_photo(artifact: Artifact, source: str) -> Made:
    """Say that a photo cannot be decoded, though its header is good."""
    tip = "bewaar de foto opnieuw als JPEG, PNG of WebP; dit bestand is niet heel overgekomen"
    problem = error(source, 1, "foto-stuk", "deze foto kunnen we niet openen", tip)
    return Made(artifact.path, artifact.key, None, None, problem)
