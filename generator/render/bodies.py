"""The HTML of a fragment + what fills its tokens -> the body as it stands on the page."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape

from generator.model.view import BodyView, LinkInsert, PhotoInsert, PhotoView

_LINK = re.compile(r'<a href="mba:(\d+)">(.*?)</a>', re.DOTALL)
_BLOCK = re.compile(r'<mba-(?:photo|shortcode) data-ref="(\d+)"></mba-(?:photo|shortcode)>')


def fill(html: str, body: BodyView, base_path: str, show_photo: Callable[[PhotoView], str]) -> str:
    """Replace each token: a link by its address or by plain text, a photo by its figure."""

    def link(match: re.Match[str]) -> str:
        insert = body.inserts[int(match[1])]
        if not isinstance(insert, LinkInsert) or insert.href is None:
            return match[2]
        href = f"{base_path}{insert.href}" if insert.href.startswith("/") else insert.href
        return f'<a href="{escape(href)}">{match[2]}</a>'

    def block(match: re.Match[str]) -> str:
        insert = body.inserts[int(match[1])]
        if isinstance(insert, PhotoInsert) and insert.photo is not None:
            return show_photo(insert.photo)
        return ""

    return _BLOCK.sub(block, _LINK.sub(link, html))
