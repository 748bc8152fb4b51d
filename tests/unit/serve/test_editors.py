"""A line of a file opens in the editor of the writer, whatever the file is called."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.serve.editors import EDITORS, editor_link


@pytest.fixture
def place(tmp_path: Path) -> Path:
    place = tmp_path / "soep & brood#1.md"
    place.write_text("", encoding="utf-8")
    return place


def test_the_editor_is_told_file_and_line(place: Path) -> None:
    link = editor_link("vscode", place, 7)
    assert link == f"vscode://file{place.parent.as_posix()}/soep%20%26%20brood%231.md:7"


@pytest.mark.parametrize("editor", [name for name in EDITORS if name != "geen"])
def test_every_editor_hears_the_line(editor: str, place: Path) -> None:
    link = editor_link(editor, place, 41)
    assert link is not None
    assert "41" in link
    assert " " not in link


def test_without_an_editor_or_a_file_there_is_no_link(place: Path, tmp_path: Path) -> None:
    assert editor_link("geen", place, 1) is None
    assert editor_link("vscode", tmp_path / "weg.md", 1) is None
