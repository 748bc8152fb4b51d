"""Characters that stand for themselves: after a backslash, or written as an entity (`&eacute;`)."""

from __future__ import annotations

import re
from html.entities import html5

from generator.parse.markdown.lines import CONTROL

# Stands before a character that typography has to leave alone, because its writer asked for exactly that one.
# The text itself never holds it: control characters are dropped first.
KEEP = "\x02"

ESCAPED = r"\\([!-/:-@\[-`{-~])"
ENTITY = r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]*);"

_ESCAPE_OR_ENTITY = re.compile(f"{ESCAPED}|{ENTITY}")
_CHANGED_BY_TYPOGRAPHY = frozenset("\"'-.")
_UNKNOWN = "\ufffd"
_HIGHEST = 0x10FFFF


def character_of(entity: str) -> str | None:
    """Give what an entity stands for, or None when there is no such entity."""
    if entity[1] != "#":
        return html5.get(entity[1:])
    code = int(entity[3:-1], 16) if entity[2] in "xX" else int(entity[2:-1])
    if code > _HIGHEST or CONTROL.match(chr(code)):
        return _UNKNOWN
    return chr(code)


def kept(character: str) -> str:
    """Mark a character that typography would change."""
    return KEEP + character if character in _CHANGED_BY_TYPOGRAPHY else character


def unescape(text: str) -> str:
    """Read the escapes and entities in an address or a title."""
    if "\\" not in text and "&" not in text:
        return text
    return _ESCAPE_OR_ENTITY.sub(lambda found: found[1] or character_of(found[0]) or found[0], text)
