"""The options of `mba new`: what can be said of a piece on the line, each with the key that it fills."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import click

Function = Callable[..., Any]
_VALUES: Mapping[str, tuple[str, str, str]] = {
    # Each option with its key, what is typed, and its help.
    "--samenvatting": ("samenvatting", "TEKST", "Een of twee zinnen over het stuk."),
    "--datum": ("datum", "DAG", "De dag van het stuk, of waarop de activiteit is."),
    "--soort": ("soort", "WOORD", "Oproep: idee, meedoen, mening, nomineren, ontwerpen, vrijwilliger."),
    "--sluit-op": ("sluit_op", "DAG", "Oproep: de laatste dag om mee te doen."),
    "--reageren": ("reageren", "TEKST", "Oproep: e-mailadres, telefoonnummer of adres, met komma's."),
    "--door": ("door", "TEKST", "Oproep: wie antwoord geeft."),
    "--vervolg": ("vervolg", "TEKST", "Oproep: wat er daarna gebeurt, en wanneer."),
    "--status": ("status", "WOORD", "Project of oproep: hoe het ermee staat."),
    "--begint": ("begint", "MOMENT", "Activiteit: wanneer ze begint, zoals '2026-12-05 10:00'."),
    "--eindigt": ("eindigt", "MOMENT", "Activiteit: wanneer ze eindigt."),
    "--plaats": ("plaats", "TEKST", "Activiteit: waar het is, zoals 'het buurthuis, Markt 1'."),
    "--cbs-code": ("cbs_code", "CODE", "Wijk: de code van het CBS."),
    "--menu": ("menu", "WOORD", "Pagina: hoofd of voet."),
    "--project": ("project", "NAAM", "Het project waar het stuk bij hoort."),
    "--publiceren-op": ("publiceren_op", "DAG", "Vanaf deze dag staat het op de site."),
    "--verlopen-op": ("verlopen_op", "DAG", "Na deze dag verdwijnt het uit de lijsten."),
}
KEYS: Mapping[str, str] = {
    **{key: option for option, (key, _, _) in _VALUES.items()},
    "wijken": "--wijk",
    "themas": "--thema",
    "doorlopend": "--doorlopend",
}
"""Which option fills a key."""


def new_options(function: Function) -> Function:
    """Give a command the options of a new piece; `keys` gets the values by key."""

    @functools.wraps(function)
    def run(**given: Any) -> int:  # noqa: ANN401 - whatever the options hold
        keys = {key: given.pop(_parameter(key)) for key in KEYS}
        return int(function(keys={key: _joined(value) for key, value in keys.items() if value}, **given))

    options = [
        _option("--wijk", "--wijken", key="wijken", multiple=True, metavar="WIJK", help="Een wijk; mag vaker."),
        *(_option(option, key=key, metavar=kind, help=text) for option, (key, kind, text) in _VALUES.items()),
        _option("--doorlopend", key="doorlopend", is_flag=True, help="Oproep: sluit niet."),
        _option("--thema", "--themas", key="themas", multiple=True, metavar="THEMA", help="Een thema; mag vaker."),
        click.option(
            "--foto",
            "photos",
            multiple=True,
            type=click.Path(path_type=Path),
            metavar="BESTAND",
            help="Een foto om erbij te zetten; mag vaker. De eerste komt boven het stuk.",
        ),
        click.option("--slug", metavar="NAAM", help="Het laatste deel van het adres (anders: uit de titel)."),
    ]
    return functools.reduce(lambda wrapped, option: option(wrapped), reversed(options), run)


def _option(*names: str, key: str, **settings: Any) -> Function:  # noqa: ANN401 - what click takes
    return click.option(*names, _parameter(key), **settings)


def _parameter(key: str) -> str:
    """Name the parameter of a key: the kind of a call and the kind of a piece are both called 'soort'."""
    return f"key_{key}"


def _joined(value: object) -> str:
    """Give what was typed, several values with commas between them."""
    if isinstance(value, tuple):
        return ", ".join(value)
    return "ja" if value is True else str(value)
