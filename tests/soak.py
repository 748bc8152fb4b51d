"""Edits, damage and killed builds for as long as you like, each followed by a clean build to compare with.

    make soak                                 30 minutes, and at least 200 rows of ten edits
    make soak ARGS='--minutes 5 --rows 20'    shorter
    make soak ARGS='--seed 12345'             what an earlier run did, from that seed on

It stops at the first thing that is wrong, and says with which seed it comes back.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
import traceback
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings

from tests.edits import Tally, run_sequence
from tests.harness import quick_folder, templates_compiled_once
from tests.killing import Kills, kill_at
from tests.test_never_stale import sequences

REAL_EVERY = 5
"""One row in so many is done with the real theme, whose clean builds take much longer."""
KILLS_EACH = 10


def main() -> int:
    """Run until the time is up and enough was tried; 0 when nothing was wrong."""
    parser = argparse.ArgumentParser(prog="make soak", description=__doc__.splitlines()[0])
    parser.add_argument("--minutes", type=float, default=30, help="how long at least")
    parser.add_argument("--rows", type=int, default=200, help="how many rows of ten edits at least")
    parser.add_argument("--kills", type=int, default=100, help="how many builds are killed")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**9))
    asked = parser.parse_args()
    tally, kills = Tally(), Kills()
    start, number = time.monotonic(), asked.seed
    print(f"seed {number}", flush=True)
    with templates_compiled_once():
        while tally.sequences < asked.rows or time.monotonic() - start < asked.minutes * 60:
            try:
                one_row(number, tally)
            except BaseException:
                traceback.print_exc()
                print(f"WRONG at seed {number}: make soak ARGS='--seed {number} --rows 1 --minutes 0 --kills 0'")
                return 1
            number += 1
            if tally.sequences % 20 == 0:
                print(summary(tally, kills, start), flush=True)
    for turn in range(asked.kills):
        with quick_folder() as folder:
            kill_at(folder, random.Random(asked.seed + turn).random(), cold=turn % 2 == 0, kills=kills)
        if turn % KILLS_EACH == KILLS_EACH - 1:
            print(summary(tally, kills, start), flush=True)
    print(summary(tally, kills, start))
    return 0


def one_row(number: int, tally: Tally) -> None:
    """Do one random row of ten edits."""

    @seed(number)
    @settings(
        max_examples=1, database=None, phases=[Phase.generate], deadline=None, suppress_health_check=list(HealthCheck)
    )
    @given(sequences)
    def row(edits: list[tuple[str, int]]) -> None:
        with quick_folder() as folder:
            try:
                run_sequence(folder, edits, real_theme=number % REAL_EVERY == 0, tally=tally)
            except BaseException:
                print(f"the row: {edits}", file=sys.stderr)
                raise

    row()


def summary(tally: Tally, kills: Kills, start: float) -> str:
    """Say what was tried."""
    minutes = (time.monotonic() - start) / 60
    return (
        f"{minutes:5.1f} min: {tally.sequences} rows, {tally.edits} edits ({tally.failed} of them mistakes), "
        f"{tally.builds} builds compared; {kills.count} builds killed, {kills.amid} of them while they wrote"
    )


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
    sys.exit(main())
