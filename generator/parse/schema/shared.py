"""The keys of the shared data files and of a photo's register file."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema

from generator.parse.schema.dates import Day
from generator.parse.schema.kinds import Strict
from generator.parse.schema.problem import problem
from generator.parse.schema.settings import Target
from generator.parse.schema.texts import Email, Name, OneOrMore, Phone, Text, Texts, WebAddress, YesNo, choice


class OrganisationKeys(Strict):
    """One of organisaties.yaml."""

    naam: Text = Field(description="De naam, zoals hij op de site staat.")
    omschrijving: Text | None = Field(None, description="Wat de organisatie doet, in een zin.")
    website: WebAddress | None = Field(None, description="Het webadres.")
    telefoon: Phone | None = Field(None, description="Het nummer van de organisatie.")
    email: Email | None = Field(None, description="Het mailadres van de organisatie.")
    adres: Text | None = Field(None, description="Straat, nummer en plaats.")


class ThemeKeys(Strict):
    """One of themas.yaml."""

    naam: Text = Field(description="De naam, zoals hij op de site staat.")
    omschrijving: Text | None = Field(None, description="Waar het over gaat, in een zin.")


class CounterKeys(Strict):
    """One of loketten.yaml."""

    naam: Text = Field(description="De naam van het loket.")
    omschrijving: Text = Field(description="Waar het loket voor is, in een of twee zinnen.")
    waarvoor: Annotated[list[Text], OneOrMore] = Field(
        min_length=1, description="Waarmee je hier terechtkunt: zinnen in de ik-vorm."
    )
    niet_voor: Texts = Field(default_factory=list, description="Waarvoor je ergens anders moet zijn.")
    organisatie: Name | None = Field(None, description="De organisatie van het loket.")
    hoe: Text | None = Field(None, description="Hoe je het doet: bellen, mailen of langskomen.")
    telefoon: Phone | None = Field(None, description="Het nummer van het loket.")
    email: Email | None = Field(None, description="Het mailadres van het loket.")
    website: WebAddress | None = Field(None, description="Het webadres.")
    adres: Text | None = Field(None, description="Straat, nummer en plaats.")


class NoticeLinkKeys(Strict):
    """The link of the notice."""

    tekst: Text = Field(description="De woorden van de link.")
    naar: Target = Field(description="Een adres op deze site, of een heel webadres.")


class NoticeKeys(Strict):
    """mededeling.yaml."""

    tekst: Text = Field(description="Wat er boven elke pagina staat.")
    tot_en_met: Day = Field(description="De laatste dag dat het er staat.")
    link: NoticeLinkKeys | None = Field(None, description="Waar je er meer over leest.")


def _focus(value: object) -> list[float]:
    tip = "schrijf twee getallen van 0 tot en met 1, zoals [0.5, 0.3]"
    if not isinstance(value, list) or len(value) != 2:  # noqa: PLR2004 - x and y
        raise problem("focus-onjuist", "focus heeft twee getallen", tip)
    for part in value:
        if not isinstance(part, str) or not re.fullmatch(r"[01]|0?\.[0-9]{1,6}|1\.0{1,6}", part.strip()):
            raise problem("focus-onjuist", "focus heeft twee getallen van 0 tot en met 1", tip)
    return [float(part) for part in value]


_CONSENTS = ("gegeven", "niet-herkenbaar", "openbare-gebeurtenis", "geen-mensen")


class PhotoKeys(Strict):
    """The register file beside a photo."""

    alt: Text | None = Field(None, description="Wat er te zien is, voor wie de foto niet ziet.")
    decoratief: YesNo = Field(default=False, description="ja: de foto voegt niets toe aan de tekst.")
    fotograaf: Text = Field(description="Wie de foto maakte.")
    toestemming: Annotated[
        Literal["gegeven", "niet-herkenbaar", "openbare-gebeurtenis", "geen-mensen"],
        BeforeValidator(choice(*_CONSENTS)),
    ] = Field(description="Hoe het zit met toestemming van wie er op staat.")
    toestemming_ref: Text | None = Field(None, description="Waar de toestemming ligt, zoals een mapnummer.")
    toestemming_op: Day | None = Field(None, description="De dag van de toestemming.")
    minderjarigen: YesNo = Field(default=False, description="ja: er staan kinderen op.")
    toestemming_ouder: YesNo = Field(default=False, description="ja: de ouders vinden het goed.")
    verloopt_op: Day | None = Field(None, description="De laatste dag dat de foto mag blijven staan.")
    delen_met_partners: YesNo = Field(default=False, description="ja: partners mogen de foto ook laten zien.")
    ingetrokken_op: Day | None = Field(None, description="De dag waarop de toestemming is ingetrokken.")
    focus: Annotated[list[float], BeforeValidator(_focus), WithJsonSchema({"type": "array"})] = Field(
        default_factory=lambda: [0.5, 0.5], description="Het punt dat in beeld moet blijven."
    )
    bijschrift: Text | None = Field(None, description="De tekst onder de foto.")
