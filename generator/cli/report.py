"""Diagnostics and outcomes -> what stands on the screen."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Sequence
from zoneinfo import ZoneInfo

import click

from generator.build.options import Outcome
from generator.cli.waiting import waiting_summary
from generator.diagnostics import Diagnostic, Severity

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
MANY = 8


def show(diagnostics: Iterable[Diagnostic], *, as_json: bool) -> None:
    """Print problems: on standard error, or as JSON lines on standard output."""
    for found in diagnostics:
        if as_json:
            row = {
                "file": found.file,
                "line": found.line,
                "severity": str(found.severity),
                "code": found.code,
                "message": found.message,
                "tip": found.tip,
            }
            click.echo(json.dumps(row, ensure_ascii=False))
        else:
            click.echo(_coloured(found), err=True)


def _coloured(found: Diagnostic) -> str:
    """Give the shape of a message; on a terminal its weight has a colour."""
    text = str(found)
    word = f"{found.severity}[{found.code}]"
    colour = "red" if found.severity is Severity.ERROR else "yellow"
    return text.replace(word, click.style(word, fg=colour, bold=True), 1)


def counted(diagnostics: Sequence[Diagnostic]) -> str:
    """Give `2 fouten, 1 waarschuwing`."""
    errors = sum(found.severity is Severity.ERROR for found in diagnostics)
    warnings = len(diagnostics) - errors
    parts = []
    if errors:
        parts.append(f"{errors} {'fout' if errors == 1 else 'fouten'}")
    if warnings or not errors:
        parts.append(f"{warnings} {'waarschuwing' if warnings == 1 else 'waarschuwingen'}")
    return ", ".join(parts)


def iso_moment(day: str) -> str:
    """Give the first moment of a day in Amsterdam, with its zone."""
    return dt.datetime.combine(dt.date.fromisoformat(day), dt.time(), AMSTERDAM).isoformat()


def summarize(outcome: Outcome, seconds: float, output: str) -> None:
    """Print what a build did."""
    if outcome.failed:
        click.echo(f"Niets geschreven: {counted(outcome.diagnostics)}. De vorige versie staat er nog.", err=True)
        return
    counts = outcome.counts
    click.echo(f"Klaar: {output}", err=True)
    click.echo(f"  pagina's: {counts['pages']}, foto's: {counts['photos']}", err=True)
    files = f"  bestanden geschreven: {counts['written']}, gelijk: {counts['unchanged']}, weg: {counts['removed']}"
    click.echo(files, err=True)
    click.echo(f"  {counted(outcome.diagnostics)}, {seconds:.2f} seconden".replace(".", ","), err=True)
    if (line := waiting_summary(outcome.waiting)) is not None:
        click.echo(f"  {line}", err=True)
    if outcome.next_change:
        day, file, reason = outcome.next_change
        click.echo(f"  verandert vanzelf op: {iso_moment(day)} ({file}: {reason})", err=True)
    if outcome.foreign:
        shown = ", ".join(outcome.foreign[:MANY]) + (" ..." if len(outcome.foreign) > MANY else "")
        click.echo(f"  niet van ons, en met rust gelaten: {shown}", err=True)
