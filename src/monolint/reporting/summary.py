"""The end of the report for people: what was checked, what was found, and what silence means."""

from __future__ import annotations

from collections.abc import Iterator

from monolint.domain.finding import Report, Severity
from monolint.reporting.pieces import Line, Tone, line
from monolint.reporting.quoting import Quote, wrapped
from monolint.reporting.wording import counted, listed, one_line, severity_counts

_MOST_NOTICES = 5
_SILENCE = "Silence is not approval: only what could be read was compared."


def summary(report: Report, min_severity: Severity, width: int) -> Iterator[Line]:
    """Notices, counts and hints, wrapped to `width`."""
    for notice in report.notices[:_MOST_NOTICES]:
        yield line(f"{one_line(notice.path)}: {one_line(notice.message)}", Tone.FAINT)
    if len(report.notices) > _MOST_NOTICES:
        yield line(f"... and {len(report.notices) - _MOST_NOTICES} more files skipped", Tone.FAINT)
    for text, tone in _sentences(report, min_severity):
        for part in wrapped(Quote(text), width):
            yield line(part.text, tone)


def _sentences(report: Report, min_severity: Severity) -> Iterator[tuple[str, Tone]]:
    yield _checked(report), Tone.PLAIN
    if report.failures:
        yield f"{counted(len(report.failures), 'input')} could not be checked.", Tone.ERROR
    if report.documents and not _conflicts(report):
        yield f"No contradiction and no discrepancy found. {_SILENCE}", Tone.GOOD
    if report.findings:
        yield f"Found {severity_counts(report)}.", Tone.TITLE
    if hint := _hidden(report, min_severity):
        yield hint, Tone.FAINT
    if report.unread:
        yield "To see what was read and what was not understood: monolint claims PATH", Tone.FAINT


def _checked(report: Report) -> str:
    if not report.documents:
        return f"Nothing was checked: no document about a drug was read{_skipped(report)}."
    return (
        f"Checked {counted(report.documents, 'document')}: {counted(len(report.claims), 'claim')} read, "
        f"{counted(len(report.unread), 'passage')} not understood{_skipped(report)}."
    )


def _skipped(report: Report) -> str:
    return f", {counted(report.skipped, 'file')} skipped" if report.skipped else ""


def _conflicts(report: Report) -> int:
    return report.count(Severity.ERROR) + report.count(Severity.WARNING)


def _hidden(report: Report, min_severity: Severity) -> str:
    """Which findings are counted but not listed, and how to see them."""
    below = [severity for severity in sorted(Severity, reverse=True) if severity < min_severity]
    hidden = [(report.count(severity), severity.label) for severity in below if report.count(severity)]
    if not hidden:
        return ""
    counts = listed([counted(number, label) for number, label in hidden])
    verb = "is" if counts.startswith("1 ") and len(hidden) == 1 else "are"
    return f"{counts} {verb} not listed; to see them: --min-severity {hidden[-1][1]}"
