"""rdjson, the Reviewdog Diagnostic Format, with the other places as related locations.

https://github.com/reviewdog/reviewdog/tree/master/proto/rdf; its columns count bytes of UTF-8.
"""

from __future__ import annotations

from typing import Any

from monolint.domain.finding import Evidence, Finding, Report, Severity
from monolint.domain.text import Position
from monolint.reporting.columns import Lines, utf8_column
from monolint.reporting.json_text import dumped
from monolint.reporting.wording import one_line

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}


def render(report: Report, min_severity: Severity = Severity.INFO, *, lines: Lines) -> str:
    """The findings at or above `min_severity`; `lines` as columns.py says."""
    findings = report.at_least(min_severity)
    worst = max((finding.severity for finding in findings), default=Severity.INFO)
    result = {
        "source": {"name": "monolint"},
        "severity": _SEVERITIES[worst],
        "diagnostics": [_diagnostic(finding, lines) for finding in findings],
    }
    return dumped(result)


def _diagnostic(finding: Finding, lines: Lines) -> dict[str, Any]:
    primary, *others = finding.evidence
    return {
        "message": one_line(finding.message),
        "location": _location(primary, lines),
        "severity": _SEVERITIES[finding.severity],
        "code": {"value": finding.rule},
        "relatedLocations": [
            {"message": one_line(evidence.value), "location": _location(evidence, lines)}
            for evidence in others
        ],
    }


def _location(evidence: Evidence, lines: Lines) -> dict[str, Any]:
    def position(at: Position) -> dict[str, int]:
        return {"line": at.line, "column": utf8_column(lines, evidence.path, at)}

    return {
        "path": evidence.path,
        "range": {"start": position(evidence.start), "end": position(evidence.end)},
    }
