"""One line per place, for editors, grep and logs."""

from __future__ import annotations

from collections.abc import Iterator

from monolint.domain.finding import Evidence, Finding, Report, Role, Severity
from monolint.reporting.wording import cut, one_line, place

_LONGEST_QUOTE = 100


def render(report: Report, min_severity: Severity = Severity.WARNING) -> str:
    """`path:line:column: severity [rule] message`, and a note for every other place of the finding."""
    return "".join(f"{line}\n" for finding in report.at_least(min_severity) for line in lines(finding))


def lines(finding: Finding) -> Iterator[str]:
    """The lines of one finding, without line ends."""
    first, *others = finding.evidence
    yield f"{place(first)}: {finding.severity.label} [{finding.rule}] {one_line(finding.message)}"
    for evidence in others:
        yield f"{place(evidence)}: note [{finding.rule}] {_note(evidence)}"


def _note(evidence: Evidence) -> str:
    quote = cut(evidence.text, _LONGEST_QUOTE)
    return f'{"copy" if evidence.role is Role.COPY else "other place"}: "{quote}"'
