"""What reading gives: documents with their claims, and what could not be read."""

from __future__ import annotations

from dataclasses import dataclass

from monolint.domain.claim import Claim
from monolint.domain.document import Subject
from monolint.domain.finding import Failure, Notice, Unread
from monolint.domain.form import Flaw


@dataclass(frozen=True, slots=True)
class Reading:
    """All that rules need of one document about a drug: claims, flaws, and what was not understood.

    The text is left behind, so that what was read once can be kept and compared again.
    """

    path: str
    source: str | None
    subject: Subject
    claims: tuple[Claim, ...] = ()
    unread: tuple[Unread, ...] = ()
    flaws: tuple[Flaw, ...] = ()


@dataclass(frozen=True, slots=True)
class Corpus:
    """Everything that was read, in order of path, and everything that was not.

    `remarks` are about the run itself, such as a cache that could not be used.
    """

    readings: tuple[Reading, ...]
    skipped: int
    failures: tuple[Failure, ...]
    notices: tuple[Notice, ...]
    remarks: tuple[str, ...] = ()
