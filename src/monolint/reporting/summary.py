"""The end of the report for people: what was checked, what was found, and what silence means."""

from __future__ import annotations

from collections.abc import Iterator

from monolint.domain.baseline import BaselineNews
from monolint.domain.finding import Report, Severity
from monolint.reporting.pieces import Line, Tone, line
from monolint.reporting.quoting import Quote, wrapped
from monolint.reporting.wording import counted, listed, one_line, place, severity_counts

_MOST_NOTICES = 5
_MOST_KNOWN = 10
_SILENCE = "Silence is not approval: only what could be read was compared."


def summary(report: Report, min_severity: Severity, width: int) -> Iterator[Line]:
    """Notices, hints and, last, the line of counts, wrapped to `width`."""
    if report.baseline:
        yield from _known(report.baseline, width)
    for notice in report.notices[:_MOST_NOTICES]:
        yield line(f"{one_line(notice.path)}: {one_line(notice.message)}", Tone.FAINT)
    if len(report.notices) > _MOST_NOTICES:
        yield line(f"... and {len(report.notices) - _MOST_NOTICES} more files skipped", Tone.FAINT)
    for text, tone in _sentences(report, min_severity):
        for part in wrapped(Quote(text), width):
            yield line(part.text, tone)


def _known(news: BaselineNews, width: int) -> Iterator[Line]:
    """What became of the baseline: entries to drop or to record anew, each on a line, then the counts."""
    reopened = [
        f"{place(item.finding.evidence[0])}: {one_line(item.finding.message)} [{item.finding.rule}]"
        for item in news.reopened
    ]
    stale = [f"{one_line(item.subject)}: {one_line(item.message)} [{item.rule}]" for item in news.stale]
    for title, items in (
        ("Known, but found in another form (a rename, one more copy, or another version):", reopened),
        ("In the baseline, but no longer found:", stale),
    ):
        if items:
            yield line(title, Tone.TITLE)
        for item in items[:_MOST_KNOWN]:
            for number, part in enumerate(wrapped(Quote(item), width - 4)):
                yield line(("  - " if number == 0 else "    ") + part.text)
        if len(items) > _MOST_KNOWN:
            yield line(f"  ... and {len(items) - _MOST_KNOWN} more")
    if reopened or stale:
        yield line(f"To bring {one_line(news.name)} up to date: monolint baseline update", Tone.FAINT)


def _sentences(report: Report, min_severity: Severity) -> Iterator[tuple[str, Tone]]:
    if hint := _hidden(report, min_severity):
        yield hint, Tone.FAINT
    if report.unread_count:
        yield (
            f"Not understood: {counted(report.unread_count, 'passage')}; to see them: monolint claims",
            Tone.FAINT,
        )
    if report.failures:
        yield f"{counted(len(report.failures), 'input')} could not be checked.", Tone.ERROR
    if not report.documents:
        yield "Nothing was checked: no document about a drug was read.", Tone.ERROR
    elif not (report.count(Severity.ERROR) or report.count(Severity.WARNING)):
        yield nothing_found(report), Tone.GOOD
    yield _counts(report), Tone.TITLE


def nothing_found(report: Report) -> str:
    """That nothing was found, or nothing that is not known already."""
    new = "new " if report.before or (report.baseline and report.baseline.known) else ""
    return f"No {new}contradiction and no {new}discrepancy found. {_SILENCE}"


def _counts(report: Report) -> str:
    parts = (
        f"{counted(report.documents, 'document')} checked, {report.skipped} skipped",
        f"{counted(report.claims, 'claim')}, {counted(report.unread_count, 'passage')} not understood",
        f"{severity_counts(report)}{_silenced(report)}",
    )
    return f"{'; '.join(parts)}."


def _silenced(report: Report) -> str:
    """How many findings are not told, and why."""
    told = f"; {report.before} more were there before the change" if report.before is not None else ""
    if report.baseline:
        told += f"; {report.baseline.known} more in {one_line(report.baseline.name)}"
    return told


def _hidden(report: Report, min_severity: Severity) -> str:
    """Which findings are counted but not listed, and how to see them."""
    below = [severity for severity in sorted(Severity, reverse=True) if severity < min_severity]
    hidden = [severity for severity in below if report.count(severity)]
    if not hidden:
        return ""
    counts = listed([counted(report.count(severity), severity.label) for severity in hidden])
    return f"Not listed: {counts}; to see them: --min-severity {hidden[-1].label}"
