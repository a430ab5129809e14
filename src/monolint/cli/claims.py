"""`monolint claims`."""

from __future__ import annotations

from pathlib import Path

import click

from monolint.cli.options import (
    Run,
    color_option,
    paths_argument,
    run_options,
    setup_errors_told,
    tell_failures,
    tell_remarks,
    terminal_width,
    wants_colour,
    write,
)


@click.command()
@paths_argument
@click.option("--output-format", type=click.Choice(["text", "json"]), default="text", show_default=True)
@run_options
@color_option
def claims(
    paths: tuple[Path, ...],
    output_format: str,
    run: Run,
    color: str,
) -> None:
    """Show what was read in the documents under PATH, and what was not understood."""
    from monolint.cli.progress import progress
    from monolint.engine.reading_files import read_corpus
    from monolint.engine.settings import resolve_settings

    chosen = paths or (Path(),)
    with setup_errors_told():
        settings = resolve_settings(
            chosen, Path.cwd(), config=run.config, cache_file=run.cache_file, jobs=run.jobs
        )
    with progress() as told:
        corpus = read_corpus(chosen, settings, told)
    if output_format == "json":
        from monolint.reporting import claims_json

        write(claims_json.render(corpus))
    else:
        from monolint.reporting import claims_text

        write(claims_text.render(corpus, width=terminal_width(), colour=wants_colour(color)))
    tell_remarks(corpus.remarks)
    tell_failures(corpus.failures)
    raise click.exceptions.Exit(2 if corpus.failures else 0)
