"""Photos and their registers -> the photos that may be shown on a date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from generator.assemble.directory import find_photo
from generator.diagnostics import Diagnostic, error
from generator.model.config import Config
from generator.model.document import Document, Ref, RefKind
from generator.model.shared import PhotoRegister
from generator.model.shortcodes import PHOTO_SHORTCODES
from generator.model.site import Change, Photo
from generator.model.source import PhotoFile

ONE_DAY = dt.timedelta(days=1)
MONTHS = 12
_PROBLEMS = {
    "stuk": ("foto-stuk", "deze foto kunnen we niet openen", "bewaar de foto opnieuw als JPEG, PNG of WebP"),
    "groot": (
        "foto-te-groot",
        "deze foto is te groot",
        "maak de foto kleiner: 6000 beeldpunten breed is ruim genoeg",
    ),
}


def used_photos(documents: Iterable[Document], known: frozenset[str]) -> dict[str, dt.date]:
    """Give the photos that documents use, each with the day of the earliest piece that does."""
    used: dict[str, dt.date] = {}
    for document in documents:
        names = [name for ref in document.body.refs for name in _names(ref)]
        if document.common.photo:
            names.append(document.common.photo)
        day = getattr(document.meta, "date", None) or dt.date.max
        for name in names:
            path = find_photo(document, name, known)
            if path is not None:
                used[path] = min(day, used.get(path, dt.date.max))
    return used


def _names(ref: Ref) -> tuple[str, ...]:
    """Give the names of the photos that a reference shows."""
    if ref.kind is RefKind.PHOTO:
        return (ref.target,)
    if ref.kind is RefKind.SHORTCODE and ref.target in PHOTO_SHORTCODES:
        return tuple(value for key, value in ref.arguments if key != "bijschrift")
    return ()


def showable(
    used: Mapping[str, dt.date],
    files: Mapping[str, PhotoFile],
    registers: Mapping[str, PhotoRegister | None],
    config: Config,
    today: dt.date,
) -> tuple[dict[str, Photo], list[Change], list[Diagnostic]]:
    """Decide which photos may be shown today, when that changes, and what is wrong with the others."""
    by_name = {name.casefold(): register for name, register in registers.items()}
    photos: dict[str, Photo] = {}
    changes: list[Change] = []
    found: list[Diagnostic] = []
    for path in sorted(used):
        file = files[path]
        if file.problem:
            found.append(error(path, 1, *_PROBLEMS[file.problem]))
            continue
        if f"{path}.yaml".casefold() not in by_name:
            tip = f"maak {path.rpartition('/')[2]}.yaml naast de foto, met alt, fotograaf en toestemming"
            found.append(error(path, 1, "register-ontbreekt", "bij deze foto hoort een registerbestand", tip))
            continue
        register = by_name[f"{path}.yaml".casefold()]
        if register is None:
            continue
        last_day = _last_day(register, used[path], config.retention_months)
        end, reason = last_day, "bewaartermijn van de foto is voorbij"
        if register.withdrawn_on and register.withdrawn_on <= last_day:
            end, reason = register.withdrawn_on - ONE_DAY, "toestemming voor de foto stopt"
        if end < today:
            continue
        if end < dt.date.max:
            changes.append(Change(end + ONE_DAY, path, reason))
        photos[path] = Photo(file, register)
    return photos, changes, found


def _last_day(register: PhotoRegister, first_used: dt.date, months: int) -> dt.date:
    if register.expires_on:
        return register.expires_on
    start = register.consent_on or first_used
    if start.year + months // MONTHS >= dt.date.max.year:
        return dt.date.max
    count = start.month - 1 + months
    year, month = start.year + count // MONTHS, count % MONTHS + 1
    first = dt.date(year, month, 1)
    next_month = (first + 31 * ONE_DAY).replace(day=1)
    return min(first + (start.day - 1) * ONE_DAY, next_month - ONE_DAY)
