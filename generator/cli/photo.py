"""The commands of `mba photo`: what there is, where it stands, what ends, and the withdrawal of consent."""

from __future__ import annotations

import datetime as dt
import os
import re
import unicodedata
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.commands import _date_option, _find_site, _site_option
from generator.cli.dutch import DutchCommand, DutchGroup
from generator.diagnostics import nearest

if TYPE_CHECKING:
    from generator.build import Options
    from generator.build.front import Front
    from generator.build.photo_register import Standing, Withdrawal
    from generator.cache import Cache

PROBLEMS = 1
_FILE = click.Path(path_type=Path, dir_okay=False)


@click.group(cls=DutchGroup)
def photo() -> None:
    """Het fotoregister: wat er is, waar het staat, wat afloopt en wat weg moet."""


def _within(context: click.Context, parameter: click.Parameter, value: str) -> int:
    match = re.fullmatch(r"([0-9]{1,4}) ?(d|w|)", value.strip())
    if match is None:
        message = f"{value} is geen termijn; schrijf een aantal dagen, zoals 60d"
        raise click.BadParameter(message, context, parameter)
    return int(match[1]) * (7 if match[2] == "w" else 1)


@photo.command(name="list", cls=DutchCommand)
@_site_option
@_date_option
def list_(*, site: Path | None, today: dt.date) -> int:
    """Laat alle foto's zien: hoe het ermee staat en tot wanneer ze mogen blijven."""
    from generator.build.photo_register import standings  # noqa: PLC0415 - heavy

    with _site(site, today) as (_, _, front):
        rows = standings(front, today)
    for row in rows:
        click.echo(_row(row))
    click.echo(f"{len(rows)} {'foto' if len(rows) == 1 else 'foto’s'}", err=True)
    return 0


@photo.command(cls=DutchCommand)
@_site_option
@_date_option
@click.option("--within", default="60d", callback=_within, metavar="TERMIJN", help="Binnen zoveel dagen (60d).")
def expiring(*, site: Path | None, today: dt.date, within: int) -> int:
    """Laat zien welke foto's binnenkort vanzelf van de site gaan."""
    from generator.build.photo_register import expiring as soon  # noqa: PLC0415 - heavy
    from generator.build.photo_register import standings  # noqa: PLC0415

    with _site(site, today) as (_, _, front):
        rows = soon(standings(front, today), today, within)
    for row in rows:
        click.echo(f"t/m {row.last_day}  {row.path}  ({row.reason})")
    if not rows:
        click.echo(f"Er loopt niets af in de komende {within} dagen.", err=True)
    return 0


@photo.command(cls=DutchCommand)
@click.argument("foto", type=_FILE)
@_site_option
@_date_option
def where(*, foto: Path, site: Path | None, today: dt.date) -> int:
    """Laat elk adres zien waar een foto staat."""
    from generator.build.photo_register import standings, where_shown  # noqa: PLC0415 - heavy

    with _site(site, today) as (options, cache, front):
        path = _find(options, front, foto)
        places = where_shown(front, cache, path)
    for place in places:
        click.echo(f"{place.address}  ({place.what})")
    row = next(row for row in standings(front, today) if row.path == path)
    if not places:
        click.echo(f"{path} staat nergens op de site: {row.state}.", err=True)
    for piece in row.pieces:
        click.echo(f"  gebruikt in {piece}", err=True)
    return 0


@photo.command(cls=DutchCommand)
@click.argument("foto", type=_FILE)
@_site_option
@_date_option
def withdraw(*, foto: Path, site: Path | None, today: dt.date) -> int:
    """Haal een foto overal weg: de toestemming is ingetrokken."""
    from generator.build.photo_register import has_register  # noqa: PLC0415 - heavy
    from generator.build.photo_register import withdraw as take_back  # noqa: PLC0415
    from generator.cli.report import show  # noqa: PLC0415
    from generator.diagnostics import error  # noqa: PLC0415

    with _site(site, today) as (options, cache, front):
        path = _find(options, front, foto)
        if not has_register(front, path):
            tip = "zonder register komt de foto niet op de site; haal het bestand weg, of maak het register"
            problem = error(path, 1, "register-ontbreekt", "bij deze foto hoort een registerbestand", tip)
            show([problem], as_json=False)
            return PROBLEMS
        done = take_back(options, cache, front, path)
    if done.line is None and not done.already:
        tip = f"zet zelf op een nieuwe regel: ingetrokken_op: {today}"
        message = "we kunnen de regel er niet zelf in zetten"
        show([error(f"{path}.yaml", 1, "register-vast", message, tip)], as_json=False)
    _tell(done)
    return 0 if done.line is not None or done.already else PROBLEMS


def _tell(done: Withdrawal) -> None:
    """Say what was done, where the photo stood, and what somebody still has to do."""
    if done.already:
        click.echo(f"{done.photo} was al ingetrokken op {done.since}.")
    elif done.line is not None:
        click.echo(f"{done.photo} is ingetrokken vanaf {done.since}.")
        click.echo(f"  opgeschreven in {done.photo}.yaml, regel {done.line}")
    if done.places:
        click.echo(f"De foto {'staat' if done.line is None else 'stond'} op deze adressen:")
        for place in done.places:
            click.echo(f"  {place.address}  ({place.what})")
    else:
        click.echo("De foto staat nu nergens op de site.")
    click.echo("Wat je nu doet:")
    steps = [
        "Bouw de site opnieuw: mba build. De foto is dan overal weg, en de tekst blijft staan.",
        "Zet de nieuwe site online, zoals je altijd doet.",
        f"Mag niemand de foto nog bewaren? Gooi dan het origineel weg: {done.photo}. Laat het register staan.",
    ]
    if done.shared:
        steps.append("Partners mochten deze foto laten zien: vraag hun haar ook weg te halen.")
    steps += [f"Dezelfde foto staat er nog een keer: mba photo withdraw {copy}" for copy in done.copies]
    for number, step in enumerate(steps, start=1):
        click.echo(f"  {number}. {step}")


def _row(row: Standing) -> str:
    end = f"t/m {row.last_day}" if row.last_day else ""
    return f"{row.state:<22} {end:<14} {row.path}"


@contextmanager
def _site(site: Path | None, today: dt.date) -> Iterator[tuple[Options, Cache, Front]]:
    """Read the site, without building it."""
    from generator.build import Options  # noqa: PLC0415 - heavy
    from generator.build.front import make_front  # noqa: PLC0415
    from generator.cache import Cache  # noqa: PLC0415
    from generator.cli.progress import ProgressLine  # noqa: PLC0415
    from generator.cli.working import turn  # noqa: PLC0415

    root = _find_site(site)
    options = Options(root, root / "output", today)
    with turn(options), closing(Cache(root)) as cache:
        try:
            with ProgressLine() as progress:
                front = make_front(options, cache, progress)
            yield options, cache, front
        finally:
            cache.commit()


def _find(options: Options, front: Front, asked: Path) -> str:
    """Find the photo that a path on the command line means; its register means the photo too."""
    photos = front.sources.photos
    inside = os.path.relpath((Path.cwd() / asked).resolve(), options.root)
    path = unicodedata.normalize("NFC", Path(inside).as_posix())
    path = path.removesuffix(".yaml")
    if path in photos:
        return path
    same = next((other for other in photos if other.casefold() == path.casefold()), None)
    if same is not None:
        return same
    names = {other.rpartition("/")[2]: other for other in photos}
    meant = nearest(path.rpartition("/")[2], names)
    tip = f"; bedoel je {names[meant]}?" if meant else ""
    raise click.UsageError(f"'{asked}' is geen foto in content/{tip}")
