"""A run keeps going whatever becomes of the cache, and says once what did."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest

from monolint.engine.cache.shelf import Shelf
from monolint.engine.cache.store import FileRow, ReadingRow, Store, VerdictRow

READING = ReadingRow(b"key", b"head", b"body", b"unread")


def use(shelf: Shelf) -> None:
    """What a run does with a shelf."""
    with shelf:
        shelf.keep_files([FileRow(b"a", b"s", b"d")])
        shelf.keep_readings([READING])
        shelf.keep_readings([ReadingRow(b"second", b"head", b"body", b"unread")])
        shelf.keep_verdicts([VerdictRow(b"v", b"", b"", b"")])
        shelf.keep_rules(b"r")
        assert shelf.body(b"key") == b"body"
        assert shelf.unread([b"key", b"second"]) == {b"key": b"unread", b"second": b"unread"}
        assert shelf.body(b"other") is None
        shelf.files([b"a"])
        shelf.heads([b"key"])
        shelf.verdicts([b"v"])
        shelf.has_rules(b"r")


def test_without_a_file_nothing_outlives_the_run() -> None:
    shelf = Shelf(None)
    use(shelf)
    assert shelf.remarks == ()
    assert Shelf(None).body(b"key") is None


def test_what_is_kept_is_there_in_the_next_run(tmp_path: Path) -> None:
    use(Shelf(tmp_path / "cache.sqlite"))
    with Shelf(tmp_path / "cache.sqlite") as shelf:
        assert shelf.heads([b"key"]) == {b"key": b"head"}
        assert shelf.remarks == ()


@pytest.mark.parametrize("content", [b"no database at all", b"SQLite format 3\0" + b"\xff" * 4096])
def test_a_file_that_is_no_database(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "cache.sqlite").write_bytes(content)
    shelf = Shelf(tmp_path / "cache.sqlite")
    use(shelf)
    assert len(shelf.remarks) == 1
    assert "monolint cache clear" in shelf.remarks[0]
    assert (tmp_path / "cache.sqlite").read_bytes() == content


def test_a_folder_in_the_place_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "cache.sqlite").mkdir()
    shelf = Shelf(tmp_path / "cache.sqlite")
    use(shelf)
    assert len(shelf.remarks) == 1


def test_a_file_in_the_place_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "folder").write_text("")
    shelf = Shelf(tmp_path / "folder" / "cache.sqlite")
    use(shelf)
    assert len(shelf.remarks) == 1


def test_a_file_that_is_damaged_inside(tmp_path: Path) -> None:
    file = tmp_path / "cache.sqlite"
    with Shelf(file) as shelf:
        for number in range(2000):
            shelf.keep_readings([ReadingRow(number.to_bytes(4), b"h" * 99, b"b" * 99, b"u")])
    whole = bytearray(file.read_bytes())
    whole[8192:-4096] = b"\xa5" * (len(whole) - 12288)
    file.write_bytes(whole)
    shelf = Shelf(file)
    use(shelf)
    assert any("cache clear" in remark or "not kept" in remark for remark in shelf.remarks)


@pytest.mark.parametrize("failing", ["keep_readings", "keep_verdicts", "keep_files", "keep_rules", "refresh"])
def test_a_file_that_cannot_be_written_is_read_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    use(Shelf(tmp_path / "cache.sqlite"))
    works = getattr(Store, failing)

    def full(store: Store, *arguments: Any) -> None:
        if store.name.endswith("cache.sqlite"):
            raise sqlite3.OperationalError("database or disk is full")
        works(store, *arguments)

    monkeypatch.setattr(Store, failing, full)
    shelf = Shelf(tmp_path / "cache.sqlite")
    use(shelf)
    assert [remark.partition(": ")[2] for remark in shelf.remarks] == [
        "database or disk is full; this run is not kept"
    ]


def test_a_disk_without_room_for_private_files_either(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    works = Store.keep_readings

    def full(store: Store, rows: Any) -> None:
        if store.name != ":memory:":
            raise sqlite3.OperationalError("database or disk is full")
        works(store, rows)

    monkeypatch.setattr(Store, "keep_readings", full)
    shelf = Shelf(tmp_path / "cache.sqlite")
    use(shelf)
    assert len(shelf.remarks) == 1
