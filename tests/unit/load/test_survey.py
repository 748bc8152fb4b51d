"""What the file system says of all files, without reading any: enough to know that nothing changed."""

from __future__ import annotations

from pathlib import Path

from generator.load import survey
from generator.model.source import FileStamp
from tests.harness import SETTINGS, TinySite


def test_every_file_that_a_build_could_read_is_stamped(tmp_path: Path) -> None:
    site = TinySite(
        tmp_path,
        {"site.yaml": SETTINGS, "content/soep.md": "", "content/film.mp4": "", "content/.x": "", "README.md": ""},
    )
    stamps = survey(site.root, ("content", "thema"))
    assert stamps is not None
    assert {path for path in stamps if not path.startswith("thema/")} == {
        "site.yaml",
        "content/soep.md",
        "content/film.mp4",
    }
    assert "thema/layouts/home.html" in stamps
    assert stamps["site.yaml"] == FileStamp.of((site.root / "site.yaml").stat(), "")


def test_without_settings_there_is_nothing_to_say(tmp_path: Path) -> None:
    assert survey(tmp_path, ("content", "thema")) is None
