"""Lines between two fences (``` or ~~~) -> code, shown as it is."""

from __future__ import annotations

import re
from typing import ClassVar

from generator.parse.markdown.blocks import BlockMaker
from generator.parse.markdown.escapes import unescape
from generator.parse.markdown.lines import Lazy, Lines
from generator.parse.markdown.tree import AtomicString, Element, SubElement

_OPEN = re.compile(r"(`{3,})([^`]*)$|(~{3,})(.*)$")
_LANGUAGE = re.compile(r"\S+")


class FenceMaker(BlockMaker):
    """Makes a block of code."""

    starts: ClassVar[str] = "`~"

    def test(self, parent: Element, block: str) -> bool:
        """Tell whether the line opens a fence."""
        del parent
        return bool(_OPEN.match(block))

    def make(self, parent: Element, lines: Lines) -> bool:
        """Take everything up to the closing fence, or to the end of what holds it."""
        line = lines[lines.at]
        stripped = line.lstrip()
        indent = len(line) - len(stripped)
        found = _OPEN.match(stripped)
        if found is None:
            return False
        fence = found[1] or found[3]
        closing = re.compile(rf"{fence[0]}{{{len(fence)},}}\s*")
        code: list[str] = []
        at = lines.at + 1
        closed = False
        while at < len(lines) and type(lines[at]) is not Lazy and not closed:
            line = lines[at]
            stripped = line.lstrip()
            closed = bool(closing.fullmatch(stripped))
            if not closed:
                code.append(line[min(indent, len(line) - len(stripped)) :])
            at += 1
        if not closed:
            self.reading.warning(
                lines.number,
                "code-niet-gesloten",
                "Dit stuk code heeft geen einde: alles eronder wordt als code getoond.",
                f"Sluit het af met een regel waarop alleen {fence} staat, of haal deze regel weg.",
            )
        lines.at = at
        made = SubElement(SubElement(parent, "pre"), "code")
        made.text = AtomicString("".join(f"{line}\n" for line in code))
        language = _LANGUAGE.match(unescape(found[2] or found[4] or "").strip())
        if language:
            made.set("class", f"language-{language[0]}")
        return True
