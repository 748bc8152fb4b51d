"""Pieces of the site -> the pages that partners show in a frame: one for each scope, one for each piece."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.model.document import HEEL_ASSEN, Kind
from generator.model.site import Item
from generator.model.view import CardView, LinkView, WijkBadge
from generator.model.widget import FrameView, NewsFrameView, PieceFrameView
from generator.plan.catalog import HEEL_ASSEN_NAME, Catalog
from generator.plan.mark import SMALL_JOINT, draw_mark
from generator.plan.news import News
from generator.plan.scopes import Scope
from generator.plan.shapes import emblem_rings, path_data

FRAMES = "/w/1/"
MOST = 10
_LINKS = {
    Kind.STORY: "Lees het hele verhaal",
    Kind.CALL: "Lees hoe je meedoet",
    Kind.WIJK: "Bekijk deze wijk",
}
"""What can be pasted as an address, and what its link says."""
_PIECE = re.compile(r"/(?:verhalen|oproepen|wijken)/([a-z0-9-]+)/")
"""An address that a piece with a frame can have had."""


@dataclass(frozen=True, slots=True)
class FrameFiles:
    """The addresses of what every page in a frame loads."""

    style: str
    script: str
    mark: str | None


def news_frame(scope: Scope) -> str:
    """Give the address of the page that shows a scope."""
    return f"{FRAMES}{scope.name}/"


def piece_frame(item: Item) -> str | None:
    """Give the address of the page that shows a piece; only some kinds have one."""
    return _frame_of(item.slug) if item.kind in _LINKS else None


def _frame_of(slug: str) -> str:
    return f"{FRAMES}stuk/{slug}/"


class FrameMaker:
    """Makes the views of pages in frames."""

    def __init__(self, catalog: Catalog, files: FrameFiles) -> None:
        self._catalog = catalog
        self._files = files
        self._emblems = _emblems(catalog)
        self._name = catalog.site.config.name
        self._town = WijkBadge(HEEL_ASSEN, HEEL_ASSEN_NAME, HEEL_ASSEN, None)

    def news(self, news: News) -> NewsFrameView:
        """Make the page of a scope."""
        badge = self._catalog.badge(news.wijk) or self._town
        title = news.scope.title
        more = LinkView(f"{title}: alles op {self._name}", news.scope.home)
        frame = self._frame(title, f"{title}, om op een andere site te zetten.", badge, more)
        cards = tuple(self._card(item) for item in news.items[:MOST])
        return NewsFrameView(frame=frame, cards=cards, empty=news.empty)

    def pieces(self) -> Iterator[tuple[str, Item, PieceFrameView]]:
        """Make a page for each piece that can be pasted as an address: its address, the piece and its view.

        Where a piece was before stays too: who pasted that address shows the piece as it is now.
        """
        site = self._catalog.site
        found = {address: (item, self._piece(item)) for item in site.items if (address := piece_frame(item))}
        by_address = {item.address: (item, view) for item, view in found.values()}
        for redirect in site.redirects:
            former = _PIECE.fullmatch(redirect.old)
            if former and redirect.new in by_address:
                found.setdefault(_frame_of(former[1]), by_address[redirect.new])
        for address, (item, view) in found.items():
            yield address, item, view

    def _piece(self, item: Item) -> PieceFrameView:
        card = self._card(item)
        own = self._catalog.badge(item.slug) if item.kind is Kind.WIJK else None
        badge = own or (card.wijken[0] if len(card.wijken) == 1 else self._town)
        more = (
            LinkView(f"Meer uit {badge.name} op {self._name}", badge.address)
            if badge.address and own is None
            else LinkView(f"Al het nieuws op {self._name}", "/")
        )
        frame = self._frame(card.title, card.summary or f"{card.title}, van {self._name}.", badge, more)
        return PieceFrameView(
            frame=frame, card=card, link=LinkView(_LINKS[item.kind], item.address), expired=item.expired
        )

    def _frame(self, title: str, description: str, badge: WijkBadge, more: LinkView) -> FrameView:
        return FrameView(
            title=title,
            description=description,
            name=self._name,
            style=self._files.style,
            script=self._files.script,
            mark=self._files.mark,
            badge=badge,
            emblem=self._emblems.get(badge.slug, ""),
            more=more,
        )

    def _card(self, item: Item) -> CardView:
        """Give the card of a piece, with its photo only when that may be shared."""
        card = self._catalog.card(item)
        photo = self._catalog.site.photos.get(item.photo or "")
        shown = card.photo is None or (photo is not None and photo.register.share_with_partners)
        return card if shown else replace(card, photo=None)


def _emblems(catalog: Catalog) -> dict[str, str]:
    site = catalog.site
    wijk_map = site.shared.small_map if site.shared.small_map.shapes else site.shared.map
    outlines = {slug: path_data(rings) for slug, rings in emblem_rings(site, wijk_map).items()}
    return {**outlines, HEEL_ASSEN: path_data(draw_mark(site, SMALL_JOINT).squared().rings)}
