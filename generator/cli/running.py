"""A command that was understood -> what it does, and its exit status."""

from __future__ import annotations

import gc
import os
from pathlib import Path

import click

from generator.build import Options, Outcome
from generator.build.obstacles import OBSTACLES, explain
from generator.build.shortcut import nothing_changed
from generator.cache import Cache
from generator.cli.checking import show_check
from generator.cli.progress import ProgressLine
from generator.cli.report import iso_moment, show, summarize
from generator.cli.working import work
from generator.diagnostics import has_errors, in_order

PROBLEMS = 1


def shown(path: Path) -> str:
    """Give a path as short as it can be from here."""
    try:
        return os.path.relpath(path)
    except ValueError:
        return str(path)


def run_build(options: Options, *, as_json: bool) -> int:
    """Build, and say what was done."""

    def act(options: Options, cache: Cache, progress: ProgressLine) -> tuple[Outcome, float]:
        outcome = nothing_changed(options, cache)
        if outcome is None:
            # A build is one short life: what it makes it keeps, and to look for rubbish meanwhile only takes time.
            gc.disable()
            try:
                from generator.build.pipeline import build  # noqa: PLC0415 - heavy, and only needed for what changed

                outcome = build(options, cache, progress)
            finally:
                gc.freeze()
                gc.enable()
        return outcome, progress.seconds

    try:
        outcome, seconds = work(options, act, writes=True)
    except OBSTACLES as obstacle:
        show([explain(obstacle, options.root)], as_json=as_json)
        return PROBLEMS
    show(outcome.diagnostics, as_json=as_json)
    summarize(outcome, seconds, shown(options.output))
    return PROBLEMS if outcome.failed else 0


def run_check(options: Options, *, as_json: bool) -> int:
    """Check, and give the report per file."""
    from generator.build.pipeline import check  # noqa: PLC0415

    outcome = work(options, check)
    if as_json:
        show(outcome.diagnostics, as_json=True)
    else:
        show_check(outcome.diagnostics, outcome.verdicts, outcome.waiting)
    return PROBLEMS if outcome.failed else 0


def run_plan(options: Options) -> int:
    """Say what a build would write."""
    from generator.build.preview import preview  # noqa: PLC0415

    found = work(options, preview)
    show(in_order(found.diagnostics), as_json=False)
    if has_errors(found.diagnostics):
        return PROBLEMS
    for row in found.rows:
        reason = f"  ({row.reason})" if row.reason else ""
        click.echo(f"{row.what:6} {row.address}{reason}")
    removed = sum(row.what == "weg" for row in found.rows)
    summary = f"te schrijven: {len(found.rows) - removed}, te verwijderen: {removed}, gelijk: {found.unchanged}"
    click.echo(summary, err=True)
    return 0


def run_why(options: Options, address: str) -> int:
    """Say why one address would be made again or not."""
    from generator.build.preview import explain as explain_address  # noqa: PLC0415

    found = work(options, lambda options, cache, progress: explain_address(options, cache, progress, address))
    errors = tuple(problem for problem in in_order(found.diagnostics) if has_errors([problem]))
    show(errors, as_json=False)
    if errors or not found.lines:
        return PROBLEMS
    for line in found.lines:
        click.echo(line)
    return 0


def run_next(options: Options) -> int:
    """Say when the site changes by itself."""
    from generator.build.front import make_front  # noqa: PLC0415

    front = work(options, make_front)
    problems = tuple(problem for problem in in_order(front.diagnostics) if has_errors([problem]))
    show(problems, as_json=False)
    changes = front.site.changes
    if changes:
        first = [f"{change.path}: {change.reason}" for change in changes if change.day == changes[0].day]
        click.echo(f"{iso_moment(changes[0].day.isoformat())} {'; '.join(dict.fromkeys(first))}")
    else:
        click.echo("De site verandert niet vanzelf.", err=True)
    return PROBLEMS if problems else 0


def run_report(options: Options, html: Path | None, *, as_json: bool) -> int:
    """Say how the whole site is doing; problems in it are counted here, and shown by a check."""
    from generator.build.state import make_state, write_page  # noqa: PLC0415
    from generator.cli.state import show_state, state_json  # noqa: PLC0415

    made = work(options, make_state)
    if html is not None:
        write_page(made, html)
        click.echo(f"Verslag: {shown(html)}", err=True)
    if as_json:
        click.echo(state_json(made.state))
    elif html is None:
        show_state(made.state)
    return 0
