"""Photos and cards that a page in the live preview asks for -> their bytes, made when they are first needed.

How a preview uses it:

    options = replace(options, lazy_photos=True)
    outcome = build(options, cache, progress)       # photos of before are put in place; the rest waits
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
from generator.model.plan import Artifact, MakeCard, photo_of
from generator.model.source import Overtaken
from generator.photo_cache import PhotoCache
from generator.render import PhotoError, Renderer


@dataclass(frozen=True)
class PendingPictures:
    """The photos and cards that a build planned and did not make; by path below the output folder.

    Threads may ask for pictures together: one is encoded at a time, so that memory stays bounded.
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
        if artifact is None:
            return None
        photo = photo_of(artifact.recipe)
        with self._turn:
            known = self.cache.get(photo[1], artifact.key) if photo is not None else None
            if known is None:
                known = self._encode(artifact)
                if known is not None and photo is not None:
                    self.cache.put(photo[1], artifact.key, known)
        return known

    def _encode(self, artifact: Artifact) -> bytes | None:
        shop = self.workshop
        try:
            return Renderer(shop.theme, shop.base_path, bodies=str, photos=shop.photo).render(artifact)
        except (PhotoError, Overtaken):
            return None


def split_pending(
    todo: Sequence[Artifact], cache: PhotoCache, workshop: Workshop
) -> tuple[list[Artifact], PendingPictures]:
    """Part what has to be made in what is made now, and the pictures that can wait until a page asks for them."""
    waiting = {artifact.path: artifact for artifact in todo if _can_wait(artifact, cache)}
    now = [artifact for artifact in todo if artifact.path not in waiting]
    return now, PendingPictures(waiting, workshop, cache)


def _can_wait(artifact: Artifact, cache: PhotoCache) -> bool:
    photo = photo_of(artifact.recipe)
    if photo is None:
        return isinstance(artifact.recipe, MakeCard)
    return not cache.has(photo[1], artifact.key)
