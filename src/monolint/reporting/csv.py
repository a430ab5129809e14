"""A table for spreadsheets: one row per finding, its two sides next to each other."""

from __future__ import annotations

import csv
import io

from monolint.domain.finding import Evidence, Finding, Report, Role, Severity
from monolint.reporting.wording import one_line, place

_HEAD = (
    *("severity", "confidence", "rule", "drug", "kind", "object", "case", "message"),
    *("path", "line", "column", "value", "text"),
    *("other_path", "other_line", "other_column", "other_value", "other_text"),
    *("further_places", "fingerprint"),
)
# Cells that a spreadsheet would take for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def render(report: Report, min_severity: Severity = Severity.INFO) -> str:
    """The findings at or above `min_severity`, with a line of column names (RFC 4180)."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(_HEAD)
    for finding in report.at_least(min_severity):
        writer.writerow(map(_cell, _row(finding)))
    return out.getvalue()


def _row(finding: Finding) -> tuple[str, ...]:
    first = finding.evidence[0]
    other = next((item for item in finding.evidence[1:] if item.role is Role.OTHER), None)
    further = [place(item) for item in finding.evidence[1:] if item is not other]
    return (
        *(finding.severity.label, finding.confidence.label, finding.rule, finding.subject),
        *(finding.kind or "", finding.object or "", finding.scope, finding.message),
        *_side(first),
        *(_side(other) if other else ("",) * 5),
        *("; ".join(further), finding.fingerprint),
    )


def _side(evidence: Evidence) -> tuple[str, str, str, str, str]:
    start = evidence.start
    return evidence.path, str(start.line), str(start.column), evidence.value, evidence.text


def _cell(text: str) -> str:
    """One line that no spreadsheet runs as a formula."""
    folded = one_line(text)
    return f"'{folded}" if folded.startswith(_FORMULA) else folded
