from __future__ import annotations

import pytest

from monolint.domain.finding import Failure, Report, Severity
from monolint.engine.gate import exit_code

from .stages import finding


def report(*severities: Severity, failures: tuple[Failure, ...] = ()) -> Report:
    return Report(tuple(finding("a.md", severity=one) for one in severities), (), 0, 1, 0, failures)


@pytest.mark.parametrize(
    ("severities", "fail_on", "expected"),
    [
        ((), Severity.INFO, 0),
        ((Severity.INFO,), Severity.WARNING, 0),
        ((Severity.INFO,), Severity.INFO, 1),
        ((Severity.WARNING,), Severity.WARNING, 1),
        ((Severity.WARNING,), Severity.ERROR, 0),
        ((Severity.INFO, Severity.ERROR), Severity.ERROR, 1),
        ((Severity.ERROR,), None, 0),
    ],
)
def test_the_gate(severities: tuple[Severity, ...], fail_on: Severity | None, expected: int) -> None:
    assert exit_code(report(*severities), fail_on) == expected


def test_exit_zero_turns_findings_into_success_but_never_a_failure() -> None:
    failed = (Failure("a.md", "unreadable"),)
    assert exit_code(report(Severity.ERROR), Severity.WARNING, exit_zero=True) == 0
    assert exit_code(report(failures=failed), None, exit_zero=True) == 2
    assert exit_code(report(Severity.ERROR, failures=failed), Severity.WARNING) == 2
