"""Stories, calls and wijken -> what another site shows when somebody pastes their address there (oEmbed)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.document import Kind, Story
from generator.model.feed import EmbedView
from generator.model.site import Item
from generator.plan.feeds import shared_image
from generator.plan.pieces import Desk
from generator.plan.scopes import embed_path, wijk_scope

EMBEDDED = (Kind.STORY, Kind.CALL, Kind.WIJK)
WIDGETS = "/w/1/"


def make_embeds(desk: Desk) -> Iterator[tuple[str, EmbedView, str]]:
    """Make the answer for each page that can be embedded: path, view and content file."""
    config = desk.site.config
    for item in desk.site.items:
        if item.kind not in EMBEDDED or item.expired:
            continue
        view = EmbedView(
            title=item.document.common.title,
            address=f"{config.address}{item.address}",
            frame=f"{config.address}{frame_address(item)}",
            author=_author(desk, item),
            site_name=config.name,
            site_address=f"{config.address}/",
            image=shared_image(desk, item),
        )
        yield embed_path(item), view, item.document.path


def frame_address(item: Item) -> str:
    """Give the address of the small page that stands in another site: the news of a wijk, or one piece."""
    name = wijk_scope(item).name if item.kind is Kind.WIJK else f"stuk/{item.slug}"
    return f"{WIDGETS}{name}/"


def _author(desk: Desk, item: Item) -> str:
    meta = item.document.meta
    if not isinstance(meta, Story):
        return desk.site.config.name
    return meta.author.name if meta.author else desk.catalog.organisation(meta.sender).name
