"""A long fuzzing run: `python -m tests.fuzz.run markdown --minutes 20`."""

from __future__ import annotations

import argparse
import time

from hypothesis import HealthCheck, Phase, given, settings

from tests.fuzz.target import KINDS, try_text


class _EnoughError(Exception):
    """The time is up."""


def main() -> None:
    """Try texts until the time is up, and say how many there were."""
    parser = argparse.ArgumentParser()
    parser.add_argument("kind", choices=sorted(KINDS))
    parser.add_argument("--minutes", type=float, default=20)
    asked = parser.parse_args()
    counts = {True: 0, False: 0}
    end = time.monotonic() + asked.minutes * 60

    @settings(
        max_examples=2000,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.generate, Phase.shrink],
    )
    @given(KINDS[asked.kind])
    def attempt(text: str) -> None:
        if time.monotonic() > end:
            raise _EnoughError
        counts[try_text(asked.kind, text)] += 1

    try:
        while True:
            attempt()
    except _EnoughError:
        pass
    except BaseExceptionGroup as group:
        if not group.subgroup(_EnoughError):
            raise
    print(
        f"{asked.kind}: {sum(counts.values())} texts in {asked.minutes:g} minutes, {counts[True]} accepted, 0 crashes"
    )


if __name__ == "__main__":
    main()
