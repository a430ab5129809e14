"""Options and answers that several commands share."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import wraps
from pathlib import Path

import click

from monolint.domain.finding import Failure, Severity

_PIPED_WIDTH = 100
_NARROWEST = 40
_BROKEN_PIPE = 141

paths_argument = click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path(path_type=Path))
config_option = click.option(
    "--config",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Use this configuration (monolint.toml or pyproject.toml) instead of looking for one.",
)
color_option = click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    show_default=True,
    help="Colour the text output; auto: on a terminal, unless NO_COLOR is set.",
)

cache_dir_option = click.option(
    "--cache-dir",
    metavar="DIR",
    envvar="MONOLINT_CACHE_DIR",
    type=click.Path(path_type=Path),
    help="Keep what was read in DIR instead of the user's cache folder.",
)
no_cache_option = click.option("--no-cache", is_flag=True, help="Read everything anew, and keep nothing.")
jobs_option = click.option(
    "-j",
    "--jobs",
    metavar="N",
    default="auto",
    show_default=True,
    callback=lambda _context, _parameter, value: _jobs(value),
    help="How many processes may work; auto: one for each processor. Small runs start none.",
)


baseline_option = click.option(
    "--baseline",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="The file of known findings (see: monolint baseline), instead of the configured one.",
)


def _jobs(given: str) -> int:
    if given == "auto":
        return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if given.isdecimal() and int(given) > 0:
        return int(given)
    raise click.BadParameter('expected "auto" or a number above 0')


def cache_file(cache_dir: Path | None, no_cache: bool) -> Path | None:
    """The file of the cache that was chosen; None for a run without one."""
    from monolint.engine.cache.location import cache_file as file_in

    return None if no_cache else file_in(cache_dir)


@dataclass(frozen=True, slots=True)
class Run:
    """How documents are read: the configuration that was named, the cache, and how many processes."""

    config: Path | None
    cache_file: Path | None
    jobs: int


def run_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options of commands that read documents, given to the command as its argument `run`."""

    @wraps(command)
    def wrapped(
        *arguments: object,
        config: Path | None,
        cache_dir: Path | None,
        no_cache: bool,
        jobs: int,
        **more: object,
    ) -> None:
        command(*arguments, run=Run(config, cache_file(cache_dir, no_cache), jobs), **more)

    for option in (jobs_option, no_cache_option, cache_dir_option, config_option):
        wrapped = option(wrapped)
    return wrapped


def severity(name: str) -> Severity:
    """ "error" -> Severity.ERROR."""
    return Severity[name.upper()]


def split(values: Sequence[str]) -> tuple[str, ...]:
    """Values of an option that can be repeated and can hold commas."""
    return tuple(part.strip() for value in values for part in value.split(",") if part.strip())


def wants_colour(color: str, *, to_file: bool = False) -> bool:
    """Whether text output is coloured, by the choice of the user and what standard output is."""
    if color != "auto":
        return color == "always"
    plain = to_file or bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    return not plain and sys.stdout.isatty()


def terminal_width() -> int:
    """Columns of the terminal (COLUMNS when set); a fixed width when the output is piped."""
    return max(shutil.get_terminal_size((_PIPED_WIDTH, 24)).columns, _NARROWEST)


def write(text: str) -> None:
    """Write a report to standard output: UTF-8, with line ends as they are."""
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode("utf-8", "replace"))
        sys.stdout.buffer.flush()
    except BrokenPipeError as error:
        # The reader went away. Python would complain when it flushes at exit: give it another end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise click.exceptions.Exit(_BROKEN_PIPE) from error


def tell_failures(failures: Iterable[Failure]) -> None:
    """Say on standard error what could not be done, and what to do about it."""
    from monolint.reporting.wording import failure_line

    for failure in failures:
        click.echo(f"monolint: {failure_line(failure)}", err=True)


def tell_remarks(remarks: Iterable[str]) -> None:
    """Say on standard error what is worth knowing about the run and is no failure."""
    from monolint.reporting.wording import one_line

    for remark in remarks:
        click.echo(f"monolint: {one_line(remark)}", err=True)


@contextmanager
def setup_errors_told() -> Iterator[None]:
    """Turn SetupErrors into messages on standard error and exit code 2."""
    from monolint.engine.errors import SetupErrors

    try:
        yield
    except SetupErrors as error:
        tell_failures(error.errors)
        raise click.exceptions.Exit(2) from error
