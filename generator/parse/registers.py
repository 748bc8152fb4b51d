"""A photo's register file -> what may be done with the photo, and until when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from generator.diagnostics import Diagnostic, Report, error, shorten, warning
from generator.model.shared import PhotoRegister
from generator.model.source import SourceFile
from generator.parse.front_matter import decode
from generator.parse.schema.shared import PhotoKeys
from generator.parse.validate import validate
from generator.parse.yaml_text import read_yaml

ALT_LENGTH = 200
_FILE_NAME = re.compile(
    r".*\.(?:jpe?g|png|webp|avif|gif|hei[cf]|tiff?|bmp)"
    r"|(?:img|dscn?|dscf|pxl|mvimg|p|whatsapp image)[-_ ]?[0-9][-0-9_ ]*.*",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"(?:een |de |deze |dit is een )?(?:foto|afbeelding|plaatje|beeld|kiekje|illustratie|tekening|selfie)"
    r" (?:van|met|waarop|waar|over|toont)\b|op (?:de|deze) (?:foto|afbeelding)\b(?: (?:zie je|staat|staan|zien we))?"
    r"|(?:image|picture|photo) of\b",
    re.IGNORECASE,
)


def parse_register(source: SourceFile) -> Report[PhotoRegister | None]:
    """Read one register file; without a value the photo cannot be shown."""
    text = decode(source.data or b"", source.path)
    if text.value is None:
        return Report(None, text.diagnostics)
    read = read_yaml(text.value, path=source.path)
    if read.value is None:
        return Report(None, read.diagnostics)
    lines = read.value.lines
    checked = validate(PhotoKeys, read.value.value, lines, source.path)
    keys = checked.value
    found = list(read.diagnostics + checked.diagnostics)
    described = keys.decoratief or keys.alt if keys else {"alt", "decoratief"} & read.value.value.keys()
    if not described:
        tip = "schrijf achter 'alt:' wat er op de foto te zien is; voegt ze niets toe, schrijf dan: decoratief: ja"
        found.append(error(source.path, lines.get("alt", 1), "alt-ontbreekt", "de foto heeft geen beschrijving", tip))
    if keys is None:
        return Report(None, tuple(found))
    consent = tuple(_consent(keys, lines, source.path))
    found += (*_alt(keys, lines, source.path), *consent)
    register = PhotoRegister(
        path=source.path.removesuffix(".yaml"),
        alt="" if keys.decoratief else keys.alt or "",
        decorative=keys.decoratief,
        photographer=keys.fotograaf,
        consent=keys.toestemming,
        consent_ref=keys.toestemming_ref,
        consent_on=keys.toestemming_op,
        minors=keys.minderjarigen,
        parental_consent=keys.toestemming_ouder,
        expires_on=keys.verloopt_op,
        share_with_partners=keys.delen_met_partners,
        withdrawn_on=keys.ingetrokken_op,
        focus=(keys.focus[0], keys.focus[1]),
        caption=keys.bijschrift,
        complete=not consent,
        lines=lines,
    )
    return Report(register, tuple(found))


def _consent(keys: PhotoKeys, lines: Mapping[str, int], path: str) -> Iterator[Diagnostic]:
    """Find what lacks of the consent of the people in the photo."""
    line = lines.get("toestemming", 1)
    if keys.toestemming == "gegeven" and not keys.toestemming_ref:
        tip = "voeg toe: toestemming_ref: waar het formulier ligt, zoals map 2026, nummer 14"
        message = "er is toestemming, en niet waar die ligt: 'toestemming_ref' ontbreekt"
        yield error(path, line, "verplicht", message, tip)
    if keys.toestemming == "gegeven" and not keys.toestemming_op:
        tip = "voeg toe: toestemming_op: 2026-11-23"
        message = "er is toestemming, en niet van wanneer: 'toestemming_op' ontbreekt"
        yield error(path, line, "verplicht", message, tip)
    if keys.minderjarigen and not keys.toestemming_ouder:
        tip = "vraag de ouders, en voeg toe: toestemming_ouder: ja"
        message = "er staan kinderen op, en de ouders gaven nog geen toestemming"
        yield error(path, lines.get("minderjarigen", 1), "ouder-ontbreekt", message, tip)


def _alt(keys: PhotoKeys, lines: Mapping[str, int], path: str) -> Iterator[Diagnostic]:
    """Find what is wrong with the words for people who do not see the photo."""
    if keys.decoratief or not keys.alt:
        return
    line = lines.get("alt", 1)
    if _is_file_name(keys.alt, PurePosixPath(path).stem):
        tip = "schrijf in een zin wat er te zien is, zoals: Buren eten soep aan een lange tafel"
        message = f"'{shorten(keys.alt)}' is de naam van het bestand en zegt niet wat er te zien is"
        yield error(path, line, "alt-bestandsnaam", message, tip)
    if opening := _OPENING.match(keys.alt):
        rest = keys.alt[opening.end() :].strip(" :,") or "wat er te zien is"
        tip = f"wie de tekst hoort, weet al dat het een foto is; begin met: {shorten(rest[0].upper() + rest[1:])}"
        yield warning(path, line, "alt-foto-van", f"de beschrijving begint met '{opening[0].strip()}'", tip)
    if keys.bijschrift and _plain(keys.alt) == _plain(keys.bijschrift):
        tip = "zeg in alt wat er te zien is, en in bijschrift wat je er niet aan ziet: wie, waar, wanneer"
        yield warning(path, line, "alt-bijschrift", "alt en bijschrift zeggen hetzelfde", tip)
    if len(keys.alt) > ALT_LENGTH:
        tip = f"zeg het in een of twee zinnen, tot {ALT_LENGTH} tekens; de rest kan in de tekst van het stuk"
        yield warning(path, line, "alt-lang", f"de beschrijving is lang ({len(keys.alt)} tekens)", tip)


def _is_file_name(alt: str, photo: str) -> bool:
    """Recognise `feest.jpg`, `IMG_2041` and, below the name of a photo, that name without its type."""
    plain = _plain(alt)
    named = _plain(PurePosixPath(photo).stem)
    same = plain == named and (" " not in alt.strip() or any(sign.isdigit() for sign in plain))
    return bool(_FILE_NAME.fullmatch(alt.strip())) or same


def _plain(text: str) -> str:
    """Give the letters and digits of a text alone, to see whether two say the same."""
    return "".join(sign for sign in text.casefold() if sign.isalnum())
