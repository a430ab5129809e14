"""The report for people: by drug, worst first, both sides quoted with the conflicting words marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, groupby

from monolint.domain.finding import Confidence, Finding, Report, Severity
from monolint.reporting.pieces import Line, Piece, Tone, line, paint
from monolint.reporting.places import sides
from monolint.reporting.quoting import Quote, wrapped
from monolint.reporting.summary import summary
from monolint.reporting.wording import counted, listed, one_line

TONES = {Severity.ERROR: Tone.ERROR, Severity.WARNING: Tone.WARNING, Severity.INFO: Tone.INFO}


def render(
    report: Report,
    min_severity: Severity = Severity.WARNING,
    *,
    width: int = 100,
    colour: bool = False,
    quiet: bool = False,
) -> str:
    """The report in lines of at most `width` columns (longer only for a path).

    Findings below `min_severity` are counted, not listed. `quiet` leaves out all but the findings.
    """
    lines = _findings(report, min_severity, width, colour)
    return paint(lines if quiet else chain(lines, summary(report, min_severity, width)), colour=colour)


def _findings(report: Report, min_severity: Severity, width: int, colour: bool) -> Iterator[Line]:
    listed_ones = (finding for finding in report.findings if finding.severity >= min_severity)
    for subject, group in groupby(listed_ones, key=lambda finding: finding.subject):
        findings = list(group)
        yield _title(subject, findings)
        yield line()
        for finding in findings:
            yield from _finding(finding, width, colour)
            yield line()


def _title(subject: str, findings: Sequence[Finding]) -> Line:
    counts = [
        counted(number, severity.label)
        for severity in sorted(TONES, reverse=True)
        if (number := sum(finding.severity == severity for finding in findings))
    ]
    return (Piece(one_line(subject), Tone.TITLE), Piece(f": {listed(counts)}"))


def _finding(finding: Finding, width: int, colour: bool) -> Iterator[Line]:
    label = f"{finding.severity.label}: "
    rule = f"[{finding.rule}]"
    room = width - len(label)
    first, *others = wrapped(Quote(f"{one_line(finding.message)} {rule}"), room)
    yield (Piece(label, TONES[finding.severity]), *_message(first.text, rule))
    for more in others:
        yield (Piece(" " * len(label)), *_message(more.text, rule))
    for details in _details(finding):
        for part in wrapped(Quote(details), room):
            yield line(" " * len(label) + part.text, Tone.FAINT)
    yield from sides(finding, width, colour)


def _message(text: str, rule: str) -> Line:
    if not text.endswith(rule):
        return (Piece(text, Tone.TITLE),)
    return (Piece(text.removesuffix(rule), Tone.TITLE), Piece(rule, Tone.FAINT))


def _details(finding: Finding) -> Iterator[str]:
    if finding.scope and finding.scope not in finding.message:
        yield f"case: {one_line(finding.scope)}"
    if finding.confidence < Confidence.HIGH:
        yield f"confidence: {finding.confidence.label}"
    if finding.also:
        yield f"also: {', '.join(finding.also)}"
