"""Something to do with a site -> done, also when the cache is lost or files change meanwhile: then it is done again."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import BrokenExecutor
from contextlib import closing
from dataclasses import replace
from typing import TypeVar

from generator.build.options import Options
from generator.cache import Cache
from generator.model.source import Overtaken

T = TypeVar("T")
ATTEMPTS = 3


def persist(options: Options, act: Callable[[Options, Cache], T]) -> T:
    """Do something with a site and its cache; the last attempt keeps all in memory, where nothing can be lost.

    Raises:
        Overtaken: files kept changing.
        OSError: the disk refused.
    """
    attempt = 1
    while True:
        with closing(Cache(options.root, memory=attempt == ATTEMPTS)) as cache:
            try:
                return act(options, cache)
            except (Overtaken, BrokenExecutor) as fault:
                if attempt == ATTEMPTS:
                    raise
                if isinstance(fault, BrokenExecutor):
                    # A worker that the system ended had too little memory, most of the time.
                    options = replace(options, jobs=1)
            finally:
                cache.commit()
        attempt += 1
