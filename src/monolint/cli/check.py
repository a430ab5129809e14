"""`monolint check`."""

from __future__ import annotations

from dataclasses import dataclass
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
    severity,
    split,
    tell_failures,
    tell_remarks,
    terminal_width,
    wants_colour,
    write,
)
from monolint.domain.finding import Confidence, Failure, Report, Severity

_SEVERITIES = ["error", "warning", "info"]


@dataclass(frozen=True, slots=True)
class _Presentation:
    """How the report is shown, as the command line says it."""

    output_format: str
    output_file: Path | None
    least: Severity
    quiet: bool
    color: str


@click.command(no_args_is_help=False)
@paths_argument
@click.option(
    "--output-format",
    type=click.Choice(["text", "concise", "json"]),
    default="text",
    show_default=True,
    help="text for people, concise for one line per place, json for programs (see: monolint schema).",
)
@click.option(
    "--output-file",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Write the report to FILE, whole or not at all, instead of standard output.",
)
@click.option(
    "--select", multiple=True, metavar="ID", help="Use only these rules; ids or globs, comma-separated."
)
@click.option("--ignore", multiple=True, metavar="ID", help="Leave out these rules too; ids or globs.")
@click.option(
    "--min-severity",
    type=click.Choice(_SEVERITIES),
    help="Show findings of this severity and above.  [default: warning; info for json]",
)
@click.option(
    "--fail-on",
    type=click.Choice([*_SEVERITIES, "never"]),
    help="Exit with 1 when a finding is at or above this severity.  [default: warning]",
)
@click.option(
    "--min-confidence",
    type=click.Choice(["high", "medium", "low"]),
    default="medium",
    show_default=True,
    help="Leave out findings that are less sure than this.",
)
@click.option(
    "--exit-zero", is_flag=True, help="Exit with 0 when there are findings (never when an input failed)."
)
@config_option
@cache_dir_option
@no_cache_option
@jobs_option
@click.option("-q", "--quiet", is_flag=True, help="Print findings only.")
@color_option
def check(
    paths: tuple[Path, ...],
    output_format: str,
    output_file: Path | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    min_severity: str | None,
    fail_on: str | None,
    min_confidence: str,
    exit_zero: bool,
    config: Path | None,
    cache_dir: Path | None,
    no_cache: bool,
    jobs: int,
    quiet: bool,
    color: str,
) -> None:
    """Find contradictions in the documents under PATH (the current directory when none is given).

    Exit code 0: nothing at or above --fail-on; 1: findings; 2: wrong use, a bad configuration or
    rule, or an input that could not be read.
    """
    from monolint.engine.check import Wanted
    from monolint.engine.check import check as run
    from monolint.engine.gate import exit_code
    from monolint.engine.settings import resolve_settings

    chosen = paths or (Path(),)
    with setup_errors_told():
        settings = resolve_settings(
            chosen,
            Path.cwd(),
            config=config,
            select=split(select),
            ignore=split(ignore),
            min_confidence=Confidence[min_confidence.upper()],
            cache_file=cache_file(cache_dir, no_cache),
            jobs=jobs,
        )
        least = min_severity or settings.configuration.min_severity
        shown = _Presentation(output_format, output_file, _least(least, output_format), quiet, color)
        report = run(chosen, settings, Wanted(shown.least, unread=output_format == "json"))
    written = _present(report, settings.root, shown)
    gate = fail_on or settings.configuration.fail_on
    code = exit_code(report, None if gate == "never" else severity(gate), exit_zero=exit_zero)
    raise click.exceptions.Exit(code if written else 2)


def _least(named: str | None, output_format: str) -> Severity:
    """The severity from which findings are listed: programs get all, people what needs a hand."""
    if named:
        return severity(named)
    return Severity.INFO if output_format == "json" else Severity.WARNING


def _present(report: Report, root: Path, shown: _Presentation) -> bool:
    """Write the report and say what failed; False when the report could not be written."""
    from monolint.reporting.rebasing import rebased

    for_people = rebased(report, root, Path.cwd())
    text = _rendered(report, for_people, shown)
    failures = list(for_people.failures)
    if shown.output_file is None:
        write(text)
    else:
        failures += _write_file(shown.output_file, text)
    tell_remarks(report.remarks)
    tell_failures(failures)
    return failures == list(for_people.failures)


def _write_file(path: Path, text: str) -> list[Failure]:
    from monolint.cli.output_file import write_whole

    try:
        write_whole(path, text)
    except OSError as error:
        message = f"cannot be written: {error.strerror}"
        return [Failure(str(path), message, "choose another --output-file")]
    return []


def _rendered(report: Report, for_people: Report, shown: _Presentation) -> str:
    if shown.output_format == "json":
        from monolint.reporting import json

        return json.render(report, shown.least)
    if shown.output_format == "concise":
        from monolint.reporting import concise

        return concise.render(for_people, shown.least)
    from monolint.reporting import text

    colour = wants_colour(shown.color, to_file=shown.output_file is not None)
    return text.render(for_people, shown.least, width=terminal_width(), colour=colour, quiet=shown.quiet)
