"""Registers of photos -> warnings where they seem to name the people in the photo.

Who is in a photo belongs in the consent form, which the register points to; the register is for the photo alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.diagnostics import Diagnostic, shorten, warning
from generator.model.shared import PhotoRegister

_PREFIXES = r"(?:(?:van|de|der|den|ten|ter|te|la|le|el|al|bin|ben|von|d'|'t|’t|in)\s+){0,3}"
_OF_PEOPLE = re.compile(r"(?:van (?:de[nr]?|'t|’t)|de[nr]?|te[nr]|el|al|bin|ben)$")
_NAME = r"[A-ZÀ-ÖØ-Þ][\w’'-]+"
_WHOLE = re.compile(rf"\b({_NAME})\s+({_PREFIXES})({_NAME})")
_TITLED = re.compile(
    r"\b(?:meneer|mevrouw|mevr\.|dhr\.|mw\.|heer|juf|juffrouw|meester|opa|oma|oom|tante|buurman|buurvrouw|wethouder"
    rf"|burgemeester|wijkagent|dokter|directeur|voorzitter)\s+({_PREFIXES}{_NAME})",
    re.IGNORECASE,
)
_FIRST = """
    aisha ahmed albert ali alie amina anja anke anneke anne annelies annie ans arjan astrid bart bas bea bep berend bert
    bianca bram carla chris coby cor corrie daan daniel david dennis dick dirk ed eline els emma emre erik esther eva
    fatima femke fleur frank frans freek fred gea geert geertje geesje gerard gerrit gert greet grietje hanna hans harm
    harry hassan heleen hendrik henk henny herman hilda hilde ibrahim ilse ingrid irma jaap jacob jan janneke jannie
    jans jantina jantje jasper jeroen jesse jetty johan johanna joke joop jos joyce julia karel karin kees kevin khadija
    kim klaas koen lars laura leo lies lieke lisa lotte lucas luuk maaike maria marieke marijke marja marjan mark
    marloes martijn mehmet michiel mieke milan mohamed mohammed monique mustafa myrthe nel nienke noah nora olga omar
    patrick paul peter piet pieter ria rianne rick riet rik rob roel roelie roelof romy ruud saar samira sandra sanne
    sara sem sjaan sjoerd sjoukje sofie sophie stefan stijn sven tanja tess tessa theo thijs thomas tijn tim tineke
    tjitske tom truus wietske willem willy wilma wim wouter yara youssef yusuf zeynep
"""
_SURNAME = """
    bakker beek bos bosman brouwer dekker dijkstra geerts haan hendriks hoekstra huisman jacobs jansen jansma janssen
    jong kok koning kramer kuiper kuipers linden maas martens meijer mulder postma peters prins postema sanders schouten
    schipper scholten smit smits veenstra venema verhoeven visser vos vries wal willems wolters yilmaz
"""
_FIRST_NAMES, _SURNAMES = frozenset(_FIRST.split()), frozenset(_SURNAME.split())
_PLACES = re.compile(
    r"(?:park|plein|plaats|straat|laan|weg|dijk|hof|pad|brug|singel|kade|school|huus|huis|kerk|bos|veld|markt|museum"
    r"|buurt|wijk|dag|route|fonds|centrum|zaal|tuin|stichting|vereniging|club|feest)(?:en|s)?$",
    re.IGNORECASE,
)
_NOBODY = re.compile(r"\b(?:Zwarte|Roetveeg)\s?[Pp]iet(?:en)?\b")
_SENTENCE = re.compile(r"(?<=[.!?:])\s+")


def lint_registers(registers: Iterable[PhotoRegister], known: Iterable[str]) -> tuple[Diagnostic, ...]:
    """Look for names of people; `known` are the names of organisations, wijken and places that are none."""
    spared = frozenset(word.casefold() for name in known for word in name.split())
    return tuple(
        _told(register, key, name)
        for register in registers
        for key, text in (
            ("alt", register.alt),
            ("bijschrift", register.caption or ""),
            ("toestemming_ref", register.consent_ref or ""),
        )
        for name in _first(_names(text, spared))
    )


def _told(register: PhotoRegister, key: str, name: str) -> Diagnostic:
    where = f"{register.path}.yaml"
    message = f"in '{key}' lijkt een naam te staan: '{shorten(name)}'"
    tip = (
        "zet namen van mensen op de foto niet in het register; wie het zijn, staat op het formulier van de toestemming"
    )
    return warning(where, register.lines.get(key, 1), "register-naam", message, tip)


def _first(names: Iterator[str]) -> tuple[str, ...]:
    found = next(names, None)
    return () if found is None else (found,)


def _names(text: str, spared: frozenset[str]) -> Iterator[str]:
    """Give what reads like the name of a person: with a title, with a surname, or a first name that many have."""
    for sentence in _SENTENCE.split(_NOBODY.sub("", text)):
        for match in _TITLED.finditer(sentence):
            if match[1][0].isupper() and not _spared(match[1], spared):
                yield match[0]
        for match in _WHOLE.finditer(sentence):
            inside = match.start() > 0 and bool(_OF_PEOPLE.match(match[2].strip()))
            named = match[1].casefold() in _FIRST_NAMES or match[3].casefold() in _SURNAMES
            if (named or inside) and not _spared(match[3], spared) and not _spared(match[1], spared):
                yield match[0]
        for match in re.finditer(_NAME, sentence):
            follows = sentence[match.end() :].split(maxsplit=1)
            place = bool(follows) and bool(_PLACES.search(follows[0].strip(".,;:!?")))
            if match[0].casefold() in _FIRST_NAMES and not place and not _spared(match[0], spared):
                yield match[0]


def _spared(name: str, spared: frozenset[str]) -> bool:
    return bool(_PLACES.search(name)) or name.casefold() in spared
