"""Straight quotes, hyphens and dots -> Dutch typography: “zo”, ‘zo’, ’t, foto’s, ’90, –, —, ….

Works on the tree, so never on code, addresses or what was escaped; and on all text of a block at once, so that
a quote before or after emphasis knows its neighbour.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from markdown.core import Markdown
from markdown.treeprocessors import Treeprocessor

from generator.parse.markdown.escapes import KEEP
from generator.parse.markdown.reading import Reading
from generator.parse.markdown.tree import AtomicString, Element

_TRIGGER = re.compile(r"['\"‘\\&]|--|\.\.\.| -[ \n]")
_PLACE = re.compile(
    rf"(?<!{KEEP})['\"]"
    rf"|(?<![\-<!{KEEP}])-{{2,3}}(?![\->])"
    rf"|(?<![.{KEEP}])\.\.\.(?!\.)"
    r"|(?<=\S) -(?=[ \n])"
    r"|‘(?=(?:[tsnkmr]|ns)(?![\w'‘’]))"  # what word processors make of 's
)
_BEFORE_OPENING = frozenset("([{<“‘«„‚–—-/\xa0")
# Words that begin with an apostrophe; a quote directly behind them makes it a quotation: 'n'.
_ELISION = re.compile(r"'(?:[tsnkmr]|ns|em|tis|twas|\d\d)(?![\w'])", re.IGNORECASE)
_FIXED = {"‘": "’", "...": "…", "--": "–", "---": "—", " -": " –"}


class Run(NamedTuple):
    """A piece of text in a block, in an element or after it; a protected one only counts as neighbour."""

    element: Element
    text: str
    place: str  # "in", "after" or "protected"


def polished(text: str) -> str:
    """Give a text its typography."""
    if not _TRIGGER.search(text):
        return text
    quotes = Quotes(text)
    return _PLACE.sub(quotes.replacement, text)


class Quotes:
    """Chooses the sign for each place in one text, from left to right."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.is_open = False
        self.last = -2
        self.last_opened = False

    def replacement(self, found: re.Match[str]) -> str:
        """Give what belongs at a place."""
        sign = found[0]
        if sign in _FIXED:
            return _FIXED[sign]
        at = found.start()
        before = self.text[at - 1 : at]
        after = self.text[at + 1 : at + 2]
        if at - 1 == self.last:
            can_open = self.last_opened
        else:
            can_open = not before or before.isspace() or before in _BEFORE_OPENING
        blank_after = not after or after.isspace()
        choice = (
            self._double(before, blank_after=blank_after, can_open=can_open)
            if sign == '"'
            else ("‘" if can_open and not blank_after and not _ELISION.match(self.text, at) else "’")
        )
        self.last = at
        self.last_opened = choice in "“‘"
        return choice

    def _double(self, before: str, *, blank_after: bool, can_open: bool) -> str:
        if can_open and not (blank_after and self.is_open):
            self.is_open = True
            return "“"
        if before.isdigit() and not self.is_open:
            return '"'  # inches
        self.is_open = False
        return "”"


class Typography(Treeprocessor):
    """Gives the text of all blocks its typography."""

    def __init__(self, md: Markdown, reading: Reading) -> None:
        super().__init__(md)
        self.reading = reading

    def run(self, root: Element) -> None:
        """Go through the blocks that have something to change."""
        del root
        for element, text, _, _ in self.reading.leaves:
            if _TRIGGER.search(text) or "[" in text:  # addresses in the text of a link hold marks to take out
                if len(element):
                    _polish(list(_runs(element)))
                elif element.text:
                    element.text = polished(element.text).replace(KEEP, "")


def _runs(element: Element) -> Iterator[Run]:
    text = element.text
    if text:
        yield Run(element, text, "protected" if element.tag == "code" or type(text) is AtomicString else "in")
    for child in element:
        if child.tag == "br":
            yield Run(child, "\n", "protected")
        else:
            yield from _runs(child)
        if child.tail:
            yield Run(child, child.tail, "after")


def _polish(runs: list[Run]) -> None:
    """Change the runs as if they were one text; what is protected counts as a word."""
    text = "".join("x" * len(run.text) if run.place == "protected" and run.text != "\n" else run.text for run in runs)
    quotes = Quotes(text)
    changes = [(found.start(), found.end(), quotes.replacement(found)) for found in _PLACE.finditer(text)]
    begin = at = 0
    for run in runs:
        end = begin + len(run.text)
        parts: list[str] = []
        done = begin
        while at < len(changes) and changes[at][0] < end:
            start, stop, sign = changes[at]
            at += 1
            if stop <= end:
                parts += (text[done:start], sign)
                done = stop
        changed = ("".join(parts) + text[done:end]).replace(KEEP, "")
        if run.place == "in":
            run.element.text = changed
        elif run.place == "after":
            run.element.tail = changed
        begin = end
