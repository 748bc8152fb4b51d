"""The part of a link in brackets, `(address "title")`, and definitions: `[label]: address "title"`."""

from __future__ import annotations

import re
from typing import NamedTuple

from generator.parse.markdown.escapes import unescape

ALLOWED = frozenset({"http", "https", "mailto", "tel"})

_SCHEME = re.compile(r"([a-z][a-z0-9+.\-]*):", re.IGNORECASE)
_INVISIBLE = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202f\u2060-\u2064\ufeff]")
_SPACE = re.compile(r"\s*")
_POINTED = re.compile(r"<((?:[^<>\n\\]|\\.)*)>")
_CHUNK = re.compile(r"(?:[^\s()\\]|\\[!-/:-@\[-`{-~]|\\(?=\S))+")
_TITLE = re.compile(r"\"((?:[^\"\\]|\\.)*)\"|'((?:[^'\\]|\\.)*)'|\(((?:[^()\\]|\\.)*)\)|“([^”]*)”|‘([^’]*)’", re.DOTALL)
# What people write although it takes %20: an address with spaces. It ends at the bracket or at a title.
_SPACED = re.compile(r"([^\s()<>\"'“‘\n][^()<>\"“\n]*?)\s*(?=\)|[\"“])")
_SPACES = re.compile(r"\s+")
_MAX_BRACKETS = 32
# A definition can be used many times; without a limit a small file could make a huge page.
MAX_LENGTH = 2_000


class Address(NamedTuple):
    """Where something leads, its title, and where the reading stopped."""

    target: str
    title: str
    end: int


def label_of(text: str) -> str:
    """Make labels alike that are the same but for capitals and white space."""
    return _SPACES.sub(" ", text).strip().casefold()


def scheme_of(target: str) -> str:
    """Give the scheme of an address as a browser sees it, without what cannot be seen; or nothing."""
    found = _SCHEME.match(_INVISIBLE.sub("", target))
    return found[1].lower() if found else ""


def is_allowed(target: str) -> bool:
    """Tell whether a link may lead there: to a page, a file, a mail address or a phone number."""
    scheme = scheme_of(target)
    return not scheme or scheme in ALLOWED


def address_at(text: str, at: int) -> Address | None:
    """Read `(address "title")` from its opening bracket on."""
    found = _destination(text, _skip(text, at + 1))
    return None if found is None else _closed(text, found)


def spaced_address_at(text: str, at: int) -> Address | None:
    """Read `(address with spaces "title")`, which strictly is no address, but what people write."""
    spaced = _SPACED.match(text, _skip(text, at + 1))
    return _closed(text, Address(unescape(spaced[1]), "", spaced.end())) if spaced else None


def definition_at(text: str, at: int) -> Address | None:
    """Read `address "title"` after `[label]:`; nothing else may follow on the line."""
    start = _skip(text, at)
    found = _destination(text, start)
    if found is None or found.end == start:
        return None
    space = _skip(text, found.end)
    if space > found.end:
        title = _TITLE.match(text, space)
        if title:
            end = _end_of_line(text, title.end())
            if end is not None:
                return _limited(Address(found.target, _title_of(title), end))
    end = _end_of_line(text, found.end)
    return None if end is None else _limited(Address(found.target, "", end))


def _closed(text: str, address: Address) -> Address | None:
    """Read what may come between an address and its closing bracket: a title."""
    end = _skip(text, address.end)
    title = _TITLE.match(text, end) if end > address.end or text[address.end : address.end + 1] in '"“' else None
    if title:
        end = _skip(text, title.end())
    if text[end : end + 1] != ")":
        return None
    return _limited(Address(address.target, _title_of(title) if title else "", end + 1))


def _limited(address: Address) -> Address | None:
    return address if len(address.target) + len(address.title) <= MAX_LENGTH else None


def _destination(text: str, at: int) -> Address | None:
    if text[at : at + 1] == "<":
        pointed = _POINTED.match(text, at)
        return Address(unescape(pointed[1]), "", pointed.end()) if pointed else None
    depth, end = 0, at
    while end < len(text):
        chunk = _CHUNK.match(text, end)
        if chunk:
            end = chunk.end()
        elif text[end] == "(" and depth < _MAX_BRACKETS:
            depth, end = depth + 1, end + 1
        elif text[end] == ")" and depth:
            depth, end = depth - 1, end + 1
        else:
            break
    return None if depth else Address(unescape(text[at:end]), "", end)


def _title_of(found: re.Match[str]) -> str:
    return unescape(next(group for group in found.groups() if group is not None))


def _skip(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


def _end_of_line(text: str, at: int) -> int | None:
    end = text.find("\n", at)
    if end < 0:
        end = len(text)
    return None if text[at:end].strip() else end
