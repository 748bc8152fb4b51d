"""Photos that a page in the live preview asks for -> their bytes, encoded when they are first needed.

How a preview uses it:

    options = replace(options, lazy_photos=True)
    outcome = build(options, cache, progress)       # no photo is encoded; those of before are put in place
    ...
    data = outcome.pending.make("assets/feest-480.0a1b2c3d4e.webp")     # in the handler of a request

A file that is not in the preview's folder is asked for here; what is made lies in `.cache/photos/`, so that the next
build puts it in its place. A build that failed has no `pending`: that of the last good one stays good.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from generator.build.workshop import Workshop
from generator.model.plan import Artifact, photo_of
from generator.photo_cache import PhotoCache
from generator.render import PhotoError, Renderer


@dataclass(frozen=True)
class PendingPhotos:
    """The photos, and the cards with a photo, that a build planned and did not make; by path below the output folder.

    Threads may ask for photos together: one is encoded at a time, so that memory stays bounded.
    """

    artifacts: Mapping[str, Artifact]
    workshop: Workshop
    cache: PhotoCache
    _turn: threading.Lock = field(default_factory=threading.Lock, compare=False, repr=False)

    def make(self, path: str) -> bytes | None:
        """Give the bytes of one file, such as `assets/feest-480.0a1b2c3d4e.webp`.

        Nothing for a path that is not planned, and for a photo that is gone or turns out to be broken.
        """
        artifact = self.artifacts.get(path)
        photo = photo_of(artifact.recipe) if artifact is not None else None
        if artifact is None or photo is None:
            return None
        with self._turn:
            known = self.cache.get(photo[1], artifact.key)
            if known is None:
                known = self._encode(artifact)
                if known is not None:
                    self.cache.put(photo[1], artifact.key, known)
        return known

    def _encode(self, artifact: Artifact) -> bytes | None:
        shop = self.workshop
        try:
            return Renderer(shop.theme, shop.base_path, bodies=str, photos=shop.photo).render(artifact)
        except PhotoError:
            return None


def split_pending(
    todo: Sequence[Artifact], cache: PhotoCache, workshop: Workshop
) -> tuple[list[Artifact], PendingPhotos]:
    """Part what has to be made in what is made now, and the photos that can wait until a page asks for them."""
    waiting = {artifact.path: artifact for artifact in todo if _can_wait(artifact, cache)}
    now = [artifact for artifact in todo if artifact.path not in waiting]
    return now, PendingPhotos(waiting, workshop, cache)


def _can_wait(artifact: Artifact, cache: PhotoCache) -> bool:
    photo = photo_of(artifact.recipe)
    return photo is not None and not cache.has(photo[1], artifact.key)
