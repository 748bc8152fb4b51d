"""What a row of saves leads to: a page ahead when one text was saved, and always a build of everything."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import cast

import pytest

from generator.build import Outcome
from generator.serve import Builder, Built, live
from generator.serve.live import Live

SOEP, FEEST = Path("soep.md"), Path("feest.md")
GOOD = Built(Outcome((), failed=False, counts={}))


class Recorder:
    """Notes what is asked of it; it can show some texts ahead."""

    present = frozenset[str]()

    def __init__(self, *simple: Path) -> None:
        self.simple = simple
        self.asked: list[str] = []

    def build(self) -> Built:
        self.asked.append("everything")
        return GOOD

    def tidy(self) -> None:
        """Nothing was left behind."""

    def build_ahead(self, saved: Path) -> Built | None:
        self.asked.append(saved.stem)
        return GOOD if saved in self.simple else None


Saves = Callable[[Live, "asyncio.Queue[Built]"], Awaitable[None]]


def asked_after(recorder: Recorder, saves: Saves) -> list[str]:
    """Say what was asked of a recorder until it built everything."""

    async def go() -> None:
        built = asyncio.Queue[Built]()
        watched = Live(cast("Builder", recorder), built.put_nowait, lambda: None)
        with ThreadPoolExecutor(1) as bench:
            task = asyncio.create_task(watched.run(bench))
            await saves(watched, built)
            while "everything" not in recorder.asked:
                await built.get()
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    # In a thread of its own: after tests in a browser this one may have a loop already.
    with ThreadPoolExecutor(1) as aside:
        aside.submit(lambda: asyncio.run(go())).result()
    return recorder.asked


@pytest.fixture(autouse=True)
def _short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live, "HEAD_START", 0.05)


def test_a_saved_text_is_shown_ahead_and_then_everything_is_looked_at() -> None:
    async def saves(watched: Live, _: asyncio.Queue[Built]) -> None:
        watched.changed([SOEP])

    assert asked_after(Recorder(SOEP), saves) == ["soep", "everything"]


def test_what_cannot_be_shown_ahead_is_built_at_once() -> None:
    async def saves(watched: Live, _: asyncio.Queue[Built]) -> None:
        watched.changed([SOEP])

    assert asked_after(Recorder(), saves) == ["soep", "everything"]


def test_two_files_at_once_or_nobody_knows_what_are_for_a_build_of_everything() -> None:
    async def two(watched: Live, _: asyncio.Queue[Built]) -> None:
        watched.changed([SOEP, FEEST])

    async def unknown(watched: Live, _: asyncio.Queue[Built]) -> None:
        watched.changed([SOEP])
        watched.changed()

    assert asked_after(Recorder(SOEP, FEEST), two) == ["everything"]
    assert asked_after(Recorder(SOEP), unknown) == ["everything"]


def test_further_saves_do_not_put_off_the_build_of_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live, "HEAD_START", 0.2)

    async def saves(watched: Live, built: asyncio.Queue[Built]) -> None:
        for number in range(10_000):
            watched.changed([FEEST if number % 2 else SOEP])
            await built.get()
            if "everything" in recorder.asked:
                break

    recorder = Recorder(SOEP, FEEST)
    asked = asked_after(recorder, saves)
    assert asked[:2] == ["soep", "feest"]
    assert "everything" in asked
