"""A site and its output folder -> the right to change what builds keep there, for one process at a time.

The operating system holds the lock, so that a process that was killed never leaves one behind. A preview asks for each
of its builds, and not for as long as it runs: beside it, every other command works.
"""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from generator.cache import FOLDER as CACHE
from generator.diagnostics import Diagnostic, error
from generator.write.manifest import FOLDER as ADMINISTRATION

if sys.platform == "win32":
    import msvcrt

    def _hold(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _hold(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


FILE = "lock"
PATIENCE = 10.0
"""Seconds that somebody waits for another before giving up."""
PAUSE = 0.05
_HELD = frozenset({errno.EACCES, errno.EAGAIN, errno.EWOULDBLOCK, errno.EDEADLK})
Waiting = Callable[[float], None]
"""Called again and again while somebody else is at work, with the seconds since the start."""


class Busy(Exception):  # noqa: N818 - it is not an error of the program
    """Another process was still at work when patience ran out."""

    def __init__(self, folder: Path) -> None:
        super().__init__(str(folder))
        self.folder = folder


def busy(fault: Busy, root: Path) -> Diagnostic:
    """Explain that another process is at work."""
    where = "deze site"
    if fault.folder.name != CACHE:
        output = fault.folder.parent
        where = f"de map {output.relative_to(root).as_posix() if output.is_relative_to(root) else output}"
    tip = "wacht tot die klaar is, of stop hem, en probeer het dan nog eens"
    return error("site.yaml", 1, "al-bezig", f"een andere opdracht van mba is al bezig met {where}", tip)


@contextmanager
def take_turn(root: Path, output: Path | None, waiting: Waiting) -> Iterator[None]:
    """Have the cache of a site, and an output folder when there is one to write, for this process alone.

    All take them in the same order, so that no two wait for each other.

    Raises:
        Busy: another process kept one of them for too long.
    """
    places = [root / CACHE, *([output / ADMINISTRATION] if output is not None else [])]
    with ExitStack() as stack:
        for place in places:
            stack.enter_context(_locked(place, waiting))
        yield


@contextmanager
def _locked(folder: Path, waiting: Waiting) -> Iterator[None]:
    """Hold the lock of one folder. Where no lock can be made nothing can be written either, and nobody is kept out."""
    made = _missing(folder)
    handle = _take(folder / FILE, waiting)
    if handle is not None:
        _handles.add(handle)
    try:
        yield
    finally:
        if handle is not None:
            _handles.discard(handle)
            if sys.platform != "win32":  # there a file that others look at cannot go
                with contextlib.suppress(OSError):
                    (folder / FILE).unlink()
            os.close(handle)
        for empty in made:
            with contextlib.suppress(OSError):
                empty.rmdir()


_handles: set[int] = set()


def _let_go() -> None:
    """In a copy of this process, close what only the process itself may hold: a worker can outlive a killed build."""
    while _handles:
        os.close(_handles.pop())


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_let_go)


def _missing(folder: Path) -> list[Path]:
    """Give the folders that are not there yet, the deepest first: they go again when nothing came in them."""
    return [place for place in (folder, *folder.parents) if not place.exists()]


def _take(file: Path, waiting: Waiting) -> int | None:
    start = time.monotonic()
    while True:
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            handle = os.open(file, os.O_RDWR | os.O_CREAT, 0o666)
        except FileNotFoundError:
            continue  # whoever was here before us took the empty folder away
        except OSError:
            return None
        held = True
        try:
            _hold(handle)
        except OSError as fault:
            # A disk that knows no locks keeps nobody out.
            held = fault.errno not in _HELD
        if held and _is_still_there(file, handle):
            return handle
        os.close(handle)
        if held:
            continue  # whoever had it before us took the file away
        passed = time.monotonic() - start
        if passed > PATIENCE:
            raise Busy(file.parent)
        waiting(passed)
        time.sleep(PAUSE)


def _is_still_there(file: Path, handle: int) -> bool:
    try:
        return os.path.samestat(file.stat(), os.fstat(handle))
    except OSError:
        return False
