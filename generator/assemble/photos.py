"""Photos and their registers -> the photos that may be shown on a date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from generator.assemble.directory import find_photo
from generator.diagnostics import Diagnostic, error, warning
from generator.model.config import Config
from generator.model.document import Document, Ref, RefKind
from generator.model.shared import PhotoRegister
from generator.model.shortcodes import PHOTO_SHORTCODES
from generator.model.site import Change, Photo
from generator.model.source import PhotoFile

ONE_DAY = dt.timedelta(days=1)
MONTHS = 12
RETENTION_ENDS, CONSENT_ENDS = "bewaartermijn van de foto is voorbij", "toestemming voor de foto stopt"
_PROBLEMS = {
    "stuk": (
        "foto-stuk",
        "deze foto kunnen we niet openen",
        "bewaar de foto opnieuw als JPEG, PNG of WebP",
    ),
    "groot": (
        "foto-te-groot",
        "deze foto is te groot",
        "maak de foto kleiner: 6000 beeldpunten breed is ruim genoeg",
    ),
    "dubbel": (
        "foto-dubbel",
        "in dit bestand zit naast een foto nog iets anders: een webpagina, een archief of een document",
        "open de foto in een fotoprogramma en bewaar haar opnieuw als JPEG",
    ),
}


def photos_in(document: Document, known: frozenset[str]) -> tuple[str, ...]:
    """Give the paths of the photos that a document uses."""
    names = [name for ref in document.body.refs for name in _names(ref)]
    if document.common.photo:
        names.append(document.common.photo)
    if not names:
        return ()
    found = (find_photo(document, name, known) for name in names)
    return tuple(dict.fromkeys(path for path in found if path is not None))


def used_photos(documents: Iterable[Document], known: frozenset[str]) -> dict[str, dt.date]:
    """Give the photos that documents use, each with the day of the earliest piece that does."""
    used: dict[str, dt.date] = {}
    for document in documents:
        day = getattr(document.meta, "date", None) or dt.date.max
        for path in photos_in(document, known):
            used[path] = min(day, used.get(path, dt.date.max))
    return used


def _names(ref: Ref) -> tuple[str, ...]:
    """Give the names of the photos that a reference shows."""
    if ref.kind is RefKind.PHOTO:
        return (ref.target,)
    if ref.kind is RefKind.SHORTCODE and ref.target in PHOTO_SHORTCODES:
        return tuple(value for key, value in ref.arguments if key != "bijschrift")
    return ()


def register_of(path: str, registers: Mapping[str, PhotoRegister | None]) -> PhotoRegister | None:
    """Give the register of a photo; letter case in the name of its file does not matter."""
    name = f"{path}.yaml"
    if name in registers:
        return registers[name]
    folded = name.casefold()
    return next((found for other, found in registers.items() if other.casefold() == folded), None)


def showable(
    used: Mapping[str, dt.date],
    files: Mapping[str, PhotoFile],
    registers: Mapping[str, PhotoRegister | None],
    config: Config,
    today: dt.date,
) -> tuple[dict[str, Photo], list[Change], list[Diagnostic]]:
    """Decide which photos may be shown today, when that changes, and what is wrong with the others."""
    names = {name.casefold() for name in registers}
    photos: dict[str, Photo] = {}
    changes: list[Change] = []
    found: list[Diagnostic] = []
    for path in sorted(used):
        register = register_of(path, registers)
        if register is not None and is_withdrawn(register, today):
            continue
        file = files[path]
        if file.problem:
            found.append(error(path, 1, *_PROBLEMS[file.problem]))
            continue
        if f"{path}.yaml".casefold() not in names:
            tip = f"maak {path.rpartition('/')[2]}.yaml naast de foto, met alt, fotograaf en toestemming"
            found.append(error(path, 1, "register-ontbreekt", "bij deze foto hoort een registerbestand", tip))
            continue
        if register is None or not register.complete:
            continue
        end, reason = last_day(register, used[path], config.retention_months)
        if end < today:
            continue
        if end < dt.date.max:
            changes.append(Change(end + ONE_DAY, path, reason))
        photos[path] = Photo(file, register)
        found += _notices(file)
    return photos, changes, found


def is_withdrawn(register: PhotoRegister, today: dt.date) -> bool:
    """Tell whether consent was withdrawn, on this day or before it."""
    return register.withdrawn_on is not None and register.withdrawn_on <= today


def withdrawn_photos(registers: Mapping[str, PhotoRegister | None], today: dt.date) -> frozenset[str]:
    """Give the paths of the photos of which consent was withdrawn, on this day or before."""
    return frozenset(
        path.removesuffix(".yaml")
        for path, register in registers.items()
        if register is not None and is_withdrawn(register, today)
    )


def last_day(register: PhotoRegister, first_used: dt.date, months: int) -> tuple[dt.date, str]:
    """Give the last day on which a photo may be shown, and what makes it so."""
    kept = _retained(register, first_used, months)
    if register.withdrawn_on and register.withdrawn_on <= kept:
        return register.withdrawn_on - ONE_DAY, CONSENT_ENDS
    return kept, RETENTION_ENDS


def _notices(file: PhotoFile) -> Iterable[Diagnostic]:
    """Say kindly what a writer may not know of a photo."""
    if file.has_position:
        message = "in deze foto staat op welke plek ze is gemaakt; die plek komt niet op de site"
        tip = "je hoeft niets te doen; zet bij een volgende foto de locatie van de camera uit"
        yield warning(file.path, 1, "foto-positie", message, tip)
    if file.animated:
        message = "deze foto beweegt; we laten alleen het eerste beeld zien"
        tip = "een filmpje zet je op de site met de kortcode 'video'"
        yield warning(file.path, 1, "foto-beweegt", message, tip)


def _retained(register: PhotoRegister, first_used: dt.date, months: int) -> dt.date:
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
