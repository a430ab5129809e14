from __future__ import annotations

import os
from pathlib import Path

import pytest

from monolint.domain.finding import Failure, Notice
from monolint.engine.files import Loaded, load


def loaded(path: Path, most: int = 1000) -> bytes | Failure | Notice:
    found = load(path, path.name, most)
    return found.data if isinstance(found, Loaded) else found


def test_text_is_read_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"\xef\xbb\xbfone\r\n")
    assert loaded(tmp_path / "a.md") == b"\xef\xbb\xbfone\r\n"


@pytest.mark.parametrize("data", [b"", b" \r\n\t\n"])
def test_an_empty_file_is_a_notice(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.md").write_bytes(data)
    assert loaded(tmp_path / "a.md") == Notice("a.md", "empty file, skipped")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"a\0b", "binary file, not text"),
        ("text".encode("utf-16"), "UTF-16 text, not UTF-8"),
        (b"x" * 1001, "1001 bytes is more than the limit of 1000 bytes"),
    ],
)
def test_what_is_no_text_is_a_failure_with_a_hint(tmp_path: Path, data: bytes, message: str) -> None:
    (tmp_path / "a.md").write_bytes(data)
    failure = loaded(tmp_path / "a.md")
    assert isinstance(failure, Failure)
    assert (failure.path, failure.message) == ("a.md", message)
    assert failure.hint


def test_a_large_file_is_not_even_opened(tmp_path: Path) -> None:
    with (tmp_path / "a.md").open("wb") as file:
        file.truncate(50_000_000)
    failure = loaded(tmp_path / "a.md", 10_000_000)
    assert isinstance(failure, Failure)
    assert failure.message == "50.0 MB is more than the limit of 10.0 MB"
    assert "max-file-size" in failure.hint


def test_what_is_gone_or_no_file_is_a_failure(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    gone, pipe = loaded(tmp_path / "gone.md"), loaded(tmp_path / "pipe.md")
    assert isinstance(gone, Failure)
    assert isinstance(pipe, Failure)
    assert gone.message == "cannot be read: No such file or directory"
    assert pipe.message == "not a regular file"
