"""The command group. Commands are imported when they run, so that start-up stays short."""

from __future__ import annotations

import gc
import sys
from importlib import import_module
from typing import Any, NoReturn

import click

from monolint import __version__

INTERRUPTED = 130
OBJECTS_BETWEEN_COLLECTIONS = 100_000

_COMMANDS = {
    "baseline": "monolint.cli.baseline",
    "cache": "monolint.cli.cache",
    "check": "monolint.cli.check",
    "claims": "monolint.cli.claims",
    "explain": "monolint.cli.explain",
    "rules": "monolint.cli.rules",
    "schema": "monolint.cli.schema",
}


class _LazyGroup(click.Group):
    """Imports a command's module when the command is asked for; ends with monolint's exit codes."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return sorted(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _COMMANDS:
            return None
        command = getattr(import_module(_COMMANDS[cmd_name]), cmd_name)
        if not isinstance(command, click.Command):
            raise TypeError(f"{_COMMANDS[cmd_name]} holds no command {cmd_name}")
        return command

    def main(self, *args: Any, **extra: Any) -> NoReturn:
        """Run and exit: 0 clean, 1 findings, 2 failure, 130 interrupted."""
        # Nearly all that a run makes is kept until its report is written: to look for unused cycles after
        # every 700 objects, as Python does, takes a tenth of the time and finds nothing.
        gc.set_threshold(OBJECTS_BETWEEN_COLLECTIONS)
        try:
            code = super().main(*args, **{**extra, "standalone_mode": False})
        except click.ClickException as error:
            error.show()
            code = error.exit_code
        except (click.Abort, KeyboardInterrupt):
            click.echo("Interrupted.", err=True)
            code = INTERRUPTED
        sys.exit(code)


@click.group(cls=_LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="monolint", message="%(prog)s %(version)s")
def main() -> None:
    """A linter for facts: finds contradictions inside and between drug monographs.

    monolint gives no clinical advice, and its silence is not approval.
    """
