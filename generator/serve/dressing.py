"""A built page -> what the preview serves: the same page with a ribbon and two scripts; the file stays as it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape

from generator.digest import digest_bytes

CLIENT = "/_voorbeeld/"
_STYLE = re.compile(rb'(<link rel="stylesheet" href=")([^"]*)')
_BODY = re.compile(rb"<body\b[^>]*>")
_HEAD_END = b"</head>"


@dataclass(frozen=True, slots=True)
class Version:
    """What tells a page from the same page before a save: its content, and apart from that its style sheets."""

    page: str
    styles: tuple[str, ...]


def version_of(html: bytes, ribbon: str) -> Version:
    """Compute the version of a page, as shown with its ribbon."""
    styles = tuple(match[2].decode("utf-8", "replace") for match in _STYLE.finditer(html))
    plain = _STYLE.sub(rb"\1", html)
    return Version(digest_bytes(plain + b"\0" + ribbon.encode()), styles)


def dress(html: bytes, ribbon: str, host: str) -> bytes:
    """Put in the page what the preview adds to it; `host` is the Host that the browser asked for."""
    version = version_of(html, ribbon)
    name, _, port = host.rpartition(":") if re.search(r":\d+$", host) else (host, ":", "80")
    socket = f"{CLIENT}livereload.js?host={name}&port={port}&mindelay=500&maxdelay=2000"
    tags = (
        f'<link rel="stylesheet" href="{CLIENT}lint.css" data-voorbeeld>'
        f'<script defer src="{CLIENT}voorbeeld.js" data-page="{version.page}" '
        f'data-styles="{escape(" ".join(version.styles))}"></script>'
        f'<script defer src="{escape(socket)}"></script>'
    ).encode()
    head, end, rest = html.partition(_HEAD_END)
    if not end:
        return tags + html
    if ribbon:
        rest = _BODY.sub(lambda match: match[0] + ribbon.encode(), rest, count=1)
    return head + tags + end + rest
