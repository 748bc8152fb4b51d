"""Many processes are worth it for much work only, and the order of the results is that of the work."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from generator.build import crew
from generator.build.crew import WORTH_IT, job_count
from generator.build.pool import read_all
from generator.model.coach import CoachSettings
from tests.harness import PEELO, STORY, TinySite, messages
from tests.unit.examples import picture, source

FEAST = STORY.replace("wijken:", "foto: feest.jpg\nwijken:")
REGISTER = "alt: Een feest.\nfotograaf: Ans\ntoestemming: geen-mensen\n"


@pytest.mark.parametrize(
    ("asked", "items", "count"),
    [(8, 0, 1), (8, WORTH_IT - 1, 1), (8, WORTH_IT, 8), (1, 10_000, 1), (0, 10_000, os.cpu_count() or 1)],
)
def test_below_some_hundreds_of_items_one_process_is_enough(asked: int, items: int, count: int) -> None:
    assert job_count(asked, items) == count


def test_files_are_parsed_in_their_order() -> None:
    files = [source(f"content/verhalen/{name}.md", STORY) for name in ("c", "a", "b")]
    assert [read.report.value.slug for read in read_all(files, CoachSettings(), 1)] == ["c", "a", "b"]


def site_with(root: Path, data: bytes) -> TinySite:
    return TinySite(
        root,
        {
            "site.yaml": "naam: Proef\nadres: https://proef.nl\nthema: thema\n",
            "content/wijken/peelo.md": PEELO,
            "content/verhalen/soep/index.md": FEAST,
            "content/verhalen/soep/feest.jpg": data,
            "content/verhalen/soep/feest.jpg.yaml": REGISTER,
        },
    )


def test_a_photo_is_built(tmp_path: Path) -> None:
    site = site_with(tmp_path, picture(size=(40, 20)))
    assert messages(site.build()) == []
    assert [path for path in site.built() if path.endswith(".webp")]


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF"])
def test_a_photo_that_breaks_off_halfway_is_told_at_the_photo(tmp_path: Path, kind: str) -> None:
    whole = picture(
        size=(400, 200), kind=kind, colour=128 if kind == "GIF" else "red", mode="L" if kind == "GIF" else "RGB"
    )
    outcome = site_with(tmp_path, whole[: len(whole) * 2 // 3]).build()
    assert messages(outcome) == ["content/verhalen/soep/feest.jpg:1: fout[foto-stuk]"]
    assert outcome.failed


@pytest.mark.parametrize("copies", [True, False])
def test_many_processes_make_the_same_site_as_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, copies: bool
) -> None:
    one = site_with(tmp_path / "een", picture())
    one.build()
    monkeypatch.setattr(crew, "WORTH_IT", 1)
    monkeypatch.setattr(crew, "can_copy", lambda: copies and sys.platform == "linux")
    two = site_with(tmp_path / "twee", picture())
    two.build(jobs=2)
    assert two.built() == one.built()
