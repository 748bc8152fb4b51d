"""Words on the command line -> an exit status; what is wrong with them is said in Dutch."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

import click

from generator.cli.commands import mba
from generator.cli.photo import photo

PROBLEMS, WRONG_USE = 1, 2
mba.add_command(photo)


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command and give its exit status; what is wrong with it is said in Dutch."""
    try:
        result = mba.main(args=arguments, prog_name="mba", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as fault:
        click.echo(fault.ctx.get_help(), err=True)
        return WRONG_USE
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.UsageError as fault:
        click.echo(f"mba: {_explain(fault)}", err=True)
        path = fault.ctx.command_path if fault.ctx else "mba"
        click.echo(f"  tip: '{path} --help' laat zien wat kan", err=True)
        return WRONG_USE
    except (click.Abort, KeyboardInterrupt):
        click.echo("Gestopt.", err=True)
        return 130
    except Exception as fault:
        from generator.build.obstacles import OBSTACLES, explain  # noqa: PLC0415 - only when it is needed
        from generator.cli.report import show  # noqa: PLC0415

        if not isinstance(fault, OBSTACLES):
            raise
        show([explain(fault)], as_json=False)
        return PROBLEMS
    return result if isinstance(result, int) else 0


def _explain(fault: click.UsageError) -> str:
    match fault:
        case click.NoSuchOption():
            meant = f"; bedoel je {fault.possibilities[0]}?" if fault.possibilities else ""
            return f"de optie {fault.option_name} kennen we niet{meant}"
        case click.MissingParameter():
            name = fault.param.human_readable_name if fault.param else "iets"
            return f"hier ontbreekt {name}"
        case click.BadParameter():
            name = fault.param.opts[0] if fault.param else "iets"
            return f"{name}: {_value(fault.message)}"
        case click.BadOptionUsage():
            return f"de optie {fault.option_name} is niet goed gebruikt"
    if fault.ctx is not None and isinstance(fault.ctx.command, click.Group):
        word = fault.message.split("'")[1] if "'" in fault.message else ""
        known = list(fault.ctx.command.commands)
        if word and word not in known:
            near = get_close_matches(word, known, 1)
            return f"de opdracht '{word}' kennen we niet" + (f"; bedoel je '{near[0]}'?" if near else "")
    if "unexpected extra argument" in fault.message:
        return "er staat te veel achter deze opdracht"
    return fault.message


def _value(message: str) -> str:
    word = message.split("'")[1] if message.count("'") > 1 else ""
    if "does not exist" in message:
        return f"de map '{word}' is er niet"
    if "is a file" in message:
        return f"'{word}' is een bestand; noem een map"
    if "integer" in message or "range" in message:
        return f"'{word}' is geen getal dat hier kan" if word else "hier hoort een getal"
    return message
