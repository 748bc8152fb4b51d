"""`{{ foto "x.jpg" }}` on a line of its own -> a token; anywhere else, or misspelt, a message."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import ClassVar, NamedTuple

from generator.model.document import RefKind
from generator.model.shortcodes import SHORTCODES
from generator.parse.markdown.blocks import BlockMaker
from generator.parse.markdown.lines import Lines
from generator.parse.markdown.scan import Found, Mark
from generator.parse.markdown.tree import Element, SubElement

EXAMPLES = {name: shortcode.example for name, shortcode in SHORTCODES.items()}

_START = re.compile(r"\{\{\s*([^\W\d_][\w\-]*)(?=[\s}\"'“„‘]|$)")
_ARGUMENT = re.compile(
    r"(?:([^\W\d][\w\-]*)\s*=\s*)?"
    r"(?:\"((?:[^\"\\\n]|\\.)*)\"|“([^”\n]*)”|„([^”“\n]*)[”“]|'([^'\n]*)'|‘([^’\n]*)’|([^\s\"“”„'‘{}=](?:[^\s\"“”„{}]*[^\s\"“”„{}=])?))(?=\s|\}\})"
)
_SPACE = re.compile(r"[ \t\xa0]*")
_ESCAPED_QUOTE = re.compile(r"\\([\"\\])")


class Shortcode(NamedTuple):
    """A shortcode as written, and where it ends; `arguments` is None when it is not well formed."""

    name: str
    arguments: tuple[tuple[str, str], ...] | None
    end: int


def shortcode_at(text: str, at: int) -> Shortcode | None:
    """Read a shortcode; None when these braces are just text."""
    start = _START.match(text, at)
    if not start:
        return None
    name = start[1].lower()
    arguments: list[tuple[str, str]] = []
    position = 0
    end = _skip(text, start.end())
    while not text.startswith("}}", end):
        found = _ARGUMENT.match(text, end)
        if not found:
            return _malformed(text, at, name)
        value = next((group for group in found.groups()[1:] if group is not None), "")
        key = found[1]
        if key is None:
            key, position = str(position), position + 1
        arguments.append((key.lower(), _ESCAPED_QUOTE.sub(r"\1", value) if found[2] else value))
        end = _skip(text, found.end())
    return Shortcode(name, tuple(arguments), end + 2)


def _malformed(text: str, at: int, name: str) -> Shortcode | None:
    line_end = text.find("\n", at)
    line_end = len(text) if line_end < 0 else line_end
    closed = text.find("}}", at, line_end)
    if closed < 0 and not (name in EXAMPLES or get_close_matches(name, EXAMPLES, 1)):
        return None
    return Shortcode(name, None, line_end if closed < 0 else closed + 2)


def _skip(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


class ShortcodeMaker(BlockMaker):
    """Makes a token of a shortcode on a line of its own."""

    starts: ClassVar[str] = "{"

    def test(self, parent: Element, block: str) -> bool:
        """Tell whether the line is a good shortcode; others are text, and reported there."""
        del parent
        return _alone(block) is not None

    def make(self, parent: Element, lines: Lines) -> bool:
        """Take the one line."""
        code = _alone(lines[lines.at].strip())
        if code is None:
            return False
        reference = self.reading.refer(RefKind.SHORTCODE, code.name, lines.number, "", code.arguments or ())
        SubElement(parent, "mba-shortcode", {"data-ref": reference})
        lines.at += 1
        return True


def _alone(line: str) -> Shortcode | None:
    code = shortcode_at(line, 0) if line.startswith("{{") else None
    if code is None or code.arguments is None or code.name not in EXAMPLES or line[code.end :].strip():
        return None
    return code


class ShortcodeMark(Mark):
    """Reports shortcodes in the text: misspelt ones, and good ones within a sentence."""

    starts: ClassVar[str] = "{"
    regex: ClassVar[str] = r"\{\{"

    def read(self, m: re.Match[str], data: str) -> Found:
        """Give the text of the shortcode, after a report."""
        code = shortcode_at(data, m.start())
        if code is None:
            return m[0], m.start(), m.end()
        self._report(code, self.scan.line_at(m.start()))
        return data[m.start() : code.end], m.start(), code.end

    def _report(self, code: Shortcode, line: int) -> None:
        if code.name not in EXAMPLES:
            near = get_close_matches(code.name, EXAMPLES, 1)
            meant = f" Bedoel je {near[0]}?" if near else ""
            self.reading.error(
                line,
                "onbekende-kortcode",
                f"De kortcode {code.name} bestaat niet.{meant}",
                f"Je kunt kiezen uit: {', '.join(EXAMPLES)}.",
            )
        elif code.arguments is None:
            self.reading.error(
                line,
                "kortcode-fout",
                f"De kortcode {code.name} is niet goed geschreven.",
                f"Schrijf hem op één regel, bijvoorbeeld zo: {EXAMPLES[code.name]}",
            )
        else:
            self.reading.error(
                line,
                "kortcode-in-zin",
                f"De kortcode {code.name} staat tussen andere tekst.",
                "Zet hem op een eigen regel, met een lege regel erboven en eronder.",
            )
