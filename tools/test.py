"""Runs every check and all tests, and fails if any of them failed: what `make test` does.

All run, also after one failed. pytest comes last, so that its own summary closes the output; checks that
failed before it are named once more above that. Arguments go to pytest.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

LINT_IMPORTS = "from importlinter.cli import lint_imports_command as run; run()"
CHECKS = {
    "ruff check": ["-m", "ruff", "check", "--quiet", "."],
    "ruff format": ["-m", "ruff", "format", "--check", "--quiet", "."],
    "mypy --strict": ["-m", "mypy", "--no-error-summary"],
    "import contracts": ["-c", LINT_IMPORTS, "--no-logo"],
}
PYTEST = ["-m", "pytest", "--cov", "--cov-report=term"]
CHECKER = "vnu-jar/build/dist/vnu.jar"
CALENDAR_READER = "ical.js/dist/ical.js"
NPM = {CHECKER: "vnu-jar@26.9.27", CALENDAR_READER: "ical.js@2.2.1"}
"""What npm fetches into node_modules/, where there is npm: a file that the tests need, and the package that has it."""
NO_CHECKER = "GEEN NU-CHECKER: de HTML wordt niet nagekeken. (NO NU CHECKER: the HTML is not checked.)"
NO_ICAL = "GEEN ICAL.JS: agenda's leest maar een programma na. (NO ICAL.JS: calendars are read by one program only.)"
NO_BROWSER = "GEEN BROWSER: de browsertests worden overgeslagen. (NO BROWSER: browser tests are skipped.)"


def main() -> int:
    """Run them all; 0 if all went well."""
    # Whatever the tests and their browsers put aside goes in one folder that is taken away at the end. It is
    # not in the project: a test that looks for a site.yaml "above here" must not find ours.
    with tempfile.TemporaryDirectory(prefix="mba-test-", ignore_cleanup_errors=True) as scratch:
        environment = {
            **os.environ,
            "PYTHONUTF8": "1",
            # A whole path: a build that a test starts elsewhere leaves its count here, not there.
            "COVERAGE_FILE": str(ROOT / ".coverage" / "data"),
            "TMPDIR": scratch,
            "TEMP": scratch,
            "TMP": scratch,
            "PLAYWRIGHT_BROWSERS_PATH": str(ROOT / ".venv" / "browsers"),
        }
        failed = [name for name, arguments in CHECKS.items() if not passes(name, arguments, environment)]

        heading("browser")
        browser = find_browser(environment)
        print(browser or NO_BROWSER)
        environment["MBA_BROWSER"] = browser
        environment["MBA_CHECKS_FAILED"] = ", ".join(failed)

        heading("Nu HTML checker")
        print(find_in_npm(CHECKER) or NO_CHECKER)

        heading("ical.js")
        print(find_in_npm(CALENDAR_READER) or NO_ICAL)

        heading("pytest")
        pytest = [sys.executable, *PYTEST, *sys.argv[1:]]
        tests = subprocess.run(pytest, cwd=ROOT, env=environment, check=False)
    return tests.returncode or bool(failed)


def passes(name: str, arguments: list[str], environment: dict[str, str]) -> bool:
    """Run one check and say how it went and how long it took."""
    heading(name)
    start = time.monotonic()
    done = subprocess.run([sys.executable, *arguments], cwd=ROOT, env=environment, check=False)
    print(f"{name}: {'FAILED' if done.returncode else 'ok'} ({time.monotonic() - start:.1f} s)", flush=True)
    return done.returncode == 0


def find_browser(environment: dict[str, str]) -> str:
    """The browser for the tests, or the empty string."""
    command = [sys.executable, "tools/find_browser.py"]
    done = subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, encoding="utf-8", check=False)
    return done.stdout.strip()


def find_in_npm(file: str) -> str:
    """A file of an npm package, or the empty string; npm fetches all at once, for it drops what it is not told of."""
    path = ROOT / "node_modules" / file
    npm = shutil.which("npm")
    if not path.is_file() and npm is not None:
        options = ["--no-save", "--no-package-lock", "--no-audit", "--no-fund", "--silent", "--ignore-scripts"]
        command = [npm, "install", *options, "--cache", str(ROOT / ".venv" / "npm"), "--prefix", str(ROOT)]
        subprocess.run([*command, *NPM.values()], cwd=ROOT, stdin=subprocess.DEVNULL, check=False)
    return str(path) if path.is_file() else ""


def heading(text: str) -> None:
    """Set what follows apart."""
    print(f"\n== {text} ==", flush=True)


if __name__ == "__main__":
    sys.exit(main())
