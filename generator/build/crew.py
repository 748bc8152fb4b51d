"""Pure work on many items -> its results in their order, from as many processes as are worth starting.

Where a process can be copied as it is (Linux, and nothing else runs in it), the items are in the copies already, and so
is all that the work needs; elsewhere both are sent. Results come back as MessagePack, a chunk at a time.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from typing import Any, Generic, TypeVar

import msgspec

from generator.build.orphans import end_with_parent

T = TypeVar("T")
R = TypeVar("R")
CHUNK = 100
WORTH_IT = 300
"""Below this many items one process is faster than starting others."""


@dataclass(frozen=True, slots=True)
class Work(Generic[T, R]):
    """What to do: `open` makes in each process what does it to one item; results are of the type `gives`."""

    open: Callable[[], Callable[[T], R]]
    gives: type[R]


def job_count(asked: int, items: int) -> int:
    """Say how many processes are worth starting."""
    if items < WORTH_IT:
        return 1
    return asked or os.cpu_count() or 1


def spread(work: Work[T, R], items: Sequence[T], jobs: int) -> Iterator[R]:
    """Do the work on all items; the results come in the order of the items."""
    count = job_count(jobs, len(items))
    if count == 1:
        yield from map(work.open(), items)
        return
    with begun(work, items, count) as results:
        yield from results


@contextmanager
def begun(work: Work[T, R], items: Sequence[T], count: int, chunk: int = CHUNK) -> Iterator[Iterator[R]]:
    """Let `count` processes begin with all items, and give their results, in the order of the items.

    Until it asks for a result, this process is free for something else; it cannot be copied before the `with` ends.
    Items are taken a chunk at a time; what nobody began with when the `with` ends is not done.
    """
    chunks = [range(start, min(start + chunk, len(items))) for start in range(0, len(items), chunk)]
    if can_copy():
        _inherited[:] = [(work, items)]
        pool = ProcessPoolExecutor(count, mp_context=get_context("fork"), initializer=_open_inherited)
        answers = pool.map(_do_inherited, chunks)
        _inherited.clear()
    else:
        context = get_context("spawn")
        pool = ProcessPoolExecutor(count, mp_context=context, initializer=_open, initargs=(work.open,))
        answers = pool.map(_do, ([items[place] for place in places] for places in chunks))
    try:
        yield _decoded(answers, work.gives)
    finally:
        pool.shutdown(cancel_futures=True)


def _decoded(answers: Iterator[bytes], gives: type[R]) -> Iterator[R]:
    decoder = msgspec.msgpack.Decoder(list[gives])  # type: ignore[valid-type] # a type that is a value here
    for data in answers:
        yield from decoder.decode(data)


def can_copy() -> bool:
    """Tell whether a copy of this process is safe: no thread is in the middle of something."""
    return sys.platform == "linux" and threading.active_count() == 1


_inherited: list[tuple[Work[Any, Any], Sequence[Any]]] = []
_doers: list[Callable[[Any], object]] = []


def _open(start: Callable[[], Callable[[Any], object]]) -> None:
    end_with_parent()
    _doers[:] = [start()]


def _open_inherited() -> None:
    _open(_inherited[0][0].open)


def _do(items: Sequence[Any]) -> bytes:
    return msgspec.msgpack.encode([_doers[0](item) for item in items])


def _do_inherited(places: range) -> bytes:
    return _do([_inherited[0][1][place] for place in places])
