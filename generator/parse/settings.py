"""site.yaml -> the settings of the site."""

from __future__ import annotations

from collections.abc import Mapping

from generator.diagnostics import Diagnostic, Report
from generator.model.config import Config, MenuItem, Partner, Redirect, SiteContact, SocialCards
from generator.model.source import SourceFile
from generator.parse.front_matter import decode
from generator.parse.schema.settings import MenuLineKeys, SettingsKeys
from generator.parse.validate import validate
from generator.parse.yaml_text import read_yaml

_STAND_INS = {"naam": "Naamloze site", "adres": "https://example.nl"}
_NAMELESS = Config(name="Naamloze site", address="https://example.nl", description="Naamloze site")


def parse_settings(source: SourceFile) -> Report[Config]:
    """Read the settings; with problems the rest of the site can still be checked against what there is."""
    text = decode(source.data or b"", source.path)
    if text.value is None:
        return Report(_NAMELESS, text.diagnostics)
    read = read_yaml(text.value, path=source.path)
    if read.value is None:
        return Report(_NAMELESS, text.diagnostics + read.diagnostics)
    lines = read.value.lines
    checked = validate(SettingsKeys, read.value.value, lines, source.path, stand_ins=_STAND_INS)
    found: tuple[Diagnostic, ...] = read.diagnostics + checked.diagnostics
    keys = checked.value or SettingsKeys.model_validate(_STAND_INS)
    return Report(_config(keys, lines), found)


def _config(keys: SettingsKeys, lines: dict[str, int]) -> Config:
    return Config(
        name=keys.naam,
        address=keys.adres,
        theme=keys.thema.strip("/"),
        description=keys.omschrijving or keys.naam,
        slogan=keys.slogan,
        demonstration=keys.demonstratie,
        contact=SiteContact(phone=keys.contact.telefoon, email=keys.contact.email),
        main_menu=_menu(keys.menu.hoofd, "menu.hoofd", lines),
        footer_menu=_menu(keys.menu.voet, "menu.voet", lines),
        partners=tuple(Partner(partner.organisatie, tuple(partner.herkomsten)) for partner in keys.partners),
        photo_widths=tuple(sorted(set(keys.foto_breedtes))),
        retention_months=keys.bewaartermijn,
        required_signatures=tuple(dict.fromkeys(keys.akkoord_vereist)),
        social_cards=SocialCards(enabled=keys.deelkaarten.maken, years=keys.deelkaarten.jaren),
        redirects=tuple(Redirect(old, new, line=_redirect_line(old, lines)) for old, new in keys.omleidingen.items()),
        disabled_rules=tuple(dict.fromkeys(keys.coach_uit)),
        lines=lines,
    )


def _redirect_line(old: str, lines: Mapping[str, int]) -> int:
    """Find the line of a redirect; its writer may have left out the last slash."""
    names = (f"omleidingen.{old}", f"omleidingen.{old.rstrip('/')}", "omleidingen")
    return next((lines[name] for name in names if name in lines), 1)


def _menu(items: list[MenuLineKeys], where: str, lines: Mapping[str, int]) -> tuple[MenuItem, ...]:
    return tuple(
        MenuItem(item.tekst, item.naar, lines.get(f"{where}.{number}.naar", 1)) for number, item in enumerate(items)
    )
