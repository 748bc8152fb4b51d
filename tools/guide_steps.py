"""A guide in Markdown -> what somebody who follows it does, from top to bottom.

The convention: a line that is indented and begins with `mba` is typed in the terminal. A fence of `markdown` or `yaml`
is the whole file that the paragraph above it names last, between backticks; when it names none, it is part of a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

GUIDE = Path(__file__).resolve().parent.parent / "docs" / "handleiding.md"
_STEP = re.compile(r"(?ms)^    mba (?P<typed>[^\n]+)$|^```(?P<kind>markdown|yaml)\n(?P<text>.*?)^```$")
_FILE = re.compile(r"`([\w./-]+\.(?:md|yaml))`")


@dataclass(frozen=True, slots=True)
class Command:
    """What is typed after `mba`."""

    words: str


@dataclass(frozen=True, slots=True)
class Example:
    """A text as it is written: the whole file at `path`, or a piece of one."""

    path: str | None
    text: str


def steps(guide: str) -> Iterator[Command | Example]:
    """Give what is done, in its order."""
    for found in _STEP.finditer(guide):
        if found["typed"]:
            yield Command(found["typed"].strip())
            continue
        above = guide[: found.start()].rstrip("\n").rpartition("\n\n")[2]
        named = _FILE.findall(above) if above.endswith(":") else []
        yield Example(named[-1] if named else None, found["text"])


def example(path: str) -> str:
    """Give the file of the guide at this path."""
    files = (step for step in steps(GUIDE.read_text(encoding="utf-8")) if isinstance(step, Example))
    return next(step.text for step in files if step.path == path)
