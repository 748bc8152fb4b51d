"""One output folder: what is there, what may be replaced, and the way to replace it."""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
import time
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
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
        self._top = os.fspath(folder)
        self._staging = folder / FOLDER / STAGING
        self._known = known
        self.listed = manifest
        """What the manifest lists, whether or not it is still there."""
        self._ours = frozenset(filter(_is_plain, {*manifest.entries, *read_pending(folder)}))
        """What builds put there, the last one that was cut off included."""
        self._found = self._look()
        self._trusted: dict[str, FileStamp] = {}
        self._seen: dict[str, str] = {}
        """The digests of files that were read because nobody vouched for them."""
        self.manifest = Manifest({path: entry for path, entry in manifest.entries.items() if self._holds(path, entry)})
        """The entries whose file is there and has not been touched by others."""

    def _look(self) -> dict[str, os.stat_result]:
        """Ask the disk about our files; what lies behind a link lies elsewhere, and is not ours."""
        folders = set(map(_parent, self._ours))
        folders.update([above for folder in folders for above in _parents(folder)])
        links = {folder for folder in folders if folder and self._is(folder, stat.S_ISLNK)}
        found = {}
        for path in self._ours:
            status = _status(f"{self._top}/{path}")
            behind = links and any(parent in links for parent in _parents(path))
            if status is not None and _is_no_folder(status.st_mode) and not behind:
                found[path] = status
        return found

    def _holds(self, path: str, entry: Entry) -> bool:
        status = self._found.get(path)
        if status is None:
            return False
        before = self._known.get(path)
        if before is not None and before.digest == entry.digest and before.matches(status):
            self._trusted[path] = before
            return True
        try:
            self._seen[path] = self._digest(path)
        except OSError:
            return False
        return self._seen[path] == entry.digest

    def foreign(self, planned: Iterable[str]) -> tuple[str, ...]:
        """Give the files that are there and that no build made; dotfiles are nobody's business."""
        ours = self._ours.union(planned)
        strange = (path for path, _ in _files(self.folder) if path not in ours)
        return tuple(sorted(path for path in strange if not any(part[0] == "." for part in path.split("/"))))

    def prepare(self) -> Path:
        """Give an empty folder to stage files in.

        Its name is new every time: a process that outlives a build that was killed, and still writes, finds it gone.
        """
        self.discard()
        self._staging = open_staging(self.folder)
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
        self._publish(moving, whole=len(moving) == len(staged))
        for path in removed:
            if path not in in_the_way:
                self._remove(path)
        if changes:
            publish_manifest(self._staging, self.folder)
        pending_file(self.folder).unlink(missing_ok=True)
        self.discard()
        return Written(tuple(moving), len(entries) - len(moving), removed, self._stamps(entries, frozenset(moving)))

    def _publish(self, moving: Iterable[str], *, whole: bool) -> None:
        """Move files; `whole` says that all that is staged moves, so that a folder which is new moves at once."""
        # Plain names: an object for each of many thousands of paths costs more than moving the file.
        top, staging, there, moved = self._top, os.fspath(self._staging), {""}, "\0"
        for path in moving:
            if path.startswith(moved):
                continue
            for folder in reversed(_parents(path)):
                if folder in there:
                    continue
                if (
                    whole
                    and not os.path.lexists(f"{top}/{folder}")
                    and _moves(f"{staging}/{folder}", f"{top}/{folder}")
                ):
                    moved = f"{folder}/"
                    break
                os.makedirs(f"{top}/{folder}", exist_ok=True)  # noqa: PTH103
                there.add(folder)
            else:
                _move(f"{staging}/{path}", f"{top}/{path}")

    def _remove(self, path: str) -> None:
        _remove(self.folder / path)
        _remove_empty_folders(self.folder, path)

    def _same(self, path: str, entry: Entry) -> bool:
        before = self.manifest.entries.get(path)
        if before is not None:
            return before.digest == entry.digest
        return self._seen.get(path) == entry.digest and stat.S_ISREG(self._found[path].st_mode)

    def _refuse_foreign(self, staged: Mapping[str, Entry]) -> None:
        """Find files of others in our way, also a file where we need a folder, and a folder where we need a file."""
        new = [path for path in staged if path not in self._found]
        needed = {parent for path in new for parent in _parents(path)} - self._ours
        clashes = {path for path in needed if self._is(path, _is_no_folder)}
        for path in new:
            if self._is(path, stat.S_ISDIR):
                inside = (f"{path}/{name}" for name, _ in _files(self.folder / path))
                clashes.update(name for name in inside if name not in self._ours)
            elif path not in self._ours and self._is(path, _is_no_folder) and self._digest(path) != staged[path].digest:
                clashes.add(path)
        if clashes:
            raise Clash(tuple(sorted(clashes)))

    def _digest(self, path: str) -> str:
        return digest_bytes((self.folder / path).read_bytes())

    def _is(self, path: str, test: Callable[[int], bool]) -> bool:
        """Tell whether something of this mode stands there now."""
        return _mode(f"{self._top}/{path}", test)

    def _stamps(self, entries: Mapping[str, Entry], moved: Container[str]) -> dict[str, FileStamp]:
        """Stamp the files as they are now: those that were not moved are still as they were found."""
        stamps = {}
        for path, entry in entries.items():
            kept = self._trusted.get(path) if path not in moved else None
            if kept is not None:
                stamps[path] = kept
                continue
            status = self._found.get(path) if path not in moved else _status(f"{self._top}/{path}")
            if status is not None:
                stamps[path] = FileStamp.of(status, entry.digest)
        return stamps


def open_staging(folder: Path) -> Path:
    """Give a new folder to stage files in, on the disk of the output folder."""
    top = folder / FOLDER / STAGING
    top.mkdir(parents=True, exist_ok=True)
    return Path(tempfile.mkdtemp(dir=top))


def put_in_place(staging: Path, folder: Path, path: str) -> bool:
    """Let a staged file take the place of an older one that a build made; False when something else stands there.

    The manifest is not told: the next build finds out what is there now.

    Raises:
        OSError: the disk refused; the older file is still there.
    """
    if any(_mode(f"{folder}/{parent}", stat.S_ISLNK) for parent in _parents(path)):
        return False
    if not _mode(f"{folder}/{path}", stat.S_ISREG):
        return False
    _move(f"{staging}/{path}", f"{folder}/{path}")
    return True


def _parents(path: str) -> list[str]:
    """Give the folders that a path lies in, the nearest first."""
    found = []
    while path := _parent(path):
        found.append(path)
    return found


def _parent(path: str) -> str:
    return path.rpartition("/")[0]


def _is_plain(path: str) -> bool:
    """Tell whether a path, from a manifest that anybody may have changed, is one that a build gives a file."""
    inside = f"/{path}/"
    if "//" in inside or "/./" in inside or "/../" in inside or inside[1:].casefold().startswith(f"{FOLDER}/"):
        return False
    return not any(sign in path for sign in "\\:\0") and (path.isascii() or _can_be_named(path))


def _can_be_named(path: str) -> bool:
    try:
        os.fsencode(path)
    except UnicodeEncodeError:
        return False
    return True


def _in_the_way(removed: Iterable[str], moving: Iterable[str]) -> frozenset[str]:
    """Give what has to go first: a file where a folder comes, or the other way round."""
    coming = frozenset(moving)
    folders = {parent for path in coming for parent in _parents(path)}
    return frozenset(path for path in removed if path in folders or any(p in coming for p in _parents(path)))


def _mode(path: str, test: Callable[[int], bool]) -> bool:
    """Test the mode of what stands there, of a link itself."""
    try:
        return test(os.lstat(path).st_mode)
    except OSError:
        return False


def _is_no_folder(mode: int) -> bool:
    """Tell whether this is something else than a folder; a link is none."""
    return not stat.S_ISDIR(mode)


def _files(folder: Path) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Give the files of a folder, links included, that are not part of its administration."""
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
                yield path, entry


def scan_stamps(folder: Path) -> dict[str, FileStamp]:
    """Give the stamps of the files in an output folder that are not nobody's business, without digests."""
    return {
        path: FileStamp.of(entry.stat(follow_symlinks=False), "")
        for path, entry in _files(folder)
        if not any(part.startswith(".") for part in path.split("/"))
    }


def _status(path: str) -> os.stat_result | None:
    try:
        return os.lstat(path)
    except OSError:
        return None


def _move(source: str, target: str) -> None:
    _patiently(lambda: os.replace(source, target))  # noqa: PTH105


def _moves(source: str, target: str) -> bool:
    """Try to move a whole folder; where a program holds a file in it, its files go one by one."""
    try:
        os.rename(source, target)  # noqa: PTH104
    except OSError:
        return False
    return True


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
