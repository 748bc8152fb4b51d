"""The macros of a template -> the same macros, which remember what they gave for the same arguments.

A macro that is imported without context sees its arguments and nothing else of a page. So what it gave for a view it
gives again, whatever page asks: the card of a piece is made once, and not for each of the pages that show it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

from jinja2 import Template
from jinja2.environment import TemplateModule
from jinja2.runtime import Macro
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


class RememberingTemplate(Template):
    """A template of which the macros remember."""

    def make_module(
        self,
        vars: dict[str, object] | None = None,  # noqa: A002 - the name that the library gave it
        shared: bool = False,  # noqa: FBT001, FBT002 - the library's own form
        locals: Mapping[str, object] | None = None,  # noqa: A002
    ) -> TemplateModule:
        """Give what the template exports; what was made with the variables of a page is as it was."""
        module = super().make_module(vars, shared, locals)
        if not vars and not locals:
            for name, value in tuple(module.__dict__.items()):
                if isinstance(value, Macro) and not value.caller:
                    setattr(module, name, remember(value))
        return module


def remember(macro: Callable[..., str]) -> Callable[..., str]:
    """Give a macro that does its work once for the same arguments.

    What was asked for once is not kept yet, because most of what a page shows is on that page alone. Where an argument
    is something else than a view, a text, a number or a date, the macro does its work as ever.
    """
    known: dict[object, str] = {}
    asked: set[int] = set()

    def remembering(*args: object, **kwargs: object) -> str:
        try:
            key = (*map(_identity, args), *((name, _identity(value)) for name, value in kwargs.items()))
        except _UnknownError:
            return macro(*args, **kwargs)
        made = known.get(key)
        if made is not None:
            return made
        made = macro(*args, **kwargs)
        number = hash(key)
        if number not in asked:
            asked.add(number)
            return made
        if len(known) >= MOST:
            known.clear()
        known[key] = made
        return made

    return remembering


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
