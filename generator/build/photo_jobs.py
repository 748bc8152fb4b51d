"""Photos that are planned -> their files: from the cache, or encoded, each photo decoded once for all its variants."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from generator.build.orphans import end_with_parent
from generator.build.workshop import Made, Workshop, broken_photo, finish
from generator.load.files import read_unchanged
from generator.model.plan import Artifact, MakePhoto
from generator.photo_cache import PhotoCache
from generator.render.photos import DECODING_FAULTS, make_variants

WORTH_IT = 4_000_000
"""Below this many pixels to encode, one process is faster than starting others."""


@dataclass(frozen=True, slots=True)
class PhotoJob:
    """One photo and the variants of it that have to be made."""

    source: str
    place: Path
    artifacts: tuple[Artifact, ...]
    recipes: tuple[MakePhoto, ...]

    @property
    def pixels(self) -> int:
        """Say how much there is to encode."""
        return sum(recipe.width * recipe.height for recipe in self.recipes)


@dataclass(frozen=True, slots=True)
class _Shop:
    """What a process needs for photos alone; starting one with more takes longer."""

    cache_root: Path | None
    staging: Path | None


def make_photos(
    artifacts: Sequence[Artifact], workshop: Workshop, cache_root: Path | None, jobs: int
) -> Iterator[Made]:
    """Make the files of photos; `cache_root` is the folder of the site whose cache keeps what is encoded."""
    shop = _Shop(cache_root, workshop.staging)
    cache = PhotoCache(cache_root)
    missing: list[Artifact] = []
    for artifact in artifacts:
        recipe = artifact.recipe
        data = cache.get(recipe.digest, artifact.key) if isinstance(recipe, MakePhoto) else None
        if data is None:
            missing.append(artifact)
        else:
            yield finish(artifact, data, workshop.staging)
    todo = photo_jobs(missing, workshop)
    alone = [job for job in todo if job.source in workshop.large]
    together = [job for job in todo if job.source not in workshop.large]
    for job in alone:
        yield from _make(job, shop)
    count = min(jobs or os.cpu_count() or 1, len(together))
    if count <= 1 or sum(job.pixels for job in together) < WORTH_IT:
        for job in together:
            yield from _make(job, shop)
        return
    with ProcessPoolExecutor(count, mp_context=get_context("spawn"), initializer=_open, initargs=(shop,)) as pool:
        for made in pool.map(_make_here, together):
            yield from made


def photo_jobs(artifacts: Sequence[Artifact], workshop: Workshop) -> list[PhotoJob]:
    """Gather the variants of each photo, the photo with most work first."""
    by_photo: dict[tuple[str, tuple[int, int]], list[tuple[Artifact, MakePhoto]]] = {}
    for artifact in artifacts:
        if isinstance(artifact.recipe, MakePhoto):
            by_photo.setdefault((artifact.recipe.source, artifact.recipe.widest), []).append(
                (artifact, artifact.recipe)
            )
    found = [
        PhotoJob(
            source,
            workshop.places.get(source) or workshop.root / source,
            tuple(artifact for artifact, _ in pairs),
            tuple(recipe for _, recipe in pairs),
        )
        for (source, _), pairs in by_photo.items()
    ]
    return sorted(found, key=lambda job: (-job.pixels, job.source))


def _make(job: PhotoJob, shop: _Shop) -> Iterator[Made]:
    cache = PhotoCache(shop.cache_root)
    variants = _variants(job)
    for artifact, recipe in zip(job.artifacts, job.recipes, strict=True):
        data = next(variants, None)
        if data is None:
            yield broken_photo(artifact, job.source)
        else:
            cache.put(recipe.digest, artifact.key, data)
            yield finish(artifact, data, shop.staging)


def _variants(job: PhotoJob) -> Iterator[bytes]:
    """Give the variants of a photo, or as many as there are before it turns out to be broken."""
    with contextlib.suppress(*DECODING_FAULTS):
        yield from make_variants(read_unchanged(job.place, job.recipes[0].digest), job.recipes)


_shops: list[_Shop] = []


def _open(shop: _Shop) -> None:
    end_with_parent()
    _shops[:] = [shop]


def _make_here(job: PhotoJob) -> tuple[Made, ...]:
    return tuple(_make(job, _shops[0]))
