"""Lines with `#` -> headings; and the address within the page that each heading gets."""

from __future__ import annotations

import re
import unicodedata
from typing import ClassVar

from markdown.core import Markdown
from markdown.treeprocessors import Treeprocessor

from generator.model.document import Heading
from generator.parse.markdown.blocks import BlockMaker
from generator.parse.markdown.lines import Lines
from generator.parse.markdown.reading import Reading
from generator.parse.markdown.tree import Element, SubElement, plain_text

# What the theme's own elements are called; a test of the theme keeps this in step.
RESERVED = frozenset(
    [
        "main",
        "top",
        "hoofd",
        "zoek",
        "inhoud",
        "hulp",
        "project",
        "themas",
        "delen",
        "meer",
        "daarna",
        "loket",
        "loketten",
        "uitkomst",
        "waarheen",
        "stappen",
        "feiten",
        "meedoen",
        "verhalen",
        "agenda",
        "aanmelden",
        "organisaties",
        "team",
        "projecten",
        "over",
        "heel-assen",
        "wijken",
        "idee",
        "volgen",
    ]
)

_HEADING = re.compile(r"(#{1,6})(?:\s+|$)(.*)", re.DOTALL)
# Without the space only before a letter or what a word can begin with: "#5" is a number.
_WITHOUT_SPACE = re.compile(r"(#{1,6})(?=[^\W\d_]|[\"“‘'*\[(])(.*)", re.DOTALL)
# The title of the page is the only h1.
_HIGHEST = 2
_LOWEST = 6
_LETTERS = str.maketrans(
    {
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "ł": "l",
        "þ": "th",
        "ı": "i",
        "’": "",
        "'": "",
    }
)
_LONGEST = 80
_GAP = re.compile(r"[^a-z0-9]+")


class HeadingMaker(BlockMaker):
    """Makes a heading from a line with `#`."""

    starts: ClassVar[str] = "#"

    def test(self, parent: Element, block: str) -> bool:
        """Tell whether the line is a heading."""
        del parent
        return bool(_HEADING.match(block) or _WITHOUT_SPACE.match(block))

    def interrupts(self, line: str) -> bool:
        """Only with the space: "#buurtfeest" at the start of a line in a paragraph is a word."""
        return bool(_HEADING.match(line))

    def make(self, parent: Element, lines: Lines) -> bool:
        """Take the one line, without the `#` that may close it."""
        line = lines[lines.at].strip()
        found = _HEADING.match(line) or _WITHOUT_SPACE.match(line)
        if found is None:
            return False
        text = found[2]
        bare = text.rstrip("#")
        if not bare or bare[-1].isspace():
            text = bare.rstrip()
        self.heading(parent, len(found[1]), text, lines.number)
        lines.at += 1
        return True

    def heading(self, parent: Element, level: int, text: str, line: int) -> None:
        """Make a heading, of the level that was written; it gets its own level when all are known."""
        element = SubElement(parent, f"h{level}")
        self.reading.heading_lines[element] = line
        self.leaf(element, text, line)


def slug_of(text: str) -> str:
    """Make an address of plain ASCII from a text: "Één foto’s" -> "een-fotos"."""
    letters = unicodedata.normalize("NFKD", text.lower().translate(_LETTERS)).encode("ascii", "ignore").decode()
    return _GAP.sub("-", letters).strip("-")[:_LONGEST].rstrip("-")


class Anchors(Treeprocessor):
    """Gives each heading its level and its address, once all are known, and lists them."""

    def __init__(self, md: Markdown, reading: Reading) -> None:
        super().__init__(md)
        self.reading = reading

    def run(self, root: Element) -> None:
        """Go through the headings in the order of the text.

        The highest that a writer used becomes h2, and none is more than one level below the one before it.
        """
        self._drop_empty(root)
        levels = {element: int(element.tag[1]) for element in self.reading.heading_lines}
        shift = _HIGHEST - min(levels.values(), default=_HIGHEST)
        before = _HIGHEST - 1
        for element, level in levels.items():
            wanted = min(level + shift, _LOWEST)
            if wanted > before + 1:
                tip = f"begin met {'#' * (before + 1 - shift)} in plaats van {'#' * (wanted - shift)}"
                message = "deze kop slaat een niveau over; we laten hem een niveau hoger zien"
                self.reading.warning(self.reading.heading_lines[element], "kop-overgeslagen", message, tip)
            before = min(wanted, before + 1)
            element.tag = f"h{before}"
        taken = set(RESERVED)
        counts: dict[str, int] = {}
        for element, line in self.reading.heading_lines.items():
            text = " ".join(plain_text(element).split())
            base = slug_of(text) or "kop"
            anchor, number = base, counts.get(base, 1)
            while anchor in taken:
                number += 1
                anchor = f"{base}-{number}"
            counts[base] = number
            taken.add(anchor)
            element.set("id", anchor)
            self.reading.headings.append(Heading(int(element.tag[1]), anchor, text, line))

    def _drop_empty(self, root: Element) -> None:
        """Leave out headings without a text, and say so: they would confuse who listens to the page."""
        lines = self.reading.heading_lines
        empty = [element for element in lines if not plain_text(element).strip() and not len(element)]
        for element in empty:
            tip = "schrijf een tekst achter het hekje, of haal de regel weg"
            self.reading.warning(lines.pop(element), "kop-leeg", "deze kop heeft geen tekst en blijft weg", tip)
        for parent in list(root.iter()) if empty else ():
            for child in [child for child in parent if child in empty]:
                _remove(parent, child)


def _remove(parent: Element, child: Element) -> None:
    """Take an element out and keep the text behind it."""
    index = list(parent).index(child)
    if child.tail and index:
        parent[index - 1].tail = (parent[index - 1].tail or "") + child.tail
    elif child.tail:
        parent.text = (parent.text or "") + child.tail
    parent.remove(child)
