"""A line of three or more `-`, `*` or `_` -> a horizontal rule."""

from __future__ import annotations

import re
from typing import ClassVar

from generator.parse.markdown.blocks import BlockMaker
from generator.parse.markdown.lines import Lines
from generator.parse.markdown.tree import Element, SubElement

RULE = re.compile(r"(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})")


class RuleMaker(BlockMaker):
    """Makes a horizontal rule."""

    starts: ClassVar[str] = "-*_"

    def test(self, parent: Element, block: str) -> bool:
        """Tell whether the line is a rule."""
        del parent
        return bool(RULE.fullmatch(block))

    def make(self, parent: Element, lines: Lines) -> None:
        """Take the one line."""
        SubElement(parent, "hr")
        lines.at += 1
