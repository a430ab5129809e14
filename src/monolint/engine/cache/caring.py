"""Looking at the cache and emptying it, for whoever keeps the machine in order."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from monolint.engine.cache.location import COMPANIONS
from monolint.engine.cache.store import Store, Unusable


@dataclass(frozen=True, slots=True)
class Contents:
    """What a cache holds: its bytes on disk, and how many readings and verdicts about drugs."""

    size: int
    readings: int
    verdicts: int


def contents(file: Path) -> Contents | None:
    """What the cache in `file` holds; None where there is none.

    Raises Unusable, sqlite3.Error or OSError when the file cannot be used.
    """
    if not file.exists():
        return None
    with closing(Store(str(file), today=int(time.time() // 86_400))) as store:
        return Contents(store.size(), store.count("reading"), store.count("verdict"))


def clear(file: Path) -> bool:
    """Remove the cache, whatever state it is in; False where there was none. Raises OSError."""
    existed = file.exists()
    for path in (file, *(file.with_name(file.name + ending) for ending in COMPANIONS)):
        path.unlink(missing_ok=True)
    return existed


Faults = (Unusable, sqlite3.Error, OSError)
"""What `contents` raises for a file that cannot be used."""
