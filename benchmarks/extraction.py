"""Milliseconds of one core for each document: reading, extraction and comparing apart, on any folder.

    python -m benchmarks.extraction FOLDER [--runs 5] [--names 0] [--seed 1]

Every run has a process of its own, with the vocabularies loaded and nothing else remembered, so that
no run reads what another one has kept. What is printed belongs to the machine that it ran on.
"""

from __future__ import annotations

import gc
import os
import platform
import random
import shlex
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import pairwise
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from time import process_time

import click

from monolint import __version__
from monolint.cli.main import OBJECTS_BETWEEN_COLLECTIONS
from monolint.domain.corpus import Reading
from monolint.domain.document import Document
from monolint.engine.discovery import discover
from monolint.engine.grouping import group_by_drug
from monolint.engine.rule_choice import chosen_rules
from monolint.engine.settings import resolve_settings
from monolint.extraction import extract
from monolint.form.inspecting import inspect
from monolint.reading import UnreadableFile, read_document
from monolint.rules import run_rules

_STAGES = ("reading", "extraction", "comparing")
# Loads every vocabulary that readers use on demand.
_WARM_UP = b"""---
title: Exemplin
---
# Exemplin

## Indications
Exemplin is used for asthma.

## Dosage
Adults take 5 mg twice daily. No adjustment is needed in mild renal impairment.

## Contraindications
Severe liver disease. Avoid in pregnancy.

## Interactions
Avoid use with aspirin.

## Side Effects
Common: headache (2%), rash.

## Mechanism of action
It blocks H1 receptors and may not be crushed. Monitor liver function tests regularly.
"""


@dataclass(frozen=True, slots=True)
class Run:
    """What one run measured, in seconds of processor time, and how much it worked on."""

    documents: int
    claims: int
    findings: int
    seconds: tuple[float, ...]


@click.command(help="Time reading, extraction and comparing for each document of a folder.")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--runs", default=5, show_default=True, help="So many runs, each in a new process.")
@click.option("--names", default=0, show_default=True, help="Only the files of so many names; 0 is all.")
@click.option("--seed", default=1, show_default=True, help="Which names are drawn.")
def main(folder: Path, runs: int, names: int, seed: int) -> None:
    files = _chosen(folder, names, seed)
    with ProcessPoolExecutor(1, mp_context=get_context("spawn"), max_tasks_per_child=1) as pool:
        done = list(pool.map(_measure, [folder] * runs, [files] * runs))
    if not done or not done[0].documents:
        raise click.ClickException(f"nothing to measure: no document in {folder} names a drug")
    for line in _report(folder, files, done):
        click.echo(line)


def _chosen(folder: Path, names: int, seed: int) -> list[Path]:
    """The files of a folder, or those of some names only: the documents of one drug stay together."""
    files = list(discover([folder], folder).files)
    known = sorted({file.stem for file in files})
    if 0 < names < len(known):
        known = random.Random(seed).sample(known, names)
    return [file for file in files if file.stem in set(known)]


def _measure(folder: Path, files: Sequence[Path]) -> Run:
    """One run over some files, with garbage collected as in the command."""
    gc.set_threshold(OBJECTS_BETWEEN_COLLECTIONS)
    rules = chosen_rules(resolve_settings([folder], folder))
    extract(read_document("warm-up.md", _WARM_UP, None))
    contents = [(file.as_posix(), file.read_bytes()) for file in files]
    times = [process_time()]
    documents = [document for name, data in contents if (document := _read(name, data))]
    times.append(process_time())
    readings = [
        Reading(document.path, None, document.subject, found.claims, found.unread, inspect(document))
        for document in documents
        if document.subject and (found := extract(document))
    ]
    times.append(process_time())
    findings = sum(len(run_rules(rules, group)) for group in group_by_drug(readings))
    times.append(process_time())
    claims = sum(len(reading.claims) for reading in readings)
    seconds = tuple(end - start for start, end in pairwise(times))
    return Run(len(readings), claims, findings, seconds)


def _read(name: str, data: bytes) -> Document | None:
    try:
        return read_document(name, data, None)
    except UnreadableFile:
        return None


def _report(folder: Path, files: Sequence[Path], runs: Sequence[Run]) -> Iterator[str]:
    first = runs[0]
    size = sum(file.stat().st_size for file in files)
    python = f"{platform.python_implementation()} {platform.python_version()}"
    yield f"machine    {_processor()}, {os.cpu_count()} cores, {platform.system()}, {python}"
    yield f"version    monolint {__version__}"
    yield f"command    {shlex.join(['python', '-m', 'benchmarks.extraction', *sys.argv[1:]])}"
    yield f"input      {folder}: {len(files)} files, {size / 1e6:.2f} MB"
    yield f"documents  {first.documents} with a drug, {first.claims} claims, {first.findings} findings"
    yield f"ms of one core for each document, median of {len(runs)} runs (least to most)"
    for at, stage in enumerate(_STAGES):
        yield _line(stage, [run.seconds[at] / run.documents for run in runs])
    yield _line("extraction and comparing", [sum(run.seconds[1:]) / run.documents for run in runs])


def _line(name: str, seconds: Sequence[float]) -> str:
    least, middle, most = (figure * 1000 for figure in (min(seconds), median(seconds), max(seconds)))
    return f"  {name:26}{middle:7.2f}  ({least:.2f} to {most:.2f})"


def _processor() -> str:
    """The processor's own name where the system tells it (Linux), else its kind."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.processor() or platform.machine())


if __name__ == "__main__":
    main()
