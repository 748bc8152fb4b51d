"""Site -> the news of each scope that a widget can show: which pieces are still of use, under which title."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from generator.model.document import HEEL_ASSEN, Call, Story
from generator.model.site import Group, Item, Site
from generator.plan.scopes import AGENDA, CALLS, EVERYTHING, STORIES, Scope, theme_scope, themes_in_use, wijk_scope

_NONE = Group()


@dataclass(frozen=True, slots=True)
class News:
    """What a widget shows of a scope: `wijk` gives it its colour, `empty` is what it says without pieces."""

    scope: Scope
    wijk: str
    items: tuple[Item, ...]
    empty: str


def make_news(site: Site) -> Iterator[News]:
    """Give the news of every scope: of the whole town, of each wijk, of each theme.

    A theme of which all pieces have expired has news too: who shows it must not lose it with the last piece.
    """
    listed = site.listed
    invite = "Er is nu niets nieuws. Weet jij iets? Vertel het ons."
    yield News(_titled(EVERYTHING, "Nieuws uit Assen"), HEEL_ASSEN, _newest(listed), invite)
    none = "Er is nog geen verhaal. Weet jij er een? Vertel het ons."
    yield News(_titled(STORIES, "Verhalen uit Assen"), HEEL_ASSEN, listed.stories, none)
    none = "Er is nu geen oproep. Heb je zelf een idee? Vertel het ons."
    yield News(_titled(CALLS, "Doe mee in Assen"), HEEL_ASSEN, _open(listed.calls), none)
    none = "Er staat nu niets in de agenda. Weet jij iets leuks? Laat het ons weten."
    yield News(_titled(AGENDA, "Agenda van Assen"), HEEL_ASSEN, _open(listed.events), none)
    for item in site.wijken:
        none = f"Nog geen nieuws uit {item.document.common.title}. Weet jij iets? Vertel het ons."
        yield News(wijk_scope(item), item.slug, _newest(site.by_wijk.get(item.slug, _NONE)), none)
    for theme in themes_in_use(site):
        scope = theme_scope(theme, empty=theme.slug not in site.by_theme)
        yield News(scope, HEEL_ASSEN, _newest(site.by_theme.get(theme.slug, _NONE)), invite)


def _titled(scope: Scope, title: str) -> Scope:
    """Say on somebody else's site which town it is about."""
    return replace(scope, title=title)


def _open(items: Iterable[Item]) -> tuple[Item, ...]:
    return tuple(item for item in items if not item.closed and not item.past)


def _newest(group: Group) -> tuple[Item, ...]:
    """Put stories and open calls together, newest first."""

    def age(item: Item) -> tuple[int, str]:
        meta = item.document.meta
        return (-meta.date.toordinal() if isinstance(meta, Story | Call) else 0, item.slug)

    return tuple(sorted((*group.stories, *_open(group.calls)), key=age))
