"""A request -> an answer: tornado's side of the preview, with livereload's script and socket."""

from __future__ import annotations

import asyncio
import json
from concurrent.futures import Executor
from dataclasses import dataclass, field
from importlib.resources import files
from typing import Any

from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
from tornado import web

from generator.serve.dressing import CLIENT, dress
from generator.serve.files import INDEX, file_path, media_type
from generator.serve.gate import Gate
from generator.serve.live import Live
from generator.serve.pages import DESK, Pages, Shown

FORBIDDEN = 403
NOT_FOUND = 404
DAY = 86_400
CLIENT_FILES = ("voorbeeld.js", "paneel.css", "lint.css", "eigen.css")


class Browsers:
    """The browsers that listen."""

    def __init__(self) -> None:
        self.waiting: set[Socket] = set()

    def tell(self) -> None:
        """Say to all of them: look again. What they then see decides what they do."""
        for browser in tuple(self.waiting):
            browser.send_message({"command": "reload", "path": "voorbeeld", "liveCSS": True, "liveImg": False})

    def leave(self) -> None:
        """Say goodbye to all of them."""
        for browser in tuple(self.waiting):
            browser.close()


@dataclass(frozen=True, slots=True)
class House:
    """What the handlers need."""

    gate: Gate
    pages: Pages
    browsers: Browsers
    live: Live
    pool: Executor = field(repr=False)

    @property
    def base_path(self) -> str:
        """Give the path that the site lives under."""
        front = self.live.built.shown or self.live.built.front
        return front.site.config.base_path if front else ""


def make_application(house: House) -> web.Application:
    """Put the handlers together."""
    own = {"house": house}
    return web.Application(
        [
            (r"/livereload", Socket, own),
            (rf"{CLIENT}livereload\.js", Script, own),
            (rf"{CLIENT}stand\.json", State, own),
            (rf"{CLIENT}({'|'.join(CLIENT_FILES)})", Client, own),
            (r".*", Site, own),
        ],
        log_function=lambda _: None,
    )


class Guarded(web.RequestHandler):
    """Lets in who asks for this machine by its name, from a page of ours."""

    house: House

    def initialize(self, house: House) -> None:
        """Take what this server is about."""
        self.house = house

    def set_default_headers(self) -> None:
        """Tell no more than is needed, and let no other site use what we answer."""
        self.clear_header("Server")
        self.set_header("Cache-Control", "no-cache")
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("Cross-Origin-Resource-Policy", "same-origin")
        self.set_header("Referrer-Policy", "same-origin")

    def prepare(self) -> None:
        """Refuse strangers before anything is looked up."""
        host = self.request.headers.get("Host", "")
        origin = self.request.headers.get("Origin")
        if not self.house.gate.admits(host) or (origin and not self.house.gate.admits_origin(origin, host)):
            raise web.HTTPError(FORBIDDEN)

    def write_error(self, status_code: int, **kwargs: Any) -> None:  # noqa: ANN401 - as in the base class
        """Say it in one plain line."""
        del kwargs
        words = {FORBIDDEN: "Dit voorbeeld is alleen voor deze computer.", NOT_FOUND: "Dit adres is er niet."}
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.finish(words.get(status_code, "Dat ging niet.") + "\n")


class Site(Guarded):
    """Serves the preview folder, and the desk."""

    async def get(self) -> None:
        """Answer with a page, a file, a picture that is made now, or where to look instead."""
        built, base = self.house.live.built, self.house.base_path
        address = self.request.path
        if f"{address}/" == DESK:
            self.redirect(DESK)
            return
        if base and address != DESK:
            if not address.startswith(f"{base}/"):
                if address.rstrip("/") not in {"", base}:
                    raise web.HTTPError(NOT_FOUND)
                self.redirect(f"{base}/")
                return
            address = address[len(base) :]
        path = file_path(address)
        if path is None:
            raise web.HTTPError(NOT_FOUND)
        if self.house.pages.lost(built, path):
            self.house.live.changed()
        if address != DESK and not path.endswith(".html"):
            if await self._send_file(path):
                return
            if f"{path}/{INDEX}" in built.paths:
                self.redirect(f"{base}/{path}/")
                return
        self._send_page(self.house.pages.show(built, address))

    head = get

    async def _send_file(self, path: str) -> bool:
        built = self.house.live.built
        data = self.house.pages.read(built, path)
        if data is None and built.pending is not None and path in built.pending.artifacts:
            data = await asyncio.get_running_loop().run_in_executor(self.house.pool, built.pending.make, path)
        if data is None:
            return False
        self.set_header("Content-Type", media_type(path))
        if path.startswith("assets/"):  # the name says what is in it
            self.set_header("Cache-Control", f"private, max-age={DAY}, immutable")
        await self.finish(data)
        return True

    def _send_page(self, shown: Shown) -> None:
        self.set_status(shown.status)
        self.set_header("Content-Type", media_type(INDEX))
        self.finish(dress(shown.html, shown.ribbon, self.request.headers["Host"]))


class State(Guarded):
    """Tells a page how it stands."""

    def get(self) -> None:
        """Answer for the address that is asked about."""
        base = self.house.base_path
        address = self.get_query_argument("adres", "/")
        if address != DESK:
            address = address.removeprefix(base) or "/"
        self.set_header("Content-Type", "application/json")
        self.finish(json.dumps(self.house.pages.state(self.house.live.built, address)))


class Client(Guarded):
    """Serves what the preview adds to a page."""

    def get(self, name: str) -> None:
        """Answer with one of a few files."""
        self.set_header("Content-Type", media_type(name))
        self.finish((files("generator.serve") / "client" / name).read_bytes())


class Script(Guarded, LiveReloadJSHandler):  # type: ignore[misc] # livereload has no types
    """Serves livereload's own script."""


class Socket(LiveReloadHandler):  # type: ignore[misc] # livereload has no types
    """Livereload's socket, for pages of this server only; it keeps to itself who listens."""

    def initialize(self, house: House) -> None:
        """Take what this server is about."""
        self.house = house

    def prepare(self) -> None:
        """Refuse strangers."""
        if not self.house.gate.admits(self.request.headers.get("Host", "")):
            raise web.HTTPError(FORBIDDEN)

    def check_origin(self, origin: str) -> bool:
        """Livereload lets anybody in; we do not."""
        return self.house.gate.admits_origin(origin, self.request.headers.get("Host", ""))

    def on_message(self, message: str) -> None:
        """Shake hands, and count who has introduced himself."""
        try:
            super().on_message(message)
        except (ValueError, KeyError, AttributeError, TypeError):
            self.close()
            return
        LiveReloadHandler.waiters.discard(self)
        self.house.browsers.waiting.add(self)

    def on_close(self) -> None:
        """Forget a browser that left."""
        self.house.browsers.waiting.discard(self)
