"""The path of a photo or a card that was put off -> its bytes, made when first asked for."""

from __future__ import annotations

import threading
from collections import OrderedDict
from pathlib import Path

from generator.build.on_demand import make_picture
from generator.serve.builder import Built

MOST_BYTES = 64_000_000


class Pictures:
    """Makes pictures and remembers the last of them; safe to use from several threads."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._made: OrderedDict[str, bytes] = OrderedDict()
        self._size = 0
        self._lock = threading.Lock()

    def make_missing(self, built: Built, path: str) -> bytes | None:
        """Give the bytes of a planned picture; None when the plan has no such picture, or its source is broken."""
        artifact = built.pictures.get(path)
        if artifact is None or built.shown is None:
            return None
        key = f"{path} {artifact.key}"
        with self._lock:
            if key in self._made:
                self._made.move_to_end(key)
                return self._made[key]
        try:
            data = make_picture(built.shown, self._root, artifact)
        except OSError:
            return None
        if data is not None:
            self._keep(key, data)
        return data

    def _keep(self, key: str, data: bytes) -> None:
        with self._lock:
            if key not in self._made:
                self._made[key] = data
                self._size += len(data)
            while self._size > MOST_BYTES and len(self._made) > 1:
                _, oldest = self._made.popitem(last=False)
                self._size -= len(oldest)
