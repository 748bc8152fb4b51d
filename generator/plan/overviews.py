"""Site -> the views of the pages that there is one of: home, wijken, not found."""

from __future__ import annotations

from generator.model.document import Wijk
from generator.model.site import Item
from generator.model.view import (
    HeadView,
    HomeView,
    LinkView,
    MapView,
    NotFoundView,
    PageView,
    WijkBadge,
    WijkenView,
    WijkTile,
)
from generator.plan.bodies import make_body
from generator.plan.pieces import HOME, SOME, Desk
from generator.plan.scopes import EVERYTHING, feed_links
from generator.plan.shapes import Drawing

IDEA_PAGE = "doe-mee"
HOME_SLUG = "index"


def make_map(desk: Desk, drawing: Drawing) -> MapView:
    """Make the map of the wijken, with each outline that is known."""
    tiles = []
    for item in desk.site.wijken:
        meta = item.document.meta
        badge = desk.catalog.badge(item.slug)
        if isinstance(meta, Wijk) and badge is not None:
            tiles.append(
                WijkTile(
                    badge=badge,
                    slogan=meta.slogan,
                    summary=item.document.common.summary,
                    outline=drawing.outlines.get(meta.cbs_code),
                    label=drawing.labels.get(meta.cbs_code),
                )
            )
    shapes = desk.site.shared.map
    return MapView(tiles=tuple(tiles), box=drawing.box, source=shapes.source, licence=shapes.licence)


def make_home(desk: Desk, wijk_map: MapView) -> HomeView:
    """Make the front page; `content/index.md` gives its text."""
    site, catalog = desk.site, desk.catalog
    item = next((page for page in site.pages if page.slug == HOME_SLUG), None)
    common = item.document.common if item else None
    config = site.config
    calls = tuple(call for call in site.listed.calls if not call.closed)
    events = tuple(event for event in site.listed.events if not event.past)
    return HomeView(
        shell=desk.shell,
        head=HeadView(
            title=config.name,
            description=(common.summary if common else None) or config.description,
            address="/",
            card=desk.cards.site,
            alternates=feed_links(EVERYTHING),
        ),
        crumbs=(),
        section="/",
        title=config.slogan or config.name,
        summary=common.summary if common else config.description,
        body=make_body(desk.catalog, item.document) if item else None,
        map=wijk_map,
        calls=catalog.cards(calls[:SOME]),
        stories=catalog.cards(site.listed.stories[:SOME]),
        events=catalog.cards(events[:SOME]),
        projects=catalog.cards(_running(site.listed.projects)[:SOME]),
        idea=_idea(desk),
    )


def _running(projects: tuple[Item, ...]) -> tuple[Item, ...]:
    return tuple(item for item in projects if getattr(item.document.meta, "status", "") not in {"klaar", "gestopt"})


def _idea(desk: Desk) -> LinkView | None:
    return desk.catalog.link(IDEA_PAGE)


def make_singles(desk: Desk, drawing: Drawing) -> tuple[PageView, ...]:
    """Make the pages that there is one of."""
    wijk_map = make_map(desk, drawing)
    badges: tuple[WijkBadge, ...] = tuple(tile.badge for tile in wijk_map.tiles)
    return (
        make_home(desk, wijk_map),
        WijkenView(
            shell=desk.shell,
            head=HeadView(
                title="Wijken",
                description="Alle wijken van Assen op een rij.",
                address="/wijken/",
                card=desk.cards.site,
            ),
            crumbs=(HOME,),
            section="/wijken/",
            map=wijk_map,
        ),
        NotFoundView(
            shell=desk.shell,
            head=HeadView(
                title="Deze pagina is er niet",
                description="Zo vind je wat je zoekt.",
                address="/404.html",
                noindex=True,
                card=desk.cards.site,
            ),
            crumbs=(HOME,),
            section=None,
            wijken=badges,
        ),
    )
