"""Lines that are nothing else -> paragraphs; and what a paragraph can turn out to be.

A line of `=` or `-` below makes it a heading, a row of dashes and bars below its last line makes that line the head
of a table, and definitions of links at its beginning are no text.
"""

from __future__ import annotations

import re

from generator.parse.markdown.addresses import definition_at, label_of
from generator.parse.markdown.blocks import BlockMaker, LineParser
from generator.parse.markdown.headings import HeadingMaker
from generator.parse.markdown.lines import Lazy, Lines
from generator.parse.markdown.reading import Definition, Reading
from generator.parse.markdown.tables import TableMaker
from generator.parse.markdown.tree import Element, SubElement

# A single dash may be a list item that is being typed.
_UNDERLINE = re.compile(r" {0,3}(?:=+|--+)\s*")
_LABEL = re.compile(r"\[((?:[^\[\]\\]|\\.){1,999})\]:")


class ParagraphMaker(BlockMaker):
    """Makes a paragraph; the last maker, for every line that no other took."""

    def __init__(self, parser: LineParser, reading: Reading, headings: HeadingMaker, tables: TableMaker) -> None:
        super().__init__(parser, reading)
        self.headings = headings
        self.tables = tables

    def test(self, parent: Element, block: str) -> bool:
        """Everything is a paragraph if need be."""
        del parent, block
        return True

    def interrupts(self, line: str) -> bool:
        """A paragraph does not end another one."""
        del line
        return False

    def make(self, parent: Element, lines: Lines) -> None:
        """Take lines up to a blank one or the start of another block."""
        number = lines.number
        taken = [lines[lines.at].lstrip()]
        at, end = lines.at + 1, len(lines)
        level = 0
        while at < end:
            line = lines[at]
            stripped = line.lstrip()
            if not stripped:
                break
            first = stripped[0]
            if type(line) is Lazy:
                pass
            elif first in "=-" and _UNDERLINE.fullmatch(line):
                level = 1 if first == "=" else 2
                break
            elif first in "|:-" and "|" in stripped and self.tables.begins(taken[-1], stripped, lines.first + at):
                self._paragraph(parent, taken[:-1], number)
                lines.at = at - 1
                self.tables.make(parent, lines)
                return
            elif self.blocks.interrupted(stripped):
                break
            taken.append(stripped)
            at += 1
        lines.at = at
        if not level:
            self._paragraph(parent, taken, number)
            return
        text, skipped = self._without_definitions("\n".join(taken))
        if text:
            self.headings.heading(parent, level, text.strip(), number + skipped)
            lines.at += 1
        # Otherwise only definitions stood above it: it underlines nothing, and is read again for what it is.

    def _paragraph(self, parent: Element, taken: list[str], number: int) -> None:
        text, skipped = self._without_definitions("\n".join(taken))
        text = text.rstrip()
        if text:
            self.leaf(SubElement(parent, "p"), text, number + skipped)

    def _without_definitions(self, text: str) -> tuple[str, int]:
        """Take the definitions of links from the beginning, and tell how many lines they took."""
        skipped = 0
        while text.startswith("["):
            label = _LABEL.match(text)
            address = definition_at(text, label.end()) if label else None
            if label is None or address is None or not label[1].strip():
                break
            self.reading.definitions.setdefault(label_of(label[1]), Definition(address.target, address.title))
            taken = text[: address.end + 1]
            skipped += taken.count("\n")
            text = text[address.end + 1 :]
        return text, skipped
