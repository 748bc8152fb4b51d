"""What templates can ask of values: addresses, dates and numbers as residents read them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping

from jinja2 import Environment
from markupsafe import Markup, escape

from generator.model.amsterdam import instant
from generator.model.dutch import clock, full_date, join_names, number, short_date
from generator.model.telephone import PHONE, telephone
from generator.model.view import AssetsView
from generator.render.qr import draw_qr
from generator.render.remembering import Shared

EMBLEMS = "emblems.svg"
DRAWING = re.compile(r"images/tekening-(.+)\.svg")
_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789-"


def address_filter(base_path: str) -> Callable[[str], str]:
    """Make the filter that turns an address of the site into what a link needs."""

    def url(address: str) -> str:
        return f"{base_path}{address}" if address.startswith("/") else address

    return url


def iso(day: dt.date) -> str:
    """Give `2024-09-04`."""
    return day.isoformat()


def checksum(slug: str) -> int:
    """Give a number below 997 that a short name always gives, by which a theme can choose something for it."""
    total = len(slug)
    for letter in slug:
        total = (total * 5 + _LETTERS.find(letter)) % 997
    return total


def filled(values: Mapping[str, object]) -> dict[str, object]:
    """Give the values that are there."""
    return {name: value for name, value in values.items() if value is not None}


def with_phones(text: str) -> Markup:
    """Make the telephone numbers in a plain text links; all else stays as it is."""
    parts: list[Markup] = []
    at = 0
    for found in PHONE.finditer(text):
        link = Markup('<a href="{}">{}</a>').format(telephone(found[0]), found[0])
        parts += [escape(text[at : found.start()]), link]
        at = found.end()
    return Markup("").join([*parts, escape(text[at:])])


def sprites_filter(base_path: str) -> Callable[[AssetsView], Shared]:
    """Make the filter that gives the addresses of what components draw with: `emblems`, `mark`, `drawings`."""
    url = address_filter(base_path)
    known: dict[str, Shared] = {}

    def sprites(assets: AssetsView) -> Shared:
        if assets.key not in known:
            files = dict(assets.files)
            mark = assets.mark
            known[assets.key] = Shared(
                assets.key,
                {
                    "emblems": url(files[EMBLEMS]),
                    "mark": mark and {"address": url(mark.address), "width": mark.width, "height": mark.height},
                    "drawings": {found[1]: url(files[found[0]]) for found in map(DRAWING.fullmatch, files) if found},
                },
            )
        return known[assets.key]

    return sprites


def install(environment: Environment, base_path: str) -> None:
    """Give an environment its filters."""
    environment.filters |= {
        "url": address_filter(base_path),
        "full_date": full_date,
        "short_date": short_date,
        "sprites": sprites_filter(base_path),
        "iso": iso,
        "instant": instant,
        "clock": clock,
        "tel": telephone,
        "with_phones": with_phones,
        "number": number,
        "join_names": join_names,
        "qr": draw_qr,
        "checksum": checksum,
        "filled": filled,
    }
