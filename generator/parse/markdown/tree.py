"""The element tree that Python-Markdown works on, and the plain text of a part of it."""

from __future__ import annotations

from collections.abc import Iterable

# Elements are only made here, never parsed from text: the warning is about parsing.
from xml.etree.ElementTree import Element, ElementTree, SubElement

from markdown.util import AtomicString

__all__ = ["AtomicString", "Element", "ElementTree", "SubElement", "add_text", "fill", "plain_text"]


def add_text(parent: Element, text: str) -> None:
    """Put text after everything that is in an element already."""
    if len(parent):
        last = parent[-1]
        last.tail = (last.tail + text) if last.tail else text
    else:
        parent.text = (parent.text + text) if parent.text else text


def fill(element: Element, nodes: Iterable[object]) -> None:
    """Put text and elements into an empty element; anything else counts as the text that it stands for."""
    parts: list[str] = []
    last: Element | None = None
    for node in nodes:
        if isinstance(node, Element):
            if parts:
                _put(element, last, "".join(parts))
                parts.clear()
            element.append(node)
            last = node
        else:
            parts.append(str(node))
    if parts:
        _put(element, last, "".join(parts))


def _put(element: Element, last: Element | None, text: str) -> None:
    if last is None:
        element.text = text
    else:
        last.tail = text


def plain_text(element: Element, *, with_alt: bool = False) -> str:
    """Give the text that a reader sees in an element, without numbers of notes; of photos only if asked."""
    if not len(element):
        return element.text or ""
    parts = [element.text or ""]
    for child in element:
        if child.tag == "br":
            parts.append("\n")
        elif child.tag == "img":
            parts.append(child.get("alt", "") if with_alt else "")
        elif child.tag != "sup":
            parts.append(plain_text(child, with_alt=with_alt))
        parts.append(child.tail or "")
    return "".join(parts)
