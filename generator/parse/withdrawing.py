"""A photo's register file and a day -> the same file with one line more: from that day consent is withdrawn."""

from __future__ import annotations

import codecs
import datetime as dt
import re
from dataclasses import dataclass

from generator.parse.yaml_text import read_yaml

KEY = "ingetrokken_op"


@dataclass(frozen=True, slots=True)
class Rewritten:
    """The new bytes of a register file, and the line in it that says when consent was withdrawn."""

    data: bytes
    line: int


def write_withdrawal(data: bytes, day: dt.date) -> Rewritten | None:
    """Put the day in a register; comments, order and line ends stay as they are.

    Nothing when the file cannot be changed without changing what else it says.
    """
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    try:
        text = data[len(mark) :].decode("utf-8")
    except UnicodeDecodeError:
        return None
    before = _read(text)
    if before is None:
        return None
    for changed in (_with_value(text, before[1].get(KEY), day), _with_line(text, day), _within_braces(text, day)):
        after = _read(changed)
        if after is not None and after[0] == {**before[0], KEY: day.isoformat()}:
            return Rewritten(mark + changed.encode(), after[1][KEY])
    return None


def _read(text: str) -> tuple[dict[str, object], dict[str, int]] | None:
    read = read_yaml(text.replace("\r\n", "\n"), path="")
    if read.value is None or read.diagnostics:
        return None
    return dict(read.value.value), dict(read.value.lines)


def _with_value(text: str, line: int | None, day: dt.date) -> str:
    """Replace the day on the line that is there."""
    if line is None:
        return text
    lines = text.splitlines(keepends=True)
    lines[line - 1] = re.sub(
        rf"({KEY}\s*:)[^#,}}\r\n]*?(?=\s*(?:[#,}}\r\n]|$))", rf"\1 {day}", lines[line - 1], count=1
    )
    return "".join(lines)


def _with_line(text: str, day: dt.date) -> str:
    """Add a line, as far from the margin as the first key."""
    first = re.search(r"^([ ]*)[^\s#%-]", text, re.MULTILINE)
    end = "\r\n" if "\r\n" in text else "\n"
    between = "" if not text or text.endswith("\n") else end
    return f"{text}{between}{first[1] if first else ''}{KEY}: {day}{end}"


def _within_braces(text: str, day: dt.date) -> str:
    """Add a key to a register that is written in braces on one line."""
    before, brace, after = text.rpartition("}")
    comma = "" if before.rstrip().endswith((",", "{")) else ","
    return f"{before.rstrip()}{comma} {KEY}: {day}{brace}{after}"
