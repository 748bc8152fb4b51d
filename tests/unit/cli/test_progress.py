"""A long build shows how far it is: a bar on a terminal, plain lines elsewhere, nothing in the first second."""

from __future__ import annotations

import io
import sys

import pytest

from generator.cli import progress
from generator.cli.progress import ProgressLine

Said = pytest.CaptureFixture[str]


def test_a_short_build_shows_nothing(capsys: Said) -> None:
    with ProgressLine() as line:
        line("lezen", 1, 2)
        line("lezen", 2, 2)
        assert line.seconds >= 0
    assert capsys.readouterr().err == ""


def test_elsewhere_than_on_a_terminal_each_stage_has_a_plain_line(
    capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    with ProgressLine() as line:
        for number in (1, 2, 3):
            line("lezen", number, 3)
        line("maken", 1, 5)
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", "lezen: 1 van 3\nmaken: 1 van 5\n")


def test_a_stage_that_takes_long_has_a_line_now_and_then(capsys: Said, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    monkeypatch.setattr(progress, "EVERY", 0.0)
    with ProgressLine() as line:
        line("lezen", 1, 3)
        line("lezen", 2, 3)
    assert capsys.readouterr().err == "lezen: 1 van 3\nlezen: 2 van 3\n"


class Terminal(io.StringIO):
    """Standard error that is a terminal."""

    def isatty(self) -> bool:
        """Be a terminal."""
        return True


def test_on_a_terminal_there_is_a_bar_for_each_stage(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Terminal()
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    monkeypatch.setattr(sys, "stderr", screen)
    with ProgressLine() as line:
        line("lezen", 1, 2)
        line("lezen", 2, 2)
        line("maken", 5, 10)
    said = screen.getvalue()
    assert "lezen" in said
    assert "maken" in said
    assert "50%" in said
    assert said.endswith("\n") or "\x1b[?25h" in said
