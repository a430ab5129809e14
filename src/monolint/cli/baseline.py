"""`monolint baseline create`, `update` and `show`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from monolint.cli.options import (
    Run,
    baseline_option,
    config_option,
    paths_argument,
    run_options,
    setup_errors_told,
    tell_failures,
    write,
)
from monolint.domain.baseline import Baseline
from monolint.domain.finding import Failure, Report, Severity

if TYPE_CHECKING:
    from monolint.engine.settings import Settings


@click.group()
def baseline() -> None:
    """Record the findings that are known, so that a check shows only what is new."""


@baseline.command()
@paths_argument
@baseline_option
@run_options
@click.option("--force", is_flag=True, help="Write over a baseline that exists.")
def create(
    paths: tuple[Path, ...],
    baseline: Path | None,
    run: Run,
    force: bool,
) -> None:
    """Write all errors and warnings in the documents under PATH to a new baseline."""
    from monolint import __version__
    from monolint.engine.baseline import created
    from monolint.reporting.wording import counted

    chosen = paths or (Path(),)
    with setup_errors_told():
        settings = _settings(chosen, baseline, run)
        file = _file(settings)
        if file.exists() and not force:
            hint = "to renew its entries: monolint baseline update; to write it anew: --force"
            _stop(Failure(str(file), "there is a baseline already", hint))
        report = _checked(chosen, replace(settings, baseline_file=None))
    known = created(report.findings, __version__)
    _write(file, known, f"{counted(len(known.entries), 'known finding')}.")
    if settings.baseline_file is None:
        write(f'To use it: baseline = "{file.name}" in the configuration, or --baseline {file}\n')


@baseline.command()
@paths_argument
@baseline_option
@run_options
@click.option("--add", is_flag=True, help="Record the new findings too.")
def update(
    paths: tuple[Path, ...],
    baseline: Path | None,
    run: Run,
    add: bool,
) -> None:
    """Drop entries that are no longer found, and renew those found in another form.

    New findings stay new unless --add is given.
    """
    from monolint import __version__
    from monolint.engine.baseline import updated
    from monolint.engine.knowing import load_baseline
    from monolint.reporting.wording import counted

    chosen = paths or (Path(),)
    with setup_errors_told():
        settings = _settings(chosen, baseline, run)
        settings = replace(settings, baseline_file=_file(settings))
        before = load_baseline(settings)
        report = _checked(chosen, settings)
    assert before is not None
    assert report.baseline is not None
    after = updated(before, report.baseline, report.findings if add else (), __version__)
    news = report.baseline
    added = len(report.findings) if add else 0
    told = f"{added} added, {len(news.reopened)} renewed, {len(news.stale)} dropped"
    _write(_file(settings), after, f"{told}; {counted(len(after.entries), 'known finding')}.")


@baseline.command()
@baseline_option
@config_option
def show(baseline: Path | None, config: Path | None) -> None:
    """List the known findings by drug."""
    from monolint.engine.knowing import load_baseline
    from monolint.reporting import baseline_text

    with setup_errors_told():
        settings = _settings((Path(),), baseline, Run(config, None, 1))
        settings = replace(settings, baseline_file=_file(settings))
        known = load_baseline(settings)
    assert known is not None
    write(baseline_text.render(known))


def _settings(paths: Sequence[Path], baseline: Path | None, run: Run) -> Settings:
    from monolint.engine.settings import resolve_settings

    return resolve_settings(
        paths,
        Path.cwd(),
        config=run.config,
        cache_file=run.cache_file,
        jobs=run.jobs,
        baseline_file=baseline,
    )


def _file(settings: Settings) -> Path:
    """The file that was named or configured, else the usual one beside the configuration."""
    from monolint.engine.baseline_file import DEFAULT_NAME

    return settings.baseline_file or settings.root / DEFAULT_NAME


def _checked(paths: Sequence[Path], settings: Settings) -> Report:
    """The report of a run; nothing is recorded when an input failed, for its findings would be lost."""
    from monolint.engine.check import Wanted, check

    report = check(paths, settings, Wanted(Severity.WARNING, unread=False))
    if report.failures:
        tell_failures(report.failures)
        _stop(Failure("baseline", "nothing was recorded, since not every document could be checked"))
    return report


def _write(file: Path, known: Baseline, told: str) -> None:
    from monolint.cli.output_file import write_whole
    from monolint.engine.baseline_file import dump

    try:
        write_whole(file, dump(known))
    except OSError as error:
        _stop(Failure(str(file), f"cannot be written: {error.strerror}", "check its folder"))
    write(f"{file}: {told}\n")


def _stop(failure: Failure) -> None:
    tell_failures([failure])
    raise click.exceptions.Exit(2)
