"""The element tree that Python-Markdown works on, and the plain text of a part of it."""

from __future__ import annotations

# Elements are only made here, never parsed from text: the warning is about parsing.
from xml.etree.ElementTree import Element, ElementTree, SubElement  # noqa: S405

from markdown.util import AtomicString

__all__ = ["AtomicString", "Element", "ElementTree", "SubElement", "add_text", "plain_text"]


def add_text(parent: Element, text: str) -> None:
    """Put text after everything that is in an element already."""
    if len(parent):
        last = parent[-1]
        last.tail = (last.tail + text) if last.tail else text
    else:
        parent.text = (parent.text + text) if parent.text else text


def plain_text(element: Element) -> str:
    """Give the text that a reader sees in an element; a photo counts as nothing, a line break as a line break."""
    if not len(element):
        return element.text or ""
    parts = [element.text or ""]
    for child in element:
        if child.tag == "br":
            parts.append("\n")
        elif child.tag != "sup":  # the number of a footnote
            parts.append(plain_text(child))
        parts.append(child.tail or "")
    return "".join(parts)
