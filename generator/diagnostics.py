"""What is wrong in content, theme or settings, as values: a user's mistake is never an exception."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from difflib import get_close_matches
from enum import StrEnum
from typing import Generic, TypeVar

MOST_OPTIONS = 24
T_co = TypeVar("T_co", covariant=True)


class Severity(StrEnum):
    """How much a problem matters: a `fout` stops the build, a `waarschuwing` does not."""

    ERROR = "fout"
    WARNING = "waarschuwing"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem: `file` is relative to the folder of site.yaml, with forward slashes; `line` counts from 1."""

    file: str
    line: int
    severity: Severity
    code: str
    message: str
    tip: str | None = None

    def __str__(self) -> str:
        """Give the shape that every message has on standard error."""
        text = visible(f"{self.file}:{self.line}: {self.severity}[{self.code}]: {self.message}")
        return f"{text}\n  tip: {visible(self.tip)}" if self.tip else text


@dataclass(frozen=True, slots=True)
class Report(Generic[T_co]):
    """A result with what was found on the way: problems accompany a value, they do not replace it."""

    value: T_co
    diagnostics: tuple[Diagnostic, ...] = ()


def error(file: str, line: int, code: str, message: str, tip: str | None = None) -> Diagnostic:
    """Make a problem that stops the build."""
    return Diagnostic(file, max(line, 1), Severity.ERROR, code, message, tip)


def warning(file: str, line: int, code: str, message: str, tip: str | None = None) -> Diagnostic:
    """Make a problem that does not stop the build."""
    return Diagnostic(file, max(line, 1), Severity.WARNING, code, message, tip)


def soften(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Turn every problem into a warning: one writer's draft never blocks the others."""
    return tuple(replace(diagnostic, severity=Severity.WARNING) for diagnostic in diagnostics)


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Sort by file and line and drop repetitions."""
    unique = dict.fromkeys(diagnostics)
    return tuple(sorted(unique, key=lambda d: (d.file, d.line, d.code, d.message, d.tip or "")))


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Tell whether anything among these stops the build."""
    return any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)


def nearest(word: str, known: Iterable[str], likeness: float = 0.6) -> str | None:
    """Give the known word that somebody probably meant."""
    words = {option.casefold(): option for option in known}
    plain = word.casefold().replace(" ", "-").replace("_", "-")
    found = get_close_matches(plain[:100], words, n=1, cutoff=likeness)
    return words[found[0]] if found else None


def nearest_address(word: str, known: Iterable[str]) -> str | None:
    """Give the known address that was probably meant, by its last part: the folders before it make all alike."""
    by_name: dict[str, str] = {}
    for option in sorted(known, key=lambda address: (address.count("/"), address)):
        by_name.setdefault(option.rstrip("/").rpartition("/")[2], option)
    name = word.rstrip("/").rpartition("/")[2]
    meant = nearest(name, by_name) if name else None
    return by_name[meant] if meant else None


def suggestion(word: str, known: Iterable[str]) -> str:
    """Give a tip: the word that was probably meant, or all that are possible when they can be taken in."""
    options = tuple(known)
    meant = nearest(word, options)
    if meant:
        return f"bedoel je '{meant}'?"
    if len(options) > MOST_OPTIONS:
        return f"kijk de naam na; er zijn er {len(options)} om uit te kiezen"
    return f"kies uit: {', '.join(sorted(options))}"


def shorten(text: str, limit: int = 60) -> str:
    """Quote a value in a message without filling the screen."""
    flat = " ".join(text.split())
    return flat if len(flat) <= limit else f"{flat[: limit - 1]}…"


_UNSEEN = re.compile("[\\x00-\\x1f\\x7f-\\x9f\\u2028\\u2029\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]")


def visible(text: str) -> str:
    """Write signs that would break a line or turn its direction as what they are: a name cannot paint the screen."""
    return _UNSEEN.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
