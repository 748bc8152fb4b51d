"""Nothing but what a build put in the preview folder is served."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.serve.files import file_path, media_type, read_file


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("/", "index.html"),
        ("/verhalen/soep/", "verhalen/soep/index.html"),
        ("/assets/style.0a1b.css", "assets/style.0a1b.css"),
        ("/verhalen/caf%C3%A9/", "verhalen/café/index.html"),
    ],
)
def test_an_address_stands_for_a_file(address: str, path: str) -> None:
    assert file_path(address) == path


@pytest.mark.parametrize(
    "address",
    [
        "",
        "site.yaml",
        "/../site.yaml",
        "/verhalen/../../site.yaml",
        "/%2e%2e/site.yaml",
        "/%2E%2E%2Fsite.yaml",
        "/..%2fsite.yaml",
        "/..%5csite.yaml",
        "/..\\site.yaml",
        "/%252e%252e/site.yaml",
        "/.mba/manifest.json",
        "//evil.example/",
        "/C:/Windows/",
        "/verhalen/%00",
        "/%ff",
        "/%c0%ae%c0%ae/site.yaml",
    ],
)
def test_odd_addresses_stand_for_nothing(address: str) -> None:
    assert file_path(address) is None


def test_a_file_that_no_build_made_is_not_served(tmp_path: Path) -> None:
    (tmp_path / "geheim.txt").write_text("geheim", encoding="utf-8")
    assert read_file(tmp_path, "geheim.txt", frozenset({"index.html"})) is None
    assert read_file(tmp_path, "geheim.txt", frozenset({"geheim.txt"})) == b"geheim"


@pytest.mark.skipif(os.name == "nt", reason="making a link needs rights on Windows")
def test_a_link_to_elsewhere_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "site.yaml").write_text("geheim", encoding="utf-8")
    folder = tmp_path / "preview"
    folder.mkdir()
    (folder / "index.html").symlink_to(tmp_path / "site.yaml")
    (folder / "verhalen").symlink_to(tmp_path)
    known = frozenset({"index.html", "verhalen/site.yaml"})
    assert read_file(folder, "index.html", known) is None
    assert read_file(folder, "verhalen/site.yaml", known) is None


def test_a_file_that_went_is_not_there(tmp_path: Path) -> None:
    assert read_file(tmp_path, "index.html", frozenset({"index.html"})) is None


def test_types_do_not_depend_on_the_machine() -> None:
    assert media_type("assets/letter.WOFF2") == "font/woff2"
    assert media_type("agenda.ics") == "text/calendar; charset=utf-8"
    assert media_type("iets") == "application/octet-stream"
