"""The examples in tests/markdown/*.md: what a writer types, and what becomes of it.

A case is a heading, a fenced `markdown`, the `html` that it gives, and where there is any, what was `found`: a line
for each reference (line, kind, target, text, arguments) and for each problem (line, severity, code).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from generator.parse.markdown import render

FOLDER = Path(__file__).resolve().parents[3] / "markdown"

_CASE = re.compile(
    r"^## (?P<title>[^\n]+)\n\n`{5}markdown\n(?P<markdown>.*?)^`{5}\n"
    r"(?:\n`{5}html\n(?P<html>.*?)^`{5}\n)?(?:\n`{5}found\n(?P<found>.*?)^`{5}\n)?",
    re.DOTALL | re.MULTILINE,
)


@dataclass(frozen=True)
class Case:
    """One example."""

    file: str
    title: str
    markdown: str
    html: str
    found: str

    def __str__(self) -> str:
        return f"{self.file}: {self.title}"


def read_cases() -> list[Case]:
    """Read all examples."""
    return [
        Case(path.stem, match["title"], match["markdown"], match["html"] or "", match["found"] or "")
        for path in sorted(FOLDER.glob("*.md"))
        for match in _CASE.finditer(path.read_text(encoding="utf-8"))
    ]


def result_of(markdown: str) -> tuple[str, str]:
    """Give the HTML of an example, and what was found in it."""
    report = render(markdown.removesuffix("\n"), path="x.md", first_line=1, key="x")
    fragment, heavy = report.value
    found = [
        f"{ref.line} {ref.kind} {ref.target!r} {ref.text!r} {' '.join(f'{k}={v!r}' for k, v in ref.arguments)}".strip()
        for ref in fragment.refs
    ]
    found += [f"{problem.line} {problem.severity} {problem.code}" for problem in report.diagnostics]
    return heavy.html + "\n" if heavy.html else "", "".join(f"{line}\n" for line in found)


def write_cases() -> None:
    """Write what comes out now as what is expected."""
    for path in sorted(FOLDER.glob("*.md")):
        path.write_text(_CASE.sub(_with_result, path.read_text(encoding="utf-8")), encoding="utf-8")


def _with_result(match: re.Match[str]) -> str:
    html, found = result_of(match["markdown"])
    parts = [f"## {match['title']}", f"`````markdown\n{match['markdown']}`````", f"`````html\n{html}`````"]
    if found:
        parts.append(f"`````found\n{found}`````")
    return "\n\n".join(parts) + "\n"
