"""The bytes of one file, or why it cannot be checked."""

from __future__ import annotations

import os
import stat
import struct
import time
from dataclasses import dataclass
from pathlib import Path

from monolint.domain.finding import Failure, Notice

_SNIFFED = 8192
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_SETTLED_NS = 2_000_000_000
"""A file that changed less than this before it was looked at may change again and have the same times."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """The bytes of a file, and its stat by which it is known again; None when that would prove nothing."""

    data: bytes
    stat: bytes | None


def load(path: Path, name: str, most: int) -> Loaded | Failure | Notice:
    """Read a file of at most `most` bytes; `name` is the path to show.

    An empty file is a Notice. What is too large, binary, no regular file or unreadable is a Failure.
    """
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return Failure(name, "not a regular file", "name a file or a directory")
        if status.st_size > most:
            return _too_large(name, status.st_size, most)
        known_by = signature(status)
        data = path.read_bytes()
    except OSError as error:
        return Failure(name, f"cannot be read: {error.strerror}", "check that it exists and its permissions")
    return weighed(Loaded(data, known_by), name, most)


def weighed(loaded: Loaded, name: str, most: int) -> Loaded | Failure | Notice:
    """Bytes that can be a document, or what is wrong with them."""
    data = loaded.data
    if len(data) > most:
        return _too_large(name, len(data), most)
    if not data.strip():
        return Notice(name, "empty file, skipped")
    if data.startswith(_UTF_16):
        return Failure(name, "UTF-16 text, not UTF-8", "save the file as UTF-8")
    if b"\0" in data[:_SNIFFED]:
        return Failure(name, "binary file, not text", "exclude it, or save it as UTF-8 text")
    return loaded


def signature(status: os.stat_result) -> bytes | None:
    """What a file's stat says about its content: equal ones are of equal content. None: it says nothing yet.

    The time of the last change of the inode counts too: the one of the content can be set back.
    """
    latest = max(status.st_mtime_ns, status.st_ctime_ns)
    if time.time_ns() - latest < _SETTLED_NS:
        return None
    return struct.pack("<qqqQ", status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)


def _too_large(name: str, size: int, most: int) -> Failure:
    message = f"{_megabytes(size)} is more than the limit of {_megabytes(most)}"
    return Failure(name, message, "raise max-file-size in the configuration, or exclude the file")


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB" if size >= 100_000 else f"{size} bytes"
