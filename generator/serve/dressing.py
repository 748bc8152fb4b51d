"""A built page -> what the preview serves: the same page with a ribbon and two scripts; the file stays as it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape

from generator.digest import digest_bytes

CLIENT = "/_voorbeeld/"
_STYLE = re.compile(rb'(<link rel="stylesheet" href=")([^"]*)')
_HEADER = re.compile(rb"<header\b")
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
        place = _ribbon_place(rest)
        rest = rest[:place] + ribbon.encode() + rest[place:]
    return head + tags + end + rest


def _ribbon_place(rest: bytes) -> int:
    """Find where a ribbon can stand: before the header, so that the skip link stays first, or where the body begins."""
    header = _HEADER.search(rest)
    if header:
        return header.start()
    body = _BODY.search(rest)
    return body.end() if body else 0
