"""Paths to documents and what is kept of them; what cannot be read is a value that says why."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from monolint.domain.corpus import Corpus
from monolint.domain.finding import Failure, Notice
from monolint.engine.batches import batched
from monolint.engine.cache.shelf import Shelf
from monolint.engine.cache.store import FileRow
from monolint.engine.crew import Died, share_out
from monolint.engine.discovery import discover, would_be_found
from monolint.engine.entries import Entries, Entry
from monolint.engine.ignoring import Globs
from monolint.engine.pathnames import shown
from monolint.engine.progress import Told, counted, untold
from monolint.engine.reading_one import Read, Task, read_file
from monolint.engine.recognising import Known, recognise
from monolint.engine.settings import Settings
from monolint.engine.snapshots import ON_DISK, Snapshot
from monolint.engine.sources import source_finder
from monolint.engine.unpacking import readings_of

_AT_ONCE = 500
"""Files that are looked up together."""
_KEPT_AT_ONCE = 32
"""Readings that are written together: what a killed run loses."""

_Outcome = Known | Failure | Notice


def read_entries(
    paths: Sequence[Path],
    settings: Settings,
    shelf: Shelf,
    told: Told = untold,
    snapshot: Snapshot = ON_DISK,
) -> Entries:
    """Read every document under `paths` that the shelf does not know, and keep it there.

    A snapshot says which files are read in another state than that of the disk. Files that fail do not
    keep the others from being read.
    """
    found = discover(paths, settings.root, settings.configuration.exclude)
    most = settings.configuration.max_file_size
    tasks = [Task(path, name, most) for path, name in zip(found.files, found.names, strict=True)]
    if snapshot.contents:
        tasks = _in_state(tasks, paths, settings, snapshot)
    outcomes = _outcomes(tasks, shelf, settings.jobs, told)
    source_of = source_finder(settings.configuration.sources)
    documents: list[Entry] = []
    failures: list[Failure] = list(found.failures)
    notices: list[Notice] = []
    for task, outcome in zip(tasks, outcomes, strict=True):
        said = outcome if isinstance(outcome, Failure | Notice) else outcome[1].failure or outcome[1].notice
        if isinstance(said, Failure):
            failures.append(said)
        elif isinstance(said, Notice):
            notices.append(said)
        elif not isinstance(outcome, Failure | Notice):
            documents.append(_entry(task, outcome, source_of(task.name)))
    return Entries(tuple(documents), tuple(failures), tuple(notices))


def _in_state(
    tasks: Sequence[Task], paths: Sequence[Path], settings: Settings, snapshot: Snapshot
) -> list[Task]:
    """The documents of a state: those on the disk without what it lacks, and with what the disk lacks."""
    most = settings.configuration.max_file_size
    excluded = Globs.of(settings.configuration.exclude)
    found = [task for task in tasks if task.file not in snapshot.contents]
    on_disk = {task.file for task in tasks}
    for file, content in snapshot.contents.items():
        if content is None:
            continue
        if file in on_disk or would_be_found(file, content, paths, excluded, settings.root):
            found.append(Task(file, shown(file, settings.root), most, content))
    return sorted(found, key=lambda task: task.name)


def _entry(task: Task, known: Known, source: str | None) -> Entry:
    key, head = known
    assert head.subject is not None
    return Entry(task.name, task.file, source, key, head.subject, head.claims, head.unread, task.content)


def _outcomes(tasks: Sequence[Task], shelf: Shelf, jobs: int, told: Told) -> list[_Outcome]:
    """What became of each file, in the order of the tasks."""
    known: list[_Outcome | None] = []
    for some in batched(tasks, _AT_ONCE):
        known += recognise(some, shelf)
    todo = [index for index, outcome in enumerate(known) if outcome is None]
    weights = [_weight(tasks[index]) for index in todo] if jobs > 1 else [0] * len(todo)
    results = counted(
        share_out(read_file, [tasks[index] for index in todo], weights, jobs), told, "reading", len(todo)
    )
    for some_results in batched(zip(todo, results, strict=True), _KEPT_AT_ONCE):
        done = [(tasks[index], result) for index, result in some_results if isinstance(result, Read)]
        shelf.keep_readings([result.row for _, result in done])
        shelf.keep_files(
            [
                FileRow(os.fsencode(task.file), result.stat, result.digest)
                for task, result in done
                if result.stat is not None
            ]
        )
        for index, result in some_results:
            known[index] = _outcome(tasks[index], result)
    return [outcome for outcome in known if outcome is not None]


def _weight(task: Task) -> int:
    """Bytes of a file; the reader tells what is wrong with one that cannot be asked."""
    try:
        return task.file.stat().st_size
    except OSError:
        return 0


def _outcome(task: Task, result: Read | Failure | Notice | Died) -> _Outcome:
    if isinstance(result, Read):
        return result.row.key, result.head
    if isinstance(result, Died):
        message = f"a worker process died while reading this ({result.how})"
        return Failure(
            task.name, message, "the other documents were checked; please report it with this file"
        )
    return result


def read_corpus(paths: Sequence[Path], settings: Settings, told: Told = untold) -> Corpus:
    """Every document under `paths` with its claims, read or kept from an earlier run."""
    with Shelf(settings.cache_file) as shelf:
        entries = read_entries(paths, settings, shelf, told)
        readings = tuple(readings_of(entries.documents, shelf))
    return Corpus(readings, len(entries.notices), entries.failures, entries.notices, shelf.remarks)
