"""Which files were read before: by their stat, else by their content."""

from __future__ import annotations

import os
import stat
from collections.abc import Sequence
from pathlib import Path

from monolint.domain.finding import Failure, Notice
from monolint.engine.cache.packing import Damaged
from monolint.engine.cache.shelf import Shelf
from monolint.engine.cache.stamps import digest
from monolint.engine.cache.store import FileRow
from monolint.engine.cache.values import Head, heads
from monolint.engine.files import signature
from monolint.engine.reading_one import Task, key_of

Known = tuple[bytes, Head]
"""The key of a reading that is kept, and its head."""


def recognise(tasks: Sequence[Task], shelf: Shelf) -> list[Known | Failure | Notice | None]:
    """What is known of each file; None for one that has to be read.

    A file that cannot be loaded is told at once. A file with another stat is loaded and known by its
    content; a stat that proves it from now on is kept.
    """
    names = [os.fsencode(task.file) for task in tasks]
    rows = {row.path: row for row in shelf.files(names)}
    keys: list[bytes | Failure | Notice] = []
    fresh: dict[bytes, FileRow] = {}
    for task, name in zip(tasks, names, strict=True):
        row = rows.get(name)
        if task.content is None and row is not None and row.stat == _signature(task.file, task.most):
            keys.append(key_of(task.name, row.digest))
            continue
        loaded = task.load()
        if isinstance(loaded, Failure | Notice):
            keys.append(loaded)
            continue
        content = digest(loaded.data)
        key = key_of(task.name, content)
        keys.append(key)
        if loaded.stat is not None:
            fresh[key] = FileRow(name, loaded.stat, content)
    found = _heads([key for key in keys if isinstance(key, bytes)], shelf)
    shelf.keep_files([row for key, row in fresh.items() if key in found])
    return [_known(key, found) if isinstance(key, bytes) else key for key in keys]


def _signature(file: Path, most: int) -> bytes | None:
    """The stat of a file that can still be loaded, or None."""
    try:
        status = file.stat()
    except OSError:
        return None
    if not stat.S_ISREG(status.st_mode) or status.st_size > most:
        return None
    return signature(status)


def _heads(keys: Sequence[bytes], shelf: Shelf) -> dict[bytes, Head]:
    packer, found = heads(), {}
    for key, packed in shelf.heads(keys).items():
        try:
            found[key] = packer.unpack(packed)
        except Damaged:
            shelf.damaged()
    return found


def _known(key: bytes, found: dict[bytes, Head]) -> Known | None:
    head = found.get(key)
    return None if head is None else (key, head)
