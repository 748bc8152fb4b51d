"""click's words in Dutch: usage, options and what is wrong with a command."""

from __future__ import annotations

import click

_WORDS = {
    "Show this message and exit.": "Laat deze uitleg zien.",
    "Show the version and exit.": "Laat de versie zien.",
}


class DutchGroup(click.Group):
    """A group of commands that explains itself in Dutch."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the line of usage."""
        formatter.write_usage(ctx.command_path, "[OPTIES] OPDRACHT [ARGUMENTEN]", prefix="Gebruik: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, then the commands."""
        _write_options(self, ctx, formatter)
        rows = [(name, command.get_short_help_str(80)) for name, command in self.commands.items()]
        with formatter.section("Opdrachten"):
            formatter.write_dl(rows)


class DutchCommand(click.Command):
    """A command that explains itself in Dutch."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the line of usage."""
        arguments = " ".join(
            parameter.make_metavar(ctx) for parameter in self.params if isinstance(parameter, click.Argument)
        )
        formatter.write_usage(ctx.command_path, f"[OPTIES] {arguments}".strip(), prefix="Gebruik: ")

    def format_arguments(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the arguments that have something to explain."""
        arguments = (parameter for parameter in self.params if isinstance(parameter, click.Argument) and parameter.help)
        rows = [(argument.make_metavar(ctx), argument.help or "") for argument in arguments]
        if rows:
            with formatter.section("Argumenten"):
                formatter.write_dl(rows)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options."""
        _write_options(self, ctx, formatter)


def _write_options(command: click.Command, ctx: click.Context, formatter: click.HelpFormatter) -> None:
    options = (parameter for parameter in command.get_params(ctx) if isinstance(parameter, click.Option))
    rows = [row for option in options if (row := option.get_help_record(ctx)) is not None]
    rows = [(names, _WORDS.get(text, text)) for names, text in rows]
    with formatter.section("Opties"):
        formatter.write_dl(rows)
