from __future__ import annotations

from dataclasses import replace

import pytest

from monolint.domain.finding import Finding, Role, Severity
from monolint.engine.jurisdictions import weighed

from .stages import finding


def conflict(*paths: str, severity: Severity = Severity.ERROR) -> Finding:
    """A conflict of the first path with the others; "=" before a path marks a copy."""
    first, *others = (finding(path.lstrip("="), severity=severity) for path in paths)
    roles = [Role.COPY if path.startswith("=") else Role.OTHER for path in paths[1:]]
    places = [replace(one.evidence[0], role=role) for one, role in zip(others, roles, strict=True)]
    return replace(first, evidence=(*first.evidence, *places))


DECLARED = {"us.md": "US", "us-two.md": "US", "eu.md": "EU"}


@pytest.mark.parametrize("severity", list(Severity))
def test_a_contradiction_between_jurisdictions_is_a_discrepancy_that_says_so(severity: Severity) -> None:
    result = weighed(conflict("us.md", "eu.md", "=us-two.md", severity=severity), DECLARED)
    assert result.severity == min(severity, Severity.WARNING)
    assert result.message.endswith("The sources are for different jurisdictions (EU and US).")
    assert result.fingerprint == conflict("us.md").fingerprint


@pytest.mark.parametrize(
    "paths",
    [
        ("us.md", "us-two.md"),
        ("us.md", "eu.md", "us-two.md"),
        ("us.md", "other.md"),
        ("other.md", "eu.md"),
        ("us.md",),
    ],
)
def test_nothing_is_assumed_otherwise(paths: tuple[str, ...]) -> None:
    assert weighed(conflict(*paths), DECLARED) == conflict(*paths)
