"""GitHub workflow commands: annotations on the changed files, worst first, within GitHub's limits.

https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

from collections.abc import Sequence

from monolint.domain.finding import Evidence, Finding, Report, Severity
from monolint.reporting import concise
from monolint.reporting.wording import counted, cut, defused, one_line, place, severity_counts

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
# So many annotations of each level GitHub shows for one step of a job.
MOST_OF_A_LEVEL = 10
_LONGEST_QUOTE = 200


def render(report: Report, min_severity: Severity = Severity.WARNING) -> str:
    """One workflow command per finding, and a plain line for every finding beyond the limit."""
    findings = sorted(
        report.at_least(min_severity),
        key=lambda finding: (-finding.severity, finding.kind is None),
    )
    shown: list[Finding] = []
    left: list[Finding] = []
    for finding in findings:
        fits = sum(other.severity is finding.severity for other in shown) < MOST_OF_A_LEVEL
        (shown if fits else left).append(finding)
    lines = [_command(finding) for finding in shown]
    if left:
        lines += [
            f"{counted(len(left), 'finding')} more than GitHub shows as annotations, listed here only:",
            *(defused(line) for finding in left for line in concise.lines(finding)),
        ]
    lines.append(f"monolint: {counted(report.documents, 'document')} checked; {severity_counts(report)}.")
    return "".join(f"{line}\n" for line in lines)


def _command(finding: Finding) -> str:
    first, *others = finding.evidence
    fields = {
        "file": first.path,
        "line": str(first.start.line),
        "endLine": str(first.end.line),
        "title": f"{finding.rule}: {one_line(finding.subject)}",
    }
    if first.start.line == first.end.line:
        fields |= {"col": str(first.start.column), "endColumn": str(first.end.column)}
    given = ",".join(f"{name}={_property(value)}" for name, value in fields.items())
    return f"::{_LEVELS[finding.severity]} {given}::{_data(_message(finding, first, others))}"


def _message(finding: Finding, first: Evidence, others: Sequence[Evidence]) -> str:
    places = [f'{place(evidence)} "{cut(evidence.text, _LONGEST_QUOTE)}"' for evidence in (first, *others)]
    return "\n".join([one_line(finding.message), *places])


def _data(text: str) -> str:
    """Text that can neither end its command nor begin another one."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
