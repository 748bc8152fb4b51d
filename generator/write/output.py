"""One output folder: what is there, what may be replaced, and the way to replace it."""

from __future__ import annotations

import contextlib
import os
import shutil
import stat
import tempfile
import time
from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.digest import digest_bytes
from generator.model.plan import Entry, Manifest
from generator.model.source import FileStamp
from generator.write.manifest import (
    FOLDER,
    pending_file,
    publish_manifest,
    read_pending,
    stage_manifest,
    write_pending,
)

STAGING = "staging"
ATTEMPTS = 20
PAUSE = 0.05


class Clash(Exception):  # noqa: N818 - it is not an error of the program
    """Files that no build made stand where a build has to write."""

    def __init__(self, paths: tuple[str, ...]) -> None:
        super().__init__(", ".join(paths))
        self.paths = paths


@dataclass(frozen=True, slots=True)
class Written:
    """What a build changed in the folder; `stamps` are those of all its files."""

    written: tuple[str, ...]
    unchanged: int
    removed: tuple[str, ...]
    stamps: Mapping[str, FileStamp]


class Output:
    """The files in an output folder, as found at the start of a build."""

    def __init__(self, folder: Path, manifest: Manifest, known: Mapping[str, FileStamp]) -> None:
        self.folder = folder
        self._staging = folder / FOLDER / STAGING
        self._known = known
        self.listed = manifest
        """What the manifest lists, whether or not it is still there."""
        self._ours = frozenset({*manifest.entries, *read_pending(folder)})
        """What builds put there, the last one that was cut off included."""
        self._found = _look(folder, self._ours)
        self.manifest = Manifest({path: entry for path, entry in manifest.entries.items() if self._holds(path, entry)})
        """The entries whose file is there and has not been touched by others."""

    def _holds(self, path: str, entry: Entry) -> bool:
        status = self._found.get(path)
        if status is None:
            return False
        before = self._known.get(path)
        if before is not None and before.digest == entry.digest and before.matches(status):
            return True
        try:
            return digest_bytes((self.folder / path).read_bytes()) == entry.digest
        except OSError:
            return False

    def foreign(self, planned: Iterable[str]) -> tuple[str, ...]:
        """Give the files that no build made; dotfiles are nobody's business."""
        ours = self._ours.union(planned)
        found = _scan(self.folder)
        return tuple(
            sorted(path for path in found if path not in ours and not any(p[0] == "." for p in path.split("/")))
        )

    def prepare(self) -> Path:
        """Give an empty folder to stage files in.

        Its name is new every time: a process that outlives a build that was killed, and still writes, finds it gone.
        """
        self.discard()
        top = self.folder / FOLDER / STAGING
        top.mkdir(parents=True, exist_ok=True)
        self._staging = Path(tempfile.mkdtemp(dir=top))
        return self._staging

    def discard(self) -> None:
        """Forget what was staged."""
        shutil.rmtree(self.folder / FOLDER / STAGING, ignore_errors=True)

    def commit(self, staged: Mapping[str, Entry], kept: Mapping[str, Entry]) -> Written:
        """Put the staged files in place, remove what is no longer planned, and write the manifest.

        Raises:
            Clash: a file that no build made is in the way; nothing was changed.
            OSError: the disk refused; the manifest tells the next build what is still to be done.
        """
        entries = {**kept, **staged}
        self._refuse_foreign(staged)
        moving = [path for path, entry in staged.items() if not self._same(path, entry)]
        removed = tuple(sorted(path for path in self._ours if path not in entries and path in self._found))
        changes = bool(moving or removed) or entries != self.listed.entries
        if changes:
            # It takes its room on the disk while nothing has changed yet.
            stage_manifest(self._staging, Manifest(entries))
        if moving or removed:
            write_pending(self.folder, frozenset(entries) - frozenset(self.listed.entries) | frozenset(removed))
        in_the_way = _in_the_way(removed, moving)
        for path in in_the_way:
            self._remove(path)
        moving.sort(key=lambda path: (not path.startswith("assets/"), path))
        made: set[Path] = set()
        for path in moving:
            target = self.folder / path
            if target.parent not in made:
                target.parent.mkdir(parents=True, exist_ok=True)
                made.add(target.parent)
            _move(self._staging / staged_name(path), target)
        for path in removed:
            if path not in in_the_way:
                self._remove(path)
        if changes:
            publish_manifest(self._staging, self.folder)
        pending_file(self.folder).unlink(missing_ok=True)
        self.discard()
        return Written(tuple(moving), len(entries) - len(moving), removed, self._stamps(entries, frozenset(moving)))

    def _remove(self, path: str) -> None:
        _remove(self.folder / path)
        _remove_empty_folders(self.folder, path)

    def _same(self, path: str, entry: Entry) -> bool:
        before = self.manifest.entries.get(path)
        return before is not None and before.digest == entry.digest

    def _refuse_foreign(self, staged: Mapping[str, Entry]) -> None:
        """Find files of others in our way, also a file where we need a folder, and a folder where we need a file."""
        new = [path for path in staged if path not in self._found]
        needed = {parent for path in new for parent in _parents(path)} - self._ours
        clashes = {path for path in needed if _is_file(self.folder / path)}
        for path in new:
            target = self.folder / path
            if _is_file(target):
                if path not in self._ours and digest_bytes(target.read_bytes()) != staged[path].digest:
                    clashes.add(path)
            elif target.is_dir():
                inside = (f"{path}/{name}" for name in _scan(target))
                clashes.update(name for name in inside if name not in self._ours)
        if clashes:
            raise Clash(tuple(sorted(clashes)))

    def _stamps(self, entries: Mapping[str, Entry], moved: Container[str]) -> dict[str, FileStamp]:
        """Stamp the files as they are now: those that were not moved are still as they were found."""
        stamps = {}
        for path, entry in entries.items():
            status = self._found.get(path) if path not in moved else _status(self.folder / path)
            if status is not None:
                stamps[path] = FileStamp.of(status, entry.digest)
        return stamps


def _parents(path: str) -> list[str]:
    """Give the folders that a path lies in, the nearest first."""
    found = []
    while path := path.rpartition("/")[0]:
        found.append(path)
    return found


def _in_the_way(removed: Iterable[str], moving: Iterable[str]) -> frozenset[str]:
    """Give what has to go first: a file where a folder comes, or the other way round."""
    coming = frozenset(moving)
    folders = {parent for path in coming for parent in _parents(path)}
    return frozenset(path for path in removed if path in folders or any(p in coming for p in _parents(path)))


def staged_name(path: str) -> str:
    """Give the name under which a file waits in the staging folder."""
    return digest_bytes(path.encode())


def _look(folder: Path, paths: Iterable[str]) -> dict[str, os.stat_result]:
    """Give what the file system says of these files, as far as they are there; a folder behind a link is not there."""
    found: dict[str, os.stat_result] = {}
    top = os.fspath(folder)
    real = {"": True}

    def is_real(name: str) -> bool:
        if name not in real:
            real[name] = is_real(name.rpartition("/")[0]) and _mode(f"{top}/{name}", stat.S_ISDIR)
        return real[name]

    for path in paths:
        if is_real(path.rpartition("/")[0]):
            with contextlib.suppress(OSError):
                status = os.lstat(f"{top}/{path}")
                if not stat.S_ISDIR(status.st_mode):
                    found[path] = status
    return found


def _mode(path: str, test: Callable[[int], bool]) -> bool:
    """Test the mode of what stands there, of a link itself."""
    try:
        return test(os.lstat(path).st_mode)
    except OSError:
        return False


def _is_file(path: Path) -> bool:
    """Tell whether something stands there that is no folder; a link is none."""
    return _mode(os.fspath(path), lambda mode: not stat.S_ISDIR(mode))


def _scan(folder: Path) -> dict[str, os.stat_result]:
    """List the files of a folder with what the file system says of each."""
    found: dict[str, os.stat_result] = {}
    pending = [("", str(folder))]
    while pending:
        prefix, where = pending.pop()
        try:
            entries = list(os.scandir(where))
        except (FileNotFoundError, NotADirectoryError):
            continue
        for entry in entries:
            path = f"{prefix}{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                if path != FOLDER:
                    pending.append((f"{path}/", entry.path))
            else:
                found[path] = entry.stat(follow_symlinks=False)
    return found


def scan_stamps(folder: Path) -> dict[str, FileStamp]:
    """Give the stamps of the files in an output folder that are not nobody's business, without digests."""
    return {
        path: FileStamp.of(status, "")
        for path, status in _scan(folder).items()
        if not any(part.startswith(".") for part in path.split("/"))
    }


def _status(path: Path) -> os.stat_result | None:
    try:
        return path.lstat()
    except OSError:
        return None


def _move(source: Path, target: Path) -> None:
    _patiently(lambda: source.replace(target))


def _remove(path: Path) -> None:
    _patiently(lambda: path.unlink(missing_ok=True))


def _patiently(act: Callable[[], object]) -> None:
    """Try again while another program (a virus scanner, a browser) holds a file, as happens on Windows."""
    for attempt in range(ATTEMPTS):
        try:
            act()
        except PermissionError:
            if os.name != "nt" or attempt == ATTEMPTS - 1:
                raise
            time.sleep(PAUSE)
        else:
            return


def _remove_empty_folders(top: Path, path: str) -> None:
    """Remove the folders that a removed file leaves empty."""
    folder = (top / path).parent
    while folder != top:
        try:
            folder.rmdir()
        except OSError:
            return
        folder = folder.parent
