"""Makes .venv ready to use: what requirements.lock names, and this project itself.

    python tools/set_up.py          what the generator needs to run
    python tools/set_up.py --dev    what its tests need as well

Needs nothing but Python itself, and leaves nothing outside .venv. A stamp in .venv tells what was installed;
as long as that is still what is asked for, nothing happens.
"""

from __future__ import annotations

import sys

if sys.version_info < (3, 11):
    sys.exit("Python 3.11 of nieuwer is nodig. (Python 3.11 or newer is needed.)")

import argparse
import hashlib
import json
import os
import shutil
import subprocess
import tomllib
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "set-up.json"
LOCK = ROOT / "requirements.lock"
DEV_HEADING = "# ==== dev: only for tests and checks ====\n"


def main() -> int:
    """Set up, unless the stamp says that it was done already."""
    parser = argparse.ArgumentParser(description="Make .venv ready to use.")
    parser.add_argument("--dev", action="store_true", help="install what the tests need as well")
    dev: bool = parser.parse_args().dev

    wanted = {"needs": digest_of_needs(), "home": str(ROOT)}
    stamp = read_stamp()
    done = {key: stamp.get(key) for key in wanted} == wanted
    if done and works(python()) and (stamp.get("dev") or not dev):
        return 0

    print(f"Klaarzetten in {VENV.name}/ ... (setting up)", flush=True)
    # Switching from "all" back to "run" would only take things away, so what was there is kept up to date.
    dev = dev or bool(stamp.get("dev"))
    STAMP.unlink(missing_ok=True)
    moved = stamp.get("home", str(ROOT)) != str(ROOT)
    if moved or not works(python()):
        venv.create(VENV, clear=True, with_pip=True)
    install(dev=dev)
    STAMP.write_text(json.dumps({**wanted, "dev": dev}, indent=2) + "\n", encoding="utf-8")
    print(f"{VENV.name}/ staat klaar. (ready)")
    return 0


def install(*, dev: bool) -> None:
    """Install from the lock, hashes checked, then the project itself, which asks no index for anything.

    The lock is complete, so pip resolves nothing: given `coverage==7.17.3` alone, an older pip takes a newer release
    for the `coverage[toml]` of another package, and stumbles over its missing hash.
    """
    text = LOCK.read_text(encoding="utf-8")
    wanted = VENV / "requirements.txt"
    wanted.write_text(text if dev else text.partition(DEV_HEADING)[0], encoding="utf-8")
    pip("--require-hashes", "--no-deps", "--requirement", str(wanted))
    pip("--no-index", "--no-deps", "--no-build-isolation", "--editable", str(ROOT))


def pip(*arguments: str) -> None:
    """Run pip's install in .venv, quietly, without its cache in the home folder."""
    always = ("--quiet", "--no-cache-dir", "--disable-pip-version-check", "--no-input")
    done = subprocess.run([python(), "-m", "pip", "install", *always, *arguments], cwd=ROOT, check=False)
    if done.returncode:
        print("\nKlaarzetten is niet gelukt; zie hierboven. (Set-up failed; see above.)", file=sys.stderr)
        raise SystemExit(done.returncode)


def digest_of_needs() -> str:
    """What set-up depends on, in one word: the lock, and what the project declares."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    declared = {key: project.get(key) for key in ("build-system", "project")}
    digest = hashlib.sha256(LOCK.read_bytes())
    digest.update(json.dumps(declared, sort_keys=True).encode())
    return digest.hexdigest()


def read_stamp() -> dict[str, object]:
    """What the last set-up left, or nothing."""
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def python() -> str:
    """The Python of .venv, there or not."""
    return str(VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python"))


def works(command: str) -> bool:
    """Whether that Python runs and has pip (an upgrade of the system's Python may have taken it away)."""
    if not shutil.which(command):
        return False
    check = "import pip, sys; sys.exit(sys.version_info < (3, 11))"
    return subprocess.run([command, "-c", check], check=False, capture_output=True).returncode == 0


if __name__ == "__main__":
    sys.exit(main())
