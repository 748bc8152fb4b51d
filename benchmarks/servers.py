"""The servers that show a writer's save: ours and Hugo's, each on its own copy of the same stories."""

from __future__ import annotations

import http.client
import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from benchmarks import own_site
from benchmarks.content import Story
from benchmarks.hugo_site import make_site as make_hugo
from benchmarks.tool import PROJECT

PATIENCE = 600.0


@dataclass(frozen=True, slots=True)
class Server:
    """A server that runs; `done` is what it says in its log after each build, with the time that the build took."""

    name: str
    version: str
    site: Path
    log: Path
    port: int
    pid: int
    title: str
    done: re.Pattern[str]
    seconds: Callable[[re.Match[str]], float]
    output: Path

    def content(self, story: Story) -> Path:
        """Give the file of a story."""
        return next((self.site / "content" / "verhalen").rglob(f"{story.slug}.md"))

    def page(self, story: Story) -> Path:
        """Give the page of a story on disk."""
        return self.output / "verhalen" / story.slug / "index.html"

    def served(self, story: Story) -> str:
        """Ask the server for the page of a story."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request("GET", f"/verhalen/{story.slug}/")
            return connection.getresponse().read().decode("utf-8", "replace")
        finally:
            connection.close()

    def builds(self) -> list[float]:
        """Give what each build so far took, by the server's own account, in seconds."""
        return [self.seconds(match) for match in self.done.finditer(self.log.read_text("utf-8", "replace"))]


def wait(until: Callable[[], bool], pause: float = 0.002) -> None:
    """Wait until something is so.

    Raises:
        TimeoutError: it is not so after a very long time.
    """
    limit = time.monotonic() + PATIENCE
    while not until():
        if time.monotonic() > limit:
            raise TimeoutError
        time.sleep(pause)


@contextmanager
def own(folder: Path, stories: tuple[Story, ...], day: date) -> Iterator[Server]:
    """Run `mba serve`."""
    tool = own_site.make_site(folder, stories, day)
    port = _free_port()
    command = [sys.executable, "-m", "generator", "serve", "--site", str(folder), "--port", str(port)]
    command += ["--date", day.isoformat(), "--no-browser"]
    start = partial(
        Server,
        name="ours",
        version=tool.version,
        title="titel",
        done=re.compile(r"^Bijgewerkt: .* in (\d+),(\d+) seconden", re.MULTILINE),
        seconds=lambda found: float(f"{found[1]}.{found[2]}"),
        output=folder / ".cache" / f"preview-{port}",
    )
    with _running(command, folder, port, start) as server:
        yield server


@contextmanager
def hugo(
    folder: Path, stories: tuple[Story, ...], day: date, binary: Path, *, related: bool = True, fast: bool = True
) -> Iterator[Server]:
    """Run `hugo server`, which writes its pages to disk; `fast` renders what it thinks is touched."""
    tool = make_hugo(folder, stories, day, binary, related=related)
    port = _free_port()
    # The options of the build (source, cache, clock), then those of the server.
    command = [str(binary), "server", *tool.command[2:], "--port", str(port), "--bind", "127.0.0.1"]
    command += ["--renderToMemory=false", *(() if fast else ("--disableFastRender",))]
    start = partial(
        Server,
        name=f"{tool.name} server" if fast else f"{tool.name} server, all pages",
        version=tool.version,
        title="title",
        done=re.compile(r"^(?:Built in|Total in) (\d+) ms", re.MULTILINE),
        seconds=lambda found: int(found[1]) / 1000,
        output=tool.output,
    )
    with _running(command, folder, port, start) as server:
        yield server


@contextmanager
def _running(command: list[str], site: Path, port: int, start: Callable[..., Server]) -> Iterator[Server]:
    """Start a server, wait for its first build, and end it afterwards."""
    log = site.with_suffix(".log")
    with (
        log.open("w", encoding="utf-8") as said,
        subprocess.Popen(command, cwd=PROJECT, stdout=said, stderr=subprocess.STDOUT) as process,
    ):
        try:
            server = start(site=site, log=log, port=port, pid=process.pid)
            wait(lambda: bool(server.builds()) or process.poll() is not None, 0.1)
            if process.poll() is not None:
                raise RuntimeError(f"{server.name} stopped:\n{log.read_text('utf-8')[-2000:]}")
            yield server
        finally:
            process.terminate()


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
        return port
