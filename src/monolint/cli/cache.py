"""`monolint cache info` and `monolint cache clear`."""

from __future__ import annotations

from pathlib import Path

import click

from monolint.cli.options import cache_dir_option, cache_file, tell_failures, write
from monolint.domain.finding import Failure


@click.group()
def cache() -> None:
    """Show or empty what is kept between runs. It only saves time: findings never depend on it."""


@cache.command()
@cache_dir_option
def info(cache_dir: Path | None) -> None:
    """Show where the cache is and what it holds."""
    from monolint.engine.cache.caring import Faults, contents

    file = cache_file(cache_dir, no_cache=False)
    assert file is not None
    try:
        held = contents(file)
    except Faults as error:
        tell_failures([Failure(str(file), f"cannot be used: {error}", "to remove it: monolint cache clear")])
        raise click.exceptions.Exit(2) from error
    if held is None:
        write(f"{file}\nnothing is kept yet\n")
        return
    counts = f"{held.readings} documents and findings about {held.verdicts} drugs, of all versions"
    write(f"{file}\n{held.size / 1e6:.1f} MB: {counts}\n")


@cache.command()
@cache_dir_option
def clear(cache_dir: Path | None) -> None:
    """Remove what is kept; the next run reads everything anew."""
    from monolint.engine.cache.caring import clear as remove

    file = cache_file(cache_dir, no_cache=False)
    assert file is not None
    try:
        existed = remove(file)
    except OSError as error:
        tell_failures([Failure(str(file), f"cannot be removed: {error.strerror}", "check its permissions")])
        raise click.exceptions.Exit(2) from error
    write(f"{file}\n{'removed' if existed else 'nothing was kept'}\n")
