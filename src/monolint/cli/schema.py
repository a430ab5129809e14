"""`monolint schema`."""

from __future__ import annotations

import click

from monolint.cli.options import write


@click.command()
def schema() -> None:
    """Print the JSON Schema of `monolint check --output-format json`."""
    from monolint.reporting import schema as json_schema

    write(json_schema.render())
