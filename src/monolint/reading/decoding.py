"""Bytes to text: UTF-8 with an optional byte-order mark, line ends kept as they are."""

from __future__ import annotations

import codecs

from monolint.reading.errors import UnreadableFile


def decode(data: bytes) -> str:
    """The text of a file, without its byte-order mark.

    Raises UnreadableFile for binary data (NUL bytes) and for bytes that are no UTF-8.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise UnreadableFile("the file is UTF-16, not UTF-8", "Save it as UTF-8.", 1)
    body = data.removeprefix(codecs.BOM_UTF8)
    if b"\0" in body:
        line = _line_of(body, body.index(b"\0"))
        raise UnreadableFile(
            "the file is binary (it holds NUL bytes)", "Exclude it, or save it as UTF-8 text.", line
        )
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        line = _line_of(body, error.start)
        raise UnreadableFile(
            f"byte 0x{body[error.start]:02x} on line {line} is not valid UTF-8",
            "Convert the file to UTF-8 (it may be Windows-1252 or Latin-1).",
            line,
        ) from error


def _line_of(data: bytes, offset: int) -> int:
    before = data[:offset]
    return before.count(b"\n") + before.count(b"\r") - before.count(b"\r\n") + 1
