"""A folder -> its files with their stamps; a file whose stamp did not change is not read again."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.diagnostics import Diagnostic, error
from generator.digest import digest_bytes
from generator.model.source import FileStamp, Overtaken, SourceFile

_LEFTOVERS = frozenset({"thumbs.db", "desktop.ini", "icon\r", "__macosx"})
_TEMPORARY = ("~", ".swp", ".swo", ".swx", ".tmp", ".temp", ".bak", ".orig", ".part", ".crdownload")
MAX_FOLDERS = 12


Stamps = Mapping[str, FileStamp]


def is_leftover(name: str) -> bool:
    """Recognise what editors, systems and downloads leave behind; such files do not exist for a build."""
    lower = name.casefold()
    return name.startswith((".", "#", "~$")) or lower.endswith(_TEMPORARY) or lower in _LEFTOVERS


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file below the site's folder: `path` with forward slashes and composed letters, `place` as on the disk."""

    path: str
    place: str

    @property
    def real(self) -> Path:
        """Give the place as a path; a build looks at thousands of files and reads few."""
        return Path(self.place)

    def status(self) -> os.stat_result:
        """Ask the file system about the file.

        Raises:
            OSError: it cannot be asked.
        """
        return os.stat(self.place)  # noqa: PTH116


def walk(root: Path, folder: str, found: list[Diagnostic]) -> Iterator[FoundFile]:
    """Give the files below `folder` in the order of their names; links are refused."""
    pending = [(os.fspath(root / folder), folder)]
    while pending:
        where, name = pending.pop()
        try:
            entries = sorted(os.scandir(where), key=lambda entry: unicodedata.normalize("NFC", entry.name))
        except FileNotFoundError:
            continue
        except OSError:
            found.append(error(name, 1, "onleesbaar", "deze map kunnen we niet lezen", "kijk de rechten van de map na"))
            continue
        folders: list[tuple[str, str]] = []
        for entry in entries:
            path = unicodedata.normalize("NFC", f"{name}/{entry.name}")
            if is_leftover(entry.name):
                continue
            if entry.is_symlink():
                tip = "zet het bestand zelf op deze plek"
                found.append(error(path, 1, "koppeling", "dit is een snelkoppeling naar een andere plek", tip))
            elif entry.is_dir():
                if path.count("/") > MAX_FOLDERS:
                    tip = "zet de bestanden in een map die minder diep ligt"
                    found.append(error(path, 1, "te-diep", "deze map ligt te diep", tip))
                else:
                    folders.append((entry.path, path))
            elif entry.is_file():
                yield FoundFile(path, entry.path)
            else:
                tip = "haal het weg uit de site"
                found.append(error(path, 1, "onleesbaar", "dit is geen gewoon bestand", tip))
        pending += reversed(folders)


def read_file(file: FoundFile, status: os.stat_result, known: Stamps, stamps: dict[str, FileStamp]) -> SourceFile:
    """Read a file, unless what the system said of it (`status`) means that its bytes have a digest that is known.

    Raises:
        OSError: the file cannot be read.
    """
    before = known.get(file.path)
    if before is not None and before.matches(status):
        stamps[file.path] = before
        return SourceFile(file.path, before.digest)
    data = file.real.read_bytes()
    digest = digest_bytes(data)
    stamps[file.path] = FileStamp.of(status, digest)
    return SourceFile(file.path, digest, data)


def read_unchanged(place: Path, digest: str) -> bytes:
    """Read a file that is known by its digest: what is made of it will be remembered under that digest.

    Raises:
        OSError: the file cannot be read.
        Overtaken: somebody saved another in its place since it was seen.
    """
    data = place.read_bytes()
    if digest_bytes(data) != digest:
        raise Overtaken(place)
    return data
