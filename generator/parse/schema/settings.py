"""The keys of site.yaml."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import BeforeValidator, Field, WithJsonSchema

from generator.diagnostics import shorten
from generator.parse.schema.kinds import Strict
from generator.parse.schema.problem import problem
from generator.parse.schema.texts import (
    Email,
    Name,
    Names,
    OneOrMore,
    Phone,
    Rules,
    SiteAddress,
    Text,
    YesNo,
    is_web_address,
    plain_text,
    read_text,
    read_web_address,
)

NARROWEST, WIDEST = 16, 4000
MAX_YEARS = 100
MONTHS = 12


def _months(value: object) -> int:
    text = plain_text(value).strip().casefold()
    match = re.fullmatch(r"([0-9]{1,3})(?: *(jaar|jaren|maand|maanden))?", text)
    if not match or int(match[1]) == 0:
        raise problem("termijn-onjuist", f"'{shorten(text)}' is geen termijn", "schrijf '5 jaar' of '18 maanden'")
    return int(match[1]) * (1 if (match[2] or "").startswith("maand") else MONTHS)


def _width(value: object) -> int:
    text = plain_text(value).strip()
    if not re.fullmatch(r"[0-9]{1,5}", text) or not NARROWEST <= int(text) <= WIDEST:
        tip = f"schrijf een getal van {NARROWEST} tot en met {WIDEST}"
        raise problem("breedte-onjuist", f"'{shorten(text)}' is geen breedte in beeldpunten", tip)
    return int(text)


def _years(value: object) -> int:
    text = plain_text(value).strip()
    if not re.fullmatch(r"[0-9]{1,3}", text) or int(text) > MAX_YEARS:
        raise problem("getal-onjuist", f"'{shorten(text)}' is geen aantal jaren", "schrijf een getal, zoals 2")
    return int(text)


def read_target(value: object) -> str:
    """Read where a menu line or a notice leads: an address of the site or a whole web address."""
    text = read_text(value)
    inside = re.fullmatch(r"/(?!/)[^\s<>\"'\\^`{|}]*", text)
    if not inside and not is_web_address(text):
        tip = "schrijf een adres op deze site zoals /wijken/, of een adres met https://"
        raise problem("adres-onjuist", f"'{shorten(text)}' is geen adres", tip)
    return text


def _public_address(value: object) -> str:
    text = read_web_address(value)
    if "?" in text or "#" in text or "@" in text:
        tip = "schrijf alleen het adres van de voorpagina, zoals https://www.voorbeeld.nl"
        raise problem("webadres-onjuist", f"'{shorten(text)}' kan geen adres van een site zijn", tip)
    return text.rstrip("/")


def _origin(value: object) -> str:
    text = read_web_address(value).rstrip("/")
    if not re.fullmatch(r"https?://[\w.:*-]+", text):
        tip = "schrijf alleen het begin van het adres, zoals https://www.assen.nl"
        raise problem("herkomst-onjuist", f"'{shorten(text)}' heeft meer dan een herkomst", tip)
    return text


_TEXT = WithJsonSchema({"type": "string"})
_NUMBER = WithJsonSchema({"type": "integer"})
Address = Annotated[str, BeforeValidator(_public_address), _TEXT]
Target = Annotated[str, BeforeValidator(read_target), _TEXT]
Origin = Annotated[str, BeforeValidator(_origin), _TEXT]


class MenuLineKeys(Strict):
    """A line of a menu."""

    tekst: Text
    naar: Target


class MenuKeys(Strict):
    """The two menus."""

    hoofd: list[MenuLineKeys] = Field(default_factory=list)
    voet: list[MenuLineKeys] = Field(default_factory=list)


class PartnerKeys(Strict):
    """An organisation that shows our news."""

    organisatie: Name
    herkomsten: Annotated[list[Origin], OneOrMore] = Field(default_factory=list)


class SiteContactKeys(Strict):
    """Where residents can always turn to."""

    telefoon: Phone | None = None
    email: Email | None = None


class CardsKeys(Strict):
    """Cards for social media."""

    maken: YesNo = True
    jaren: Annotated[int, BeforeValidator(_years), _NUMBER] = 2


class SettingsKeys(Strict):
    """site.yaml."""

    naam: Text = Field(description="De naam van de site.")
    adres: Address = Field(description="Het publieke adres van de site.")
    thema: Text = Field("themes/mba", description="De map van het thema.")
    omschrijving: Text | None = Field(None, description="De site in een zin, voor zoekmachines.")
    slogan: Text | None = Field(None, description="De slogan.")
    demonstratie: YesNo = Field(default=False, description="ja: de voet zegt dat dit een demonstratie is.")
    contact: SiteContactKeys = Field(default_factory=SiteContactKeys, description="Het hulpblok: telefoon en email.")
    menu: MenuKeys = Field(default_factory=MenuKeys, description="De menu's: hoofd en voet.")
    partners: list[PartnerKeys] = Field(default_factory=list, description="Partners en hun websites.")
    foto_breedtes: list[Annotated[int, BeforeValidator(_width), _NUMBER]] = Field(
        default_factory=lambda: [480, 960, 1600],
        min_length=1,
        max_length=8,
        description="Breedtes van foto's.",
    )
    bewaartermijn: Annotated[int, BeforeValidator(_months), WithJsonSchema({"type": ["string", "integer"]})] = Field(
        60, description="Hoe lang een foto mag blijven staan, zoals 5 jaar."
    )
    akkoord_vereist: Names = Field(default_factory=list, description="Organisaties die akkoord moeten geven.")
    deelkaarten: CardsKeys = Field(default_factory=CardsKeys, description="Kaarten voor sociale media.")
    omleidingen: dict[SiteAddress, SiteAddress] = Field(default_factory=dict, description="Oud adres: nieuw adres.")
    coach_uit: Rules = Field(default_factory=list, description="Regels van de schrijfhulp die niet gelden.")
