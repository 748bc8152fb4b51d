"""Edits, damage and killed builds for as long as you like, each followed by a clean build to compare with.

    make soak                                 30 minutes, and at least 200 rows of ten edits
    make soak ARGS='--minutes 5 --rows 20'    shorter
    make soak ARGS='--seed 12345'             what an earlier run did, from that seed on

It stops at the first thing that is wrong, and says with which seed it comes back.
"""

from __future__ import annotations

import argparse
import random
import time

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from tests.edits import Tally, run_sequence
from tests.harness import quick_folder, templates_compiled_once
from tests.killing import Kills, kill_at
from tests.test_never_stale import sequences

BATCH = 10
"""Rows from one seed: the first that Hypothesis makes is always the simplest."""
TELL = 20
WRITING = 0.012
"""Seconds that it takes to write the output, more or less."""


def main() -> None:
    """Run until the time is up and enough was tried, or something is wrong."""
    parser = argparse.ArgumentParser(prog="make soak", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--minutes", type=float, default=30, help="how long at least")
    parser.add_argument("--rows", type=int, default=200, help="how many rows of ten edits at least")
    parser.add_argument("--kills", type=int, default=100, help="how many builds are killed")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**9))
    asked = parser.parse_args()
    tally, kills = Tally(), Kills()
    start, number = time.monotonic(), asked.seed
    print(f"seed {number}", flush=True)
    with templates_compiled_once():
        try:
            for turn in range(asked.kills):
                kill(random.Random(asked.seed + turn), kills)  # noqa: S311 - so that it can be done again
                if turn % TELL == TELL - 1:
                    print(summary(tally, kills, start), flush=True)
            while tally.sequences < asked.rows or time.monotonic() - start < asked.minutes * 60:
                rows(number, tally)
                number += 1
                print(summary(tally, kills, start), flush=True)
        except BaseException:
            print(f"WRONG: {summary(tally, kills, start)}; seed {asked.seed}, batch {number}")
            raise
    print(summary(tally, kills, start))


def kill(choose: random.Random, kills: Kills) -> None:
    """Kill a build at some moment, one in two as soon as it writes."""
    moment = choose.random() if choose.random() < 1 / 2 else 1 + choose.uniform(0, WRITING)
    with quick_folder() as folder:
        kill_at(folder, moment, cold=choose.random() < 1 / 2, kills=kills)


def rows(number: int, tally: Tally) -> None:
    """Do some random rows of ten edits."""

    @seed(number)
    @settings(
        max_examples=BATCH,
        database=None,
        phases=[Phase.generate],
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(sequences, st.booleans())
    def row(edits: list[tuple[str, int]], real_theme: bool) -> None:  # noqa: FBT001 - Hypothesis gives it
        with quick_folder() as folder:
            run_sequence(folder, edits, real_theme=real_theme, tally=tally)

    row()


def summary(tally: Tally, kills: Kills, start: float) -> str:
    """Say what was tried."""
    minutes = (time.monotonic() - start) / 60
    return (
        f"{minutes:5.1f} min: {tally.sequences} rows of {tally.edits} edits ({tally.telling} changed the output, "
        f"{tally.failed} were mistakes), {tally.builds} builds; "
        f"{kills.count} builds killed, {kills.amid} of them while they wrote and {kills.finished} too late"
    )


if __name__ == "__main__":
    main()
