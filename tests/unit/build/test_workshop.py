"""Where the bytes of a file wait to be published."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.build.workshop import finish
from generator.digest import digest_bytes
from generator.model.plan import Artifact, Entry, WriteText


def artifact(path: str) -> Artifact:
    return Artifact(path, WriteText(""), "sleutel")


def test_a_file_waits_below_its_own_folders(tmp_path: Path) -> None:
    for path in ("verhalen/soep/index.html", "verhalen/brood/index.html", "robots.txt"):
        made = finish(artifact(path), path.encode(), tmp_path)
        assert made.entry == Entry("sleutel", digest_bytes(path.encode()))
        assert (tmp_path / path).read_bytes() == path.encode()


@pytest.mark.parametrize("path", ["verhalen/soep/index.html", "robots.txt"])
def test_a_staging_folder_that_went_is_not_made_again(tmp_path: Path, path: str) -> None:
    with pytest.raises(FileNotFoundError):
        finish(artifact(path), b"", tmp_path / "weg")
    assert list(tmp_path.iterdir()) == []
