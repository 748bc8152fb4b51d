"""What is done to a site, and what its output must hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.builds import BUILDS, Turn
from benchmarks.tool import StoryTool, WrongOutputError, write_file


def site(root: Path) -> StoryTool:
    write_file(root / "story.md", "Tekst.\n")
    write_file(root / "peelo.md", "naam: Peelo\n")
    write_file(root / "site.yaml", "deelkaarten: {maken: false}\n")
    return StoryTool(
        name="toy",
        version="1",
        site=root,
        command=(),
        output=root / "output",
        caches=(root / ".cache",),
        edited_file=root / "story.md",
        wijk_file=root / "peelo.md",
        cards_file=root / "site.yaml",
    )


def test_a_lacking_page_and_a_page_too_many_are_named(tmp_path: Path) -> None:
    tool = site(tmp_path)
    write_file(tmp_path / "output/verhalen/a/index.html", "")
    write_file(tmp_path / "output/verhalen/jaar/index.html", "")
    tool.check_stories({"a"})
    with pytest.raises(WrongOutputError, match=r"lacking \['b'\]"):
        tool.check_stories({"a", "b"})


def test_an_edit_must_be_on_the_page_of_the_story(tmp_path: Path) -> None:
    tool, turn = site(tmp_path), Turn(2, {"story"}, "Peelo")
    BUILDS["edit"].prepare(tool, turn)
    assert (tmp_path / "story.md").read_text("utf-8") == "Tekst.\n\nDit is wijziging nummer 2.\n"
    write_file(tmp_path / "output/verhalen/story/index.html", "<p>Tekst.</p>")
    with pytest.raises(WrongOutputError, match="wijziging nummer 2"):
        BUILDS["edit"].check(tool, turn)


def test_a_wijk_gets_a_new_name_in_every_turn(tmp_path: Path) -> None:
    tool = site(tmp_path)
    for number in (1, 2):
        BUILDS["wijk"].prepare(tool, Turn(number, set(), "Peelo"))
    assert (tmp_path / "peelo.md").read_text("utf-8") == "naam: Peelo 2\n"


def test_cards_are_turned_off_again_after_their_build(tmp_path: Path) -> None:
    tool, turn = site(tmp_path), Turn(1, {"story"}, "Peelo")
    BUILDS["cards"].prepare(tool, turn)
    assert "maken: true" in (tmp_path / "site.yaml").read_text("utf-8")
    BUILDS["cards"].check(tool, turn)
    assert "maken: false" in (tmp_path / "site.yaml").read_text("utf-8")


def test_a_tool_without_caches_has_none_to_remove() -> None:
    assert not BUILDS["cache"].possible(
        StoryTool(
            name="toy",
            version="1",
            site=Path(),
            command=(),
            output=Path(),
            caches=(),
            edited_file=Path(),
            wijk_file=Path(),
        )
    )
