"""A feed -> JSON Feed 1.1, with what only this site knows below `_mba`."""

from __future__ import annotations

import datetime as dt
import json

from generator.model.amsterdam import instant
from generator.model.feed import FeedItem, FeedView

VERSION = "https://jsonfeed.org/version/1.1"


def encode_feed(view: FeedView) -> bytes:
    """Write a feed."""
    return write_json(
        {
            "version": VERSION,
            "title": view.title,
            "home_page_url": view.home,
            "feed_url": f"{view.feeds}{view.scope}.json",
            "description": view.description,
            "icon": view.icon,
            "language": "nl",
            "items": [_item(item) for item in view.items],
            "_mba": _known({"scope": view.scope, "naam": view.name, "kleur": view.color, "alles_url": view.home}),
        }
    )


def write_json(value: dict[str, object]) -> bytes:
    """Write an object without the keys that have no value; letters stay letters."""
    return f"{json.dumps(_known(value), ensure_ascii=False, indent=1)}\n".encode()


def _known(value: dict[str, object]) -> dict[str, object]:
    return {name: member for name, member in value.items() if member is not None}


def _item(item: FeedItem) -> dict[str, object]:
    return _known(
        {
            "id": item.address,
            "url": item.address,
            "title": item.title,
            "summary": item.summary,
            "content_text": item.summary,
            "image": item.image.address if item.image else None,
            "date_published": instant(item.published),
            "date_modified": instant(item.updated) if item.updated != item.published else None,
            "tags": [tag.name for tag in (*item.wijken, *item.themes)],
            "language": item.language,
            "_mba": _known(
                {
                    "soort": item.kind,
                    "wijken": [{"slug": tag.slug, "naam": tag.name} for tag in item.wijken],
                    "sluit_op": item.closes_on.isoformat() if item.closes_on else None,
                    "gesloten": True if item.ended else None,
                    "begint": _moment(item.begins, item.begins_time),
                    "eindigt": _moment(item.ends, item.ends_time),
                    "plaats": item.place,
                    "afgelast": True if item.cancelled else None,
                    "alt": item.image.alt if item.image else None,
                    "fotograaf": item.image.credit if item.image else None,
                    "voorbeeld": True if item.example else None,
                }
            ),
        }
    )


def _moment(day: dt.date | None, time: str | None) -> str | None:
    """Give a day as a day, and a time with its zone."""
    if day is None:
        return None
    return instant(day, time) if time else day.isoformat()
