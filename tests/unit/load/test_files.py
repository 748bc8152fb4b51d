"""A folder is walked in the order of names; leftovers do not exist, links are refused, what is known is not read."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import pytest

from generator.diagnostics import Diagnostic
from generator.digest import digest_bytes
from generator.load.files import FoundFile, is_leftover, read_file, walk
from generator.model.source import FileStamp, SourceFile
from tests.harness import TinySite
from tests.unit.examples import told


def found_in(root: Path, folder: str = "content") -> tuple[list[str], list[Diagnostic]]:
    problems: list[Diagnostic] = []
    return [file.path for file in walk(root, folder, problems)], problems


@pytest.mark.parametrize(
    "name",
    [
        ".DS_Store",
        ".git",
        "._feest.jpg",
        "Thumbs.db",
        "desktop.ini",
        "Icon\r",
        "__MACOSX",
        "soep.md~",
        "#soep.md#",
        "~$soep.docx",
        ".soep.md.swp",
        "soep.md.swx",
        "soep.TMP",
        "soep.md.bak",
        "soep.md.orig",
        "feest.jpg.part",
        "feest.jpg.crdownload",
    ],
)
def test_what_editors_and_downloads_leave_behind_does_not_exist(name: str) -> None:
    assert is_leftover(name)


@pytest.mark.parametrize("name", ["soep.md", "feest~1.jpg", "index.md", "2024", "bak.md", "temp"])
def test_what_people_make_does(name: str) -> None:
    assert not is_leftover(name)


def test_files_come_in_the_order_of_their_names_and_those_of_a_folder_before_its_folders(tmp_path: Path) -> None:
    names = ["b/x.md", "b/.verborgen/x.md", "a/y.md", "a/c/z.md", "é.md", "c.md", "Z.md", "a/c~"]
    TinySite(tmp_path, {f"content/{name}": "" for name in names})
    assert found_in(tmp_path) == (
        ["content/Z.md", "content/c.md", "content/é.md", "content/a/y.md", "content/a/c/z.md", "content/b/x.md"],
        [],
    )


def test_names_have_composed_letters_whatever_the_disk_has(tmp_path: Path) -> None:
    TinySite(tmp_path, {"content/" + unicodedata.normalize("NFD", "café/één.md"): ""})
    assert found_in(tmp_path) == (["content/café/één.md"], [])


def test_a_folder_that_is_not_there_is_empty(tmp_path: Path) -> None:
    assert found_in(tmp_path) == ([], [])


def test_a_file_where_a_folder_is_expected_is_a_problem(tmp_path: Path) -> None:
    TinySite(tmp_path, {"content": ""})
    paths, problems = found_in(tmp_path)
    assert (paths, told(problems)) == ([], ["1 fout onleesbaar"])


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_links_to_files_and_folders_are_refused(tmp_path: Path) -> None:
    TinySite(tmp_path, {"elders/geheim.md": "", "content/soep.md": ""})
    (tmp_path / "content" / "link.md").symlink_to(tmp_path / "elders" / "geheim.md")
    (tmp_path / "content" / "map").symlink_to(tmp_path / "elders")
    (tmp_path / "content" / "weg.md").symlink_to(tmp_path / "nergens")
    paths, problems = found_in(tmp_path)
    assert paths == ["content/soep.md"]
    assert [(found.file, found.code) for found in problems] == [
        ("content/link.md", "koppeling"),
        ("content/map", "koppeling"),
        ("content/weg.md", "koppeling"),
    ]


def test_folders_lie_no_deeper_than_anyone_needs(tmp_path: Path) -> None:
    deep = "content/" + "x/" * 13
    TinySite(tmp_path, {f"{deep}soep.md": "", "content/x/soep.md": ""})
    paths, problems = found_in(tmp_path)
    assert paths == ["content/x/soep.md"]
    assert [(found.file, found.code) for found in problems] == [(deep.rstrip("/"), "te-diep")]


def read_twice(path: Path, change: str) -> tuple[SourceFile, SourceFile]:
    """Read a file, change it, and read it with the stamp of the first time."""
    path.write_text("soep", encoding="utf-8")
    file = FoundFile("content/soep.md", str(path))
    stamps: dict[str, FileStamp] = {}
    first = read_file(file, file.real.stat(), {}, stamps)
    if change:
        path.write_text(change, encoding="utf-8")
    return first, read_file(file, file.real.stat(), dict(stamps), stamps)


def test_a_file_is_read_once_while_its_stamp_stays_the_same(tmp_path: Path) -> None:
    first, second = read_twice(tmp_path / "soep.md", "")
    assert (first.data, first.digest) == (b"soep", digest_bytes(b"soep"))
    assert (second.data, second.digest) == (None, first.digest)


def test_a_file_that_changed_is_read_again(tmp_path: Path) -> None:
    _, second = read_twice(tmp_path / "soep.md", "brood!")
    assert (second.data, second.digest) == (b"brood!", digest_bytes(b"brood!"))


@pytest.mark.parametrize("field", ["size", "modified_ns", "changed_ns", "inode"])
def test_a_stamp_is_no_proof_when_any_part_of_it_differs(tmp_path: Path, field: str) -> None:
    path = tmp_path / "soep.md"
    path.write_text("soep", encoding="utf-8")
    file = FoundFile("content/soep.md", str(path))
    status = path.stat()
    parts = {"size": status.st_size, "modified_ns": status.st_mtime_ns, "changed_ns": status.st_ctime_ns}
    parts["inode"] = status.st_ino
    good = FileStamp(**parts, digest="bekend")
    assert read_file(file, file.real.stat(), {"content/soep.md": good}, {}) == SourceFile("content/soep.md", "bekend")
    parts[field] += 1
    assert (
        read_file(file, file.real.stat(), {"content/soep.md": FileStamp(**parts, digest="bekend")}, {}).data == b"soep"
    )
