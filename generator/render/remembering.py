"""The macros of a template -> the same macros, which remember what they gave for the same arguments.

A macro that is imported without context sees its arguments and nothing else of a page. So what it gave for a view it
gives again, whatever page asks: the card of a piece is made once, and not for each of the pages that show it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

from markupsafe import Markup

from generator.model.view import View

MOST = 20_000
"""So many results one macro remembers; then it begins again."""
_PLAIN = frozenset({int, bool, float, type(None), dt.date, Markup})


class Shared(dict[str, object]):
    """A mapping that many pages hand on to macros, known by its key: equal keys mean equal mappings."""

    def __init__(self, key: str, values: Mapping[str, object]) -> None:
        super().__init__(values)
        self.key = key


class Remembering:
    """A macro that does its work once for the same arguments.

    What was asked for once is not kept yet, because most of what a page shows is on that page alone. Where an argument
    is something else than a view, a text, a number or a date, the macro does its work as ever.
    """

    __slots__ = ("_asked", "_known", "_macro")

    def __init__(self, macro: Callable[..., str]) -> None:
        self._macro = macro
        self._known: dict[object, str] = {}
        self._asked: set[int] = set()

    def __call__(self, *args: object, **kwargs: object) -> str:
        """Give what the macro gives."""
        try:
            key = (*map(_identity, args), *((name, _identity(value)) for name, value in kwargs.items()))
        except _UnknownError:
            return self._macro(*args, **kwargs)
        made = self._known.get(key)
        if made is not None:
            return made
        made = self._macro(*args, **kwargs)
        number = hash(key)
        if number not in self._asked:
            self._asked.add(number)
            return made
        if len(self._known) >= MOST:
            self._known.clear()
        self._known[key] = made
        return made


class _UnknownError(Exception):
    """Nothing tells whether two of these values are the same."""


def _identity(value: object) -> object:
    kind = value.__class__
    if kind is str:
        return value
    if kind in _PLAIN:
        return (kind, value)
    if isinstance(value, View | Shared):
        return (kind, value.key)
    if isinstance(value, tuple):
        return tuple(map(_identity, value))
    raise _UnknownError
