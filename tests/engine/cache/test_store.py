"""The SQLite file: what is kept, found again, pruned, and refused."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from monolint.engine.cache.store import (
    SCHEMA_VERSION,
    FileRow,
    ReadingRow,
    Store,
    Unusable,
    VerdictRow,
    lasting,
)

TODAY = 20_000


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = lasting(tmp_path / "deep" / "cache.sqlite", TODAY)
    yield opened
    opened.close()


def reading(number: int, size: int = 4) -> ReadingRow:
    return ReadingRow(number.to_bytes(4), b"head", b"b" * size, b"unread")


def test_what_is_kept_is_found_again(store: Store) -> None:
    files = [FileRow(b"/a\xff.md", b"stat", b"digest"), FileRow(b"/b.md", b"stat", b"other")]
    verdict = VerdictRow(b"v", b"counts", b"main", b"rest")
    store.keep_files(files)
    store.keep_readings([reading(1)])
    store.keep_verdicts([verdict])
    store.keep_rules(b"r")
    assert sorted(row.path for row in store.files([b"/a\xff.md", b"/b.md", b"/c.md"])) == [
        b"/a\xff.md",
        b"/b.md",
    ]
    assert list(store.heads([reading(1).key, reading(2).key])) == [(reading(1).key, b"head")]
    assert store.body(reading(1).key) == b"bbbb"
    assert store.body(reading(2).key) is None
    assert list(store.unread([reading(1).key])) == [(reading(1).key, b"unread")]
    assert list(store.verdicts([b"v", b"w"])) == [verdict]
    assert store.has_rules(b"r")
    assert not store.has_rules(b"s")


def test_more_is_looked_up_than_sqlite_takes_at_once(store: Store) -> None:
    store.keep_readings([reading(number) for number in range(40_000)])
    found = list(store.heads([reading(number).key for number in range(40_000)]))
    assert len(found) == 40_000


def test_what_was_of_no_use_for_long_is_pruned(tmp_path: Path) -> None:
    path = tmp_path / "cache.sqlite"
    old = lasting(path, TODAY - 40)
    old.keep_readings([reading(1), reading(2)])
    old.keep_verdicts([VerdictRow(b"v", b"", b"", b"")])
    old.close()
    store = lasting(path, TODAY)
    list(store.heads([reading(2).key]))
    store.refresh()
    store.prune(TODAY - 30, 10**9)
    assert [key for key, _ in store.heads([reading(1).key, reading(2).key])] == [reading(2).key]
    assert list(store.verdicts([b"v"])) == []
    store.close()


def test_a_file_that_is_too_large_loses_what_was_used_least(tmp_path: Path) -> None:
    path = tmp_path / "cache.sqlite"
    old = lasting(path, TODAY - 1)
    old.keep_readings([reading(number, 5_000) for number in range(100)])
    old.close()
    store = lasting(path, TODAY)
    store.keep_readings([reading(number, 5_000) for number in range(100, 200)])
    store.prune(TODAY - 30, 700_000)
    store.close()
    assert path.stat().st_size <= 700_000
    store = lasting(path, TODAY)
    kept = {int.from_bytes(key) for key, _ in store.heads([reading(number).key for number in range(200)])}
    store.close()
    assert kept
    assert kept == set(range(min(kept), 200))


def test_nothing_is_larger_than_a_bound_of_nothing(store: Store) -> None:
    store.keep_readings([reading(1)])
    store.prune(0, 0)
    assert list(store.heads([reading(1).key])) == []


def test_a_later_version_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "cache.sqlite"
    lasting(path, TODAY).close()
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(Unusable, match="later version"):
        lasting(path, TODAY)
    assert path.read_bytes() == before


def test_a_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "cache.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE file (x)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(Unusable, match="not a cache of monolint"):
        lasting(path, TODAY)
    assert path.read_bytes() == before


def test_an_error_in_the_middle_changes_nothing(store: Store) -> None:
    wrong = [reading(1), ReadingRow(b"2", None, b"", b"")]  # type: ignore[arg-type]
    with pytest.raises(sqlite3.IntegrityError):
        store.keep_readings(wrong)
    assert list(store.heads([reading(1).key])) == []


def test_two_stores_share_a_file(tmp_path: Path) -> None:
    one, two = (lasting(tmp_path / "cache.sqlite", TODAY) for _ in range(2))
    one.keep_readings([reading(1)])
    two.keep_readings([reading(1), reading(2)])
    assert len(list(one.heads([reading(1).key, reading(2).key]))) == 2
    one.close()
    two.close()


_OPENS = """
import sys
from pathlib import Path
from monolint.engine.cache.store import lasting
sys.stdin.readline()
lasting(Path(sys.argv[1]), 1).close()
"""


def test_a_file_that_many_make_at_once_is_made_once(tmp_path: Path) -> None:
    path = tmp_path / "cache.sqlite"
    words = [sys.executable, "-c", _OPENS, str(path)]
    openers = [
        subprocess.Popen(words, stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(8)
    ]
    for opener in openers:
        assert opener.stdin is not None
        opener.stdin.write("now\n")
        opener.stdin.flush()
    assert [opener.communicate()[1] for opener in openers] == [""] * 8
