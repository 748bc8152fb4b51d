"""A live preview of a tiny site, running in a thread of the test."""

from __future__ import annotations

import asyncio
import datetime as dt
import http.client
import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.build import Options
from generator.serve import Built, Stand
from generator.serve.server import Preview, listen
from tests.harness import TODAY, silent

PATIENCE = 20.0
"""Seconds before a test gives up: nothing is measured here, a busy machine is no bug."""


@dataclass(frozen=True)
class Answer:
    """What the server said."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        """Give the body as text."""
        return self.body.decode()


@dataclass
class Showing:
    """A preview that runs; `builds` are what its builds left, in their order."""

    address: str
    port: int
    output: Path
    builds: list[Built] = field(default_factory=list)

    def get(self, path: str, **headers: str) -> Answer:
        """Ask for a path, exactly as it is written; headers with `_` for `-`."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            host = headers.pop("Host", f"127.0.0.1:{self.port}")
            connection.putrequest("GET", path, skip_host=True)
            for name, value in {"Host": host, **headers}.items():
                connection.putheader(name.replace("_", "-"), value)
            connection.endheaders()
            response = connection.getresponse()
            return Answer(response.status, dict(response.getheaders()), response.read())
        finally:
            connection.close()

    def state(self, address: str = "/") -> dict[str, Any]:
        """Ask what a page at this address asks."""
        answer: dict[str, Any] = json.loads(self.get(f"/_voorbeeld/stand.json?adres={address}").body)
        return answer

    def wait(self, until: Callable[[], bool], what: str) -> None:
        """Wait until something is so."""
        limit = time.monotonic() + PATIENCE
        while not until():
            assert time.monotonic() < limit, f"it took too long until {what}"
            time.sleep(0.01)

    def wait_for(self, path: str, words: str) -> None:
        """Wait until a page shows these words."""
        self.wait(lambda: words in self.get(path).text, f"{path} shows {words!r}")

    def settle(self) -> Built:
        """Wait until no build has begun for a while, and give the last one."""
        quiet, count = time.monotonic(), len(self.builds)
        while time.monotonic() - quiet < 1.0:
            if len(self.builds) != count:
                quiet, count = time.monotonic(), len(self.builds)
            time.sleep(0.02)
        return self.builds[-1]


@contextmanager
def showing(
    root: Path,
    today: dt.date = TODAY,
    folder: str = "preview",
    **stand: Any,  # noqa: ANN401 - passed on
) -> Iterator[Showing]:
    """Show a site while the test runs, from a folder in its cache; gives itself over after the first build."""
    options = Options(root, root / ".cache" / folder, today, drafts=True, jobs=1, lazy_photos=True)
    place = Stand(**{"port": 0, **stand})
    ready = threading.Event()
    begun: list[tuple[Preview, asyncio.AbstractEventLoop]] = []
    failed: list[BaseException] = []
    builds: list[Built] = []

    def run() -> None:
        async def main() -> None:
            preview = Preview(options, place, listen(place), today=lambda: today, progress=silent, report=builds.append)
            begun.append((preview, asyncio.get_running_loop()))
            await preview.run(lambda _: ready.set())

        try:
            asyncio.run(main())
        except BaseException as fault:  # noqa: BLE001 - told to the test below
            failed.append(fault)
            ready.set()

    thread = threading.Thread(target=run, name="voorbeeld", daemon=True)
    thread.start()
    assert ready.wait(PATIENCE), "the preview did not start"
    if failed:
        raise failed[0]
    preview, loop = begun[0]
    shown = Showing(preview.address, preview.port, options.output, builds)
    try:
        shown.wait(lambda: bool(builds), "the first build is done")
        shown.settle()
        yield shown
    finally:
        loop.call_soon_threadsafe(preview.stop)
        thread.join(PATIENCE)
    assert not thread.is_alive(), "the preview did not stop"
    if failed:
        raise failed[0]
