"""What a check found -> a calm report: file by file, with a verdict on each, and what it comes to."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import click

from generator.cli.report import counted, show
from generator.cli.waiting import waiting_lines
from generator.diagnostics import Diagnostic
from generator.model.site import Waiting
from generator.model.verdict import Verdict

ALL_WELL = "Klaar: niets te vinden. Alles klopt."


def show_check(diagnostics: Sequence[Diagnostic], verdicts: Sequence[Verdict], waiting: Sequence[Waiting] = ()) -> None:
    """Print the problems below a line for their file, then what is unfinished or waits, then the counts."""
    by_file = {verdict.file: verdict for verdict in verdicts}
    files = set()
    for file, rows in groupby(diagnostics, key=lambda found: found.file):
        files.add(file)
        _show_file(file, tuple(rows), by_file.get(file))
    named = files | {piece.path for piece in waiting}
    unfinished = [verdict for verdict in verdicts if not verdict.ready and verdict.file not in named]
    if unfinished:
        click.echo(click.style("Zonder meldingen, en nog niet klaar", bold=True), err=True)
        for verdict in unfinished:
            click.echo(f"  {verdict.file}: {'; '.join(verdict.needs)}", err=True)
        click.echo("", err=True)
    for line in waiting_lines(waiting):
        click.echo(line, err=True)
    if verdicts:
        click.echo(_in_short(verdicts), err=True)
    where = f" in {len(files)} {'bestand' if len(files) == 1 else 'bestanden'}"
    click.echo(f"{counted(diagnostics)}{where}." if diagnostics else ALL_WELL, err=True)


def _show_file(file: str, found: tuple[Diagnostic, ...], verdict: Verdict | None) -> None:
    head = click.style(file, bold=True) + f" ({counted(found)})"
    if verdict is not None:
        head += ": " + click.style(str(verdict), fg="green" if verdict.ready else "red")
    click.echo(head, err=True)
    show(found, as_json=False)
    click.echo("", err=True)


def _in_short(verdicts: Sequence[Verdict]) -> str:
    ready = sum(verdict.ready for verdict in verdicts)
    total = len(verdicts)
    if ready == total:
        return "Het stuk is klaar om te plaatsen." if total == 1 else f"Alle {total} stukken zijn klaar om te plaatsen."
    return f"Klaar om te plaatsen: {ready} van de {total} stukken. Nog niet klaar: {total - ready}."
