"""A view -> the bytes of its standard format: JSON Feed 1.1, iCalendar or oEmbed 1.0."""

from __future__ import annotations

from typing import assert_never

from generator.model.feed import CalendarView, DataView, EmbedView, FeedView
from generator.render.calendars import encode_calendar
from generator.render.json_feed import encode_feed
from generator.render.oembed import encode_embed


def encode(view: DataView) -> bytes:
    """Write a view in its format."""
    match view:
        case FeedView():
            return encode_feed(view)
        case CalendarView():
            return encode_calendar(view)
        case EmbedView():
            return encode_embed(view)
        case _:
            assert_never(view)
