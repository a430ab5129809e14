"""The report for programs: JSON, as contract.py describes it."""

from __future__ import annotations

from typing import TypedDict

from monolint import __version__
from monolint.domain.baseline import BaselineNews
from monolint.domain.claim import Place
from monolint.domain.finding import Confidence, Evidence, Failure, Finding, Report, Severity, Unread
from monolint.reporting.contract import (
    BaselineObject,
    ConfidenceName,
    CountsObject,
    EvidenceObject,
    FailureObject,
    FindingObject,
    ReopenedObject,
    ReportObject,
    SeverityName,
    StaleObject,
    SummaryObject,
    ToolObject,
    UnreadObject,
)
from monolint.reporting.json_text import guarded

_SEVERITIES: dict[Severity, SeverityName] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "info",
}
_CONFIDENCES: dict[Confidence, ConfidenceName] = {
    Confidence.HIGH: "high",
    Confidence.MEDIUM: "medium",
    Confidence.LOW: "low",
}


def render(report: Report, min_severity: Severity = Severity.INFO) -> str:
    """The report as JSON, keys in the order of the contract; findings below `min_severity` are left out."""
    whole = ReportObject(
        schema_version="1",
        tool=tool(),
        findings=tuple(map(_finding, report.at_least(min_severity))),
        unread=tuple(map(unread_object, report.unread)),
        baseline=_baseline(report.baseline) if report.baseline else None,
        errors=tuple(map(failure_object, report.failures)),
        summary=_summary(report),
    )
    return guarded(whole.model_dump_json(indent=2)) + "\n"


class PlaceFields(TypedDict):
    """The fields that all places of the contract share."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    text: str


def place_fields(place: Evidence | Unread | Place) -> PlaceFields:
    """Where something stands, and the characters there, as the contract has it."""
    return PlaceFields(
        path=place.path,
        line=place.start.line,
        column=place.start.column,
        end_line=place.end.line,
        end_column=place.end.column,
        text=place.text,
    )


def tool() -> ToolObject:
    """Name and version of this program."""
    return ToolObject(name="monolint", version=__version__)


def _finding(finding: Finding) -> FindingObject:
    return FindingObject(
        rule=finding.rule,
        kind=finding.kind,
        severity=_SEVERITIES[finding.severity],
        confidence=_CONFIDENCES[finding.confidence],
        subject=finding.subject,
        object=finding.object,
        scope=finding.scope,
        message=finding.message,
        fingerprint=finding.fingerprint,
        evidence=tuple(map(_evidence, finding.evidence)),
        also=finding.also,
        fix=None,
    )


def _baseline(news: BaselineNews) -> BaselineObject:
    return BaselineObject(
        file=news.name,
        known=news.known,
        reopened=tuple(
            ReopenedObject(
                reason=item.reason.value, was=item.entry.fingerprint, finding=_finding(item.finding)
            )
            for item in news.reopened
        ),
        stale=tuple(
            StaleObject(
                subject=item.subject, rule=item.rule, message=item.message, fingerprint=item.fingerprint
            )
            for item in news.stale
        ),
    )


def _evidence(evidence: Evidence) -> EvidenceObject:
    return EvidenceObject(
        **place_fields(evidence),
        value=evidence.value,
        role=evidence.role.value,
    )


def unread_object(unread: Unread) -> UnreadObject:
    """An unread passage, as the contract has it."""
    return UnreadObject(
        **place_fields(unread),
        kind=unread.kind,
        reason=unread.reason,
    )


def failure_object(failure: Failure) -> FailureObject:
    """An input that could not be checked, as the contract has it."""
    return FailureObject(path=failure.path, line=failure.line, message=failure.message, hint=failure.hint)


def _summary(report: Report) -> SummaryObject:
    return SummaryObject(
        documents=report.documents,
        skipped=report.skipped,
        claims=report.claims,
        unread=report.unread_count,
        before=report.before,
        findings=CountsObject(
            error=report.count(Severity.ERROR),
            warning=report.count(Severity.WARNING),
            info=report.count(Severity.INFO),
        ),
    )
