"""Findings against annotations: what was found, what was missed, what was raised beside them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from benchmarks.annotations import Annotation
from benchmarks.matching import hits, hits_strictly
from monolint.domain.claim import Kind
from monolint.domain.finding import Finding, Severity

MOST_CREDITED = 3


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    part: int
    whole: int

    def __str__(self) -> str:
        return f"{self.part}/{self.whole} = {self.part / self.whole:.3f}" if self.whole else "-"


@dataclass(frozen=True, slots=True)
class Judged:
    """An annotated conflict and the findings that show it."""

    annotation: Annotation
    findings: tuple[Finding, ...]
    strictly: bool

    @property
    def is_found(self) -> bool:
        return bool(self.findings)

    @property
    def is_error(self) -> bool:
        return any(finding.severity is Severity.ERROR for finding in self.findings)


@dataclass(frozen=True, slots=True)
class Raised:
    """A finding, and whether it shows an annotated conflict (leniently, strictly)."""

    finding: Finding
    is_right: bool
    strictly: bool


@dataclass(frozen=True, slots=True)
class Score:
    """What one pair of documents, or many, came to. `tempted` are pairs that only look like a conflict."""

    conflicts: tuple[Judged, ...] = ()
    raised: tuple[Raised, ...] = ()
    tempted: tuple[Judged, ...] = ()

    def recall(self, *, kind: Kind | None = None, severity: str | None = None) -> Share:
        """Conflicts found of those annotated, or of those of a kind or a severity of the annotation."""
        chosen = [
            judged
            for judged in self.conflicts
            if kind in (None, judged.annotation.type) and severity in (None, judged.annotation.severity)
        ]
        return Share(sum(judged.is_found for judged in chosen), len(chosen))

    def precision(self, *, kind: Kind | None = None, severity: Severity | None = None) -> Share:
        """Findings that are right of those raised; a lower bound, for a reader leaves some conflicts out."""
        chosen = [
            raised
            for raised in self.raised
            if kind in (None, raised.finding.kind) and severity in (None, raised.finding.severity)
        ]
        return Share(sum(raised.is_right for raised in chosen), len(chosen))

    def strict_recall(self) -> Share:
        return Share(sum(judged.strictly for judged in self.conflicts), len(self.conflicts))

    def strict_precision(self) -> Share:
        return Share(sum(raised.strictly for raised in self.raised), len(self.raised))

    def false_alarms(self) -> Share:
        return Share(sum(judged.is_found for judged in self.tempted), len(self.tempted))

    def as_errors(self, severity: str) -> Share:
        """Of the found conflicts of a severity of the annotation, those that are raised as errors."""
        found = [item for item in self.conflicts if item.is_found and item.annotation.severity == severity]
        return Share(sum(item.is_error for item in found), len(found))


def score(findings: Sequence[Finding], annotations: Sequence[Annotation]) -> Score:
    """The score of one pair of documents. Findings of form and infos count for nothing."""
    claimed = [item for item in findings if item.kind is not None and item.severity > Severity.INFO]
    conflicts = [item for item in annotations if item.is_conflict]
    shown = _credited(claimed, conflicts)
    right = [any(hits(finding, item) for item in conflicts) for finding in claimed]
    wrong = [finding for finding, good in zip(claimed, right, strict=True) if not good]
    return Score(
        conflicts=tuple(
            Judged(item, tuple(found), any(hits_strictly(finding, item) for finding in claimed))
            for item, found in zip(conflicts, shown, strict=True)
        ),
        raised=tuple(
            Raised(finding, good, any(hits_strictly(finding, item) for item in conflicts))
            for finding, good in zip(claimed, right, strict=True)
        ),
        tempted=tuple(
            Judged(item, tuple(finding for finding in wrong if hits(finding, item)), False)
            for item in annotations
            if not item.is_conflict
        ),
    )


def total(scores: Iterable[Score]) -> Score:
    """The score of all pairs together."""
    together = list(scores)
    return Score(
        tuple(item for one in together for item in one.conflicts),
        tuple(item for one in together for item in one.raised),
        tuple(item for one in together for item in one.tempted),
    )


def _credited(findings: Sequence[Finding], conflicts: Sequence[Annotation]) -> list[list[Finding]]:
    """The findings that show each conflict; one finding is credited with a few conflicts only."""
    shown: list[list[Finding]] = [[] for _ in conflicts]
    for finding in findings:
        hit = [number for number, item in enumerate(conflicts) if hits(finding, item)]
        for number in hit[:MOST_CREDITED]:
            shown[number].append(finding)
    return shown
