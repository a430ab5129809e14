"""GitLab Code Quality: one entry per finding, at its primary place.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import Any

from monolint.domain.finding import Evidence, Finding, Report, Severity
from monolint.reporting.json_text import dumped
from monolint.reporting.wording import one_line, place

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "major", Severity.INFO: "info"}


def render(report: Report, min_severity: Severity = Severity.INFO) -> str:
    """The findings at or above `min_severity` as a JSON array; no two entries share a fingerprint."""
    findings = report.at_least(min_severity)
    seen: Counter[str] = Counter()
    entries = []
    for finding in findings:
        seen[finding.fingerprint] += 1
        entries.append(_entry(finding, seen[finding.fingerprint]))
    return dumped(entries)


def _entry(finding: Finding, number: int) -> dict[str, Any]:
    primary, *others = finding.evidence
    named = ", ".join(dict.fromkeys(map(place, others)))
    elsewhere = f" Other places: {named}." if named else ""
    own = finding.fingerprint if number == 1 else f"{finding.fingerprint}/{number}"
    return {
        "description": f"{one_line(finding.message)}{elsewhere}",
        "check_name": finding.rule,
        "fingerprint": hashlib.sha256(own.encode()).hexdigest(),
        "severity": _SEVERITIES[finding.severity],
        "location": _location(primary),
        "other_locations": [_location(evidence) for evidence in others],
    }


def _location(evidence: Evidence) -> dict[str, Any]:
    return {"path": evidence.path, "lines": {"begin": evidence.start.line, "end": evidence.end.line}}
