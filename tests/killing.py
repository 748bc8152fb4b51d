"""A real build that is killed at a moment of its life -> what it left, and what the next build makes of it."""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from tests.edits import full_site
from tests.harness import TODAY, TinySite, photo

REPOSITORY = Path(__file__).resolve().parent.parent
STORIES = 90
"""So many that more than one process makes the pages."""
GLANCE = 0.002
"""Seconds between two looks at the output of a build that runs."""
LONGEST = 120


@dataclass
class Kills:
    """What was killed; `amid` counts the builds that had begun to write. `lasted` is how long whole builds take."""

    count: int = 0
    amid: int = 0
    finished: int = 0
    lasted: dict[bool, float] = field(default_factory=dict)


def command(site: TinySite, *more: str) -> list[str]:
    """Give the command that builds a site."""
    return [sys.executable, "-m", "generator", "build", "--site", str(site.root), "--date", str(TODAY), *more]


def start(site: TinySite, *more: str) -> subprocess.Popen[bytes]:
    """Start a build in a process of its own."""
    return subprocess.Popen(
        command(site, *more),
        cwd=REPOSITORY,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def sweep(process: subprocess.Popen[bytes]) -> None:
    """End what is left of a build: a worker that only just began would get in the way of removing its folder."""
    if os.name != "nt":
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)


def large_site(folder: Path) -> TinySite:
    """Lay a site with enough pages to be cut off in the middle of."""
    site = full_site(folder, real_theme=False)
    site.replace("site.yaml", "deelkaarten: {maken: ja, jaren: 1}", "deelkaarten: {maken: nee}")
    for number in range(STORIES):
        site.write(
            f"content/verhalen/verhaal-{number}.md",
            f"---\ntitel: Verhaal {number}\ndatum: 2026-10-01\nsamenvatting: Kort.\nwijken: [peelo]\n---\nTekst.\n",
        )
    return site


def change(site: TinySite) -> None:
    """Change every page, a photo and the style, and add and remove some."""
    site.replace("site.yaml", "naam: Proefsite", "naam: Een andere naam")
    site.write("content/verhalen/alles/een.jpg", photo("black"))
    site.write("thema/css/base/page.css", "body { margin: 1em; }\n")
    site.rename("content/verhalen/verhaal-1.md", "content/verhalen/een-nieuwe-naam.md")
    site.remove("content/verhalen/verhaal-2.md")


def public(files: dict[str, bytes]) -> dict[str, bytes]:
    """Leave out our own administration."""
    return {path: data for path, data in files.items() if not path.startswith(".mba/")}


def kill_at(folder: Path, moment: float, *, cold: bool, kills: Kills) -> None:
    """Kill a build at a moment of its life, from 0 to 1, or above 1: so many seconds after it begins to write.

    Whenever somebody looks, each file of the output is what it was or what it will be, in full; and the next build
    makes a clean one of it.
    """
    site = large_site(folder / "site")
    if not cold:
        assert not site.build().failed
        change(site)
    old = public(site.built())
    new = site.clean_build(folder)
    whole = {path: {old.get(path), public(new).get(path)} for path in {*old, *public(new)}}
    lasted = kills.lasted.get(cold) or measure(site, folder)
    kills.lasted[cold] = lasted
    process = start(site)
    watch(site, process, moment, lasted, whole)
    process.kill()
    kills.finished += process.wait() == 0
    kills.count += 1
    kills.amid += (site.output / ".mba" / "pending.json").exists()
    left = public(site.built())
    assert left.keys() <= whole.keys()
    assert [path for path, either in whole.items() if left.get(path) not in either] == []
    assert not site.build().failed
    assert site.built() == new
    assert site.build().counts["written"] == 0
    assert sorted(path.name for path in (site.output / ".mba").iterdir()) == ["manifest.json"]
    sweep(process)


def measure(site: TinySite, folder: Path) -> float:
    """Say how long a whole build of this site takes, on a copy of it."""
    twin = folder / "measured"
    shutil.copytree(site.root, twin)
    begun = time.monotonic()
    process = start(TinySite(twin, {}))
    assert process.wait(LONGEST) == 0
    shutil.rmtree(twin)
    return time.monotonic() - begun


def watch(
    site: TinySite, process: subprocess.Popen[bytes], moment: float, lasted: float, whole: dict[str, set[bytes | None]]
) -> None:
    """Look at files of the output until the moment has come."""
    begun = time.monotonic()
    pending = site.output / ".mba" / "pending.json"
    end = begun + (moment * lasted if moment <= 1 else LONGEST)
    paths = sorted(whole)
    choose = random.Random(moment)  # noqa: S311 - so that it can be done again
    writing = False
    while time.monotonic() < end and process.poll() is None:
        if moment > 1 and not writing and pending.exists():
            writing = True
            end = time.monotonic() + moment - 1
        path = choose.choice(paths)
        try:
            data: bytes | None = (site.output / path).read_bytes()
        except FileNotFoundError:
            data = None
        assert data in whole[path], path
        if not writing:
            time.sleep(GLANCE if moment <= 1 else GLANCE / 10)
