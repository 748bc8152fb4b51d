"""Everything that pieces show of each other -> the views that were made while all of that stayed the same.

Most saves change one text. Then the views of all other pieces are those of the build before, if that was made in this
process: a preview. A view is remembered under all that it was made from, so that it can only be the right one.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import TypeVar

from generator.digest import digest_value
from generator.model.shared import SharedData
from generator.model.site import Item, Target
from generator.model.view import PageView
from generator.plan.pieces import Desk, make_piece

T = TypeVar("T")


@functools.lru_cache(maxsize=1)
def _views(outside: str) -> dict[object, object]:
    """Give what was made while the outside had this digest; another outside starts with nothing."""
    del outside
    return {}


class Memory:
    """The views of one site, made or remembered."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._known = _views(_outside(desk))

    def piece(self, item: Item) -> PageView:
        """Give the view of the page of a piece."""
        document = item.document
        targets = self._desk.site.targets[document.path]
        key = (document.path, document.digest, document.body.key)
        known = self._known.get(key)
        if isinstance(known, _Made) and known.targets == targets:
            return known.view
        view = make_piece(self._desk, item)
        self._known[key] = _Made(targets, view)
        return view

    def shared(self, name: str, make: Callable[[], T]) -> T:
        """Give what is made of the outside alone, and of no text of any piece."""
        if name not in self._known:
            self._known[name] = make()
        return self._known[name]  # type: ignore[return-value] # it is what `make` gave under this name


class _Made:
    """A view with what its links led to."""

    __slots__ = ("targets", "view")

    def __init__(self, targets: tuple[Target, ...], view: PageView) -> None:
        self.targets = targets
        self.view = view


def _outside(desk: Desk) -> str:
    """Digest all that a page can show of other pieces, of the settings and of the theme: everything but the texts."""
    site = desk.site
    items = [
        (item.address, item.expired, item.closed, item.days_left, item.past, item.photo, document.path, document.common)
        for item in site.items
        for document in (item.document,)
    ]
    return digest_value(
        [
            site.config,
            site.today,
            _in_order(site.shared),
            items,
            [item.document.meta for item in site.items],
            sorted(site.withheld.items()),
            site.redirects,
            desk.shell.key,
            desk.catalog.photos_key,
            sorted(desk.cards.addresses.items()),
            desk.cards.site,
        ]
    )


def _in_order(shared: SharedData) -> list[object]:
    """Give the shared data with its rows in their order, which pages show and a digest of mappings does not."""
    values = (getattr(shared, spec.name) for spec in fields(shared))
    return [list(value.items()) if isinstance(value, Mapping) else value for value in values]
