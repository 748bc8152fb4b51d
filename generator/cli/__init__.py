"""The command line: arguments, progress, exit status. The only place that prints and reads the clock."""

from __future__ import annotations

import gc
import sys


def main() -> None:
    """Run `mba`; the exit status is 0 (done), 1 (problems in content, theme or settings) or 2 (wrong use)."""
    from generator.cli.entry import run  # noqa: PLC0415 - nothing heavier than this for `--help`

    status = run()
    # The process ends here: to look for rubbish once more among all that it leaves only takes time.
    gc.freeze()
    sys.exit(status)
