"""The state of the site -> lines to read, or one JSON object."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
from collections.abc import Iterable, Iterator

import click

from generator.model.dutch import full_date, join_names, number, short_date
from generator.model.state import CallLine, SiteState

SCALE = "0 tot 100, hoger leest vlotter; een hint, geen keurmerk"


def show_state(state: SiteState) -> None:
    """Print the state, part by part."""
    click.echo(click.style(f"{state.name} op {full_date(state.date)}", bold=True))
    drafts = f", waarvan {state.drafts} concept" if state.drafts else ""
    click.echo(f"{number(str(state.pieces))} stukken{drafts}; fouten: {state.errors}, waarschuwingen: {state.warnings}")
    _part("Wijken zonder nieuw verhaal in een jaar", _stale(state), "Geen: elke wijk had dit jaar een verhaal.")
    _part("Oproepen die deze week sluiten", _closing(state.closing), "Geen.")
    _part("Gesloten oproepen zonder resultaat", _unanswered(state.unanswered), "Geen: elke oproep kreeg een antwoord.")
    waiting = (f"{piece.title}: {join_names(piece.organisations)} ({piece.file})" for piece in state.waiting)
    _part("Wacht op akkoord", waiting, "Niets.")
    _part(f"Leesscore ({SCALE})", _levels(state), "Nog geen teksten die lang genoeg zijn.")
    hardest = (
        f"{_score(text.score)}  {text.title}; langste zin {text.longest} woorden ({text.file}:{text.line})"
        for text in state.hardest
    )
    _part("De pittigste teksten", hardest, "Geen.")
    checked = f"Toegankelijkheid, nagekeken op {short_date(state.date)} door mba {state.version}"
    _part(checked, _evidence(state), "Niets.")


def _part(title: str, rows: Iterable[str], empty: str) -> None:
    click.echo("")
    click.echo(click.style(title, bold=True))
    for row in tuple(rows) or (empty,):
        click.echo(f"  {row}")


def _stale(state: SiteState) -> Iterator[str]:
    for wijk in state.stale:
        latest = f"laatste op {short_date(wijk.latest)}" if wijk.latest else "nog geen verhaal"
        yield f"{wijk.name}: {latest} ({wijk.file})"


def _closing(calls: Iterable[CallLine]) -> Iterator[str]:
    for call in calls:
        yield f"{call.title}: tot en met {full_date(call.closes_on)} ({call.file})"


def _unanswered(calls: Iterable[CallLine]) -> Iterator[str]:
    for call in calls:
        days = "1 dag" if call.days == 1 else f"{call.days} dagen"
        yield f"{call.title}: gesloten op {short_date(call.closes_on)}, {days} geleden ({call.file})"


def _levels(state: SiteState) -> Iterator[str]:
    kinds = dict.fromkeys(level.kind for level in state.levels)
    for kind in kinds:
        years = [level for level in state.levels if level.kind == kind]
        shown = ", ".join(f"{level.year or 'zonder jaar'} {_score(level.score)}" for level in years)
        pieces = sum(level.pieces for level in years)
        words = sum(level.mean * level.pieces for level in years) / pieces
        yield f"{kind}: {shown} ({pieces} stukken, gemiddeld {_score(words)} woorden per zin)"


def _evidence(state: SiteState) -> Iterator[str]:
    for row in state.evidence:
        note = f"; {row.note}" if row.note else ""
        problems = "geen problemen" if not row.problems else f"problemen: {row.problems}"
        yield f"{row.what}: {number(str(row.looked_at))} nagekeken, {problems}{note}"


def _score(value: float) -> str:
    return f"{value:.1f}".replace(".", ",")


def state_json(state: SiteState) -> str:
    """Write the state as JSON with Dutch keys."""
    return json.dumps(_plain(state), ensure_ascii=False, indent=2)


_KEYS = {
    "name": "naam",
    "date": "datum",
    "version": "versie",
    "pieces": "stukken",
    "errors": "fouten",
    "warnings": "waarschuwingen",
    "wijken": "wijken",
    "closing": "sluit_deze_week",
    "unanswered": "gesloten_zonder_resultaat",
    "waiting": "wacht_op_akkoord",
    "drafts": "concepten",
    "levels": "leesniveau",
    "hardest": "pittigste_teksten",
    "evidence": "toegankelijkheid",
    "file": "bestand",
    "latest": "laatste_verhaal",
    "days": "dagen",
    "stale": "langer_dan_een_jaar",
    "title": "titel",
    "closes_on": "sluit_op",
    "organisations": "organisaties",
    "kind": "soort",
    "year": "jaar",
    "words": "woorden",
    "mean": "woorden_per_zin",
    "longest": "langste_zin",
    "long": "zinnen_van_16_tot_20_woorden",
    "score": "leesscore",
    "line": "regel",
    "what": "wat",
    "looked_at": "nagekeken",
    "problems": "problemen",
    "note": "erbij",
}


def _plain(value: object) -> object:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {_KEYS[field.name]: _plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return value.isoformat() if isinstance(value, dt.date) else value
