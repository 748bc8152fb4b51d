"""The references of a body, resolved -> what fills the tokens of its HTML."""

from __future__ import annotations

import functools
from dataclasses import replace
from typing import assert_never
from urllib.parse import urlsplit

from generator.model.document import Document, Wijk
from generator.model.site import Group, LinkTarget, PhotoTarget, ShortcodeTarget, Target
from generator.model.view import (
    AgendaInsert,
    BodyView,
    CallInsert,
    ContactInsert,
    CountersInsert,
    GalleryInsert,
    Insert,
    LinkInsert,
    PhotoInsert,
    QuoteInsert,
    VideoInsert,
)
from generator.plan.catalog import Catalog

SOME_EVENTS = 6
NOTHING = PhotoInsert(None)
_NONE = Group()


def make_body(catalog: Catalog, document: Document, *, after_photo: bool = False) -> BodyView:
    """Make the view of a body: its fragment with what fills its tokens; `after_photo` when a photo stands above it."""
    inserts = tuple(_insert(catalog, target) for target in catalog.site.targets[document.path])
    if not after_photo:
        inserts = _with_first_photo(inserts)
    return BodyView(fragment=document.body.key, inserts=inserts, empty=document.body.words == 0 and not inserts)


def _with_first_photo(inserts: tuple[Insert, ...]) -> tuple[Insert, ...]:
    """Mark the first photo, which a browser should ask for at once."""
    for place, insert in enumerate(inserts):
        shows = insert.photo if isinstance(insert, PhotoInsert) else getattr(insert, "photos", ())
        if shows and isinstance(insert, PhotoInsert | GalleryInsert):
            return (*inserts[:place], replace(insert, first=True), *inserts[place + 1 :])
    return inserts


def _insert(catalog: Catalog, target: Target) -> Insert:
    match target:
        case LinkTarget():
            return _link_insert(target.href, external=target.external)
        case PhotoTarget():
            return PhotoInsert(catalog.photo(target.path), target.caption)
        case ShortcodeTarget():
            return _shortcode_insert(catalog, target)
        case _:
            assert_never(target)


@functools.lru_cache(maxsize=4096)
def _link_insert(href: str | None, *, external: bool) -> LinkInsert:
    return LinkInsert(href, external)


def _shortcode_insert(catalog: Catalog, target: ShortcodeTarget) -> Insert:
    values = dict(target.arguments)
    match target.name:
        case "foto":
            return PhotoInsert(catalog.photo(target.photos[0]), values.get("bijschrift"))
        case "galerij" | "voor-en-na":
            photos = tuple(photo for path in target.photos if (photo := catalog.photo(path)) is not None)
            pair = target.name == "voor-en-na" and len(photos) > 1
            return GalleryInsert(photos=photos, before_after=pair, caption=values.get("bijschrift"))
        case "citaat":
            return QuoteInsert(text=values["tekst"], name=values.get("naam"))
        case "video":
            return VideoInsert(
                address=values["adres"],
                host=(urlsplit(values["adres"]).hostname or "").removeprefix("www."),
                title=values["titel"],
                duration=values.get("duur"),
                transcript=target.link.href if target.link else None,
            )
        case "loket":
            counters = catalog.counters()
            chosen = (counter for counter in counters if target.slug is None or counter.slug == target.slug)
            return CountersInsert(tuple(chosen))
        case _:
            return _piece_insert(catalog, target)


def _piece_insert(catalog: Catalog, target: ShortcodeTarget) -> Insert:
    item = catalog.site.by_slug.get(target.slug or "")
    if item is None:
        return NOTHING
    badge, meta = catalog.badge(item.slug), item.document.meta
    if target.name == "oproep":
        return CallInsert(catalog.card(item))
    if badge is None or not isinstance(meta, Wijk):
        return NOTHING
    if target.name == "contact":
        return ContactInsert(badge=badge, team=catalog.team(meta), office_hours=meta.office_hours)
    events = catalog.site.by_wijk.get(item.slug, _NONE).events
    coming = tuple(event for event in events if not event.past)
    return AgendaInsert(badge=badge, cards=catalog.cards(coming[:SOME_EVENTS]))
