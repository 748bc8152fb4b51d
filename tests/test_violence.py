"""Full disks, files that cannot be read, clocks that go back, two at once: a clear word or none, never a wrong page."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.conftest import NO_RAM_DISK, NO_RIGHTS
from tests.harness import STORY, TinySite, photo, quick_folder
from tests.killing import REPOSITORY, command, large_site, public, start

SOEP = "content/verhalen/soep.md"
CANNOT = 77
UNPRIVILEGED = """\
import ctypes, os, sys
if limit := int(sys.argv[1]):
    import resource
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
for right in (1, 2):  # to read and write what its owner shut: root would not notice
    if os.geteuid() == 0 and ctypes.CDLL(None).prctl(24, right, 0, 0, 0):
        sys.exit(77)
os.execv(sys.executable, [sys.executable, *sys.argv[2:]])
"""


@pytest.fixture
def folder() -> Iterator[Path]:
    with quick_folder() as found:
        yield found


def run(site: TinySite, *more: str, limit: int | None = None) -> subprocess.CompletedProcess[str]:
    """Build as somebody does who has no rights over files that were shut; `limit` is how large a file may become."""
    words = [sys.executable, "-c", UNPRIVILEGED, str(limit or 0), *command(site, *more)[1:]]
    # What counts lines in other processes would want to write a file as well.
    environment = {name: value for name, value in os.environ.items() if not (limit and name.startswith("COV"))}
    done = subprocess.run(
        words, cwd=REPOSITORY, env=environment, capture_output=True, encoding="utf-8", check=False, timeout=120
    )
    if done.returncode == CANNOT:
        pytest.skip(f"{NO_RIGHTS}: root cannot give up its rights here, and reads everything")
    return done


def is_told(done: subprocess.CompletedProcess[str], *words: str) -> None:
    """See that a build stopped with a message in plain Dutch."""
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr
    assert all(word in done.stderr for word in words), done.stderr


def is_clean(site: TinySite, scratch: Path) -> None:
    """See that a build makes what a clean one does, and that nothing is left to do."""
    outcome = site.build()
    assert not outcome.failed, outcome.diagnostics
    assert site.built() == site.clean_build(scratch)
    assert site.build().counts["written"] == 0
    assert not (site.output / ".mba" / "staging").exists()


# --- a disk that is full ---------------------------------------------------------------------------------------------


@contextmanager
def ram_disk(place: Path, size: str) -> Iterator[Path]:
    """Mount a small disk."""
    place.mkdir(parents=True, exist_ok=True)
    words = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(place)]
    if shutil.which("mount") is None or subprocess.run(words, capture_output=True, check=False).returncode:
        pytest.skip(f"{NO_RAM_DISK}: only root on Linux can mount one; a limit on the size of files is tried instead")
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)


def give_room(disk: Path) -> None:
    """Make the disk larger."""
    subprocess.run(["mount", "-o", "remount,size=64m", str(disk)], check=True)


def blot(site: TinySite, name: str, megabytes: int) -> None:
    """Put a large drawing in the theme."""
    rest = f"<!-- {'inkt ' * (megabytes * 200_000)}-->"
    site.write(f"thema/images/{name}.svg", f'<svg xmlns="http://www.w3.org/2000/svg">{rest}</svg>'.encode())


@pytest.mark.parametrize("before", [True, False], ids=["with an earlier version", "with nothing yet"])
def test_a_full_disk_keeps_the_last_version_and_is_told(folder: Path, *, before: bool) -> None:
    site = TinySite(folder / "site")
    blot(site, "klein", 1)
    with ram_disk(site.output, "5m"):
        if before:
            is_clean(site, folder)
        there = public(site.built())
        site.replace(SOEP, "Er was soep.", "Er was veel.")
        for number in range(3):
            blot(site, f"groot-{number}", 2)
        is_told(run(site), "fout[schijf-weigert]", "de schijf is vol", "maak ruimte")
        assert public(site.built()) == there
        assert not (site.output / ".mba" / "staging").exists()
        is_told(run(site), "de schijf is vol")
        give_room(site.output)
        is_clean(site, folder)


@pytest.mark.parametrize("size", ["16k", "256k", "1m"])
def test_a_cache_on_a_full_disk_costs_time_and_nothing_else(folder: Path, size: str) -> None:
    site = large_site(folder / "site")
    with ram_disk(site.root / ".cache", size) as disk:
        for name in ("Een", "Twee"):
            site.replace("content/verhalen/soep.md", "titel: ", f"titel: {name} ")
            done = run(site, "--jobs", "2")
            assert (done.returncode, "Traceback" in done.stderr) == (0, False), done.stderr
            assert site.built() == site.clean_build(folder)
        give_room(disk)
        is_clean(site, folder)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such limit")
@pytest.mark.parametrize("limit", [1_000, 10_000, 100_000])
def test_files_that_cannot_grow_are_told_or_do_without(folder: Path, limit: int) -> None:
    site = TinySite(folder / "site")
    blot(site, "groot", 1)
    is_told(run(site, limit=limit), "fout[schijf-weigert]", "groter dan hier kan")
    assert public(site.built()) == {}
    is_clean(site, folder)


# --- files that cannot be read or written ----------------------------------------------------------------------------

shut_files = pytest.mark.skipif(os.name == "nt", reason="Windows shuts files in another way")
on_linux = pytest.mark.skipif(
    sys.platform != "linux" and getattr(os, "geteuid", lambda: 1)() == 0, reason="root reads everything here"
)


@shut_files
@on_linux
@pytest.mark.parametrize(
    "path",
    [
        SOEP,
        "content/verhalen",
        "content/verhalen/foto.jpg",
        "content/verhalen/foto.jpg.yaml",
        "content/organisaties.yaml",
        "thema/css/base/page.css",
        "thema/layouts/story.html",
        "thema/layouts",
        "site.yaml",
    ],
)
@pytest.mark.parametrize("warm", [True, False], ids=["warm", "cold"])
def test_what_cannot_be_read_is_named_and_nothing_is_written(folder: Path, path: str, *, warm: bool) -> None:
    site = TinySite(folder / "site")
    site.write("content/organisaties.yaml", "actium: {naam: Actium}\n")
    site.write("content/verhalen/foto.jpg", photo("red"))
    site.write("content/verhalen/foto.jpg.yaml", "alt: Rood\nfotograaf: Ans\ntoestemming: geen-mensen\n")
    site.replace(SOEP, "wijken: [peelo]", "wijken: [peelo]\nfoto: foto.jpg")
    if warm:
        assert not site.build().failed
    there = site.built()
    place = site.root / path
    mode = place.stat().st_mode
    place.chmod(0)
    try:
        # As long as nothing has to be read again, that it cannot be read does no harm.
        os.utime(place)
        is_told(run(site), f"{path}:1: fout[onleesbaar]")
    finally:
        place.chmod(mode)
    assert site.built() == there
    is_clean(site, folder)


@shut_files
@on_linux
@pytest.mark.parametrize(
    ("path", "mode"),
    [("output", 0o500), ("output/.mba", 0o500), ("output/verhalen/soep", 0o500), ("output/.mba/manifest.json", 0)],
)
def test_an_output_that_cannot_be_written_or_read_is_told_or_mended(folder: Path, path: str, mode: int) -> None:
    site = TinySite(folder / "site")
    assert not site.build().failed
    site.replace(SOEP, "Er was veel soep.", "Er was soep.")
    place = site.root / path
    before = place.stat().st_mode
    place.chmod(mode)
    try:
        done = run(site)
        assert "Traceback" not in done.stderr
        assert done.returncode == 0 or "rechten" in done.stderr
    finally:
        if place.exists():
            place.chmod(before)
    is_clean(site, folder)


@shut_files
@on_linux
@pytest.mark.parametrize(
    ("path", "mode"),
    [(".cache", 0o500), (".cache", 0), (".cache/mba.sqlite", 0o400), (".cache/mba.sqlite", 0), (".cache/photos", 0)],
)
def test_a_cache_that_cannot_be_written_or_read_stops_nothing(folder: Path, path: str, mode: int) -> None:
    site = TinySite(folder / "site")
    site.write("content/verhalen/foto.jpg", photo("red"))
    site.write("content/verhalen/foto.jpg.yaml", "alt: Rood\nfotograaf: Ans\ntoestemming: geen-mensen\n")
    site.replace(SOEP, "wijken: [peelo]", "wijken: [peelo]\nfoto: foto.jpg")
    assert not site.build().failed
    site.replace(SOEP, "Er was veel soep.", "Er was soep.")
    place = site.root / path
    before = place.stat().st_mode
    place.chmod(mode)
    try:
        done = run(site)
        assert (done.returncode, "Traceback" in done.stderr) == (0, False), done.stderr
        assert site.built() == site.clean_build(folder)
    finally:
        place.chmod(before)
    is_clean(site, folder)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes here")
@pytest.mark.parametrize("path", ["content/verhalen/pijp.md", "thema/css/base/pijp.css"])
def test_what_is_no_file_at_all_is_told_and_not_waited_for(folder: Path, path: str) -> None:
    site = TinySite(folder / "site")
    os.mkfifo(site.root / path)
    is_told(run(site), f"{path}:1: fout[onleesbaar]")
    site.remove(path)
    is_clean(site, folder)


# --- clocks ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("moment", [0, 4_000_000_000], ids=["long ago", "in the future"])
def test_file_times_that_cannot_be_right_change_nothing(folder: Path, moment: int) -> None:
    site = large_site(folder / "site")
    is_clean(site, folder)
    for path in sorted(site.root.rglob("*")):
        os.utime(path, (moment, moment))
    is_clean(site, folder)
    site.replace(SOEP, "Er was", "Er is")
    os.utime(site.root / SOEP, (moment, moment))
    is_clean(site, folder)


def test_a_text_that_is_saved_after_the_clock_was_set_back_is_seen(folder: Path) -> None:
    site = TinySite(folder / "site")
    is_clean(site, folder)
    site.age()
    is_clean(site, folder)
    status = (site.root / SOEP).stat()
    assert STORY.count("veel") == 1
    site.replace(SOEP, "veel", "wat!")
    os.utime(site.root / SOEP, ns=(status.st_atime_ns, status.st_mtime_ns))
    site.age()
    is_clean(site, folder)
    assert b"wat!" in site.built()["verhalen/soep/index.html"]


# --- two at once -----------------------------------------------------------------------------------------------------


def test_builds_that_start_together_come_one_after_the_other(folder: Path) -> None:
    site = large_site(folder / "site")
    builds = [start(site), start(site), start(site, "--output", str(folder / "elders"))]
    assert [build.wait(120) for build in builds] == [0, 0, 0]
    assert site.built() == site.clean_build(folder)
    assert site.built(folder / "elders") == site.built()
    is_clean(site, folder)


def test_two_sites_that_start_together_never_mix_in_one_folder(folder: Path) -> None:
    one, other = large_site(folder / "een"), large_site(folder / "twee")
    other.replace("site.yaml", "naam: Proefsite", "naam: Een andere site")
    builds = [start(site, "--output", str(folder / "uit")) for site in (one, other)]
    assert {build.wait(120) for build in builds} == {0}
    assert one.built(folder / "uit") in (one.clean_build(folder), other.clean_build(folder))
