"""Lines with bars below a row of dashes -> tables."""

from __future__ import annotations

import re

from generator.model.telephone import PHONE
from generator.parse.markdown.blocks import BlockMaker
from generator.parse.markdown.lines import Lazy, Lines
from generator.parse.markdown.tree import Element, SubElement, plain_text

_DASHES = re.compile(r"\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")
_BACKTICKS = re.compile("`+")
_MARKS = re.compile(r"\\.|(`+)|\|", re.DOTALL)
# As class: a style in the page would be refused by its security policy.
_SIDES = {(True, True): "midden", (False, True): "rechts", (True, False): "links"}
_SHOWN = 8
# Every row gets all columns, so without a limit a small file could make a huge page.
MAX_COLUMNS = 50
# So many letters fit beside each other on the smallest screen, with one for the room between two columns.
_ROOM = 32
_BREAK = re.compile(r"[ \n-]+")


def cells_of(row: str) -> list[str]:
    """Cut a row at its bars, except those after a backslash and those in code."""
    row = row.strip()
    cells: list[str] = []
    begin = at = 1 if row.startswith("|") else 0
    ends: dict[str, list[int]] | None = None
    while found := _MARKS.search(row, at):
        at = found.end()
        if found[0] == "|":
            cells.append(row[begin : at - 1])
            begin = at
        elif found[1]:
            if ends is None:
                ends = _ends_of_backticks(row)
            same = ends[found[1]]
            while same and same[-1] <= at:
                same.pop()
            at = same.pop() if same else at
    if row[begin:] or not cells:
        cells.append(row[begin:])
    return [cell.strip().replace("\\|", "|") for cell in cells]


def _ends_of_backticks(row: str) -> dict[str, list[int]]:
    """Give where runs of backticks end, for each length, the last one first."""
    ends: dict[str, list[int]] = {}
    for run in reversed(list(_BACKTICKS.finditer(row))):
        ends.setdefault(run[0], []).append(run.end())
    return ends


def sides_of(dashes: str) -> list[str | None]:
    """Give the side of each column."""
    return [_SIDES.get((mark.startswith(":"), mark.endswith(":"))) for mark in cells_of(dashes)]


def is_wide(table: Element) -> bool:
    """Tell whether a table may not fit on the smallest screen: then the longest words of its columns need more room."""
    longest: dict[int, int] = {}
    for row in table.iter("tr"):
        for at, cell in enumerate(row):
            text = PHONE.sub(lambda found: "0" * len(found[0]), plain_text(cell))
            longest[at] = max(longest.get(at, 0), *map(len, _BREAK.split(text)))
    return sum(longest.values()) + len(longest) > _ROOM


class TableMaker(BlockMaker):
    """Makes a table; asked by the maker of paragraphs, because only its second line shows that it is one."""

    def test(self, parent: Element, block: str) -> bool:
        """No single line begins a table."""
        del parent, block
        return False

    def begins(self, head: str, dashes: str, line: int) -> bool:
        """Tell whether two lines begin a table; if only their numbers of columns differ, say so."""
        if "|" not in head or not _DASHES.fullmatch(dashes):
            return False
        above, below = len(cells_of(head)), len(cells_of(dashes))
        if min(above, below) > MAX_COLUMNS:
            self.reading.error(
                line,
                "te-ingewikkeld",
                f"Deze tabel heeft {above} kolommen; dat past op geen scherm.",
                "Maak er een lijst van, of een paar kleinere tabellen.",
            )
            return False
        if above != below:
            self.reading.warning(
                line,
                "tabel-streepjes",
                f"De kop heeft {above} vakken, en de regel met streepjes {below}. Zo wordt het geen tabel.",
                f"Zet hier {above} keer streepjes: {'| --- ' * min(above, _SHOWN)}|",
            )
        return above == below

    def make(self, parent: Element, lines: Lines) -> None:
        """Take the two lines of the head and each following line with a bar."""
        head, dashes = lines[lines.at], lines[lines.at + 1]
        sides = sides_of(dashes)
        table = SubElement(parent, "table")
        self._row(SubElement(SubElement(table, "thead"), "tr"), "th", sides, cells_of(head), lines.number)
        lines.at += 2
        body: Element | None = None
        while lines.at < len(lines):
            line = lines[lines.at]
            stripped = line.lstrip()
            if "|" not in stripped or type(line) is Lazy or self.blocks.interrupted(stripped):
                break
            if body is None:
                body = SubElement(table, "tbody")
            cells = cells_of(stripped)
            if len(cells) > len(sides):
                self._too_many(len(cells), len(sides), lines.number)
                cells[len(sides) - 1 :] = [" | ".join(cells[len(sides) - 1 :])]
            self._row(SubElement(body, "tr"), "td", sides, cells, lines.number)
            lines.at += 1

    def _row(self, row: Element, tag: str, sides: list[str | None], cells: list[str], line: int) -> None:
        for at, side in enumerate(sides):
            cell = SubElement(row, tag)
            if tag == "th":
                cell.set("scope", "col")
            if side:
                cell.set("class", side)
            text = cells[at] if at < len(cells) else ""
            if text or tag == "th":  # a column without a name is worth telling
                self.leaf(cell, text, line)

    def _too_many(self, found: int, expected: int, line: int) -> None:
        self.reading.warning(
            line,
            "tabel-rij",
            f"Deze rij van de tabel heeft {found} vakken, en de kop heeft er {expected}.",
            "Voeg boven de streepjes een kolom toe. Hoort de streep bij je tekst? Schrijf dan \\|.",
        )
