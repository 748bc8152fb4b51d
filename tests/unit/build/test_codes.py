"""Another version of the program makes anew what it makes, and no more than that."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.build import codes
from generator.build.codes import ProgramCodes

FILES = (
    "parse/documents.py",
    "parse/markdown/lists.py",
    "model/document.py",
    "diagnostics.py",
    "digest.py",
    "render/photos.py",
    "plan/pieces.py",
    "cli/entry.py",
)


def codes_of(folder: Path, changed: str = "") -> ProgramCodes:
    for name in FILES:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("anders" if name == changed else name, encoding="utf-8")
    return codes.program_codes.__wrapped__()


@pytest.mark.parametrize(
    ("changed", "parsing", "photos"),
    [
        ("parse/documents.py", True, False),
        ("parse/markdown/lists.py", True, False),
        ("model/document.py", True, False),
        ("diagnostics.py", True, False),
        ("digest.py", True, False),
        ("render/photos.py", False, True),
        ("plan/pieces.py", False, False),
        ("cli/entry.py", False, False),
    ],
)
def test_a_change_in_the_program_makes_anew_what_it_makes(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    changed: str,
    parsing: bool,  # noqa: FBT001
    photos: bool,  # noqa: FBT001
) -> None:
    monkeypatch.setattr(codes, "PACKAGE", tmp_path)
    before, after = codes_of(tmp_path), codes_of(tmp_path, changed)
    assert before.all != after.all
    assert (before.parsing != after.parsing, before.photos != after.photos) == (parsing, photos)


@pytest.mark.parametrize(
    ("library", "parsing", "photos"),
    [("Markdown", True, False), ("pydantic", True, False), ("pillow", False, True), ("Jinja2", False, False)],
)
def test_another_version_of_a_library_does_as_well(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    library: str,
    parsing: bool,  # noqa: FBT001
    photos: bool,  # noqa: FBT001
) -> None:
    monkeypatch.setattr(codes, "PACKAGE", tmp_path)
    monkeypatch.setattr(codes, "_version", lambda _: "oud")
    before = codes_of(tmp_path)
    monkeypatch.setattr(codes, "_version", lambda name: "nieuw" if name == library else "oud")
    after = codes_of(tmp_path)
    assert before.all != after.all
    assert (before.parsing != after.parsing, before.photos != after.photos) == (parsing, photos)


def test_the_program_is_the_same_while_nothing_changes() -> None:
    assert codes.program_codes() is codes.program_codes()
    assert codes.program_codes.__wrapped__() == codes.program_codes()


def test_a_library_that_is_not_there_has_no_version() -> None:
    assert codes._version("bestaat-niet") == ""
    assert codes._version("pillow")
