"""The text of a block -> its inline markup: Python-Markdown's inline pass, in one walk from left to right.

Python-Markdown tries each pattern on the whole text, one pattern after the other. Here each pattern says with
which characters it can begin, and is asked only where the text has such a character. Precedence is then what
CommonMark says (what begins first, wins), and the time is linear in the length of the text.
"""

from __future__ import annotations

import re

from markdown.core import Markdown
from markdown.treeprocessors import Treeprocessor

from generator.model.telephone import PHONE
from generator.parse.markdown.reading import Leaf, Reading
from generator.parse.markdown.scan import Mark, Node, Scan
from generator.parse.markdown.tree import Element, fill

# More marks than this in one paragraph, or more pieces in one body, is no text that somebody wrote.
MAX_MARKS = 5_000
MAX_PIECES = 50_000
_REPORTED = 10 * MAX_PIECES

_MARKS = r"\\`*_~\[\]!<&{"
_MARK = re.compile(f"[{_MARKS}]")
_MARK_OR_BREAK = re.compile(f"[{_MARKS}]| {{2,}}\n")
_MARK_OR_ADDRESS = re.compile(
    rf"[{_MARKS}]| {{2,}}\n|(?<![^\W_])(?:(?<![/@.:\-])(?i:https?://|www\.)|(?<![+\-@/:])[^\W_][\w.+\-]{{0,63}}@(?=\w))"
    rf"|{PHONE.pattern}"
)
# Where it is not in a text, no telephone number is either: it is quick, and most texts have none.
_MAYBE_PHONE = re.compile(r"[0+(](?<!\w[0+(])\d")


class InlinePass(Treeprocessor):
    """Marks up the text of all blocks."""

    def __init__(self, md: Markdown, reading: Reading, scan: Scan) -> None:
        super().__init__(md)
        self.reading = reading
        self.scan = scan
        self._marks: dict[str, tuple[Mark, ...]] = {}
        self._others: tuple[Mark, ...] = ()
        self._pieces = 0

    def prepare(self) -> None:
        """Sort the registered patterns by their first characters; those without any take the rest."""
        marks = [mark for mark in self.md.inlinePatterns if isinstance(mark, Mark)]
        starts = {start for mark in marks for start in mark.starts}
        self._marks = {start: tuple(mark for mark in marks if start in mark.starts) for start in starts}
        self._others = tuple(mark for mark in marks if not mark.starts)

    def run(self, root: Element) -> None:
        """Go through the blocks in the order of the text."""
        del root
        self._pieces = 0
        for leaf in self.reading.leaves:
            self._mark_up(leaf)

    def _mark_up(self, leaf: Leaf) -> None:
        text = leaf.text
        if "://" in text or "@" in text or "www." in text.lower() or (_MAYBE_PHONE.search(text) and PHONE.search(text)):
            marks = _MARK_OR_ADDRESS
        elif "  \n" in text:
            marks = _MARK_OR_BREAK
        else:
            marks = _MARK
        found = marks.search(text)
        if found is None:
            leaf.element.text = text
            return
        if self._is_too_much(leaf):
            leaf.element.text = text
            return
        self.scan.begin(text, leaf.line)
        fill(leaf.element, self._walk(text, marks, found))

    def _is_too_much(self, leaf: Leaf) -> bool:
        if len(leaf.text) > MAX_MARKS and len(_MARK.findall(leaf.text)) > MAX_MARKS:
            self.reading.error(
                leaf.line,
                "te-ingewikkeld",
                "Dit stuk tekst heeft zo veel tekens met een bijzondere betekenis dat het niet te lezen is.",
                "Zet er lege regels tussen, of haal de tekens weg die er niet horen.",
            )
            return True
        if self._pieces <= MAX_PIECES:
            return False
        if self._pieces < _REPORTED:
            self._pieces = _REPORTED
            self.reading.error(
                leaf.line,
                "te-ingewikkeld",
                "Deze tekst heeft zo veel links en opmaak dat de rest niet meer te lezen is.",
                "Verdeel hem over meer bestanden.",
            )
        return True

    def _walk(self, text: str, marks: re.Pattern[str], found: re.Match[str] | None) -> list[Node]:
        scan = self.scan
        nodes = scan.nodes
        at = 0
        while found is not None:
            start = found.start()
            if start > at:
                nodes.append(text[at:start])
            at = self._ask(text, start, found.end())
            found = marks.search(text, at)
        if at < len(text):
            nodes.append(text[at:])
        self._pieces += len(nodes)
        return scan.finish()

    def _ask(self, text: str, start: int, end: int) -> int:
        """Ask the patterns for this character, and give the place to go on from."""
        for mark in self._marks.get(text[start], self._others):
            match = mark.compiled_re.match(text, start)
            if match:
                node, _, after = mark.handleMatch(match, text)
                if after is not None:
                    if node is not None:
                        self.scan.nodes.append(node)
                    return after
        self.scan.nodes.append(text[start:end])
        return end
