"""A site -> a live preview in a folder of its own, with drafts, built again and reloaded after a change."""

from __future__ import annotations

from collections.abc import Callable

from livereload import Server

from generator.build import Options

DELAY = 0.2


def serve(options: Options, host: str, port: int, rebuild: Callable[[], None]) -> None:
    """Serve the preview folder until the program is stopped; `rebuild` brings it up to date."""
    server = Server()
    for name in ("content", "themes", "site.yaml"):
        server.watch(str(options.root / name), rebuild, delay=DELAY)
    server.serve(host=host, port=port, root=str(options.output), open_url_delay=None)
