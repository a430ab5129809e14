"""Whole runs of the command: cold, warm, after one change; and other tools over the same files, in turn.

    python -m benchmarks.performance FOLDER [--runs 5] [--against 'npx markdownlint-cli2 "**/*.md"'] ...

All runs work on a copy of the folder. Each round runs everything once, so that a machine that is busy for
a while is so for all alike. What is printed belongs to the machine that it ran on.
"""

from __future__ import annotations

import os
import platform
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import click

from monolint import __version__

_MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Run:
    """Seconds on the clock, seconds of processor, and the most memory of one process, in bytes."""

    wall: float
    processor: float
    memory: int


@dataclass(frozen=True, slots=True)
class Place:
    """The copy of the folder, an empty cache for cold runs, and one that is filled."""

    corpus: Path
    empty: Path
    full: Path


@click.command(help="Time whole runs over a folder: cold, warm, one changed file, and other tools beside it.")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--runs", default=5, show_default=True, help="So many rounds.")
@click.option("--against", multiple=True, metavar="COMMAND", help="Another tool, run in the folder.")
@click.option("--cold/--no-cold", default=True, help="Whether to measure cold runs, which take longest.")
def main(folder: Path, runs: int, against: tuple[str, ...], cold: bool) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        place = Place(*(Path(scratch, name) for name in ("corpus", "empty", "full")))
        shutil.copytree(folder, place.corpus)
        _timed(_monolint(place, "--cache-dir", str(place.full)), place.corpus)
        found: dict[str, list[Run]] = {}
        for number in range(runs):
            for name, run in _round(place, against, number, cold=cold):
                found.setdefault(name, []).append(run)
        for line in _report(folder, place, found):
            click.echo(line)


def _round(place: Place, against: Sequence[str], number: int, *, cold: bool) -> Iterator[tuple[str, Run]]:
    if cold:
        shutil.rmtree(place.empty, ignore_errors=True)
        yield "cold", _timed(_monolint(place, "--cache-dir", str(place.empty)), place.corpus)
    warm = _monolint(place, "--cache-dir", str(place.full))
    yield "warm", _timed(warm, place.corpus)
    _change(sorted(place.corpus.rglob("*.md")), number)
    yield "one file changed", _timed(warm, place.corpus)
    for command in against:
        yield command, _timed(shlex.split(command), place.corpus)


def _monolint(place: Place, *options: str) -> list[str]:
    return [sys.executable, "-m", "monolint", "check", str(place.corpus), *options]


def _change(files: Sequence[Path], number: int) -> None:
    """Change one document: it has to be read, and its drug compared."""
    file = files[(len(files) // 2 + number) % len(files)]
    file.write_text(
        file.read_text(encoding="utf-8") + f"\nVersion {number} of this text.\n", encoding="utf-8"
    )


def _timed(command: Sequence[str], folder: Path) -> Run:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    began = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, _, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - began
    process.returncode = 0
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024)


def _report(folder: Path, place: Place, found: dict[str, list[Run]]) -> Iterator[str]:
    files = [path for path in place.corpus.rglob("*") if path.is_file()]
    size = sum(path.stat().st_size for path in files) / _MEGABYTE
    python = f"{platform.python_implementation()} {platform.python_version()}"
    yield f"machine    {platform.machine()}, {os.cpu_count()} cores, {platform.system()}, {python}"
    yield f"load       {', '.join(f'{load:.1f}' for load in os.getloadavg())} (1, 5 and 15 minutes)"
    yield f"version    monolint {__version__}"
    yield f"command    {shlex.join(['python', '-m', 'benchmarks.performance', *sys.argv[1:]])}"
    yield f"input      {folder}: {len(files)} files, {size:.1f} MB"
    rounds = len(next(iter(found.values())))
    yield f"median of {rounds} rounds (least to most)"
    yield f"  {'':40} {'wall s':>27} {'processor s':>27} {'peak MB':>8}"
    for name, runs in found.items():
        wall, processor = _spread([run.wall for run in runs]), _spread([run.processor for run in runs])
        memory = max(run.memory for run in runs) / _MEGABYTE
        yield f"  {name[:40]:40} {wall:>27} {processor:>27} {memory:>8.0f}"


def _spread(seconds: Sequence[float]) -> str:
    return f"{median(seconds):.2f} ({min(seconds):.2f} to {max(seconds):.2f})"


if __name__ == "__main__":
    main()
