"""A word that does not fit -> its parts, broken where Dutch allows it."""

from __future__ import annotations

import functools
from collections.abc import Callable

import pyphen


@functools.cache
def _dictionary() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="nl_NL", left=3, right=3)


def break_word(word: str, before: str, fits: Callable[[str], bool]) -> list[str]:
    """Give lines that hold `before` and then the word; each but the last ends with a hyphen."""
    lines: list[str] = []
    current, rest = before, word
    while rest and not fits(current + rest):
        head = _head(current, rest, fits)
        if not head:
            if current.strip():
                lines.append(current.rstrip())
                current = ""
                continue
            head = _letters(rest, fits)
        lines.append(f"{current}{head}-")
        current, rest = "", rest[len(head) :]
    lines.append(current + rest)
    return [line.strip() for line in lines if line.strip()]


def _head(current: str, rest: str, fits: Callable[[str], bool]) -> str:
    """Give the longest first part that fits."""
    places = [place for place in _dictionary().positions(rest) if fits(f"{current}{rest[:place]}-")]
    return rest[: max(places)] if places else ""


def _letters(rest: str, fits: Callable[[str], bool]) -> str:
    """Give as many letters as fit of something that no dictionary can break."""
    return next((rest[:count] for count in range(len(rest) - 1, 1, -1) if fits(f"{rest[:count]}-")), rest[:1])
