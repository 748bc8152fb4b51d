"""The rules of the coach: what writers can switch off, and what the guide explains with a before and an after."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class RuleGroup(StrEnum):
    """What a rule is about."""

    NAMES = "namen"
    VOICE = "toon"
    PLAIN = "gewone taal"
    ACCESSIBLE = "voor iedereen te lezen"
    PRIVACY = "privacy"
    LENGTH = "lengte"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: `code` is that of its message, `says` what it asks of a writer.

    `before` breaks the rule and `after` does not: Markdown for a body, or the value of `key` in front matter or in the
    register of a photo.
    """

    code: str
    group: RuleGroup
    says: str
    before: str
    after: str
    key: str | None = None


_N, _V, _P, _A, _X, _L = RuleGroup
_RULES = (
    Rule(
        "naam-anders",
        _N,
        "Schrijf namen van wijken, straten en partners altijd hetzelfde: zoals in namen.yaml.",
        "Vaartwelzijn en de buren zorgen samen voor de soep.",
        "Vaart Welzijn en de buren zorgen samen voor de soep.",
    ),
    Rule(
        "je-en-u",
        _V,
        "Zeg overal je. Wissel in één tekst niet tussen je en u.",
        "Heb je een idee? Dan bellen wij u deze week.",
        "Heb je een idee? Dan bellen wij je deze week.",
    ),
    Rule(
        "u-vorm",
        _V,
        "Zeg je tegen bewoners, en geen u.",
        "Wilt u meer weten? Wij helpen u graag.",
        "Wil je meer weten? Wij helpen je graag.",
    ),
    Rule(
        "uitroeptekens",
        _V,
        "Eén uitroepteken is genoeg. Meer leest als roepen.",
        "Kom allemaal naar het feest!!! Het wordt gezellig!",
        "Kom allemaal naar het feest! Het wordt gezellig.",
    ),
    Rule(
        "hoofdletters",
        _V,
        "Schrijf geen hele woorden in hoofdletters. Dat leest lastig, en het klinkt als roepen.",
        "Iedereen is WELKOM in het buurthuis.",
        "Iedereen is welkom in het buurthuis.",
    ),
    Rule(
        "negatief-begin",
        _V,
        "Begin met wat er kan of komt. Wat niet kan, vertel je daarna.",
        "Helaas gaat het feest deze week niet door. Op 3 mei is er een nieuwe kans.",
        "Het feest is nu op 3 mei. Deze week lukt het niet.",
    ),
    Rule(
        "klik-hier",
        _A,
        "Laat de tekst van een link zeggen waar je uitkomt. Wie de pagina laat voorlezen, hoort vaak alleen de links.",
        "Voor het hele plan kun je [hier](https://www.assen.nl/plan) klikken.",
        "Je leest er meer over in [het plan voor het plein](https://www.assen.nl/plan).",
    ),
    Rule(
        "link-is-adres",
        _A,
        "Gebruik woorden als link, geen webadres. Een adres is lastig te lezen en om voor te lezen.",
        "Kijk op https://www.assen.nl/groen voor de kaart.",
        "Kijk op [de kaart van het groen](https://www.assen.nl/groen).",
    ),
    Rule(
        "lange-zin",
        _P,
        "Maak zinnen van hooguit twintig woorden. Rond de twaalf leest het fijnst.",
        "Als je samen met je buren een plan hebt voor de straat of voor het veldje achter de huizen, dan kun je dat "
        "bij ons vertellen.",
        "Heb je met je buren een plan voor de straat? Of voor het veldje achter de huizen? Vertel het ons.",
    ),
    Rule(
        "moeilijk-woord",
        _P,
        "Kies een woord dat iedereen gebruikt.",
        "We faciliteren bewoners met een plan.",
        "We helpen bewoners met een plan.",
    ),
    Rule(
        "lijdende-vorm",
        _P,
        "Zeg wie iets doet. Zinnen met wordt en werd zijn vager.",
        "De bomen worden door de gemeente geplant.",
        "De gemeente plant de bomen.",
    ),
    Rule(
        "naamwoordstijl",
        _P,
        "Gebruik werkwoorden. Te vaak ‘het ... van’ maakt een zin stijf.",
        "Na het opruimen van de straat begint het planten van de bomen.",
        "We ruimen de straat op. Daarna planten we de bomen.",
    ),
    Rule(
        "dubbel-woord",
        _P,
        "Zeg iets één keer. Een woord staat soms per ongeluk dubbel.",
        "We drinken koffie in de de tuin.",
        "We drinken koffie in de tuin.",
    ),
    Rule(
        "afkorting",
        _P,
        "Schrijf een afkorting voluit, of leg haar de eerste keer uit.",
        "Het plan gaat eerst naar het MPO.",
        "Het plan gaat eerst naar het maandelijks overleg (MPO). Het MPO beslist in mei.",
    ),
    Rule(
        "leesscore",
        _P,
        "Een rekensom over de lengte van zinnen en woorden. Het is een hint, geen keurmerk.",
        "De gemeentelijke organisatie onderzoekt verschillende verbeteringsmogelijkheden voor buurtbewoners. "
        "Verantwoordelijke medewerkers verzamelen ervaringen tijdens wijkbijeenkomsten. Buurtverenigingen ontvangen "
        "aanvullende informatiebrieven over vervolgactiviteiten. Belangstellende bewonersorganisaties verspreiden "
        "vragenlijsten onder woningeigenaren. Onafhankelijke onderzoekers vergelijken antwoorden van verschillende "
        "leeftijdscategorieën. Gespecialiseerde verkeersdeskundigen beoordelen ondertussen parkeermogelijkheden rondom "
        "winkelvoorzieningen. Uiteindelijk presenteren betrokken organisaties gemeenschappelijke aanbevelingen. "
        "Geïnteresseerde wijkbewoners bediscussiëren vervolgens deze aanbevelingen tijdens informatiebijeenkomsten. "
        "Daarna verwachten medewerkers waardevolle verbeteringsvoorstellen.",
        "De gemeente zoekt uit wat er beter kan in de buurt. Daarvoor praten we met bewoners, op straat en in De "
        "Dissel. Je krijgt er ook een brief over. Met de antwoorden maken we een plan. Dat laten we je in mei zien. "
        "Dan zeg je weer wat je ervan vindt. Zo wordt het stap voor stap beter. Heb je nu al een idee? Bel ons gerust. "
        "We zijn er elke dag, behalve in het weekend.",
    ),
    Rule(
        "alt-zegt-niets",
        _A,
        "Beschrijf wat er op de foto te zien is. De naam van het bestand zegt niemand iets.",
        "IMG_2041.jpg",
        "Drie buren planten een boom op het plein.",
        key="alt",
    ),
    Rule(
        "tabel-zonder-kop",
        _A,
        "Geef elke kolom van een tabel een naam.",
        "|  |  |\n| --- | --- |\n| Peelo | 9 uur |",
        "| Wijk | Begint |\n| --- | --- |\n| Peelo | 9 uur |",
    ),
    Rule(
        "nep-lijst",
        _A,
        "Begin elk punt van een lijst met een streepje en een spatie. Dan is het een echte lijst.",
        "• een schep\n• een hark",
        "- een schep\n- een hark",
    ),
    Rule(
        "vette-kop",
        _A,
        "Maak van een vette regel een echte kop, met ## ervoor.",
        "**Wat neem je mee?**\n\nEen schep en goede zin.",
        "## Wat neem je mee?\n\nEen schep en goede zin.",
    ),
    Rule(
        "kop-leeg",
        _A,
        "Een kop heeft een tekst.",
        "##\n\nKom je ook?",
        "## Zaterdag\n\nKom je ook?",
    ),
    Rule(
        "kop-overgeslagen",
        _A,
        "Sla geen niveau over: na ## komt ###.",
        "## Het feest\n\n#### De soep\n\nErwtensoep.",
        "## Het feest\n\n### De soep\n\nErwtensoep.",
    ),
    Rule(
        "bestand-zonder-uitleg",
        _A,
        "Zeg bij een link naar een bestand wat het is en hoe groot.",
        "Bekijk [de tekening](https://www.assen.nl/tekening.pdf).",
        "Bekijk [de tekening (pdf, 2 MB)](https://www.assen.nl/tekening.pdf).",
    ),
    Rule(
        "andere-taal",
        _A,
        "Zet een stuk in een andere taal in een eigen bestand, met de sleutel taal. Dan klinkt het goed bij voorlezen.",
        "Iedereen mag komen. All the people of our street are welcome to join us for a cup of soup.",
        "Iedereen mag komen, ook als je nog weinig Nederlands spreekt.",
    ),
    Rule(
        "telefoon-prive",
        _X,
        "Een mobiel nummer is vaak van iemand zelf. Gebruik het nummer van de organisatie.",
        "Bel Ans op 06-20481357.",
        "Bel het team op 0592-000 000.",
    ),
    Rule(
        "email-prive",
        _X,
        "Gebruik het mailadres van de organisatie, niet dat van iemand thuis.",
        "Mail naar ans.bakker52@gmail.com.",
        "Mail naar groen@example.nl.",
    ),
    Rule(
        "geboortedatum",
        _X,
        "Zet geen geboortedatum van mensen op de site.",
        "Ans (geboren op 12 mei 1961) woont hier al lang.",
        "Ans woont hier al lang.",
    ),
    Rule(
        "bsn",
        _X,
        "Zet nooit een burgerservicenummer op de site.",
        "Schrijf je in met je nummer, zoals 111222333.",
        "Schrijf je in met je naam.",
    ),
    Rule(
        "kenteken",
        _X,
        "Zet geen kenteken op de site: daarmee vind je de eigenaar.",
        "De bestelbus met kenteken KX-12-BD bracht de tafels.",
        "Een bestelbus bracht de tafels.",
    ),
    Rule(
        "naam-kind",
        _X,
        "Noem van een kind alleen de voornaam.",
        "Noor de Vries (9) knipte het lint door.",
        "Noor (9) knipte het lint door.",
    ),
    Rule(
        "titel-lang",
        _L,
        "Houd een titel kort: tot 80 tekens past hij in lijsten en op telefoons.",
        "Buren uit drie straten in Peelo maken samen in één zaterdag een heel groot stuk groen schoon",
        "Drie straten in Peelo ruimen samen op",
        key="titel",
    ),
    Rule(
        "samenvatting-lang",
        _L,
        "Vat samen in een of twee zinnen, tot 220 tekens.",
        "Buren uit drie straten in Peelo maken samen een groot stuk groen schoon. Dat doen ze op een zaterdag. Er is "
        "soep en er is koffie voor iedereen die helpt. Ook de kinderen doen mee, met grijpers en met handschoenen in "
        "hun eigen maat.",
        "Buren uit drie straten in Peelo ruimen samen op. Er is soep voor wie helpt.",
        key="samenvatting",
    ),
)
RULES: Mapping[str, Rule] = {rule.code: rule for rule in _RULES}
"""All rules by their code, in the order of the guide. `kop-leeg` and `kop-overgeslagen` are told while parsing."""


@dataclass(frozen=True, slots=True)
class CoachSettings:
    """What the coach must know besides the document: its remarks depend on nothing else.

    `spellings` maps a preferred spelling to its variants; `known` are abbreviations that are names of this site;
    `slogans` are said as they are; `disabled` are rules that are switched off for the whole site.
    """

    spellings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    known: tuple[str, ...] = ()
    slogans: tuple[str, ...] = ()
    disabled: tuple[str, ...] = ()
