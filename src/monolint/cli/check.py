"""`monolint check`."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from monolint.cli.options import (
    Run,
    baseline_option,
    color_option,
    paths_argument,
    run_options,
    setup_errors_told,
    severity,
    split,
    tell_failures,
    tell_remarks,
)
from monolint.cli.outputs import FORMATS, Showing, parse_outputs, what_is_wanted, write_outputs
from monolint.domain.finding import Confidence

if TYPE_CHECKING:
    from monolint.domain.finding import Report
    from monolint.engine.check import Wanted
    from monolint.engine.progress import Told
    from monolint.engine.settings import Settings

_SEVERITIES = ["error", "warning", "info"]


@dataclass(frozen=True, slots=True)
class Change:
    """The change whose findings are asked for; without arguments, all findings are."""

    since: str | None = None
    staged: bool = False
    pre_commit: bool = False


@click.command(no_args_is_help=False)
@paths_argument
@click.option(
    "--output-format",
    type=click.Choice(FORMATS),
    help="text for people, concise for one line per place, json for programs (see: monolint schema); the"
    " others are for hosts of repositories and for other tools.  [default: text]",
)
@click.option(
    "--output-file",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Write the report to FILE, whole or not at all, instead of standard output.",
)
@click.option(
    "--output",
    "outputs",
    multiple=True,
    metavar="FORMAT[=FILE]",
    help="Write the report in this format, to FILE when it is named. Can be given several times.",
)
@click.option(
    "--select", multiple=True, metavar="ID", help="Use only these rules; ids or globs, comma-separated."
)
@click.option("--ignore", multiple=True, metavar="ID", help="Leave out these rules too; ids or globs.")
@click.option(
    "--min-severity",
    type=click.Choice(_SEVERITIES),
    help="Show findings of this severity and above.  [default: warning; info for json, sarif and csv]",
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
@run_options
@baseline_option
@click.option(
    "--changed-since",
    metavar="REF",
    help="Show only what the documents bring against those of this commit; all are read all the same.",
)
@click.option(
    "--staged", is_flag=True, help="Show only what the next commit brings: git's index against HEAD."
)
@click.option(
    "--pre-commit",
    is_flag=True,
    help="Show what pre-commit is run for: its range of commits, else what is staged, else everything.",
)
@click.option("-q", "--quiet", is_flag=True, help="Print findings only.")
@color_option
def check(
    paths: tuple[Path, ...],
    output_format: str | None,
    output_file: Path | None,
    outputs: tuple[str, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    min_severity: str | None,
    fail_on: str | None,
    min_confidence: str,
    exit_zero: bool,
    run: Run,
    baseline: Path | None,
    changed_since: str | None,
    staged: bool,
    pre_commit: bool,
    quiet: bool,
    color: str,
) -> None:
    """Find contradictions in the documents under PATH (the current directory when none is given).

    Exit code 0: nothing at or above --fail-on; 1: findings; 2: wrong use, a bad configuration or
    rule, or an input that could not be read.
    """
    from monolint.cli.progress import progress
    from monolint.engine.gate import exit_code
    from monolint.engine.settings import resolve_settings
    from monolint.reporting.rebasing import rebased

    if sum((bool(changed_since), staged, pre_commit)) > 1:
        raise click.UsageError("Use one of --changed-since, --staged and --pre-commit.")
    wanted = parse_outputs(outputs, output_format, output_file)
    chosen = paths or (Path(),)
    with setup_errors_told():
        settings = resolve_settings(
            chosen,
            Path.cwd(),
            config=run.config,
            select=split(select),
            ignore=split(ignore),
            min_confidence=Confidence[min_confidence.upper()],
            cache_file=run.cache_file,
            jobs=run.jobs,
            baseline_file=baseline,
        )
        least = min_severity or settings.configuration.min_severity
        showing = Showing(severity(least) if least else None, quiet, color)
        change = Change(changed_since, staged, pre_commit)
        named = fail_on or settings.configuration.fail_on
        gate = None if named == "never" else severity(named)
        listed = what_is_wanted(wanted, showing)
        if gate and (settings.baseline_file or change != Change()):
            # What is new is told from what is known by listing it: the gate needs more than is shown.
            listed = replace(listed, least=min(listed.least, gate))
        with progress() as told:
            report = _checked(chosen, settings, listed, change, told)
    unwritten = write_outputs(report, settings, wanted, showing)
    tell_remarks(report.remarks)
    tell_failures([*rebased(report, settings.root, Path.cwd()).failures, *unwritten])
    code = exit_code(report, gate, exit_zero=exit_zero)
    raise click.exceptions.Exit(2 if unwritten else code)


def _checked(paths: Sequence[Path], settings: Settings, wanted: Wanted, change: Change, told: Told) -> Report:
    if change == Change():
        from monolint.engine.check import check as run

        return run(paths, settings, wanted, told)
    from monolint.engine.changes import check_pre_commit, check_since, check_staged

    if change.since:
        return check_since(paths, settings, change.since, wanted, told)
    if change.staged:
        return check_staged(paths, settings, wanted, told)
    return check_pre_commit(paths, settings, os.environ, wanted, told)
