"""The shortcodes that writers can put in a text: their parameters, and an example of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Shortcode:
    """One shortcode. `positional` parameters are given in this order, `named` ones as `naam="waarde"`.

    A parameter in `required` cannot be left out; with `many` the last positional one can be repeated.
    """

    name: str
    says: str
    example: str
    positional: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    required: tuple[str, ...] = ()
    many: bool = False


_ALL = (
    Shortcode(
        "foto",
        "Een foto met bijschrift en maker.",
        '{{ foto "feest.jpg" bijschrift="De eerste kop soep." }}',
        positional=("bestand",),
        named=("bijschrift",),
        required=("bestand",),
    ),
    Shortcode(
        "galerij",
        "Een paar foto's bij elkaar.",
        '{{ galerij "een.jpg" "twee.jpg" "drie.jpg" }}',
        positional=("bestand",),
        required=("bestand",),
        many=True,
    ),
    Shortcode(
        "voor-en-na",
        "Twee foto's naast elkaar: hoe het was en hoe het werd.",
        '{{ voor-en-na "voor.jpg" "na.jpg" bijschrift="Het plein in 2023 en nu." }}',
        positional=("voor", "na"),
        named=("bijschrift",),
        required=("voor", "na"),
    ),
    Shortcode(
        "citaat",
        "Wat iemand zei, met wie het zei.",
        '{{ citaat "Nu kent iedereen elkaar." naam="een bewoner van Peelo" }}',
        positional=("tekst",),
        named=("naam",),
        required=("tekst",),
    ),
    Shortcode(
        "contact",
        "Het team van een wijk, met telefoon en e-mail.",
        "{{ contact peelo }}",
        positional=("wijk",),
        required=("wijk",),
    ),
    Shortcode(
        "oproep",
        "Een oproep in een kader, met de dag waarop hij sluit.",
        "{{ oproep superbuur }}",
        positional=("oproep",),
        required=("oproep",),
    ),
    Shortcode(
        "video",
        "Een link naar een video, met de tekst ervan voor wie niet kan kijken of luisteren.",
        '{{ video "https://www.example.nl/film" titel="Zo werd het plein" tekst="verhalen/soep" duur="3 minuten" }}',
        positional=("adres",),
        named=("titel", "tekst", "duur"),
        required=("adres", "titel", "tekst"),
    ),
    Shortcode(
        "agenda",
        "Wat er te doen is in een wijk.",
        "{{ agenda peelo }}",
        positional=("wijk",),
        required=("wijk",),
    ),
    Shortcode(
        "loket",
        "Waar je terecht kunt met een plan; zonder naam alle loketten.",
        "{{ loket groen }}",
        positional=("loket",),
    ),
)

SHORTCODES: Mapping[str, Shortcode] = {shortcode.name: shortcode for shortcode in _ALL}
PHOTO_SHORTCODES = frozenset({"foto", "galerij", "voor-en-na"})
