"""A body in Markdown -> a fragment of safe HTML with tokens (thin first version; the full one is being written)."""

from __future__ import annotations

import re
import unicodedata
from html import unescape

import markdown
import nh3

from generator.diagnostics import Report
from generator.model.document import Fragment, FragmentText, Heading, Ref, RefKind

_TAGS = {
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "a", "em", "strong", "ul", "ol", "li", "table", "thead", "tbody", "tr", "th",
    "td", "blockquote", "hr", "br", "code", "pre", "del",
}  # fmt: skip


def render(text: str, *, path: str, first_line: int, key: str) -> Report[tuple[Fragment, FragmentText]]:
    """Turn a body into its fragment: metadata with references, and HTML that holds token N for reference N."""
    del path
    source = re.sub(r"[\x00-\x08\x0b-\x1f\x7f]", "", text)
    html = markdown.markdown(source, extensions=["tables", "sane_lists", "fenced_code"], output_format="html")
    refs: list[Ref] = []
    headings: list[Heading] = []
    lines = source.split("\n")

    def line_of(needle: str) -> int:
        return next((first_line + i for i, line in enumerate(lines) if needle in line), first_line)

    def link(match: re.Match[str]) -> str:
        target = unescape(match[1])
        refs.append(Ref(RefKind.LINK, target, line_of(target), re.sub(r"<[^>]+>", "", match[2])))
        return f'<a href="mba:{len(refs) - 1}">{match[2]}</a>'

    def heading(match: re.Match[str]) -> str:
        level = min(int(match[1]) + 1, 6)
        plain = unescape(re.sub(r"<[^>]+>", "", match[2]))
        ascii_only = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
        slug = re.sub(r"[^a-z0-9]+", "-", ascii_only.lower()).strip("-") or "kop"
        taken = {h.anchor for h in headings} | {"main", "top", "hoofd", "zoek"}
        anchor = next(a for n in range(1, 9999) if (a := slug if n == 1 else f"{slug}-{n}") not in taken)
        headings.append(Heading(level, anchor, plain, line_of(plain)))
        return f'<h{level} id="{anchor}">{match[2]}</h{level}>'

    html = nh3.clean(html, tags=_TAGS, attributes={"a": {"href"}, "ol": {"start"}}, link_rel=None)
    html = re.sub(r'<a href="([^"]*)">(.*?)</a>', link, html, flags=re.DOTALL)
    html = re.sub(r"<h([1-6])>(.*?)</h\1>", heading, html, flags=re.DOTALL)
    plain_text = unescape(re.sub(r"<[^>]+>", "", html.replace("</p>", "</p>\n"))).strip()
    fragment = Fragment(
        key, tuple(headings), tuple(refs), tuple(h.anchor for h in headings), len(plain_text.split())
    )
    return Report((fragment, FragmentText(html, plain_text)))
