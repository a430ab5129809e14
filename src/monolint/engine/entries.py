"""A document as a run carries it about: what tells its drug, and where the rest of it is kept."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from monolint.domain.document import Subject
from monolint.domain.finding import Failure, Notice


@dataclass(frozen=True, slots=True)
class Entry:
    """One document about a drug. Its claims stay under `key` until its drug is compared.

    `path` is the path to show, `claims` and `unread` are counts. `content` is what was read where it is not
    that of the disk.
    """

    path: str
    file: Path
    source: str | None
    key: bytes
    subject: Subject
    claims: int
    unread: int
    content: bytes | None = None


@dataclass(frozen=True, slots=True)
class Entries:
    """Everything that was found to read, in order of path, and everything that could not be."""

    documents: tuple[Entry, ...]
    failures: tuple[Failure, ...]
    notices: tuple[Notice, ...]
