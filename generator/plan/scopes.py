"""Site -> the news of each scope that a widget can show: which pieces, under which title."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.model.document import HEEL_ASSEN, Call, Story
from generator.model.site import Group, Item, Site

_NONE = Group()


@dataclass(frozen=True, slots=True)
class Scope:
    """News that can be shown elsewhere; `wijk` gives it its colour, `address` is where all of it is."""

    slug: str
    name: str
    title: str
    address: str
    wijk: str
    items: tuple[Item, ...]
    empty: str


def make_scopes(site: Site) -> Iterator[Scope]:
    """Give every scope: of the whole town, of each wijk, of each theme.

    A theme without pieces has one too: who shows it must not lose it with the last piece.
    """
    town, listed = "Assen", site.listed
    invite = "Er is nu niets nieuws. Weet jij iets? Vertel het ons."
    yield Scope("alles", "Alles", f"Nieuws uit {town}", "/", HEEL_ASSEN, _newest(listed), invite)
    none = "Er is nog geen verhaal. Weet jij er een? Vertel het ons."
    yield Scope("verhalen", "Verhalen", f"Verhalen uit {town}", "/verhalen/", HEEL_ASSEN, listed.stories, none)
    none = "Er is nu geen oproep. Heb je zelf een idee? Vertel het ons."
    yield Scope("oproepen", "Oproepen", f"Doe mee in {town}", "/oproepen/", HEEL_ASSEN, _open(listed.calls), none)
    none = "Er staat nu niets in de agenda. Weet jij iets leuks? Laat het ons weten."
    yield Scope("agenda", "Agenda", f"Agenda van {town}", "/agenda/", HEEL_ASSEN, _open(listed.events), none)
    for item in site.wijken:
        name = item.document.common.title
        none = f"Nog geen nieuws uit {name}. Weet jij iets? Vertel het ons."
        news = _newest(site.by_wijk.get(item.slug, _NONE))
        yield Scope(f"wijk-{item.slug}", name, f"Nieuws uit {name}", item.address, item.slug, news, none)
    for slug, theme in site.shared.themes.items():
        address = f"/themas/{slug}/" if slug in site.by_theme else "/themas/"
        news = _newest(site.by_theme.get(slug, _NONE))
        yield Scope(f"thema-{slug}", theme.name, f"Nieuws over {theme.name}", address, HEEL_ASSEN, news, invite)


def _open(items: Iterable[Item]) -> tuple[Item, ...]:
    return tuple(item for item in items if not item.closed and not item.past)


def _newest(group: Group) -> tuple[Item, ...]:
    """Put stories and open calls together, newest first."""

    def age(item: Item) -> tuple[int, str]:
        meta = item.document.meta
        return (-meta.date.toordinal() if isinstance(meta, Story | Call) else 0, item.slug)

    return tuple(sorted((*group.stories, *_open(group.calls)), key=age))
