"""What monolint tells people: findings with their places, unread passages, and the report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING

from monolint.domain.claim import Kind
from monolint.domain.text import Position, Span

if TYPE_CHECKING:
    from monolint.domain.baseline import BaselineNews


class Severity(IntEnum):
    """How bad a finding is; a larger number is worse."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    @property
    def label(self) -> str:
        return self.name.lower()


class Confidence(IntEnum):
    """How sure the tool is that the two places speak of the same case."""

    LOW = 1
    MEDIUM = 2
    HIGH = 3

    @property
    def label(self) -> str:
        return self.name.lower()


class Role(StrEnum):
    """What a place is to its finding: one side, the other side, or a copy of one of them."""

    PRIMARY = "primary"
    OTHER = "other"
    COPY = "copy"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One place of a finding: the characters of the file and the value read there.

    `marks` are the spans inside it that hold the conflicting words; `heading` is the nearest
    label above the place, for people.
    """

    path: str
    span: Span
    start: Position
    end: Position
    text: str
    value: str
    role: Role
    marks: tuple[Span, ...] = ()
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One conflict or defect with all its places.

    `also` names other rules that fired on the same claim key. `scope` is shown to people.
    """

    rule: str
    kind: Kind | None
    severity: Severity
    confidence: Confidence
    subject: str
    object: str | None
    scope: str
    message: str
    fingerprint: str
    evidence: tuple[Evidence, ...]
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unread:
    """A passage that holds a cue but that no reader understood, and why."""

    path: str
    span: Span
    start: Position
    end: Position
    text: str
    kind: Kind
    reason: str


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that could not be checked: what, where and what to do about it."""

    path: str
    message: str
    hint: str = ""
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """Something worth saying about an input that is not a finding (an empty file, a skipped link)."""

    path: str
    message: str


@dataclass(frozen=True, slots=True)
class Report:
    """Everything one run has to say, ordered for output.

    `findings` and `unread` are what was asked for; `unlisted` counts the findings of each severity that was
    not, `unlisted_unread` the passages. `remarks` are about the run itself, such as a cache that could not
    be used. `baseline` is what became of the findings that are known, `before`
    counts the findings that were there before the change that was asked about.
    """

    findings: tuple[Finding, ...]
    unread: tuple[Unread, ...]
    claims: int
    documents: int
    skipped: int
    failures: tuple[Failure, ...] = ()
    notices: tuple[Notice, ...] = ()
    remarks: tuple[str, ...] = ()
    unlisted: Mapping[Severity, int] = field(default_factory=dict)
    unlisted_unread: int = 0
    baseline: BaselineNews | None = None
    before: int | None = None

    def at_least(self, severity: Severity) -> list[Finding]:
        """The listed findings of this severity and above, in order."""
        return [finding for finding in self.findings if finding.severity >= severity]

    def count(self, severity: Severity) -> int:
        """All findings of one severity."""
        listed = sum(finding.severity == severity for finding in self.findings)
        return listed + self.unlisted.get(severity, 0)

    @property
    def unread_count(self) -> int:
        """All passages that were not understood."""
        return len(self.unread) + self.unlisted_unread
