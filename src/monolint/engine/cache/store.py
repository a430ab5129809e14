"""The SQLite file: files by path, readings and verdicts by key.

Every call is one short transaction, so that two runs share the file and a killed one leaves it whole.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

SCHEMA_VERSION = 1
APPLICATION_ID = 0x6D6F6E6F  # "mono": SQLite keeps it in the file's head
_PATIENCE_S = 10.0
_AT_ONCE = 500

_TABLES = """
CREATE TABLE file (path BLOB PRIMARY KEY, stat BLOB NOT NULL, digest BLOB NOT NULL, used INTEGER NOT NULL)
    WITHOUT ROWID;
CREATE TABLE reading (key BLOB PRIMARY KEY, head BLOB NOT NULL, body BLOB NOT NULL, unread BLOB NOT NULL,
    used INTEGER NOT NULL);
CREATE TABLE verdict (key BLOB PRIMARY KEY, counts BLOB NOT NULL, main BLOB NOT NULL, rest BLOB NOT NULL,
    used INTEGER NOT NULL);
CREATE TABLE rules (key BLOB PRIMARY KEY, used INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX file_used ON file (used);
CREATE INDEX reading_used ON reading (used);
CREATE INDEX verdict_used ON verdict (used);
"""
_WHOSE = """
SELECT application_id, user_version, (SELECT count(*) FROM sqlite_master)
FROM pragma_application_id, pragma_user_version
"""
TABLES = ("file", "reading", "verdict", "rules")


class Unusable(Exception):
    """A file that holds no cache of ours, or one of a later version; the message says which."""


@dataclass(frozen=True, slots=True)
class FileRow:
    """A file as it was when it was last read: where it is, its stat, and what it held."""

    path: bytes
    stat: bytes
    digest: bytes


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """What reading gave for one content: the short head that every run needs, what rules compare, and
    what was not understood."""

    key: bytes
    head: bytes
    body: bytes
    unread: bytes


@dataclass(frozen=True, slots=True)
class VerdictRow:
    """What the rules found about one drug: errors and warnings, and apart from them the infos."""

    key: bytes
    counts: bytes
    main: bytes
    rest: bytes


class Store:
    """One open file. Methods raise sqlite3.Error; what to do then is the caller's business."""

    def __init__(self, name: str, today: int) -> None:
        """Open the file called `name`; "" is a private one on disk, ":memory:" a private one in memory.

        `today` is a day's number: entries remember the last day that they were of use. Raises Unusable
        for a file that is not ours to use, sqlite3.Error for one that cannot be opened.
        """
        self.name = name
        self._today = today
        self._stale: list[tuple[str, str, bytes]] = []
        self._connection = sqlite3.connect(name, timeout=_PATIENCE_S, isolation_level=None)
        try:
            self._prepare()
        except BaseException:
            self._connection.close()
            raise

    def _prepare(self) -> None:
        # A file from elsewhere can hold views and triggers; they may call nothing that does anything.
        self._connection.execute("PRAGMA trusted_schema = OFF")
        if self._is_ours():
            return
        self._connection.execute("PRAGMA auto_vacuum = INCREMENTAL")
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            # Another run may have made the tables while this one waited.
            if not self._is_ours():
                for statement in filter(str.strip, _TABLES.split(";")):
                    self._connection.execute(statement)
                self._connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                self._connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
            self._connection.execute("COMMIT")
        except BaseException:
            self._undo()
            raise

    def _is_ours(self) -> bool:
        """Whether the file is a cache of ours; False for one without anything in it. Raises Unusable.

        One statement asks for everything, so that it sees another run's tables whole or not at all.
        """
        application, version, objects = self._connection.execute(_WHOSE).fetchone()
        if application == APPLICATION_ID and version > SCHEMA_VERSION:
            raise Unusable(f"was made by a later version (format {version}, here {SCHEMA_VERSION})")
        if application == APPLICATION_ID and version:
            return True
        if objects:
            raise Unusable("is not a cache of monolint")
        return False

    def close(self) -> None:
        self._connection.close()

    def files(self, paths: Sequence[bytes]) -> Iterator[FileRow]:
        for row in self._select("path, stat, digest, used FROM file WHERE path", paths, "file", "path"):
            yield FileRow(*row)

    def heads(self, keys: Sequence[bytes]) -> Iterator[tuple[bytes, bytes]]:
        """Key and head of each reading that is kept."""
        for row in self._select("key, head, used FROM reading WHERE key", keys, "reading", "key"):
            yield row[0], row[1]

    def body(self, key: bytes) -> bytes | None:
        """What rules compare of one reading."""
        row = self._connection.execute("SELECT body FROM reading WHERE key = ?", (key,)).fetchone()
        return row[0] if row else None

    def unread(self, keys: Sequence[bytes]) -> Iterator[tuple[bytes, bytes]]:
        """Key and unread passages of each reading that is kept."""
        for row in self._select("key, unread, used FROM reading WHERE key", keys, "reading", "key"):
            yield row[0], row[1]

    def verdicts(self, keys: Sequence[bytes]) -> Iterator[VerdictRow]:
        columns = "key, counts, main, rest, used FROM verdict WHERE key"
        for row in self._select(columns, keys, "verdict", "key"):
            yield VerdictRow(*row)

    def has_rules(self, key: bytes) -> bool:
        """Whether these rules were loaded once and found in order."""
        return bool(list(self._select("key, used FROM rules WHERE key", [key], "rules", "key")))

    def keep_files(self, rows: Iterable[FileRow]) -> None:
        self._write("file", [(row.path, row.stat, row.digest, self._today) for row in rows])

    def keep_readings(self, rows: Iterable[ReadingRow]) -> None:
        self._write("reading", [(row.key, row.head, row.body, row.unread, self._today) for row in rows])

    def keep_verdicts(self, rows: Iterable[VerdictRow]) -> None:
        self._write("verdict", [(row.key, row.counts, row.main, row.rest, self._today) for row in rows])

    def keep_rules(self, key: bytes) -> None:
        self._write("rules", [(key, self._today)])

    def refresh(self) -> None:
        """Write down that what was read today was of use today, once a day for each entry."""
        for table, column in sorted({(table, column) for table, column, _ in self._stale}):
            rows = [(self._today, key) for name, _, key in self._stale if name == table]
            self._change(f"UPDATE {table} SET used = ? WHERE {column} = ?", rows)
        self._stale.clear()

    def prune(self, oldest: int, most_bytes: int) -> None:
        """Drop what was of no use since the day `oldest`, and the least used of a file over `most_bytes`."""
        for table in TABLES:
            self._change(f"DELETE FROM {table} WHERE used < ?", [(oldest,)])
        self._give_back()
        while self.size() > most_bytes:
            held = self._number("SELECT count(*) FROM reading") + self._number("SELECT count(*) FROM verdict")
            if not held:
                return
            for table in ("reading", "verdict"):
                quarter = f"1 + (SELECT count(*) FROM {table}) / 4"
                oldest_ones = f"SELECT rowid FROM {table} ORDER BY used, rowid LIMIT {quarter}"
                self._change(f"DELETE FROM {table} WHERE rowid IN ({oldest_ones})", [()])
            self._give_back()

    def _give_back(self) -> None:
        """Give the pages that are free back to the system, all of them: one step of a cursor frees one."""
        self._connection.executescript("PRAGMA incremental_vacuum")

    def size(self) -> int:
        """Bytes of the file."""
        return self._number("PRAGMA page_count") * self._number("PRAGMA page_size")

    def count(self, table: str) -> int:
        assert table in TABLES
        return self._number(f"SELECT count(*) FROM {table}")

    def _number(self, statement: str) -> int:
        return int(self._connection.execute(statement).fetchone()[0])

    def _select(
        self, columns: str, keys: Sequence[bytes], table: str, column: str
    ) -> Iterator[tuple[bytes, ...]]:
        """Rows without their last column, the day of use, which is noted where it is not today."""
        for some in _batches(keys):
            marks = ",".join("?" * len(some))
            with closing(self._connection.execute(f"SELECT {columns} IN ({marks})", some)) as rows:
                found = rows.fetchall()
            for row in found:
                if row[-1] != self._today:
                    self._stale.append((table, column, row[0]))
                yield row[:-1]

    def _write(self, table: str, rows: Sequence[tuple[object, ...]]) -> None:
        if rows:
            marks = ",".join("?" * len(rows[0]))
            self._change(f"INSERT OR REPLACE INTO {table} VALUES ({marks})", rows)

    def _change(self, statement: str, rows: Sequence[tuple[object, ...]]) -> None:
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            self._connection.executemany(statement, rows)
            self._connection.execute("COMMIT")
        except BaseException:
            self._undo()
            raise

    def _undo(self) -> None:
        """A full disk ends a transaction by itself; then there is none to undo."""
        if self._connection.in_transaction:
            self._connection.execute("ROLLBACK")


def _batches(items: Iterable[T]) -> Iterator[list[T]]:
    iterator = iter(items)
    while batch := list(islice(iterator, _AT_ONCE)):
        yield batch


def lasting(path: Path, today: int) -> Store:
    """The cache in the file at `path`, made with its folder where there is none.

    Raises Unusable, sqlite3.Error or OSError.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    return Store(str(path), today)
