"""The HTML of a fragment + what fills its tokens -> the body as it stands on the page."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape

from generator.model.view import BodyView, LinkInsert, View

_LINK = re.compile(r'<a href="mba:(\d+)">(.*?)</a>', re.DOTALL)
_BLOCK = re.compile(r'<mba-(?:photo|shortcode) data-ref="(\d+)"></mba-(?:photo|shortcode)>')


def fill(html: str, body: BodyView, base_path: str, show: Callable[[View], str]) -> str:
    """Replace each token: a link by its address or by plain text, anything else by what `show` makes of it."""

    def link(match: re.Match[str]) -> str:
        insert = body.inserts[int(match[1])]
        if not isinstance(insert, LinkInsert) or insert.href is None:
            return match[2]
        href = f"{base_path}{insert.href}" if insert.href.startswith("/") else insert.href
        return f'<a href="{escape(href)}">{match[2]}</a>'

    def block(match: re.Match[str]) -> str:
        insert = body.inserts[int(match[1])]
        return "" if isinstance(insert, LinkInsert) else show(insert)

    return _BLOCK.sub(block, _LINK.sub(link, html))
