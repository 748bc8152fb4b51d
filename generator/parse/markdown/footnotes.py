"""`[^label]` in the text and `[^label]: ...` below it -> numbered notes, with a way back to the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from markdown.core import Markdown
from markdown.treeprocessors import Treeprocessor

from generator.parse.markdown.addresses import label_of
from generator.parse.markdown.blocks import BlockMaker
from generator.parse.markdown.lines import Lazy, Lines
from generator.parse.markdown.reading import Note, Reading
from generator.parse.markdown.scan import Found, Mark
from generator.parse.markdown.tree import AtomicString, Element, SubElement, add_text

_DEFINITION = re.compile(r"\[\^([^\]\[\n]{1,99})\]:[ \t]*(.*)", re.DOTALL)
_INDENT = 2
_WIDEST_INDENT = 4


class NoteMaker(BlockMaker):
    """Puts the text of a note aside."""

    starts: ClassVar[str] = "["

    def test(self, parent: Element, block: str) -> bool:
        """Tell whether the line begins the text of a note."""
        del parent
        return bool(_DEFINITION.match(block))

    def make(self, parent: Element, lines: Lines) -> bool:
        """Take the line, lazy ones after it, and indented ones also after a blank line."""
        del parent
        found = _DEFINITION.match(lines[lines.at].lstrip())
        if found is None or self.blocks.too_deep(lines.number):
            return False
        inside = [found[2]]
        for at in range(lines.at + 1, len(lines)):
            line = lines[at]
            stripped = line.lstrip()
            indent = len(line) - len(stripped)
            if not stripped:
                inside.append("")
            elif indent >= _INDENT and type(line) is not Lazy:
                inside.append(line[min(indent, _WIDEST_INDENT) :])
            elif self.blocks.is_lazy(inside[-1], line, stripped):
                inside.append(Lazy(stripped))
            else:
                break
        while len(inside) > 1 and not inside[-1]:
            inside.pop()
        label = label_of(found[1])
        number = lines.number
        if label in self.reading.notes:
            self.reading.error(
                number,
                "noot-dubbel",
                f"Noot [^{found[1]}] staat er twee keer.",
                "Geef een van de twee een andere naam, bijvoorbeeld [^2].",
            )
        note = Note(found[1], Element("li"), number)
        self.reading.notes.setdefault(label, note)
        text = Lines(inside, number)
        self.blocks.deeper(note.item, text, "note")
        lines.at += text.at
        return True


class NoteMark(Mark):
    """Turns `[^label]` into a mark when there is such a note."""

    starts: ClassVar[str] = "["
    regex: ClassVar[str] = r"\[\^([^\]\[]{1,99})\]"

    def read(self, m: re.Match[str], data: str) -> Found:
        """Give the mark; it gets its number when all are known."""
        del data
        label = label_of(m[1])
        if label not in self.reading.notes:
            self.reading.warning(
                self.scan.line_at(m.start()),
                "noot-onbekend",
                f"Er is geen noot [^{m[1]}].",
                f"Zet onder je tekst een regel die begint met [^{m[1]}]: en daarna de tekst van de noot.",
            )
            return None, None, None
        mark = Element("sup", {"data-note": label})
        # It will be a link, and a link holds no other link.
        self.scan.no_link_around()
        return mark, m.start(), m.end()


class Notes(Treeprocessor):
    """Numbers the notes in the order in which the text mentions them, and puts them at its end."""

    def __init__(self, md: Markdown, reading: Reading) -> None:
        super().__init__(md)
        self.reading = reading

    def run(self, root: Element) -> None:
        """Number the marks, and follow them into the notes, which can hold marks themselves."""
        notes = self.reading.notes
        if not notes:
            return
        marks: dict[str, list[str]] = {}
        numbers: dict[str, int] = {}
        order: list[Note] = []
        for mark in self._marks(root, order):
            label = mark.attrib.pop("data-note")
            if label not in numbers:
                order.append(notes[label])
                numbers[label] = len(order)
            number = numbers[label]
            ids = marks.setdefault(label, [])
            ids.append(f"nootverwijzing_{number}" + (f"_{len(ids) + 1}" if ids else ""))
            link = SubElement(mark, "a", {"class": "noot", "id": ids[-1], "href": f"#noot_{number}"})
            link.set("aria-label", f"noot {number}")
            link.text = AtomicString(str(number))
        if order:
            section = SubElement(root, "section", {"class": "noten", "aria-label": "Noten"})
            ordered = SubElement(section, "ol")
            for label, number in numbers.items():
                item = notes[label].item
                item.set("id", f"noot_{number}")
                _add_ways_back(item, number, marks[label])
                ordered.append(item)
        for label, note in notes.items():
            if label not in numbers:
                self.reading.warning(
                    note.line,
                    "noot-niet-gebruikt",
                    f"Noot [^{note.label}] wordt nergens genoemd, en is dus niet te zien.",
                    f"Zet [^{note.label}] in je tekst waar de noot bij hoort, of haal de noot weg.",
                )
        # Headings in notes moved or went with them.
        lines = self.reading.heading_lines
        self.reading.heading_lines = {element: lines[element] for element in root.iter() if element in lines}

    def _marks(self, root: Element, order: list[Note]) -> Iterator[Element]:
        """Go through the marks of the text, then those of each note that was mentioned."""
        yield from root.iter("sup")
        # The list grows on the way: a note can mention a further one.
        for note in order:
            yield from note.item.iter("sup")


def _add_ways_back(item: Element, number: int, ids: list[str]) -> None:
    last = item[-1] if len(item) else None
    if last is None or last.tag != "p":
        last = SubElement(item, "p")
    for at, anchor in enumerate(ids, 1):
        if last.text or len(last):
            add_text(last, " ")
        again = f" ({at})" if at > 1 else ""
        link = SubElement(last, "a", {"class": "noot-terug", "href": f"#{anchor}"})
        link.set("aria-label", f"terug naar de tekst bij noot {number}{again}")
        link.text = AtomicString(f"terug naar de tekst{again}")
