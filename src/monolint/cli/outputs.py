"""Where a report goes: which formats, to which files, and what each format needs."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

import click

from monolint.cli.options import terminal_width, wants_colour, write
from monolint.domain.finding import Failure, Report, Severity
from monolint.engine.check import Wanted
from monolint.engine.settings import Settings
from monolint.reporting.wording import defused

FORMATS = ("text", "concise", "json", "github", "sarif", "gitlab", "rdjson", "markdown", "junit", "csv")
_FOR_PEOPLE = ("text", "concise")
# What programs filter for themselves they get whole; people see what asks for work.
_WHOLE = ("json", "sarif", "csv")
_IN_CI = "CI"
_SUMMARY = "GITHUB_STEP_SUMMARY"
# GitHub shows 1 MiB of a step's summary.
_LONGEST_SUMMARY = 1_000_000


@dataclass(frozen=True, slots=True)
class Output:
    """A format and the file it is written to; None is standard output."""

    format: str
    path: Path | None = None


@dataclass(frozen=True, slots=True)
class Showing:
    """What the command line says of every output: the least severity, and how text looks."""

    min_severity: Severity | None
    quiet: bool
    color: str

    def least(self, output: Output) -> Severity:
        """The severity from which an output lists findings."""
        if self.min_severity:
            return self.min_severity
        return Severity.INFO if output.format in _WHOLE else Severity.WARNING


def parse_outputs(values: Sequence[str], output_format: str | None, output_file: Path | None) -> list[Output]:
    """The outputs that --output (FORMAT or FORMAT=FILE), or --output-format and --output-file, ask for.

    Raises click.UsageError for an unknown format, for both ways at once, and for two outputs in one place.
    """
    if not values:
        return [Output(output_format or "text", output_file)]
    if output_format or output_file:
        raise click.UsageError("Use either --output or --output-format and --output-file, not both.")
    outputs = [_parsed(value) for value in values]
    places = [os.path.realpath(output.path) if output.path else "-" for output in outputs]
    for place in places:
        if places.count(place) > 1:
            name = "standard output" if place == "-" else place
            raise click.UsageError(f"Two outputs go to {name}; give each a file: --output FORMAT=FILE.")
    return outputs


def _parsed(value: str) -> Output:
    name, _, file = value.partition("=")
    if name not in FORMATS:
        known = ", ".join(FORMATS)
        raise click.UsageError(f"--output {value}: {name!r} is no format; formats are {known}.")
    return Output(name, Path(file) if file not in ("", "-") else None)


def what_is_wanted(outputs: Sequence[Output], showing: Showing) -> Wanted:
    """What a report has to list, so that every output finds what it shows."""
    from monolint.engine.check import Wanted

    least = min(showing.least(output) for output in outputs)
    return Wanted(least, unread=any(output.format == "json" for output in outputs))


def write_outputs(
    report: Report, settings: Settings, outputs: Sequence[Output], showing: Showing
) -> list[Failure]:
    """Write every output, files first, and say which could not be written."""
    failures = []
    for output in sorted(outputs, key=lambda one: one.path is None):
        text = _rendered(report, settings, output, showing)
        if output.path is None:
            write(text if output.format == "github" or not os.environ.get(_IN_CI) else defused(text))
        else:
            failures += _write_file(output.path, text)
        if output.format == "github":
            failures += _summarise(report, settings, showing.least(output))
    return failures


def _write_file(path: Path, text: str) -> list[Failure]:
    from monolint.cli.output_file import write_whole

    try:
        write_whole(path, text)
    except OSError as error:
        return [Failure(str(path), f"cannot be written: {error.strerror}", "choose another file")]
    return []


def _summarise(report: Report, settings: Settings, least: Severity) -> list[Failure]:
    """Add the report to the summary of the job, where GitHub Actions says there is one."""
    path = os.environ.get(_SUMMARY)
    if not path:
        return []
    from monolint.reporting import markdown

    text = markdown.render(_at_repository(report, settings)[0], least, most=_LONGEST_SUMMARY)
    try:
        with Path(path).open("a", encoding="utf-8") as file:
            file.write(text)
    except OSError as error:
        return [Failure(path, f"cannot be written: {error.strerror}", f"check {_SUMMARY}")]
    return []


def _at_repository(report: Report, settings: Settings) -> tuple[Report, Path]:
    """The report with paths as the repository's host knows them, and what they are relative to."""
    from monolint.engine.pathnames import git_root
    from monolint.reporting.rebasing import rebased

    folder = git_root(settings.root) or settings.root
    return rebased(report, settings.root, folder), folder


def _rendered(report: Report, settings: Settings, output: Output, showing: Showing) -> str:
    if output.format in _FOR_PEOPLE:
        return _for_people(report, settings, output, showing)
    if output.format == "json":
        from monolint.reporting import json

        return json.render(report, showing.least(output))
    return _hosted(report, settings, output.format, showing.least(output))


def _for_people(report: Report, settings: Settings, output: Output, showing: Showing) -> str:
    from monolint.reporting import concise, text
    from monolint.reporting.rebasing import rebased

    report = rebased(report, settings.root, Path.cwd())
    least = showing.least(output)
    if output.format == "concise":
        return concise.render(report, least)
    colour = wants_colour(showing.color, to_file=output.path is not None)
    return text.render(report, least, width=terminal_width(), colour=colour, quiet=showing.quiet)


def _hosted(report: Report, settings: Settings, output_format: str, least: Severity) -> str:
    """A report for the host of the repository or for other programs."""
    report, folder = _at_repository(report, settings)
    if output_format == "sarif":
        from monolint.engine.rule_choice import chosen_rules
        from monolint.engine.wide_lines import wide_lines
        from monolint.reporting import sarif

        lines = wide_lines(report.findings, folder)
        return sarif.render(report, least, rules=chosen_rules(settings), lines=lines)
    if output_format == "rdjson":
        from monolint.engine.wide_lines import wide_lines
        from monolint.reporting import rdjson

        return rdjson.render(report, least, lines=wide_lines(report.findings, folder))
    render: Callable[[Report, Severity], str] = import_module(f"monolint.reporting.{output_format}").render
    return render(report, least)
