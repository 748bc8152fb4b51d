"""A site on the disk -> its preview folder, again and again, and what each build found."""

from __future__ import annotations

import contextlib
import datetime as dt
import gc
import time
import traceback
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from generator.build import Options, Outcome, Progress
from generator.build.ahead import page_ahead
from generator.build.front import Front, make_front
from generator.build.obstacles import OBSTACLES, Obstacle, explain
from generator.build.pictures_on_demand import PendingPictures
from generator.build.pipeline import finish
from generator.build.turn import Busy, take_turn
from generator.cache import Cache
from generator.diagnostics import Diagnostic, error
from generator.write import read_manifest
from generator.write.manifest import manifest_file


class Stopped(BaseException):  # no Exception: nothing on the way may take it for a mistake and go on
    """The preview ends while it builds; what was staged is forgotten by the next build."""


NOTHING = Outcome((), failed=True, counts={})


@dataclass(frozen=True)
class Built:
    """What the last build left. `front` is what it found before rendering, `shown` that of the last one that succeeded.

    `paths` are the files of the preview folder, and `pending` makes the pictures that are not in it yet; `blocked` says
    that the disk refused or that another command was at work, `crash` is the traceback of a mistake in the program.
    """

    outcome: Outcome = NOTHING
    front: Front | None = None
    shown: Front | None = None
    paths: frozenset[str] = frozenset()
    seconds: float = 0.0
    blocked: bool = False
    crash: str | None = field(default=None, repr=False)
    pending: PendingPictures | None = None

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Give all that was found, in the order of files and lines."""
        return self.outcome.diagnostics

    @cached_property
    def origins(self) -> Mapping[str, str]:
        """Say which content file each page came from."""
        plan = self.shown.plan if self.shown else None
        return {artifact.path: artifact.origin for artifact in plan.artifacts if artifact.origin} if plan else {}


class Builder:
    """Builds one site in one thread; what was parsed stays in memory between two builds."""

    def __init__(self, options: Options, today: Callable[[], dt.date], progress: Progress) -> None:
        self._options = options
        self._today = today
        self._progress = progress
        self._cache: Cache | None = None
        self._stopped = False
        self._untidy = False
        self._left: tuple[int, int] | None = None
        """How the manifest stood when our last build was done."""
        self._last = Built(paths=frozenset(read_manifest(options.output).entries))

    @property
    def present(self) -> frozenset[str]:
        """Give the files that an earlier preview left, which can be shown until the first build is done."""
        return self._last.paths

    def build_ahead(self, saved: Path) -> Built | None:
        """Show one text that was saved, before everything is looked at; `build` has to follow.

        None when it takes a whole build to know what to show.
        """
        start = time.perf_counter()
        front, cache = self._last.front, self._cache
        path = _in_site(saved, self._options.root)
        if front is None or cache is None or path is None or self._last.outcome.failed or self._last.blocked:
            return None
        options = replace(self._options, today=self._today())
        try:
            with _no_collecting(), take_turn(options.root, options.output, self._wait):
                try:
                    sound = not cache.replaced and self._marks() == self._left
                    page = page_ahead(front, path, options, cache) if sound else None
                finally:
                    cache.commit()
        except Exception:  # noqa: BLE001 - the build that follows meets it again, and says what it is
            return None
        if page is None:
            return None
        outcome = replace(self._last.outcome, counts={**self._last.outcome.counts, "written": 1, "removed": 0})
        return replace(self._last, outcome=outcome, seconds=time.perf_counter() - start)

    def build(self) -> Built:
        """Bring the preview up to date; whatever happens, there is something to show."""
        start = time.perf_counter()
        with _no_collecting():
            try:
                built = self._try()
            except (OSError, Busy) as obstacle:
                built = self._blocked(obstacle)
            except Exception:  # noqa: BLE001 - the preview outlives a mistake of ours, and shows it
                built = self._recover()
        before, self._left = self._last.front, self._marks()
        self._last = replace(built, seconds=time.perf_counter() - start)
        if before and self._last.front and before.sources.theme.digests != self._last.front.sources.theme.digests:
            self._untidy = True
        return self._last

    def tidy(self) -> None:
        """Clear away the templates that an older theme left. To be called when nobody waits."""
        if self._untidy:
            gc.unfreeze()
            gc.collect()
            gc.freeze()
            self._untidy = False

    def _marks(self) -> tuple[int, int] | None:
        """Give what tells the manifest in the preview folder from that of another build than ours."""
        try:
            status = manifest_file(self._options.output).stat()
        except OSError:
            return None
        return (status.st_ino, status.st_mtime_ns)

    def stop(self) -> None:
        """Break off the build that runs; may be called from another thread."""
        self._stopped = True

    def _count(self, stage: str, done: int, total: int) -> None:
        if self._stopped:
            raise Stopped
        self._progress(stage, done, total)

    def _wait(self, seconds: float) -> None:
        del seconds
        if self._stopped:
            raise Stopped

    def close(self) -> None:
        """Let go of the store."""
        if self._cache is not None:
            self._cache.commit()
            self._cache.close()
            self._cache = None

    def _try(self) -> Built:
        options = replace(self._options, today=self._today())
        with take_turn(options.root, options.output, self._wait):
            if self._cache is not None and self._cache.replaced:
                self.close()
            if self._cache is None:
                self._cache = Cache(options.root)
            try:
                front = make_front(options, self._cache, self._count)
                outcome = finish(front, options, self._cache, self._count)
            finally:
                # Who comes after us must not wait for what we did not finish.
                self._cache.commit()
        if outcome.failed:
            return replace(self._last, outcome=outcome, front=front, blocked=False, crash=None)
        return Built(outcome, front, front, outcome.files, pending=outcome.pending)

    def _recover(self) -> Built:
        """Build once more with a store that is opened anew: it may be lost, or a file was saved while we built."""
        self.close()
        try:
            return self._try()
        except OBSTACLES as obstacle:
            return self._blocked(obstacle)
        except Exception as fault:  # noqa: BLE001 - as above
            tip = "bewaar het bestand nog eens; blijft dit staan, stop het voorbeeld dan en start het opnieuw"
            message = f"het programma liep vast ({type(fault).__name__}); dat ligt niet aan jou"
            problem = error("site.yaml", 1, "programma-fout", message, tip)
            return replace(self._without_outcome(problem), crash=traceback.format_exc())

    def _blocked(self, obstacle: Obstacle) -> Built:
        return self._without_outcome(explain(obstacle, self._options.root), blocked=True)

    def _without_outcome(self, problem: Diagnostic, *, blocked: bool = False) -> Built:
        outcome = Outcome((problem,), failed=True, counts={})
        return replace(self._last, outcome=outcome, blocked=blocked, crash=None)


@contextlib.contextmanager
def _no_collecting() -> Iterator[None]:
    """Look for no rubbish meanwhile, nor right after it, while somebody waits for a page: there is much to look at.

    Little of what a build leaves points in circles, but the templates of an older theme do: see `tidy`.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def _in_site(place: Path, root: Path) -> str | None:
    """Give the path of a file of the site as a build spells it; None for a file elsewhere."""
    try:
        return unicodedata.normalize("NFC", place.relative_to(root).as_posix())
    except ValueError:
        return None
