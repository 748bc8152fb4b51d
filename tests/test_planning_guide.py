"""docs/plannen.md: what stands there to be typed, works."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from generator.cli.entry import run
from tests.harness import CALL, PEELO, SETTINGS, STORY, TinySite, photo
from tests.unit.examples import day

ROOT = Path(__file__).parents[1]
GUIDE = (ROOT / "docs" / "plannen.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"(?m)^    mba (.+)$", GUIDE)
ORGANISATIONS = "gemeente-assen: {naam: gemeente Assen}\nactium: {naam: Actium}\n"
AKKOORD = "akkoord: {gemeente-assen: 2026-11-01, actium: 2026-11-01}\n"


def block(language: str, number: int = 0) -> str:
    """Give a fenced block of the guide."""
    found: list[str] = re.findall(rf"(?ms)^```{language}\n(.*?)^```$", GUIDE)
    return found[number]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> TinySite:
    """Give the site that the guide tells about: a call that waits for Actium, a story that is planned."""
    made = TinySite(
        tmp_path / "site",
        {
            "site.yaml": f"{SETTINGS}akkoord_vereist: [gemeente-assen, actium]\n",
            "content/organisaties.yaml": ORGANISATIONS,
            "content/wijken/peelo.md": PEELO.replace("cbs", f"{AKKOORD}cbs"),
            "content/verhalen/2026/soep.md": STORY.replace("datum", f"{AKKOORD}publiceren_op: 2026-12-01\ndatum"),
            "content/oproepen/superbuur.md": CALL.replace("datum", "akkoord: {gemeente-assen: 2026-11-01}\ndatum"),
            "feest.jpg": photo("red"),
        },
    )
    monkeypatch.chdir(made.root)
    return made


def test_the_guide_names_what_schedulers_need() -> None:
    assert {"check", "next", "new --help"} <= set(COMMANDS)
    assert (block("cron").count("\n"), block("bat").count("\n")) == (2, 1)


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_of_the_guide_works(site: TinySite, command: str) -> None:
    (site.root / "content" / "oproepen" / "superbuur.md").unlink()
    (site.root / "content" / "verhalen" / "2026" / "soep.md").unlink()
    assert run(shlex.split(command)) == 0


def test_what_waits_reads_as_the_guide_shows(site: TinySite, capsys: pytest.CaptureFixture[str]) -> None:
    del site
    assert run(["check", "--date", "2026-11-25"]) == 0
    assert block("text", 0) in capsys.readouterr().err


def test_the_next_moment_reads_as_the_guide_shows(site: TinySite, capsys: pytest.CaptureFixture[str]) -> None:
    del site
    assert run(["next", "--date", "2026-11-25"]) == 0
    assert capsys.readouterr().out == block("text", 1)


def test_the_signatures_of_the_guide_open_the_piece_on_the_last_of_their_days(site: TinySite) -> None:
    site.replace("content/oproepen/superbuur.md", "akkoord: {gemeente-assen: 2026-11-01}\n", block("yaml"))
    page = "oproepen/superbuur/index.html"
    assert not site.build(day("2026-11-23")).failed
    assert page not in site.built()
    assert not site.build(day("2026-11-24")).failed
    assert page in site.built()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no cron; its own line needs the Task Scheduler")
def test_the_line_for_cron_builds_the_site(site: TinySite) -> None:
    zone, line = block("cron").splitlines()
    assert zone == "CRON_TZ=Europe/Amsterdam"
    when, command = line.split(" cd ", 1)
    assert when == "5 0 * * *"
    folder, rest = command.split(" && ", 1)
    assert folder == "/srv/mijn-buurt-assen"
    program = site.root / ".venv" / "bin" / "mba"
    program.parent.mkdir(parents=True)
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m generator "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    # cron starts with next to nothing: no HOME of somebody, no PATH of somebody, no terminal.
    environment = {"PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT), "SHELL": "/bin/sh"}
    environment |= {name: value for name, value in os.environ.items() if name.startswith("COVERAGE")}
    done = subprocess.run(
        ["/bin/sh", "-c", f"cd '{site.root}' && {rest}"], env=environment, check=False, stdin=subprocess.DEVNULL
    )
    assert done.returncode == 0
    assert "Klaar: output" in (site.root / "bouw.log").read_text(encoding="utf-8")
    assert (site.output / "index.html").is_file()


def test_the_line_for_windows_runs_the_same_command() -> None:
    line = block("bat").strip()
    task = re.fullmatch(r'schtasks /Create /TN "[^"]+" /SC DAILY /ST 00:05 /TR "cmd /c ([^"]+)"', line)
    assert task is not None
    # The Task Scheduler takes no more than 261 characters.
    assert len(task[1]) < 250
    assert task[1].replace("\\Scripts\\", "/bin/").endswith("&& .venv/bin/mba build >> bouw.log 2>&1")
