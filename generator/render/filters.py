"""What templates can ask of values: addresses, dates and numbers as residents read them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

from jinja2 import Environment

from generator.model.amsterdam import instant
from generator.model.dutch import clock, full_date, join_names, number, short_date
from generator.render.qr import draw_qr

INTERNATIONAL = "+31"


def telephone(written: str) -> str:
    """Give `tel:+31592000000` for `0592-000 000`; a short number such as 112 stays as it is."""
    digits = re.sub(r"[^\d+]", "", written.replace("(0)", ""))
    if digits.startswith("00"):
        digits = f"+{digits[2:]}"
    elif digits.startswith("0"):
        digits = f"{INTERNATIONAL}{digits[1:]}"
    return f"tel:{digits}"


def address_filter(base_path: str) -> Callable[[str], str]:
    """Make the filter that turns an address of the site into what a link needs."""

    def url(address: str) -> str:
        return f"{base_path}{address}" if address.startswith("/") else address

    return url


def iso(day: dt.date) -> str:
    """Give `2024-09-04`."""
    return day.isoformat()


def install(environment: Environment, base_path: str) -> None:
    """Give an environment its filters."""
    environment.filters |= {
        "url": address_filter(base_path),
        "full_date": full_date,
        "short_date": short_date,
        "iso": iso,
        "instant": instant,
        "clock": clock,
        "tel": telephone,
        "number": number,
        "join_names": join_names,
        "qr": draw_qr,
    }
