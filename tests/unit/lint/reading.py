"""Texts as writers type them -> what the coach says of them, for the tests of its rules."""

from __future__ import annotations

import textwrap
from functools import cache
from pathlib import Path

from generator.diagnostics import Diagnostic
from generator.lint import coach, coach_settings
from generator.lint.text import Text
from generator.model.coach import CoachSettings
from generator.model.prose import Coached
from generator.model.source import SourceFile
from generator.parse import DATA_FILES, parse_document, parse_settings, parse_shared_data
from generator.parse.markdown import render

ROOT = Path(__file__).parents[3]
KEYS = {
    "titel": "Een proef",
    "datum": "2026-11-01",
    "samenvatting": "Dit gaat over de buurt.",
    "wijken": "[peelo]",
}
FIRST_LINE = len(KEYS) + 4
"""The line of the first line of a body in `story_file`."""


@cache
def shipped_settings() -> CoachSettings:
    """Give what the coach knows of the site in this repository."""
    files = {path: SourceFile(path, "", (ROOT / path).read_bytes()) for path in DATA_FILES if (ROOT / path).exists()}
    config = parse_settings(SourceFile("site.yaml", "", (ROOT / "site.yaml").read_bytes())).value
    return coach_settings(config, parse_shared_data(files).value)


def story_file(body: str, **keys: str) -> bytes:
    """Give a story with this body; `keys` replace or add lines of front matter."""
    front = "".join(f"{key}: {value}\n" for key, value in {**KEYS, **keys}.items())
    return f"---\n{front}---\n\n{textwrap.dedent(body)}\n".encode()


def coached(body: str, settings: CoachSettings | None = None, **keys: str) -> Coached:
    """Coach a story."""
    parsed = parse_document("content/verhalen/proef.md", "digest", story_file(body, **keys)).value
    assert parsed.document is not None
    assert parsed.text is not None
    return coach(parsed.document, parsed.text.blocks, settings or shipped_settings())


def remarks(body: str, settings: CoachSettings | None = None, **keys: str) -> tuple[Diagnostic, ...]:
    """Give what the coach and the parser say of a story."""
    parsed = parse_document("content/verhalen/proef.md", "digest", story_file(body, **keys))
    return parsed.diagnostics + coached(body, settings, **keys).diagnostics


def codes(body: str, settings: CoachSettings | None = None, **keys: str) -> list[str]:
    """Give the rules that a story breaks."""
    return [found.code for found in remarks(body, settings, **keys)]


def text_of(body: str) -> Text:
    """Cut a body into words and sentences."""
    return Text(render(body, path="content/x.md", first_line=1, key="k").value[1].blocks)
