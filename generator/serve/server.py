"""The preview folder and what is known of it -> a web server on this machine, with a socket that says: look again."""

from __future__ import annotations

import asyncio
import contextlib
import datetime as dt
import errno
import socket
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from tornado.httpserver import HTTPServer

from generator.build import Options, Progress
from generator.serve.builder import Builder, Built
from generator.serve.gate import Gate
from generator.serve.handlers import Browsers, House, make_application
from generator.serve.live import Live
from generator.serve.pages import Pages
from generator.serve.watching import Watcher

BACKLOG = 128
THEME = "themes/mba"
"""Watched until site.yaml has been read."""


class PortTaken(Exception):  # noqa: N818 - it is not an error of the program
    """Something else listens there already, or the address is not this machine's; the message says which, in Dutch."""


@dataclass(frozen=True, slots=True)
class Stand:
    """Where the server listens and what opens files; port 0 takes any that is free."""

    host: str = "127.0.0.1"
    port: int = 8000
    editor: str = "vscode"


def serve(
    options: Options,
    stand: Stand,
    *,
    today: Callable[[], dt.date],
    progress: Progress,
    ready: Callable[[str], None],
    report: Callable[[Built], None],
) -> None:
    """Show a site until it is stopped: `ready` is called with the address, `report` after each build.

    Raises:
        PortTaken: nothing was started.
    """
    preview = Preview(options, stand, listen(stand), today=today, progress=progress, report=report)
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(preview.run(ready))


def listen(stand: Stand) -> socket.socket:
    """Take the port, before any work is done.

    Raises:
        PortTaken: it cannot be had.
    """
    try:
        family, _, _, _, address = socket.getaddrinfo(stand.host or None, stand.port, type=socket.SOCK_STREAM)[0]
        listening = socket.create_server(address[:2], family=family, backlog=BACKLOG)
        listening.setblocking(False)  # noqa: FBT003 - its only parameter
    except OSError as fault:
        raise PortTaken(_explain(fault)) from fault
    return listening


class Preview:
    """One preview from start to stop."""

    def __init__(
        self,
        options: Options,
        stand: Stand,
        listening: socket.socket,
        *,
        today: Callable[[], dt.date],
        progress: Progress,
        report: Callable[[Built], None],
    ) -> None:
        self._options = options
        self._listening = listening
        self._builder = Builder(options, today, progress)
        self._report = report
        self._browsers = Browsers()
        self._stop = asyncio.Event()
        self.port: int = listening.getsockname()[1]
        self.address = f"http://{_in_address(stand.host)}:{self.port}/"
        self.live = Live(self._builder, self._after_build, self._browsers.tell)
        self._watcher = Watcher(options.root, self._theme, self.live.changed)
        self._pool = ThreadPoolExecutor(2, thread_name_prefix="foto")
        self._house = House(
            gate=Gate(stand.host),
            pages=Pages(options.root, options.output, stand.editor),
            browsers=self._browsers,
            live=self.live,
            pool=self._pool,
        )

    async def run(self, ready: Callable[[str], None]) -> None:
        """Serve until `stop` is called or this task is cancelled."""
        server = HTTPServer(make_application(self._house))
        server.add_socket(self._listening)
        bench = ThreadPoolExecutor(1, thread_name_prefix="bouw")
        loop = asyncio.get_running_loop()
        tasks = [loop.create_task(self._watcher.run()), loop.create_task(self.live.run(bench))]
        self.live.changed()
        stop = loop.create_task(self._stop.wait())
        try:
            ready(self.address)
            done, _ = await asyncio.wait([*tasks, stop], return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                task.result()
        finally:
            self._builder.stop()
            for task in (*tasks, stop):
                task.cancel()
            server.stop()
            await asyncio.gather(*tasks, stop, return_exceptions=True)
            self._browsers.leave()
            await server.close_all_connections()
            self._pool.shutdown(wait=False, cancel_futures=True)
            await loop.run_in_executor(bench, self._builder.close)
            bench.shutdown()

    def stop(self) -> None:
        """End the preview; to be called in its own thread."""
        self._stop.set()

    def _theme(self) -> str:
        front = self.live.built.front
        return front.site.config.theme if front else THEME

    def _after_build(self, built: Built) -> None:
        self._watcher.refresh()
        self._report(built)


def _explain(fault: OSError) -> str:
    if isinstance(fault, socket.gaierror) or fault.errno == errno.EADDRNOTAVAIL:
        return "dat adres is niet van deze computer"
    words = {errno.EADDRINUSE: "die poort is bezet", errno.EACCES: "die poort mag alleen een beheerder gebruiken"}
    return words.get(fault.errno or 0) or fault.strerror or str(fault)


def _in_address(host: str) -> str:
    """Give the host as it stands in an address; one that means everywhere is reached at this machine."""
    if host in {"", "0.0.0.0", "::"}:  # noqa: S104 - what somebody may have asked for
        return "127.0.0.1"
    return f"[{host}]" if ":" in host else host
