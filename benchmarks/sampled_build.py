"""`mba build` in one process, while it is looked at; what was seen is written as JSON.

    python -m benchmarks.sampled_build FILE --site DIR --date YYYY-MM-DD

All else is the command itself.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from benchmarks.stages import Watch


def main() -> int:
    """Build, and give the exit status of the build."""
    file, *options = sys.argv[1:]
    begin = time.perf_counter()
    with Watch() as watch:
        from generator.cli.entry import run  # noqa: PLC0415 - importing it is looked at as well

        status = run(["build", "--jobs", "1", *options])
    found = watch.stages.to_dict() | {"wall": time.perf_counter() - begin}
    Path(file).write_text(json.dumps(found), encoding="utf-8")
    return status


if __name__ == "__main__":
    sys.exit(main())
