"""Work goes to other processes a chunk at a time, and this process is free until it wants to know what came of it."""

from __future__ import annotations

import multiprocessing
import os
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from generator.build import crew
from generator.build.crew import Work, begun


def squares() -> Callable[[int], int]:
    return partial(pow, exp=2)


def process_numbers() -> Callable[[float], int]:
    return _process_number


def _process_number(_: float) -> int:
    return os.getpid()


def noters(folder: Path) -> Callable[[int], None]:
    return partial(_note, folder)


def _note(folder: Path, number: int) -> None:
    (folder / str(number)).touch()
    time.sleep(0.01)


@pytest.fixture(params=["copied", "started"], autouse=True)
def how(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    copies = request.param == "copied" and sys.platform == "linux"
    monkeypatch.setattr(crew, "can_copy", lambda: copies)


@pytest.mark.parametrize("chunk", [1, 3, 100])
def test_results_come_in_the_order_of_the_items_whatever_the_chunks(chunk: int) -> None:
    with begun(Work(squares, int), range(10), 2, chunk) as results:
        assert list(results) == [number**2 for number in range(10)]


def test_nothing_is_done_in_this_process() -> None:
    with begun(Work(process_numbers, int), range(4), 2, chunk=1) as results:
        assert os.getpid() not in set(results)


def test_other_work_is_done_before_anybody_asks_for_results() -> None:
    with begun(Work(squares, int), [3], 1) as results:
        meanwhile = [number + 1 for number in range(3)]
        assert (meanwhile, list(results)) == ([1, 2, 3], [9])


def test_when_this_process_fails_what_was_not_begun_is_not_done(tmp_path: Path) -> None:
    items = range(1000)
    with pytest.raises(ZeroDivisionError), begun(Work(partial(noters, tmp_path), type(None)), items, 2, chunk=1):
        raise ZeroDivisionError
    assert len(list(tmp_path.iterdir())) < len(items)
    assert multiprocessing.active_children() == []
