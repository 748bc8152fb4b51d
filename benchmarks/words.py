"""The Dutch words that the made-up stories are put together from."""

from __future__ import annotations

from typing import NamedTuple


class Subject(NamedTuple):
    """Who does something, and whether that is more than one."""

    text: str
    plural: bool


class Action(NamedTuple):
    """What somebody did: the verb for one, the verb for more, and what it was done to."""

    one: str
    more: str
    what: str


SUBJECTS = (
    Subject("de buren", plural=True),
    Subject("de bewoners", plural=True),
    Subject("vier vrijwilligers", plural=True),
    Subject("de kinderen", plural=True),
    Subject("ouders en kinderen", plural=True),
    Subject("de mensen van het team", plural=True),
    Subject("jongeren uit de wijk", plural=True),
    Subject("twee buurvrouwen", plural=True),
    Subject("de gemeente", plural=False),
    Subject("de school", plural=False),
    Subject("het buurtteam", plural=False),
    Subject("een groep bewoners", plural=False),
    Subject("de aannemer", plural=False),
    Subject("de hele straat", plural=False),
    Subject("een oude buurman", plural=False),
    Subject("de wijkagent", plural=False),
)

ACTIONS = (
    Action("maakte", "maakten", "een nieuw plan"),
    Action("maakte", "maakten", "soep en warme broodjes"),
    Action("bouwde", "bouwden", "een lange houten bank"),
    Action("plantte", "plantten", "bomen en struiken"),
    Action("plantte", "plantten", "honderd bollen"),
    Action("koos", "kozen", "de kleur van het hek"),
    Action("koos", "kozen", "drie nieuwe toestellen"),
    Action("kreeg", "kregen", "geld voor gereedschap"),
    Action("kreeg", "kregen", "een brief met de uitleg"),
    Action("zag", "zagen", "de tekening voor het eerst"),
    Action("vond", "vonden", "een rustige plek om te zitten"),
    Action("vulde", "vulden", "zes zakken met zwerfvuil"),
    Action("schreef", "schreven", "alle wensen op een groot bord"),
    Action("opende", "openden", "de deur voor de buurt"),
    Action("hielp", "hielpen", "een nieuwe bewoner met de tuin"),
    Action("telde", "telden", "de stemmen van de straat"),
    Action("haalde", "haalden", "de oude tegels weg"),
    Action("schilderde", "schilderden", "de muur van het wijkgebouw"),
)

PLACES = (
    "op het plein",
    "in de straat",
    "achter de school",
    "bij het wijkgebouw",
    "langs het water",
    "in het park",
    "naast de speeltuin",
    "op de hoek",
    "tussen de flats",
    "voor de winkels",
    "aan de rand van de wijk",
)

TIMES = (
    "op zaterdag",
    "vorige week",
    "in het voorjaar",
    "na de zomer",
    "om tien uur",
    "op een natte dag",
    "kort voor de winter",
    "in de vakantie",
    "aan het eind van de middag",
)

ENDINGS = (
    "voor de hele buurt",
    "samen met de school",
    "zonder veel geld",
    "met hulp van buren",
    "met veel plezier",
    "van begin tot eind",
    "na een lang gesprek",
    "zodat iedereen mee kan doen",
    "omdat veel mensen dat wilden",
)

SPEAKERS = (
    "een bewoner",
    "een vrijwilliger",
    "iemand van het team",
    "een vader",
    "een meisje van negen",
    "de beheerder",
)

QUOTES = (
    "We doen dit omdat het onze straat is",
    "Je leert elkaar kennen als je samen werkt",
    "Ik kom hier elke week en het wordt steeds mooier",
    "Nu groet iedereen elkaar weer",
    "Eerst dacht ik dat het niet zou lukken",
    "Volgend jaar doen we het gewoon weer",
)

HEADINGS = (
    "Zo begon het",
    "Wat er gaat gebeuren",
    "Samen aan de slag",
    "Dit vinden de buren",
    "Wat kun jij doen?",
    "Hoe gaat het verder?",
    "Een plek voor iedereen",
    "Wat het kost",
)

SUBHEADINGS = ("Een vraag uit de straat", "Tip van een buurman", "Goed om te weten")

LIST_ITEMS = (
    "neem zelf handschoenen mee",
    "er is koffie en thee",
    "kinderen zijn ook welkom",
    "we beginnen op tijd",
    "de straat is die dag dicht",
    "een bankje bij de bomen",
    "meer licht langs het pad",
    "een hek om het speelveld",
    "een plek voor de fietsen",
    "bloemen waar bijen van houden",
)

CLOSINGS = (
    "Kom je ook?",
    "Je bent altijd welkom.",
    "Tot ziens bij ons allemaal.",
    "Zo wordt de buurt nog mooier.",
    "Loop gerust eens bij ons langs daar.",
    "Wie mee wil doen, hoeft niets te kunnen.",
    "Bel ons als je er meer over wilt weten.",
    "Wij zijn er elke week en de koffie staat klaar.",
    "Heb je zelf een plan, vertel het dan aan het team.",
    "Over een maand laten we je weten hoe het verder zal gaan.",
)
"""One for each number of words from 3 to 12, in that order, so that a story can have any number of words."""

TITLE_SUBJECTS = (
    "Nieuwe bankjes",
    "Meer bomen",
    "Een kleurig hek",
    "Feest",
    "Schone stoepen",
    "Nieuwe huizen",
    "Een moestuin",
    "Veilig oversteken",
    "Samen eten",
    "Een wandelroute",
    "Sporten",
    "Licht",
    "Een muurschildering",
    "Spelen",
    "Opruimdag",
    "Koffie met het team",
)

STREET_NAMES = (
    "Eiken",
    "Linden",
    "Merel",
    "Molen",
    "Park",
    "Vijver",
    "Wilgen",
    "Zonne",
    "Brink",
    "Heide",
    "Kersen",
    "Veen",
    "Zwaluw",
    "Beuken",
    "Koren",
    "Haven",
    "Berken",
    "Vlier",
    "Esdoorn",
    "Rozen",
    "Iepen",
    "Klaver",
    "Leeuwerik",
    "Meidoorn",
)

STREET_KINDS = (
    "hof",
    "laan",
    "straat",
    "weg",
    "pad",
    "plein",
    "kamp",
    "dreef",
)

TITLE_FORMS = (
    "{what} in de buurt van {street}",
    "{what} bij {street}",
    "{what}: {street} doet mee",
    "{what} rond {street}",
)

SUMMARIES = (
    "{who} {did} {what} {place}. Lees wat er al is gedaan en wat jij kunt doen.",
    "In de wijk gebeurt veel: {who} {did} {what} {time}. Kom kijken hoe het is geworden.",
    "{who} {did} {what} {ending}. Zo werken we stap voor stap aan een fijne buurt.",
)
