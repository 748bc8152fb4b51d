"""A build that is killed leaves only whole files, old or new, and the next one makes a clean build of them.

`make soak` kills a hundred.
"""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from tests.harness import quick_folder, templates_compiled_once
from tests.killing import Kills, kill_at, large_site, start, sweep

KILLS = Kills()
"""How long a build takes here is measured once."""


@pytest.fixture(scope="module", autouse=True)
def _quick_templates() -> Iterator[None]:
    with templates_compiled_once():
        yield


@pytest.mark.parametrize("moment", [0.3, 0.6, 0.9, 1.001, 1.003, 1.006])
@pytest.mark.parametrize("cold", [True, False], ids=["cold", "warm"])
def test_a_killed_build_leaves_whole_files_and_the_next_one_is_clean(moment: float, *, cold: bool) -> None:
    with quick_folder() as folder:
        kill_at(folder, moment, cold=cold, kills=KILLS)


def test_two_builds_killed_one_after_the_other_leave_nothing_either() -> None:
    with quick_folder() as folder:
        site = large_site(folder / "site")
        killed = []
        pending = site.output / ".mba" / "pending.json"
        for number in range(2):
            before = pending.stat().st_ino if pending.exists() else None
            process = start(site)
            while process.poll() is None and not (pending.exists() and pending.stat().st_ino != before):
                time.sleep(0.001)
            process.kill()
            process.wait()
            killed.append(process)
            site.remove(f"content/verhalen/verhaal-{number}.md")
        assert not site.build().failed
        assert site.built() == site.clean_build(folder)
        for process in killed:
            sweep(process)
