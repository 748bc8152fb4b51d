"""A real browser for the tests of this folder, and a small web server to show it a folder.

The browser may talk to 127.0.0.1 only. A page that asks for anything else does not get it, and its test
fails: the site promises its readers that no third party is ever asked.
"""

from __future__ import annotations

import contextlib
import os
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, Route, WebSocket, sync_playwright

from tests.conftest import NO_BROWSER
from tools.find_browser import downloaded, on_path

HOST = "127.0.0.1"
ARGUMENTS = [
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--no-first-run",
    # Belt and braces: a redirect is not seen by a route, but finds no host either.
    f"--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE {HOST}",
]
AT_ONCE = 32
SECONDS_PER_REQUEST = 10

NewPage = Callable[..., Page]
ServeFolder = Callable[..., str]
ServeAnswers = Callable[[Mapping[str, "Answer"]], str]


# ---------------------------------------------------------------------------------------------------- browser


@pytest.fixture(scope="session")
def browser_path() -> str:
    """Where the browser is; without one, the tests that need it are skipped."""
    # `make test` looks, installs if it may, and says what it found. pytest by itself only looks.
    found = os.environ["MBA_BROWSER"] if "MBA_BROWSER" in os.environ else on_path() or downloaded()
    if not found:
        pytest.skip(NO_BROWSER)
    return found


@pytest.fixture(scope="session")
def browser(browser_path: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """One headless Chromium for the whole run."""
    # It keeps certificates and font caches in its home folder; ours stays out of this.
    home = str(tmp_path_factory.mktemp("browser-home"))
    environment: dict[str, str | float | bool] = {
        **os.environ,
        "HOME": home,
        "XDG_CACHE_HOME": home,
        "XDG_CONFIG_HOME": home,
    }
    as_root = sys.platform == "linux" and os.geteuid() == 0
    arguments = [*ARGUMENTS, "--no-sandbox"] if as_root else ARGUMENTS
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=browser_path, args=arguments, env=environment, headless=True
        )
        yield chromium
        chromium.close()


@pytest.fixture
def new_page(browser: Browser) -> Iterator[NewPage]:
    """Make pages, each in a context of its own; the arguments are those of Playwright's `new_context`.

    For example `new_page(java_script_enabled=False, viewport={"width": 320, "height": 640})`.
    """
    strangers: list[str] = []
    contexts: list[BrowserContext] = []

    def make(**options: Any) -> Page:  # noqa: ANN401 - Playwright's own, passed on
        context = browser.new_context(**{"locale": "nl-NL", "timezone_id": "Europe/Amsterdam", **options})
        contexts.append(context)
        _keep_home(context, strangers)
        return context.new_page()

    yield make
    for context in contexts:
        context.close()
    if strangers:
        pytest.fail("the page asked a third party:\n  " + "\n  ".join(strangers))


@pytest.fixture
def page(new_page: NewPage) -> Page:
    """An empty page."""
    return new_page()


def _keep_home(context: BrowserContext, strangers: list[str]) -> None:
    """Let nothing out of this context, and note in `strangers` what tried."""

    def note(request: Request) -> None:
        if _is_strange(request.url):
            strangers.append(f"{request.url} (as {request.resource_type})")

    def note_socket(socket: WebSocket) -> None:
        if _is_strange(socket.url):
            strangers.append(f"{socket.url} (as websocket)")

    def stop_or_go(route: Route) -> None:
        if _is_strange(route.request.url):
            route.abort("blockedbyclient")
        else:
            route.fallback()

    context.on("request", note)  # also what a redirect leads to, which a route does not see
    context.on("page", lambda page: page.on("websocket", note_socket))
    context.route("**/*", stop_or_go)


def _is_strange(address: str) -> bool:
    parts = urlsplit(address)
    return parts.scheme not in {"about", "blob", "data"} and parts.hostname != HOST


# ------------------------------------------------------------------------------------------------- web server


@pytest.fixture
def serve_folder() -> Iterator[ServeFolder]:
    """Serve folders while the test runs: `serve_folder(folder)` gives the address, with a slash at its end.

    `under="/mba/"` serves it under that path; `headers={...}` adds headers to every answer (a CSP, say). Each
    call listens on a port of its own, so to a browser two of them are strangers to one another.
    """
    with contextlib.ExitStack() as running:

        def serve(folder: Path, *, under: str = "/", headers: Mapping[str, str] | None = None) -> str:
            return running.enter_context(_serving(folder, under, headers or {}))

        yield serve


@contextlib.contextmanager
def _serving(folder: Path, under: str, headers: Mapping[str, str]) -> Iterator[str]:
    handler = partial(_Handler, directory=str(folder), under=under, headers=headers)
    with _Server((HOST, 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield f"http://{HOST}:{server.server_port}{under}"
        finally:
            server.shutdown()
            thread.join()


class _Server(ThreadingHTTPServer):
    """A server that takes so many requests at once and no more, and does not mind a browser that hangs up."""

    daemon_threads = True
    request_queue_size = AT_ONCE

    def __init__(self, *arguments: Any) -> None:  # noqa: ANN401 - the base class's own, passed on
        super().__init__(*arguments)
        self._seats = threading.BoundedSemaphore(AT_ONCE)

    def process_request_thread(self, request: Any, client_address: Any) -> None:  # noqa: ANN401 - as in the base class
        with self._seats:
            super().process_request_thread(request, client_address)

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401 - as in the base class
        if not isinstance(sys.exception(), ConnectionError | TimeoutError):
            super().handle_error(request, client_address)


class _Handler(SimpleHTTPRequestHandler):
    """Answers as a plain web server does that was told about 404.html."""

    timeout = SECONDS_PER_REQUEST
    extensions_map = {  # noqa: RUF012 - declared as an instance variable in the base class
        **SimpleHTTPRequestHandler.extensions_map,
        ".avif": "image/avif",
        ".css": "text/css; charset=utf-8",
        ".html": "text/html; charset=utf-8",
        ".ics": "text/calendar; charset=utf-8",
        ".js": "text/javascript; charset=utf-8",
        ".json": "application/json",
        ".svg": "image/svg+xml",
        ".txt": "text/plain; charset=utf-8",
        ".webmanifest": "application/manifest+json",
        ".webp": "image/webp",
        ".woff2": "font/woff2",
        ".xml": "application/xml",
    }

    def __init__(
        self,
        *arguments: Any,  # noqa: ANN401 - the base class's own, passed on
        directory: str,
        under: str,
        headers: Mapping[str, str],
    ) -> None:
        self.under = under
        self.extra_headers = headers
        super().__init__(*arguments, directory=directory)

    def send_head(self) -> Any:  # noqa: ANN401 - as in the base class
        path = unquote(urlsplit(self.path).path)
        hidden = any(part.startswith(".") for part in PurePosixPath(path).parts)
        if hidden or not path.startswith(self.under):
            return self.send_error(HTTPStatus.NOT_FOUND)
        return super().send_head()

    def translate_path(self, path: str) -> str:
        return super().translate_path("/" + path.removeprefix(self.under))

    def list_directory(self, path: Any) -> None:  # noqa: ANN401 - as in the base class
        del path
        self.send_error(HTTPStatus.NOT_FOUND)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory, "404.html")
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", self.extensions_map[".html"])
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def end_headers(self) -> None:
        for name, value in self.extra_headers.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as in the base class
        """Say nothing."""


# --------------------------------------------------------------------------------------------- answers, as written


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server says to a request: good or bad, or nothing at all (`hangs`)."""

    body: str | bytes = ""
    type: str = "text/html; charset=utf-8"
    headers: Mapping[str, str] = field(default_factory=dict)
    status: int = 200
    hangs: bool = False


@pytest.fixture
def serve_answers() -> Iterator[ServeAnswers]:
    """Serve answers by their path while the test runs; gives the address, without a slash at its end.

    The mapping may change while it is served. What is not in it is a 404.
    """
    closing = threading.Event()
    with contextlib.ExitStack() as running:

        def serve(answers: Mapping[str, Answer]) -> str:
            handler = partial(_Teller, answers=answers, closing=closing)
            server = running.enter_context(_Server((HOST, 0), handler))
            thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
            thread.start()
            running.callback(thread.join)
            running.callback(server.shutdown)
            return f"http://{HOST}:{server.server_port}"

        yield serve
        closing.set()


class _Teller(BaseHTTPRequestHandler):
    """Gives the answer that the test wrote for a path."""

    timeout = SECONDS_PER_REQUEST

    def __init__(
        self,
        *arguments: Any,  # noqa: ANN401 - the base class's own, passed on
        answers: Mapping[str, Answer],
        closing: threading.Event,
    ) -> None:
        self.answers, self.closing = answers, closing
        super().__init__(*arguments)

    def do_GET(self) -> None:
        answer = self.answers.get(unquote(urlsplit(self.path).path), Answer(status=404))
        if answer.hangs:
            self.closing.wait()
            return
        body = answer.body.encode() if isinstance(answer.body, str) else answer.body
        self.send_response(answer.status)
        for name, value in {"Content-Type": answer.type, "Content-Length": str(len(body)), **answer.headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as in the base class
        """Say nothing."""
