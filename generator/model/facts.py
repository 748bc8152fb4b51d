"""What a rendered page says of itself: enough to check its links without reading it again."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something wrong in one page, whatever the other pages are."""

    code: str
    message: str
    tip: str | None = None
    warning: bool = False


@dataclass(frozen=True, slots=True)
class PageFacts:
    """Links and anchors of one page. `links` are as written in the HTML; `files` are what the page loads.

    `weight` is that of the HTML, in bytes on the wire; a page that is `framed` stands in a frame on another site.
    """

    title: str
    description: str
    links: tuple[str, ...]
    files: tuple[str, ...]
    anchors: tuple[str, ...]
    flaws: tuple[Flaw, ...] = ()
    noindex: bool = False
    is_redirect: bool = False
    weight: int = 0
    framed: bool = False

    def sharing(self, texts: dict[str, str]) -> PageFacts:
        """Give the same, with each address that is among `texts` in one place in memory: most are on every page."""
        links, files, anchors = (
            tuple([texts.setdefault(text, text) for text in found]) for found in (self.links, self.files, self.anchors)
        )
        return replace(self, links=links, files=files, anchors=anchors)
