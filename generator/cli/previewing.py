"""What the live preview says in the terminal meanwhile, and the browser that it opens."""

from __future__ import annotations

import os
import sys
import threading
import webbrowser
from collections.abc import Callable
from datetime import date

import click

from generator.build import Options
from generator.cli.progress import ProgressLine
from generator.cli.report import counted, show
from generator.diagnostics import Diagnostic, Severity
from generator.serve import Built, PortTaken, Stand, serve

WRONG_USE = 2


def run_serve(options: Options, stand: Stand, today: Callable[[], date], *, browser: bool) -> int:
    """Show a live preview until it is stopped."""
    voice = Voice(browser=browser and _can_open())
    try:
        serve(options, stand, today=today, progress=voice.progress, ready=voice.ready, report=voice.report)
    except PortTaken as taken:
        click.echo(f"mba: op {stand.host}, poort {stand.port}, kunnen we niet luisteren: {taken}", err=True)
        tip = f"misschien staat er al een voorbeeld open; kies anders een poort: mba serve --port {stand.port + 1}"
        click.echo(f"  tip: {tip}", err=True)
        return WRONG_USE
    click.echo("Het voorbeeld is gestopt.", err=True)
    return 0


class Voice:
    """Says what happened, and says nothing twice."""

    def __init__(self, *, browser: bool) -> None:
        self._browser = browser
        self._address = ""
        self._said: tuple[Diagnostic, ...] = ()
        self._builds = 0
        self._progress: ProgressLine | None = ProgressLine()

    def progress(self, stage: str, done: int, total: int) -> None:
        """Show how far the first build is; the others are over before anybody wonders."""
        if self._progress is not None:
            self._progress(stage, done, total)

    def ready(self, address: str) -> None:
        """Say where the preview is."""
        self._address = address
        click.echo(f"Voorbeeld: {address}", err=True)
        click.echo(f"Redactietafel: {address}_redactie/", err=True)
        click.echo("Bewaar een bestand en je ziet het meteen. Stoppen: Ctrl+C.", err=True)

    def report(self, built: Built) -> None:
        """Say what a build did: problems that are new, and one line."""
        self._builds += 1
        if self._progress is not None:
            self._progress.__exit__(None, None, None)
            self._progress = None
        if built.crash:
            click.echo(built.crash, err=True)
        known = set(self._said)
        show([found for found in built.diagnostics if found not in known or _stops(found)], as_json=False)
        counts = built.outcome.counts
        changed = counts.get("written", 0) + counts.get("removed", 0)
        if built.outcome.failed:
            meanwhile = (
                "Het voorbeeld laat de laatste goede versie zien." if built.paths else "Er is nog geen voorbeeld."
            )
            click.echo(f"{counted(built.diagnostics)}. {meanwhile}", err=True)
        elif changed or built.diagnostics != self._said:
            seconds = f"{built.seconds:.2f}".replace(".", ",")
            files = "1 bestand" if changed == 1 else f"{changed} bestanden"
            done = f"Bijgewerkt: {files} in {seconds} seconden" if changed else "Alles nagekeken"
            click.echo(f"{done} ({counted(built.diagnostics)}).", err=True)
        self._said = built.diagnostics
        if self._browser and self._builds == 1:
            threading.Thread(target=webbrowser.open, args=(self._address,), daemon=True).start()


def _stops(found: Diagnostic) -> bool:
    return found.severity is Severity.ERROR


def _can_open() -> bool:
    """Tell whether a browser can come up beside this terminal: without a screen it would take the terminal itself."""
    if not sys.stderr.isatty():
        return False
    return sys.platform in {"win32", "darwin"} or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
