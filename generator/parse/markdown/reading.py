"""What is known while one body is read: problems, references, and text that awaits its inline markup."""

from __future__ import annotations

from typing import NamedTuple

from generator.diagnostics import Diagnostic, error, warning
from generator.model.document import Heading, Ref, RefKind
from generator.parse.markdown.tree import Element


class Leaf(NamedTuple):
    """Text of one block, still to be marked up: `line` is the line in the file of its first character."""

    element: Element
    text: str
    line: int
    quoted: bool = False


class Definition(NamedTuple):
    """Where `[label]: address "title"` leads."""

    target: str
    title: str


class Note(NamedTuple):
    """A footnote as defined: its blocks are the children of `item`."""

    label: str
    item: Element
    line: int


class Reading:
    """One body on its way through the converter; emptied before each next one."""

    def __init__(self) -> None:
        self.begin("", 1)

    def begin(self, path: str, first_line: int) -> None:
        """Forget the previous body."""
        self.path = path
        self.first_line = first_line
        self.problems: list[Diagnostic] = []
        self.leaves: list[Leaf] = []
        self.definitions: dict[str, Definition] = {}
        self.notes: dict[str, Note] = {}
        self.raw_tags: set[str] = set()
        self.heading_lines: dict[Element, int] = {}
        # References get their final number when the HTML is written: only then is it known which ones remain.
        self.found: list[Ref] = []
        self.refs: list[Ref] = []
        self.headings: list[Heading] = []
        self.anchors: list[str] = []
        self.texts: list[str] = []

    def refer(
        self,
        kind: RefKind,
        target: str,
        line: int,
        text: str = "",
        arguments: tuple[tuple[str, str], ...] = (),
    ) -> str:
        """Remember a reference and give its provisional number, for an attribute."""
        self.found.append(Ref(kind, target, line, text, arguments))
        return str(len(self.found) - 1)

    def error(self, line: int, code: str, message: str, tip: str | None = None) -> None:
        """Report a problem that stops the build."""
        self.problems.append(error(self.path, line, code, message, tip))

    def warning(self, line: int, code: str, message: str, tip: str | None = None) -> None:
        """Report a problem that does not stop the build."""
        self.problems.append(warning(self.path, line, code, message, tip))
