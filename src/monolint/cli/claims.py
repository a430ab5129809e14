"""`monolint claims`."""

from __future__ import annotations

from pathlib import Path

import click

from monolint.cli.options import (
    color_option,
    config_option,
    paths_argument,
    setup_errors_told,
    tell_failures,
    terminal_width,
    wants_colour,
    write,
)


@click.command()
@paths_argument
@click.option("--output-format", type=click.Choice(["text", "json"]), default="text", show_default=True)
@config_option
@color_option
def claims(paths: tuple[Path, ...], output_format: str, config: Path | None, color: str) -> None:
    """Show what was read in the documents under PATH, and what was not understood."""
    from monolint.engine.reading_files import read_corpus
    from monolint.engine.settings import resolve_settings

    chosen = paths or (Path(),)
    with setup_errors_told():
        settings = resolve_settings(chosen, Path.cwd(), config=config)
    corpus = read_corpus(chosen, settings)
    if output_format == "json":
        from monolint.reporting import claims_json

        write(claims_json.render(corpus))
    else:
        from monolint.reporting import claims_text

        write(claims_text.render(corpus, width=terminal_width(), colour=wants_colour(color)))
    tell_failures(corpus.failures)
    raise click.exceptions.Exit(2 if corpus.failures else 0)
