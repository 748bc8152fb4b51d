"""Lines with a mark (`-`, `*`, `+`, `1.`, `1)`) -> lists, nested by two spaces or more."""

from __future__ import annotations

import re
from typing import ClassVar, NamedTuple

from generator.parse.markdown.blocks import BlockMaker
from generator.parse.markdown.lines import Lazy, Lines
from generator.parse.markdown.rules import RULE
from generator.parse.markdown.tree import Element, SubElement

_MARK = re.compile(r"(?:[-+*]|([0-9]{1,9})[.)])(?=\s|$)")
_NESTED_BY = 2
_WIDEST_GAP = 4


class Item(NamedTuple):
    """The first line of a list item: `kind` is the character by which lists differ from each other."""

    kind: str
    start: str | None
    indent: int
    offset: int
    text: str

    @property
    def needed(self) -> int:
        """Give the indentation from which a line belongs to the item."""
        return min(self.offset, self.indent + _NESTED_BY)


def item_of(line: str) -> Item | None:
    """Read a line as the first of a list item, if it is one."""
    stripped = line.lstrip()
    mark = _MARK.match(stripped)
    if not mark or RULE.fullmatch(stripped):
        return None
    indent = len(line) - len(stripped)
    rest = stripped[mark.end() :]
    text = rest.lstrip()
    gap = len(rest) - len(text)
    if not text or gap > _WIDEST_GAP:
        gap = 1
    return Item(mark[0][-1], mark[1], indent, indent + mark.end() + gap, text)


class ListMaker(BlockMaker):
    """Makes a list with all its items."""

    starts: ClassVar[str] = "-*+0123456789"

    def test(self, parent: Element, block: str) -> bool:
        """Tell whether the line has a mark."""
        del parent
        return bool(_MARK.match(block)) and not RULE.fullmatch(block)

    def interrupts(self, line: str) -> bool:
        """Only with text, and only with number 1: "1990. Dat was ..." at the start of a line is a sentence."""
        item = item_of(line)
        return item is not None and item.text != "" and item.start in {None, "1"}

    def ends_container(self, line: str) -> bool:
        """Every mark does."""
        return bool(_MARK.match(line))

    def make(self, parent: Element, lines: Lines) -> bool:
        """Take items of one kind; a blank line between two or inside one gives all their text a `<p>`."""
        item = item_of(lines[lines.at])
        if item is None or self.blocks.too_deep(lines.number):
            return False
        made = SubElement(parent, "ul" if item.start is None else "ol")
        if item.start is not None and int(item.start) != 1:
            made.set("start", str(int(item.start)))
        kind, loose = item.kind, False
        while item is not None and item.kind == kind:
            inside = self._inside(item, lines)
            self.blocks.deeper(SubElement(made, "li"), inside, "list")
            loose = loose or inside.gap
            lines.at += inside.at
            if inside.at < len(inside):
                break
            following = self._after_blank_lines(lines)
            item = None if following is None or type(lines[following]) is Lazy else item_of(lines[following])
            if item is not None and item.kind == kind and following is not None:
                loose = loose or following > lines.at
                lines.at = following
        if not loose:
            _tighten(made)
        return True

    def _inside(self, item: Item, lines: Lines) -> Lines:
        """Give the lines of an item, without mark and indentation."""
        inside: list[str] = [item.text]
        for at in range(lines.at + 1, len(lines)):
            line = lines[at]
            stripped = line.lstrip()
            if not stripped:
                if inside == [""]:
                    break
                inside.append("")
                continue
            indent = len(line) - len(stripped)
            if indent >= item.needed and type(line) is not Lazy:
                inside.append(line[min(indent, item.offset) :])
            elif self.blocks.is_lazy(inside[-1], line, stripped):
                inside.append(Lazy(stripped))
            else:
                break
        while len(inside) > 1 and not inside[-1]:
            inside.pop()
        return Lines(inside, lines.number)

    def _after_blank_lines(self, lines: Lines) -> int | None:
        return next((at for at in range(lines.at, len(lines)) if lines[at].strip()), None)


def _tighten(made: Element) -> None:
    for item in made:
        for child in item:
            if child.tag == "p":
                child.tag = "tight"
