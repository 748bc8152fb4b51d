"""Runs of `*`, `_` and `~~` -> emphasis, strong emphasis and deleted text, paired as CommonMark does."""

from __future__ import annotations

import unicodedata
from typing import Any

from generator.parse.markdown.tree import Element, fill

_TAGS = {("*", 1): "em", ("_", 1): "em", ("*", 2): "strong", ("_", 2): "strong", ("~", 2): "del"}
# Keeps the tree flat enough for everything that reads it; nobody opens so many at once.
_MAX_OPEN = 24
_MAX_RUN = 24
_TILDES = 2


class Delimiter:
    """A run of one character that may begin or end emphasis; `length` is what is left of it."""

    __slots__ = ("character", "closes", "length", "opens", "order", "original")

    def __init__(self, character: str, length: int, *, opens: bool, closes: bool) -> None:
        self.character = character
        self.length = self.original = length
        self.opens = opens
        self.closes = closes
        self.order = 0

    def __str__(self) -> str:
        return self.character * self.length


def delimiter_of(text: str, start: int, end: int) -> Delimiter | None:
    """Read a run by what stands before and after it, or None when it can only be text."""
    character, length = text[start], end - start
    if length > _MAX_RUN or (character == "~" and length != _TILDES):
        return None
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    space_before, space_after = before.isspace(), after.isspace()
    mark_before, mark_after = _is_mark(before), _is_mark(after)
    left = not space_after and (not mark_after or space_before or mark_before)
    right = not space_before and (not mark_before or space_after or mark_after)
    if character == "_":
        opens, closes = left and (not right or mark_before), right and (not left or mark_after)
    else:
        opens, closes = left, right
    return Delimiter(character, length, opens=opens, closes=closes) if opens or closes else None


def _is_mark(character: str) -> bool:
    return not character.isalnum() and not character.isspace() and unicodedata.category(character)[0] in "PS"


def pair(nodes: list[Any]) -> None:
    """Replace the runs that belong together, and what is between them, by elements."""
    open_at: list[int] = []  # places of the runs that can begin something
    bottoms: dict[tuple[str, bool, int], int] = {}
    order = at = 0
    while at < len(nodes):
        run = nodes[at]
        if type(run) is not Delimiter:
            at += 1
            continue
        if not run.order:
            order += 1
            run.order = order
        if run.closes:
            kind = (run.character, run.opens, run.original % 3)
            partner = _partner(nodes, open_at, run, bottoms.get(kind, 0))
            if partner is not None:
                del open_at[partner + 1 :]
                at = _wrap(nodes, open_at, at)
                continue
            bottoms[kind] = run.order - 1
        if run.opens:
            open_at.append(at)
            if len(open_at) > _MAX_OPEN:
                del open_at[0]
        at += 1


def _partner(nodes: list[Any], open_at: list[int], closer: Delimiter, bottom: int) -> int | None:
    """Find, from the last one back, the run that this one ends."""
    for index in range(len(open_at) - 1, -1, -1):
        opener = nodes[open_at[index]]
        if opener.order <= bottom:
            break
        if opener.character == closer.character and not (
            (opener.closes or closer.opens)
            and (opener.original + closer.original) % 3 == 0
            and (opener.original % 3 or closer.original % 3)
        ):
            return index
    return None


def _wrap(nodes: list[Any], open_at: list[int], at: int) -> int:
    """Make an element of what is between the last open run and this one; give the place to go on."""
    start = open_at[-1]
    opener, closer = nodes[start], nodes[at]
    used = 2 if opener.length > 1 and closer.length > 1 else 1
    element = Element(_TAGS[opener.character, used])
    fill(element, nodes[start + 1 : at])
    nodes[start + 1 : at] = [element]
    opener.length -= used
    closer.length -= used
    at = start + 2
    if not opener.length:
        del nodes[start]
        open_at.pop()
        at -= 1
    if not closer.length:
        del nodes[at]
    return at
