"""What all tests share: options, hypothesis settings, and what the end of a run has to tell."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from collections.abc import Iterable

# A busy machine is no bug: no deadlines. CI tries the same examples every time, others look further.
settings.register_profile("mba", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("mba-ci", settings.get_profile("mba"), derandomize=True, print_blob=True)
settings.load_profile("mba-ci" if os.environ.get("CI") else "mba")

NO_BROWSER = "no browser was found"
NO_RAM_DISK = "no RAM disk could be mounted"
NO_RIGHTS = "no rights could be given up"
ADVICE = {
    NO_BROWSER: "Install Chromium (Debian: apt install chromium), or name one in MBA_BROWSER.",
    NO_RAM_DISK: "Run the tests as root on Linux, in a container that may mount, to fill a disk.",
    NO_RIGHTS: "Run the tests as somebody else than root, to shut files.",
}
"""What a machine may lack, and what to do about it."""

# Who is started in the background ignores Ctrl+C, and so would every program that a test starts and stops with it.
signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options of our own."""
    group = parser.getgroup("mijn buurt assen")
    group.addoption("--update-goldens", action="store_true", help="write what the tests got over what they expected")


@pytest.fixture(scope="session")
def update_goldens(request: pytest.FixtureRequest) -> bool:
    """Whether expectations are to be rewritten instead of compared."""
    return bool(request.config.getoption("--update-goldens"))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say at the end what must not be overlooked: failed checks, and what was not tested in a browser."""
    if failed := os.environ.get("MBA_CHECKS_FAILED"):
        terminalreporter.section("checks that failed before pytest", sep="=", red=True)
        terminalreporter.line(failed)

    skipped: Iterable[pytest.TestReport] = terminalreporter.stats.get("skipped", ())
    for lack, advice in ADVICE.items():
        untested = [report.nodeid for report in skipped if lack in str(report.longrepr)]
        if untested:
            terminalreporter.section(f"NOT TESTED: {lack}", sep="!", red=True)
            for nodeid in untested:
                terminalreporter.line(nodeid)
            terminalreporter.line(advice)
