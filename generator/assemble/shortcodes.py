"""A shortcode in a text -> what it shows on this date, or what is wrong with its parameters."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit

from generator.assemble.directory import Directory, find_photo, missing_photo
from generator.assemble.links import resolve_link
from generator.diagnostics import Diagnostic, error, shorten, suggestion, warning
from generator.model.document import Document, Kind, Ref
from generator.model.shortcodes import PHOTO_SHORTCODES, SHORTCODES, Shortcode
from generator.model.site import ShortcodeTarget

MOST_PHOTOS = 24
NOTHING = ShortcodeTarget(None)
_ABOUT = {"contact": Kind.WIJK, "agenda": Kind.WIJK, "oproep": Kind.CALL}


def resolve_shortcode(document: Document, ref: Ref, directory: Directory, found: list[Diagnostic]) -> ShortcodeTarget:
    """Check the parameters of a shortcode and find what it is about."""
    shortcode = SHORTCODES[ref.target]
    values = _values(document, ref, shortcode, found)
    if values is None:
        return NOTHING
    if shortcode.name in PHOTO_SHORTCODES:
        return _photos(document, ref, values, directory, found)
    if shortcode.name in _ABOUT:
        return _piece(document, ref, next(iter(values.values())), directory, found)
    if shortcode.name == "loket":
        return _counter(document, ref, values.get("loket"), directory, found)
    if shortcode.name == "video":
        return _video(document, ref, values, directory, found)
    return ShortcodeTarget(shortcode.name, arguments=tuple(values.items()))


def _values(document: Document, ref: Ref, shortcode: Shortcode, found: list[Diagnostic]) -> dict[str, str] | None:
    """Give the parameters by name; with `many` the further ones keep their number."""
    values: dict[str, str] = {}
    wrong: list[tuple[str, str]] = []
    for key, value in ref.arguments:
        if key.isdigit():
            place = int(key)
            if place < len(shortcode.positional):
                values[shortcode.positional[place]] = value
            elif shortcode.many:
                values[key] = value
            else:
                wrong.append(("kortcode-parameter", f"'{shorten(value)}' is een waarde te veel"))
        elif key in shortcode.named or key in shortcode.positional:
            values[key] = value
        else:
            options = (*shortcode.positional, *shortcode.named)
            wrong.append(("kortcode-parameter", f"'{key}' hoort niet bij {shortcode.name}; {suggestion(key, options)}"))
    missing = [name for name in shortcode.required if not values.get(name, "").strip()]
    wrong += [("kortcode-parameter", f"bij {shortcode.name} ontbreekt '{name}'") for name in missing]
    for code, message in wrong:
        found.append(error(document.path, ref.line, code, message, f"schrijf bijvoorbeeld {shortcode.example}"))
    return None if wrong else values


def _photos(
    document: Document, ref: Ref, values: Mapping[str, str], directory: Directory, found: list[Diagnostic]
) -> ShortcodeTarget:
    names = [value for key, value in values.items() if key != "bijschrift"]
    if len(names) > MOST_PHOTOS:
        tip = "verdeel de foto's over twee galerijen"
        message = f"een galerij heeft hooguit {MOST_PHOTOS} foto's"
        found.append(error(document.path, ref.line, "kortcode-parameter", message, tip))
    shown = []
    for name in names:
        path = find_photo(document, name, directory.known_photos)
        if path is None:
            found.append(missing_photo(document, name, ref.line, directory.known_photos))
        elif path in directory.photos:
            shown.append(path)
    rest = tuple((key, value) for key, value in values.items() if key == "bijschrift")
    return ShortcodeTarget(ref.target if shown else None, photos=tuple(shown), arguments=rest)


def _piece(document: Document, ref: Ref, slug: str, directory: Directory, found: list[Diagnostic]) -> ShortcodeTarget:
    kind = _ABOUT[ref.target]
    file = directory.by_slug.get(slug)
    if file is None or file.kind is not kind:
        known = [name for name, other in directory.by_slug.items() if other.kind is kind]
        code = f"onbekende-{kind.label}"
        message = f"'{shorten(slug)}' is geen {kind.label} die we kennen"
        found.append(error(document.path, ref.line, code, message, suggestion(slug, known)))
        return NOTHING
    if slug not in directory.visible:
        if file.document is not None:
            tip = "dat is goed als het stuk later verschijnt: het kader komt er dan vanzelf"
            message = f"'{slug}' staat nu niet op de site; hier komt niets"
            found.append(warning(document.path, ref.line, "verborgen-link", message, tip))
        return NOTHING
    return ShortcodeTarget(ref.target, slug=slug)


def _counter(
    document: Document, ref: Ref, slug: str | None, directory: Directory, found: list[Diagnostic]
) -> ShortcodeTarget:
    if slug is not None and slug not in directory.counters:
        message = f"'{shorten(slug)}' is geen loket dat we kennen"
        tip = suggestion(slug, directory.counters)
        found.append(error(document.path, ref.line, "onbekend-loket", message, tip))
        return NOTHING
    return ShortcodeTarget(ref.target, slug=slug)


def _is_web_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.netloc) and text.isprintable() and " " not in text


def _video(
    document: Document, ref: Ref, values: Mapping[str, str], directory: Directory, found: list[Diagnostic]
) -> ShortcodeTarget:
    address = values["adres"]
    if not _is_web_address(address):
        message = f"'{shorten(address)}' is geen webadres van een video"
        tip = f"schrijf bijvoorbeeld {SHORTCODES['video'].example}"
        found.append(error(document.path, ref.line, "webadres-onjuist", message, tip))
        return NOTHING
    link = resolve_link(document, values["tekst"], ref.line, directory, found)
    return ShortcodeTarget(ref.target, link=link, arguments=tuple(values.items()))
