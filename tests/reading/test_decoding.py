from __future__ import annotations

import pytest

from monolint.reading import UnreadableFile, read_document
from monolint.reading.decoding import decode


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    document = read_document("a.md", b"\xef\xbb\xbfTake it at night.")
    assert document.text == "Take it at night."
    assert document.passages[0].span.start == 0


def test_line_ends_stay_as_they_are() -> None:
    assert decode(b"one\r\ntwo\rthree\n") == "one\r\ntwo\rthree\n"


def test_a_binary_file_is_named_as_such_with_its_line() -> None:
    with pytest.raises(UnreadableFile, match="binary") as caught:
        decode(b"one\ntwo\0")
    assert caught.value.line == 2
    assert caught.value.hint


def test_bytes_that_are_no_utf8_are_named_with_byte_and_line() -> None:
    with pytest.raises(UnreadableFile, match="byte 0xb5 on line 3") as caught:
        decode("one\r\ntwo\r5 µg".encode("latin-1"))
    assert caught.value.line == 3
    assert "UTF-8" in caught.value.hint


def test_utf16_is_named() -> None:
    with pytest.raises(UnreadableFile, match="UTF-16"):
        decode("dose".encode("utf-16"))


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b"\n\n", b"   ", b"---\n---\n"])
def test_a_file_without_text_has_no_passages(data: bytes) -> None:
    document = read_document("a.md", data)
    assert document.passages == ()
    assert document.subject is None


def test_nesting_past_all_measure_is_unreadable_and_no_crash() -> None:
    with pytest.raises(UnreadableFile, match="nested too deeply"):
        read_document("a.md", b"> " * 5000 + b"dose")
