"""The folder of a site -> Sources, with a stamp of every file that was read."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from generator.diagnostics import Diagnostic, Report, error, warning
from generator.digest import digest_bytes
from generator.load.files import FoundFile, Stamps, read_file, read_unchanged, walk
from generator.load.photos import MAX_BYTES, PHOTO_TYPES, read_header, too_large
from generator.model.source import FileStamp, PhotoFile, SourceFile, Sources
from generator.model.theme import ThemeFiles

SETTINGS = "site.yaml"
CONTENT = "content"
MAX_READ = 250_000_000
_TEXT_TYPES = (".md",)
_NEARLY_TEXT = (".markdown", ".mkd", ".txt", ".docx", ".doc", ".odt", ".rtf")
_DATA_TYPES = (".yaml", ".geojson")


@dataclass(slots=True)
class _Loading:
    """What one walk through the disk gathers."""

    known: Stamps
    photo_memo: Mapping[str, PhotoFile]
    stamps: dict[str, FileStamp] = field(default_factory=dict)
    found: list[Diagnostic] = field(default_factory=list)
    documents: list[SourceFile] = field(default_factory=list)
    data: dict[str, SourceFile] = field(default_factory=dict)
    photos: dict[str, PhotoFile] = field(default_factory=dict)
    registers: dict[str, SourceFile] = field(default_factory=dict)
    places: dict[str, Path] = field(default_factory=dict)


def read_settings(root: Path) -> Report[SourceFile]:
    """Read site.yaml; it is small, so it is always read."""
    try:
        data = (root / SETTINGS).read_bytes()
    except OSError:
        problem = error(
            SETTINGS, 1, "onleesbaar", "site.yaml kunnen we niet lezen", "kijk de rechten van het bestand na"
        )
        return Report(SourceFile(SETTINGS, digest_bytes(b""), b""), (problem,))
    return Report(SourceFile(SETTINGS, digest_bytes(data), data))


def load(
    root: Path,
    settings: SourceFile,
    theme: str,
    *,
    data_files: tuple[str, ...],
    known: Stamps,
    photo_memo: Mapping[str, PhotoFile],
    theme_line: int = 1,
) -> tuple[Report[Sources], Stamps]:
    """Read everything that a build depends on.

    `data_files` are the shared data files by path, `theme_line` the line of site.yaml that names the theme; `known`
    are the stamps of the last build, `photo_memo` the photo headers by digest. Gives the sources, and the stamps for
    the next time.
    """
    state = _Loading(known, photo_memo)
    top = f"{root}{os.sep}"
    for file in walk(root, CONTENT, state.found):
        _take(file, data_files, state)
        if file.place != f"{top}{file.path.replace('/', os.sep)}":
            state.places[file.path] = file.real
    _find_case_twins(state)
    sources = Sources(
        root=root,
        settings=settings,
        documents=tuple(state.documents),
        data=state.data,
        photos=state.photos,
        registers=state.registers,
        theme=_load_theme(root, theme, theme_line, state.found),
        places=state.places,
    )
    return Report(sources, tuple(state.found)), state.stamps


def _take(file: FoundFile, data_files: tuple[str, ...], state: _Loading) -> None:
    """Read one file and put it where it belongs."""
    if file.path.casefold().endswith(_TEXT_TYPES):
        _read(file, state, state.documents.append)
        return
    path = PurePosixPath(file.path)
    suffix = path.suffix.casefold()
    if suffix in PHOTO_TYPES:
        _read_photo(file, state)
    elif suffix in _DATA_TYPES and path.with_suffix("").suffix.casefold() in PHOTO_TYPES:
        _read(file, state, lambda source: state.registers.update({file.path: _with_data(source, file)}))
    elif file.path in data_files:
        _read(file, state, lambda source: state.data.update({file.path: _with_data(source, file)}))
    elif suffix in _NEARLY_TEXT:
        tip = "bewaar de tekst als gewone tekst in een bestand dat eindigt op .md"
        state.found.append(warning(file.path, 1, "onbekend-bestand", "dit bestand lezen we niet", tip))
    elif suffix in _DATA_TYPES and len(path.parts) == 2:  # noqa: PLR2004 - straight below content/
        names = ", ".join(PurePosixPath(name).name for name in data_files)
        tip = f"de gegevens staan in: {names}"
        state.found.append(warning(file.path, 1, "onbekend-bestand", "dit bestand lezen we niet", tip))


def _read(file: FoundFile, state: _Loading, use: Callable[[SourceFile], None]) -> None:
    try:
        status = file.status()
        if status.st_size > MAX_READ:
            tip = "maak het bestand kleiner, of haal het weg"
            state.found.append(error(file.path, 1, "te-groot", "dit bestand is groter dan 250 MB", tip))
            return
        use(read_file(file, status, state.known, state.stamps))
    except OSError:
        tip = "kijk of het bestand nog open is in een ander programma, en kijk de rechten na"
        state.found.append(error(file.path, 1, "onleesbaar", "dit bestand kunnen we niet lezen", tip))


def _with_data(source: SourceFile, file: FoundFile) -> SourceFile:
    """Shared data is small and needed on every build."""
    return source if source.data is not None else replace(source, data=read_unchanged(file.real, source.digest))


def _read_photo(file: FoundFile, state: _Loading) -> None:
    """Read a photo, unless it is so large that nobody can have meant it: such a file is not even opened."""
    with contextlib.suppress(OSError):
        status = file.status()
        if status.st_size > MAX_BYTES:
            digest = digest_bytes(f"{file.path}\0{status.st_size}".encode())
            state.stamps[file.path] = FileStamp.of(status, digest)
            state.photos[file.path] = too_large(file.path, digest)
            return
    _read(file, state, lambda source: _add_photo(source, file, state))


def _add_photo(source: SourceFile, file: FoundFile, state: _Loading) -> None:
    header = state.photo_memo.get(source.digest)
    if header is None:
        data = source.data if source.data is not None else read_unchanged(file.real, source.digest)
        header = read_header(source.path, source.digest, data)
    state.photos[source.path] = replace(header, path=source.path)


def _find_case_twins(state: _Loading) -> None:
    """Two names that differ in letter case alone are one file on Windows and macOS."""
    seen: dict[str, str] = {}
    for path in sorted(state.stamps):
        folded = path.casefold()
        if folded in seen:
            tip = "geef een van de twee een andere naam"
            message = f"deze naam verschilt alleen in hoofdletters van {seen[folded]}"
            state.found.append(error(path, 1, "naam-botsing", message, tip))
        seen.setdefault(folded, path)


def _load_theme(root: Path, theme: str, line: int, found: list[Diagnostic]) -> ThemeFiles:
    files: dict[str, bytes] = {}
    folder = PurePosixPath(theme.replace("\\", "/"))
    outside = folder.is_absolute() or ".." in folder.parts or ":" in theme or folder.parts[:1] in {(), (CONTENT,)}
    problems: list[Diagnostic] = []
    if not outside:
        prefix = len(str(folder)) + 1
        for file in walk(root, str(folder), problems):
            try:
                files[file.path[prefix:]] = file.real.read_bytes()
            except OSError:
                tip = "kijk de rechten van het bestand na"
                problems.append(error(file.path, 1, "onleesbaar", "dit bestand kunnen we niet lezen", tip))
    found += problems
    if not files:
        tip = "schrijf in site.yaml: thema: themes/mba"
        message = f"de map '{theme}' is geen thema" + (
            ": ze ligt buiten de site, of is de site zelf" if outside else ""
        )
        found.append(error(SETTINGS, line, "thema-ontbreekt", message, tip))
    return ThemeFiles(str(folder), files, {path: digest_bytes(data) for path, data in files.items()})
