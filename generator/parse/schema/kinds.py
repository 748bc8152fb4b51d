"""Front matter of the six kinds of content, in the words of the writers."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Discriminator, Field, Tag, model_validator

from generator.diagnostics import shorten
from generator.parse.schema.dates import Day, Partial, Time
from generator.parse.schema.problem import problem
from generator.parse.schema.texts import (
    Email,
    FileName,
    Language,
    Name,
    Names,
    OneOrMore,
    Phone,
    Rules,
    SiteAddress,
    Slug,
    Text,
    Texts,
    WebAddress,
    YesNo,
    choice,
    read_text,
)


class Strict(BaseModel):
    """A group of keys; a key that is not declared is a mistake."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class CommonKeys(Strict):
    """The keys of every kind."""

    samenvatting: Text | None = Field(None, description="Een of twee zinnen die in lijsten en op telefoons staan.")
    foto: FileName | None = Field(None, description="De naam van de foto naast dit bestand.")
    concept: YesNo = Field(default=False, description="ja: nog niet klaar, staat nergens op de site.")
    publiceren_op: Day | None = Field(None, description="Vanaf deze dag staat het op de site.")
    verlopen_op: Day | None = Field(None, description="Na deze dag verdwijnt het uit alle lijsten.")
    akkoord: dict[Name, Day] = Field(default_factory=dict, description="Welke organisatie wanneer akkoord gaf.")
    slug: Slug | None = Field(None, description="Het laatste deel van het adres; anders de naam van het bestand.")
    oude_adressen: Annotated[list[SiteAddress], OneOrMore] = Field(
        default_factory=list, description="Vroegere adressen; ze sturen mensen door."
    )
    zoekwoorden: Texts = Field(default_factory=list, description="Woorden waarop mensen zoeken.")
    taal: Language = Field("nl", description="De taal van de tekst, zoals nl of en.")
    voorbeeld: YesNo = Field(default=False, description="ja: een verzonnen voorbeeld; de pagina zegt dat.")
    coach_uit: Rules = Field(default_factory=list, description="Regels van de schrijfhulp die hier niet gelden.")


class TitledKeys(CommonKeys):
    """The keys of every kind but a wijk."""

    titel: Text = Field(description="De titel, kort en uitnodigend.")


class AuthorKeys(Strict):
    """Who wrote it."""

    naam: Text
    rol: Annotated[
        Literal["redactie", "wijkreporter", "partner"],
        BeforeValidator(choice("redactie", "wijkreporter", "partner")),
    ] = "redactie"


class StoryKeys(TitledKeys):
    """A verhaal: what happened in the buurt."""

    datum: Day = Field(description="De dag van het verhaal, zoals 2024-09-04.")
    samenvatting: Text = Field(description="Een of twee zinnen: 'In het kort'.")
    wijken: Names = Field(min_length=1, description="De wijken waar het over gaat, of heel-assen.")
    themas: Names = Field(default_factory=list, description="Thema's uit themas.yaml.")
    project: Name | None = Field(None, description="Het project waar dit bij hoort.")
    auteur: AuthorKeys | None = Field(None, description="Wie het schreef: naam en rol.")
    afzender: Name = Field("mba", description="De organisatie die het vertelt.")
    bijgewerkt: Day | None = Field(None, description="De dag van de laatste grote wijziging.")


class TeamMemberKeys(Strict):
    """Somebody of the team of a wijk."""

    naam: Text | None = None
    rol: Text | None = None
    organisatie: Name
    telefoon: Phone | None = None
    email: Email | None = None

    @model_validator(mode="after")
    def _name_or_role(self) -> TeamMemberKeys:
        if not self.naam and not self.rol:
            raise problem("verplicht", "hier ontbreekt 'naam' of 'rol'", "bijvoorbeeld: rol: wijkcoördinator")
        return self


def _cbs_code(value: object) -> str:
    text = read_text(value)
    if not re.fullmatch(r"WK[0-9]{6}", text):
        raise problem("cbs-code-onjuist", f"'{shorten(text)}' is geen code van een wijk", "schrijf WK en zes cijfers")
    return text


class WijkKeys(CommonKeys):
    """A wijk, with its people and its figures."""

    naam: Text = Field(description="De naam van de wijk.")
    cbs_code: Annotated[Text, BeforeValidator(_cbs_code)] = Field(description="De code van het CBS, zoals WK010606.")
    slogan: Text | None = Field(None, description="De slogan, als de wijk er een heeft.")
    ook_bekend_als: Texts = Field(default_factory=list, description="Andere namen die mensen gebruiken.")
    kleur: Name | None = Field(None, description="De naam van een wijkkleur uit het thema; anders die van de wijk.")
    wijkvernieuwing: YesNo = Field(default=False, description="ja: hier is wijkvernieuwing.")
    buurten: Texts = Field(default_factory=list, description="De buurten van de wijk.")
    cijfers: dict[Text, Text] = Field(default_factory=dict, description="inwoners, huishoudens, en hun bron.")
    team: list[TeamMemberKeys] = Field(default_factory=list, description="Wie er in de wijk werkt.")
    spreekuur: Text | None = Field(None, description="Waar en wanneer mensen kunnen binnenlopen.")


class ContactKeys(Strict):
    """Ways to reach somebody: at least one."""

    email: Email | None = None
    telefoon: Phone | None = None
    adres: Text | None = None
    formulier: WebAddress | None = None

    @model_validator(mode="after")
    def _at_least_one(self) -> ContactKeys:
        if not (self.email or self.telefoon or self.adres or self.formulier):
            tip = "noem minstens een van email, telefoon, adres, formulier"
            raise problem("verplicht", "hier staat niet hoe mensen kunnen reageren", tip)
        return self


_CALL_KINDS = ("idee", "meedoen", "mening", "nomineren", "ontwerpen", "vrijwilliger")
_CALL_STATUSES = ("ontvangen", "in-gesprek", "gaat-door", "in-uitvoering", "klaar", "gaat-niet-door")
_PROJECT_STATUSES = ("voorbereiding", "ontwerp", "uitvoering", "klaar", "gestopt")


class CallKeys(TitledKeys):
    """An oproep: what residents are asked."""

    soort: Annotated[
        Literal["idee", "meedoen", "mening", "nomineren", "ontwerpen", "vrijwilliger"],
        BeforeValidator(choice(*_CALL_KINDS)),
    ] = Field(description="Wat je van mensen vraagt.")
    datum: Day = Field(description="De dag van de oproep, zoals 2024-09-04.")
    samenvatting: Text = Field(description="Een of twee zinnen die zeggen wat je vraagt.")
    wijken: Names = Field(min_length=1, description="De wijken waar het over gaat, of heel-assen.")
    sluit_op: Day | None = Field(None, description="De laatste dag om mee te doen.")
    doorlopend: YesNo = Field(default=False, description="ja: deze oproep sluit niet.")
    reageren: ContactKeys = Field(description="Hoe mensen reageren: email, telefoon, adres of formulier.")
    door: Text = Field(description="Wie antwoord geeft.")
    vervolg: Text = Field(description="Wat er daarna gebeurt, en wanneer.")
    themas: Names = Field(default_factory=list, description="Thema's uit themas.yaml.")
    project: Name | None = Field(None, description="Het project waar dit bij hoort.")
    status: (
        Annotated[
            Literal["ontvangen", "in-gesprek", "gaat-door", "in-uitvoering", "klaar", "gaat-niet-door"],
            BeforeValidator(choice(*_CALL_STATUSES)),
        ]
        | None
    ) = Field(None, description="Hoe het ermee staat.")
    reden: Text | None = Field(None, description="Waarom het (niet) doorgaat.")
    resultaat: Name | None = Field(None, description="Het verhaal over wat eruit kwam.")
    loket: Name | None = Field(None, description="Het loket uit loketten.yaml waar dit bij hoort.")

    @model_validator(mode="after")
    def _end(self) -> CallKeys:
        if self.sluit_op is None and not self.doorlopend:
            tip = "schrijf 'sluit_op: 2026-12-15', of 'doorlopend: ja' als de oproep niet sluit"
            message = "deze oproep heeft geen einde: 'sluit_op' ontbreekt"
            raise problem("sluit-op-ontbreekt", message, tip, about=("sluit_op", "doorlopend"))
        if self.sluit_op is not None and self.doorlopend:
            tip = "houd een van beide regels over"
            message = "'sluit_op' en 'doorlopend: ja' kunnen niet allebei"
            raise problem("sluit-op-dubbel", message, tip, about=("sluit_op", "doorlopend"), drop=("sluit_op",))
        return self


class TaskKeys(Strict):
    """What is joined in a project."""

    fysiek: Text | None = None
    sociaal: Text | None = None


class MilestoneKeys(Strict):
    """A point on the timeline."""

    datum: Partial
    tekst: Text


class ProjectKeys(TitledKeys):
    """A project: work that takes a while."""

    samenvatting: Text = Field(description="Een of twee zinnen over het project.")
    wijken: Names = Field(min_length=1, description="De wijken waar het is, of heel-assen.")
    status: Annotated[
        Literal["voorbereiding", "ontwerp", "uitvoering", "klaar", "gestopt"],
        BeforeValidator(choice(*_PROJECT_STATUSES)),
    ] = Field(description="Hoe ver het is.")
    opgaven: TaskKeys = Field(default_factory=TaskKeys, description="Wat hier samenkomt: fysiek en sociaal.")
    themas: Names = Field(default_factory=list, description="Thema's uit themas.yaml.")
    start: Partial | None = Field(None, description="Wanneer het begon: 2019, 2019-04 of 2019-04-12.")
    einde: Partial | None = Field(None, description="Wanneer het klaar is.")
    partners: Names = Field(default_factory=list, description="Organisaties die meedoen.")
    mijlpalen: list[MilestoneKeys] = Field(default_factory=list, description="Punten op de tijdlijn: datum en tekst.")


class PlaceKeys(Strict):
    """Where it is."""

    naam: Text
    adres: Text | None = None


def _text_or_group(value: object) -> str:
    return "ContactKeys" if isinstance(value, dict | ContactKeys) else "TextKeys"


class EventKeys(TitledKeys):
    """An activiteit: something to go to."""

    begint: Time = Field(description="Wanneer het begint: de dag, met of zonder tijd.")
    eindigt: Time | None = Field(None, description="Wanneer het eindigt.")
    plaats: PlaceKeys = Field(description="Waar het is: naam en adres.")
    samenvatting: Text = Field(description="Een of twee zinnen die uitnodigen.")
    wijken: Names = Field(min_length=1, description="De wijken waar het is, of heel-assen.")
    themas: Names = Field(default_factory=list, description="Thema's uit themas.yaml.")
    project: Name | None = Field(None, description="Het project waar dit bij hoort.")
    aanmelden: (
        Annotated[
            Annotated[ContactKeys, Tag("ContactKeys")] | Annotated[Text, Tag("TextKeys")],
            Discriminator(_text_or_group),
        ]
        | None
    ) = Field(None, description="Hoe mensen zich aanmelden, of een zin daarover.")
    afgelast: YesNo = Field(default=False, description="ja: het gaat niet door.")
    bijgewerkt: Day | None = Field(None, description="De dag waarop de dag, de tijd of de plaats is veranderd.")

    @model_validator(mode="after")
    def _in_order(self) -> EventKeys:
        if self.eindigt is not None and (
            self.eindigt.day < self.begint.day
            or (self.eindigt.time and self.begint.time and self.eindigt.sort_key < self.begint.sort_key)
        ):
            tip = "kijk 'begint' en 'eindigt' na"
            message = "de activiteit eindigt voordat ze begint"
            raise problem("eindigt-te-vroeg", message, tip, about=("begint", "eindigt"), drop=("eindigt",))
        return self


class PageKeys(TitledKeys):
    """A pagina: a text of its own, such as contact."""

    menu: Annotated[Literal["hoofd", "voet"], BeforeValidator(choice("hoofd", "voet"))] | None = Field(
        None, description="In welk menu de pagina staat: hoofd of voet."
    )
