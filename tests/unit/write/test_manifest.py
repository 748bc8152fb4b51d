"""The manifest lists which files of a folder builds made; one that cannot be read lists none."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.model.plan import Entry, Manifest
from generator.write.manifest import (
    manifest_file,
    pending_file,
    publish_manifest,
    read_manifest,
    read_pending,
    replace_file,
    stage_manifest,
    write_pending,
)

MANIFEST = Manifest({"b/index.html": Entry("k2", "d2"), "a.html": Entry("k1", "d1"), "é.css": Entry("k3", "d3")})


@pytest.fixture
def output(tmp_path: Path) -> Path:
    (tmp_path / ".mba").mkdir()
    return tmp_path


def write_manifest(output: Path, manifest: Manifest) -> None:
    stage_manifest(output, manifest)
    publish_manifest(output, output)


def test_what_is_written_can_be_read(output: Path) -> None:
    write_manifest(output, MANIFEST)
    assert read_manifest(output) == MANIFEST


def test_the_same_files_give_the_same_bytes_in_any_order(output: Path) -> None:
    write_manifest(output, MANIFEST)
    text = manifest_file(output).read_text(encoding="utf-8")
    assert text == (
        '{"version": 1, "files": [\n'
        '{"path": "a.html", "key": "k1", "digest": "d1"},\n'
        '{"path": "b/index.html", "key": "k2", "digest": "d2"},\n'
        '{"path": "é.css", "key": "k3", "digest": "d3"}\n'
        "]}\n"
    )
    write_manifest(output, Manifest(dict(sorted(MANIFEST.entries.items(), reverse=True))))
    assert manifest_file(output).read_text(encoding="utf-8") == text


def test_an_empty_manifest_can_be_read(output: Path) -> None:
    write_manifest(output, Manifest())
    assert read_manifest(output) == Manifest()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "geen json",
        "[]",
        "null",
        "{}",
        '{"version": 2, "files": [{"path": "a", "key": "k", "digest": "d"}]}',
        '{"version": 1, "files": [{"path": "a"}]}',
        '{"version": 1, "files": ["a"]}',
        '{"version": 1, "files": 3}',
    ],
)
def test_a_manifest_that_is_broken_or_of_another_version_knows_of_no_files(output: Path, text: str) -> None:
    manifest_file(output).write_text(text, encoding="utf-8")
    assert read_manifest(output) == Manifest()


def test_a_folder_without_a_manifest_has_none(tmp_path: Path) -> None:
    assert (read_manifest(tmp_path), read_pending(tmp_path)) == (Manifest(), frozenset())


def test_what_is_about_to_appear_is_noted(output: Path) -> None:
    write_pending(output, frozenset({"b", "a", "é"}))
    assert pending_file(output).read_text(encoding="utf-8") == '["a", "b", "é"]'
    assert read_pending(output) == {"a", "b", "é"}


@pytest.mark.parametrize("text", ["", "{}", "3", '["a"', '{"a": 1}'])
def test_a_note_that_is_broken_notes_nothing(output: Path, text: str) -> None:
    pending_file(output).write_text(text, encoding="utf-8")
    assert read_pending(output) == frozenset()


def test_a_file_is_replaced_in_one_step(output: Path) -> None:
    path = output / "x.txt"
    replace_file(path, b"een")
    replace_file(path, b"twee")
    assert path.read_bytes() == b"twee"
    assert sorted(child.name for child in output.iterdir()) == [".mba", "x.txt"]
