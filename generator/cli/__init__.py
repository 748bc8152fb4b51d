"""The command line: arguments, progress, exit status. The only place that prints and reads the clock."""

from __future__ import annotations

import sys


def main() -> None:
    """Run `mba`; the exit status is 0 (done), 1 (problems in content, theme or settings) or 2 (wrong use)."""
    from generator.cli.entry import run  # noqa: PLC0415 - nothing heavier than this for `--help`

    sys.exit(run())
