"""Groups of pieces -> the views of list pages: by year, by month, by wijk, by theme, from A to Z."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from generator.model.document import STOPPED, UNDATED, Event, Kind, Story
from generator.model.dutch import month_of
from generator.model.site import Group, Item
from generator.model.view import (
    AlternateView,
    CardGroup,
    FindView,
    HeadView,
    InvitationView,
    LinkView,
    ListView,
    PagerView,
    PageView,
    ThemesView,
    ThemeTile,
    WijkBadge,
)
from generator.plan.pieces import HOME, Desk
from generator.plan.scopes import AGENDA, CALLS, STORIES, calendar_link, feed_links, theme_scope

PAGE_SIZE = 24
LONG_PAGE_SIZE = 60
ALPHABET_PAGE_SIZE = 120
WHOLE_ALPHABET = 300
_NONE = Group()
_LATER = "Datum volgt"
Label = Callable[[Item], tuple[str, str]]
"""Gives the heading and the anchor of the group that a piece falls in."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of pieces that becomes one or more list pages."""

    address: str
    title: str
    kind: str
    items: tuple[Item, ...]
    label: Label
    invitation: InvitationView | None = None
    intro: str | None = None
    years: tuple[LinkView, ...] = ()
    crumbs: tuple[LinkView, ...] = (HOME,)
    section: str | None = None
    badge: WijkBadge | None = None
    size: int = LONG_PAGE_SIZE
    alternates: tuple[AlternateView, ...] = ()


def make_lists(desk: Desk) -> Iterator[PageView]:
    """Make all list pages of a site."""
    for row in _rows(desk):
        yield from _pages(desk, row)
    yield from _alphabet(desk)
    yield _themes(desk)


def _rows(desk: Desk) -> Iterator[Row]:
    site = desk.site
    yield from _story_rows(desk)
    yield Row(
        "/oproepen/",
        "Doe mee",
        "oproep",
        site.listed.calls,
        lambda item: ("Al gesloten", "gesloten") if item.closed else ("Nu open", "open"),
        _invite("Er is nu geen oproep. Heb je zelf een idee voor je buurt?", "Vertel ons je idee"),
        intro="Hier kun je meedoen, meedenken of iemand in het zonnetje zetten.",
        alternates=feed_links(CALLS),
    )
    yield Row(
        "/projecten/",
        "Projecten",
        "project",
        site.listed.projects,
        _project_label,
        _invite("Er loopt nu geen project. Heb je een plan voor je buurt?", "Kom met een plan"),
        intro="Waar we samen aan werken, en hoe ver het is.",
    )
    yield Row(
        "/agenda/",
        "Agenda",
        "activiteit",
        site.listed.events,
        _event_label,
        _invite("Er staat nu niets in de agenda. Organiseer je iets? Dan zetten wij het erin.", "Meld je activiteit"),
        intro="Wat er te doen is in de wijken.",
        alternates=(*feed_links(AGENDA), calendar_link()),
    )
    for slug, group in site.by_theme.items():
        theme = site.shared.themes.get(slug)
        if theme is not None:
            yield Row(
                f"/themas/{slug}/",
                theme.name,
                "thema",
                _everything(group),
                lambda item: (_PLURALS[item.kind.label], item.kind.value),
                intro=theme.description,
                crumbs=(HOME, LinkView("Thema's", "/themas/")),
                section="/themas/",
                alternates=feed_links(theme_scope(theme)),
            )


_PLURALS = {"verhaal": "Verhalen", "oproep": "Oproepen", "project": "Projecten", "activiteit": "Agenda"}


def _everything(group: Group) -> tuple[Item, ...]:
    return (*group.calls, *group.projects, *group.events, *group.stories)


def _story_rows(desk: Desk) -> Iterator[Row]:
    site = desk.site
    by_year: dict[str, list[Item]] = {}
    for item in site.listed.stories:
        by_year.setdefault(_year(item)[1], []).append(item)
    years = tuple(LinkView(year, f"/verhalen/jaar/{year}/") for year in by_year if year.isdigit())
    stories = LinkView("Verhalen", "/verhalen/")
    yield Row(
        stories.address,
        stories.text,
        "verhaal",
        site.listed.stories,
        _year,
        _invite("Er is nog geen verhaal. Weet jij er een?", "Vertel ons je verhaal"),
        intro="Wat er gebeurt in de wijken, verteld door bewoners en door ons.",
        years=years,
        size=PAGE_SIZE,
        alternates=feed_links(STORIES),
    )
    for link in years:
        yield Row(
            link.address,
            f"Verhalen uit {link.text}",
            "verhaal",
            tuple(by_year[link.text]),
            _month,
            years=years,
            crumbs=(HOME, stories),
            section=stories.address,
        )
    for wijk in site.wijken:
        group = site.by_wijk.get(wijk.slug, _NONE)
        name = wijk.document.common.title
        yield Row(
            f"{wijk.address}verhalen/",
            f"Verhalen uit {name}",
            "verhaal",
            group.stories,
            _year,
            _invite(f"Nog geen verhalen uit {name}. Weet jij er een?", "Vertel ons je verhaal"),
            crumbs=(HOME, LinkView("Wijken", "/wijken/"), LinkView(name, wijk.address)),
            section="/wijken/",
            badge=desk.catalog.badge(wijk.slug),
        )


def _year(item: Item) -> tuple[str, str]:
    meta = item.document.meta
    if not isinstance(meta, Story) or meta.date == UNDATED:
        return (_LATER, "later")
    return (str(meta.date.year), str(meta.date.year))


def _month(item: Item) -> tuple[str, str]:
    meta = item.document.meta
    if not isinstance(meta, Story):
        return (_LATER, "later")
    name = month_of(meta.date)
    return (name.capitalize(), name.replace(" ", "-"))


def _invite(text: str, way: str) -> InvitationView:
    return InvitationView(text, LinkView(way, "/contact/"))


_PROJECT_LABELS = {"klaar": ("Klaar", "klaar"), STOPPED: ("Gestopt", "gestopt")}


def _project_label(item: Item) -> tuple[str, str]:
    return _PROJECT_LABELS.get(getattr(item.document.meta, "status", ""), ("Nu bezig", "bezig"))


def _is_over(item: Item) -> bool:
    """Tell whether a piece is of the past: nobody can join any more, or the work is done."""
    return item.closed or item.past or (item.kind is Kind.PROJECT and _project_label(item)[1] != "bezig")


def _event_label(item: Item) -> tuple[str, str]:
    meta = item.document.meta
    if not isinstance(meta, Event) or meta.begins.day == UNDATED:
        return (_LATER, "later")
    if item.past:
        year = meta.begins.day.year
        return (f"Geweest in {year}", f"geweest-{year}")
    name = month_of(meta.begins.day)
    return (name.capitalize(), name.replace(" ", "-"))


def _pages(desk: Desk, row: Row) -> Iterator[ListView]:
    """Cut a row into pages; there is always a first page."""
    chunks = [row.items[start : start + row.size] for start in range(0, len(row.items), row.size)] or [()]
    count = len(chunks)
    for number, chunk in enumerate(chunks, start=1):
        title = row.title if number == 1 else f"{row.title}, pagina {number}"
        yield ListView(
            shell=desk.shell,
            head=HeadView(
                title=title,
                description=_describe(desk, row, number, count),
                address=_page_address(row.address, number),
                card=desk.cards.site,
                alternates=row.alternates if number == 1 else (),
            ),
            crumbs=row.crumbs if number == 1 else (*row.crumbs, LinkView(row.title, row.address)),
            section=row.section or row.address,
            title=title,
            kind=row.kind,
            intro=row.intro if number == 1 else None,
            groups=_grouped(desk, chunk, row.label),
            invitation=row.invitation if number == 1 and all(map(_is_over, row.items)) else None,
            years=row.years,
            pager=_pager(row, number, count),
            badge=row.badge,
        )


def _describe(desk: Desk, row: Row, number: int, count: int) -> str:
    what = row.intro or f"{row.title} van {desk.site.config.name}."
    return what if count == 1 or number == 1 else f"{what} Pagina {number} van {count}."


def _page_address(address: str, number: int) -> str:
    return address if number == 1 else f"{address}pagina/{number}/"


def _pager(row: Row, number: int, count: int) -> PagerView | None:
    if count == 1:
        return None
    return PagerView(
        number=number,
        count=count,
        previous=LinkView("Vorige pagina", _page_address(row.address, number - 1)) if number > 1 else None,
        next=LinkView("Volgende pagina", _page_address(row.address, number + 1)) if number < count else None,
    )


def _grouped(desk: Desk, items: Iterable[Item], label: Label) -> tuple[CardGroup, ...]:
    groups: dict[tuple[str, str], list[Item]] = {}
    for item in items:
        groups.setdefault(label(item), []).append(item)
    return tuple(
        CardGroup(heading=heading, anchor=anchor, cards=desk.catalog.cards(tuple(members)))
        for (heading, anchor), members in groups.items()
    )


def _themes(desk: Desk) -> ThemesView:
    site = desk.site
    tiles = [
        ThemeTile(
            link=LinkView(theme.name, f"/themas/{slug}/"),
            description=theme.description,
            count=len(_everything(site.by_theme[slug])),
        )
        for slug, theme in site.shared.themes.items()
        if slug in site.by_theme
    ]
    return ThemesView(
        shell=desk.shell,
        head=HeadView(
            title="Thema's", description="Alle verhalen en plannen per thema.", address="/themas/", card=desk.cards.site
        ),
        crumbs=(HOME,),
        section="/themas/",
        title="Thema's",
        themes=tuple(sorted(tiles, key=lambda tile: tile.link.text.casefold())),
    )


def _sort_text(item: Item) -> str:
    """Give a title as people look it up: without accents and without the signs that it starts with."""
    lower = item.document.common.title.casefold().replace("ø", "o").replace("æ", "ae").replace("œ", "oe")
    plain = unicodedata.normalize("NFKD", lower).encode("ascii", "ignore").decode()
    return re.sub(r"^[^a-z0-9]+", "", re.sub(r"^['’‘]?t\s+", "", plain) if lower[:1] in "'’‘" else plain)


def _letter(item: Item) -> tuple[str, str]:
    first = next((char for char in _sort_text(item) if char.isalnum()), "")
    return (first.upper(), f"letter-{first}") if first.isalpha() else ("0-9", "letter-0-9")


def _alphabet(desk: Desk) -> Iterator[PageView]:
    """Make the A to Z: on one page, or on pages of their own for each letter when there is much."""
    site = desk.site
    items = tuple(sorted((item for item in site.items if not item.expired and item.address != "/"), key=_lookup_order))
    by_letter: dict[tuple[str, str], list[Item]] = {}
    for item in items:
        by_letter.setdefault(_letter(item), []).append(item)
    whole = len(items) <= WHOLE_ALPHABET
    title = "Alles van A tot Z"
    years = dict.fromkeys(_year(item)[1] for item in site.listed.stories)
    letters = tuple(LinkView(heading, f"#{anchor}" if whole else f"/zoeken/{anchor}/") for heading, anchor in by_letter)
    yield FindView(
        shell=desk.shell,
        head=HeadView(
            title=title, description="Vind een verhaal, een plan of een wijk.", address="/zoeken/", card=desk.cards.site
        ),
        crumbs=(HOME,),
        section="/zoeken/",
        title=title,
        letters=letters,
        groups=_grouped(desk, items, _letter) if whole else (),
        years=tuple(LinkView(year, f"/verhalen/jaar/{year}/") for year in years if year.isdigit()),
    )
    for (heading, anchor), members in () if whole else by_letter.items():
        row = Row(
            f"/zoeken/{anchor}/",
            f"{title}: {heading}",
            "alles",
            tuple(members),
            _letter,
            crumbs=(HOME, LinkView(title, "/zoeken/")),
            section="/zoeken/",
            size=ALPHABET_PAGE_SIZE,
        )
        yield from _pages(desk, row)


def _lookup_order(item: Item) -> tuple[bool, str, str]:
    text = _sort_text(item)
    return (not text[:1].isalpha(), text, item.slug)
