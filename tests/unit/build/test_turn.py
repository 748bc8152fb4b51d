"""One at a time: who is at work has the site and its output alone, and who dies lets go."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from generator.build import turn
from generator.build.turn import Busy, busy, take_turn

REPOSITORY = Path(__file__).resolve().parents[3]
HOLD = """\
import sys, time
from pathlib import Path
from generator.build.turn import take_turn
with take_turn(Path(sys.argv[1]), Path(sys.argv[2]), lambda _: None):
    print("bezig", flush=True)
    time.sleep(60)
"""
HOLD_WITH_A_WORKER = HOLD.replace(
    "    time.sleep", "    from os import fork; worker = fork(); worker and print(worker, flush=True)\n    time.sleep"
)


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turn, "PATIENCE", 0.2)


def quiet(seconds: float) -> None:
    """Say nothing."""
    del seconds


@contextmanager
def another_process(root: Path, output: Path, script: str = HOLD) -> Iterator[subprocess.Popen[str]]:
    """Let another process be at work."""
    command = [sys.executable, "-c", script, str(root), str(output)]
    with subprocess.Popen(command, cwd=REPOSITORY, stdout=subprocess.PIPE, encoding="utf-8") as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "bezig\n"
        try:
            yield process
        finally:
            process.kill()


def test_who_comes_second_gives_up_with_a_message_that_says_what_to_do(tmp_path: Path) -> None:
    both = tmp_path, tmp_path / "output"
    with another_process(*both), pytest.raises(Busy) as told, take_turn(*both, quiet):
        pass
    assert str(busy(told.value, tmp_path)) == (
        "site.yaml:1: fout[al-bezig]: een andere opdracht van mba is al bezig met deze site\n"
        "  tip: wacht tot die klaar is, of stop hem, en probeer het dan nog eens"
    )


def test_two_sites_cannot_write_to_one_folder_together(tmp_path: Path) -> None:
    output = tmp_path / "b" / "uit"
    with another_process(tmp_path / "a", output), pytest.raises(Busy) as told, take_turn(tmp_path / "b", output, quiet):
        pass
    assert "al bezig met de map uit" in busy(told.value, tmp_path / "b").message


def test_one_site_is_built_to_two_folders_in_turn(tmp_path: Path) -> None:
    with another_process(tmp_path, tmp_path / "a"), pytest.raises(Busy), take_turn(tmp_path, tmp_path / "b", quiet):
        pass


def test_two_sites_with_folders_of_their_own_do_not_wait_for_each_other(tmp_path: Path) -> None:
    with another_process(tmp_path / "a", tmp_path / "a" / "output"), take_turn(tmp_path / "b", None, quiet):
        pass


def test_who_is_killed_leaves_no_lock(tmp_path: Path) -> None:
    with another_process(tmp_path, tmp_path / "output") as process:
        process.kill()
        process.wait()
        with take_turn(tmp_path, tmp_path / "output", quiet):
            pass
    assert list(tmp_path.rglob("lock")) == []


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes cannot be copied here")
def test_a_worker_that_outlives_its_killed_build_holds_no_lock(tmp_path: Path) -> None:
    with another_process(tmp_path, tmp_path / "output", HOLD_WITH_A_WORKER) as process:
        assert process.stdout is not None
        worker = int(process.stdout.readline())
        with pytest.raises(Busy), take_turn(tmp_path, None, quiet):
            pass
        process.kill()
        process.wait()
        try:
            with take_turn(tmp_path, tmp_path / "output", quiet):
                os.kill(worker, 0)
        finally:
            os.kill(worker, signal.SIGKILL)


def test_who_waits_goes_on_when_the_other_is_done_and_can_say_so_meanwhile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(turn, "PATIENCE", 60)
    waited: list[float] = []
    with another_process(tmp_path, tmp_path / "output") as process:
        threading.Timer(0.3, process.kill).start()
        with take_turn(tmp_path, None, waited.append):
            pass
    assert waited
    assert waited == sorted(waited)


def test_no_two_have_the_same_turn_however_many_come(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turn, "PATIENCE", 60)
    monkeypatch.setattr(turn, "PAUSE", 0.001)
    inside: list[int] = []
    most: list[int] = []

    def come(number: int) -> None:
        for _ in range(20):
            with take_turn(tmp_path, tmp_path / "output", quiet):
                inside.append(number)
                time.sleep(0.0005)
                most.append(len(inside))
                inside.remove(number)

    threads = [threading.Thread(target=come, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == [1] * 80


def test_nothing_is_left_of_a_turn_that_wrote_nothing(tmp_path: Path) -> None:
    with take_turn(tmp_path, tmp_path / "diep" / "output", quiet):
        assert (tmp_path / "diep" / "output" / ".mba" / "lock").exists()
    assert list(tmp_path.iterdir()) == []


def test_where_no_lock_can_be_made_nobody_is_kept_out(tmp_path: Path) -> None:
    (tmp_path / ".cache").write_text("", encoding="utf-8")
    with take_turn(tmp_path, None, quiet), take_turn(tmp_path, None, quiet):
        pass


def test_a_disk_that_knows_no_locks_keeps_nobody_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(handle: int) -> None:
        raise OSError(95, f"Operation not supported: {handle}")

    monkeypatch.setattr(turn, "_hold", refuse)
    with take_turn(tmp_path, None, quiet), take_turn(tmp_path, None, quiet):
        pass
