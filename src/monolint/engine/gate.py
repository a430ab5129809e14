"""What the run means to whoever called it."""

from __future__ import annotations

from monolint.domain.finding import Report, Severity

CLEAN, FOUND, FAILED = 0, 1, 2


def exit_code(report: Report, fail_on: Severity | None, *, exit_zero: bool = False) -> int:
    """2 when an input failed; else 1 when a finding is at or above `fail_on` (None: never); else 0.

    `exit_zero` turns 1 into 0, never 2.
    """
    if report.failures:
        return FAILED
    if exit_zero or fail_on is None:
        return CLEAN
    return FOUND if any(report.count(severity) for severity in Severity if severity >= fail_on) else CLEAN
