"""The commands of `mba`."""

from __future__ import annotations

import contextlib
import datetime as dt
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from generator import __version__
from generator.cli.dutch import DutchCommand, DutchGroup
from generator.cli.new_options import new_options

SETTINGS = "site.yaml"


def _find_site(asked: Path | None) -> Path:
    """Find the folder of site.yaml: the one that was named, or this one, or one above it."""
    start = (asked or Path.cwd()).resolve()
    for folder in (start,) if asked else (start, *start.parents):
        if (folder / SETTINGS).is_file():
            return folder
    where = f"in {asked}" if asked else "hier of in een map hierboven"
    raise click.UsageError(f"{where} staat geen {SETTINGS}; noem de map van de site met --site")


def _day(context: click.Context, parameter: click.Parameter, value: str | None) -> dt.date:
    """Read a day; without one it is today in Amsterdam."""
    if value is None:
        from zoneinfo import ZoneInfo  # noqa: PLC0415 - reading the time zones takes time

        return dt.datetime.now(ZoneInfo("Europe/Amsterdam")).date()
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        with contextlib.suppress(ValueError):
            return dt.date.fromisoformat(value)
    message = f"{value} is geen dag; schrijf jaar-maand-dag, zoals 2026-11-23"
    raise click.BadParameter(message, context, parameter)


def _own_day(context: click.Context, parameter: click.Parameter, value: str | None) -> dt.date | None:
    """Read a day; without one there is none."""
    return None if value is None else _day(context, parameter, value)


Function = Callable[..., Any]


def _site_option(function: Function) -> Function:
    help_text = "De map met site.yaml (anders: deze map of een erboven)."
    return click.option("--site", type=click.Path(path_type=Path, file_okay=False), metavar="MAP", help=help_text)(
        function
    )


def _date_option(function: Function) -> Function:
    help_text = "Reken met deze dag (anders: vandaag)."
    return click.option("--date", "today", callback=_day, metavar="JJJJ-MM-DD", help=help_text)(function)


def _output_option(function: Function) -> Function:
    help_text = "De map waarin de site komt (anders: output naast site.yaml)."
    kind = click.Path(path_type=Path, file_okay=False)
    return click.option("--output", type=kind, metavar="MAP", help=help_text)(function)


_STRICT = click.option("--strict", is_flag=True, help="Ook een waarschuwing houdt de bouw tegen.")
_JSON = click.option("--json", "as_json", is_flag=True, help="Geef de meldingen als JSON, een per regel.")
_JOBS = click.option("--jobs", type=click.IntRange(min=0), default=0, metavar="N", help="Aantal processen.")


def _output(root: Path, asked: Path | None) -> Path:
    """Choose the output folder, and refuse one that holds the site itself."""
    output = (asked or root / "output").resolve()
    inside = any(output == folder or folder in output.parents for folder in (root / "content", root / "themes"))
    # A folder with layouts is a theme, wherever site.yaml has it.
    inside = inside or any((folder / "layouts").is_dir() for folder in (output, *output.parents) if folder != root)
    if output == root or output in root.parents or inside:
        raise click.UsageError(f"de site kan niet in {output} komen: daar staan je eigen bestanden")
    return output


@click.group(cls=DutchGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, message="mba %(version)s")
def mba() -> None:
    """Maak de site van Mijn Buurt Assen uit Markdown."""


@mba.command(cls=DutchCommand)
@_site_option
@_output_option
@_date_option
@_STRICT
@click.option("--clean", is_flag=True, help="Vergeet wat eerder gebouwd is en maak alles opnieuw.")
@_JOBS
@click.option("--drafts", is_flag=True, help="Neem concepten en geplande stukken mee (alleen met --output).")
@_JSON
def build(
    *,
    site: Path | None,
    output: Path | None,
    today: dt.date,
    strict: bool,
    clean: bool,
    jobs: int,
    drafts: bool,
    as_json: bool,
) -> int:
    """Bouw de site in output/."""
    from generator.build import Options  # noqa: PLC0415
    from generator.cli.running import run_build  # noqa: PLC0415

    root = _find_site(site)
    if drafts and output is None:
        raise click.UsageError("--drafts hoort bij een eigen map: noem die met --output")
    options = Options(root, _output(root, output), today, strict, clean, drafts, jobs)
    if drafts and options.output == (root / "output").resolve():
        raise click.UsageError("concepten horen niet in output/: noem met --output een andere map")
    return run_build(options, as_json=as_json)


@mba.command(cls=DutchCommand)
@_site_option
@_output_option
@_date_option
@_STRICT
@_JOBS
@_JSON
def check(*, site: Path | None, output: Path | None, today: dt.date, strict: bool, jobs: int, as_json: bool) -> int:
    """Kijk alles na, zonder iets te schrijven."""
    from generator.build import Options  # noqa: PLC0415
    from generator.cli.running import run_check  # noqa: PLC0415

    root = _find_site(site)
    return run_check(Options(root, _output(root, output), today, strict=strict, jobs=jobs), as_json=as_json)


@mba.command(cls=DutchCommand)
@_site_option
@_output_option
@_date_option
@click.option(
    "--against",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    metavar="MAP",
    help="Vergelijk met de site in deze map.",
)
def plan(*, site: Path | None, output: Path | None, today: dt.date, against: Path | None) -> int:
    """Zeg wat er geschreven zou worden, en waarom."""
    from generator.build import Options  # noqa: PLC0415
    from generator.cli.running import run_plan  # noqa: PLC0415

    root = _find_site(site)
    return run_plan(Options(root, _output(root, against or output), today))


@mba.command(cls=DutchCommand)
@click.argument("adres")
@_site_option
@_output_option
@_date_option
def why(*, adres: str, site: Path | None, output: Path | None, today: dt.date) -> int:
    """Zeg waarom een adres wel of niet opnieuw gemaakt wordt."""
    from generator.build import Options  # noqa: PLC0415
    from generator.cli.running import run_why  # noqa: PLC0415

    root = _find_site(site)
    return run_why(Options(root, _output(root, output), today), adres)


@mba.command(name="next", cls=DutchCommand)
@_site_option
@_date_option
def next_(*, site: Path | None, today: dt.date) -> int:
    """Zeg wanneer de site vanzelf verandert, en waardoor."""
    from generator.build import Options  # noqa: PLC0415
    from generator.cli.running import run_next  # noqa: PLC0415

    root = _find_site(site)
    return run_next(Options(root, _output(root, None), today))


@mba.command(cls=DutchCommand)
@_site_option
@_output_option
@_date_option
@click.option(
    "--html",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="BESTAND",
    help="Zet het verslag als pagina met tekeningen in dit bestand.",
)
@click.option("--json", "as_json", is_flag=True, help="Geef het verslag als JSON.")
def report(*, site: Path | None, output: Path | None, today: dt.date, html: Path | None, as_json: bool) -> int:
    """Zeg hoe de hele site ervoor staat."""
    from generator.build import Options  # noqa: PLC0415
    from generator.cli.running import run_report  # noqa: PLC0415

    root = _find_site(site)
    return run_report(Options(root, _output(root, output), today), html, as_json=as_json)


@mba.command(cls=DutchCommand)
@_site_option
@click.option("--date", "day", callback=_own_day, metavar="JJJJ-MM-DD", help="De dag van het voorbeeld (anders: nu).")
@click.option("--host", default="127.0.0.1", metavar="ADRES", help="Het adres waarop het voorbeeld luistert.")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, metavar="POORT", help="De poort (8000).")
@click.option("--editor", default="vscode", metavar="NAAM", help="Waarmee je teksten opent (vscode).")
@click.option("--no-browser", is_flag=True, help="Open zelf geen browser.")
@click.pass_context
def serve(
    context: click.Context,
    *,
    site: Path | None,
    day: dt.date | None,
    host: str,
    port: int,
    editor: str,
    no_browser: bool,
) -> int:
    """Laat een levend voorbeeld zien, met concepten."""
    from generator.build import Options  # noqa: PLC0415
    from generator.cli.previewing import run_serve  # noqa: PLC0415
    from generator.serve import EDITORS, Stand  # noqa: PLC0415

    def today() -> dt.date:
        """Without a day of its own, a preview that stays open overnight is that of the next day."""
        return day or _day(context, context.command.params[0], None)

    root = _find_site(site)
    if editor not in EDITORS:
        raise click.UsageError(f"--editor: '{editor}' kennen we niet; kies uit: {', '.join(EDITORS)}")
    options = Options(root, root / ".cache" / f"preview-{port}", today(), drafts=True, lazy_photos=True)
    return run_serve(options, Stand(host, port, editor), today, browser=not no_browser)


@mba.command(cls=DutchCommand)
@click.argument("soort", required=False, help="Verhaal, oproep, activiteit, project, pagina of wijk.")
@click.argument("titel", required=False, help="De titel, tussen aanhalingstekens.")
@_site_option
@_date_option
@new_options
def new(
    *,
    soort: str | None,
    titel: str | None,
    site: Path | None,
    today: dt.date,
    keys: dict[str, str],
    photos: tuple[Path, ...],
    slug: str | None,
) -> int:
    """Begin een nieuw stuk; wat je niet zegt, wordt gevraagd."""
    from generator.cli.new import Wanted, run_new  # noqa: PLC0415

    return run_new(_find_site(site), today, Wanted(soort, titel, keys, photos, slug))
