"""Photos that may no longer be shown -> nothing of them in `.cache/`: no pixels, and of withdrawn ones no name."""

from __future__ import annotations

import datetime as dt
import re
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from generator.assemble.photos import last_day, register_of, used_photos
from generator.build.options import Options
from generator.cache import FOLDER, Cache
from generator.model.document import Document
from generator.model.plan import photo_of
from generator.photo_cache import PhotoCache
from generator.plan.assets import photo_stem
from generator.write import read_manifest

if TYPE_CHECKING:
    from generator.build.front import Front


def forget_photos(options: Options, cache: Cache, front: Front) -> None:
    """After a build that succeeded, remove from the cache what no piece may show any more."""
    PhotoCache(options.root if cache.path is not None else None).keep_only(_wanted(front, options.today))
    if not front.withdrawn:
        return
    names = published_names(front.withdrawn)
    forget_previews(options, names)
    cache.drop_mentions(re.compile(names.pattern.encode(), names.flags & re.IGNORECASE))


def _wanted(front: Front, today: dt.date) -> dict[str, frozenset[str] | None]:
    """Give the variants that may stay: those of this plan, and all of a photo that waits for a piece to appear."""
    planned: dict[str, set[str]] = {}
    for artifact in front.plan.artifacts:
        photo = photo_of(artifact.recipe)
        if photo is not None:
            planned.setdefault(photo[1], set()).add(artifact.key)
    wanted: dict[str, frozenset[str] | None] = {}
    photos = front.sources.photos
    months = front.site.config.retention_months
    for path, first_used in used_photos(_documents(front), frozenset(photos)).items():
        register = register_of(path, front.material.registers)
        if register is not None and last_day(register, first_used, months)[0] >= today:
            wanted[photos[path].digest] = None
    return wanted | {digest: frozenset(keys) for digest, keys in planned.items()}


def _documents(front: Front) -> Iterable[Document]:
    return (file.document for file in front.material.parsed if file.document is not None)


def published_names(photos: Iterable[str]) -> re.Pattern[str]:
    """Recognise the names that the files of these photos have, or had, below `assets/`."""
    stems = sorted({photo_stem(path) for path in photos})
    return re.compile(rf"assets/(?:{'|'.join(map(re.escape, stems))})-[0-9]+\.")


def forget_previews(options: Options, names: re.Pattern[str]) -> None:
    """Remove a preview that still holds a withdrawn photo: it is made anew when somebody looks."""
    for folder in _folders(options.root / FOLDER):
        if folder != options.output and any(map(names.match, read_manifest(folder).entries)):
            shutil.rmtree(folder, ignore_errors=True)


def _folders(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.is_dir()) if folder.is_dir() else []
