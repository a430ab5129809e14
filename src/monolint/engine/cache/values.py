"""The values that the cache holds, and how each is packed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from monolint.domain.claim import Claim
from monolint.domain.document import Subject
from monolint.domain.finding import Failure, Finding, Notice, Unread
from monolint.domain.form import Flaw
from monolint.engine.cache.packing import Packer


@dataclass(frozen=True, slots=True)
class Head:
    """What every run needs of a file: its drug and some counts, or why it gives nothing to compare."""

    subject: Subject | None = None
    claims: int = 0
    unread: int = 0
    notice: Notice | None = None
    failure: Failure | None = None


@dataclass(frozen=True, slots=True)
class Body:
    """What rules compare of a document."""

    claims: tuple[Claim, ...]
    flaws: tuple[Flaw, ...]


@cache
def heads() -> Packer[Head]:
    return Packer(Head)


@cache
def bodies() -> Packer[Body]:
    return Packer(Body)


@cache
def unread_lists() -> Packer[tuple[Unread, ...]]:
    return Packer(tuple[Unread, ...])


@cache
def count_lists() -> Packer[tuple[int, ...]]:
    return Packer(tuple[int, ...])


@cache
def finding_lists() -> Packer[tuple[Finding, ...]]:
    return Packer(tuple[Finding, ...])
