"""What must hold for the repository as a whole; import-linter keeps the import contracts, in `make test`."""

from __future__ import annotations

import re
import shutil
import subprocess
import tomllib
from itertools import chain
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

# Written in pieces, so that this file does not hold what it forbids.
INDEX_HOSTS = re.compile(
    rb"\b(?:"
    + b"|".join(
        (
            rb"(?:test\.)?py" + rb"pi\.org",
            rb"python" + rb"hosted\.org",
            rb"registry\.npm" + rb"js\.org",
            rb"registry\.yarn" + rb"pkg\.com",
            rb"deb\.deb" + rb"ian\.org",
            rb"crates" + rb"\.io",
            rb"proxy\.go" + rb"lang\.org",
        )
    )
    + rb")\b",
    re.IGNORECASE,
)
# A home folder, or a folder of the machines this is made on; not the path of an address (`https://x.nl/...`).
MACHINE_PATHS = re.compile(
    b"|".join(
        (
            rb"(?<![\w./~%-])/(?:ho" + rb"me|Us" + rb"ers)/[A-Za-z][\w.-]*/",
            rb"(?<![\w./~%-])/ro" + rb"ot/[\w.]",
            rb"(?<![\w./~%-])/wo" + rb"rk/(?:main|shared|\.library)\b",
            rb"(?<![\w./~%-])/opt/" + rb"(?:pypi|wheels)\b",
            rb"\b[A-Z]:[\\/]Us" + rb"ers[\\/]",
        )
    )
)
REQUIREMENT = re.compile(r"^(?P<name>[a-z0-9][a-z0-9.-]*)==\S+")


def test_the_lock_gives_every_requirement_an_exact_version_and_a_hash() -> None:
    entries = requirements_of_the_lock()

    assert entries, "the lock is empty"
    for entry in entries:
        assert REQUIREMENT.match(entry), f"no exact version: {entry.splitlines()[0]}"
        assert "--hash=sha256:" in entry, f"no hash: {entry.splitlines()[0]}"


def test_the_lock_names_no_host() -> None:
    text = lock()

    assert "//" not in text
    assert not re.search(r"^\s*--?(?:index|extra|find|trusted)", text, re.MULTILINE)


def test_the_lock_knows_every_dependency_that_the_project_declares() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = chain(project["dependencies"], *project["optional-dependencies"].values())
    locked = {match["name"] for entry in requirements_of_the_lock() if (match := REQUIREMENT.match(entry))}

    missing = {re.split(r"[^\w.-]", line)[0].lower() for line in declared} - locked
    assert not missing, "run `make lock`"


def test_no_file_in_git_names_a_package_index() -> None:
    assert found_in_git(INDEX_HOSTS) == []


def test_no_file_in_git_names_a_path_of_a_machine() -> None:
    assert found_in_git(MACHINE_PATHS) == []


def requirements_of_the_lock() -> list[str]:
    """Each requirement with its hashes, as one text."""
    lines = [line for line in lock().splitlines() if not line.startswith("#")]
    return re.split(r"\n(?=\S)", "\n".join(lines).strip())


def lock() -> str:
    return (ROOT / "requirements.lock").read_text(encoding="utf-8")


def found_in_git(pattern: re.Pattern[bytes]) -> list[str]:
    """Where the pattern occurs in files that git keeps, or will keep with the next `git add`."""
    if not shutil.which("git") or not (ROOT / ".git").exists():
        pytest.skip("this is no git checkout")
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    files = [ROOT / name for name in listing.stdout.decode().split("\0") if name]
    return [
        f"{file.relative_to(ROOT)}: {match[0].decode(errors='replace')}"
        for file in files
        if file.is_file() and not file.is_symlink()
        for match in pattern.finditer(file.read_bytes())
    ]
