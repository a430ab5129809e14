"""One line per place, for editors, grep and logs."""

from __future__ import annotations

from collections.abc import Iterator

from monolint.domain.finding import Evidence, Finding, Report, Role, Severity
from monolint.reporting.wording import one_line, place

_LONGEST_QUOTE = 100


def render(report: Report, min_severity: Severity = Severity.WARNING) -> str:
    """`path:line:column: severity [rule] message`, and a note for every other place of the finding."""
    found = (finding for finding in report.findings if finding.severity >= min_severity)
    return "".join(f"{line}\n" for finding in found for line in lines(finding))


def lines(finding: Finding) -> Iterator[str]:
    """The lines of one finding, without line ends."""
    first, *others = finding.evidence
    yield f"{place(first)}: {finding.severity.label} [{finding.rule}] {one_line(finding.message)}"
    for evidence in others:
        yield f"{place(evidence)}: note [{finding.rule}] {_note(evidence)}"


def _note(evidence: Evidence) -> str:
    text = one_line(evidence.text)
    quote = text if len(text) <= _LONGEST_QUOTE else text[: _LONGEST_QUOTE - 3].rstrip() + "..."
    return f'{"copy" if evidence.role is Role.COPY else "other place"}: "{quote}"'
