"""`monolint claims`."""

from __future__ import annotations

from pathlib import Path

import click

from monolint.cli.options import (
    cache_dir_option,
    cache_file,
    color_option,
    config_option,
    jobs_option,
    no_cache_option,
    paths_argument,
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
@config_option
@cache_dir_option
@no_cache_option
@jobs_option
@color_option
def claims(
    paths: tuple[Path, ...],
    output_format: str,
    config: Path | None,
    cache_dir: Path | None,
    no_cache: bool,
    jobs: int,
    color: str,
) -> None:
    """Show what was read in the documents under PATH, and what was not understood."""
    from monolint.cli.progress import progress
    from monolint.engine.reading_files import read_corpus
    from monolint.engine.settings import resolve_settings

    chosen = paths or (Path(),)
    with setup_errors_told():
        settings = resolve_settings(
            chosen, Path.cwd(), config=config, cache_file=cache_file(cache_dir, no_cache), jobs=jobs
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
