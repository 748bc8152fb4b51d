"""Inline: escaped characters, entities, code between backticks, line breaks and runs of `*`, `_`, `~`."""

from __future__ import annotations

import re
from typing import ClassVar

from generator.parse.markdown.emphasis import delimiter_of
from generator.parse.markdown.escapes import ENTITY, ESCAPED, character_of, kept
from generator.parse.markdown.scan import Found, Mark
from generator.parse.markdown.tree import AtomicString, Element

_BACKTICKS = re.compile("`+")


class EscapeMark(Mark):
    r"""Makes `\*` a `*`, and a backslash at the end of a line a break."""

    starts: ClassVar[str] = "\\"
    regex: ClassVar[str] = rf"{ESCAPED}|\\\n"

    def read(self, m: re.Match[str], data: str) -> Found:
        """Give the character."""
        del data
        return kept(m[1]) if m[1] else Element("br"), m.start(), m.end()


class BreakMark(Mark):
    """Makes two spaces at the end of a line a break."""

    starts: ClassVar[str] = " "
    regex: ClassVar[str] = r" {2,}\n"

    def read(self, m: re.Match[str], data: str) -> Found:
        """Give the break."""
        del data
        return Element("br"), m.start(), m.end()


class EntityMark(Mark):
    """Makes `&eacute;` an é."""

    starts: ClassVar[str] = "&"
    regex: ClassVar[str] = ENTITY

    def read(self, m: re.Match[str], data: str) -> Found:
        """Give the character, if there is such an entity."""
        del data
        character = character_of(m[0])
        return (None, None, None) if character is None else (kept(character), m.start(), m.end())


class CodeMark(Mark):
    """Makes text between equally long runs of backticks code."""

    starts: ClassVar[str] = "`"
    regex: ClassVar[str] = "`+"

    def read(self, m: re.Match[str], data: str) -> Found:
        """Give the code; or the backticks, when none like them follow."""
        length = m.end() - m.start()
        if self.scan.backticks is None:
            # All runs at once, the last ones first, so that many unclosed runs cost no time.
            self.scan.backticks = {}
            for run in reversed(list(_BACKTICKS.finditer(data))):
                self.scan.backticks.setdefault(run.end() - run.start(), []).append(run.start())
        places = self.scan.backticks.get(length, [])
        while places and places[-1] < m.end():
            places.pop()
        if not places:
            return m[0], m.start(), m.end()
        end = places.pop()
        code = data[m.end() : end].replace("\n", " ")
        if code.strip(" ") and code[0] == code[-1] == " ":
            code = code[1:-1]
        element = Element("code")
        element.text = AtomicString(code)
        return element, m.start(), end + length


class EmphasisMark(Mark):
    """Notes a run of `*`, `_` or `~` for the pairing at the end."""

    starts: ClassVar[str] = "*_~"
    regex: ClassVar[str] = r"\*+|_+|~+"

    def read(self, m: re.Match[str], data: str) -> Found:
        """Add the run to the nodes."""
        run = delimiter_of(data, m.start(), m.end())
        self.scan.nodes.append(run or m[0])
        return None, m.start(), m.end()
