"""Lines -> blocks: Python-Markdown's block parser, taught to read line by line.

Python-Markdown cuts the text at blank lines and lets each processor look at each piece. Here a "block" is one
line, the processors that could begin with its first character are asked, and the one that agrees takes as many
lines as belong to it. That keeps the line numbers, takes time linear in the length of the text, and is how
CommonMark is defined.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor
from markdown.core import Markdown

from generator.parse.markdown.lines import Lazy, Lines
from generator.parse.markdown.reading import Leaf, Reading
from generator.parse.markdown.tree import Element, ElementTree

MAX_DEPTH = 12
QUOTE = "quote"
"""The state of the parser inside a quote."""


class BlockMaker(BlockProcessor):
    """Makes one kind of block. `starts` are the characters that its first line can begin with."""

    starts: ClassVar[str] = ""

    def __init__(self, parser: LineParser, reading: Reading) -> None:
        super().__init__(parser)
        self.blocks = parser
        self.reading = reading

    def test(self, parent: Element, block: str) -> bool:
        """Tell whether a block of this kind begins with this line, given without its indentation."""
        raise NotImplementedError

    def interrupts(self, line: str) -> bool:
        """Tell whether this line ends the paragraph above it, without a blank line between."""
        return self.test(self.blocks.root, line)

    def ends_container(self, line: str) -> bool:
        """Tell whether this line, without a `>` or the indentation, ends the quote or list item above it."""
        return self.interrupts(line)

    def run(self, parent: Element, blocks: list[str]) -> bool | None:
        """Make the block and move on to the line after it; False means that it was none after all."""
        if not isinstance(blocks, Lines):
            raise TypeError("our parser passes lines that know their number")
        return self.make(parent, blocks)

    def make(self, parent: Element, lines: Lines) -> bool | None:
        """Make the block from the lines at the cursor, and move the cursor."""
        raise NotImplementedError

    def leaf(self, element: Element, text: str, line: int) -> None:
        """Leave text for the inline pass."""
        self.reading.leaves.append(Leaf(element, text, line, QUOTE in self.blocks.state))


class LineParser(BlockParser):
    """The block parser: asks the makers by the first character of a line."""

    def __init__(self, md: Markdown, reading: Reading) -> None:
        super().__init__(md)
        self.reading = reading
        self.root = Element("div")
        self._makers: dict[str, tuple[BlockMaker, ...]] = {}
        self._others: tuple[BlockMaker, ...] = ()

    def prepare(self) -> None:
        """Sort the registered makers by their first characters; one without any is asked last, about all lines."""
        makers = [maker for maker in self.blockprocessors if isinstance(maker, BlockMaker)]
        starts = {start for maker in makers for start in maker.starts}
        self._others = tuple(maker for maker in makers if not maker.starts)
        self._makers = {start: (*(m for m in makers if start in m.starts), *self._others) for start in starts}

    def parseDocument(self, lines: Iterable[str]) -> ElementTree:  # noqa: N802 - the name that Python-Markdown calls
        """Make the tree of a whole body."""
        self.root = Element("div")
        self.state.clear()
        self.parseBlocks(self.root, Lines(lines, self.reading.first_line))
        return ElementTree(self.root)

    def parseBlocks(self, parent: Element, blocks: list[str]) -> None:  # noqa: N802 - see above
        """Make blocks from lines until they end, or until a lazy line that no paragraph here can take."""
        lines = blocks if isinstance(blocks, Lines) else Lines(blocks, self.reading.first_line)
        end = len(lines)
        blank = made = False
        while lines.at < end:
            line = lines[lines.at]
            stripped = line.lstrip()
            if not stripped:
                lines.at += 1
                blank = True
                continue
            if type(line) is Lazy:
                return
            if blank and made:
                lines.gap = True
            blank, made = False, True
            for maker in self._makers.get(stripped[0], self._others):
                if maker.test(parent, stripped) and maker.run(parent, lines) is not False:
                    break

    def interrupted(self, stripped: str) -> bool:
        """Tell whether a line, given without its indentation, begins something that ends a paragraph."""
        makers = self._makers.get(stripped[0])
        return makers is not None and any(maker.interrupts(stripped) for maker in makers)

    def is_lazy(self, before: str, line: str, stripped: str) -> bool:
        """Tell whether a line can go on with a paragraph in a container, without the marks of that container."""
        if not before.strip():
            return False
        makers = self._makers.get(stripped[0], ())
        return type(line) is Lazy or not any(maker.ends_container(stripped) for maker in makers)

    def deeper(self, parent: Element, lines: Lines, kind: str) -> None:
        """Make the blocks inside a container."""
        self.state.set(kind)
        self.parseBlocks(parent, lines)
        self.state.reset()

    def too_deep(self, line: int) -> bool:
        """Tell whether no further container may be opened, and say so once."""
        if len(self.state) < MAX_DEPTH:
            return False
        if not any(problem.code == "te-diep" for problem in self.reading.problems):
            self.reading.error(
                line,
                "te-diep",
                f"Hier zitten meer dan {MAX_DEPTH} lijsten of citaten in elkaar.",
                "Maak er minder lagen van; twee is voor de lezer al veel.",
            )
        return True
