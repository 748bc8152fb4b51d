"""Lines that begin with `>` -> block quotes, with the lines that lazily leave the `>` out."""

from __future__ import annotations

from typing import ClassVar

from generator.parse.markdown.blocks import QUOTE, BlockMaker
from generator.parse.markdown.lines import Lazy, Lines
from generator.parse.markdown.tree import Element, SubElement


class QuoteMaker(BlockMaker):
    """Makes a block quote."""

    starts: ClassVar[str] = ">"

    def test(self, parent: Element, block: str) -> bool:
        """Every line with a `>` begins one."""
        del parent, block
        return True

    def make(self, parent: Element, lines: Lines) -> bool:
        """Take the lines with a `>` and the lazy ones after them."""
        if self.blocks.too_deep(lines.number):
            return False
        inside: list[str] = []
        for at in range(lines.at, len(lines)):
            line = lines[at]
            stripped = line.lstrip()
            if stripped.startswith(">") and type(line) is not Lazy:
                inside.append(stripped[1:].removeprefix(" "))
            elif stripped and self.blocks.is_lazy(inside[-1], line, stripped):
                inside.append(Lazy(stripped))
            else:
                break
        quoted = Lines(inside, lines.number)
        self.blocks.deeper(SubElement(parent, "blockquote"), quoted, QUOTE)
        lines.at += quoted.at
        return True
