"""The parts of the news that somebody can follow -> their names, their files, and the links that lead there."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.document import UNDATED, Call, Event, Kind, Story
from generator.model.shared import Theme
from generator.model.site import Item, Site
from generator.model.view import AlternateView

ATOM = "application/atom+xml"
JSON_FEED = "application/feed+json"
CALENDAR = "text/calendar"
EMBED = "application/json+oembed"


@dataclass(frozen=True, slots=True)
class Scope:
    """A part of the news: `about` is what it is about in a word or two, `home` the page with all of it."""

    name: str
    about: str
    title: str
    description: str
    home: str


EVERYTHING = Scope("alles", "Al het nieuws", "Al het nieuws", "Verhalen en oproepen uit alle wijken.", "/")
STORIES = Scope("verhalen", "Verhalen", "Verhalen", "Wat er gebeurt in de wijken.", "/verhalen/")
CALLS = Scope("oproepen", "Oproepen", "Oproepen", "Hier kun je aan meedoen.", "/oproepen/")
AGENDA = Scope("agenda", "Agenda", "Agenda", "Wat er te doen is in de wijken.", "/agenda/")


def wijk_scope(wijk: Item) -> Scope:
    """Give the news of a wijk."""
    name = wijk.document.common.title
    return Scope(f"wijk-{wijk.slug}", name, f"Nieuws uit {name}", f"Verhalen en oproepen uit {name}.", wijk.address)


def theme_scope(theme: Theme, *, empty: bool = False) -> Scope:
    """Give the news about a theme; one without pieces has no page of its own."""
    address = "/themas/" if empty else f"/themas/{theme.slug}/"
    title = f"Nieuws over {theme.name}"
    return Scope(f"thema-{theme.slug}", theme.name, title, theme.description or f"{title}.", address)


def themes_in_use(site: Site) -> tuple[Theme, ...]:
    """Give the themes that a visible piece has, also one that has expired: who shows their news must not lose it then.

    A theme that only hidden pieces have would give them away.
    """
    used = {name for item in site.items for name in getattr(item.document.meta, "themes", ())}
    return tuple(theme for slug, theme in site.shared.themes.items() if slug in used)


def has_day(item: Item) -> bool:
    """Tell whether it is known on which day a piece belongs: a draft may still have none."""
    meta = item.document.meta
    match meta:
        case Event():
            return meta.begins.day != UNDATED
        case Story() | Call():
            return meta.date != UNDATED
        case _:
            return False


def feed_path(scope: Scope, extension: str) -> str:
    """Give the file of a feed: `feeds/wijk-peelo.xml`."""
    return f"feeds/{scope.name}.{extension}"


def calendar_path(wijk: Item | None = None) -> str:
    """Give the file of the calendar of a wijk, or of all."""
    return f"{wijk.address[1:]}agenda.ics" if wijk else "agenda.ics"


def appointment_path(event: Item) -> str:
    """Give the file with one activity for somebody's own calendar."""
    return f"{event.address[1:]}afspraak.ics"


def embed_path(item: Item) -> str:
    """Give the file that tells other sites how to show a page."""
    return f"{item.address[1:]}oembed.json"


def feed_links(scope: Scope) -> tuple[AlternateView, ...]:
    """Lead to the feeds of a scope."""
    return (
        AlternateView(ATOM, scope.title, f"/{feed_path(scope, 'xml')}"),
        AlternateView(JSON_FEED, scope.title, f"/{feed_path(scope, 'json')}"),
    )


def calendar_link(wijk: Item | None = None) -> AlternateView:
    """Lead to a calendar that somebody can subscribe to."""
    title = f"Agenda van {wijk.document.common.title}" if wijk else "Agenda van alle wijken"
    return AlternateView(CALENDAR, title, f"/{calendar_path(wijk)}")


def links_of(item: Item) -> tuple[AlternateView, ...]:
    """Lead from the page of a piece to the other forms of it; what has expired has none."""
    title = item.document.common.title
    if item.expired:
        return ()
    match item.kind:
        case Kind.WIJK:
            return (*feed_links(wijk_scope(item)), calendar_link(item), _embed_link(item))
        case Kind.STORY | Kind.CALL:
            return (_embed_link(item),)
        case Kind.EVENT if has_day(item):
            return (AlternateView(CALENDAR, title, f"/{appointment_path(item)}"),)
        case _:
            return ()


def _embed_link(item: Item) -> AlternateView:
    return AlternateView(EMBED, item.document.common.title, f"/{embed_path(item)}")
