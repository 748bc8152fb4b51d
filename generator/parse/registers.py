"""A photo's register file -> what may be done with the photo, and until when."""

from __future__ import annotations

from generator.diagnostics import Report, error
from generator.model.shared import PhotoRegister
from generator.model.source import SourceFile
from generator.parse.front_matter import decode
from generator.parse.schema.shared import PhotoKeys
from generator.parse.validate import validate
from generator.parse.yaml_text import read_yaml


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
    if keys.toestemming == "gegeven" and not keys.toestemming_ref:
        tip = "voeg toe: toestemming_ref: waar het formulier ligt, zoals map 2026, nummer 14"
        message = "er is toestemming, en niet waar die ligt: 'toestemming_ref' ontbreekt"
        found.append(error(source.path, lines.get("toestemming", 1), "verplicht", message, tip))
    if keys.toestemming == "gegeven" and not keys.toestemming_op:
        tip = "voeg toe: toestemming_op: 2026-11-23"
        message = "er is toestemming, en niet van wanneer: 'toestemming_op' ontbreekt"
        found.append(error(source.path, lines.get("toestemming", 1), "verplicht", message, tip))
    if keys.minderjarigen and not keys.toestemming_ouder:
        tip = "vraag de ouders, en voeg toe: toestemming_ouder: ja"
        message = "er staan kinderen op, en de ouders gaven nog geen toestemming"
        found.append(error(source.path, lines.get("minderjarigen", 1), "ouder-ontbreekt", message, tip))
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
        lines=lines,
    )
    return Report(register, tuple(found))
