"""Findings that are known: what a baseline keeps of each, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from monolint.domain.finding import Finding, Severity

Side = tuple[str, str]
"""Path and normalised value."""


@dataclass(frozen=True, slots=True, order=True)
class KnownFinding:
    """A known finding, with what a reviewer needs to recognise it.

    `sides` are the paths and values of all its places, sorted, each once.
    """

    subject: str
    rule: str
    object: str
    scope: str
    severity: Severity
    message: str
    sides: tuple[Side, ...]
    fingerprint: str

    @property
    def values(self) -> frozenset[str]:
        return frozenset(value for _, value in self.sides)

    @property
    def paths(self) -> frozenset[str]:
        return frozenset(path for path, _ in self.sides)


@dataclass(frozen=True, slots=True)
class Baseline:
    """The entries of a baseline and the version of monolint that wrote them."""

    version: str
    entries: tuple[KnownFinding, ...]


class Reason(StrEnum):
    """Why a known finding has another fingerprint now, though no value was changed."""

    MOVED = "a document was renamed, or the same value now stands in one more or one fewer"
    VERSION = "another version of monolint reads it in another way"


@dataclass(frozen=True, slots=True)
class Reopened:
    """A finding that an entry knows under another fingerprint."""

    finding: Finding
    entry: KnownFinding
    reason: Reason


@dataclass(frozen=True, slots=True)
class BaselineNews:
    """What a run says of its baseline.

    `name` is the file as it is shown, `known` counts the findings that it silences, `stale` are entries that
    no finding answers to any more.
    """

    name: str
    known: int
    reopened: tuple[Reopened, ...] = ()
    stale: tuple[KnownFinding, ...] = ()
