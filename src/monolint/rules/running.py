"""Running rules over the documents of one drug."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from monolint.comparing.interface import Conflict, Verdict
from monolint.comparing.registry import COMPARATORS
from monolint.domain.finding import Finding, Severity
from monolint.domain.group import DrugGroup
from monolint.rules.findings import claim_finding, form_finding, merge
from monolint.rules.model import FORM, Rule

_SEVERITIES = {
    Verdict.CONTRADICTION: Severity.ERROR,
    Verdict.DISCREPANCY: Severity.WARNING,
    Verdict.OMISSION: Severity.INFO,
}


def run_rules(rules: Sequence[Rule], group: DrugGroup) -> tuple[Finding, ...]:
    """All findings of `rules` about one drug, one for each claim key, ordered by rule."""
    found: list[Finding] = []
    for rule in rules:
        found.extend(_form(rule, group) if rule.comparator == FORM else _claims(rule, group))
    return tuple(merge(found))


def _claims(rule: Rule, group: DrugGroup) -> Iterator[Finding]:
    comparator = COMPARATORS[rule.comparator]
    assert rule.kind is not None
    options: Any = comparator.options.model_validate(rule.options)
    conflicts: Iterable[Conflict] = comparator.compare(group, rule.kind, options)
    for conflict in conflicts:
        severity = min(_SEVERITIES[conflict.judgement.verdict], Severity[rule.severity.upper()])
        yield claim_finding(rule, group.subject, conflict, severity)


def _form(rule: Rule, group: DrugGroup) -> Iterator[Finding]:
    for document in group.documents:
        seen: dict[tuple[str, str], int] = {}
        for flaw in document.flaws:
            if flaw.check == rule.options["check"]:
                key = flaw.object, flaw.value
                seen[key] = seen.get(key, 0) + 1
                yield form_finding(rule, group.subject, flaw, seen[key])
