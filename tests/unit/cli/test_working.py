"""A command whose turn it is not says so, waits, and gives up with a message; so it does when files keep changing."""

from __future__ import annotations

import json
import threading
from pathlib import Path

import pytest

from generator.build import turn
from generator.cli import working
from generator.cli.entry import run
from generator.model.source import Overtaken
from tests.harness import TinySite

DAY = "2026-11-23"
Said = pytest.CaptureFixture[str]
EVERY = [["build"], ["check"], ["plan"], ["why", "/"], ["next"], ["report"], ["photo", "list"]]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> TinySite:
    made = TinySite(tmp_path / "site")
    monkeypatch.chdir(made.root)
    monkeypatch.setattr(turn, "PATIENCE", 0.1)
    return made


@pytest.mark.parametrize("words", EVERY, ids=" ".join)
def test_a_second_command_gives_up_with_1_and_a_message(site: TinySite, words: list[str], capsys: Said) -> None:
    with turn.take_turn(site.root, site.output, lambda _: None):
        assert run([*words, "--date", DAY]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("site.yaml:1: fout[al-bezig]: een andere opdracht van mba is al bezig met deze site\n")
    assert not (site.root / "output").exists()


def test_with_json_the_message_is_a_row(site: TinySite, capsys: Said) -> None:
    with turn.take_turn(site.root, site.output, lambda _: None):
        assert run(["build", "--date", DAY, "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["code"] == "al-bezig"


def test_who_waits_says_so_once_and_then_builds(site: TinySite, monkeypatch: pytest.MonkeyPatch, capsys: Said) -> None:
    monkeypatch.setattr(turn, "PATIENCE", 60)
    monkeypatch.setattr(working, "SILENCE", 0)
    held, go = threading.Event(), threading.Event()

    def hold() -> None:
        with turn.take_turn(site.root, site.output, lambda _: None):
            held.set()
            go.wait(60)

    other = threading.Thread(target=hold)
    other.start()
    held.wait(60)
    threading.Timer(0.3, go.set).start()
    assert run(["build", "--date", DAY]) == 0
    other.join()
    lines = capsys.readouterr().err.splitlines()
    assert lines[:2] == ["Even wachten: een andere opdracht van mba is met deze site bezig.", "Klaar: output"]


@pytest.mark.parametrize("words", [["build"], ["check"]], ids=" ".join)
def test_files_that_keep_changing_are_told(
    site: TinySite, monkeypatch: pytest.MonkeyPatch, capsys: Said, words: list[str]
) -> None:
    def overtake(*_: object, **__: object) -> None:
        raise Overtaken("content/soep.md")

    monkeypatch.setattr("generator.build.front.load", overtake)
    assert run([*words, "--date", DAY]) == 1
    assert "fout[bestanden-veranderen]: terwijl we bouwden" in capsys.readouterr().err
    assert not site.output.exists()
