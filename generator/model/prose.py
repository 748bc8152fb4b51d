"""The text of a body as people read it, block by block, and what the coach made of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.diagnostics import Diagnostic


class BlockKind(StrEnum):
    """What a text is in its body; `HEAD` is a cell of the head of a table."""

    PARAGRAPH = "alinea"
    HEADING = "kop"
    ITEM = "punt"
    HEAD = "tabelkop"
    CELL = "tabelvak"


class SpanKind(StrEnum):
    """What is special about a part of a text."""

    CODE = "code"
    EMPHASIS = "nadruk"
    STRONG = "vet"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Span:
    """A part of the text of a block, from `start` up to `end`; `target` is where a link leads."""

    kind: SpanKind
    start: int
    end: int
    target: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """One text of a body without its markup. `line` is the line in the file of its first character.

    A line break in the file is one in `text`, so the line of every other character can be counted.
    """

    kind: BlockKind
    text: str
    line: int
    quoted: bool = False
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Readability:
    """How a text reads: counts over its sentences, headings and tables left out.

    `long` are the lines of the sentences of 16 to 20 words, `longest` is the number of words of the longest one.
    """

    words: int = 0
    sentences: int = 0
    syllables: int = 0
    longest: int = 0
    longest_line: int = 1
    long: tuple[int, ...] = ()

    @property
    def mean(self) -> float:
        """Give the mean number of words in a sentence."""
        return self.words / self.sentences if self.sentences else 0.0

    @property
    def flesch_douma(self) -> float | None:
        """Give the score of Flesch as Douma fitted it to Dutch: 100 is very easy, 0 is very hard.

        It counts syllables and knows nothing of words: a hint, no quality mark.
        """
        if not self.words or not self.sentences:
            return None
        return 206.84 - 0.93 * self.mean - 77.0 * self.syllables / self.words


@dataclass(frozen=True, slots=True)
class Coached:
    """What the coach says of one document."""

    diagnostics: tuple[Diagnostic, ...] = ()
    readability: Readability = Readability()
