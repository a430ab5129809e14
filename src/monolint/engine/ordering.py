"""The one order of everything that is reported."""

from __future__ import annotations

from collections.abc import Iterable

from monolint.domain.finding import Finding, Unread


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """By subject, worst first, facts before form, then by first place, rule and fingerprint."""
    return tuple(sorted(findings, key=_finding_key))


def _finding_key(finding: Finding) -> tuple[str, int, bool, str, int, int, str, str]:
    first = finding.evidence[0]
    where = (first.path, first.start.line, first.start.column)
    is_form = finding.kind is None
    return (finding.subject, -finding.severity, is_form, *where, finding.rule, finding.fingerprint)


def unread_in_order(unread: Iterable[Unread]) -> tuple[Unread, ...]:
    """By place, then by kind."""
    return tuple(sorted(unread, key=lambda item: (item.path, item.span, item.kind)))
