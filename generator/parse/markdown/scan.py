"""Where the inline pass is in the text of one block, and what it has found so far."""

from __future__ import annotations

import re
from typing import ClassVar, TypeAlias

from markdown.core import Markdown
from markdown.inlinepatterns import InlineProcessor

from generator.parse.markdown.addresses import scheme_of
from generator.parse.markdown.emphasis import Delimiter, pair
from generator.parse.markdown.escapes import kept
from generator.parse.markdown.reading import Reading
from generator.parse.markdown.tree import Element

Found: TypeAlias = tuple[Element | str | None, int | None, int | None]


class Opener:
    """A `[` or `![` that may begin a link or a photo, its place among the nodes, and where its text starts."""

    __slots__ = ("at", "photo", "start")

    def __init__(self, at: int, start: int, *, photo: bool) -> None:
        self.at = at
        self.start = start
        self.photo = photo

    def __str__(self) -> str:
        return "![" if self.photo else "["


class BareAddress:
    """An address without any marks: becomes a link, unless it turns out to stand in the text of one."""

    __slots__ = ("link", "text")

    def __init__(self, text: str, link: Element) -> None:
        self.text = text
        self.link = link


Node: TypeAlias = str | Element | Delimiter | Opener | BareAddress


class Scan:
    """The walk through the text of one block: `nodes` is what it is made of so far."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.begin("", 1)

    def begin(self, text: str, line: int) -> None:
        """Start with the text of the next block."""
        self.text = text
        self.nodes: list[Node] = []
        self.openers: list[Opener] = []
        self.line = line
        self.backticks: dict[int, list[int]] | None = None
        self._counted_to = 0
        self._dead_openers = 0

    def line_at(self, place: int) -> int:
        """Give the line in the file of a place in the text."""
        if place < self._counted_to:
            return self.line - self.text.count("\n", place, self._counted_to)
        self.line += self.text.count("\n", self._counted_to, place)
        self._counted_to = place
        return self.line

    def open(self, start: int, *, photo: bool) -> None:
        """Note a bracket that may begin a link or a photo."""
        opener = Opener(len(self.nodes), start, photo=photo)
        self.nodes.append(opener)
        self.openers.append(opener)

    def close(self) -> Opener | None:
        """Take the last bracket, or None when a link around here would hold another one."""
        opener = self.openers.pop()
        dead = len(self.openers) < self._dead_openers
        self._dead_openers = min(self._dead_openers, len(self.openers))
        return None if dead and not opener.photo else opener

    def no_link_around(self) -> None:
        """Say that here is a link: no bracket that is open now can begin one."""
        self._dead_openers = len(self.openers)

    def take(self, opener: Opener) -> list[Node]:
        """Take out what came after a bracket, and the bracket; addresses in it remain text."""
        taken: list[Node] = [
            "".join(map(kept, node.text)) if isinstance(node, BareAddress) else node
            for node in self.nodes[opener.at + 1 :]
        ]
        del self.nodes[opener.at :]
        pair(taken)
        return taken

    def forbidden(self, target: str, line: int) -> None:
        """Report an address that no link may lead to."""
        scheme = scheme_of(target)
        self.reading.error(
            line,
            "verboden-link",
            f"Een link die begint met {scheme}: mag niet.",
            "Een link begint met https://, mailto: of tel:. Of het is een pagina, zoals verhalen/het-feest.",
        )

    def finish(self) -> list[Node]:
        """Give what the whole text is made of."""
        nodes: list[Node] = [node.link if isinstance(node, BareAddress) else node for node in self.nodes]
        pair(nodes)
        return nodes


class Mark(InlineProcessor):
    """A pattern of inline markup: `starts` are the characters that it begins with, `regex` is tried there."""

    starts: ClassVar[str] = ""
    regex: ClassVar[str] = ""

    def __init__(self, md: Markdown, reading: Reading, scan: Scan) -> None:
        super().__init__(self.regex, md)
        self.reading = reading
        self.scan = scan

    def handleMatch(  # type: ignore[override]  # noqa: N802 - name and shape are Python-Markdown's
        self, m: re.Match[str], data: str
    ) -> Found:
        """Give what the match stands for; None means: nothing to add, or (three times) that it was no mark."""
        return self.read(m, data)

    def read(self, m: re.Match[str], data: str) -> Found:
        """Give what the match stands for, and where it begins and ends; None three times when it is just text."""
        raise NotImplementedError
