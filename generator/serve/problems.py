"""Diagnostics -> what the panel and the desk show of each: with the line itself and a way to the editor."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from generator.diagnostics import Diagnostic, Severity
from generator.serve.editors import editor_link

LONGEST_LINE = 240
LARGEST_FILE = 2_000_000


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem: `source` is the text of its line, `editor` a link, `here` whether this page shows that file."""

    severity: str
    file: str
    line: int
    code: str
    message: str
    tip: str | None
    source: str | None
    editor: str | None
    here: bool = False


@dataclass(frozen=True, slots=True)
class Places:
    """Where files lie and how they are opened: the folder of the site, the odd ones out, and the editor's name."""

    root: Path
    editor: str
    odd: Mapping[str, Path] = field(default_factory=dict)

    def place(self, file: str) -> Path:
        """Give where a file of the site lies."""
        return self.odd.get(file) or self.root / file

    def link(self, file: str, line: int = 1) -> str | None:
        """Give the link that opens a file of the site at a line."""
        return editor_link(self.editor, self.place(file), line)


def describe(found: Iterable[Diagnostic], places: Places, here: str | None = None) -> list[Problem]:
    """Describe problems; each file is read once. `here` is the file that the page in view was made from."""
    texts: dict[str, list[str]] = {}
    rows = []
    for problem in found:
        if problem.file not in texts:
            texts[problem.file] = _lines(places.place(problem.file))
        lines = texts[problem.file]
        source = lines[problem.line - 1].strip() if problem.line <= len(lines) else ""
        rows.append(
            Problem(
                severity=str(problem.severity),
                file=problem.file,
                line=problem.line,
                code=problem.code,
                message=_sentence(problem.message),
                tip=problem.tip,
                source=_cut(source) or None,
                editor=places.link(problem.file, problem.line),
                here=problem.file == here,
            )
        )
    return rows


def as_json(problem: Problem) -> dict[str, object]:
    """Give a problem as the page's script takes it."""
    return asdict(problem)


def errors(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Give what stops a build."""
    return [problem for problem in found if problem.severity is Severity.ERROR]


def _cut(line: str) -> str:
    return line if len(line) <= LONGEST_LINE else f"{line[: LONGEST_LINE - 1]}…"


def _sentence(text: str) -> str:
    """Begin with a capital, unless it begins with what somebody wrote."""
    return text[:1].upper() + text[1:]


def _lines(place: Path) -> list[str]:
    """Read the lines of a text; a photo, or a file that is gone, has none."""
    try:
        if place.stat().st_size > LARGEST_FILE:
            return []
        return place.read_bytes().decode("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        return []
