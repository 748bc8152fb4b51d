"""Text -> lines that know their number in the file.

This is how every link, image, heading and message gets its line: a container (a quote, a list item, a footnote)
always holds consecutive lines of the file, so that the number of the first one is enough; and the text of a block
keeps its line breaks, so that a place in it is counted from the block's first line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from markdown.core import Markdown
from markdown.preprocessors import Preprocessor

# Characters that no text needs; they would also clash with the marks that we put into text. Lone surrogates cannot
# be written as UTF-8, U+FEFF is a byte order mark that was pasted along, the last two turn the direction of text.
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff\u202d\u202e]")
# What word processors paste for a new line: without it words would be joined.
_BREAKS = frozenset("\x0b\x0c\r\x85\u2028\u2029")

# Where tabs count as indentation: before the text of a line, and around the marks of lists and quotes.
_PREFIX = re.compile(r"[\s>*+\-0-9.)]*")
_TAB = 4


class Lazy(str):
    """A line that can only continue a paragraph: it lacks the `>` or the indentation of what it continues."""

    __slots__ = ()


class Lines(list[str]):
    """Consecutive lines: `first` is the number in the file of the first, `at` the index of the next to read."""

    __slots__ = ("at", "first", "gap")

    def __init__(self, lines: Iterable[str], first: int) -> None:
        super().__init__(lines)
        self.first = first
        self.at = 0
        # Whether a blank line was seen between two blocks; makes a list loose.
        self.gap = False

    @property
    def number(self) -> int:
        """Give the number in the file of the next line to read."""
        return self.first + self.at


class Indentation(Preprocessor):
    """Makes indentation uniform: tabs become spaces where they indent, a blank line becomes empty."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)

    def run(self, lines: list[str]) -> list[str]:
        """Give the lines with their indentation in spaces."""
        return ["" if line.isspace() else _expand(line) if "\t" in line else line for line in lines]


def _expand(line: str) -> str:
    found = _PREFIX.match(line)
    end = found.end() if found else 0
    return line[:end].expandtabs(_TAB) + line[end:]


def without_controls(text: str) -> tuple[str, list[int]]:
    """Drop control characters, or put a space where they parted words; also give the lines, from 0, that had one."""
    if not CONTROL.search(text):
        return text, []
    lines = text.split("\n")
    cleaned = CONTROL.sub(lambda found: " " if found[0] in _BREAKS else "", text)
    return cleaned, [at for at, line in enumerate(lines) if CONTROL.search(line)]
