"""The cache as a run sees it: always there, whatever becomes of the file."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import TypeVar

from monolint.engine.cache.store import FileRow, ReadingRow, Store, Unusable, VerdictRow, lasting

T = TypeVar("T")

KEPT_DAYS = 30
MOST_BYTES = 2_000_000_000
_DAY_S = 86_400
_CLEAR = "the run went on without; to start anew: monolint cache clear"


class Shelf:
    """Keeps readings and verdicts in the cache, or in a private store that ends with the run.

    Nothing here raises for a fault of the cache: what cannot be read is not there, and what cannot be
    written is kept privately. `remarks` says what happened, each thing once.
    """

    def __init__(self, file: Path | None) -> None:
        """`file` is the cache; None for a run that reads and leaves nothing."""
        self._today = int(time.time() // _DAY_S)
        self._file = file
        self._kept: Store | None = None
        self._private: Store | None = None
        self._may_write = True
        self._wrote = False
        self._remarks: list[str] = []
        if file is not None:
            self._open(file)

    def _open(self, file: Path) -> None:
        try:
            self._kept = lasting(file, self._today)
        except Unusable as error:
            self._remark(f"{file} {error}; {_CLEAR}")
        except (sqlite3.Error, OSError) as error:
            self._remark(f"{file} cannot be used: {_reason(error)}; {_CLEAR}")

    @property
    def remarks(self) -> tuple[str, ...]:
        """What went wrong with the cache, in sentences for people."""
        return tuple(self._remarks)

    def __enter__(self) -> Shelf:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self._tidy()
        for store in (self._kept, self._private):
            if store is not None:
                store.close()

    def files(self, paths: Sequence[bytes]) -> list[FileRow]:
        return self._read(lambda store: list(store.files(paths)), [])

    def heads(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        return self._read(lambda store: dict(store.heads(keys)), {})

    def body(self, key: bytes) -> bytes | None:
        kept = self._read(lambda store: store.body(key), None)
        return self._private.body(key) if kept is None and self._private else kept

    def unread(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        found: dict[bytes, bytes] = self._read(lambda store: dict(store.unread(keys)), {})
        return {**found, **dict(self._private.unread(keys))} if self._private else found

    def verdicts(self, keys: Sequence[bytes]) -> dict[bytes, VerdictRow]:
        return self._read(lambda store: {row.key: row for row in store.verdicts(keys)}, {})

    def has_rules(self, key: bytes) -> bool:
        return self._read(lambda store: store.has_rules(key), False)

    def keep_files(self, rows: Sequence[FileRow]) -> None:
        self._write(lambda store: store.keep_files(rows), needed=False)

    def keep_readings(self, rows: Sequence[ReadingRow]) -> None:
        self._write(lambda store: store.keep_readings(rows), needed=True)

    def keep_verdicts(self, rows: Sequence[VerdictRow]) -> None:
        self._write(lambda store: store.keep_verdicts(rows), needed=False)

    def keep_rules(self, key: bytes) -> None:
        self._write(lambda store: store.keep_rules(key), needed=False)

    def damaged(self) -> None:
        """Say that an entry could not be unpacked; the caller makes it anew."""
        self._remark("the cache holds damaged entries, which were made anew")

    def _tidy(self) -> None:
        if self._kept is not None and self._may_write:
            self._write(lambda store: store.refresh(), needed=False)
        if self._wrote:
            oldest = self._today - KEPT_DAYS
            self._write(lambda store: store.prune(oldest, MOST_BYTES), needed=False)

    def _read(self, work: Callable[[Store], T], otherwise: T) -> T:
        if self._kept is None:
            return otherwise
        try:
            return work(self._kept)
        except sqlite3.Error as error:
            self._remark(f"{self._file} cannot be read: {_reason(error)}; {_CLEAR}")
            self._kept.close()
            self._kept = None
            return otherwise

    def _write(self, work: Callable[[Store], None], *, needed: bool) -> None:
        """Write into the cache; where that fails, and the run itself needs it, into a private store."""
        if self._kept is not None and self._may_write:
            try:
                work(self._kept)
                self._wrote = True
                return
            except sqlite3.Error as error:
                self._may_write = False
                self._remark(f"{self._file} cannot be written: {_reason(error)}; this run is not kept")
        if needed:
            self._write_privately(work)

    def _write_privately(self, work: Callable[[Store], None]) -> None:
        """On disk as long as there is room, so that memory does not grow with the corpus."""
        if self._private is None:
            self._private = self._private_store()
        try:
            work(self._private)
        except sqlite3.Error:
            # What it held is not there any more, and is made anew when it is asked for.
            self._private.close()
            self._private = Store(":memory:", self._today)
            work(self._private)

    def _private_store(self) -> Store:
        try:
            return Store("", self._today)
        except sqlite3.Error:
            return Store(":memory:", self._today)

    def _remark(self, text: str) -> None:
        if text not in self._remarks:
            self._remarks.append(text)


def _reason(error: Exception) -> str:
    if isinstance(error, OSError):
        return error.strerror or str(error)
    return str(error)
