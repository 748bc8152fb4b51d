"""The HTML of one page -> its facts, with the flaws that it has on its own."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.check.budgets import weigh_page
from generator.model.facts import Flaw, PageFacts

_LOADED = {
    "link": "href",
    "script": "src",
    "img": "src",
    "iframe": "src",
    "source": "src",
    "video": "src",
    "audio": "src",
    "use": "href",
    "image": "href",
    "embed": "src",
    "object": "data",
}
_LOADING_RELS = frozenset({"stylesheet", "icon", "preload", "apple-touch-icon", "manifest", "modulepreload"})
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_TELLING = frozenset({"a", *_HEADINGS, "title", "meta", "img", "script", "style", "base", "html"})
"""Elements that mean something by themselves; of all others only the attributes do."""
_DULL = frozenset(
    {"alt", "aria-hidden", "aria-label", "class", "content", "d", "datetime", "focusable", "height", "lang", "role"}
    | {"type", "viewBox", "viewbox", "width", "x", "y"}
)
"""Attributes that say nothing about links, files, anchors or scripts: most elements have no other."""
_THEME_TIP = "dit zit in het thema; maak de laatste wijziging daar ongedaan"


def read_facts(html: str) -> PageFacts:
    """Read one page in a single walk over its elements."""
    reader = _Reader(weigh_page(html.encode()))
    root = LexborHTMLParser(html).root
    if root is not None:
        for node in root.traverse():
            tag = node.tag
            # Half of all nodes are texts and comments, which have names such as `-text`.
            if not tag or tag[0] == "-":
                continue
            attributes = node.attributes
            if not _DULL.issuperset(attributes):
                reader.attributes(tag, attributes)
            if tag in _TELLING:
                reader.element(tag, node, attributes)
    return reader.facts()


class _Reader:
    """Gathers facts and flaws, element by element, in the order of the document."""

    def __init__(self, weight: int) -> None:
        self.weight = weight
        self.title = ""
        self.description = ""
        self.noindex = False
        self.redirect = False
        self.links: dict[str, None] = {}
        self.files: dict[str, None] = {}
        self.anchors: dict[str, None] = {}
        self.flaws: dict[Flaw, None] = {}
        self.level = 0
        self.tops = {1: 0, 2: 0}
        self.framed = False

    def element(self, tag: str, node: LexborNode, attributes: dict[str, str | None]) -> None:
        """Take what an element tells by being there."""
        if tag == "a":
            self._link(node, attributes)
        elif tag in _HEADINGS:
            self._heading(node, _HEADINGS[tag])
        elif tag == "title" and not self.title and node.parent is not None and node.parent.tag == "head":
            self.title = node.text().strip()
        elif tag == "meta":
            self._meta(attributes)
        elif tag == "img" and attributes.get("alt") is None and "alt" not in attributes:
            self._flaw("alt-ontbreekt", "een afbeelding heeft geen tekst voor wie haar niet ziet")
        elif tag == "script" and "src" not in attributes and attributes.get("type") != "application/ld+json":
            self._flaw("script-in-pagina", "er staat een script in de pagina zelf")
        elif tag == "style":
            self._flaw("stijl-in-pagina", "er staat een stijlblad in de pagina zelf")
        elif tag == "base" and attributes.get("target") == "_top":
            self.framed = True
        elif tag == "html" and not attributes.get("lang"):
            self._flaw("taal-ontbreekt", "de pagina zegt niet in welke taal ze is")

    def attributes(self, tag: str, attributes: dict[str, str | None]) -> None:
        """Take what the attributes of an element tell."""
        name = attributes.get("id")
        if name is not None:
            if name in self.anchors:
                self._flaw("id-dubbel", f"het id '{name}' staat er twee keer")
            self.anchors[name] = None
        for attribute in attributes:
            if attribute == "style":
                self._flaw("stijl-in-pagina", "een element heeft een eigen stijl")
            elif attribute[:2] == "on":
                self._flaw("script-in-pagina", f"een element heeft een script in '{attribute}'")
        loaded = _LOADED.get(tag)
        if loaded and (value := attributes.get(loaded)):
            rels = (attributes.get("rel") or "").split()
            if tag != "link" or _LOADING_RELS & set(rels):
                self.files[value] = None
            elif "canonical" not in rels:
                self.links[value] = None
        srcset = attributes.get("srcset")
        if srcset:
            self.files |= dict.fromkeys(part.split()[0] for part in srcset.split(",") if part.strip())

    def _link(self, node: LexborNode, attributes: dict[str, str | None]) -> None:
        href = attributes.get("href")
        if href is None:
            return
        self.links[href] = None
        if not node.text().strip() and not attributes.get("aria-label") and not _has_image_text(node):
            self._flaw("link-leeg", f"de link naar '{href}' heeft geen tekst")

    def _heading(self, node: LexborNode, level: int) -> None:
        if level in self.tops:
            self.tops[level] += 1
        text = node.text().strip()
        if not text and not _has_image_text(node):
            self._flaw("kop-leeg", "er is een kop zonder tekst")
        if self.level and level > self.level + 1:
            self._flaw("kop-overgeslagen", f"na een kop van niveau {self.level} komt niveau {level}: '{text[:60]}'")
        self.level = level

    def _main_heading(self) -> None:
        """A page whose links open around it stands in a frame: its heading comes below that of the page around it."""
        above, below = self.tops.values()
        if self.framed and above:
            self._flaw("kop-een", "een pagina voor in een kader heeft een h1; haar hoofdkop is een h2")
        tops = below if self.framed else above
        if tops != 1:
            self._flaw("kop-een", f"de pagina heeft {tops} hoofdkoppen; er hoort er een te zijn")

    def _meta(self, attributes: dict[str, str | None]) -> None:
        content = attributes.get("content") or ""
        match attributes.get("name"):
            case "description":
                self.description = content.strip()
            case "robots":
                self.noindex = "noindex" in content
        if (attributes.get("http-equiv") or "").casefold() == "refresh":
            self.redirect = True

    def _flaw(self, code: str, message: str) -> None:
        self.flaws[Flaw(code, message, _THEME_TIP)] = None

    def facts(self) -> PageFacts:
        """Close the walk: what every page must have."""
        if not self.title:
            self._flaw("titel-ontbreekt", "de pagina heeft geen titel")
        if not self.redirect:
            self._main_heading()
            if not self.description:
                self._flaw("omschrijving-ontbreekt", "de pagina heeft geen omschrijving")
        return PageFacts(
            title=self.title,
            description=self.description,
            links=tuple(self.links),
            files=tuple(self.files),
            anchors=tuple(self.anchors),
            flaws=tuple(self.flaws),
            noindex=self.noindex,
            is_redirect=self.redirect,
            weight=self.weight,
            framed=self.framed,
        )


def _has_image_text(node: LexborNode) -> bool:
    return any((image.attributes.get("alt") or "").strip() for image in node.css("img"))
