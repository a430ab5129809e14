"""What reading gives: documents with their claims, and what could not be read."""

from __future__ import annotations

from dataclasses import dataclass

from monolint.domain.claim import Claim
from monolint.domain.document import Document, Subject
from monolint.domain.finding import Failure, Notice, Unread


@dataclass(frozen=True, slots=True)
class Reading:
    """One document about a drug, what it claims and what in it was not understood."""

    document: Document
    subject: Subject
    claims: tuple[Claim, ...]
    unread: tuple[Unread, ...]


@dataclass(frozen=True, slots=True)
class Corpus:
    """Everything that was read, in order of path, and everything that was not."""

    readings: tuple[Reading, ...]
    skipped: int
    failures: tuple[Failure, ...]
    notices: tuple[Notice, ...]
