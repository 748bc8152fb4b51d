"""Writes requirements.lock: exact versions with hashes, for all platforms and every Python from 3.11 on.

    python -m tools.lock              keeps the versions that are in the lock where it can
    python -m tools.lock --upgrade    takes the newest versions that pyproject.toml allows

Other arguments go to `uv pip compile` as they are. The lock has two parts, so that building a site does not
install the tools of the tests: first what the generator runs on, then the rest.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tools.set_up import DEV_HEADING, LOCK, ROOT

HEADING = "# Exact versions with hashes, made by `make lock` from pyproject.toml. Do not edit.\n"
NAME = re.compile(r"[A-Za-z0-9._-]+")


def main() -> int:
    """Resolve twice, once for all and once for run time, and write the two parts."""
    with tempfile.TemporaryDirectory() as folder:
        everything = Path(folder, "everything.txt")
        if LOCK.exists():
            shutil.copy(LOCK, everything)
        compile_to(everything, "--extra", "build", "--extra", "dev", *sys.argv[1:])
        run_time = Path(folder, "run-time.txt")
        compile_to(run_time, "--extra", "build", "--constraint", str(everything))
        names = set(entries(run_time))
        found = entries(everything)

    run = "".join(text for name, text in found.items() if name in names)
    dev = "".join(text for name, text in found.items() if name not in names)
    LOCK.write_text(HEADING + run + DEV_HEADING + dev, encoding="utf-8", newline="\n")
    print(f"{LOCK.name}: {len(names)} + {len(found) - len(names)}")
    return 0


def compile_to(output: Path, *arguments: str) -> None:
    """Let uv resolve pyproject.toml, with hashes of all files and without a word on where they come from."""
    uv = [sys.executable, "-m", "uv", "pip", "compile", "pyproject.toml", "--output-file", str(output)]
    shape = ["--universal", "--python-version", "3.11", "--generate-hashes"]
    terse = ["--quiet", "--no-header", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links"]
    subprocess.run([*uv, *shape, *terse, "--no-cache", *arguments], cwd=ROOT, check=True)


def entries(file: Path) -> dict[str, str]:
    """The lines of each requirement, hashes included, by name (it may come twice, for two platforms)."""
    found: dict[str, str] = {}
    name = ""
    for line in file.read_text(encoding="utf-8").splitlines(keepends=True):
        if line.startswith(("#", "\n")):
            continue
        if not line[0].isspace() and (match := NAME.match(line)):
            name = match[0].lower()
        found[name] = found.get(name, "") + line
    return found


if __name__ == "__main__":
    sys.exit(main())
